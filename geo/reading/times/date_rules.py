"""What each shape of date stands for: an interval of days, or nothing where the text does not say enough."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from geo.reading.times.date_words import SEASONS, count_of, day_number, month_number, weekday_number

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from geo.reading.times.tense import Direction

__all__ = ["RULES", "Anchor", "Interval", "count_from", "year_of"]

#: The year that stands in a date without one: a leap year, so that 29 February can be written.
_NO_YEAR = 2000
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


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(day: date | None, *, yearless: bool = False) -> Interval | None:
    return Interval(day, day, yearless=yearless) if day else None


def _month(year: int, month: int, *, yearless: bool = False) -> Interval:
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month", yearless=yearless)


def year_of(month: int, day: int, anchor: Anchor) -> int | None:
    """Choose the year of a month and day that has none: the nearest on the side that the verb points to."""
    published = anchor.published
    if published is None:
        return None
    years = (published.year, published.year - 1, published.year + 1)
    days = [found for year in years if (found := _day(year, month, day))]
    # One day of slack: papers in another time zone, and evening editions dated the next day.
    if anchor.direction == "past":
        days = [d for d in days if d <= published + timedelta(days=1)] or days
    elif anchor.direction == "future":
        days = [d for d in days if d >= published - timedelta(days=1)] or days
    return min(days, key=lambda d: abs((d - published).days)).year if days else None


def _iso(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    return _one(_day(int(match["y"]), int(match["mm"]), int(match["dd"])))


def _numeric(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["y"])
    if match["sep"] == ".":
        return _one(_day(year, second, first))
    if first > 12 or first == second:
        return _one(_day(year, second, first))
    # 9/12/2023 is another day on each side of the Atlantic.
    return _one(_day(year, first, second)) if second > 12 else None


def _month_and_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return _month_and_day_of(match["m1"], match["d1"], match["y"], anchor)


def _month_and_day_of(month_word: str, day_word: str, year_word: str | None, anchor: Anchor) -> Interval | None:
    month, day = month_number(month_word), day_number(day_word)
    year = int(year_word) if year_word else year_of(month, day, anchor)
    return _one(_day(year or _NO_YEAR, month, day), yearless=year is None)


def _day_range(match: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = match.groupdict()
    months = [groups["m1"], groups["m2"]]
    first_month = month_number(months[0] or months[1] or "")
    last_month = month_number(months[1] or months[0] or "")
    first_day, last_day = day_number(match["d1"]), day_number(match["d2"])
    last_year = int(match["y"]) if match["y"] else year_of(last_month, last_day, anchor)
    yearless = last_year is None
    end = _day(last_year or _NO_YEAR, last_month, last_day)
    if end is None:
        return None
    year = int(groups["y1"]) if groups.get("y1") else end.year - ((first_month, first_day) > (last_month, last_day))
    start = _day(year, first_month, first_day)
    if start is None or not 0 < (end - start).days < 200:
        return None
    if match["pair"] and not match["between"] and (end - start).days != 1:
        return None
    return Interval(start, end, "range", yearless=yearless)


def _three_days(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "5, 6 and 7 October": days in a row; others are no interval."""
    days = [day_number(match[d]) for d in ("d1", "d2", "d3")]
    last = _month_and_day_of(match["m1"], match["d3"], match["y"], anchor)
    if last is None or days != [days[0], days[0] + 1, days[0] + 2]:
        return None
    return Interval(last.end - timedelta(days=2), last.end, "range", yearless=last.yearless)


