"""What stands on a map beside the journey: a scale bar, a locator, the draft mark, and the names of stops beyond the edge."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from maps.stills import marks
from maps.stills.boxes import Box
from maps.stills.ground import outline
from maps.stills.picture import toned
from maps.stills.svg import element, layer, path_of
from maps.stills.type import text, width
from maps.stills.view import view_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maps.stills.picture import Picture
    from maps.stills.pins import Pin
    from maps.stills.view import View

__all__ = ["draft_mark", "draw_edges", "edge_words", "locator", "locator_box", "scale_bar", "scale_box"]

_KM_IN_MILE = 1.609344
#: The widest map, in km, on which one scale bar is true enough everywhere.
_WIDEST_SCALED = 6000.0
#: The widest map, in degrees, that needs a locator; what the locator shows, and its size in pixels.
_WIDEST_LOCATED, _LOCATED, _LOCATOR = 24.0, 46.0, 104.0
_NARROWEST_WITH_LOCATOR = 520.0


def _round_length(longest: float) -> float:
    """Return the longest of 1, 2, 5, 10, 20, ... that is no longer."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest)


def _bars(view: View, unit: float) -> list[tuple[float, str]]:
    km_per_pixel = 1 / view.scale / 1000
    if km_per_pixel * view.frame.width > _WIDEST_SCALED or view.world:
        return []
    longest = min(view.frame.width * 0.22, 130 * unit)
    km = _round_length(longest * km_per_pixel)
    miles = _round_length(longest * km_per_pixel / _KM_IN_MILE)
    return [(km / km_per_pixel, f"{km:g} km"), (miles * _KM_IN_MILE / km_per_pixel, f"{miles:g} mi")]


def scale_box(view: View, unit: float) -> Box | None:
    """Return the room of the scale bar; None where the map is too wide for one."""
    bars = _bars(view, unit)
    if not bars:
        return None
    wide = max(length for length, _ in bars) + 8
    bottom = view.frame.bottom - 8 * unit
    return Box(view.frame.left + 8 * unit, bottom - 36 * unit, view.frame.left + 8 * unit + wide, bottom)


def scale_bar(view: View, picture: Picture, unit: float) -> str:
    """Draw a scale bar in kilometres above one in miles, true at the middle of the map."""
    box = scale_box(view, unit)
    if box is None:
        return ""
    x, y, palette = box.left + 4, box.middle[1], picture.palette
    (km, km_words), (miles, mile_words) = _bars(view, unit)
    halo: dict[str, Any] = {
        "fill": palette.ink,
        "stroke": palette.land,
        "stroke_width": 2.4,
        "paint_order": "stroke",
        "stroke_linejoin": "round",
    }
    path = f"M{x:.1f},{y - 6 * unit:.1f}v{12 * unit:.1f}M{x:.1f},{y:.1f}h{max(km, miles):.1f}M{x + km:.1f},{y:.1f}v{-5 * unit:.1f}M{x + miles:.1f},{y:.1f}v{5 * unit:.1f}"
    size = 10.5 * unit
    return layer("scale", "Scale", [
        element("path", d=path, stroke=palette.casing, stroke_width=3.2, stroke_opacity=0.8, fill="none"),
        element("path", d=path, stroke=palette.ink, stroke_width=1.1, fill="none"),
        text(km_words, x + 4, y - 4 * unit, size, **halo), text(mile_words, x + 4, y + 12 * unit, size, **halo),
    ])  # fmt: skip


def locator_box(
    view: View, pins: Sequence[Pin], beads: Sequence[tuple[float, float]], taken: Sequence[Box], unit: float
) -> Box | None:
    """Choose the emptiest corner for the locator; None where the map is wide enough to tell where it lies."""
    frame = view.frame
    if view.extent.width > _WIDEST_LOCATED or frame.width < _NARROWEST_WITH_LOCATOR:
        return None
    size, gap = _LOCATOR * unit, 10 * unit
    corners = [
        Box(x, y, x + size, y + size)
        for x, y in (
            (frame.right - gap - size, frame.bottom - gap - size), (frame.left + gap, frame.top + gap),
            (frame.right - gap - size, frame.top + gap), (frame.left + gap, frame.bottom - gap - size),
        )
    ]  # fmt: skip
    spots = [(pin.x, pin.y) for pin in pins]
    free = [box for box in corners if not any(box.grown(4).meets(other) for other in taken)]
    load = {
        box: 20 * sum(box.grown(24).holds(*spot) for spot in spots) + sum(box.grown(6).holds(*bead) for bead in beads)
        for box in free
    }
    return min(free, key=lambda box: load[box], default=None)


