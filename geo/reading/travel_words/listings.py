"""Find clauses that only say that a place has its turn: "Longford is next, then Enniskillen", "X is his last stop", "Y follows on Sunday".

And those that tell what the stop is to be: "his destination was listed as X", "she named Y as her next stop".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["are_of_tour", "is_listing", "listed", "names_goal"]

_STOPS = frozenset({"call", "destination", "halt", "leg", "port", "stage", "stop", "stopover"})
_TURNS = frozenset({"first", "finally", "last", "next", "then", "today", "tomorrow", "tonight"})
_COPULAS = frozenset({"be", "come", "follow"})
#: Words beside several stops of which a journey is made up, and no others: "other stops will be X and Y", but not "the most popular destinations".
_SEVERAL = frozenset("all earlier following further other planned previous remaining scheduled the".split())
#: How far, in words, a journey may be told before its stops.
_NEAR = 60
#: Journeys that have stops.
_TOURS = frozenset("cruise expedition itinerary journey pilgrimage swing tour trek trip voyage".split())
#: Verbs that tell what a stop is to be, behind "as".
_GIVES = frozenset("announce choose declare designate give list log name pick record register report select set state".split())


def is_listing(verb: Token) -> bool:
    """Tell whether a verb only says that a place has its turn: "X is next", "next comes X", "X is his last stop", "Y follows"."""
    lemma = lemma_of(verb)
    if _given(verb) or _included(verb):
        return True
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
    return bool(named) and (stop or turns or lemma == "follow" or _is_of_several(verb, named[0])) and len(named) == 1


def listed(verb: Token) -> Iterator[Token]:
    """Yield the names that have their turn: "Longford is next, then Enniskillen and Derry"."""
    roots = _given(verb) or _included(verb)
    roots = roots or [c for c in verb.children if c.dep_ in ("nsubj", "attr", "appos", "npadvmod") and c.pos_ == "PROPN"]
    for root in roots:
        yield from (root, *root.conjuncts, *(t for c in root.children if c.dep_ == "appos" for t in (c, *c.conjuncts)))


def names_goal(verb: Token) -> bool:
    """Tell whether a clause tells where somebody wants to go, whatever its tense: "his destination was X", "gave Y as his next stop"."""
    return bool(_given(verb)) or any(lemma_of(c) == "destination" for c in verb.children if c.dep_ in ("attr", "nsubj"))


def _given(verb: Token) -> list[Token]:
    """The name that a clause gives for a stop, behind "as" or before it."""
    if lemma_of(verb) not in _GIVES:
        return []
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    marks = [c for t in (verb, *things) for c in t.children if c.lower_ == "as"]
    ends = [o for c in marks for o in c.children if o.dep_ == "pobj"]
    for named, stops in ((ends, things), (things, ends)):
        if any(_is_own_stop(t) for t in stops):
            return [t for t in named if t.pos_ == "PROPN"]
    return []


def _included(verb: Token) -> list[Token]:
    """The first name that a clause lists of the ports of call of a voyage: "ports of call include X, Y and Z"."""
    ports = any(c.dep_ == "nsubj" and _is_port_of_call(c) for c in verb.children) and not _was_to_be(verb)
    return [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN"] if ports and lemma_of(verb) == "include" else []


def _is_port_of_call(noun: Token) -> bool:
    """Whether a noun is for the ports of call of a ship: "its ports of call", "the ship's ports of call", but not "the company's"."""
    owned = [c for c in noun.children if c.dep_ == "poss" and c.pos_ == "NOUN" and vehicle_mode(c) == "unknown"]
    called = any(o.lemma_ == "call" for c in noun.children if c.lower_ == "of" for o in c.children)
    return lemma_of(noun) == "port" and called and not owned


def _was_to_be(verb: Token) -> bool:
    """ "Would have included", of what came to nothing."""
    return any(c.tag_ == "MD" for c in verb.children) and any(lemma_of(c) == "have" for c in verb.children if c.dep_ == "aux")


def _is_of_several(be: Token, name: Token) -> bool:
    """Whether "to be" lists the stops of a journey: "the stops are X, Y and Z", "among the stops are X and Y"."""
    if lemma_of(be) != "be" or not any(c.dep_ == "conj" for c in name.children):
        return False
    among = [o for c in be.children if c.lower_ == "among" for o in c.children]
    subjects = (*among, *(c for c in be.children if c.dep_ == "nsubj"))
    return any(c.tag_ == "NNS" and lemma_of(c) in _STOPS and any(True for _ in c.lefts) and are_of_tour(c, be) for c in subjects)


def are_of_tour(stops: Token, verb: Token) -> bool:
    """Tell whether a noun means the stops of a journey told in its sentence or the one before it: "stops", "other stops", "the stops on the tour".

    Not "popular stops", "bus stops" or "the stops on the line", nor what a journey "would have included".
    """
    if not _SEVERAL.issuperset(c.lower_ for c in stops.lefts) or _was_to_be(verb):
        return False
    if any(_lies_elsewhere(o) for c in stops.children if c.dep_ == "prep" for o in c.children):
        return False
    first = verb.sent.start
    before = verb.doc[first - 1].sent.start if first else 0
    return any(t.pos_ == "NOUN" and lemma_of(t) in _TOURS for t in verb.doc[max(before, verb.i - _NEAR) : verb.i])


def _lies_elsewhere(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.pos_ == "NOUN" and lemma_of(noun) not in _TOURS


def _is_own_stop(noun: Token) -> bool:
    return lemma_of(noun) in _STOPS and any(c.lower_ in _TURNS or c.dep_ == "poss" for c in noun.children)
