"""The days of stops, and what they say of stops that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.journeys.stops.visits import Visit

__all__ = ["days_of", "is_earlier", "told_before_their_time"]

#: How far apart, in characters, two sentences may be of which one goes on from the other.
_NEXT = 120
#: Days without a year that are farther apart than so many days lie on either side of New Year.
_HALF_A_YEAR = 183


def told_before_their_time(
    visits: Sequence[Visit], days: Sequence[tuple[date, date, bool] | None], phases: Sequence[int], stop: int
) -> list[int]:
    """List the stops told before one without a day that came after it: what is told goes on from an earlier day.

    "Landed in Z on Wednesday. She was handed over in X on Monday. She was then driven to Y": Z comes last.
    """
    since = next((n for n in range(stop - 1, -1, -1) if days[n] is not None), None)
    if since is None or not _goes_on(visits[since], visits[stop]):
        return []
    told = [n for n in range(since) if phases[n] == phases[stop]]
    return [n for n in told if is_earlier(days[since], days[n])]


def _goes_on(one: Visit, other: Visit) -> bool:
    """Whether a stop is told right after another, and not of the story's own time where the other had been made before it."""
    had_been = [all(c.sequence == "earlier" for c, _ in v.evidence) for v in (one, other)]
    near = any(
        c.quote.article == d.quote.article and 0 <= d.quote.start - c.quote.end < _NEXT
        for c, _ in one.evidence
        for d, _ in other.evidence
    )
    return near and had_been != [True, False]


def days_of(visit: Visit) -> tuple[date, date, bool] | None:
    """Return the first and last day that a stop is dated by, and whether these have no year."""
    times = [*visit.arrive, *visit.depart]
    return (min(w.start for w in times), max(w.end for w in times), all(w.yearless for w in times)) if times else None


def is_earlier(one: tuple[date, date, bool] | None, other: tuple[date, date, bool] | None) -> bool:
    """Tell whether one stop is dated before the other; of days without a year those more than half a year on are those of the year before."""
    if one is None or other is None:
        return False
    if one[2] and other[2] and (abs((other[0] - one[1]).days) > _HALF_A_YEAR or abs((one[0] - other[1]).days) > _HALF_A_YEAR):
        return one[0] > other[1]
    return one[1] < other[0]
