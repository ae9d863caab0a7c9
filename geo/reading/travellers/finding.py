"""Find who a word of travel is about: by a verb, a noun or a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.compounds import is_place_bound
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import nouns
from geo.reading.travellers.carriers import carrier, drives_a_load, riders
from geo.reading.travellers.gear import whom_it_befell
from geo.reading.travellers.owners import owners_of_journey
from geo.reading.travellers.subjects import subjects_of, with_conjuncts
from geo.reading.vocabulary.measures import BEARINGS
from geo.reading.vocabulary.pronouns import OBJECTS, PERSONAL

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.travel_words.predicates import Predicate

__all__ = ["find_travellers"]


def find_travellers(predicate: Predicate) -> list[Token]:
    """Find the tokens of those who moved, the likeliest first; empty where the text names nobody."""
    token = predicate.token
    if predicate.object == "listed":
        return [c for t in token.subtree for c in t.children if c.dep_ == "poss" and c.ent_type_ not in ("DATE", "TIME")][:1]
    if predicate.force == "attach" and token.pos_ == "VERB" and (held := whom_it_befell(token)) is not None:
        return [held]
    if predicate.force == "attach" and token.pos_ == "VERB" and (guest := _guest(token)) is not None:
        return [guest]
    if is_place_bound(token):
        return [token.head]
    if (token.lower_ in ("bound", "headed", "destined") or _is_going(token)) and (aboard := riders(token.head)):
        return aboard
    if token.pos_ in ("VERB", "AUX"):
        return _beholder(token) if predicate.force == "attach" and _beholder(token) else _of_verb(token, predicate.object)
    if token.pos_ in ("NOUN", "PROPN"):
        return owners_of_journey(token, predicate.support)
    if token.lower_ == "here":
        return [token.nbor(-2)]  # "Berg, here on a visit, said"
    return _of_modifier(token)


def _guest(verb: Token) -> Token | None:
    """Whom somebody meets that is said to be on a visit, who alone is away from home: "began a meeting with visiting Senator Berg in X"."""
    met = [o for t in (verb, *verb.children) for c in t.children if c.lower_ == "with" for o in c.children if c.i > verb.i]
    return next((o for o in met if o.dep_ == "pobj" and any(c.lower_ == "visiting" for c in o.children)), None)


def _is_going(token: Token) -> bool:
    """Whether a participle tells where a vehicle goes: "a plane returning home to X", but not "a plane carrying pilgrims to X"."""
    return token.tag_ == "VBG" and token.dep_ == "acl" and not any(c.dep_ == "dobj" for c in token.children)


def _of_verb(token: Token, object_role: str) -> list[Token]:
    if object_role == "reached":
        return []
    passive = [c for c in token.children if c.dep_ == "nsubjpass"]
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj") and c.lower_ not in BEARINGS]  # nobody drives "North"
    if object_role == "traveller":
        if passive:
            return with_conjuncts(passive[0])
        if given := [c for c in token.children if c.dep_ == "dative" and c.pos_ in ("NOUN", "PROPN", "PRON")]:
            return with_conjuncts(given[0])  # "gave her a lift to X"
        if token.tag_ == "VBG" and token.dep_ == "acl" and vehicle_mode(token.head) != "unknown":
            return [token.head]  # "a plane carrying 180 passengers from X"
        if objects and objects[0].lower_ in OBJECTS and (owner := _on_journey(token)):
            return owner
        if objects and (objects[0].pos_ in ("NOUN", "PROPN", "PRON") or any(c.lower_ == "of" for c in objects[0].children)):
            return subjects_of(token) if drives_a_load(token, objects[0]) else with_conjuncts(objects[0])
        if token.tag_ == "VBN" and token.dep_ == "acl" and not any(c.dep_ == "nsubj" for c in token.children):
            return [carrier(token.head)]
    if object_role == "companion" and passive:
        return with_conjuncts(passive[0])
    return subjects_of(token)


def _on_journey(verb: Token) -> list[Token]:
    """Who is told to be on the journey that takes him somewhere: "Berg is on a tour that will also take him to X"."""
    journey = verb.head
    if verb.dep_ != "relcl" or journey.dep_ != "pobj" or lemma_of(journey) not in nouns() or journey.head.lower_ != "on":
        return []
    return subjects_of(journey.head.head) if lemma_of(journey.head.head) == "be" else []


def _beholder(verb: Token) -> list[Token]:
    """Who tells what he came upon at a place: "At X I first saw the river", but "police saw the man in X", "she was seen in X".

    Of "has seen investors in X", too, nobody in particular is seen.
    """
    seen = next((c for c in verb.children if c.dep_ == "dobj"), None)
    some = seen is not None and seen.tag_ == "NNS" and lemma_of(verb) == "see" and not any(c.dep_ == "det" for c in seen.children)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and (some or c.lower_ in PERSONAL)), None)
    return [subject] if subject is not None and seen is not None and seen.pos_ == "NOUN" else []


def _of_modifier(token: Token) -> list[Token]:
    """ "a ship bound for X", "he was en route to X"."""
    node = token
    for _ in range(4):
        head = node.head
        if head.pos_ in ("VERB", "AUX"):
            return subjects_of(head)
        if head.pos_ in ("NOUN", "PROPN"):
            return [head]
        if head.i == node.i:
            break
        node = head
    return []
