"""Places of which a story brings what somebody else does, or what happens to somebody else, beside the journey that it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.model import NARRATOR
from geo.reading.implied.party import SUBJECTS, shared_subject
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travel_words.words import meetings, nouns
from geo.reading.travellers.antecedents import is_quoted
from geo.reading.vocabulary.persons import people_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from geo.reading.implied.party import Party
    from geo.reading.implied.spots import Spot

__all__ = ["is_news_of_others"]

#: What a journey is made for, or made of, without a word of who comes: "a concert in X sold out", "the final was played in X".
_OCCASIONS = frozenset(
    "appearance audience ceremony concert conference course date dinner duel event final fixture gig half-final interview lecture lesson lunch mass "
    "match opener performance premiere press qualifier race reading rally recital reception rehearsal route screening semi-final semifinal service "
    "session show signing speech stage start finish lap round test training week workshop".split()
)

#: What words of travel are that move somebody.
_MOVING = frozenset({"noun", "strong", "vehicle"})


def is_news_of_others(spot: Spot, parties: Sequence[Party]) -> bool:
    """Tell whether a clause tells of a place what those of the journey have no part in: "a bomb went off in X", "a court in X ruled".

    What is done, or said, by others in words that name none of the party; but not the occasions that a journey is made for, nor
    what somebody saw who tells of his own journey.
    """
    verb = spot.verb
    if verb is None or not parties or any(party.traveller == NARRATOR for party in parties):
        return False
    if is_quoted(spot.token) and all(party.says(spot.token) is False for party in parties):
        return not any(party.takes_part(verb) for party in parties)
    if verb.lemma_ == "be" and not any(c.dep_ == "expl" for c in verb.children):
        return False
    return not (_goes_on(spot, verb) or _is_occasion(spot, verb) or any(party.takes_part(verb) for party in parties))


def _goes_on(spot: Spot, verb: Token) -> bool:
    """Whether a word of travel stands in the sentence, of which the verb is none whose subject cannot travel: "a bomb went off in X"."""
    sentence = verb.sent
    told = [i for i, p in spot.facts.predicates.items() if p.force in _MOVING and sentence.start <= i < sentence.end]
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    still = (
        subject is not None
        and subject.pos_ == "NOUN"
        and people_kind(lemma_of(subject)) is None
        and vehicle_mode(subject) == "unknown"
    )
    return bool(set(told) - {verb.i} if still else told)


def _is_occasion(spot: Spot, verb: Token) -> bool:
    clause, subject = shared_subject(verb)
    words = [
        *spot.way,
        *([subject] if subject is not None else []),
        *(c for v in (verb, clause) for c in v.children if c.dep_ in ("dobj", "attr")),
    ]
    return any(
        lemma_of(w) in _OCCASIONS or lemma_of(w) in nouns() or (lemma_of(w), "noun") in meetings()
        for w in words
        if w.pos_ in ("NOUN", "PROPN")
    )
