"""How the page says things: dates, certainty and who says so.

Every phrase here is built from fields of a claim and never says more than they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maps.language import ENGLISH, Language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.model import Claim, Quote, Source, Stop, When

__all__ = ["attribution_words", "excerpt", "published_words", "shortened", "sources_of_stop", "status_word", "when_words"]

_LONGEST_QUOTE = 25
_NAMED_KINDS = ("official", "state media", "unnamed")


def when_words(when: When, language: Language = ENGLISH) -> str:
    """Put a time in words, as fine as it was given and no finer; an inferred one says so."""
    words = _span_words(when, language)
    return language.say("time.inferred", time=words) if when.basis == "inferred" else words


def _span_words(when: When, language: Language) -> str:
    year = not when.yearless
    if when.precision == "year":
        return language.say("time.year", year=when.start.year)
    if when.precision == "month":
        return language.month(when.start, year=year)
    if when.start == when.end or when.precision in ("part", "day"):
        day = language.day(when.start, year=year)
        return language.say("time.part", day=day, part=when.part) if when.part else day
    span = language.say(
        "time.span",
        first=language.day(when.start, year=year and when.start.year != when.end.year, weekday=False),
        last=language.day(when.end, year=year, weekday=False),
    )
    return language.say("time.week", span=span) if when.precision == "week" else span


def published_words(published: date | None, language: Language = ENGLISH, *, inferred: bool = False) -> str:
    """Tell when an article appeared, in words; ``inferred``: its own text does not say so."""
    if published is None:
        return language.say("time.unpublished")
    words = language.day(published, weekday=False)
    return language.say("time.inferred", time=words) if inferred else words


def attribution_words(chain: Sequence[Source], language: Language = ENGLISH) -> str:
    """Put a chain of sources in words: ``Yonhap, citing officials (not named)``; empty for an empty chain."""
    return language.say("source.citing").join(_source_words(source, language) for source in chain if source.name)


def _source_words(source: Source, language: Language) -> str:
    if source.kind not in _NAMED_KINDS or source.kind in source.name.lower():
        return source.name
    return f"{source.name} ({language.say(f'source.{source.kind}'.replace(' ', '_'))})"


def status_word(told: Stop | Claim, language: Language = ENGLISH) -> str:
    """Put the status of a stop or claim into a word; one that is inferred says so, and is never called reported."""
    word = language.say(f"status.{told.status}")
    if told.basis != "inferred":
        return word
    return language.say("inferred.word") if told.status == "happened" else language.say("inferred.hedged", word=word)


def sources_of_stop(stop: Stop, language: Language = ENGLISH) -> str:
    """Count the independent sources of a stop.

    They are those of its status: one that gives another day, less surely, is not among them, so where there are more days than sources the count says of what it is.
    A stop that nobody tells of, on a route that was asked for, is called calculated; of one that is inferred it is said that
    no report was found.
    """
    if stop.basis == "inferred":
        return language.say("inferred.sources")
    if not stop.sources:
        return language.say("sources.calculated")
    sources = language.counted(stop.sources, "source")
    days = max(len(stop.arrive), len(stop.depart))
    if days <= stop.sources or days == 1:
        return sources
    return language.say("sources.disputed", word=language.say(f"status.{stop.status}"), sources=sources, number=days)


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
