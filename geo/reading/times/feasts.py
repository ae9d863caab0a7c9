"""Days that have a name: feasts of a fixed date, and those that go with Easter."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.reading.times.date_words import YEAR
from geo.reading.times.intervals import Anchor, Interval, year_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FEAST_PATTERNS", "FEAST_RULES", "easter"]

#: Name -> month and day.
_FIXED = {
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25), "Boxing Day": (12, 26), "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1), "Valentine's Day": (2, 14), "St Patrick's Day": (3, 17), "May Day": (5, 1), "Bastille Day": (7, 14),
    "Fourth of July": (7, 4), "Halloween": (10, 31), "Armistice Day": (11, 11),
}  # fmt: skip
#: Name -> days after Easter Sunday, as the western churches keep it.
_MOVABLE = {
    "Ash Wednesday": -46, "Palm Sunday": -7, "Maundy Thursday": -3, "Good Friday": -2, "Holy Saturday": -1, "Easter Sunday": 0,
    "Easter Monday": 1, "Easter": 0, "Ascension Day": 39, "Pentecost": 49, "Whit Sunday": 49, "Whit Monday": 50,
}  # fmt: skip
_NAMES = "|".join(re.escape(n).replace("'", "['’]") for n in sorted({**_FIXED, **_MOVABLE}, key=len, reverse=True))
#: What makes of a feast another thing: "the Christmas market", "Easter Island", "the Good Friday Agreement", "Orthodox Easter".
_NOT_BEFORE = r"(?<!Orthodox )(?<!Coptic )(?<!Lunar )(?<!Chinese )(?<!Russian )"
_NOT_AFTER = r"(?!['’]|-|\s+[A-Z]|\s+(?:breaks?|cards?|concerts?|dinner|eggs?|gifts?|holidays?|lights|lunch|markets?|messages?|party|parties|presents?|seasons?|services?|shopping|time|trees?|truce|week|weekend)\b)"

FEAST_PATTERNS = {
    "feast": re.compile(
        rf"{_NOT_BEFORE}\b(?:(?P<rel>[Ll]ast|[Nn]ext)\s+)?(?P<feast>{_NAMES})\b(?:,?\s+(?P<y>{YEAR}))?{_NOT_AFTER}"
    )
}


def easter(year: int) -> date:
    """Compute Easter Sunday of the western churches, by the anonymous Gregorian algorithm (J. Meeus, Astronomical Algorithms, ch. 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + skipped + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _feast(match: re.Match[str], anchor: Anchor) -> Interval | None:
    name, published = match["feast"].replace("’", "'"), anchor.published
    if match["y"]:
        day = _day_in(int(match["y"]), name)
    elif published is None:
        return Interval(date(2000, *_FIXED[name]), date(2000, *_FIXED[name]), yearless=True) if name in _FIXED else None
    else:
        day = _nearest(name, published, (match["rel"] or "").lower(), anchor)
    return Interval(day, day)


def _nearest(name: str, published: date, rel: str, anchor: Anchor) -> date:
    days = [_day_in(published.year + shift, name) for shift in (-1, 0, 1)]
    if rel:
        return max(d for d in days if d < published) if rel == "last" else min(d for d in days if d > published)
    near = days[1]
    year = year_of(near.month, near.day, anchor)
    return _day_in(year if year is not None else published.year, name)


def _day_in(year: int, name: str) -> date:
    return date(year, *_FIXED[name]) if name in _FIXED else easter(year) + timedelta(days=_MOVABLE[name])


FEAST_RULES: dict[str, Callable[[re.Match[str], Anchor], Interval | None]] = {"feast": _feast}
