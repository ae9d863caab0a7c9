"""Find clauses that only say that a place has its turn: "Longford is next, then Enniskillen", "X is his last stop", "Y follows on Sunday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["is_listing", "listed"]

_STOPS = frozenset({"call", "destination", "halt", "leg", "port", "stage", "stop", "stopover"})
_TURNS = frozenset({"first", "finally", "last", "next", "then", "today", "tomorrow", "tonight"})
_COPULAS = frozenset({"be", "come", "follow"})


def is_listing(verb: Token) -> bool:
    """Tell whether a verb only says that a place has its turn: "X is next", "next comes X", "X is his last stop", "Y follows"."""
    lemma = lemma_of(verb)
    if lemma not in _COPULAS or any(c.dep_ in ("dobj", "neg", "agent") for c in verb.children):
        return False
    turns = any(c.lower_ in _TURNS and c.dep_ in ("acomp", "advmod", "attr", "npadvmod", "ROOT") for c in verb.children)
    stop = any(
        lemma_of(c) in _STOPS
        and any(g.lower_ in _TURNS or g.dep_ == "poss" or g.lower_ in ("final", "second", "third") for g in c.children)
        for c in verb.children
        if c.dep_ in ("attr", "nsubj")
    )
    named = [c for c in verb.children if c.dep_ in ("nsubj", "attr") and c.pos_ == "PROPN"]
    return bool(named) and (stop or turns or lemma == "follow") and len(named) == 1


def listed(verb: Token) -> Iterator[Token]:
    """Yield the names that have their turn: "Longford is next, then Enniskillen and Derry"."""
    roots = [c for c in verb.children if c.dep_ in ("nsubj", "attr", "appos", "npadvmod") and c.pos_ == "PROPN"]
    for root in roots:
        yield from (root, *root.conjuncts, *(t for c in root.children if c.dep_ == "appos" for t in (c, *c.conjuncts)))
