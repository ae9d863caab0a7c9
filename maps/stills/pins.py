"""Where the marks stand: stops of one place side by side, meetings below them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from maps.stills import marks
from maps.stills.boxes import Box
from maps.stills.picture import toned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maps.stills.picture import Picture
    from maps.stills.view import View
    from maps.style import Palette

__all__ = ["Pin", "draw_pin", "meetings_of", "mentions_of", "pins_of"]

#: A longer row would lead away from where its stops are.
_LONGEST_ROW = 5


@dataclass(frozen=True, slots=True)
class Pin:
    """A mark on paper: ``kind`` is ``stop``, ``meeting`` or ``mention``; (x, y) in pixels, ``at`` in degrees; ``shown`` is False outside the frame."""

    kind: str
    element: Mapping[str, Any]
    journey: Mapping[str, Any] | None
    x: float
    y: float
    size: float
    shown: bool
    at: tuple[float, float]

    @property
    def box(self) -> Box:
        """What it covers."""
        return Box.around(self.x, self.y, self.size + 2, self.size + 2)

    @property
    def earlier(self) -> bool:
        """Whether it belongs to an earlier trip."""
        return self.journey is not None and bool(self.journey["earlier"])


def pins_of(picture: Picture, view: View, unit: float) -> list[Pin]:
    """Place the stops, the main journeys first, and part those that would cover each other.

    Parameters
    ----------
    picture, view
        What is drawn, and where.
    unit
        How large marks and type are; 1 is for a picture as wide as a column of text on a screen.
    """
    pins = []
    for journey in sorted(picture.story["journeys"], key=lambda each: bool(each["earlier"])):
        for stop in journey["stops"]:
            lon, lat = picture.drawing["stops"][stop["id"]]
            size = (marks.EARLIER if journey["earlier"] else marks.PIN) * unit
            pins.append(Pin("stop", stop, journey, *view.xy(lon, lat), size, view.shows(lon, lat, margin=size * 0.4), (lon, lat)))
    shown = _parted([pin for pin in pins if pin.shown])
    return [*shown, *(pin for pin in pins if not pin.shown)]


def _parted(pins: Sequence[Pin]) -> list[Pin]:
    rows: list[list[Pin]] = []
    for pin in pins:
        near = marks.PIN * 0.9 * pin.size / (marks.EARLIER if pin.earlier else marks.PIN)
        row = next((row for row in rows if abs(row[0].x - pin.x) < near and abs(row[0].y - pin.y) < near), None)
        if row is None:
            rows.append([pin])
        else:
            row.append(pin)
    return [pin for row in rows for pin in (_side_by_side(row) if len(row) <= _LONGEST_ROW else row)]


def _side_by_side(row: Sequence[Pin]) -> list[Pin]:
    if len(row) == 1:
        return list(row)
    gap = 2.0
    left = sum(pin.x for pin in row) / len(row) - (sum(pin.size for pin in row) + gap * (len(row) - 1)) / 2
    y = sum(pin.y for pin in row) / len(row)
    placed = []
    for pin in row:
        placed.append(replace(pin, x=left + pin.size / 2, y=y))
        left += pin.size + gap
    return placed


def meetings_of(picture: Picture, view: View, pins: Sequence[Pin], unit: float) -> list[Pin]:
    """Place each meeting under the stops at its place, or at its place where there is none."""
    found = []
    taken = [pin.box for pin in pins if pin.shown]
    for journey in picture.story["journeys"]:
        for meeting in journey["meetings"]:
            lon, lat = picture.drawing["meetings"][meeting["id"]]
            x, y = view.xy(lon, lat)
            size = 17.0 * unit
            spots = (
                (x, y),
                *((x + dx * unit, y + dy * unit) for dy in (22, -22) for dx in (0, 20, -20)),
                (x + 26 * unit, y),
                (x - 26 * unit, y),
            )
            spot = next((spot for spot in spots if _is_free(Box.around(*spot, size, size).grown(-3), taken)), spots[1])
            found.append(Pin("meeting", meeting, journey, *spot, size, view.shows(lon, lat, margin=size), (lon, lat)))
            taken.append(found[-1].box)
    return found


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    return not any(box.meets(other) for other in taken)


def mentions_of(picture: Picture, view: View) -> list[Pin]:
    """Place the dots of a picture without a journey."""
    if picture.story["journeys"]:
        return []
    found = []
    for mention in picture.story["mentions"]:
        lon, lat = picture.drawing["mentions"][mention["id"]]
        found.append(
            Pin(
                "mention",
                {**mention, "status": "mention", "word": ""},
                None,
                *view.xy(lon, lat),
                10.0,
                view.shows(lon, lat, margin=6),
                (lon, lat),
            )
        )
    return found


def draw_pin(pin: Pin, palette: Palette) -> str:
    """Draw a mark in the colour of its journey."""
    own = toned(palette, pin.journey["tone"]) if pin.journey else palette
    if pin.kind == "mention":
        return marks.mention(pin.x, pin.y, own)
    if pin.kind == "meeting":
        return marks.meeting(pin.element["status"], pin.x, pin.y, own, pin.size)
    return marks.pin(
        pin.element["label"],
        pin.element["status"],
        pin.x,
        pin.y,
        own,
        size=pin.size,
        area=pin.element["area"],
        earlier=pin.earlier,
        inferred="inferred" in pin.element,
    )
