"""Times that count from another one in the text: "the following day", "two weeks later", "that evening", and a clock time alone."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.reading.times.date_words import COUNT, PARTS_OF_DAY, WEEKDAY, count_of, weekday_number
from geo.reading.times.intervals import Anchor, Interval, count_from
from geo.reading.times.tense import sentence_around

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.model import When

__all__ = ["CONTEXT_PATTERNS", "CONTEXT_RULES", "clock_day", "find_clocks", "is_of_a_report"]

_PARTS = "|".join(PARTS_OF_DAY)
CONTEXT_PATTERNS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "beside_named": (
            rf"\b[Tt]he\s+(?P<side>following|next|previous)\s+(?:(?P<unit>day|week|month|year)|(?P<part>{_PARTS})|(?P<w1>{WEEKDAY}))\b(?!-|\s+(?:or|and)\s+(?:two|three)\b)"
        ),
        "counted_named": rf"\b(?P<count>{COUNT})\s+(?P<unit>day|week|fortnight|month|year)s?\s+(?P<side>later|afterwards|earlier|previously)\b",
        "hours_named": rf"\b(?:(?P<count>{COUNT})|(?:[Aa]\s+few|[Ss]everal|[Ss]ome))(?:\s+and\s+a\s+half)?\s+(?P<unit>hour|minute)s?\s+(?:later|afterwards)\b",
        "bare_hours": r"(?:(?<=[.,;:!?\"”]\s)|(?<=\n)|(?<=\band\s)|(?<=\bbut\s))(?P<unit>[Hh]ours|[Mm]inutes)\s+(?:later|afterwards)\b",
        "part_named": r"\b[Ii]n\s+the\s+(?P<part>afternoon|evening)\b(?!\s+of\b)",
        "same_named": rf"\b(?:[Tt]hat|[Tt]he\s+same|[Tt]hat\s+same)\s+(?:(?P<unit>day|week|month|year)|(?P<part>{_PARTS}))\b(?!['’]s)",
    }.items()
}

#: Words by which a day is that of a statement and not of what is told: "police said on Tuesday".
_REPORT = re.compile(
    r"\b(?:said|says|told\s+(?:[\w.’'-]+\s+){1,4}|announced|reported|confirmed|added|warned|tweeted|wrote|claimed)\s*"
    r"(?:in\s+a\s+statement\s*)?(?:\b(?:on|late|early|earlier|later)\s+){0,2}$"
)
_REPORT_REACH = 60

#: The latest that a part of a day may begin, in hours.
_HOUR_OF_PART = {"morning": 10, "afternoon": 16, "evening": 21, "night": 23, "dusk": 20, "midnight": 24}
_MIDNIGHT = 24
_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LEAD = r"(?:at|about|around|before|after)"
_CLOCK = re.compile(
    rf"\b(?:(?:just|shortly|soon)\s+)?{_LEAD}\s+(?:(?:about|around)\s+)?(?:"
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?:\s*(?P<half>[AaPp])\.?[Mm]\b\.?)?|\s*(?P<half2>[AaPp])\.?[Mm]\b\.?)"
    r"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)\s+(?:GMT|UTC|hours|local)\b"
    rf"|(?P<word>{_NUMBER_WORDS}|[1-9]|1[0-2])(?:\s+o['’]clock)?\s+in\s+the\s+(?P<of>morning|afternoon|evening)\b"
    r"|(?P<point>noon|midday|midnight|dawn|daybreak|sunrise|dusk|sunset|nightfall)\b)"
)
_HABIT = re.compile(r"\b(?:usually|normally|every|each|daily|always|often|typically|whenever|weekdays|nightly|weekly)\b")


def is_of_a_report(text: str, start: int) -> bool:
    """Tell whether the time at ``start`` is when something was said, not when it was done: it is no time to count from."""
    return _REPORT.search(text, max(0, start - _REPORT_REACH), start) is not None


def _beside_named(match: re.Match[str], anchor: Anchor) -> Interval | None:
    named = anchor.named
    if named is None:
        return None
    back = match["side"] == "previous"
    if match["w1"]:
        return _next_weekday(named, weekday_number(match["w1"]), back=back)
    if match["unit"] in ("week", "month", "year"):
        found = count_from(named.start if back else named.end, -1 if back else 1, match["unit"])
        if match["unit"] == "week":
            monday = found.start - timedelta(days=found.start.weekday())
            return None if named.yearless else _inferred(Interval(monday, monday + timedelta(days=6), "week"), named)
        return _inferred(found, named)
    if not _is_day(named):
        return None
    day = named.start - timedelta(days=1) if back else named.end + timedelta(days=1)
    return _inferred(Interval(day, day, "part" if match["part"] else "day", part=match["part"] or ""), named)


def _next_weekday(named: Interval, weekday: int, *, back: bool) -> Interval | None:
    if named.yearless or named.precision not in ("part", "day", "range", "week"):
        return None
    if back:
        day = named.start - timedelta(days=(named.start.weekday() - weekday) % 7 or 7)
    else:
        day = named.end + timedelta(days=(weekday - named.end.weekday()) % 7 or 7)
    return _inferred(Interval(day, day), named)


def _counted_named(match: re.Match[str], anchor: Anchor) -> Interval | None:
    named, unit = anchor.named, match["unit"]
    if named is None or (unit in ("day", "week", "fortnight") and not _is_day(named)):
        return None
    if unit == "month" and named.precision == "year":
        return None
    back = match["side"] in ("earlier", "previously")
    count = count_of(match["count"])
    return _inferred(count_from(named.start if back else named.end, -count if back else count, unit), named)


def _same_named(match: re.Match[str], anchor: Anchor) -> Interval | None:
    named, unit = anchor.named, match["unit"]
    if named is None:
        return None
    if unit in ("week", "month", "year"):
        if named.yearless:
            return None
        found = count_from(named.start, 0, unit)
        return _inferred(_week_of(named) if unit == "week" else found, named)
    if not _is_day(named) or named.start != named.end:
        return None
    return _inferred(Interval(named.start, named.end, "part" if match["part"] else "day", part=match["part"] or ""), named)


def _week_of(named: Interval) -> Interval:
    monday = named.start - timedelta(days=named.start.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def _is_day(named: Interval) -> bool:
    return named.precision in ("part", "day", "range") and (named.end - named.start).days < 31


def _inferred(found: Interval, named: Interval) -> Interval:
    yearless = named.yearless and found.precision != "year"
    return Interval(found.start, found.end, found.precision, found.part, yearless, inferred=True)


def _hours_named(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Three hours later": the same day, unless the hour that was named last, or the many hours, may have led into the next."""
    named = anchor.named
    if named is None or not _is_day(named) or named.start != named.end:
        return None
    groups = match.groupdict()
    hours = count_of(groups["count"]) if groups.get("count") and match["unit"] == "hour" else 0
    hour = int(named.part[:2]) if named.part[:1].isdigit() else _HOUR_OF_PART.get(named.part, 12)
    if hour + hours >= _MIDNIGHT:
        return None
    return _inferred(Interval(named.start, named.end), named)


