"""What a traveller has about him, and where he is told to be by what befell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.vocabulary.pronouns import OBJECTS
from geo.reading.vocabulary.speech import JUDGING

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["is_gear", "whom_it_befell"]

#: What a traveller has about him.
_GEAR = frozenset(
    "alternator axle backpack bag baggage battery bicycle bike boots brakes camera chain clutch collar engine equipment gear gearbox instruments "
    "laptop luggage mast money motor oar passport phone purse radiator radio rucksack rudder sail shaft shoes smartphone steering suitcase "
    "suspension tag telephone tent tire trailer transmission transmitter trunk tyre wallet wheel".split()
)


def is_gear(thing: Token) -> bool:
    """Tell whether a thing is one that a traveller has about him, or a part of what he travels in: a rucksack, a gearbox."""
    return lemma_of(thing) in _GEAR


def whom_it_befell(verb: Token) -> Token | None:
    """Find whom something befell at a place: "a burst tyre held them up in X", "thieves took her bag in Y", "his car broke down near Z"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or verb.tag_ not in ("VBD", "VBN") or lemma_of(verb) in JUDGING:
        return None
    if (owner := _owner_of_gear(subject)) is not None:
        return owner
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    if custody := next((o for o in objects if o.lower_ == "custody"), None):  # "took custody of him in X"
        return next((o for c in custody.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
    objects += [o for c in verb.children if c.lower_ == "on" for o in c.children]  # "the engine quit on her in X"
    person = next((o for o in objects if o.lower_ in OBJECTS), None)
    by_nobody = subject.pos_ == "NOUN" or subject.lower_ == "they"
    if person is not None and verb.tag_ == "VBD" and (by_nobody or person.lower_ in ("me", "us")):
        return person
    owners = (owner for o in objects if (owner := _owner_of_gear(o)) is not None)
    return next((o for o in owners if subject.pos_ == "NOUN"), None)


def _owner_of_gear(thing: Token) -> Token | None:
    """Whose vehicle or baggage a thing is, which is where he is: "the band's van", "her passport"."""
    gear = is_gear(thing) or vehicle_mode(thing) != "unknown"
    return next((c for c in thing.children if c.dep_ == "poss"), None) if gear else None
