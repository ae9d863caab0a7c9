"""Find the times that a text states, as intervals of days.

A grammar of our own, in three steps: a shape is recognised (`geo.reading.times.date_words`), the verb beside it tells whether it lies
before or after the day of writing (`geo.reading.times.tense`), and a rule works out the interval (`geo.reading.times.calendar_dates`,
`geo.reading.times.relative_dates`, `geo.reading.times.feasts`). A time that counts from another, such as "the following day" or "at 4.30 a.m.",
takes the one that the text told last (`geo.reading.times.date_context`) and says that it is inferred. What cannot be told, such as "on Sunday"
in a text without a date of publication, gives nothing: no date is better than an invented one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.model import Quote, When
from geo.reading.times.calendar_dates import CALENDAR_RULES
from geo.reading.times.date_context import CONTEXT_PATTERNS, CONTEXT_RULES, clock_day, find_clocks, is_of_a_report
from geo.reading.times.date_words import PARTS_OF_DAY, PATTERNS
from geo.reading.times.feasts import FEAST_PATTERNS, FEAST_RULES
from geo.reading.times.intervals import Anchor, Interval
from geo.reading.times.relative_dates import RELATIVE_RULES
from geo.reading.times.running_years import with_running_years
from geo.reading.times.tense import Direction, guess_direction, sentence_around

if TYPE_CHECKING:
    from datetime import date

    from geo.model import Article

__all__ = ["Hint", "find_dates", "find_times"]

_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?:\s*(?P<half>[AaPp])\.?\s?[Mm]\b\.?)?"
    r"(?::\d\d)?(?:\s+(?:[A-Z]{2,4}|local\s+time)\b)?"
)
_AFTER = re.compile(
    rf"(?:\s+(?P<part>{'|'.join(PARTS_OF_DAY)})\b|(?:T|,?\s+)(?P<at>at\s+)?(?:(?:about|around|approximately|just\s+(?:before|after))\s+)?{_CLOCK})"
)
_BEFORE = re.compile(rf"(?:\b(?P<part>{'|'.join(PARTS_OF_DAY)})\s+of\s+(?:the\s+)?|\b{_CLOCK},?\s+(?:on\s+)?)$")
_PATTERNS = {**PATTERNS, **FEAST_PATTERNS, **CONTEXT_PATTERNS}
_RULES = {**CALENDAR_RULES, **RELATIVE_RULES, **FEAST_RULES, **CONTEXT_RULES}
#: "At noon he left and will be home tomorrow": the later time is of another clause.
_ANOTHER_CLAUSE = re.compile(r"\b(?:and|but|then)\s|;")
#: How far after a time another may count from it, in characters: some two paragraphs of news.
_NEAR = 900
#: How many times back, those of statements included, it may stand.
_TOLD = 6
#: Longest stretch before a date in which a clock time or "the evening of" can stand, in characters.
_LOOK_BACK = 40

#: Names and habits that hold a weekday but are no date.
_NOT_A_DATE_BEFORE = re.compile(
    r"(?:\b(?:[Ee]very|[Ee]ach|Black|Good|Bloody|Ash|Holy|Easter|Cyber|[Tt]he following|[Tt]he next|[Tt]he previous)\s+|-)$"
)
#: A weekday that is somebody's first name stands where an apposition or a title puts names: "the pilot, Monday Okafor".
_NAME_BEFORE = re.compile(r"(?:,\s+|\b(?:Mr|Mrs|Ms|Dr|named|called)\.?\s+)$")
_NAME_AFTER = re.compile(
    r"\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]+\b"
)
_NOT_A_DATE_AFTER = re.compile(
    r"\s*(?:Times|Mirror|Telegraph|Herald|Night Live|Post|Mail|Express|Service|[Ss]chool)\b|s\b|['’]s\s+(?:Child|Child)"
)

#: Tells from the offsets of a date whether it lies before or after the day of writing; None: the words beside it decide.
Hint = Callable[[int, int], Direction | None]


def find_dates(
    text: str,
    *,
    published: date | None,
    start: int = 0,
    end: int | None = None,
    article_id: str = "",
    direction: Direction | Hint | None = None,
) -> list[When]:
    """Find the times in ``text[start:end]``.

    Parameters
    ----------
    text
        The whole text of an article; offsets are into it.
    published
        The day of publication; None where unknown, and then only dates that need none are found.
    start, end
        The stretch to search, in characters.
    article_id
        For the quotes.
    direction
        ``past`` or ``future`` for every date without one of its own, or a function of a date's offsets that says which; by
        default, and where the function says None, the nearest verb decides.

    Returns
    -------
    list of When
        In the order of the text, none overlapping.
    """
    last = len(text) if end is None else end
    found: list[When] = []
    anchor = Anchor(published)
    named_at = position = start
    for name, match in _shapes(text, start, last):
        if match.start() < position or _is_name(name, match, text):
            continue
        begin, stop = _core(name, match)
        if begin - named_at > _NEAR:
            anchor = replace(anchor, named=None)
        anchor = replace(anchor, direction=_direction(text, begin, stop, direction))
        try:
            interval = _RULES[name](match, anchor)
        except (OverflowError, ValueError):  # beyond the calendar that Python knows
            interval = None
        if interval is None:
            continue
        anchor = _remember_month(anchor, name, interval)
        when = _when(text, begin, stop, interval, article_id, position_after=found[-1].words.end if found else start)
        if not is_of_a_report(text, begin):
            anchor, named_at = replace(anchor, named=replace(interval, part=when.part)), stop
        position = when.words.end
        found.append(when)
    return sorted([*found, *_clocks(text, start, last, found, article_id)], key=lambda w: w.words.start)


def find_times(article: Article) -> list[When]:
    """Find the times of an article, read against its day of publication; where that is inferred, so is what hangs on it.

    Where it is unknown, dates without a year take that of the dates before them.
    """
    times = find_dates(article.text, published=article.published, article_id=article.id)
    if article.published is None:
        return with_running_years(times)
    if article.published_basis != "inferred":
        return times
    alone = {(w.words, w.edtf) for w in find_dates(article.text, published=None, article_id=article.id)}
    return [w if (w.words, w.edtf) in alone else replace(w, basis="inferred") for w in times]


def _clocks(text: str, start: int, end: int, found: list[When], article_id: str) -> list[When]:
    """Date the clock times that stand alone by the day told last before them, unless their own sentence names a later one."""
    clocks: list[When] = []
    starts = [w.words.start for w in found]
    for match in find_clocks(text, start, end):
        before = bisect_left(starts, match.start())
        _, right = sentence_around(text, match.start(), match.end())
        if before < len(found) and starts[before] < right and not _ANOTHER_CLAUSE.search(text, match.end(), starts[before]):
            continue
        told = next(
            (w for w in reversed(found[max(0, before - _TOLD) : before]) if not is_of_a_report(text, w.words.start)), None
        )
        if told is None or told.words.end > match.start() or match.start() - told.words.end > _NEAR:
            continue
        if (interval := clock_day(match, told)) is not None:
            clocks.append(_when(text, *match.span(), interval, article_id, position_after=match.start()))
    return clocks


def _shapes(text: str, start: int, end: int) -> list[tuple[str, re.Match[str]]]:
    """Return every match of every shape, the leftmost first and of those the longest."""
    order = {name: rank for rank, name in enumerate(_PATTERNS)}
    matches = [(name, match) for name, pattern in _PATTERNS.items() for match in pattern.finditer(text, start, end)]
    return sorted(matches, key=lambda found: (_core(*found)[0], -found[1].end(), order[found[0]]))


def _core(name: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the offsets of the date itself, without the preposition that only helped to recognise it."""
    if name == "month" and not match["rel"]:
        return match.start("m1"), match.end("m1")
    if name == "year":
        return match.start("y"), match.end("y")
    return match.span()


