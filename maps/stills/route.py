"""Legs and shaded areas of a still, as the page draws them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from maps.stills import marks
from maps.stills.ground import shaded
from maps.stills.picture import HEDGED, toned
from maps.stills.svg import element, layer, path_of
from maps.stills.view import length_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maps.stills.picture import Picture
    from maps.stills.view import Points, View
    from maps.style import Palette

__all__ = ["Way", "area_shapes", "between", "draw_areas", "draw_ways", "ways_of"]

#: How far apart legs that take the same way are drawn, in pixels.
_BESIDE = 6.0
#: How a line fades towards an end that lies somewhere in an area: shares of its length, and how strong each part is.
_CUTS = (0.0, 0.5, 0.64, 0.77, 0.89, 1.0)
_FADE = (1.0, 0.75, 0.5, 0.28, 0.1)
#: An arrow needs a line this long, in pixels.
_ARROW_ROOM = 46.0


@dataclass(frozen=True, slots=True)
class Way:
    """A leg on paper.

    Attributes
    ----------
    leg, journey
        As the publication has them.
    pieces
        Lines in pixels, each with how strong it is drawn, 0 to 1.
    """

    leg: Mapping[str, Any]
    journey: Mapping[str, Any]
    pieces: tuple[tuple[Points, float], ...]

    @property
    def points(self) -> list[Points]:
        """The lines alone."""
        return [points for points, _ in self.pieces]

    @property
    def rank(self) -> int:
        """Which layer it belongs to: earlier trips lie lowest, then what nobody reported as done."""
        return 0 if self.journey["earlier"] else 1 if self.leg["status"] in HEDGED else 2


def ways_of(picture: Picture, view: View) -> list[Way]:
    """Project every leg that has a line, in the order of the story."""
    return [
        Way(leg, journey, tuple(_pieces(picture, view, journey, leg)))
        for journey in picture.story["journeys"]
        for leg in journey["legs"]
        if picture.drawing["legs"].get(leg["id"])
    ]


def _pieces(picture: Picture, view: View, journey: Mapping[str, Any], leg: Mapping[str, Any]) -> list[tuple[Points, float]]:
    points = picture.line(leg["id"])
    vague = {stop["id"] for stop in journey["stops"] if stop["area"]}
    shift = _sideways(view, points, picture.drawing["beside"].get(leg["id"], 0))
    return [
        ([(x + shift[0], y + shift[1]) for x, y in way], strength)
        for part, strength in _faded(points, start=leg["from"] in vague, end=leg["to"] in vague)
        for way in view.ways(part)
    ]


def _sideways(view: View, points: Sequence[tuple[float, float]], places: int) -> tuple[float, float]:
    """Shift a leg to the right of its way, so that it lies beside those that take the same way."""
    (x, y), (far_x, far_y) = view.xy(*points[0]), view.xy(*points[-1])
    length = math.hypot(far_x - x, far_y - y) or 1.0
    return (-(far_y - y) / length * places * _BESIDE, (far_x - x) / length * places * _BESIDE)


def _faded(points: Points, *, start: bool, end: bool) -> list[tuple[Points, float]]:
    if not start and not end:
        return [(points, 1.0)]
    if start and end:
        return [(points, _FADE[2])]
    way = points if end else points[::-1]
    parts = [(between(way, *cut), strength) for cut, strength in zip(pairwise(_CUTS), _FADE, strict=True)]
    return parts if end else [(part[::-1], strength) for part, strength in parts]


def between(points: Points, first: float, last: float) -> Points:
    """Return the part of a line between two shares of its length."""
    whole = length_of(points) or 1.0
    part: Points = []
    run = 0.0
    for one, two in pairwise(points):
        start, end = run / whole, (run + math.dist(one, two)) / whole
        run += math.dist(one, two)
        if end >= first and start <= last and end > start:
            ends = [(share - start) / (end - start) for share in (max(first, start), min(last, end))]
            spots = [(one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share) for share in ends]
            part += spots if not part else spots[1:]
    return part or [points[0], points[0]]


def area_shapes(picture: Picture, view: View) -> dict[str, str]:
    """Shade the areas that stand for stops, by the stop's id: no pin could say where in them."""
    return {
        stop["id"]: element(
            "path",
            d=path,
            **_shade(
                stop, journey, broad=stop["id"] in picture.drawing["broad"], palette=toned(picture.palette, journey["tone"])
            ),
        )
        for journey in picture.story["journeys"]
        for stop in journey["stops"]
        if stop["area"] and (path := _outline(picture, view, stop["id"]))
    }


