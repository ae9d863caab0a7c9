"""Tell what somebody does again and again, or did for a time of life, from what was done once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.times.date_words import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_habit"]

#: As whom somebody came to where he lives: "came from X as a child", which is told of a life.
_YOUTH = frozenset({"adolescent", "baby", "boy", "child", "girl", "infant", "student", "teenager", "toddler", "youngster"})
#: Words of what comes again and again: "leaves every evening", "flies on Tuesdays".
_EACH = frozenset("every each daily weekly nightly weekdays weekends mornings evenings afternoons summers winters".split()) | {
    f"{day.lower()}s" for day in WEEKDAYS
}
#: Where a vessel or a vehicle lies as a rule, which is where it starts from.
_KEPT = frozenset({"berth", "dock", "garrison", "keep", "moor", "park", "station"})
#: Adverbs of what is done as a rule, or never.
_HABIT = frozenset(
    "annually monthly yearly usually ever often regularly daily always frequently normally generally typically mostly never rarely seldom sometimes occasionally".split()
)


#: How often something is done.
_OFTEN = re.compile(r"\b(?:once|twice|times) (?:a|an|each|every|per) (?:day|hour|month|week|year)\b")


def is_habit(node: Token) -> bool:
    """Tell whether a verb is of a habit: "usually flies", "leaves every evening"; what is joined to a habit by "and" is one too."""
    if (
        (node.dep_ == "conj" or (node.dep_ == "advcl" and node.tag_ == "VBG"))
        and node.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in ("nsubj", "nsubjpass") or c.tag_ == "MD" for c in node.children)
        and is_habit(node.head)
    ):
        return True
    if lemma_of(node) in _KEPT and node.tag_ in ("VBD", "VBN") and (node.dep_ == "acl" or _is_run_on(node)):
        return False
    childhood = any(o.lemma_ in _YOUTH for c in node.children if c.lower_ == "as" for o in c.children if o.dep_ == "pobj")
    if childhood or _comes_again(node):
        return True
    if any(c.dep_ in ("advmod", "npadvmod") and _OFTEN.search(_words(c)) for c in node.children):
        return True
    return any(c.dep_ == "advmod" and c.lower_ in _HABIT for c in node.children) or any(
        t.lower_ in _EACH for c in node.children if c.dep_ in ("npadvmod", "prep", "advmod") for t in c.subtree
    )


def _words(time: Token) -> str:
    return "".join(t.text_with_ws for t in time.subtree)


def _is_run_on(node: Token) -> bool:
    """Whether the parser takes a participle for the verb of its sentence: "a tug usually docked in X will sail to Y"."""
    bare = not any(c.dep_ in ("aux", "auxpass") for c in node.children)
    return bare and any(c.dep_ in ("ccomp", "conj") and c.nbor(-1).tag_ == "MD" for c in node.rights)


def _comes_again(node: Token) -> bool:
    """Whether a verb is one of two that always went together: "when I'd walk in, he would be there"."""
    if node.dep_ != "advcl" or not any(c.lower_ in ("when", "whenever") for c in node.children):
        return False
    return all(any(c.dep_ == "aux" and c.lower_ in ("would", "'d", "’d") for c in verb.children) for verb in (node, node.head))
