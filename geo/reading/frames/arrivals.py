"""Tell whether who left for a place came there: "left Oslo for Kabul, where he was shot"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.pronouns import PERSONAL
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["was_there_then"]

#: What is or was true of a place whether somebody has come there or not.
_OPEN = frozenset({"be", "can", "have", "seem"})


def was_there_then(end: Token) -> bool:
    """Tell whether a clause behind the end of a departure tells what the traveller did there, or what was done to him."""
    return any(_is_of_end(t, end) and _tells_deed(t) for t in end.sent if t.i > end.i and t.dep_ == "relcl")


def _is_of_end(verb: Token, end: Token) -> bool:
    """Whether a clause with "where" stands behind a place, or behind the day that follows it: "left for X in May, where she spoke"."""
    where = any(c.lower_ == "where" and c.i < verb.i for c in verb.children)
    return where and (verb.head.i == end.i or (verb.head.i > end.i and verb.head.ent_type_ in ("DATE", "TIME")))


def _tells_deed(verb: Token) -> bool:
    """Whether a verb tells in the past what a pronoun did or suffered, and neither what had been nor how he stood to the place."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")}
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(words & {"was", "were"}))
    if not past or words - {"was", "were"} or lemma_of(verb) in _OPEN or lemma_of(verb) in words_of("not_there", "why"):
        return False
    return any(c.lower_ in PERSONAL for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))
