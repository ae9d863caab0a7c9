"""Whom a relative pronoun stands for: "Anna Berg, who left", "firefighters from Cheshire, who", "Berg and Lund are teachers who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.carriers import carrier
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.pronouns import PERSONAL, THING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["antecedent_of", "with_companions"]

#: How far above a relative pronoun its clause may hang, in steps of the parse.
_STEPS = 8


def antecedent_of(token: Token) -> Token | None:
    """Find the noun that a relative pronoun stands for; None where its clause hangs on none."""
    node = token
    for _ in range(_STEPS):
        if node.dep_ == "relcl":
            if token.lower_ == "which" and (leader := _led_by(node.head)) is not None:
                return leader
            return _described(_whose(node.head) if token.lower_ == "who" else carrier(node.head))
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def with_companions(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give both persons of "Berg and Lund, who left", for whom the pronoun alone stands; other tokens as they are."""
    if len(tokens) != 1 or tokens[0].lower_ != "who" or (antecedent := antecedent_of(tokens[0])) is None:
        return tokens
    both = [antecedent, *antecedent.conjuncts]
    named = len(both) > 1 and all(t.pos_ == "PROPN" for t in both)
    return both if named and antecedent.dep_ in ("nsubj", "nsubjpass") else tokens


def _led_by(escort: Token) -> Token | None:
    """The vehicle with which others go, where a clause behind a comma tells of all: "the carrier and five escorts, which sailed from X"."""
    first = escort.head
    behind = escort.dep_ == "conj" and escort.i + 1 < len(escort.doc) and escort.nbor().text == ","
    vehicles = vehicle_mode(escort) != "unknown" or lemma_of(escort) == "escort"
    return first if behind and vehicles and first.pos_ in ("NOUN", "PROPN") else None


def _described(noun: Token) -> Token:
    """Of "Berg and Lund are teachers who left Oslo" those who are described: Berg and Lund."""
    subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None) if noun.dep_ == "attr" else None
    known = subject is not None and (subject.pos_ == "PROPN" or subject.lower_ in PERSONAL - THING)
    return subject if subject is not None and known and people_kind(lemma_of(noun)) is not None else noun


def _whose(noun: Token) -> Token:
    """Of "firefighters from Cheshire, who" the people: a place is no "who"."""
    node = noun
    while node.pos_ == "PROPN" and node.dep_ in ("pobj", "appos", "conj"):
        node = node.head.head if node.dep_ == "pobj" else node.head
        if people_kind(lemma_of(node)) is not None and node.pos_ == "NOUN":
            return node
    return carrier(noun)
