"""Verbs of beginning and ending that tell where a journey began or ended: "starting in X", "the tour concluded at Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import objects_of
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.words import meetings, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Act

__all__ = ["begins_journey", "stage"]

#: Verbs of where a journey begins and ends, where nothing else is begun or ended.
_STAGE_ACTS: dict[str, Act] = {"begin": "depart", "end": "arrive", "finish": "arrive", "start": "depart"}
#: And of where talks and ceremonies do, too, so that a journey must be their subject.
_FORMAL_STAGES: dict[str, Act] = {"commence": "depart", "conclude": "arrive", "culminate": "arrive"}


def stage(token: Token, lemma: str) -> Act | None:
    """Find what a verb that only says where a journey began or ended makes of it: "starting in X", "will finish at Y"; not "started talks in X"."""
    of_something = any(c.dep_ in ("dobj", "obj", "xcomp", "ccomp", "acomp", "prt") for c in token.children)
    there = any(c.dep_ == "prep" and c.lower_ in ("in", "at", "from", "near") for c in token.children)
    first = token.head if token.dep_ == "conj" else token
    of_journey = any(lemma_of(c) in nouns() for t in (token, first) for c in t.children if c.dep_ == "nsubj")
    beside = objects_of(token, "with")  # "the walk ended with a rally in X"
    if of_something or not (there or any(_is_met(o) or of_journey for o in beside)):
        return None
    return _STAGE_ACTS.get(lemma) or (_FORMAL_STAGES.get(lemma) if of_journey else None)


def begins_journey(verb: Token, lemma: str, objects: list[Token]) -> bool:
    """Tell whether a journey stands right behind what is said of it: "began her walk in X", but not "will end in X a tour of Y"."""
    if lemma not in _STAGE_ACTS and lemma not in _FORMAL_STAGES:
        return False
    between = [c.i for c in verb.rights if c.dep_ == "prep"]
    return any(lemma_of(o) in nouns() and not any(i < o.i for i in between) for o in objects)


def _is_met(noun: Token) -> bool:
    """Whether what a journey begins or ends with is a meeting or a stay: "a tour that began with talks in X"."""
    lemma = lemma_of(noun)
    return (lemma, "noun") in meetings() or nouns().get(lemma, {}).get("act") == "stay"
