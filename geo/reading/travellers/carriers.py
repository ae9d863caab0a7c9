"""Vehicles and those in them: who goes along with what goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.subjects import subjects_of, with_conjuncts
from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.travel_words.predicates import Predicate

__all__ = ["carrier", "carrying_vehicle", "drives_a_load", "riders"]

#: Verbs whose subject goes along with what it moves.
_CARTS = frozenset({"drive", "ferry", "fly", "haul", "row", "sail", "tow"})
#: Verbs of a vehicle that takes others along.
_BEARS = frozenset({"bring", "carry", "deliver", "ferry", "fly", "take", "transport"})
#: Verbs by which somebody is put on what goes.
_LOADS = frozenset("bundle evacuate fly force herd load place put send smuggle take".split())
#: Those and the verbs by which somebody gets on it or goes on it; behind "on" and "aboard" or with it as their object.
_RIDES = _LOADS | frozenset("board catch climb depart embark escape flee go jump leave sail slip sneak stow travel".split())


def riders(vehicle: Token) -> list[Token]:
    """Find who goes in what is said to be bound somewhere: "Berg left on a ship bound for X", "is on a plane heading home to Y"."""
    if vehicle_mode(vehicle) == "unknown" or vehicle.dep_ not in ("dobj", "pobj"):
        return []
    verb = vehicle.head.head if vehicle.dep_ == "pobj" else vehicle.head
    if vehicle.dep_ == "pobj" and vehicle.head.lower_ not in ("aboard", "by", "in", "into", "on", "onto"):
        return []
    if lemma_of(verb) == "be" and vehicle.dep_ == "pobj":
        return subjects_of(verb)
    if verb.pos_ != "VERB" or lemma_of(verb) not in _RIDES:
        return []
    carried = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i != vehicle.i and lemma_of(verb) in _LOADS]
    return with_conjuncts(carried[0]) if carried else subjects_of(verb)


def drives_a_load(verb: Token, load: Token) -> bool:
    """Tell whether whoever drives goes along with a load that is nobody: "drove the crates back to X", "the ship took coal to Y"."""
    by_vehicle = any(c.dep_ == "nsubj" and vehicle_mode(c) != "unknown" for c in verb.children)
    nobody = people_kind(lemma_of(load)) is None or (
        by_vehicle and load.tag_ == "NNS" and not list(load.lefts)
    )  # "took pilgrims to X"
    return (by_vehicle or lemma_of(verb) in _CARTS) and load.pos_ == "NOUN" and nobody


def carrying_vehicle(predicate: Predicate) -> Token | None:
    """Find the vehicle that takes others somewhere, and goes there with them: "a Hercules brought 51 people out to X"."""
    subjects = subjects_of(predicate.token) if predicate.object == "traveller" and predicate.token.pos_ == "VERB" else []
    goes = any(c.dep_ == "dobj" for c in predicate.token.children) and lemma_of(predicate.token) in _BEARS
    return next((s for s in subjects if vehicle_mode(s) != "unknown"), None) if goes else None


def carrier(token: Token) -> Token:
    """Find the vehicle that what it carries stands for: "a plane carrying 199 passengers that landed" is the plane."""
    whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if whole.i != token.i and (vehicle_mode(whole) != "unknown" or people_kind(lemma_of(whole)) == "group"):
        return whole  # "a convoy of 20 trucks that"
    for node in (token, token.head if token.dep_ == "conj" else token):
        if node.dep_ == "dobj" and node.head.lemma_ == "carry" and node.head.tag_ == "VBG" and node.head.i > 0:
            before = node.head.nbor(-1)
            return before if vehicle_mode(before) != "unknown" else token
    return token