def _is_name(name: str, match: re.Match[str], text: str) -> bool:
    if name not in ("weekday", "weekdays"):
        return False
    if (
        name == "weekday"
        and _NAME_BEFORE.search(text, max(0, match.start() - 10), match.start())
        and _NAME_AFTER.match(text, match.end())
    ):
        return True
    if _NOT_A_DATE_BEFORE.search(text, max(0, match.start() - 16), match.start()):
        return True
    return _NOT_A_DATE_AFTER.match(text, match.end()) is not None


def _direction(text: str, start: int, end: int, given: Direction | Hint | None) -> Direction | None:
    if isinstance(given, str):
        return given
    hint = given(start, end) if callable(given) else None
    return hint or guess_direction(text, start, end)


_WITH_MONTH = frozenset(
    {"iso", "numeric", "month_day", "month_days", "day_month", "days_month", "three_days", "ordinal_month", "month_ordinal", "month", "month_year"}
)  # fmt: skip


def _remember_month(anchor: Anchor, name: str, interval: Interval) -> Anchor:
    """Keep the month that an explicit date names, for a later "on the 28th"."""
    if name in _WITH_MONTH:
        return replace(anchor, month=interval.end.replace(day=1), month_yearless=interval.yearless)
    return anchor


def _when(text: str, start: int, end: int, interval: Interval, article_id: str, *, position_after: int) -> When:
    part = interval.part
    if interval.precision == "day":
        part, start, end = _part_of_day(text, start, end, position_after)
    return When(
        interval.start,
        interval.end,
        "part" if part else interval.precision,
        Quote(article_id, start, end, text[start:end]),
        "inferred" if interval.inferred else "stated",
        part,
        interval.yearless,
    )


def _part_of_day(text: str, start: int, end: int, floor: int) -> tuple[str, int, int]:
    """Look on both sides of a day for a part of it or a clock time; return it with the widened offsets."""
    after = _AFTER.match(text, end)
    if after and (part := _part(after, needs_mark=not after["at"])):
        return part, start, after.end()
    before = _BEFORE.search(text, max(floor, start - _LOOK_BACK), start)
    if before and (part := _part(before, needs_mark=True)):
        return part, before.start(), end
    return "", start, end


def _part(match: re.Match[str], *, needs_mark: bool) -> str:
    if match["part"]:
        return match["part"]
    # A bare number is a time only after "at", with minutes, or with a.m. or p.m.
    if not match["half"] and not match["minute"] and needs_mark:
        return ""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    return f"{hour:02d}:{match['minute'] or '00'}"
