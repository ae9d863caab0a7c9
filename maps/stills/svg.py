"""Writing SVG: elements, text that can be nothing but text, and paths that say no more than a tenth of a pixel."""

from __future__ import annotations

import unicodedata
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["element", "layer", "number", "path_of", "plain"]

#: Joiners are part of how some scripts and emoji are spelled; other signs that only steer the text around them are dropped.
_ARROW = "›"  # Noto has no arrow, and a fall-back font would differ from machine to machine
_JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """Return a text without signs that XML forbids or that turn the text around them, its white space single."""
    text = text.replace("→", _ARROW)
    kept = "".join(sign if _is_written(sign) else " " if sign.isspace() else "" for sign in text)
    return " ".join(kept.split())


def _is_written(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return sign in _JOINERS or not (kind[0] == "C" or kind in ("Zl", "Zp") or sign in "\ufffe\uffff")


def number(value: float) -> str:
    """Write a length: a tenth of a pixel, no more signs than needed."""
    text = f"{round(value, 1):.1f}".removesuffix(".0")
    return {"-0": "0"}.get(text, text)


def element(name: str, *content: str, **attributes: object) -> str:
    """Write an element.

    Parameters
    ----------
    name
        Of the element.
    content
        Finished SVG; a text goes through `plain` and ``html.escape`` first, which `text` in `maps.stills.type` does.
    attributes
        ``stroke_width`` becomes ``stroke-width`` and ``href_`` ``href``; None leaves one out. Floats are lengths.

    Returns
    -------
    str
        SVG.
    """
    written = "".join(
        f' {key.rstrip("_").replace("__", ":").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else escape(plain(str(value)))


def layer(key: str, name: str, content: Iterable[str], **attributes: object) -> str:
    """Write a group that Inkscape shows as a layer and Illustrator as a named group; empty where nothing is in it."""
    inside = "\n".join(content)
    known = {"id": key, "inkscape__groupmode": "layer", "inkscape__label": name, **attributes}
    return f"{element('g', f'{chr(10)}{inside}{chr(10)}', **known)}\n" if inside else ""


def path_of(points: Sequence[Sequence[float]], *, closed: bool = False) -> str:
    """Write a line in tenths of a pixel, each point relative to the one before; points that fall together are one.

    Returns
    -------
    str
        Path data, or nothing where fewer than two points (closed: three) are left.
    """
    steps: list[tuple[int, int]] = []
    at: tuple[int, int] | None = None
    first = (0, 0)
    for point in points:
        here = (round(point[0] * 10), round(point[1] * 10))
        if at is None:
            first = here
        elif here != at:
            steps.append((here[0] - at[0], here[1] - at[1]))
        at = here
    if len(steps) < (2 if closed else 1):
        return ""
    return f"M{_pair(*first)}l{_joined(steps)}{'z' if closed else ''}"


def _joined(steps: Iterable[tuple[int, int]]) -> str:
    numbers = [_tenth(part) for step in steps for part in step]
    # A minus sign parts two numbers by itself.
    return "".join(part if not place or part.startswith("-") else f" {part}" for place, part in enumerate(numbers))


def _pair(x: int, y: int) -> str:
    return f"{_tenth(x)},{_tenth(y)}"


def _tenth(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole or (0 if not rest else '')}{f'.{rest}' if rest else ''}"
