"""Give a preposition back what it names and what it hangs on: a goal that the parser takes for a verb, the way before "from X to Y"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.prepositions import OF_ANOTHER_EVENT
from geo.reading.vocabulary.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "done_before",
    "hang_higher",
    "make_goal",
    "make_preposition",
    "make_prepositional",
    "stands_before_name",
    "way_before",
]


def make_prepositional(mark: Token) -> None:
    """Make a preposition again of what the parser takes for a conjunction."""
    if mark.lower_ in OF_ANOTHER_EVENT:
        _part_from_subject(mark)
    elif mark.lower_ == "for":
        _part_from_purpose(mark)


def _part_from_subject(mark: Token) -> None:
    """Part a preposition from a clause that would have two subjects side by side: "After X the fleet will stop"."""
    subjects = [c for c in mark.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) != 2 or subjects[0].pos_ != "PROPN" or subjects[0].left_edge.i != mark.i + 1:
        return
    name, subject = subjects
    if subject.left_edge.i == name.right_edge.i + 1 and subject.left_edge.pos_ in ("DET", "PRON"):
        name.head, name.dep_ = mark, "pobj"
        mark.dep_, mark.pos_ = "prep", "ADP"


def _part_from_purpose(mark: Token) -> None:
    """Make a preposition of "for" before a stay, which the parser takes for the subject of its purpose: "came for a visit to X to improve ties"."""
    purpose = mark.head
    stay = next((c for c in purpose.children if c.dep_ == "nsubj" and c.i > mark.i), None)
    known = {r["lemma"] for r in table("nouns")}
    if purpose.dep_ != "advcl" or purpose.head.i > mark.i or stay is None or stay.pos_ != "NOUN" or stay.lower_ not in known:
        return
    mark.head, mark.dep_, mark.pos_ = purpose.head, "prep", "ADP"
    stay.head, stay.dep_ = mark, "pobj"


def make_goal(to: Token) -> None:
    """Make a name that the parser takes for an infinitive, "drove from X to Y on Monday", what the preposition names."""
    goal, verb = to.head, to.head.head
    for word in [c for c in goal.children if c.dep_ in ("advmod", "npadvmod", "prep") and c.i > goal.i]:
        word.head = verb
    to.head, to.dep_, to.tag_, to.pos_ = verb, "prep", "IN", "ADP"
    goal.head, goal.dep_ = to, "pobj"


def stands_before_name(off: Token) -> bool:
    """Tell whether "off" stands between a verb of lying at sea and a name: "will anchor off X", but not "saw off X"."""
    name = next((c for c in off.head.children if c.dep_ == "dobj"), off)
    return name.pos_ == "PROPN" and name.left_edge.i == off.i + 1 and lemma_of(off.head) in _seafaring()


def make_preposition(particle: Token) -> None:
    """Make a particle a preposition before the name behind it."""
    name = next(c for c in particle.head.children if c.dep_ == "dobj")
    particle.dep_, particle.tag_, particle.pos_ = "prep", "IN", "ADP"
    name.head, name.dep_ = particle, "pobj"


@cache
def _seafaring() -> frozenset[str]:
    return frozenset(r["lemma"] for r in table("verbs") if r["mode"] == "ship" and not r["particle"])


def hang_higher(bound: Token) -> None:
    """Hang "bound for Y" in "departed from X bound for Y" on the verb: it was not X that was bound for it."""
    verb = bound.head.head.head
    if verb.pos_ == "VERB":
        bound.head, bound.dep_ = verb, "advcl"


def way_before(preposition: Token) -> Token | None:
    """Find the way right before its end or start, which the parser may hang on the verb: "was on his way home from a fair in X"."""
    before = preposition.doc[max(0, preposition.i - 2) : preposition.i]
    if len(before) == 2 and before[1].lower_ in ("back", "home"):
        before = before[:1]
    goal = preposition.head
    if preposition.lower_ == "from" and goal.dep_ == "pobj" and goal.head.lower_ == "for" and goal.head.head.lower_ == "bound":
        return goal.head.head  # "a bus bound for X from Y"
    way = before[-1] if len(before) else preposition
    if way.dep_ == "pobj" and way.head.lower_ == "from" and preposition.lower_ == "to":
        way = way.head.head  # "stopped in Z on his way from X to Y"
    return (
        way if way.lower_ == "way" and way.dep_ == "pobj" and way.head.lower_ == "on" and way.sent == preposition.sent else None
    )


def done_before(preposition: Token) -> Token | None:
    """Find what a phrase tells the place of, though the parser may hang it higher: a fair, "on her way back from a fair in X", what is said "here"."""
    return _left_behind(preposition) or _done_here(preposition)


def _left_behind(preposition: Token) -> Token | None:
    """What somebody is on his way from, right before where it was: of "on her way back from a fair in X" the fair."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before if before.dep_ == "pobj" and before.head.lower_ == "from" and before.head.head.lower_ == "way" else None


def _done_here(preposition: Token) -> Token | None:
    """What is done here, on which a phrase behind "here" hangs: "said here at the start of a visit to X"."""
    here = preposition.head
    return here.head if here.lower_ == "here" and here.dep_ == "advmod" and here.head.pos_ == "VERB" else None
