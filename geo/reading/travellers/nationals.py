"""Words for a nation or a faith that stand for people: "six Japanese left X", "an Iraqi who fled Y", "dozens of Congolese"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["QUANTITIES", "nationals"]

#: Words for a number of those who travel.
QUANTITIES = frozenset({"dozen", "dozens", "handful", "hundreds", "scores", "tens", "thousands"})
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "dative"})
_ONE = frozenset({"a", "an", "another", "one"})


def nationals(token: Token) -> Literal["person", "group"] | None:
    """Tell whether a word calls one or several people in particular by where they are from; None for any other word.

    Those whom nothing counts are a nation, a team or a government: "the Russians entered X".
    """
    if token.ent_type_ != "NORP" or token.dep_ not in _HEADS or token.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return None
    counts = [c for c in token.children if (c.dep_ == "nummod" or c.like_num) and c.i < token.i]
    if counts:
        return "person" if counts[0].lower_ == "one" else "group"
    if any(c.dep_ == "det" and c.lower_ in _ONE for c in token.children):
        return "person"
    return "group" if _is_counted_by_its_head(token) else None


def _is_counted_by_its_head(token: Token) -> bool:
    """Whether "of" stands between a number and the people: "dozens of Congolese", "the last of the Swedes", "three of the Poles"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    count = token.head.head
    return count.lower_ in QUANTITIES or count.pos_ == "NUM" or count.lower_ in ("first", "group", "last")
