"""What a date stands for, an interval of days, and how such intervals are counted and taken from the calendar."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.reading.times.tense import Direction

__all__ = ["NO_YEAR", "Anchor", "Interval", "count_from", "day_of", "month_of", "one_day", "period_of", "week_of", "year_of"]

#: The year that stands in a date without one: a leap year, so that 29 February can be written.
NO_YEAR = 2000
Precision = Literal["part", "day", "week", "month", "season", "year", "range"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date is read against.

    Attributes
    ----------
    published
        The day of writing, or None.
    direction
        Whether the verb beside the date looks back or ahead, or None.
    month
        First day of the month that the text named last, for "on the 28th".
    month_yearless
        Whether that month came without a year.
    named
        The time that the text told last, for "the following day"; None where none is near.
    """

    published: date | None
    direction: Direction | None = None
    month: date | None = None
    month_yearless: bool = False
    named: Interval | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, both included, and how fine they are."""

    start: date
    end: date
    precision: Precision = "day"
    part: str = ""
    yearless: bool = False
    inferred: bool = False


def day_of(year: int, month: int, day: int) -> date | None:
    """Make a date; None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one_day(day: date | None, *, yearless: bool = False) -> Interval | None:
    """Make the interval of one day; None of None."""
    return Interval(day, day, yearless=yearless) if day else None


def month_of(year: int, month: int, *, yearless: bool = False) -> Interval:
    """Make the interval of a month of the calendar."""
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month", yearless=yearless)


def year_of(month: int, day: int, anchor: Anchor) -> int | None:
    """Choose the year of a month and day that has none: the nearest on the side that the verb points to."""
    published = anchor.published
    if published is None:
        return None
    years = (published.year, published.year - 1, published.year + 1)
    days = [found for year in years if (found := day_of(year, month, day))]
    # One day of slack: papers in another time zone, and evening editions dated the next day.
    if anchor.direction == "past":
        days = [d for d in days if d <= published + timedelta(days=1)] or days
    elif anchor.direction == "future":
        days = [d for d in days if d >= published - timedelta(days=1)] or days
    return min(days, key=lambda d: abs((d - published).days)).year if days else None


def count_from(day: date, count: int, unit: str) -> Interval:
    """Count days, weeks, fortnights, months or years from a day: as fine as such words are meant.

    Up to two weeks are counted in days; "three weeks ago" is some day of that week, "two months ago" of that month.
    """
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    if unit == "day":
        return _day_interval(day + timedelta(days=count))
    if unit == "week":
        there = day + timedelta(weeks=count)
        return _day_interval(there) if abs(count) < 3 else week_of(there)
    return period_of(unit, count, day)


def _day_interval(day: date) -> Interval:
    return Interval(day, day)


def week_of(day: date) -> Interval:
    """Make the interval of the week, Monday to Sunday, that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def period_of(unit: str, shift: int, day: date) -> Interval:
    """Make the interval of the week, month or year that is ``shift`` such periods after the one of a day."""
    if unit == "week":
        return week_of(day + timedelta(weeks=shift))
    if unit == "year":
        return Interval(date(day.year + shift, 1, 1), date(day.year + shift, 12, 31), "year")
    months = day.year * 12 + day.month - 1 + shift
    return month_of(months // 12, months % 12 + 1)
