"""Dates as the itinerary file writes them: the part of EDTF (ISO 8601-2) that `geo.model.When` uses."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["Days", "parse_edtf"]

_ONE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
#: The year that stands in a date without one: a leap year, so that 29 February can be written.
_NO_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both included, and how fine it was given; ``yearless`` as in `geo.model.When`."""

    start: date
    end: date
    precision: Literal["day", "month", "year", "range"]
    yearless: bool = False


def parse_edtf(text: str) -> Days:
    """Read ``2023-09-12``, ``2019-04``, ``2019``, ``XXXX-09-27`` or an interval of two of them with a slash between.

    Raises
    ------
    ValueError
        If it is none of them, or no such day exists.
    """
    first, slash, last = text.partition("/")
    start = _one(first)
    if not slash:
        return start
    end = _one(last)
    if start.yearless != end.yearless:
        raise ValueError("one end of the interval has a year and the other has none")
    began = start.start
    if start.yearless and began > end.end:
        began = began.replace(year=_NO_YEAR - 1)
    if began > end.end:
        raise ValueError("the interval ends before it starts")
    return Days(began, end.end, "range", start.yearless)


def _one(text: str) -> Days:
    found = _ONE.fullmatch(text)
    if not found or (found["year"] == "XXXX" and not found["month"]):
        raise ValueError("not a date in EDTF")
    yearless = found["year"] == "XXXX"
    year = _NO_YEAR if yearless else int(found["year"])
    if not found["month"]:
        return Days(date(year, 1, 1), date(year, 12, 31), "year")
    month = int(found["month"])
    if found["day"]:
        day = date(year, month, int(found["day"]))
        return Days(day, day, "day", yearless)
    first = date(year, month, 1)
    return Days(first, first.replace(day=calendar.monthrange(year, month)[1]), "month", yearless)
