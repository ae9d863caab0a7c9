"""Verbs that in some of their uses tell where somebody was on his way: "was last reported at X", "took a rest day in Y", "said by telephone from Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import objects_of
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.predicates import Predicate
from geo.reading.travel_words.presence import is_welcomed
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import meetings
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.parties import OF_ANOTHER
from geo.reading.vocabulary.persons import KIN, people_kind
from geo.reading.vocabulary.prepositions import ALONG, THERE
from geo.reading.vocabulary.pronouns import OBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["whereabouts"]

#: Verbs whose passive tells where somebody was last known to be: "was last reported at X".
_WHEREABOUTS = frozenset({"glimpse", "hear", "pinpoint", "report", "sight", "track"})
#: Verbs of sending word, behind which "from" tells where somebody is: "told reporters by telephone from X".
_SENDS_WORD = frozenset(
    "cable call email e-mail message phone radio report ring say speak telephone tell text tweet write".split()
)
#: Verbs by which a way is broken to see something.
_STOPS = frozenset({"detour", "go", "pause", "stop"})
#: What is taken at a place by who goes on from it.
_RESTS = frozenset({"break", "breather", "rest"})


def whereabouts(token: Token, objects: list[Token], *, passive: bool) -> Predicate | None:
    """Read a verb by which somebody rests, is met, is held up or sends word at a place; None where it tells of none of these.

    Parameters
    ----------
    token
        The verb.
    objects
        Its direct objects.
    passive
        Whether it is a passive.
    """
    lemma = lemma_of(token)
    if (
        (lemma == "take" and _is_off(token, objects))
        or ((lemma, "verb") in meetings() and not passive and _meets_kin(token, objects))
        or is_welcomed(token)
        or (lemma in ("break", "go") and _comes_to_grief(token))
    ):
        return Predicate(token, "stay", force="attach")
    if lemma == "see" and _goes_to_see(token, objects):
        return Predicate(token, "stay", "at", force="weak")
    if lemma == "leave" and _is_left_there(token):
        return Predicate(token, "stay", force="weak")
    if _is_held_up(token, lemma, objects) or (lemma in _WHEREABOUTS and _is_passive(token) and _tells_where(token)):
        return Predicate(token, "stay", "traveller", force="attach")
    return Predicate(token, "stay", "from", force="attach") if lemma in _SENDS_WORD and _speaks_from(token) else None


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def _is_held_up(verb: Token, lemma: str, objects: list[Token]) -> bool:
    """Whether somebody is taken into custody or off what he goes by, or stopped: "was stopped at X on her way to Y"."""
    if lemma == "take":
        by = (*objects, *objects_of(verb, "off"))
        return any(o.lower_ == "custody" for o in objects_of(verb, "into")) or (
            any(vehicle_mode(o) != "unknown" for o in by) and _is_taken_off(verb)
        )
    return lemma in ("halt", "stop") and _is_passive(verb)


def _is_off(verb: Token, objects: list[Token]) -> bool:
    """Whether time is taken at a place to rest: "took three days off in X", "takes a rest day in Y", "took a break near Z"."""
    rest = any(lemma_of(o) in STRETCHES or lemma_of(o) in _RESTS for o in objects)
    taken = [c for c in verb.children if c.dep_ in ("dobj", "npadvmod")]
    off = any(c.lower_ == "off" for t in (verb, *taken) for c in t.children)
    return rest and (off or any(lemma_of(t) in _RESTS or any(lemma_of(c) in _RESTS for c in t.lefts) for t in taken))


def _meets_kin(verb: Token, objects: list[Token]) -> bool:
    """Whether somebody is met on his way by those who are called by what they are to him: "in X his wife met him"."""
    him = any(o.lower_ in OBJECTS for o in objects)
    return him and any(c.dep_ == "nsubj" and c.pos_ == "NOUN" and lemma_of(c) in KIN | OF_ANOTHER for c in verb.children)


def _goes_to_see(verb: Token, objects: list[Token]) -> bool:
    """Whether somebody stops or goes on his way to see what has a name, or people at a place: "stopped to see friends in X", "went to see the Y Falls"."""
    way = verb.dep_ in ("advcl", "xcomp") and lemma_of(verb.head) in _STOPS and any(c.lower_ == "to" for c in verb.children)
    kin = any(people_kind(lemma_of(o)) is not None or lemma_of(o) in KIN for o in objects)
    return way and (kin or any(o.pos_ == "PROPN" for o in objects))


def _comes_to_grief(verb: Token) -> bool:
    """Whether a vehicle went down or broke down: "their plane went down outside X", but not "the bus went down to Y"."""
    down = any(c.lower_ == "down" and c.dep_ in ("advmod", "prt") for c in verb.children)
    on = any(c.dep_ == "prep" and c.lower_ in ALONG for c in verb.children)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return down and not on and any(c.lower_ == "it" or vehicle_mode(c) != "unknown" for c in subjects)


def _is_left_there(verb: Token) -> bool:
    """Whether "left in X" is told of what was put there, as headlines do, rather than of who went away: that is "left X"."""
    prepositions = [c for c in verb.children if c.dep_ == "prep"]
    others = any(c.dep_ in ("dobj", "obj", "prt", "xcomp", "ccomp", "advmod") for c in verb.children)
    places = [
        o
        for c in prepositions
        for o in c.children
        if c.lower_ == "in" and o.pos_ == "PROPN" and o.ent_type_ not in ("DATE", "TIME")
    ]
    return verb.tag_ in ("VBD", "VBN") and not others and bool(places) and len(prepositions) == 1


def _is_taken_off(taking: Token) -> bool:
    """Whether somebody is taken off what he goes by, and by nothing to somewhere else."""
    particles = {c.lower_ for c in taking.children if c.dep_ in ("prep", "prt")}
    taken = any(c.dep_ == "nsubjpass" for c in taking.children) or "off" in {
        c.lower_ for c in taking.children if c.dep_ == "prep"
    }
    return taken and "off" in particles and not particles & {"for", "from", "to"}


def _tells_where(verb: Token) -> bool:
    """ "Was last reported at X", "was reported held up at X", "was sighted off Y", and of "heard" only what is last."""
    last = any(c.lower_ == "last" for c in verb.children)
    held = [c for c in verb.children if c.dep_ in ("oprd", "xcomp", "acomp") and c.tag_ in ("VBN", "JJ", "VBG")]
    there = any(c.dep_ == "prep" and c.lower_ in THERE for t in (verb, *held) for c in t.children)
    return there and (last or lemma_of(verb) in ("glimpse", "pinpoint", "sight"))


def _speaks_from(verb: Token) -> bool:
    """Whether somebody sends word from a place by its name: "said from X", "spoke from his hotel in Y"."""
    phones = [
        o for c in verb.children if c.dep_ == "prep" and c.lower_ in ("by", "over") for o in c.children
    ]  # "by telephone from X"
    froms = [
        o
        for t in (verb, *phones)
        for c in t.children
        if c.dep_ == "prep" and c.lower_ == "from"
        for o in c.children
        if o.dep_ == "pobj"
    ]
    return any(
        (o.pos_ == "PROPN" and o.ent_type_ not in ("DATE", "PERSON", "TIME"))
        or any(c.lower_ in ("in", "at") and c.dep_ == "prep" for c in o.children)
        for o in froms
    )
