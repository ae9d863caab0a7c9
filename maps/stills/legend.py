"""The legend of a still: only what it uses, each mark as it is drawn on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maps.stills import marks
from maps.stills.picture import HEDGED
from maps.stills.svg import element, layer
from maps.stills.type import text, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maps.stills.picture import Picture

__all__ = ["legend"]

_STATUSES = ("happened", "under_way", "planned", "possible", "denied")
_MODES = ("train", "plane", "car", "ship", "foot", "other", "unknown")
_SWATCH, _ROW = 40.0, 24.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A mark (``kind`` and what draws it) and its words."""

    kind: str
    words: str
    mode: str = "other"
    status: str = "happened"
    inferred: bool = False


def _rows(picture: Picture) -> Iterator[_Row]:
    """List what the map shows, in the order of the page's legend."""
    say = picture.language.say
    stops = [stop for journey in picture.main for stop in journey["stops"]]
    legs = [leg for journey in picture.main for leg in journey["legs"]]
    done = [leg for leg in legs if leg["status"] == "happened"]

    def word(status: str) -> str:
        return say("legend.denied" if status == "denied" else f"status.{status}")

    told = [stop for stop in stops if "inferred" not in stop]
    yield from (_Row("stop", word(status), status=status) for status in _STATUSES if _any(told, status=status))
    if ring := next((stop for stop in stops if "inferred" in stop), None):
        yield _Row("stop", say("inferred.legend"), status=ring["status"], inferred=True)
    yield from (
        _Row("leg", say("legend.unknown" if mode == "unknown" else f"mode.{mode}"), mode)
        for mode in _MODES
        if _any(done, mode=mode)
    )
    yield from (
        _Row("leg", say("legend.way", status=word(status)), status=status)
        for status in ("under_way", *HEDGED)
        if _any(legs, status=status)
    )
    inferred = next((leg for leg in done if leg["basis"] != "reported"), None)
    if inferred:
        yield _Row("leg", say("legend.lighter"), inferred["mode"], inferred=True)
    if any(stop["area"] for stop in stops):
        yield _Row("area", say("legend.area"))
    if any(journey["meetings"] for journey in picture.story["journeys"]):
        yield _Row("meeting", say("legend.meeting"))
    if len(picture.main) < len(picture.story["journeys"]):
        yield _Row("leg", say("legend.earlier"), status="past")


def _any(elements: list[dict[str, Any]], **wanted: str) -> bool:
    return any(all(each[key] == value for key, value in wanted.items()) for each in elements)


def legend(picture: Picture, left: float, top: float, room: float, unit: float) -> tuple[str, float]:
    """Draw the legend in rows that fit a width.

    Returns
    -------
    str, float
        The layer and its height, 0 where nothing needs explaining.
    """
    drawn, x, y, size = [], left, top, 12.0 * unit
    for row in _rows(picture):
        mark = (_SWATCH if row.kind in ("leg", "area") else 22.0) * unit
        wide = mark + 7 * unit + width(row.words, size)
        if x > left and x + wide > left + room:
            x, y = left, y + _ROW * unit
        drawn += [
            _mark(row, x, y + _ROW * unit / 2, mark, unit, picture),
            text(row.words, x + mark + 7 * unit, y + _ROW * unit / 2 + size * 0.35, size, fill=picture.palette.ink),
        ]
        x += wide + 18 * unit
    return layer("legend", "Legend", drawn), (y - top + _ROW * unit) if drawn else 0.0


def _mark(row: _Row, x: float, y: float, wide: float, unit: float, picture: Picture) -> str:
    palette = picture.palette
    if row.kind == "stop":
        return marks.pin("1", row.status, x + wide / 2, y, palette, size=17 * unit, inferred=row.inferred)
    if row.kind == "meeting":
        return marks.meeting("happened", x + wide / 2, y, palette, 14 * unit)
    if row.kind == "area":
        return element(
            "rect", x=x + 4, y=y - 7 * unit, width=wide - 8, height=14 * unit, fill=palette.accent, fill_opacity=0.13,
            stroke=palette.accent, stroke_width=1.2, stroke_dasharray="6 4",
        )  # fmt: skip
    lines = marks.strokes(row.mode, row.status, palette, earlier=row.status == "past", inferred=row.inferred, casing=False)
    return element("g", *(element("path", d=f"M{x:.1f},{y:.1f}h{wide:.1f}", fill="none", **line) for line in lines))
