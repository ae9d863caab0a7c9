"""Verbs by which somebody goes aboard what then takes him along: "caught a ferry", "took the Eurostar", "were put on a train", "was on the boat to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import objects_of
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import GETS, LOADS, TAKES_VEHICLE, nouns
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ride"]

#: Verbs that take a carrier, which may be called by its name alone.
_BOOKED = frozenset({"board", "catch", "ride", "take"})


def ride(token: Token, objects: list[Token], *, passive: bool) -> Predicate | None:
    """Read a verb by what its object or what stands behind "on" and "aboard" goes as; None where it is nothing that goes.

    Parameters
    ----------
    token
        The verb.
    objects
        Its direct objects.
    passive
        Whether it is a passive: what was taken took nobody along.
    """
    lemma = lemma_of(token)
    vehicles = objects or objects_of(token, "into", "onto", "on", "in")
    behind = [o.nbor(1) for o in objects if o.pos_ == "PROPN" and o.i + 1 < len(o.doc)]  # "the Tranz Alpine train"
    riding = next((o for o in (*vehicles, *behind) if vehicle_mode(o) != "unknown"), None)
    takes = lemma in TAKES_VEHICLE or (lemma in GETS and riding in objects and _is_directed(token, objects))
    if takes and riding is not None and not passive and not _lasts(token):
        return Predicate(token, "depart" if lemma == "board" else "travel", "vehicle", vehicle_mode(riding))
    if lemma in _BOOKED and not passive and any(_is_service(o) for o in objects):
        return Predicate(token, "travel", "vehicle")
    aboard = next((m for o in objects_of(token, "on", "aboard", "onto", "into") if (m := vehicle_mode(o)) != "unknown"), None)
    if lemma in LOADS and aboard is not None:
        return Predicate(token, "depart", "traveller", aboard, "weak")
    if lemma == "be" and (bound := _bound_vehicle(token)) is not None:
        return Predicate(token, "travel", mode=vehicle_mode(bound), force="weak")
    return None


def _is_directed(verb: Token, objects: list[Token]) -> bool:
    """Whether it is told whence or where to somebody got a vehicle: "got a flight out of X", "grabbed a taxi to Y"."""
    return any(c.dep_ == "prep" and c.lower_ in ("from", "out", "to") for t in (verb, *objects) for c in t.children)


def _lasts(taking: Token) -> bool:
    """Whether a journey takes somebody so long: "the passage took the schooner 12 days"."""
    time = any(lemma_of(c) in STRETCHES for c in taking.children if c.dep_ in ("dobj", "npadvmod"))
    return time and any(lemma_of(c) in nouns() for c in taking.children if c.dep_ == "nsubj")


def _is_service(noun: Token) -> bool:
    """Whether what is taken is a carrier by its name: "took Airtrans from X to Y", "an early Eurostar to X", "the Overland to X"."""
    if noun.pos_ != "PROPN" or noun.ent_type_ in ("PERSON", "GPE", "LOC", "DATE", "TIME"):
        return False
    ends = {c.lower_ for t in (noun, noun.head) for c in t.children if c.dep_ == "prep" and c.i > noun.i}
    known = any(c.lower_ in ("a", "an", "the") for c in noun.children) and noun.tag_ == "NNP" and people_kind(noun.lower_) is None
    return {"from", "to"} <= ends or (known and bool({"for", "to"} & ends))


def _bound_vehicle(token: Token) -> Token | None:
    """The vehicle, with where it goes, that somebody "was on": "was on the six o'clock boat to X", "were aboard a bus from Y"."""
    aboard = (o for o in objects_of(token, "on", "aboard") if vehicle_mode(o) != "unknown")
    ends = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("to", "from")]
    return next(
        (
            o
            for o in aboard
            if any(c.dep_ == "prep" and c.lower_ in ("to", "for", "from") for c in o.children) or any(c.i > o.i for c in ends)
        ),
        None,
    )
