"""Nouns for vehicles, and how one travels in each."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.parties import SHIP_KINDS
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Mode

__all__ = ["is_type_of_aircraft", "may_be_one_ship", "vehicle_mode"]

#: What a carrier that is a ship carries; others are firms.
_CARRIED = frozenset({"aircraft", "bulk", "car", "cattle", "container", "gas", "livestock", "lng", "ore", "troop"})
#: What makers of aircraft are called, and their aircraft after them where a number or an article tells that one is meant.
_MAKERS = frozenset(
    "airbus antonov boeing bombardier embraer fokker gulfstream ilyushin lockheed sukhoi tupolev yakovlev".split()
)
_ARTICLES = frozenset({"a", "an", "another", "one", "the", "this", "three", "two"})
#: Types of aircraft as they are written: "DC-9", "Tu-154", "A320".
_TYPE = re.compile(
    r"(?:A[23]\d0|(?:AH|An|B|C|CH|CRJ|DC|F|Il|Ka|KC|MD|Mi|MiG|Su|Tu|UH|Yak|AN|IL|MI|TU)-\d{1,3})[A-Z]{0,3}(?:-\d+\w*)?"
)


@cache
def _vehicles() -> dict[str, str]:
    return {row["lemma"]: row["mode"] for row in table("vehicles")}


def vehicle_mode(token: Token) -> Mode:
    """Tell the mode that a noun stands for (train, ship...), ``unknown`` for any other word."""
    lemma = lemma_of(token)
    if lemma == "carrier" and token.i and token.nbor(-1).lower_ in _CARRIED:
        return "ship"
    mode = _vehicles().get(lemma, "unknown")
    return "plane" if mode == "unknown" and is_type_of_aircraft(token) else cast("Mode", mode)


def is_type_of_aircraft(token: Token) -> bool:
    """Tell whether a word is the type of an aircraft, or its maker's name for one: "a DC-9", "an Airbus", "Boeing 737"."""
    if not token.text[0].isupper():
        return False
    if token.lower_ not in _MAKERS:
        return _TYPE.fullmatch(token.text) is not None
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    if behind is not None and any(c.isdigit() for c in behind.text):
        return True
    return token.i > 0 and token.nbor(-1).lower_ in _ARTICLES and (behind is None or behind.pos_ not in ("NOUN", "PROPN", "PART"))


def may_be_one_ship(noun: str, others: frozenset[str]) -> bool:
    """Tell whether a ship that is called by a noun may be the one that is called by others: a freighter is no tug."""
    kind = next((k for k in SHIP_KINDS if noun in k), None)
    kinds = [k for k in SHIP_KINDS if others & k]
    return kind is None or not kinds or kind in kinds
