"""Find the verb that an entry of a diary begins with, which the parser takes for a name: "Left X", "6th June.--Reached Y"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.reading.times.date_words import MONTH_NAMES
from geo.reading.vocabulary.tables import table, words_of
from geo.reading.vocabulary.verb_forms import past_form

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["begins_entry", "make_entry", "past_of"]


def past_of(token: Token) -> str:
    """Return what a word that begins a sentence is the past form of, in a diary; "" where it is none."""
    named = any(c.dep_ == "dobj" and c.pos_ == "PROPN" and c.i == token.i + 1 for c in token.children)
    return _pasts().get(token.lower_, "") or (_entry_verbs().get(token.lower_, "") if named else "")


def begins_entry(verb: Token) -> bool:
    """Tell whether a word stands right before a name where a sentence begins, or behind the dash that sets off the date of an entry."""
    if verb.lower_ not in _entry_verbs() or not verb.is_title or verb.head.i != verb.i + 1:
        return False
    before = verb.doc[verb.i - 1] if verb.i else verb
    opens = verb.is_sent_start or before.text.strip("-–—") == ""
    alone = all(c.i == verb.i or c.is_punct or c.lower_ in MONTH_NAMES for c in verb.head.lefts)
    return opens and alone and verb.head.pos_ == "PROPN" and verb.head.dep_ in ("ROOT", "appos")


def make_entry(verb: Token) -> None:
    """Make the word that an entry begins with its verb, and the name behind it where that leads: "6th June.--Reached X"."""
    place = verb.head
    for word in [c for c in place.children if c.i < verb.i or c.dep_ in ("advmod", "cc", "conj", "npadvmod", "prep", "punct")]:
        word.head = verb
        word.dep_ = "npadvmod" if word.dep_ == "nmod" else word.dep_
    verb.head, verb.dep_, verb.tag_, verb.pos_, verb.lemma_ = verb, "ROOT", "VBD", "VERB", _entry_verbs()[verb.lower_]
    place.head, place.dep_ = verb, "dobj"


@cache
def _pasts() -> dict[str, str]:
    """Map the irregular past forms of the verbs of travel, "drove", "flew", to their dictionary forms."""
    known = {r["lemma"] for r in table("verbs")}
    rows = [(lemma, forms.split()[0]) for lemma, forms in words_of("irregular_verbs", "forms").items() if lemma in known]
    return {past: lemma for lemma, past in rows if past != lemma}


@cache
def _entry_verbs() -> dict[str, str]:
    """Map the past forms by which the entry of a diary may begin right before a place, "Left X", "Reached Y", to their dictionary forms."""
    rows = [r["lemma"] for r in table("verbs") if not r["particle"] and r["object"] in ("at", "from", "to")]
    return {past_form(lemma): lemma for lemma in rows}
