"""Somebody without a name whom an article calls again by other words: "A Swedish cyclist left X. The 34-year-old reached Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.parties.called import is_another, is_definite, is_told_before, noun_of, others_of_kind
from geo.reading.vocabulary.callings import callings_of, tells_of_crime
from geo.reading.vocabulary.persons import is_animal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.trip import Trip

__all__ = ["called_otherwise"]

_MALE = frozenset(
    "actor boy father gentleman grandfather husband king man monk policeman prince schoolboy son waiter widower".split()
)
_FEMALE = frozenset(
    "actress girl grandmother lady mother nun policewoman princess queen schoolgirl waitress widow wife woman".split()
)
_GROWN = frozenset("father grandfather grandmother husband mother parent pensioner widow widower wife".split())
_YOUNG = frozenset("boy child girl schoolboy schoolgirl teen teenager toddler youngster youth".split())
#: Nouns that may mean anybody, and no more.
_ANYBODY = frozenset("adventurer man pilgrim traveler traveller visitor wanderer woman".split()) | _YOUNG
#: Nouns for whoever is wanted or held for something.
_WANTED = frozenset(
    "attacker convict detainee escapee fugitive gunman inmate killer murderer prisoner robber runaway suspect thief".split()
)
_ANIMAL = frozenset({"animal", "beast", "creature", "mammal"})
#: What those do who may be called by another word for the same: "the rider" for a cyclist.
_SAME_TRADES = frozenset({"crew", "sport", "stage"})
#: What behind a noun tells whom it means, so that it is somebody else: "the man who attacked her", "the man arrested in X".
_TOLD_BEHIND = r"(?! (?:at|behind|from|he|I|in|it|of|on|responsible|she|that|they|we|who|whom|whose|with|[A-Z]\w*|\w+(?:ed|ing)(?: by| for| from| in| of| over| to| with))\b)"
_AGED = re.compile(r"(\d+)-year-old")
_ADULT = 20


def called_otherwise(described: Trip, trips: Sequence[Trip], texts: Mapping[str, str]) -> Trip | None:
    """Find the one person, or animal, without a name of whom an article told before, where it goes on with "the man", "the 34-year-old", "the animal".

    Not where it has brought in somebody else by that noun, or named somebody who travels before.

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
    if len(before) != 1 or not _is_nameless(before[0]) or is_another(before[0]) or not _may_be(described, before[0]):
        return None
    return before[0] if not _is_brought_in(described, before[0], texts) else None


def _is_nameless(trip: Trip) -> bool:
    return trip.traveller.kind == "person" and noun_of(trip)[:1].isalnum() and not noun_of(trip)[:1].isupper()


def _is_called_alone(described: Trip) -> bool:
    """Whether the noun stands alone where it is told of him, with no word behind it on whom it means."""
    alone = re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,3}}{re.escape(noun_of(described))}\b{_TOLD_BEHIND}")
    return alone.search(described.claims[0].quote.text) is not None


def _may_be(described: Trip, one: Trip) -> bool:
    noun, other = noun_of(described), noun_of(one)
    ages = [_AGED.search(t.traveller.name) for t in (described, one)]
    if noun == other or (ages[0] and ages[1]):
        return _words_of(described) <= _words_of(one) if not ages[0] or not ages[1] else ages[0][1] == ages[1][1]
    if is_animal(other) or other in _ANIMAL:
        return noun in _ANIMAL
    if _sexes(described, one) or _are_of_other_ages(described, one):
        return False
    if noun in _WANTED:
        return tells_of_crime(w for c in one.claims for w in re.findall(r"\w+", c.quote.text.casefold()))
    return noun in _ANYBODY or ages[0] is not None or bool(callings_of([noun]) & callings_of([other]) & _SAME_TRADES)


def _words_of(trip: Trip) -> set[str]:
    return {w.casefold() for w in trip.traveller.name.split()}


def _sexes(described: Trip, one: Trip) -> bool:
    """Whether a man and a woman are meant."""
    words = [_words_of(t) for t in (described, one)]
    return any(bool(words[a] & _MALE and words[b] & _FEMALE) for a, b in ((0, 1), (1, 0)))


def _are_of_other_ages(described: Trip, one: Trip) -> bool:
    """Whether a child is meant and somebody of more years."""
    grown = [(m := _AGED.search(t.traveller.name)) is not None and int(m[1]) >= _ADULT for t in (described, one)]
    grown = [old or bool(_words_of(t) & _GROWN) for old, t in zip(grown, (described, one), strict=True)]
    young = [bool(_words_of(t) & _YOUNG) for t in (described, one)]
    return (grown[0] and young[1]) or (grown[1] and young[0])


def _is_brought_in(described: Trip, one: Trip, texts: Mapping[str, str]) -> bool:
    """Whether the article brings in somebody by the noun before it calls him so, who is not the one that it has told of."""
    quote = next(c.quote for c in described.claims)
    new = re.compile(
        rf"\b(?:an?|another) (?:[\w-]+ ){{0,3}}{re.escape(noun_of(described))}\b(?! {re.escape(noun_of(one))})", re.IGNORECASE
    )
    return new.search(texts.get(quote.article, ""), 0, quote.start) is not None
