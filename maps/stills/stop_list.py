"""The stops in order, as a list under the map: it says what the marks say, and names what found no room on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maps.stills import marks
from maps.stills.picture import toned
from maps.stills.svg import layer
from maps.stills.type import text, width, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maps.stills.picture import Picture
    from maps.stills.pins import Pin

__all__ = ["stop_list"]

#: Stops up to which all are listed with their times; of more, only those that the map does not name.
_MOST_TIMED = 20
_MOST_LISTED = 60
_COLUMN, _MARK = 270.0, 17.0


@dataclass(frozen=True, slots=True)
class _Item:
    """A stop and its lines, measured: ``name`` and ``word`` stand side by side, or ``word`` begins a line of its own."""

    stop: Mapping[str, Any]
    journey: Mapping[str, Any]
    name: list[str]
    word: str
    beside: bool
    times: list[str]

    def height(self, unit: float) -> float:
        rows = len(self.name) + (not self.beside and bool(self.word))
        return (rows * 17.0 + len(self.times) * 15.0 + 8.0) * unit


def stop_list(picture: Picture, unnamed: Sequence[Pin], left: float, top: float, room: float, unit: float) -> tuple[str, float]:
    """Draw the list in columns.

    Parameters
    ----------
    picture
        What is drawn.
    unnamed
        Marks without a name on the map; those of earlier trips are listed only then.
    left, top, room
        Where, and how wide, in pixels.
    unit
        The size of type.

    Returns
    -------
    str, float
        The layer and its height.
    """
    columns = max(1, int((room + 16 * unit) // (_COLUMN * unit)))
    wide = (room + 16 * unit) / columns - 16 * unit
    chosen, more = _chosen(picture, unnamed)
    items = [_item(stop, journey, wide - 26 * unit, unit, timed=more is None) for journey, stop in chosen]
    drawn, lowest = [], 0.0
    for column, part in enumerate(_columns(items, columns, unit)):
        x, y = left + column * (wide + 16 * unit), top
        for item in part:
            drawn += _drawn(item, x, y, picture, unit)
            y += item.height(unit)
        lowest = max(lowest, y - top)
    if more:
        lowest += 18 * unit
        drawn.append(
            text(
                picture.language.say("list.more", number=more),
                left,
                top + lowest - 5 * unit,
                12 * unit,
                "italic",
                fill=picture.palette.muted,
            )
        )
    return layer("stop-list", "Stops in order", drawn), lowest


def _chosen(picture: Picture, unnamed: Sequence[Pin]) -> tuple[list[tuple[Mapping[str, Any], Mapping[str, Any]]], int | None]:
    """Return (journey, stop) pairs to list, and how many more there are; None where all are listed in full."""
    stops = [(journey, stop) for journey in picture.main for stop in journey["stops"]]
    lost = {pin.element["id"] for pin in unnamed if pin.journey is not None}
    earlier = [
        (journey, stop)
        for journey in picture.story["journeys"]
        if journey["earlier"]
        for stop in journey["stops"]
        if stop["id"] in lost
    ]
    if len(stops) <= _MOST_TIMED:
        return [*stops, *earlier[:_MOST_TIMED]], None
    listed = [(journey, stop) for journey, stop in stops if stop["id"] in lost]
    return listed[:_MOST_LISTED], max(0, len(listed) - _MOST_LISTED)


def _item(stop: Mapping[str, Any], journey: Mapping[str, Any], room: float, unit: float, *, timed: bool) -> _Item:
    name = wrapped(stop["name"], 13.5 * unit, room, "bold", most=2)
    word = stop["word"]
    beside = width(name[-1], 13.5 * unit, "bold") + 6 * unit + width(word, 12.5 * unit, "italic") <= room
    times = [line for time in stop["times"] for line in wrapped(time, 12 * unit, room, most=3)] if timed else []
    return _Item(stop, journey, name, word, beside, times)


def _columns(items: Sequence[_Item], columns: int, unit: float) -> list[list[_Item]]:
    """Share the items among columns of about the same height, in order."""
    each = sum(item.height(unit) for item in items) / columns
    shared: list[list[_Item]] = [[] for _ in range(columns)]
    run = 0.0
    for item in items:
        middle = run + item.height(unit) / 2
        shared[min(int(middle / each), columns - 1) if each else 0].append(item)
        run += item.height(unit)
    return shared


def _drawn(item: _Item, x: float, y: float, picture: Picture, unit: float) -> list[str]:
    palette = picture.palette
    stop, earlier = item.stop, item.journey["earlier"]
    mark = _MARK * unit
    drawn = [
        marks.pin(
            stop["label"],
            stop["status"],
            x + mark / 2,
            y + 9 * unit,
            toned(palette, item.journey["tone"]),
            size=mark,
            area=stop["area"],
            earlier=earlier,
            inferred="inferred" in stop,
        )
    ]
    at, line = x + 26 * unit, y + 13.5 * unit
    for part in item.name:
        drawn.append(text(part, at, line, 13.5 * unit, "bold", fill=palette.ink))
        line += 17 * unit
    if item.word:
        beside = at + width(item.name[-1], 13.5 * unit, "bold") + 6 * unit
        drawn.append(
            text(
                item.word,
                beside if item.beside else at,
                line - 17 * unit if item.beside else line,
                12.5 * unit,
                "italic",
                fill=palette.muted,
            )
        )
        line += 0 if item.beside else 17 * unit
    for time in item.times:
        drawn.append(text(time, at, line - 1 * unit, 12 * unit, fill=palette.muted))
        line += 15 * unit
    return drawn
