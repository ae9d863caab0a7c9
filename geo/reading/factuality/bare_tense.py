"""The status that a verb has by its form alone: "is flying" is under way, "is to fly" is planned, "began to walk" is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.factuality.cues import Cue

__all__ = ["in_present", "status_of_form"]

#: Verbs whose infinitive tells what was done: who managed to go, went.
_IMPLICATIVE = frozenset(
    "be begin bring cause come compel continue enable find force get go happen have help hurry lead make manage move oblige proceed prove "
    "remain resume return rush seem set start step take turn use wake".split()
)
#: Words by which the one who did something is told from all others.
_RANKS = frozenset({"first", "last", "latest", "only", "second", "third", "youngest", "oldest"})

_REACHES = frozenset({"arrive", "land", "reach"})
#: How far behind "going" its verb may stand: "going to first visit X".
_NEXT_VERB = 3


def status_of_form(node: Token, auxiliaries: list[Token]) -> list[Cue]:
    """Give the status of bare tense: progressive present is under way, "is to go" is planned, a bare infinitive of purpose is planned."""
    if node.lower_ in ("bound", "en"):
        return [("under_way", node)]
    if node.pos_ not in ("VERB", "AUX"):
        if node.pos_ == "NOUN" and node.lemma_ == "way":
            return [("under_way", node)]
        return []
    if (
        node.dep_ == "pcomp" and node.head.lower_ == "before" and in_present(node.head.head)
    ):  # "a few hours' rest before racing on"
        return [("planned", node.head)]
    if node.dep_ == "pcomp" and node.head.lower_ == "without":
        return [("denied", node.head)]
    if node.dep_ == "pcomp" and _is_instead(node.head):
        return [("denied", node.head)]
    if node.dep_ == "pcomp" and node.head.lower_ in ("about", "of"):  # "talking about walking to X", "dreams of going"
        return [("possible", node.head)]
    forms = {a.lower_ for a in auxiliaries}
    perfect = any(a.lemma_ == "have" for a in auxiliaries)
    if "to" in forms and perfect and node.head.lemma_ == "be" and node.dep_ in ("xcomp", "ccomp"):
        return [("denied", node.head)]  # "he was to have flown"
    if node.tag_ == "VBG" and forms & {"is", "are", "am", "'s", "'re", "'m", "was", "were", "been"}:
        return [("under_way", node)]
    if node.tag_ == "VBG" and node.dep_ == "ROOT" and not auxiliaries:  # a headline: "Team flying to X"
        return [("under_way", node)]
    if node.lower_ == "headed" and forms & {"is", "are", "'s", "'re", "was", "were", "been"}:
        return [("under_way", node)]
    if node.lower_ == "heading" and node.dep_ == "advcl" and not forms and lemma_of(node.head) in _REACHES:
        return [("planned", node)]  # "arrives in X, heading to Y"
    if node.tag_ == "VBN" and "being" in forms and forms & {"is", "are", "'s", "'re"}:  # "is being taken to X"
        return [("under_way", node)]
    if node.tag_ == "VBG" and node.dep_ == "advcl" and not forms and node.i > node.head.i and node.head.tag_ in ("VBZ", "VBP"):
        return [("under_way", node)] if lemma_of(node.head) == "be" else []  # "I am in X, heading for Y"
    if "to" in forms and not perfect:
        head = node.head
        if node.dep_ in ("acl", "relcl") and _is_ranked(head):  # "the first ship to leave X"
            return [("planned", node)] if _is_to_come(head) else []
        if node.dep_ == "advcl" and node.i < head.i:  # "To reach X, they will"
            return [("planned", node)]
        if node.dep_ in ("xcomp", "ccomp") and (head.lemma_ == "be" or _is_going_to(head, node)):
            return [("planned", head)]
        if node.dep_ == "xcomp":
            return [] if _carries_out(head) else [("possible", head)]
        if node.dep_ in ("advcl", "acl", "relcl", "ROOT", "ccomp", "csubj") and not _carries_out(head):
            return [("planned", node)]
    return []


def _is_instead(preposition: Token) -> bool:
    """ "Instead of going to X"."""
    return bool(preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ == "instead")


def _is_going_to(governor: Token, verb: Token) -> bool:
    """ "Is going to visit X", but not "is going to X to visit Y"."""
    about_to = governor.lower_ == "going" and any(c.lemma_ == "be" for c in governor.children if c.dep_ == "aux")
    return bool(about_to and governor.nbor(1).lower_ == "to" and verb.i - governor.i <= _NEXT_VERB)


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is the first, the last or the only one to do something."""
    return any(c.lower_ in _RANKS for c in noun.children if c.dep_ in ("amod", "advmod"))


def _is_to_come(noun: Token) -> bool:
    """Whether what is said of a noun is still to come, or only would be: "would make him the first to"."""
    verbs = [t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")]
    return any(c.tag_ in ("MD", "TO") for v in verbs for c in v.children if c.dep_ == "aux")


def _carries_out(governor: Token) -> bool:
    """Whether an infinitive behind this word tells what was done ("began to", "is said to"), or has a cue of its own to judge it by."""
    lemma = lemma_of(governor)
    return lemma in _IMPLICATIVE or any((lemma, kind) in cues() for kind in ("verb", "noun", "adjective", "report"))


def in_present(node: Token) -> bool:
    """Tell whether the clause that a word stands in is told in the present or the future."""
    while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i:
        node = node.head
    return node.tag_ in ("VBZ", "VBP") or any(
        c.tag_ in ("MD", "VBZ", "VBP") for c in node.children if c.dep_ in ("aux", "auxpass")
    )
