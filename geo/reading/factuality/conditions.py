"""What is told under a condition, of the real world or of another one: "should she go", "had she gone", "would go if"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.factuality.cues import Cue

__all__ = ["status_of_condition"]

#: Auxiliaries that open a condition where they stand before their subject: "should the ice allow it", "were she to", "had he gone".
_OPENERS = frozenset({"had", "should", "were"})
_MARKS = frozenset({"if", "unless", "lest"})
#: Auxiliaries behind which a perfect only guesses, or wishes: "must have flown to X", "should have visited X".
_GUESSES = frozenset({"must", "shall", "should", "ought", "can", "ca"})


def status_of_condition(verb: Token, auxiliaries: list[Token]) -> list[Cue]:
    """Give what a condition, in front of a verb or beside it, makes of what the verb tells; empty where there is none."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.lower_ == "were" and verb.dep_ == "advcl" and subject is not None and verb.i < subject.i:
        return [("possible", verb)]  # "were she to go to X"
    for auxiliary in auxiliaries:
        inverted = subject is not None and auxiliary.i < subject.i and verb.dep_ == "advcl"
        if inverted and auxiliary.lower_ in _OPENERS and not _is_timed(verb, auxiliary):
            return [("possible", auxiliary)]
        perfect = any(a.lemma_ == "have" for a in auxiliaries if a.i > auxiliary.i)
        if perfect and auxiliary.lower_ in _GUESSES:
            return [("possible", auxiliary)]
        if auxiliary.lower_ in ("would", "'d") and (mark := _condition_of(verb)) is not None:
            return [("possible", mark)]
    return []


def _is_timed(verb: Token, auxiliary: Token) -> bool:
    """ "No sooner had she arrived", "hardly had she landed": a fronted adverb turns the clause round, and no condition."""
    return any(c.i < auxiliary.i and c.dep_ in ("advmod", "neg", "prep") for c in verb.children)


def _condition_of(verb: Token) -> Token | None:
    """The "if" or "unless" of the clause that hangs on a verb: "would fly to X if the fog lifted"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return next((m for c in clauses for m in c.children if m.dep_ == "mark" and m.lower_ in _MARKS), None)
