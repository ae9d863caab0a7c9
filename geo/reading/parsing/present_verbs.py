"""Find the verb of a clause in the present tense that the parser takes for a plural noun: "Lund visits X", "the whole squad flies to X"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.reading.vocabulary.prepositions import WHENCE_OR_WHITHER
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_finite", "make_finite"]


def is_finite(plural: Token) -> bool:
    """Tell whether a plural noun is such a verb."""
    return (plural.lower_ in _goings() and _is_clause(plural)) or _has_particle(plural)


def _is_clause(plural: Token) -> bool:
    """Whether a plural noun must be the verb of a clause without any, with its subject before it, or goes with another verb in the present."""
    if plural.i + 1 == len(plural.doc):
        return False
    following = plural.nbor(1)
    if plural.i and plural.nbor(-1).pos_ == "PROPN" and plural.nbor(-1).is_sent_start and _is_told_in_present(plural, following):
        return bool(plural.dep_ == "ROOT" and plural.nbor(-1).dep_ == "compound")
    if following.lower_ not in WHENCE_OR_WHITHER or _act_of(plural) not in ("depart", "travel"):
        return False
    if plural.dep_ == "conj":
        return bool(plural.head.tag_ == "VBZ")
    return plural.dep_ == "ROOT" and any(c.i == plural.i - 1 and c.dep_ == "compound" for c in plural.children)


def _has_particle(plural: Token) -> bool:
    """Whether what the parser takes for a noun has the particle of a verb right behind it: "the tour kicks off in X", "wraps up in Y"."""
    behind = plural.nbor(1) if plural.i + 1 < len(plural.doc) else plural
    return bool(plural.dep_ == "ROOT" and behind.dep_ == "prt" and behind.head.i == plural.i)


def make_finite(plural: Token) -> None:
    """Make a plural noun a verb, and the noun before it its subject."""
    lemma = _goings().get(plural.lower_, plural.lower_.removesuffix("s"))
    plural.tag_, plural.pos_, plural.lemma_ = "VBZ", "VERB", lemma
    subject = plural.nbor(-1) if plural.i else plural
    if plural.dep_ != "ROOT" or subject.head.i != plural.i:
        return
    subject.dep_ = "nsubj"
    for word in [c for c in plural.children if c.i < subject.i and c.dep_ in ("det", "amod", "compound", "poss", "nummod")]:
        word.head = subject


def _is_told_in_present(plural: Token, following: Token) -> bool:
    """Whether a plural behind a name has the object or the place of a verb: "Lund visits X", "Lund lands in Y"."""
    act = _act_of(plural)
    named = following.dep_ == "dobj" and following.pos_ == "PROPN"
    return (act == "stay" and named) or (act == "arrive" and following.lower_ in ("at", "in", "on"))


@cache
def _goings() -> dict[str, str]:
    """Map what may be a verb of going or being somewhere in the present, "flies", "lands", "visits", to its dictionary form."""
    rows = [r for r in table("verbs") if not r["particle"] and r["force"] in ("strong", "weak")]
    return {form: r["lemma"] for r in rows for form in _third_persons(r["lemma"])}


@cache
def _acts() -> dict[str, str]:
    return {r["lemma"]: r["act"] for r in table("verbs") if not r["particle"]}


def _act_of(plural: Token) -> str:
    return _acts()[_goings()[plural.lower_]]


def _third_persons(lemma: str) -> tuple[str, ...]:
    return (f"{lemma[:-1]}ies",) if lemma.endswith("y") else (f"{lemma}s", f"{lemma}es")
