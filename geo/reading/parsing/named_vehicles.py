"""Give a vehicle its name where the parser takes the two for two: "the freighter Santa Rosa left X" is about no freighter that Santa Rosa left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import FINITE
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_of_vehicle", "join_to_vehicle"]

_SUBJECTS = ("nsubj", "nsubjpass")


def is_of_vehicle(name: Token) -> bool:
    """Tell whether the name of a subject is that of the vehicle right before it, where the parser hangs the two beside each other."""
    if name.tag_ != "NNP" or name.dep_ not in _SUBJECTS:
        return False
    vehicle, verb = _word_before(name), name.head
    if (
        vehicle.tag_ != "NN"
        or vehicle.lower_ not in words_of("vehicles", "mode")
        or not any(c.dep_ == "det" for c in vehicle.children)
    ):
        return False
    beside = vehicle.dep_ in _SUBJECTS and vehicle.head.i == verb.i
    clause = vehicle.dep_ == "ROOT" and verb.dep_ == "relcl" and verb.head.i == vehicle.i
    finite = verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return finite and (beside or clause)


def join_to_vehicle(name: Token) -> None:
    """Make the name the subject, and the vehicle before it a part of it; the verb is that of the sentence."""
    vehicle, verb = _word_before(name), name.head
    if verb.head.i == vehicle.i:
        verb.head, verb.dep_ = verb, "ROOT"
    for word in [c for c in vehicle.children if c.i != verb.i]:
        word.head = name if word.i < verb.i else verb
    vehicle.head, vehicle.dep_ = name, "compound"


def _word_before(name: Token) -> Token:
    first = name.left_edge
    return first.nbor(-1) if first.i else first


def make_noun(vehicle: Token) -> None:
    """Make a vehicle behind a name, "the Sierra Alpine train", the noun that the name belongs to."""
    name = vehicle.nbor(-1)
    if name.pos_ == "PROPN" and name.dep_ == "nsubj" and name.head.i == vehicle.i and vehicle.dep_ in ("nsubj", "nsubjpass"):
        vehicle.tag_, vehicle.pos_, name.dep_ = "NN", "NOUN", "compound"  # "A Royal Navy frigate carrying 200 people docked"
    elif name.pos_ == "PROPN" and name.dep_ in ("dobj", "pobj") and not vehicle.is_ancestor(name):
        vehicle.head, vehicle.dep_, vehicle.tag_, vehicle.pos_ = name.head, name.dep_, "NN", "NOUN"
        name.head, name.dep_ = vehicle, "compound"
