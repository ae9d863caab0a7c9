"""The status that a verb has by its form alone: "is flying" is under way, "is to fly" is planned, "began to walk" is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import lacks_particle
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.parties import RANKED
from geo.reading.vocabulary.persons import people_kind
from geo.reading.vocabulary.prepositions import WHITHER

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.factuality.cues import Cue

__all__ = ["in_present", "status_of_form"]

#: Verbs whose infinitive tells what was done: who managed to go, went.
_IMPLICATIVE = frozenset(
    "be begin bother bring cause come compel continue contrive convince dare deign enable find force get go happen have help hurry induce lead "
    "make manage move oblige persuade proceed prompt prove remain resume return rush seem set start step take turn use wake".split()
)
#: Adjectives of what somebody felt or found when he did something: "was happy to arrive"; also "was able to land".
_FELT = frozenset(
    "able amazed astonished delighted fortunate glad grateful happy honored honoured lucky pleased proud quick relieved sad sorry "
    "surprised thrilled".split()
)
#: Verbs that take away what would be needed: "lacked the fuel to reach X".
_LACKS = frozenset({"lack"})
#: Verbs of an arrival, behind which "heading" tells what comes next: "arrives in X, heading to Y".
_REACHES = frozenset({"arrive", "land", "reach"})
#: How far behind "going" its verb may stand: "going to first visit X".
_NEXT_VERB = 3


def _goes_on(participle: Token) -> bool:
    """Whether a participle tells where somebody or something was going: "headed for X, she", "a boat carrying 25 people to X"."""
    if participle.lower_ == "headed":
        return participle.dep_ in ("acl", "advcl") and participle.tag_ in ("VBD", "VBN")
    return participle.tag_ == "VBG" and participle.dep_ == "acl" and any(c.lower_ in WHITHER for c in participle.children)


def status_of_form(node: Token, auxiliaries: list[Token]) -> list[Cue]:
    """Give the status of bare tense: progressive present is under way, "is to go" is planned, a bare infinitive of purpose is planned."""
    if node.lower_ in ("bound", "en"):
        return [("under_way", node)]
    if node.pos_ not in ("VERB", "AUX"):
        if node.pos_ == "NOUN" and node.lemma_ == "way":
            return [("under_way", node)]
        return []
    forms = {a.lower_ for a in auxiliaries}
    perfect = any(a.lemma_ == "have" for a in auxiliaries)
    if "to" in forms and perfect and node.head.lemma_ == "be" and node.dep_ in ("xcomp", "ccomp"):
        return [("denied", node.head)]  # "he was to have flown"
    if node.tag_ == "VBG" and forms & {"is", "are", "am", "'s", "'re", "'m", "was", "were", "been"}:
        return [("under_way", node)]
    if node.tag_ == "VBG" and node.dep_ == "ROOT" and not auxiliaries:  # a headline: "Team flying to X"
        return [("under_way", node)]
    if node.lemma_ == "head" and in_present(node) and not auxiliaries:  # "heads for X"
        return [("under_way", node)]
    if node.dep_ == "conj" and node.tag_ in ("VBD", "VBN") and not auxiliaries and _will_be_done(node.head) and _has_thing(node):
        return [("planned", node.head)]  # "a stop will be made in X, and the voyage continued to Y"
    if node.lower_ == "headed" and forms & {"is", "are", "'s", "'re", "was", "were", "been"}:
        return [("under_way", node)]
    if node.lower_ == "heading" and node.dep_ == "advcl" and not forms and lemma_of(node.head) in _REACHES:
        return [("planned", node)]  # "arrives in X, heading to Y"
    if not forms and _goes_on(node):
        return [("under_way", node)]
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
        if node.dep_ == "xcomp" and head.lemma_ == "have" and any(c.lower_ == "yet" for c in head.children):
            return [("denied", head)]  # "has yet to visit X"
        if node.dep_ in ("xcomp", "ccomp") and (head.lemma_ == "be" or _is_going_to(head, node) or _has_to(head)):
            at_first = any(c.lower_ in ("initially", "originally") for c in head.children)
            return [("denied" if at_first and not in_present(head) else "planned", head)]
        if lacking := _lacks(node):
            return [("denied", lacking)]
        if node.dep_ == "ccomp" and any(c.dep_ == "nsubj" and head.i < c.i < node.i for c in node.children):
            return [("planned", node)]  # "President says envoy to visit X", a headline
        if node.dep_ == "xcomp":
            return [] if _carries_out(head) else [("possible", head)]
        if node.dep_ in ("advcl", "acl", "relcl", "ROOT", "ccomp", "csubj") and (
            node.dep_ == "ROOT"
            or _is_arranged(node)
            or not _carries_out(head)
            or (node.dep_ == "advcl" and _is_joined_plan(head))
        ):
            return [("planned", node)]
    return []


def _is_joined_plan(verb: Token) -> bool:
    """Whether a verb goes with one before it whose "will" it shares: "will stay in X, then go to Y to see Z"."""
    bare = verb.tag_ == "VB" and verb.dep_ == "conj" and not any(c.dep_ == "aux" for c in verb.children)
    return bare and any(c.lower_ in ("will", "'ll", "’ll", "to") for c in verb.head.children if c.dep_ == "aux")


def _will_be_done(verb: Token) -> bool:
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return "be" in words and bool(words & {"will", "shall"})


def _has_thing(verb: Token) -> bool:
    """Whether the subject of a verb is nobody who could do something himself, so that it has something done to it."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return bool(subjects) and all(c.pos_ == "NOUN" and people_kind(lemma_of(c)) is None for c in subjects)