def _week_of(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = _month_and_day_of(match["m1"] or match["m2"], match["d1"] or match["d2"], match["y"], anchor)
    return None if day is None or day.yearless else _week(day.start)


def _month_year(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    return _month(int(match["y"]), month_number(match["m1"]))


def _months(match: re.Match[str], anchor: Anchor) -> Interval | None:
    first, last = month_number(match["m1"]), month_number(match["m2"])
    opened = match["between"] or match.group().startswith(("From", "from"))
    if (match["pair"] and not match["between"]) or not (opened or match["y"]):
        return None
    year = int(match["y"]) if match["y"] else year_of(last, 28, anchor)
    end = _month(year or _NO_YEAR, last).end
    first_year = int(match["y1"]) if match["y1"] else end.year - (first > last)
    start = date(first_year, first, 1)
    return Interval(start, end, "range", yearless=year is None) if start < end else None


def _bare_month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    month, published = month_number(match["m1"]), anchor.published
    if published is None:
        return None if match["rel"] else _month(_NO_YEAR, month, yearless=True)
    rel = match["rel"]
    if rel == "this":
        return _month(published.year, month)
    if rel == "last":
        return _month(published.year - (month >= published.month), month)
    if rel == "next":
        return _month(published.year + (month <= published.month), month)
    if month == published.month:
        return _month(published.year, month)
    return _month(year_of(month, 15, anchor) or published.year, month)


def _years(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    first, last = int(match["y1"]), int(match["y"])
    return Interval(date(first, 1, 1), date(last, 12, 31), "range") if first < last else None


def _year(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    year = int(match["y"])
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def _split_year(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    """ "2015-16", a season over the turn of the year."""
    year = int(match["y"])
    return Interval(date(year, 1, 1), date(year + 1, 12, 31), "range") if (year + 1) % 100 == int(match["next"]) else None


def _part_of_year(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    year, order = int(match["y"]), {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
    length = 3 if match["quarter"] else 6
    last = order[match["quarter"] or match["half"]] * length
    return Interval(date(year, last - length + 1, 1), _month(year, last).end, "range")


def _decade(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    year = int(match["y"])
    return Interval(date(year, 1, 1), date(year + 9, 12, 31), "range")


def _season(match: re.Match[str], anchor: Anchor) -> Interval | None:
    first = SEASONS[match["s"] or match["s2"]]
    if match["y"]:
        year = int(match["y"])
    elif anchor.published is None:
        return None
    else:
        published = anchor.published
        # The season that holds or comes nearest to the day of writing, then one on either side of it.
        year = published.year - (first == 12 and published.month < 6)
        started = (published.year, published.month) >= (year, first)
        if match["rel"] == "last":
            over = published > _three_months(year, first).end
            year -= not over
        elif match["rel"] == "next":
            year += started
    return _three_months(year, first)


def _three_months(year: int, first: int) -> Interval:
    last_year, last = (year + 1, first - 10) if first + 2 > 12 else (year, first + 2)
    return Interval(date(year, first, 1), _month(last_year, last).end, "season")


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
        return _one(_in_week(weekday, match["week"], anchor))
    if match["later"]:  # "Friday week": a week after the coming Friday
        return _one(_coming(weekday, anchor, weeks=1))
    return _one(_weekday_date(weekday, (match["rel"] or "").lower(), anchor))


def _in_week(weekday: int, rel: str, anchor: Anchor) -> date | None:
    return _period("week", _SHIFT[rel], anchor.published).start + timedelta(days=weekday) if anchor.published else None


def _coming(weekday: int, anchor: Anchor, *, weeks: int) -> date | None:
    """The next day of this name after the day of writing, and so many weeks on."""
    if anchor.published is None:
        return None
    return anchor.published + timedelta(days=((weekday - anchor.published.weekday()) % 7 or 7) + 7 * weeks)


def _week_on(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return _one(_coming(weekday_number(match["w1"]), anchor, weeks=count_of(match["count"])))


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
    return _one(anchor.published + timedelta(days=shift * (2 if "day " in words else 1)))


def _this_part(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = anchor.published
    return Interval(day, day, "part", part=match["part"]) if day else None


def _counted(match: re.Match[str], anchor: Anchor, sign: int) -> Interval | None:
    if anchor.published is None:
        return None
    return count_from(anchor.published, sign * count_of(match["count"]), match["unit"] or match["unit2"])


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
        return _day_interval(there) if abs(count) < 3 else _week(there)
    return _period(unit, count, day)


def _day_interval(day: date) -> Interval:
    return Interval(day, day)


def _ago(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return _counted(match, anchor, -1)


def _ahead(match: re.Match[str], anchor: Anchor) -> Interval | None:
    # "In two weeks he had walked 500 km" is how long it took.
    return _counted(match, anchor, 1) if anchor.direction != "past" else None


def _week(day: date) -> Interval:
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def _period(unit: str, shift: int, published: date) -> Interval:
    if unit == "week":
        return _week(published + timedelta(weeks=shift))
    if unit == "year":
        return Interval(date(published.year + shift, 1, 1), date(published.year + shift, 12, 31), "year")
    months = published.year * 12 + published.month - 1 + shift
    return _month(months // 12, months % 12 + 1)


_SHIFT = {"last": -1, "this": 0, "next": 1}


def _relative_period(match: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.published is None:
        return None
    return _period(match["unit"], _SHIFT[match["rel"].lower()], anchor.published)


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
    start = _day(month.year, month.month, int(match["d1"]))
    end = _day(month.year, month.month, int(match["d2"] or match["d1"]))
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
    return _period("month", shift, published).start


#: Shape name (of `geo.reading.times.date_words.PATTERNS`) -> what it stands for.
RULES: dict[str, Callable[[re.Match[str], Anchor], Interval | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_days": _day_range,
    "month_day": _month_and_day,
    "days_month": _day_range,
    "three_days": _three_days,
    "day_month": _month_and_day,
    "ordinal_month": _month_and_day,
    "month_ordinal": _month_and_day,
    "month_year": _month_year,
    "months": _months,
    "month": _bare_month,
    "years": _years,
    "split_year": _split_year,
    "decade": _decade,
    "part_of_year": _part_of_year,
    "year": _year,
    "season": _season,
    "week_of": _week_of,
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
