"""Words and times by which a movement belongs to an earlier trip than the story's: "has been to X twice", "a previous visit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

    from geo.model import When

__all__ = ["is_former", "is_long_before", "is_of_earlier_trip", "is_old", "is_over", "was_last_time"]

#: Adverbs, and adjectives beside a noun, for what was before all that is told.
_EARLIER = frozenset({"ago", "formerly", "once", "previously", "recently"})
_FORMER = frozenset({"earlier", "former", "past", "previous", "prior"})
_OVER = _FORMER | {"recent"}
#: Verbs by which somebody was somewhere for the last time; what was last seen or heard of is still on its way.
_GOES_THERE = frozenset({"be", "come", "fly", "go", "tour", "travel", "visit"})
#: Stretches of time after which another trip is made.
_LONG = frozenset({"decade", "month", "year"})
#: Parts of one way, of which an earlier one belongs to the same trip.
_PARTS_OF_A_WAY = frozenset({"destination", "leg", "stage", "stop"})
#: A trip that ended longer before publication than this, in days, is told as background.
_OLD = 28


def is_of_earlier_trip(verb: Token) -> bool:
    """Tell whether a clause tells of a time before all that the story tells."""
    return was_last_time(verb) or _is_counted(verb) or any(_looks_back(c) for c in verb.children)


def _looks_back(word: Token) -> bool:
    """Whether an adverb tells of a time before all that is told."""
    return word.dep_ == "advmod" and word.lower_ in _EARLIER


def was_last_time(verb: Token) -> bool:
    """Tell whether a clause tells of the time before the story's, however lately that was: "he last visited X in May"."""
    last = any(c.dep_ == "advmod" and c.lower_ == "last" and c.i == verb.i - 1 for c in verb.children)
    return last and lemma_of(verb) in _GOES_THERE


def _is_counted(verb: Token) -> bool:
    """Whether a verb sums up what was done before the story: "has been to X twice", "has visited Y three times"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve", "’ve") for c in verb.children) and verb.tag_ == "VBN"
    words = [t for c in verb.children if c.dep_ in ("advmod", "npadvmod") for t in (c, *c.children)]
    times = any(t.lower_ == "times" and any(c.dep_ in ("amod", "nummod") for c in t.children) for t in words)
    return perfect and (times or any(t.lower_ in ("once", "twice") for t in words))


def is_former(word: Token) -> bool:
    """Tell whether a noun tells of an earlier trip: "a previous visit", but not "the previous stop"."""
    return lemma_of(word) not in _PARTS_OF_A_WAY and any(c.lower_ in _FORMER for c in word.children if c.dep_ == "amod")


def is_over(word: Token) -> bool:
    """Tell whether a noun tells of a journey that is over: "his recent visit", "an earlier trip"."""
    return any(c.lower_ in _OVER for c in word.children if c.dep_ == "amod")


def is_long_before(word: Token) -> bool:
    """Tell whether months or years lie between what is told and what a verb or noun tells: "came to X two years after she visited Y"."""
    marks = [c for c in word.children if c.dep_ == "mark"] if word.dep_ == "advcl" else [word.head] if word.dep_ == "pobj" else []
    times = [t for mark in marks if mark.lower_ == "after" for t in (*mark.children, *word.children) if t.dep_ == "npadvmod"]
    return any(lemma_of(t) in _LONG and t.i < word.i for t in times)


def is_old(when: When | None, published: date | None) -> bool:
    """Tell whether a time is so long before publication that what it dates is told as background."""
    return when is not None and published is not None and not when.yearless and (published - when.end).days > _OLD
