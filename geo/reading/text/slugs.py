"""Names as they may stand in an id."""

__all__ = ["slug"]


def slug(name: str) -> str:
    """Reduce a name to what may stand in an id: letters and digits, joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())[:40]
