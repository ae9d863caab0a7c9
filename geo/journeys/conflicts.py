"""Claims that cannot both be true: the same end of the same stop, on different days, by different sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import Conflict, ConflictValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim, Journey, Stop, When

__all__ = ["find_conflicts"]

_DAYS = ("part", "day")


def find_conflicts(journeys: Sequence[Journey], claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """Find the stops for which the sources give different days of departure or arrival."""
    by_id = {c.id: c for c in claims}
    found: list[Conflict] = []
    for journey in journeys:
        for stop in journey.stops:
            for end, times in (("departure from", stop.depart), ("arrival in", stop.arrive)):
                days = {w.edtf: w for w in times if w.precision in _DAYS}
                if len(days) > 1:
                    found.append(_conflict(f"day of {end} {stop.place.name}", journey, stop, list(days.values()), by_id))
    return tuple(found)


def _conflict(about: str, journey: Journey, stop: Stop, days: Sequence[When], by_id: dict[str, Claim]) -> Conflict:
    values = []
    for when in days:
        claim = next(by_id[i] for i in stop.claims if (w := by_id[i].when) is not None and w.edtf == when.edtf)
        values.append(ConflictValue(when.words.text, when.edtf, claim.attribution, claim.quote))
    return Conflict(about, journey.id, tuple(values))
