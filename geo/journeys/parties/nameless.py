"""Somebody without a name whom an article calls again by other words: "A Swedish cyclist left X. The 34-year-old reached Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.parties.called import is_another, is_definite, is_told_before, noun_of, others_of_kind
from geo.reading.vocabulary.callings import callings_of, tells_of_crime
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.trip import Trip

__all__ = ["called_otherwise"]

_MALE = frozenset("actor boy father grandfather husband king monk prince schoolboy son waiter widower".split())
_FEMALE = frozenset("actress girl grandmother lady mother nun princess queen schoolgirl waitress widow wife".split())
_GROWN = frozenset("father grandfather grandmother husband man mother parent pensioner widow widower wife woman".split())
_YOUNG = frozenset("boy child girl schoolboy schoolgirl toddler youngster".split())
#: Nouns that may mean anybody, and no more.
_ANYBODY = frozenset("adventurer man pilgrim teen teenager traveler traveller visitor wanderer woman youth".split()) | _YOUNG
#: Nouns for whoever is wanted for something.
_WANTED = frozenset("escapee fugitive runaway suspect".split())
#: Nouns for whoever is of a trade, beside one for what he does there: "the rider" for a cyclist, but not "the drummer" for a singer.
_OF_TRADE = frozenset("artist athlete competitor musician performer player racer rider sailor".split())
#: What behind a noun tells whom it means, so that it is somebody else: "the man who attacked her", "the man arrested in X", "the man, 44".
_TOLD_BEHIND = (
    r"(?!, (?:aged )?\d| (?:at|behind|from|he|I|in|it|of|on|responsible|she|that|they|we|who|whom|whose|with|[A-Z]\w*"
    r"|\w+(?:ed|ing)(?: by| for| from| in| of| over| to| with))\b)"
)
#: How a text tells of somebody hurt, or of somebody's victim, and not of who went before: "the woman was flown to X".
_CARRIED = r"(?:has been|had been|is|was) (?:airlifted|brought|carried|driven|flown|rushed|taken|transferred)"
_AGED = re.compile(r"(\d+)-year-old")
_ADULT = 20


def called_otherwise(described: Trip, trips: Sequence[Trip], texts: Mapping[str, str]) -> Trip | None:
    """Find the one person without a name of whom an article told before, where it goes on with "the man", "the 34-year-old", "the minister".

    Not where it has brought in anybody else since it began, or where the words behind the noun tell of whom it speaks.

    Parameters
    ----------
    described
        The trip of whoever is called so.
    trips
        All of the story.
    texts
        Those of the articles, by id.
    """
    if not _is_nameless(described) or not is_definite(described) or is_another(described) or not _is_called_alone(described):
        return None
    before = [t for t in others_of_kind(described, trips) if is_told_before(t, described)]
    if len(before) != 1 or not _is_nameless(before[0]) or is_another(before[0]):
        return None
    quote = described.claims[0].quote
    text = texts.get(quote.article, "")[: quote.start]
    again = _is_same_noun(described, before[0], text) or (
        _may_be(described, before[0]) and not _is_carried(described) and not _brings_in_others(text, described, before[0])
    )
    return before[0] if again else None


def _is_nameless(trip: Trip) -> bool:
    return trip.traveller.kind == "person" and noun_of(trip)[:1].isalnum() and not noun_of(trip)[:1].isupper()


def _is_called_alone(described: Trip) -> bool:
    """Whether the noun stands alone where it is told of him, with no word behind it on whom it means."""
    alone = re.compile(rf"\b(?i:the (?:[\w-]+ ){{0,3}}{re.escape(noun_of(described))})\b{_TOLD_BEHIND}")
    return alone.search(described.claims[0].quote.text) is not None


def _is_carried(described: Trip) -> bool:
    return re.search(rf"\b{re.escape(noun_of(described))} {_CARRIED}\b", described.claims[0].quote.text) is not None


def _is_same_noun(described: Trip, one: Trip, text: str) -> bool:
    """Whether a noun is that of an office or trade told before, and the text before has told of no other: "the minister" after "the foreign minister"."""
    noun, words = re.escape(noun_of(described)), _words_of(one)
    if noun_of(described) != noun_of(one) or not _words_of(described) <= words:
        return False
    beside = (m[1].casefold() for m in re.finditer(rf"([\w’'-]+) {noun}\b", text, re.IGNORECASE))
    return all(word in words | {"a", "an", "the"} for word in beside)


def _may_be(described: Trip, one: Trip) -> bool:
    noun, other = noun_of(described), noun_of(one)
    ages = [_AGED.search(t.traveller.name) for t in (described, one)]
    if ages[0] and ages[1]:
        return ages[0][1] == ages[1][1]
    if _are_of_other_sexes(noun, other) or _are_of_other_ages(described, one):
        return False
    if noun in _WANTED:
        return tells_of_crime(w for c in one.claims for w in re.findall(r"\w+", c.quote.text.casefold()))
    of_trade = bool({noun, other} & _OF_TRADE and callings_of([noun]) & callings_of([other]))
    return noun in _ANYBODY or ages[0] is not None or of_trade


def _words_of(trip: Trip) -> set[str]:
    return {w.casefold() for w in trip.traveller.name.split()}


def _are_of_other_sexes(noun: str, other: str) -> bool:
    sexes = {_sex(noun), _sex(other)}
    return sexes >= {"female", "male"}


def _sex(noun: str) -> str:
    if noun in _FEMALE or noun.endswith("woman"):
        return "female"
    return "male" if noun in _MALE or noun.endswith("man") else ""


def _are_of_other_ages(described: Trip, one: Trip) -> bool:
    """Whether a child is meant and somebody of more years."""
    grown, young = zip(*(_ages_of(t) for t in (described, one)), strict=True)
    return bool((grown[0] and young[1]) or (grown[1] and young[0]))


def _ages_of(trip: Trip) -> tuple[bool, bool]:
    """Whether somebody is called grown up, and whether a child."""
    age, words = _AGED.search(trip.traveller.name), _words_of(trip)
    if age is not None:
        return int(age[1]) >= _ADULT, False
    return bool(words & _GROWN), bool(words & _YOUNG)


def _brings_in_others(text: str, described: Trip, one: Trip) -> bool:
    """Whether a text tells of anybody but the one, by a noun for a person or by the noun for the described: "a nurse flew out with a patient"."""
    noun, own = noun_of(described), _words_of(one)
    new = re.compile(rf"\b(?:an?|another) (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b(?! {re.escape(noun_of(one))})", re.IGNORECASE)
    kinds = [words_of("people_nouns", "kind"), words_of("animate_nouns", "kind")]
    words = set(re.findall(r"[a-z]+", text.casefold())) - own - {noun}
    return new.search(text) is not None or any(kind.get(word) == "person" for word in words for kind in kinds)
