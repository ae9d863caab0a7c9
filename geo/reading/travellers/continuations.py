"""Journeys told without their traveller, whom the story has named elsewhere.

"Wednesday's plan includes stops in X", "the tour also takes in Y", "the visit to Z was cancelled", "the gearbox gave out near X": nobody in such a
sentence can be who travels, so it goes on telling of who was said to travel last. A sentence with a person, a group or a vehicle for its subject
tells of that one, whether or not it is known who it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.listings import are_of_tour
from geo.reading.travel_words.presence import MISHAPS
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import PROGRAMMES, nouns
from geo.reading.travellers.gear import is_gear
from geo.reading.travellers.subjects import tells_of_plan
from geo.reading.vocabulary.measures import STRETCHES
from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.reading.travel_words.predicates import Predicate

__all__ = ["befalls_party", "journey_told_of", "owner_of_journey", "tells_of_the_same"]

#: Nouns for a journey that may go on telling of the one told last.
_TRIPS = frozenset(
    "crossing deployment flight journey leg odyssey pilgrimage ride stay stop stopover tour trek trip visit voyage walk".split()
)
#: What is taken or followed by whoever goes: "the route will be taken homeward, calling at X".
_WAYS = frozenset({"course", "route"})
#: What moves as a whole where nobody says who goes in it.
_SHOWS = frozenset("cavalcade parade pilgrimage procession relay roadshow".split())
_STOPS = frozenset({"layover", "stay", "stop", "stopover", "swing", "visit"})
#: What one part of a journey is called.
_ITEMS = frozenset(
    "centrepiece climax culmination destination destinations engagement engagements finale highlight highlights stage".split()
)
#: Verbs by which a journey or a day stands beside another journey: "the trip follows a meeting in X", "Monday brings talks in Y".
_BESIDE = frozenset("bring contain cover entail feature follow include involve mean precede require see".split())
#: Verbs by which something goes wrong.
_HAPPENS = frozenset({"be", "happen", "occur", "take"})
_SUBJECTS = ("nsubj", "nsubjpass")


def tells_of_the_same(predicate: Predicate, subject: Sequence[Token]) -> bool:
    """Tell whether a noun or plan continues the journey that was told last without naming its traveller.

    Parameters
    ----------
    predicate
        The word of travel: "the visit to X was cancelled", "the plan is to go on to X".
    subject
        The words found for who travels, none of whom is known to travel.
    """
    if predicate.object == "listed" or tells_of_plan(predicate):
        return not subject
    support = predicate.support
    if support is None or not all(_is_nobody(t, predicate) for t in subject):
        return False
    if predicate.act == "meet":
        return _is_meeting_beside(predicate.token, support)
    lemma = lemma_of(predicate.token)
    if lemma not in _TRIPS | STRETCHES:
        return False
    if lemma_of(support) == "be" and predicate.token.dep_ == "attr":
        return _is_named_behind(predicate.token, support)
    if predicate.token.dep_ in _SUBJECTS:
        planned = predicate.token.dep_ == "nsubjpass" or (
            lemma_of(support) == "include" and are_of_tour(predicate.token, support)
        )
        return (lemma in _STOPS and planned) or str(predicate.token.tag_) == "NN"
    told = lemma in _STOPS or lemma_of(support) in _BESIDE
    return told and not any(_may_travel(c) for c in support.children if c.dep_ in _SUBJECTS)


def journey_told_of(predicate: Predicate, subject: Sequence[Token]) -> Token | None:
    """Find the noun for a journey that a verb is about: "his tour will end in X", "a trip that began in Y", "the parade moved on to Z"."""
    if len(subject) != 1 or predicate.token.pos_ not in ("VERB", "AUX"):
        return None
    relative = subject[0].lower_ in ("that", "which")
    clause = predicate.token
    while relative and clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head  # "a tour that began in X and will end in Y"
    noun = clause.head if relative else subject[0]
    if not relative and noun.head.i == predicate.token.i and lemma_of(noun) in nouns():
        return None  # it is a word of travel itself, and borrows the verb
    ends = predicate.force == "attach" and predicate.act in ("arrive", "depart")
    goes = predicate.act != "meet" and predicate.force in ("weak", "strong") and vehicle_mode(noun) == "unknown"
    told = ends or (goes and noun.pos_ == "NOUN")
    return noun if told and _is_journey(noun) else None


def _is_journey(noun: Token) -> bool:
    lemma = lemma_of(noun)
    moves = lemma in nouns() and people_kind(lemma) is None and vehicle_mode(noun) == "unknown"
    return moves or lemma in _TRIPS | _SHOWS | _WAYS


def owner_of_journey(journey: Token) -> list[Token]:
    """Find whose a journey is called: "his tour", "the Kestrels tour"; empty where it is nobody's."""
    owned = [c for c in journey.children if c.dep_ == "poss" and c.ent_type_ not in ("DATE", "TIME")]
    return owned[:1]


