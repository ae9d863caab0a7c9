"""Read the participles that a place's name is hyphened to: "the Oslo-bound ferry", "a Lisbon-based brigade"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["based_there", "is_place_bound"]


def is_place_bound(participle: Token) -> bool:
    """Tell whether a word says of something where it is going: "bound" in "the Oslo-bound ferry", where nouns alone come behind it."""
    return participle.lower_ == "bound" and _is_hyphened(participle) and participle.head.pos_ in ("NOUN", "PROPN")


def based_there(place: Token) -> Token | None:
    """Find what is told to be at a place by its participle: the brigade in "a Lisbon-based brigade"."""
    if place.i + 2 >= len(place.doc):
        return None
    participle = place.nbor(2)
    based = participle.lower_ == "based" and _is_hyphened(participle) and participle.dep_ == "amod"
    return participle.head if based and participle.head.i > participle.i else None


def _is_hyphened(participle: Token) -> bool:
    return bool(participle.i > 1 and participle.nbor(-1).text == "-" and participle.nbor(-2).pos_ == "PROPN")
