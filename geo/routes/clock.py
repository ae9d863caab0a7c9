"""From when to when a stated time can be, as naive local datetimes: no text gives the time zone of a stop."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import When

__all__ = ["earliest", "is_dated", "latest", "middle"]

#: The hours that a part of a day can mean, generously.
_PARTS = {"morning": (4, 12), "noon": (11, 14), "afternoon": (12, 19), "evening": (16, 24), "night": (0, 24)}


def is_dated(when: When) -> bool:
    """Tell whether a time is known to the day."""
    return not when.yearless and when.precision in ("part", "day")


def earliest(when: When) -> datetime:
    """Return the first moment that a time can mean; a clock time is one moment."""
    return datetime.combine(when.start, time()) + _hours(when)[0]


def latest(when: When) -> datetime:
    """Return the last moment that a time can mean."""
    day = datetime.combine(when.end, time())
    return day + min(_hours(when)[1], datetime.combine(date.max, time.max) - day)


def middle(when: When) -> datetime:
    """Return the moment halfway between the earliest and the latest."""
    return earliest(when) + (latest(when) - earliest(when)) / 2


def _hours(when: When) -> tuple[timedelta, timedelta]:
    clock = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", when.part)
    if clock:
        moment = timedelta(hours=int(clock[1]), minutes=int(clock[2]))
        return moment, moment
    first, last = _PARTS.get(when.part, (0, 24))
    return timedelta(hours=first), timedelta(hours=last)
