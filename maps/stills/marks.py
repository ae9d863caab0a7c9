"""The marks of stops and the strokes of legs: certainty by shape, so that a grey print or a colour-blind reader loses nothing.

The widths and dashes are those of the page's style sheet, ``maps/assets/page.css``; a test holds the two together.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from geo.model import DONE
from maps.stills.svg import element
from maps.stills.type import text

if TYPE_CHECKING:
    from maps.style import Palette

__all__ = ["EARLIER", "PIN", "TIES", "arrow", "meeting", "mention", "pin", "run", "strokes"]

#: Diameters of marks in pixels: of a stop, of a stop of an earlier trip, of the diagonal of a meeting.
PIN, EARLIER, MEETING = 24.0, 18.0, 17.0

#: Stroke width and dashes by status, for what is not told as done.
_BY_STATUS: dict[str, tuple[float, str]] = {
    "planned": (3.6, "0.1 7"), "possible": (2.8, "0.1 9"), "under_way": (3.4, "12 5"), "denied": (2.0, "2 6"), "past": (2.2, ""),
}  # fmt: skip
#: And by mode, for what is.
_BY_MODE: dict[str, tuple[float, str]] = {"train": (4.6, ""), "unknown": (3.2, "10 5"), "ship": (3.2, "14 4 3 4")}
_USUAL = (3.2, "")
#: The light dashes on a railway line, and how much of a line shows that nobody reported.
TIES = (2.0, "8 8")
_INFERRED = 0.72
_CASING = 7.0
#: Statuses whose mark is hollow.
_HOLLOW = ("planned", "possible", "denied", "under_way")
#: What is dotted or dashed round has to be so on paper.
_ROUND = ("planned", "possible", "denied", "under_way", "past")


def run(mode: str, status: str, *, earlier: bool = False) -> tuple[float, str]:
    """Return the width and the dashes of a leg's stroke."""
    if earlier:
        return _BY_STATUS["past"]
    return _BY_STATUS.get(status) or _BY_MODE.get(mode, _USUAL)


def strokes(
    mode: str, status: str, palette: Palette, *, earlier: bool = False, inferred: bool = False, casing: bool = True
) -> list[dict[str, object]]:
    """Return the attributes of the strokes that make up a leg, the lowest first.

    Parameters
    ----------
    mode, status
        Of the leg.
    palette
        With the journey's colour as accent.
    earlier
        Whether the journey is an earlier trip.
    inferred
        Whether nobody reported the way.
    casing
        Whether the pale line under it is drawn.
    """
    width, dashes = run(mode, status, earlier=earlier)
    colour = palette.past if earlier or status in ("denied", "past") else palette.accent
    rail = mode == "train" and status == "happened" and not earlier
    line = {
        "stroke": palette.rail if rail else colour,
        "stroke_width": width,
        "stroke_dasharray": dashes or None,
        "stroke_linecap": "round" if earlier or status in _ROUND or (not dashes and not rail) else "butt",
        "stroke_opacity": _INFERRED if inferred and status in DONE else None,
    }
    drawn: list[dict[str, object]] = [line]
    if casing and not earlier:
        drawn.insert(0, {"stroke": palette.casing, "stroke_width": _CASING, "stroke_opacity": 0.85, "stroke_linecap": "round"})
    if rail:
        drawn.append({"stroke": palette.casing, "stroke_width": TIES[0], "stroke_dasharray": TIES[1]})
    return drawn


def pin(
    label: str,
    status: str,
    x: float,
    y: float,
    palette: Palette,
    *,
    size: float = PIN,
    area: bool = False,
    earlier: bool = False,
    inferred: bool = False,
) -> str:
    """Draw the mark of a stop: filled when it was reached, hollow and dashed when it is planned, dotted when possible, struck when denied.

    One that is inferred is a thin ring, dashed where it is no fact either, with its number in light type.
    """
    letters = text(
        label,
        x,
        y + size * 0.18,
        _letter_size(label, size),
        "italic" if inferred else "bold",
        text_anchor="middle",
        fill=_ink(status, palette, hollow=area or inferred or status in _HOLLOW, earlier=earlier),
    )
    if area:
        colour = palette.past if earlier else palette.accent
        box = _square(
            x, y, size, fill=palette.paper, fill_opacity=0.75, stroke=colour, stroke_width=1.2, stroke_dasharray="3 2", rx=4.0
        )
        return element("g", box, letters)
    disc = _ring if inferred else _disc
    return element("g", *disc(status, x, y, size / 2, palette, earlier=earlier), letters)


