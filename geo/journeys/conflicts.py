"""Claims that cannot both be true: the same end of the same stop, on different days, by different sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import Conflict, ConflictValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Claim, Journey, When

__all__ = ["find_conflicts"]

_DAYS = ("part", "day")


def find_conflicts(journeys: Sequence[Journey], claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """Find the stops for which the sources give different days of departure or arrival; inferred days are no conflict."""
    by_id = {c.id: c for c in claims}
    found: list[Conflict] = []
    for journey in journeys:
        for stop in journey.stops:
            for end, times in (("departure from", stop.depart), ("arrival in", stop.arrive)):
                days = {w.edtf: w for w in times if w.precision in _DAYS and w.basis == "stated"}
                values = [v for w in days.values() if (v := _value(w, [by_id[i] for i in stop.claims])) is not None]
                if len(values) > 1:
                    found.append(Conflict(f"day of {end} {stop.place.name}", journey.id, tuple(values)))
    return tuple(found)


def _value(when: When, claims: Sequence[Claim]) -> ConflictValue | None:
    """One side of a conflict: the claim whose words give the day."""
    claim = next((c for c in claims if c.when is not None and c.when.words == when.words), None)
    return ConflictValue(when.words.text, when.edtf, claim.attribution, claim.quote) if claim is not None else None