def locator(view: View, box: Box, picture: Picture) -> str:
    """Draw where in the world the map lies."""
    half = _LOCATED / 2
    lon, lat = view.middle
    stretch = half / max(math.cos(math.radians(lat)), 0.35)
    around = [(lon - stretch, lat), (lon + stretch, lat), (lon, max(lat - half, -90)), (lon, min(lat + half, 90))]
    small = view_for(around, box, padding=(0, 0))
    corners = [
        (view.frame.left, view.frame.top),
        (view.frame.right, view.frame.top),
        (view.frame.right, view.frame.bottom),
        (view.frame.left, view.frame.bottom),
    ]
    seen = [
        small.xy(*view.projection((x - view.origin[0]) / view.scale, (view.origin[1] - y) / view.scale, inverse=True))
        for x, y in corners
    ]
    palette = picture.palette
    middle = (sum(x for x, _ in seen) / 4, sum(y for _, y in seen) / 4)
    least = 3.5 / max(1e-6, *(abs(x - middle[0]) for x, _ in seen))
    if least > 1:
        seen = [(middle[0] + (x - middle[0]) * least, middle[1] + (y - middle[1]) * least) for x, y in seen]
    frame = {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "rx": 3.0}
    return layer("locator", "Locator", [
        element("rect", fill=palette.sea, **frame),
        outline(small, palette),
        element("path", d=path_of(seen, closed=True), fill=palette.accent, fill_opacity=0.25, stroke=palette.accent, stroke_width=1.4),
        element("rect", fill="none", stroke=palette.border, stroke_width=1.0, **frame),
    ])  # fmt: skip


def draft_mark(words: str, frame: Box, picture: Picture, unit: float) -> tuple[str, Box | None]:
    """Draw the words that stand on every picture which nobody has signed, in the upper right corner of the map."""
    if not words:
        return "", None
    size = 12.5 * unit
    wide, high = width(words, size, "bold") + 18 * unit, 25 * unit
    box = Box(frame.right - 10 * unit - wide, frame.top + 10 * unit, frame.right - 10 * unit, frame.top + 10 * unit + high)
    palette = picture.palette
    drawn = layer("draft", "Draft mark", [
        element("rect", x=box.left, y=box.top, width=wide, height=high, rx=3.0, fill=palette.notice, stroke=palette.border, stroke_width=1.0),
        text(words, box.middle[0], box.middle[1] + size * 0.36, size, "bold", text_anchor="middle", fill=palette.ink),
    ])  # fmt: skip
    return drawn, box


def edge_words(pin: Pin) -> str:
    """Name a stop that the frame does not show, with its word where it is not told as done, or is inferred."""
    stop = pin.element
    plain = stop["status"] == "happened" and "inferred" not in stop
    return f"{stop['name']}{'' if plain else ', ' + stop['word']}"


def draw_edges(edges: Sequence[tuple[Pin, Box]], picture: Picture, unit: float) -> str:
    """Draw the names of stops beyond the edge, each with an arrow that points there."""
    drawn = []
    for pin, box in edges:
        palette = toned(picture.palette, pin.journey["tone"] if pin.journey else 0)
        x, y = box.middle
        angle = math.degrees(math.atan2(pin.y - y, pin.x - x))
        size = 12.5 * unit
        drawn += [
            element("rect", x=box.left, y=box.top, width=box.width, height=box.height, rx=3.0, fill=palette.paper, stroke=palette.border, stroke_width=1.0),
            marks.arrow(box.right - 11 * unit, y, angle, palette.accent, palette),
            text(f"{pin.element['label']}. {edge_words(pin)}", box.left + 7 * unit, y + size * 0.36, size, "bold", fill=palette.accent),
        ]  # fmt: skip
    return layer("edges", "Stops beyond the edge", drawn)
