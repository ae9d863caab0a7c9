"""Words that tell by themselves of an arrival to come: "is expected in X on Friday", "was due at Y at noon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import objects_of
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.words import AWAITED

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["awaited", "is_awaited", "is_due"]


def is_awaited(token: Token) -> bool:
    """Tell whether a word names a coming arrival by itself: "is expected in X on Friday", "is due back there"."""
    if (token.lower_ if token.pos_ == "ADJ" else lemma_of(token)) not in AWAITED or any(
        c.dep_ in ("xcomp", "ccomp", "dobj") for c in token.children
    ):
        return False
    passive = token.tag_ in ("VBN", "VBD") and any(c.dep_ in ("nsubjpass", "auxpass", "nsubj") for c in token.children)
    near = {c.lower_ for c in token.children} | {c.lower_ for c in token.head.children if c.i > token.i and token.dep_ == "acomp"}
    behind = token.dep_ == "amod" and token.i > token.head.i  # "Prime minister due in X", as headlines have it
    return (passive or behind or token.dep_ in ("acomp", "acl", "oprd", "ROOT")) and bool(
        near & {"in", "at", "back", "here", "home", "there", "into"}
    )


def awaited(token: Token) -> Predicate:
    """Read a word for which `is_awaited` holds: an arrival, but "due in court in X" only of who is told to travel."""
    in_court = any(lemma_of(o) == "court" for o in objects_of(token, "in", "at"))
    return Predicate(token, "stay", force="attach") if in_court else Predicate(token, "arrive", force="weak")


def is_due(be: Token) -> bool:
    """Tell whether it is for the word behind "be" to tell an arrival, or what it is to be: "is due in X about noon", "was due to hold talks in Y"."""
    due = [c for c in be.children if c.dep_ == "acomp" and c.lower_ in AWAITED]
    return any(is_awaited(c) or any(g.dep_ == "xcomp" for g in c.children) for c in due)
