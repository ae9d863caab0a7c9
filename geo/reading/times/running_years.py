"""Give the dates of a text without a day of publication the year that the text itself keeps to: a diary, a log, an account of one journey."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.reading.times.intervals import NO_YEAR, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.model import When

__all__ = ["with_running_years"]

#: A date so many days before the one told last is one of the next year: December 1874, then 3 January.
_BACK = 120
#: Years that a text speaks of by the way ("since 1987") say nothing of its dates.
_DATES = ("part", "day", "week", "month", "season", "range")


def with_running_years(times: Sequence[When]) -> list[When]:
    """Give dates without a year that of the date before them, as inferred.

    Parameters
    ----------
    times
        The times of a text whose day of publication is unknown, in its order.

    Returns
    -------
    list of When
        The same where the text tells no date with a year before them, or dates of years that do not follow one another: then it speaks of
        several times, and no year is better than a wrong one.
    """
    years = {w.start.year for w in times if w.precision in _DATES and not w.yearless}
    if not years or max(years) - min(years) > 1:
        return list(times)
    found: list[When] = []
    last: date | None = None
    for when in times:
        dated = _in_year_after(when, last) if when.yearless and last is not None else when
        found.append(dated)
        if dated.precision in _DATES and not dated.yearless:
            last = dated.start
    return found


def _in_year_after(when: When, last: date) -> When:
    """Put a date without a year into the year of the one before it, or the next where it would lie far before that."""
    for year in (last.year, last.year + 1):
        start = _in_year(when.start, year)
        if start is not None and (last - start).days <= _BACK:
            end = _in_year(when.end, year) or _in_year(when.end - timedelta(days=1), year)  # February ends a day earlier
            return replace(when, start=start, end=end or start, basis="inferred", yearless=False)
    return when


def _in_year(day: date, year: int) -> date | None:
    """Put a day of the year that stands for none, or of one beside it, into a year; None where that has no such day."""
    return day_of(year + day.year - NO_YEAR, day.month, day.day)
