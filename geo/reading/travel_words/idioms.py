"""Uses of a word of travel that are no movement: "leave it open", "take part", "passed away", "entered eternal rest"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import NAMED_ENDS
from geo.reading.vocabulary.measures import PARTS, STRETCHES
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.place_nouns import PLACE_NOUNS
from geo.reading.vocabulary.pronouns import OBJECTS, PERSONAL
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

__all__ = ["is_idiom", "is_moved"]

#: Stretches of time that are taken, brought or spent, and no place.
_TIMES = STRETCHES | {"holiday", "time", "year"}
_BRINGS = frozenset({"take", "bring", "carry", "get", "drop", "lift", "send", "ship", "truck"})
#: Verbs of those who give orders: a journey only of somebody who is named, or in the passive.
_SENDS = frozenset({"send", "deploy", "dispatch", "ship"})
#: Verbs whose passive tells where somebody is: "was camped at X", "was headed for Y".
_STATES = frozenset({"anchor", "berth", "camp", "dock", "encamp", "head", "hole", "land", "lodge", "moor", "return", "stop"})
#: What one may leave and be gone from, besides places: "left home", "left hospital".
_LEAVABLE = frozenset(
    "building compound flight home hospital house jail meeting office plane prison scene school ship talk train venue".split()
)
#: What a traveller follows; whoever follows somebody has his reasons.
_WAYS = frozenset("bank canal coast coastline path railway river road route shore stream track trail valley way".split())
#: What an airline flies.
_SERVICES = frozenset({"flight", "nonstop", "route", "service"})
_DIRECTED = frozenset({"from", "into", "to"})
_OUT = frozenset({"out", "over", "up", "away", "by", "on", "down"})


def is_idiom(token: Token, particle: str, object_role: str) -> bool:
    """Tell whether a verb of travel is used for something else.

    Parameters
    ----------
    token
        The verb.
    particle
        The particle that made it a verb of travel ("off" in "take off"), or ``""``.
    object_role
        What its direct object is to the movement, as in ``verbs.csv``.
    """
    lemma = lemma_of(token)
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj") and not _is_aside(token, c)]
    things = [
        o
        for o in objects
        if o.pos_ == "NOUN" and o.text[0].islower() and lemma_of(o) not in PLACE_NOUNS and lemma_of(o) not in _TIMES
    ]
    particles = {c.lower_ for c in token.children if c.dep_ == "prt"}
    if particle and objects and object_role == "" and not any(o.lower_ == particle for o in objects):  # "take them off the road"
        return True
    if object_role != "traveller" and any(c.dep_ == "nsubjpass" for c in token.children) and lemma not in _STATES:
        return True
    if lemma == "drop" and any(lemma_of(o) in ("map", "radar", "screen") for o in objects):
        return True
    if lemma in _SENDS and not particle and not any(_is_sent(c) for c in _with_first(token)):
        return True
    if lemma in _BRINGS and not particle:
        return not _goes_along(token) and _brings_nobody(token, lemma, objects, particles)
    if lemma == "move" and not particle:  # who moves of his own accord moves house
        return not any(c.dep_ == "nsubjpass" or (c.dep_ == "dobj" and (c.pos_ == "PRON" or is_moved(c))) for c in token.children)
    if lemma in ("continue", "advance") and not particle and (objects or any(c.dep_ == "xcomp" for c in token.children)):
        return True
    if lemma == "withdraw" and any(people_kind(lemma_of(o)) is None and vehicle_mode(o) == "unknown" for o in things):
        return True  # "withdrew a request to X"
    if lemma == "leave":
        return _leaves_something(token, things)
    if lemma == "head" and objects:  # "who heads the university in X"
        return True
    if lemma in NAMED_ENDS and not particle:
        return not _reaches_name(token, objects)
    if lemma == "fly" and any(lemma_of(o) in _SERVICES for o in objects):
        return True  # "will fly three daily flights out of X"
    if lemma == "follow":
        return not any(lemma_of(o) in _WAYS or (o.pos_ == "PROPN" and o.ent_type_ != "PERSON") for o in objects)
    if lemma == "spend":
        spent = [c for c in token.children if c.dep_ in ("dobj", "npadvmod")]
        spent += [o for c in spent if c.lower_ in PARTS for g in c.children if g.lower_ == "of" for o in g.children]
        return not any(c.lemma_ in _TIMES or c.ent_type_ == "DATE" for c in spent)
    if lemma in ("stop", "go", "get", "come") and any(c.dep_ == "xcomp" and c.tag_ == "VBG" for c in token.children):
        return True
    if lemma in ("pass", "land", "enter", "reach", "return", "revisit", "ride"):
        named = any(o.pos_ == "PROPN" for o in objects)
        return (bool(things) and not named) or (
            not particle and bool(particles & _OUT) and lemma == "pass" and "over" not in particles
        )
    return False


def _is_aside(verb: Token, noun: Token) -> bool:
    """Whether a comma parts a noun from the verb that the parser takes it for the object of: "touched down in X, the last stop of a tour"."""
    return any(t.text == "," for t in verb.doc[verb.i : noun.left_edge.i])


def _reaches_name(token: Token, objects: list[Token]) -> bool:
    """Whether the one thing that a verb has is a name that may be a place's: "made Lisbon", but not "made Lisbon the capital", "approached Kofi Annan"."""
    others = any(c.dep_ in ("acomp", "ccomp", "dative", "oprd", "prt", "xcomp") for c in token.children)
    if others or len(objects) != 1 or objects[0].pos_ != "PROPN":
        return False
    first = token.head if token.dep_ == "conj" else token
    sailed = lemma_of(token) == "make" and any(
        c.dep_ == "nsubj" and c.lower_ in PERSONAL for t in (token, first) for c in t.children
    )
    return sailed or objects[0].ent_type_ in ("", "FAC", "GPE", "LOC")  # "we made Messina", to the parser a person


