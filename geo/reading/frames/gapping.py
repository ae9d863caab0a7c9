"""Find who else goes somewhere by a verb that is not said again: "Berg flew to X, Lund to Y", "she went to X and her husband to Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travel_words.words import verbs
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.prepositions import TO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from geo.model import Resolution, When
    from geo.reading.frames.facts import PassageFacts
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["OtherEnd", "other_ends", "who_else"]

#: How the parser hangs the one who goes elsewhere on what stands before.
_BESIDE: Final = frozenset({"appos", "conj", "dep", "npadvmod"})
#: How far behind the place, in words, its day may stand.
_NEAR: Final = 4


class OtherEnd(NamedTuple):
    """Somebody else, where he went by the same verb, and when, if that is told of him."""

    traveller: Token
    resolution: Resolution
    when: When | None


def who_else(preposition: Token, facts: PassageFacts) -> Token | None:
    """Find who goes where a preposition says in place of the subject of the verb; None where that is who goes."""
    if preposition.lower_ not in (*TO, "for", "from") or not preposition.i:
        return None
    other = _before(preposition)
    if other.dep_ == "pobj" and other.head.lower_ == "from" and other.i in facts.member_of and other.head.i:
        other = _before(other.head)  # "and Berg from X to Y"
    called = other.head if _is_called(other) else other
    beside = called.head.i in facts.member_of or called.head.pos_ in ("VERB", "AUX") or called.head.ent_type_ in ("DATE", "TIME")
    beside = beside or (
        called is not other and called.dep_ == "appos" and called.head.head.pos_ == "VERB" and called.head.head.i < called.i
    )
    if called.dep_ not in _BESIDE or other.i in facts.member_of or other.i in facts.predicates or not beside:
        return None
    if other.pos_ == "NOUN":
        people = people_kind(lemma_of(other)) is not None and (lemma_of(other), "") not in verbs()  # "ends her visit, heads to X"
        return other if people else None
    return other if other.pos_ == "PROPN" and other.ent_type_ not in ("DATE", "TIME") else None


def _before(preposition: Token) -> Token:
    """What stands before a preposition; of "Otto Kranz, her rival, to X" the name."""
    last = preposition.nbor(-1)
    if last.text == "," and last.i:
        told = last.nbor(-1)
        return told.head if told.dep_ == "appos" and told.head.pos_ == "PROPN" else last
    return last


def _is_called(name: Token) -> bool:
    """Whether a name stands behind the noun that brings its bearer in: "her rival Otto Kranz"."""
    return name.dep_ == "appos" and name.pos_ == "PROPN" and any(c.dep_ in ("poss", "det") for c in name.head.children)


def other_ends(predicate: Predicate, facts: PassageFacts) -> Iterator[OtherEnd]:
    """Yield where others went by a verb of travel, in the order of the text."""
    for index in sorted(i for i, _ in facts.in_sentence(predicate.token) if i in facts.member_of and i not in facts.inside):
        place = facts.passage.doc[index]
        preposition = place.head
        above = preposition.head
        near = predicate.token.i in (above.i, above.head.i, above.head.head.i)
        if (
            place.dep_ != "pobj"
            or preposition.lower_ not in (*TO, "for")
            or not near
            or (other := who_else(preposition, facts)) is None
        ):
            continue
        days = (w for i, w in sorted(facts.whens.items()) if index < i <= index + _NEAR)
        yield OtherEnd(other, facts.places[index], next(days, None))
