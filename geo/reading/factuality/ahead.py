"""What tells that a journey that is only named is to come: "ahead of her visit to X", "preparations for it", "its date will be fixed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.bare_tense import in_present
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.prepositions import OF_ANOTHER_EVENT
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_ahead"]

#: What is settled of a journey before it is made, and what is done for it then.
_SETTLED = frozenset({"agenda", "date", "detail", "itinerary", "programme", "schedule", "timing"})
_PREPARED = frozenset({"arrangement", "plan", "preparation"})
#: What is done before a journey that is told as news: "said before her visit to X".
_SPEAKS = STATING | frozenset({"speak", "talk", "vow", "warn"})


def find_ahead(journey: Token) -> Token | None:
    """Find the word that says of a noun of travel behind a preposition that it is to come; None where nothing does."""
    while journey.dep_ == "pobj" and journey.head.lower_ in ("at", "in") and journey.head.head.pos_ == "NOUN":
        journey = journey.head.head  # "after her attendance at a summit"
    if journey.dep_ != "pobj":
        return None
    preposition, head = journey.head, journey.head.head
    if preposition.lower_ == "of" and head.lower_ == "ahead":
        return head
    if preposition.lower_ in OF_ANOTHER_EVENT:
        yet = preposition.lower_ == "before" and (_waits(head) or lemma_of(head) in _SPEAKS)
        return preposition if yet or _is_plan_of_event(head) else None
    if preposition.lower_ not in ("of", "for") or head.pos_ != "NOUN":
        return None
    return head if lemma_of(head) in _PREPARED or (lemma_of(head) in _SETTLED and in_present(head)) else None


def _waits(noun: Token) -> bool:
    """Whether a noun before "before her visit" is what somebody still wants: "wants guarantees before her visit"."""
    return noun.pos_ == "NOUN" and in_present(noun)


def _is_plan_of_event(verb: Token) -> bool:
    """ "Had planned the visit to take place after his stay in X"."""
    infinitive = any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    return (
        infinitive
        and lemma_of(verb) in ("take", "begin", "start", "come", "follow")
        and verb.dep_ in ("acl", "advcl", "xcomp", "ccomp")
    )