def _with_first(token: Token) -> list[Token]:
    """What hangs on a verb, and on the verb that it is joined to: "was put on a plane and sent home"."""
    shared = list(token.head.children) if token.dep_ == "conj" and token.tag_ in ("VBN", "VBD") else []
    return [*token.children, *shared]


def _is_sent(child: Token) -> bool:
    """Whether a verb of sending has whoever is sent as its subject, or a person as its object."""
    return child.dep_ in ("nsubjpass", "auxpass") or (
        child.dep_ in ("dobj", "obj")
        and (child.pos_ == "PRON" or child.ent_type_ == "PERSON" or _is_named_by_office(child) or is_moved(child))
    )


def _is_named_by_office(noun: Token) -> bool:
    """ "Special envoy Philip Hale", "his envoy, Philip Hale"."""
    around = [c for c in noun.children if c.dep_ in ("appos", "compound", "nmod")]
    persons = (noun, *around) if noun.pos_ == "PROPN" or any(c.pos_ == "PROPN" and c.dep_ == "appos" for c in around) else ()
    return any(people_kind(str(t.lower_)) is not None for t in persons)


def is_moved(thing: Token, prepositions: Container[str] = _DIRECTED) -> bool:
    """Tell whether an object is somebody in particular whom its verb takes to a place that it names: "sent the cub to X", "sent 300 troops to Y"."""
    verb = thing.head
    if thing.lower_ in OBJECTS:
        directed = [o for c in verb.children if c.dep_ == "prep" and c.lower_ in prepositions for o in c.subtree]
        return verb.tag_ in ("VBD", "VBN") and any(o.pos_ == "PROPN" and o.ent_type_ not in ("DATE", "TIME") for o in directed)
    kind = "group" if lemma_of(thing) == "people" or thing.ent_type_ == "NORP" else people_kind(lemma_of(thing))
    if kind is None and vehicle_mode(thing) != "unknown":
        kind = "group"  # "sent a plane to X", but "sent its ships to X" is a policy
    whose = ("det", "nummod") if kind == "group" else ("det", "nummod", "poss")  # "sent its troops into X" is a policy
    told = any(c.dep_ in whose and c.lower_ not in ("any", "no") for c in thing.children)
    directed = [o for c in verb.children if c.dep_ == "prep" and c.lower_ in prepositions for o in c.children]
    return kind is not None and told and verb.tag_ in ("VBD", "VBN") and any(o.pos_ == "PROPN" for o in directed)


def _brings_nobody(token: Token, lemma: str, objects: list[Token], particles: set[str]) -> bool:
    """ "take part", "bring charges", "carried out": no traveller is brought anywhere."""
    if lemma == "take" and not (objects or token.tag_ == "VBN"):
        return True
    if token.tag_ == "VBN" and particles & {"out", "over", "up"}:
        return True
    loads = [
        o
        for o in objects
        if o.pos_ == "NOUN"
        and lemma_of(o) not in words_of("vehicles", "mode")
        and people_kind(lemma_of(o)) is None
        and lemma_of(o) != "people"
    ]
    directed = any(c.dep_ == "prep" and c.lower_ in _DIRECTED for c in token.children)
    return bool(loads) and (not directed or objects[0].ent_type_ == "")


def _goes_along(token: Token) -> bool:
    """Whether what takes something somewhere is a vehicle, which goes there itself: "a convoy taking aid to X", "the bus carried 41 people to X"."""
    directed = any(c.dep_ == "prep" and c.lower_ in _DIRECTED for c in token.children)
    carriers = [token.head] if token.dep_ == "acl" and token.tag_ == "VBG" else [c for c in token.children if c.dep_ == "nsubj"]
    return directed and any(vehicle_mode(c) != "unknown" for c in carriers)


def _leaves_something(token: Token, things: list[Token]) -> bool:
    """ "left a bag at the market", "left him dead", "the best forest left in Texas"."""
    if token.tag_ == "VBN" and token.dep_ == "acl":
        return True
    loaded = any(
        c.lower_ in ("bound", "carrying", "laden", "loaded", "packed") for c in token.children
    )  # "left X laden with aid"
    if not loaded and any(c.dep_ in ("oprd", "acomp", "ccomp") and c.i > token.i for c in token.children):
        return True
    return any(lemma_of(o) not in _LEAVABLE for o in things)
