"""Find the day of publication that a page states in its header, dateline or meta data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.times.date_words import MONTHS, WEEKDAYS
from geo.reading.times.dates import find_dates

if TYPE_CHECKING:
    from datetime import date

__all__ = ["DATELINE_DATE", "DATE_HEADER", "find_published", "find_yearless_day", "parse_day"]

_MONTH = "(?:" + "|".join(rf"{m}|{m.upper()}|(?:{m[:3]}|{m[:3].upper()}|Sept)\.?" for m in MONTHS) + ")"
_WEEKDAY = "(?:(?:" + "|".join(rf"{d}|{d[:3]}\.?" for d in WEEKDAYS) + r"),?\s+)?"
_FULL_DATE = (
    rf"{_WEEKDAY}(?:(?:19|20)\d\d[-/](?:0\d|1[0-2])[-/][0-3]\d"
    rf"|{_MONTH}\s+[0-3]?\d(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|[0-3]?\d(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?:19|20)\d\d"
    r"|[0-3]?\d\.[01]?\d\.(?:19|20)\d\d)"
)
_TIME = r"(?:(?:T|,?\s+(?:at\s+|[-|]\s*)?)[0-2]?\d[:.][0-5]\d(?:[:.]\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)?"
_CLOCK_FIRST = r"(?:[0-2]?\d[:.][0-5]\d\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?,?\s+)?"
_LABEL = r"(?:date|dated|published|posted|updated|modified|created|last\s+(?:updated|modified)|first\s+published)(?:\s+(?:on|at))?\s*:?\s+"

#: A line that is a date, or opens with a labelled one: ``5 Sep, 2023 03:09``, ``date 2023-09-05``, ``Posted on 2013-01-18``.
DATE_HEADER = re.compile(
    rf"(?:(?i:{_LABEL}){_CLOCK_FIRST}(?P<labelled>{_FULL_DATE}){_TIME}"
    rf"|{_CLOCK_FIRST}(?P<alone>{_FULL_DATE}){_TIME}\s*(?:$|[|·•]))"
)
_PLACE_LINE = r"[A-Z][A-Z.'’ -]+(?:,\s+[A-Z][A-Za-z.]+(?:\s[A-Z][a-z]+)?)?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s+[A-Z][a-z.]+"
#: A dateline with its date: ``LONDON 1996-08-27``, ``ALGIERS, March 31, 2013 (AFP)``.
DATELINE_DATE = re.compile(
    rf"(?:{_PLACE_LINE})[,.]?\s+(?P<date>\(?(?P<day>{_FULL_DATE})\)?(?:\s*\([A-Z][\w ]{{1,20}}\))?)\s*(?:$|[-–—:(])"
)
#: A dateline with a day but no year: ``LAGOS, March 4 (Wire) -``, ``PARIS, 4 March —``.
_DATELINE_DAY = re.compile(
    rf"(?:{_PLACE_LINE})[,.]?\s+\(?(?P<day>{_MONTH}\s+[0-3]?\d(?:st|nd|rd|th)?|[0-3]?\d(?:st|nd|rd|th)?\s+{_MONTH})\)?"
    r"\s*(?:\([A-Z][\w ]{1,20}\)\s*)?[/:–—-]"
)
_BYLINE_DATE = re.compile(
    rf"(?:By|BY|Posted by|Written by)\s+.{{2,60}}?[\s/|,–—-]+(?:on\s+)?{_CLOCK_FIRST}(?P<day>{_FULL_DATE}){_TIME}\s*$"
)
#: A header stands at the top: in so many lines and characters.
_TOP_LINES, _TOP_CHARACTERS = 12, 4000


def find_published(text: str) -> date | None:
    """Find the day of publication that the top of a page states.

    A date counts only where a page puts it: on a line of its own, behind a label, in the dateline or in the byline. A date in
    a sentence is never taken for it.

    Parameters
    ----------
    text
        The whole text.

    Returns
    -------
    date or None
        None where no header states one.
    """
    lines = [line.strip() for line in text[:_TOP_CHARACTERS].splitlines() if line.strip()][:_TOP_LINES]
    for line in lines:
        header = DATE_HEADER.match(line)
        words = header and (header["labelled"] or header["alone"])
        if not words and (other := DATELINE_DATE.match(line) or _BYLINE_DATE.match(line)):
            words = other["day"]
        if words and (day := parse_day(words)):
            return day
    return None


def find_yearless_day(text: str) -> date | None:
    """Find the day that the dateline at the top of a page names without a year; the year of what is returned means nothing."""
    lines = [line.strip() for line in text[:_TOP_CHARACTERS].splitlines() if line.strip()][:_TOP_LINES]
    datelines = [match for line in lines if (match := _DATELINE_DAY.match(line))]
    found = [w for match in datelines[:1] for w in find_dates(match["day"], published=None)]
    return found[0].start if len(found) == 1 and found[0].yearless else None


def parse_day(words: str) -> date | None:
    """Read one full date, such as the value of a meta tag; None if it is not exactly one."""
    found = find_dates(words.strip()[:80].replace("/", "-"), published=None)
    days = {when.start for when in found if when.precision in ("day", "part") and not when.yearless}
    return days.pop() if len(days) == 1 else None