def draw_areas(shapes: Iterable[str]) -> str:
    """Put shaded areas into their layer."""
    return layer("areas", "Areas", shapes, fill_rule="evenodd", clip_path="url(#frame)")


def _outline(picture: Picture, view: View, stop: str) -> str:
    drawing = picture.drawing
    if stop in drawing["areas"]:
        return shaded(view, [picture.decoded(ring) for ring in drawing["areas"][stop]])
    if stop in drawing["boxes"]:
        west, south, east, north = drawing["boxes"][stop]
        return shaded(view, [[(west, south), (east, south), (east, north), (west, north)]])
    return ""


def _shade(stop: Mapping[str, Any], journey: Mapping[str, Any], *, palette: Palette, broad: bool) -> dict[str, object]:
    if journey["earlier"]:
        return {"fill": "none", "stroke": palette.past, "stroke_width": 0.8, "stroke_opacity": 0.7}
    dashes = None if stop["status"] == "happened" else "6 4"
    fill = {"fill": "none"} if journey["tone"] else {"fill": palette.accent, "fill_opacity": 0.05 if broad else 0.13}
    return {**fill, "stroke": palette.accent, "stroke_width": 1.2, "stroke_dasharray": dashes}


def draw_ways(ways: Sequence[Way], palette: Palette) -> list[str]:
    """Draw the legs in three layers: earlier trips, what is planned, possible or denied, and what is reported."""
    names = (("earlier", "Earlier trips"), ("not-done", "Planned, possible, denied"), ("route", "Route"))
    return [
        layer(key, name, [_drawn(way, palette) for way in ways if way.rank == rank and way.pieces], fill="none", stroke_linejoin="round", clip_path="url(#frame)")
        for rank, (key, name) in enumerate(names)
    ]  # fmt: skip


def _drawn(way: Way, palette: Palette) -> str:
    leg, earlier = way.leg, way.journey["earlier"]
    own = toned(palette, way.journey["tone"])
    lines = [
        element("path", d=path, **stroke, **({"opacity": round(strength, 2)} if strength < 1 else {}))
        for stroke in marks.strokes(leg["mode"], leg["status"], own, earlier=earlier, inferred=leg["basis"] != "reported")
        for points, strength in way.pieces
        if (path := path_of(points))
    ]
    title = element("title", _title(leg))
    return element("g", title, *lines, *_arrows(way, own))


def _title(leg: Mapping[str, Any]) -> str:
    from html import escape

    from maps.stills.svg import plain

    return escape(plain(f"{leg['name']}, {leg['how']}, {leg['word']}"))


def _arrows(way: Way, palette: Palette) -> list[str]:
    longest = max(way.points, key=length_of)
    if length_of(longest) < _ARROW_ROOM:
        return []
    half = between(longest, 0, 0.5)[-1]
    reach = max(length_of(longest) * 0.06, 9.0) / length_of(longest)
    behind, ahead = between(longest, 0, 0.5 - min(reach, 0.4))[-1], between(longest, 0, 0.5 + min(reach, 0.4))[-1]
    angle = math.degrees(math.atan2(ahead[1] - behind[1], ahead[0] - behind[0]))
    stroke = marks.strokes(way.leg["mode"], way.leg["status"], palette, earlier=way.journey["earlier"], casing=False)[0]
    return [marks.arrow(*half, angle, str(stroke["stroke"]), palette)]
