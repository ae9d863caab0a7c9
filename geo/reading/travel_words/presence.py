"""Verbs of no movement that tell what somebody did at a place, which counts for whoever is told to travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.clauses import below
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.vocabulary.place_nouns import EVENTS, OCCASIONS, PLACE_NOUNS
from geo.reading.vocabulary.prepositions import THERE
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.reading.travel_words.predicates import Predicate

__all__ = ["AT_PRESENT", "MISHAPS", "is_being_there", "is_in_the_yard", "is_welcomed", "says_now", "tells_whereabouts"]

#: Adverbs of where somebody is while a story is told.
AT_PRESENT = frozenset({"already", "currently", "now", "presently", "still"})

#: What goes wrong on the way, and the verbs that tell it.
MISHAPS = frozenset("accident breakdown collision crash derailment emergency grounding incident mishap puncture wreck".split())
_HAPPENS = frozenset({"happen", "occur"})

#: What is done with one's own hands, feet and senses, so that where the thing is its doer is, too: "mended a truck in X", "bought bread at Y".
_DEEDS = frozenset(
    "bathe borrow buy cash catch change charter climb collect confiscate cook devour drink eat exchange fetch fill fix grab hire hoist join "
    "leave load lose lug meet mend mount obtain offload pack park photograph pick post purchase raise refill rent repair replace "
    "retrieve saddle sample sell sip snap spend stash steal stow strike swap trade unload unpack wash watch witness".split()
)
#: What is said at a place: "said in a speech in X".
_SPEECHES = frozenset({"address", "lecture", "sermon", "speech"})
#: Who hears what is said at a place: "told a crowd in X".
_HEARERS = frozenset(
    "audience congregation conference correspondent crowd delegate farmer forum gathering journalist newsman parliament pilgrim rally "
    "reporter student supporter villager worker".split()
)
#: What one has at a place: "had breakfast in X", "has an appointment in Y".
_HAD = frozenset(
    "accident appearance appointment audience bath beer breakfast breakdown coffee concert crash date dinner drink engagement event gig "
    "incident interview lunch meal mishap puncture rehearsal rest show supper swim tea".split()
)
#: What somebody is given where he comes: "got a warm welcome in X".
_WELCOMES = frozenset({"ovation", "reception", "welcome"})
#: Verbs that tell where somebody was by what stands behind them.
_WITH = {
    "have": _HAD, "say": frozenset({"mass", "prayer"}), "sign": frozenset({"accord", "agreement", "deal", "declaration", "pact", "treaty"}),
    "tell": _HEARERS, **dict.fromkeys(("draw", "lead", "lose", "officiate", "perform", "play", "undergo", "win"), EVENTS - {"year"}),
}  # fmt: skip


def is_being_there(token: Token, row: dict[str, str] | None) -> bool:
    """Tell whether a verb of any kind tells what somebody did at a place: "signed a treaty in X", "spoke at a rally in Y".

    Not verbs of a life's stations and of the mind (``not_there.csv``), nor those used for something else than travel.

    Parameters
    ----------
    token
        The verb.
    row
        What the tables say of it, if anything.
    """
    if token.pos_ != "VERB" or row is not None or (lemma_of(token) in words_of("not_there", "why") and not _is_mishap(token)):
        return False
    if (token.tag_ == "VBG" and token.dep_ == "xcomp") or is_in_the_yard(token):  # "stopped smoking in X"
        return False
    there = any(c.lower_ == "here" and c.dep_ == "advmod" for c in token.children) or any(
        _is_venue(o, c.lower_) for c in token.children if c.dep_ == "prep" and c.lower_ in THERE for o in c.children
    )
    return there or any(_is_at_place(thing) for thing in _handled(token))


def tells_whereabouts(predicate: Predicate) -> bool:
    """Tell whether a word says where somebody is or was held, so that a country is as much as there is to say: "is now in X", "was freed in Y"."""
    if predicate.force != "attach":
        return False
    token = predicate.token
    return (
        predicate.object == "traveller"
        or says_now(predicate) is not None
        or _has_already_been(token)
        or _was_there_that_day(token)
    )


def _was_there_that_day(verb: Token) -> bool:
    """Whether somebody is told to have been somewhere on a day, and nothing else of him: "was in X on Monday"."""
    if lemma_of(verb) != "be" or verb.tag_ != "VBD" or any(c.dep_ in ("acomp", "attr", "expl") for c in verb.children):
        return False
    there = any(c.lower_ == "in" and any(o.pos_ == "PROPN" and o.ent_type_ == "GPE" for o in c.children) for c in verb.children)
    return there and any(t.ent_type_ == "DATE" and t.head.head == verb and t.head.lower_ == "on" for t in verb.subtree)


def _has_already_been(verb: Token) -> bool:
    """Whether somebody is told to have been to a place before: "has already been in X and will go on to Y"."""
    perfect = lemma_of(verb) == "be" and verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ != "VBD" for c in verb.children)
    return perfect and any(c.dep_ == "advmod" and c.lower_ == "already" for c in verb.children)


def says_now(predicate: Predicate) -> Token | None:
    """Find the adverb by which somebody is told to be somewhere while the story is told: "is now in X", "Berg, currently in Y, said"."""
    token = predicate.token
    present = token.tag_ in ("VBZ", "VBP") and lemma_of(token) == "be"
    if predicate.force != "attach" or not (present or predicate.object == "there"):
        return None
    beside = [*token.children, *(token.doc[token.sent.start : token.i] if predicate.object == "there" else ())]
    return next((c for c in beside if c.lower_ in AT_PRESENT), None)


def is_welcomed(verb: Token) -> bool:
    """Tell whether a verb says that somebody was welcomed somewhere: "got a hero's welcome in X", "was given a warm reception in Y"."""
    given = lemma_of(verb) == "give" and any(c.dep_ == "nsubjpass" for c in verb.children)
    things = [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in _WELCOMES]
    return (given or lemma_of(verb) in ("get", "receive")) and bool(things)


def is_in_the_yard(verb: Token) -> bool:
    """Tell whether work is done on a vehicle that its owner need not wait for: "her yacht is being repaired in X"."""
    going_on = any(c.lower_ == "being" and c.dep_ == "auxpass" for c in verb.children)
    return going_on and any(vehicle_mode(c) != "unknown" for c in verb.children if c.dep_ == "nsubjpass")


def _is_mishap(verb: Token) -> bool:
    """Whether something went wrong: "the accident occurred in X"."""
    return lemma_of(verb) in _HAPPENS and any(lemma_of(c) in MISHAPS for c in verb.children if c.dep_ == "nsubj")


def _is_venue(noun: Token, preposition: str) -> bool:
    """Whether what stands behind the preposition is a place, or something at a place: "in X", "at a rally in Y"."""
    if noun.dep_ == "pcomp" or noun.ent_type_ in ("DATE", "TIME"):
        return False
    if noun.pos_ == "PROPN" or lemma_of(noun) in PLACE_NOUNS:
        return True
    if lemma_of(noun) in OCCASIONS and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children):
        return True
    inner = (o for c in below(noun) if c.dep_ == "prep" and c.lower_ in THERE for o in c.children if o.pos_ == "PROPN")
    return (preposition != "in" or lemma_of(noun) in _SPEECHES) and any(o.ent_type_ not in ("DATE", "TIME") for o in inner)


def _handled(verb: Token) -> Iterator[Token]:
    """The things that a verb of one's own hands has as its object, or what is had; of "one of the trucks" both words."""
    for thing in verb.children:
        if thing.dep_ != "dobj":
            continue
        handled = lemma_of(verb) in _DEEDS and thing.pos_ in ("NOUN", "NUM", "PRON")
        if handled or lemma_of(thing).lower() in _WITH.get(lemma_of(verb), ()):
            yield thing
            yield from (o for c in thing.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")


def _is_at_place(thing: Token) -> bool:
    """Whether the parser hangs the place on the thing: "a van in X"."""
    return any(
        (o.pos_ == "PROPN" or _is_named_place(o)) and o.ent_type_ not in ("DATE", "TIME")
        for c in thing.children
        if c.dep_ == "prep" and c.lower_ in THERE
        for o in c.children
    )


def _is_named_place(noun: Token) -> bool:
    """Whether a noun for a place bears a name: "Sofia airport"."""
    return lemma_of(noun) in PLACE_NOUNS and any(c.dep_ in ("compound", "poss") and c.pos_ == "PROPN" for c in noun.children)
