"""Read what belongs to a journey: "the tour includes X and Y", "a trip that takes in X", "a swing covering X, Y and Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clause_of_stops", "is_of_past", "is_of_what_comes", "takes_in"]

_INCLUDING = frozenset({"comprise", "cover", "encompass", "feature", "include", "span"})


def takes_in(verb: Token) -> bool:
    """Tell whether a verb says what belongs to a journey: "the tour includes X", "takes in Y"."""
    lemma = lemma_of(verb)
    return lemma in _INCLUDING or (lemma == "take" and any(c.lower_ == "in" and c.dep_ in ("prt", "prep") for c in verb.rights))


def clause_of_stops(noun: Token) -> Token | None:
    """Find the clause that tells of a journey what belongs to it: "a tour that took in X", "a trip covering Y"; None where there is none."""
    return next((c for c in noun.children if c.dep_ in ("acl", "relcl") and c.i > noun.i and takes_in(c)), None)


def is_of_past(clause: Token) -> bool:
    """Tell whether a clause of stops says where the journey has been: "that took in X", "which has included X"."""
    has = any(c.lower_ in ("has", "have", "had") and c.dep_ == "aux" for c in clause.children)
    return clause.dep_ == "relcl" and (clause.tag_ == "VBD" or (clause.tag_ == "VBN" and has)) and not _is_to_come(clause)


def is_of_what_comes(clause: Token) -> bool:
    """Tell whether a clause of stops says what belongs to the journey as a whole, or is to come: "that includes X", "which will also take in X"."""
    return clause.dep_ == "relcl" and (clause.tag_ in ("VBP", "VBZ") or _is_to_come(clause))


def _is_to_come(clause: Token) -> bool:
    return any(c.tag_ in ("MD", "TO") and c.dep_ == "aux" for c in clause.children)
