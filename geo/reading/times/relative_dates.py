"""Dates that count from the day of writing: weekdays, "yesterday", "last month", "two weeks ago", "the 28th"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.reading.times.date_words import count_of, weekday_number
from geo.reading.times.intervals import Anchor, Interval, count_from, day_of, one_day, period_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

__all__ = ["RELATIVE_RULES"]


def _weekday_date(weekday: int, rel: str, anchor: Anchor) -> date | None:
    published = anchor.published
    if published is None:
        return None
    ahead = (weekday - published.weekday()) % 7
    monday = published - timedelta(days=published.weekday())
    match rel.rsplit(maxsplit=1)[-1] if rel else "":
        case "last" | "past":
            return published - timedelta(days=(-ahead) % 7 or 7)
        case "next":
            return monday + timedelta(days=7 + weekday)
        case "this" | "coming":
            return published + timedelta(days=ahead)
    if ahead == 0:
        return published
    if anchor.direction == "past":
        return published - timedelta(days=7 - ahead)
    # Neither past nor future: no date is better than an invented one.
    return published + timedelta(days=ahead) if anchor.direction == "future" else None


def _weekday(match: re.Match[str], anchor: Anchor) -> Interval | None:
    weekday = weekday_number(match["w1"])
    if match["week"]:
        return one_day(_in_week(weekday, match["week"], anchor))
    if match["later"]:  # "Friday week": a week after the coming Friday
        return one_day(_coming(weekday, anchor, weeks=1))
    return one_day(_weekday_date(weekday, (match["rel"] or "").lower(), anchor))


def _in_week(weekday: int, rel: str, anchor: Anchor) -> date | None:
    return period_of("week", _SHIFT[rel], anchor.published).start + timedelta(days=weekday) if anchor.published else None


def _coming(weekday: int, anchor: Anchor, *, weeks: int) -> date | None:
    """The next day of this name after the day of writing, and so many weeks on."""
    if anchor.published is None:
        return None
    return anchor.published + timedelta(days=((weekday - anchor.published.weekday()) % 7 or 7) + 7 * weeks)


def _week_on(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return one_day(_coming(weekday_number(match["w1"]), anchor, weeks=count_of(match["count"])))


def _weekdays(match: re.Match[str], anchor: Anchor) -> Interval | None:
    first, last = weekday_number(match["w1"]), weekday_number(match["w2"])
    if first == last or (match["pair"] and not match["between"]):
        return None
    length = timedelta(days=(last - first) % 7)
    if match["week"]:
        start = _in_week(first, match["week"], anchor)
    elif anchor.direction == "past":  # it is over, so its last day tells which week it was
        end = _weekday_date(last, "", anchor)
        start = end - length if end else None
    else:
        start = _weekday_date(first, "", anchor)
    return Interval(start, start + length, "range") if start else None


def _near_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.published is None:
        return None
    words = match["near"].lower()
    if words.endswith("night"):
        day = anchor.published - timedelta(days=words.startswith("last"))
        return Interval(day, day, "part", part="night")
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(words.split()[-1], 0)
    return one_day(anchor.published + timedelta(days=shift * (2 if "day " in words else 1)))


def _this_part(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = anchor.published
    return Interval(day, day, "part", part=match["part"]) if day else None


def _counted(match: re.Match[str], anchor: Anchor, sign: int) -> Interval | None:
    if anchor.published is None:
        return None
    return count_from(anchor.published, sign * count_of(match["count"]), match["unit"] or match["unit2"])


def _ago(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return _counted(match, anchor, -1)


def _ahead(match: re.Match[str], anchor: Anchor) -> Interval | None:
    # "In two weeks he had walked 500 km" is how long it took.
    return _counted(match, anchor, 1) if anchor.direction != "past" else None


_SHIFT = {"last": -1, "this": 0, "next": 1}


def _relative_period(match: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.published is None:
        return None
    return period_of(match["unit"], _SHIFT[match["rel"].lower()], anchor.published)


def _weekend(match: re.Match[str], anchor: Anchor) -> Interval | None:
    published = anchor.published
    if published is None:
        return None
    rel = (match["rel"] or "").lower()
    monday = published - timedelta(days=published.weekday())
    # On a Saturday or Sunday "the weekend" is the one that is running.
    back = rel in ("last", "this past") or (not rel and anchor.direction == "past" and published.weekday() < 5)
    if not rel and anchor.direction is None:
        return None
    saturday = monday + timedelta(days=5 + 7 * (rel == "next") - 7 * back)
    return Interval(saturday, saturday + timedelta(days=1), "range")


def _ordinals(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """Read "the 28th" against the month that the text named last, else the month of publication or the one that the verb points to."""
    month = anchor.month or _nearest_month(int(match["d1"]), anchor)
    if month is None:
        return None
    start = day_of(month.year, month.month, int(match["d1"]))
    end = day_of(month.year, month.month, int(match["d2"] or match["d1"]))
    if start is None or end is None or end < start:
        return None
    yearless = anchor.month is not None and anchor.month_yearless
    return Interval(start, end, "range" if end > start else "day", yearless=yearless, inferred=True)


def _nearest_month(day: int, anchor: Anchor) -> date | None:
    published = anchor.published
    if published is None:
        return None
    shift = 0
    if anchor.direction == "past":
        shift = -(day > published.day + 1)
    elif anchor.direction == "future":
        shift = int(day < published.day - 1)
    return period_of("month", shift, published).start


#: Shape name (of `geo.reading.times.date_words.PATTERNS`) that counts from the day of writing -> what it stands for.
RELATIVE_RULES: dict[str, Callable[[re.Match[str], Anchor], Interval | None]] = {
    "weekdays": _weekdays,
    "week_on": _week_on,
    "weekday": _weekday,
    "near_day": _near_day,
    "this_part": _this_part,
    "ago": _ago,
    "ahead": _ahead,
    "weekend": _weekend,
    "period": _relative_period,
    "ordinals": _ordinals,
}