def _is_going_to(governor: Token, verb: Token) -> bool:
    """ "Is going to visit X", but not "is going to X to visit Y"."""
    about_to = governor.lower_ == "going" and any(c.lemma_ == "be" for c in governor.children if c.dep_ == "aux")
    return bool(about_to and governor.nbor(1).lower_ == "to" and verb.i - governor.i <= _NEXT_VERB)


def _is_arranged(infinitive: Token) -> bool:
    """ "Arrangements are being made for her to visit X"."""
    return infinitive.head.lemma_ != "be" and any(c.dep_ == "mark" and c.lower_ == "for" for c in infinitive.children)


def _has_to(governor: Token) -> bool:
    """ "Has to be in X by Friday"; who had to go did."""
    return governor.lower_ in ("has", "have", "'ve", "’ve") and not any(c.dep_ == "aux" for c in governor.children)


def _lacks(infinitive: Token) -> Token | None:
    """What says that something was wanting for what an infinitive tells: "too ill to travel", "had no time to visit X", "lacked the fuel to"."""
    head = infinitive.head
    if (
        head.pos_ == "ADJ"
        and (too := next((c for c in head.children if c.lower_ == "too" and c.dep_ == "advmod"), None)) is not None
    ):
        return too
    if lemma_of(head) in _LACKS:
        return head
    if head.pos_ != "NOUN" or infinitive.dep_ not in ("acl", "advcl", "relcl"):
        return None
    if head.dep_ == "dobj" and lemma_of(head.head) in _LACKS:
        return head.head
    return (
        next((c for c in head.children if c.dep_ == "det" and c.lower_ == "no"), None) if head.dep_ in ("dobj", "attr") else None
    )


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is the first, the last or the only one to do something."""
    return any(c.lower_ in RANKED for c in noun.children if c.dep_ in ("amod", "advmod"))


def _is_to_come(noun: Token) -> bool:
    """Whether what is said of a noun is still to come, or only would be: "would make him the first to"."""
    verbs = [t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")]
    return any(c.tag_ in ("MD", "TO") for v in verbs for c in v.children if c.dep_ == "aux")


def _carries_out(governor: Token) -> bool:
    """Whether an infinitive behind this word tells what was done ("began to", "is said to"), or has a cue of its own to judge it by."""
    lemma = lemma_of(governor)
    if governor.pos_ == "ADJ" and lemma in _FELT:
        return governor.head.tag_ in ("VBD", "VBN")
    if lacks_particle(governor):  # "was given leave to travel"
        return False
    return lemma in _IMPLICATIVE or any((lemma, kind) in cues() for kind in ("verb", "noun", "adjective", "report"))


def in_present(node: Token) -> bool:
    """Tell whether the clause that a word stands in is told in the present or the future."""
    while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i:
        node = node.head
    return node.tag_ in ("VBZ", "VBP") or any(
        c.tag_ in ("MD", "VBZ", "VBP") for c in node.children if c.dep_ in ("aux", "auxpass")
    )