def _part_named(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "In the evening", of the day named last, where no later part of it was named."""
    named = anchor.named
    if named is None or named.precision not in ("part", "day") or named.start != named.end or named.part in ("evening", "night"):
        return None
    return _inferred(Interval(named.start, named.end, "part", part=match["part"]), named)


CONTEXT_RULES: dict[str, Callable[[re.Match[str], Anchor], Interval | None]] = {
    "beside_named": _beside_named,
    "counted_named": _counted_named,
    "hours_named": _hours_named,
    "bare_hours": _hours_named,
    "part_named": _part_named,
    "same_named": _same_named,
}


def find_clocks(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Find the times of day that stand alone, but not those of habits and timetables."""
    found = []
    for match in _CLOCK.finditer(text, start, end):
        left, right = sentence_around(text, *match.span())
        if not _HABIT.search(text, left, right):
            found.append(match)
    return found


def clock_day(match: re.Match[str], named: When) -> Interval | None:
    """Date a clock time by the day that was named last: the same, or the next where that was a night and this is a morning."""
    if named.precision not in ("part", "day") or named.start != named.end:
        return None
    part = _clock_part(match)
    is_morning = part in ("dawn", "daybreak", "sunrise") or (part[:1].isdigit() and int(part[:2]) < 12)
    was_night = named.part in ("evening", "night") or (named.part[:1].isdigit() and int(named.part[:2]) >= 18)
    day = named.start + timedelta(days=1) if is_morning and was_night else named.start
    return Interval(day, day, "part", part, named.yearless, inferred=True)


def _clock_part(match: re.Match[str]) -> str:
    if match["point"]:
        return match["point"]
    if match["four"]:
        return f"{match['four'][:2]}:{match['four'][2:]}"
    if match["word"]:
        return f"{count_of(match['word']) % 12 + (0 if match['of'] == 'morning' else 12):02d}:00"
    hour, half = int(match["hour"]), match["half"] or match["half2"]
    if half:
        hour = hour % 12 + (12 if half in "Pp" else 0)
    return f"{hour:02d}:{match['minute'] or '00'}"
