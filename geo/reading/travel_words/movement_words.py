"""Tell by its words alone whether a sentence can tell a movement or a stay: the cheap question before the parser is asked.

The words are those by which `geo.reading.travel_words.finding` finds its predicates, in all their forms. A verb that moves nobody by itself needs
its particle or its vehicle in the same sentence: "got *into* Oslo", "caught a *ferry*".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.reading.travel_words.words import AWAITED, GETS, LOADS, NAMED_ENDS, TAKES_VEHICLE
from geo.reading.vocabulary.tables import table, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["can_move"]

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: Verbs of being somewhere, which count only beside a movement, and verbs that are listed to be refused.
_NO_MOVEMENT = frozenset({"attach", "refuse"})
_BE = ("be", "been", "is", "are", "was", "were", "s", "re", "m")
#: Where somebody awaited is going to be.
_ARRIVALS = frozenset({"in", "at", "into", "back", "here", "home", "there"})
#: What is on the programme of somebody who goes from place to place.
_ENGAGEMENTS = frozenset("address appear attend campaign headline perform play preach rally speak".split())


class _Company(NamedTuple):
    """Sets of words of each of which one has to stand in the same sentence."""

    needed: tuple[frozenset[str], ...] = ()

    def stands_in(self, words: set[str]) -> bool:
        return all(not any_of.isdisjoint(words) for any_of in self.needed)


def can_move(sentence: str) -> bool:
    """Tell whether a sentence holds a word of movement or of a stop on the way, with the particle or vehicle that it needs."""
    found = _WORD.findall(sentence.lower())
    words = {*found, *(part for word in found if "-" in word for part in word.split("-"))}
    known = _forms()
    return any(company.stands_in(words) for word in words & known.keys() for company in known[word])


@cache
def _forms() -> dict[str, tuple[_Company, ...]]:
    """Every form of the words of movement, each with the company that it needs."""
    forms: dict[str, set[_Company]] = {}
    for words, company in (*_verbs(), *_nouns(), *_phrases()):
        for word in words:
            forms.setdefault(word, set()).add(company)
    return {word: tuple(companies) for word, companies in forms.items()}


def _verbs() -> Iterator[tuple[Iterable[str], _Company]]:
    for row in table("verbs"):
        common = (
            row["lemma"] in NAMED_ENDS and not row["particle"]
        )  # words of everything; who "made Lisbon" is told to travel elsewhere too
        if row["force"] not in _NO_MOVEMENT and not common:
            yield _verb_forms(row["lemma"]), _Company(tuple(frozenset({word}) for word in row["particle"].split()))


def _nouns() -> Iterator[tuple[Iterable[str], _Company]]:
    for row in table("nouns"):
        yield _noun_forms(row["lemma"]), _Company()


def _phrases() -> Iterator[tuple[Iterable[str], _Company]]:
    """What needs more than a word: "took a train", "the bus from X to Y", "is due in X", "bound for X", "en route", "is off to X", "is back in Y"."""
    vehicles = frozenset(form for lemma in words_of("vehicles", "mode") for form in _noun_forms(lemma))
    for verb in TAKES_VEHICLE | GETS | LOADS:
        yield _verb_forms(verb), _Company((vehicles,))
    for verb in AWAITED:
        yield _verb_forms(verb), _Company((_ARRIVALS,))
        yield _verb_forms(verb), _Company((_ENGAGEMENTS,))
    yield vehicles, _Company((frozenset({"from"}), frozenset({"to"})))
    yield ("bound",), _Company((frozenset({"for"}),))
    yield ("en",), _Company((frozenset({"route"}),))
    yield _BE, _Company((frozenset({"off"}), frozenset({"to", "for"})))
    yield _BE, _Company((frozenset({"back", "home", "away"}), frozenset({"in", "from", "at"})))


def _verb_forms(lemma: str) -> set[str]:
    """All forms that a verb can take by rule, right or not (a form too many does no harm), and its irregular ones."""
    stem = lemma.removesuffix("e")
    forms = {lemma, f"{lemma}s", f"{lemma}es", f"{stem}ed", f"{stem}ing", f"{lemma}ing"}
    forms |= {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}
    if lemma.endswith("y"):
        forms |= {f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"}
    return forms.union(words_of("irregular_verbs", "forms").get(lemma, "").split())


def _noun_forms(lemma: str) -> set[str]:
    forms = {lemma, f"{lemma}s", f"{lemma}es"}
    return forms | {f"{lemma[:-1]}ies"} if lemma.endswith("y") else forms
