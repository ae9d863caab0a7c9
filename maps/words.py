"""How the page says things: dates, certainty, who says so, and where two accounts differ.

Every phrase here is built from fields of a claim and never says more than they do. English only, for now: all phrases of the
page that Python makes are in this module and in `maps.headline`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.model import Basis, Claim, Conflict, Mode, Quote, Source, Status, When

__all__ = [
    "BASIS_WORDS", "MODE_WORDS", "STATUS_WORDS", "attribution_words", "conflict_words", "counted", "day_words", "excerpt",
    "join_words", "published_words", "shortened", "when_words",
]  # fmt: skip

#: The word that stands beside every mark of a status.
STATUS_WORDS: dict[Status, str] = {
    "happened": "reported", "under_way": "under way", "planned": "planned", "possible": "possible", "denied": "denied",
    "past": "earlier trip",
}  # fmt: skip

#: How one travels, after "by" or as it stands.
MODE_WORDS: dict[Mode, str] = {
    "train": "by train", "plane": "by air", "car": "by road", "ship": "by sea", "foot": "on foot", "other": "by other means",
    "unknown": "means of travel not reported",
}  # fmt: skip

#: What a line on the map was drawn along.
BASIS_WORDS: dict[Basis, str] = {
    "reported": "the route is reported", "track": "the line follows railway track and was not reported",
    "road": "the line follows roads and was not reported", "sea lane": "the line follows a sea lane and was not reported",
    "great circle": "the line is the shortest path and was not reported",
}  # fmt: skip

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_LONGEST_QUOTE = 25
_SOURCE_KINDS = {"official": "official", "state media": "state media", "unnamed": "not named"}


def day_words(day: date, *, year: bool = True, weekday: bool = True) -> str:
    """Put a day in words: ``Tue 12 Sept 2023``."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    if weekday and year:
        words = f"{_WEEKDAYS[day.weekday()]} {words}"
    return f"{words} {day.year}" if year else words


def when_words(when: When) -> str:
    """Put a time in words, as fine as it was given and no finer; an inferred one says so."""
    return f"{_span_words(when)} (date inferred)" if when.basis == "inferred" else _span_words(when)


def _span_words(when: When) -> str:
    year = not when.yearless
    if when.precision == "year":
        return str(when.start.year)
    if when.precision == "month":
        month = _MONTHS[when.start.month - 1]
        return f"{month} {when.start.year}" if year else month
    if when.start == when.end or when.precision in ("part", "day"):
        return ", ".join(filter(None, (day_words(when.start, year=year), when.part)))
    same_year = when.start.year == when.end.year
    first = day_words(when.start, year=year and not same_year, weekday=False)
    span = f"{first} to {day_words(when.end, year=year, weekday=False)}"
    return f"week of {span}" if when.precision == "week" else span


def published_words(published: date | None) -> str:
    """Tell when an article appeared, in words."""
    return day_words(published, weekday=False) if published else "date of publication not known"


def attribution_words(chain: Sequence[Source]) -> str:
    """Put a chain of sources in words: ``Yonhap, citing officials (not named)``; empty for an empty chain."""
    named = [_source_words(source) for source in chain if source.name]
    return ", citing ".join(named)


def _source_words(source: Source) -> str:
    kind = _SOURCE_KINDS.get(source.kind, "")
    return f"{source.name} ({kind})" if kind and kind not in source.name.lower() else source.name


def conflict_words(conflict: Conflict) -> str:
    """Tell two accounts that cannot both be true, each with who gives it."""
    sides = [
        f"{value.value or value.date} ({attribution_words(value.attribution) or 'source not named'})" for value in conflict.values
    ]
    about = conflict.about[:1].upper() + conflict.about[1:]
    return f"{about}: {join_words(sides, last='or')}. The sources disagree."


def join_words(words: Sequence[str], *, last: str = "and") -> str:
    """Put a list in words: ``a, b and c``."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def counted(number: int, one: str, many: str = "") -> str:
    """Put a count in words: ``1 source``, ``3 sources``."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def shortened(text: str, longest: int = 160) -> str:
    """Make white space single and cut text with an ellipsis where it is longer than any name or title is: it has gone wrong."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def excerpt(claim: Claim) -> str:
    """Return the words of a claim's passage that may be published: all of it, or 25 words around what gives its status.

    Parameters
    ----------
    claim
        The claim; its cue, else the place, is the middle of the excerpt.

    Returns
    -------
    str
        With white space made single and an ellipsis where it was cut.
    """
    quote = claim.quote
    words = quote.text.split()
    if len(words) <= _LONGEST_QUOTE:
        return " ".join(words)
    return _around(words, _word_index(quote, _anchor(claim)))


def _anchor(claim: Claim) -> int:
    """Return the offset, in the article, of what the excerpt must show."""
    shown = [claim.cue] if claim.cue else [role.resolution.mention.quote for role in claim.places]
    inside = [
        quote.start
        for quote in shown
        if quote.article == claim.quote.article and claim.quote.start <= quote.start < claim.quote.end
    ]
    return inside[0] if inside else claim.quote.start


def _word_index(quote: Quote, offset: int) -> int:
    return len(quote.text[: offset - quote.start].split())


def _around(words: Sequence[str], index: int) -> str:
    first = max(0, min(index - _LONGEST_QUOTE // 2, len(words) - _LONGEST_QUOTE))
    last = first + _LONGEST_QUOTE
    return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"