def befalls_party(predicate: Predicate, subject: Sequence[Token]) -> bool:
    """Tell whether something went wrong with whoever was on the way: "the gearbox gave out in X", "the accident occurred in Y"."""
    if predicate.force != "attach" or len(subject) != 1 or predicate.token.tag_ != "VBD":
        return False
    thing = subject[0]
    told = ("a", "an", "the") if is_gear(thing) else ("the",)
    definite = any(c.lower_ in told for c in thing.children) and thing.pos_ == "NOUN"
    mishap = lemma_of(thing) in MISHAPS and lemma_of(predicate.token) in _HAPPENS
    had = lemma_of(thing) in _SHOWS and lemma_of(predicate.token) == "have"
    return definite and (is_gear(thing) or mishap or had)


def _is_meeting_beside(meeting: Token, support: Token) -> bool:
    """Whether a meeting is told beside a journey or a day: "the trip follows a meeting in X", "Monday brings talks in Y"."""
    subjects = [c for c in support.children if c.dep_ in _SUBJECTS]
    told = not subjects or any(lemma_of(c) in _TRIPS | PROGRAMMES or c.ent_type_ == "DATE" for c in subjects)
    return meeting.dep_ == "dobj" and lemma_of(support) in _BESIDE and told


def _is_named_behind(noun: Token, be: Token) -> bool:
    """Whether a journey is named behind "was": "it was another train journey to X", "the highlight will be a visit to Y", "on the itinerary is a stop in Z"."""
    subjects = [c for c in be.children if c.dep_ in (*_SUBJECTS, "expl")]
    introduces = {"it", "there"} if lemma_of(noun) in _STOPS else {"it"}
    if be.tag_ == "VBD" and any(c.lower_ in introduces for c in subjects):
        return True
    items = _ITEMS | PROGRAMMES | _TRIPS
    listed = (o for c in be.children if c.dep_ == "prep" and c.i < be.i for o in c.children)
    return any(lemma_of(c) in items for c in subjects) or (not subjects and any(lemma_of(o) in PROGRAMMES for o in listed))


def _is_nobody(word: Token, predicate: Predicate) -> bool:
    """Whether a word found for who travels names nobody: a day, a thing, the place that a journey is named after ("the Mexico trip")."""
    named_after = word.head.i == predicate.token.i and word.dep_ == "compound" and vehicle_mode(word.head) == "unknown"
    if word.ent_type_ in ("DATE", "TIME") or named_after:
        return True
    return word.pos_ == "NOUN" and people_kind(lemma_of(word)) is None and vehicle_mode(word) == "unknown"


def _may_travel(subject: Token) -> bool:
    """Whether the subject of a clause may be somebody else who travels; a day or a week is nobody: "next week brings a swing through X"."""
    if subject.tag_ == "WDT" and subject.head.dep_ == "relcl":  # "the trip, which includes a stop in X"
        subject = subject.head.head
    thing = subject.pos_ == "NOUN" and people_kind(lemma_of(subject)) is None
    return str(subject.ent_type_) not in ("DATE", "TIME") and not thing
