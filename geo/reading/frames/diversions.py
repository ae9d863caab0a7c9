"""Find what kept a movement from its destination: "on its way to X when it was diverted to Y", "was forced to land in Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.travel_words.words import DIVERTING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.frames.slots import Slots
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["turned_away"]

#: Words of a movement that the sentence may break off.
_UNFINISHED = frozenset({"bind", "bound", "flight", "head", "journey", "trip", "voyage", "way"})
_TURNS = frozenset({"divert", "land", "return", "turn"})


def turned_away(predicate: Predicate, slots: Slots) -> Token | None:
    """Find the word that says that this movement never got where it was going; None where it did, or nothing is told of it."""
    token = predicate.token
    if not any(role == "to" for role, _, _ in slots.places) or token.lemma_ in DIVERTING:
        return None
    had = token.tag_ == "VBN" and any(c.lower_ == "had" for c in token.children)
    if token.lemma_ not in _UNFINISHED and token.tag_ != "VBG" and not had:
        return None
    return next((t for t in token.sent if _keeps_away(t) and t.i != token.i), None)


def _keeps_away(token: Token) -> bool:
    """Whether the word is a verb that keeps a movement from its destination, and is not negated."""
    if token.pos_ != "VERB" or any(c.dep_ == "neg" for c in token.children):
        return False
    if token.lemma_ == "force":
        return any(c.dep_ == "xcomp" and c.lemma_ in _TURNS for c in token.children)
    if token.lemma_ == "turn":
        return any(c.lower_ in ("back", "around") for c in token.children)
    return token.lemma_ in DIVERTING
