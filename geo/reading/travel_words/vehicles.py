"""Nouns for vehicles, and how one travels in each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Mode

__all__ = ["vehicle_mode"]

#: What a carrier that is a ship carries; others are firms.
_CARRIED = frozenset({"aircraft", "bulk", "car", "cattle", "container", "gas", "livestock", "lng", "ore", "troop"})


@cache
def _vehicles() -> dict[str, str]:
    return {row["lemma"]: row["mode"] for row in table("vehicles")}


def vehicle_mode(token: Token) -> Mode:
    """Tell the mode that a noun stands for (train, ship...), ``unknown`` for any other word."""
    lemma = lemma_of(token)
    if lemma == "carrier" and token.i and token.nbor(-1).lower_ in _CARRIED:
        return "ship"
    return cast("Mode", _vehicles().get(lemma, "unknown"))
