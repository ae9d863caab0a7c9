"""Text for a terminal."""

from __future__ import annotations

__all__ = ["plain"]


def plain(text: str) -> str:
    """Put a text on one line, without the control characters by which an article could take over a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