def _letter_size(label: str, size: float) -> float:
    return size * (0.5 if len(label) < 3 else 0.4 if len(label) < 4 else 0.32)


def _ink(status: str, palette: Palette, *, hollow: bool, earlier: bool) -> str:
    if earlier or status in ("denied", "past"):
        return palette.past if hollow else palette.paper
    return palette.accent if hollow else palette.on_accent


def _ring(status: str, x: float, y: float, radius: float, palette: Palette, *, earlier: bool) -> list[str]:
    """Draw the thin ring of what is inferred."""
    colour = palette.past if earlier or status in ("denied", "past") else palette.accent
    dashes = _even(radius - 0.5, 4.2, 3.0) if status in ("planned", "possible") else None
    return [
        element("circle", cx=x, cy=y, r=radius + 1.5, fill=palette.casing),
        element("circle", cx=x, cy=y, r=radius - 0.5, fill=palette.paper, stroke=colour, stroke_width=1, stroke_dasharray=dashes),
    ]


def _disc(status: str, x: float, y: float, radius: float, palette: Palette, *, earlier: bool) -> list[str]:
    colour = palette.past if earlier or status in ("denied", "past") else palette.accent
    parts = [element("circle", cx=x, cy=y, r=radius + 1.5, fill=palette.casing)]
    ring = {"cx": x, "cy": y, "fill": palette.paper, "stroke": colour}
    if status == "planned":
        parts.append(element("circle", r=radius - 1, stroke_width=2, stroke_dasharray=_even(radius - 1, 4.2, 3.0), **ring))
    elif status == "possible":
        parts.append(
            element(
                "circle",
                r=radius - 1.2,
                stroke_width=2.6,
                stroke_linecap="round",
                stroke_dasharray=_even(radius - 1.2, 0.1, 4.6),
                **ring,
            )
        )
    elif status == "under_way":
        parts += [
            element("circle", r=radius - 0.9, stroke_width=1.7, **ring),
            element("circle", r=radius - 4.1, stroke_width=1.5, **ring),
        ]
    elif status == "denied":
        reach = radius * 0.7
        parts += [
            element("circle", r=radius - 1, stroke_width=2, **ring),
            element("path", d=f"M{x - reach:.1f},{y + reach:.1f}L{x + reach:.1f},{y - reach:.1f}", stroke=colour, stroke_width=2),
        ]
    else:
        parts.append(element("circle", cx=x, cy=y, r=radius, fill=colour))
    return parts


def _even(radius: float, dash: float, gap: float) -> str:
    """Fit a whole number of dashes round a circle."""
    round_ = 2 * math.pi * radius
    share = round_ / max(round(round_ / (dash + gap)), 1) / (dash + gap)
    return f"{dash * share:.2f} {gap * share:.2f}"


def _square(x: float, y: float, size: float, **attributes: object) -> str:
    return element("rect", x=x - size / 2, y=y - size / 2, width=size, height=size, **attributes)


def meeting(status: str, x: float, y: float, palette: Palette, size: float = MEETING) -> str:
    """Draw the diamond of a meeting, hollow when nobody reported it as held."""
    half = size / 2
    hollow = status in ("planned", "possible", "denied")
    look: dict[str, object] = {"fill": palette.paper if hollow else palette.ink, "stroke": palette.casing, "stroke_width": 1.4}
    if hollow:
        look |= {
            "stroke": palette.past if status == "denied" else palette.ink,
            "stroke_dasharray": None if status == "denied" else "3 2",
        }
    return element(
        "path", d=f"M{x:.1f},{y - half:.1f}l{half:.1f},{half:.1f}l{-half:.1f},{half:.1f}l{-half:.1f},{-half:.1f}z", **look
    )


def mention(x: float, y: float, palette: Palette) -> str:
    """Draw the dot of a place that is only mentioned."""
    return element("circle", cx=x, cy=y, r=4.5, fill=palette.muted, stroke=palette.casing, stroke_width=1.6)


def arrow(x: float, y: float, angle: float, colour: str, palette: Palette) -> str:
    """Draw the head that tells which way a leg is travelled; ``angle`` in degrees, clockwise from the right."""
    head = element("path", d="M-6,-4.4L7.5,0L-6,4.4L-3.6,0z", fill=colour, stroke=palette.casing, stroke_width=1.2)
    return element("g", head, transform=f"translate({x:.1f} {y:.1f}) rotate({angle:.1f})")
