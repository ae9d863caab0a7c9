"""Names on a still: placed once, the most important first, none over a mark, another name or the furniture of the map."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from maps.stills.boxes import Box
from maps.stills.svg import element, layer
from maps.stills.type import Style, text, width, wrapped
from maps.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maps.stills.pins import Pin
    from maps.stills.route import Way
    from maps.stills.view import View
    from maps.style import Palette

__all__ = ["Name", "Names", "draw_names"]

#: Statuses whose word a name on the map need not carry: they are what a reader takes for granted.
_PLAIN = ("happened", "past", "mention")
#: Between a mark and its name, in pixels; and where a name may stand farther off, tied to its mark by a line.
_GAP = 3.0
_FAR = (14.0, 30.0)
#: Where the name of a country or a sea may move to find room, in pixels.
_ROAM = ((0, 0), (0, -26), (0, 26), (-46, 0), (46, 0), (0, -52), (0, 52), (-70, -26), (70, 26), (70, -26), (-70, 26))
#: Sea names break to be no wider than this, in pixels.
_SEA_ROOM = 110.0
#: Between the beads by which a line is felt, in pixels.
_BEAD = 10.0
#: A name that is longer than any name is, in letters, has gone wrong.
_LONGEST = 40
_ANCHORS = {-1: "end", 0: "middle", 1: "start"}


class Line(NamedTuple):
    """A line of a name: its words, how they are set, their size and the space between letters, in pixels."""

    words: str
    style: Style
    size: float
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Name:
    """A placed name: its lines, its box, which way it grows (-1 leftwards, 0 both, 1 rightwards), what it is the name of (a stop's name and its degrees), and the end of a line to its mark."""

    lines: tuple[Line, ...]
    box: Box
    side: int
    tier: str
    of: tuple[object, ...] = ()
    leader: tuple[float, float] | None = None
    dot: tuple[float, float] | None = None


@dataclass
class Names:
    """Places names in a frame, one kind after the other.

    Attributes
    ----------
    view
        Of the map.
    unit
        How large the type is.
    taken
        What no name may cover: marks, furniture and the names placed so far.
    beads
        Spots of the route, from left to right, which names keep off where they can.
    placed
        The names, in the order in which they were placed.
    """

    view: View
    unit: float
    taken: list[Box]
    beads: list[tuple[float, float]] = field(default_factory=list)
    placed: list[Name] = field(default_factory=list)

    def feel(self, ways: Iterable[Way]) -> None:
        """Take the lines of the route for something to keep off."""
        for points in (piece for way in ways for piece in way.points):
            for one, two in pairwise(points):
                steps = max(1, math.ceil(math.dist(one, two) / _BEAD))
                self.beads += [
                    (one[0] + (two[0] - one[0]) * n / steps, one[1] + (two[1] - one[1]) * n / steps) for n in range(steps + 1)
                ]
        self.beads.sort()

    def _beads_under(self, box: Box) -> int:
        """Count the beads of the route that a box would cover, with a little around it."""
        room = box.grown(2)
        begin = bisect_left(self.beads, (room.left, -math.inf))
        end = bisect_right(self.beads, (room.right, math.inf))
        return sum(room.top <= y <= room.bottom for _, y in self.beads[begin:end])

    def stops(self, pins: Sequence[Pin]) -> list[Pin]:
        """Name the places of stops and mentions; return the marks that found no room for their name."""
        places: dict[tuple[object, ...], list[Pin]] = {}
        for pin in pins:
            places.setdefault((pin.element["name"], *pin.at), []).append(pin)
        return [pin for same in places.values() if not self._stop(same) for pin in same]

    def _stop(self, pins: Sequence[Pin]) -> bool:
        lines = self._lines(pins)
        wide, high = _size(lines)
        around = Box(
            min(p.box.left for p in pins),
            min(p.box.top for p in pins),
            max(p.box.right for p in pins),
            max(p.box.bottom for p in pins),
        )
        beside = _spots(around, wide, high, _GAP)
        found = self._clearest(beside)
        leader = None
        if found is None:
            found = self._clearest([spot for gap in _FAR for spot in _spots(around, wide, high, gap * self.unit)])
            leader = around.middle
        if found is None:
            return False
        box, side = found
        tier = "mention" if pins[0].kind == "mention" else "earlier" if all(pin.earlier for pin in pins) else "stop"
        self._settle(Name(lines, box, side, tier, (pins[0].element["name"], *pins[0].at), leader))
        return True

    def _lines(self, pins: Sequence[Pin]) -> tuple[Line, ...]:
        first = min(pins, key=lambda pin: (pin.earlier, pin.element.get("label", "")))
        earlier = all(pin.earlier for pin in pins)
        size = (12.0 if earlier or first.kind == "mention" else 14.0) * self.unit
        name = Line(shortened(first.element["name"], _LONGEST), "regular" if first.kind == "mention" else "bold", size)
        words = dict.fromkeys(pin.element["word"] for pin in pins if not pin.earlier and not _is_plain(pin.element))
        return (name, Line(", ".join(words), "italic", 12.0 * self.unit)) if words else (name,)

    def _clearest(self, spots: Sequence[tuple[Box, int]]) -> tuple[Box, int] | None:
        """Return the first of the spots under which the fewest beads of the route lie."""
        frame = self.view.frame.grown(-3)
        free = [spot for spot in spots if frame.contains(spot[0]) and not any(spot[0].meets(box) for box in self.taken)]
        return min(free, key=lambda spot: self._beads_under(spot[0]), default=None)

    def edge(self, pin: Pin, words: str) -> Box | None:
        """Find room at the edge for the name of a stop that the frame does not show."""
        size = 12.5 * self.unit
        wide, high = width(words, size, "bold") + 36 * self.unit, size * 1.9
        frame = self.view.frame.grown(-6)
        x = min(max(pin.x, frame.left + wide / 2), frame.right - wide / 2)
        y = min(max(pin.y, frame.top + high / 2), frame.bottom - high / 2)
        tries = [
            Box.around(x + dx, y + dy, wide, high)
            for by in range(0, 260, 26)
            for dx, dy in ((0, by), (0, -by), (2 * by, 0), (-2 * by, 0))
        ]
        spot = next((box for box in tries if frame.contains(box) and not any(box.meets(other) for other in self.taken)), None)
        if spot is not None:
            self.taken.append(spot)
        return spot

    def ground(self, labels: Iterable[dict[str, Any]], most: int) -> None:
        """Name countries, seas, lakes and at most so many cities, each once, where there is room."""
        cities = 0
        named: set[str] = set()
        for label in labels:
            if label["name"] in named or (label["tier"] == "city" and cities >= most):
                continue
            at = self._point(label["at"])
            if at is not None and self._ground(label, at):
                named.add(label["name"])
                cities += label["tier"] == "city"

    def _point(self, at: Sequence[float]) -> tuple[float, float] | None:
        if self.view.world and abs(at[0] - self.view.middle[0]) > 180:
            return None
        return self.view.xy(*at) if self.view.shows(*at) else None

    def _ground(self, label: dict[str, Any], at: tuple[float, float]) -> bool:
        tier = label["tier"]
        lines = self._ground_lines(label["name"], tier)
        wide, high = _size(lines)
        if tier == "city":
            boxes = [(Box.around(at[0] + side * (wide / 2 + 6), at[1], wide, high), side) for side in (1, -1)]
            free = self._free(boxes, Box.around(*at, 8, 8), claim=0)
            if free is None:
                return False
            self._settle(Name(lines, *free, tier, dot=at))
            return True
        reach = label["reach"] * self.view.pixels_per_degree
        shifts = [shift for shift in _ROAM if max(abs(shift[0]), abs(shift[1])) <= reach]
        free = self._free([(Box.around(at[0] + dx, at[1] + dy, wide, high), 0) for dx, dy in shifts], None, claim=8)
        if free is None:
            return False
        self._settle(Name(lines, *free, tier))
        return True

    def _ground_lines(self, name: str, tier: str) -> tuple[Line, ...]:
        if tier == "country":
            return (Line(name.upper(), "regular", 11.0 * self.unit, round(1.5 * self.unit, 1)),)
        if tier == "city":
            return (Line(name, "regular", 11.0 * self.unit),)
        size = (13.5 if tier == "sea" else 11.0) * self.unit
        return tuple(Line(line, "serif", size) for line in wrapped(name, size, _SEA_ROOM * self.unit, "serif"))

    def _free(self, spots: Iterable[tuple[Box, int]], mark: Box | None, claim: float) -> tuple[Box, int] | None:
        frame = self.view.frame.grown(-4)
        for box, side in spots:
            wide = box.grown(claim, claim / 2)
            clear = not any(wide.meets(other) or (mark is not None and mark.meets(other)) for other in self.taken)
            if frame.contains(box) and clear and not self._beads_under(wide):
                return box, side
        return None

    def _settle(self, name: Name) -> None:
        self.placed.append(name)
        self.taken.append(name.box)


def _spots(around: Box, wide: float, high: float, gap: float) -> list[tuple[Box, int]]:
    x, y = around.middle
    right, below = around.width / 2 + gap + wide / 2, around.height / 2 + gap + high / 2
    inset = min(5.0, gap + 2)
    centres = [
        (right, 0, 1), (-right, 0, -1), (0, below, 0), (0, -below, 0),
        (right - inset, -below + 7, 1), (right - inset, below - 7, 1), (-right + inset, -below + 7, -1), (-right + inset, below - 7, -1),
        (right * 0.6, below, 1), (-right * 0.6, below, -1), (right * 0.6, -below, 1), (-right * 0.6, -below, -1),
    ]  # fmt: skip
    return [(Box.around(x + dx, y + dy, wide, high), side) for dx, dy, side in centres]


def _size(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the width and height of a name."""
    wide = max(width(line.words, line.size, line.style, line.spacing) for line in lines)
    return wide, sum(line.size * 1.2 for line in lines)


def draw_names(names: Sequence[Name], palette: Palette, *, halo_apart: bool) -> list[str]:
    """Draw names in layers by tier.

    Parameters
    ----------
    names
        As they were placed.
    palette
        The colours.
    halo_apart
        Whether halos are layers of their own, which every editor understands; else each text carries its halo, and is there once.

    Returns
    -------
    list of str
        SVG groups: names of the ground, then those of stops.
    """
    drawn = []
    for key, label, tiers in (
        ("ground-names", "Names of the ground", ("country", "sea", "lake", "city")),
        ("names", "Names of stops", ("earlier", "mention", "stop")),
    ):
        chosen = [name for name in names if name.tier in tiers]
        if halo_apart:
            drawn.append(
                layer(f"{key}-halo", f"{label}, halo", [_written(name, palette, "halo") for name in chosen], aria_hidden="true")
            )
        drawn.append(layer(key, label, [_written(name, palette, "plain" if halo_apart else "both") for name in chosen]))
    return drawn


_LOOKS = {"country": ("muted", "land", 2.4), "sea": ("sea_ink", "sea", 2.4), "lake": ("sea_ink", "sea", 2.0), "city": ("muted", "land", 2.4), "stop": ("ink", "casing", 3.6), "earlier": ("past", "casing", 3.0), "mention": ("ink", "casing", 3.0)}  # fmt: skip


def _written(name: Name, palette: Palette, part: str) -> str:
    ink, ground, reach = _LOOKS[name.tier]
    halo: dict[str, object] = {"stroke": getattr(palette, ground), "stroke_width": reach, "stroke_linejoin": "round"}
    look: dict[str, Any] = {"plain": {}, "halo": halo, "both": {**halo, "paint_order": "stroke"}}[part]
    colour = getattr(palette, ground if part == "halo" else ink)
    x = {-1: name.box.right, 0: name.box.middle[0], 1: name.box.left}[name.side]
    lines, top = [], name.box.top
    for line in name.lines:
        lines.append(
            text(
                line.words,
                x,
                top + line.size * 0.95,
                line.size,
                line.style,
                text_anchor=_ANCHORS[name.side],
                fill=colour,
                letter_spacing=line.spacing or None,
                **look,
            )
        )
        top += line.size * 1.2
    return "".join([*_extras(name, palette, part), *lines])


def _extras(name: Name, palette: Palette, part: str) -> list[str]:
    """Draw the dot of a city, and the line from a name that stands off to its mark."""
    if part == "halo":
        return []
    extras = []
    if name.dot is not None:
        extras.append(
            element("circle", cx=name.dot[0], cy=name.dot[1], r=2.2, fill=palette.land, stroke=palette.muted, stroke_width=1.0)
        )
    if name.leader is not None:
        x, y = name.leader
        near_x, near_y = min(max(x, name.box.left), name.box.right), min(max(y, name.box.top), name.box.bottom)
        extras.append(
            element("path", d=f"M{x:.1f},{y:.1f}L{near_x:.1f},{near_y:.1f}", stroke=palette.ink, stroke_width=0.8, fill="none")
        )
    return extras


def _is_plain(element: Mapping[str, Any]) -> bool:
    """Tell whether a name needs no word: what is reported, and not inferred."""
    return element["status"] in _PLAIN and "inferred" not in element
