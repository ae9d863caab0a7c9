"""Dates by the calendar: what a shape that names a day, a month, a season or a year stands for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from geo.reading.times.date_words import SEASONS, day_number, month_number
from geo.reading.times.intervals import NO_YEAR, Anchor, Interval, day_of, month_of, one_day, week_of, year_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

__all__ = ["CALENDAR_RULES"]


def _iso(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    return one_day(day_of(int(match["y"]), int(match["mm"]), int(match["dd"])))


def _numeric(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["y"])
    if match["sep"] == ".":
        return one_day(day_of(year, second, first))
    if first > 12 or first == second:
        return one_day(day_of(year, second, first))
    # 9/12/2023 is another day on each side of the Atlantic.
    return one_day(day_of(year, first, second)) if second > 12 else None


def _month_and_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return _month_and_day_of(match["m1"], match["d1"], match["y"], anchor)


def _month_and_day_of(month_word: str, day_word: str, year_word: str | None, anchor: Anchor) -> Interval | None:
    month, day = month_number(month_word), day_number(day_word)
    year = int(year_word) if year_word else year_of(month, day, anchor)
    return one_day(day_of(year or NO_YEAR, month, day), yearless=year is None)


def _day_range(match: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = match.groupdict()
    months = [groups["m1"], groups["m2"]]
    first_month = month_number(months[0] or months[1] or "")
    last_month = month_number(months[1] or months[0] or "")
    first_day, last_day = day_number(match["d1"]), day_number(match["d2"])
    last_year = int(match["y"]) if match["y"] else year_of(last_month, last_day, anchor)
    yearless = last_year is None
    end = day_of(last_year or NO_YEAR, last_month, last_day)
    if end is None:
        return None
    year = int(groups["y1"]) if groups.get("y1") else end.year - ((first_month, first_day) > (last_month, last_day))
    start = day_of(year, first_month, first_day)
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
    return None if day is None or day.yearless else week_of(day.start)


def _month_year(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    return month_of(int(match["y"]), month_number(match["m1"]))


def _months(match: re.Match[str], anchor: Anchor) -> Interval | None:
    first, last = month_number(match["m1"]), month_number(match["m2"])
    opened = match["between"] or match.group().startswith(("From", "from"))
    if (match["pair"] and not match["between"]) or not (opened or match["y"]):
        return None
    year = int(match["y"]) if match["y"] else year_of(last, 28, anchor)
    end = month_of(year or NO_YEAR, last).end
    first_year = int(match["y1"]) if match["y1"] else end.year - (first > last)
    start = date(first_year, first, 1)
    return Interval(start, end, "range", yearless=year is None) if start < end else None


def _bare_month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    month, published = month_number(match["m1"]), anchor.published
    if published is None:
        return None if match["rel"] else month_of(NO_YEAR, month, yearless=True)
    rel = (match["rel"] or "").lower()
    if rel == "this":
        return month_of(published.year, month)
    if rel == "last":
        return month_of(published.year - (month >= published.month), month)
    if rel == "next":
        return month_of(published.year + (month <= published.month), month)
    if month == published.month:
        return month_of(published.year, month)
    return month_of(year_of(month, 15, anchor) or published.year, month)


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
    return Interval(date(year, last - length + 1, 1), month_of(year, last).end, "range")


def _decade(match: re.Match[str], _anchor: Anchor) -> Interval | None:
    year = int(match["y"])
    return Interval(date(year, 1, 1), date(year + 9, 12, 31), "range")


def _season(match: re.Match[str], anchor: Anchor) -> Interval | None:
    first, rel = SEASONS[match["s"] or match["s2"]], (match["rel"] or "").lower()
    if match["y"]:
        year = int(match["y"])
    elif anchor.published is None:
        return None
    else:
        published = anchor.published
        # The season that holds or comes nearest to the day of writing, then one on either side of it.
        year = published.year - (first == 12 and published.month < 6)
        started = (published.year, published.month) >= (year, first)
        if rel == "last":
            over = published > _three_months(year, first).end
            year -= not over
        elif rel == "next":
            year += started
    return _three_months(year, first)


def _three_months(year: int, first: int) -> Interval:
    last_year, last = (year + 1, first - 10) if first + 2 > 12 else (year, first + 2)
    return Interval(date(year, first, 1), month_of(last_year, last).end, "season")


#: Shape name (of `geo.reading.times.date_words.PATTERNS`) that gives its day, month, season or year by name -> what it stands for.
CALENDAR_RULES: dict[str, Callable[[re.Match[str], Anchor], Interval | None]] = {
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
}
