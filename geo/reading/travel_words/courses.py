"""Read a vehicle that is told by its course: "the bus from X to Y overturned" was on its way, whatever befell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["told_on_course"]

#: What is done with a service, or with a vehicle that stays where it is.
_SERVICES = frozenset(
    "add announce attract axe be book build cancel close complete cost cover follow begin introduce launch offer open operate plan postpone "
    "provide reopen replace restart restore resume run scrap start stop suspend take use".split()
)
_WAS = frozenset({"had", "has", "have", "was", "were"})


def told_on_course(token: Token) -> Token | None:
    """Find the verb that tells what became of a vehicle from a place; None where that is no vehicle, a service, or was not told as past."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ != "VERB" or vehicle_mode(token) == "unknown":
        return None
    if not any(_names_start(t) for t in (token, *(o for c in token.rights if c.lower_ == "of" for o in c.children))):
        return None
    particle = any(c.dep_ == "prt" for c in verb.children)  # "took off"
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ in _WAS for c in verb.children))
    return verb if past and (particle or lemma_of(verb) not in _SERVICES) else None


def _names_start(vehicle: Token) -> bool:
    """Whether "from X" stands behind a vehicle, or behind those of which it is one or many: "a convoy of lorries from X"."""
    return any(c.lower_ == "from" and any(o.pos_ == "PROPN" for o in c.children) for c in vehicle.rights)
