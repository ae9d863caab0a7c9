"""What governs a clause: the verb or noun whose certainty it shares, as in "the plan is for him to travel"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import IN_VAIN, drops
from geo.reading.factuality.hearsay import TALES
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.speech import STATING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_governor"]


def find_governor(node: Token) -> Token | None:
    """Find the verb or noun whose certainty the clause shares, or None where the clause stands for itself."""
    head = node.head
    if head.i == node.i:
        return None
    if node.lower_ == "en" and head.pos_ == "VERB":  # "En route to X, he plans to stop in Y"
        return head
    if _is_reason(node):
        return None  # "nobody knows why she went", which she did
    if node.dep_ == "ccomp" and any(t.text in (";", ":") for t in node.doc[node.i : head.i]):
        return None  # two sentences in one
    if node.dep_ == "ccomp" and any(c.dep_ == "mark" and c.i and c.nbor(-1).lower_ == "now" for c in node.children):
        return None  # "plans to meet them now that they have arrived"
    if node.dep_ == "ccomp" and head.pos_ == "NOUN" and head.dep_ in ("nsubj", "nsubjpass"):
        return head.head  # "reports that he had landed were false"
    if node.dep_ in ("ccomp", "dep") and node.tag_ == "VB" and not any(c.dep_ in ("nsubj", "aux") for c in node.children):
        return next(
            (c for c in head.children if c.dep_ == "ccomp" and head.i < c.i < node.i), head
        )  # "expect to reach X, then go to Y"
    if _closes_speech(node):
        return None
    if node.dep_ in ("xcomp", "ccomp", "csubj", "csubjpass", "acomp", "oprd"):
        return head
    if node.dep_ == "relcl" and lemma_of(head) in TALES and any(c.lower_ == "that" for c in node.children):
        return head.head if head.dep_ in ("dobj", "nsubj", "nsubjpass") else head  # "a report that he had landed was false"
    if node.dep_ == "advcl" and head.pos_ == "ADJ" and any(c.lower_ == "to" for c in node.children):
        return head  # "made it impossible to land"
    if node.dep_ == "attr" and node.pos_ == "NOUN":
        return head
    if node.pos_ == "NOUN" and (lemma_of(node), "noun") in cues() and _fails(node):
        return (
            head if head.pos_ == "VERB" else head.head
        )  # "her attempt to go failed", "ended in failure", "failed in her attempt"
    if node.pos_ == "NOUN" and node.dep_ in ("dobj", "nsubjpass") and (lemma_of(node), "noun") in cues() and drops(head):
        return head  # "gave up her plan to go", "the plan to go was abandoned"
    if node.dep_ in ("acl", "advcl", "relcl") and any(
        c.lower_ in ("to", "for") for c in node.children if c.dep_ in ("aux", "mark")
    ):
        lemma = lemma_of(head)
        to_come = node.dep_ == "advcl" and any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in head.children)
        known = lemma == "be" or any(cues().get((lemma, kind)) for kind in ("noun", "verb", "adjective"))
        return head if known or to_come else None  # "will go to X to see her and walk on to Y"
    if node.dep_ in ("acl", "ccomp") and head.pos_ == "NOUN" and any(c.lower_ == "that" and c.i < node.i for c in node.children):
        return head.head if head.dep_ in ("dobj", "nsubj", "nsubjpass") else head  # "denied a report that he had landed"
    if node.dep_ == "pobj" and node.lower_ == "addition" and head.lower_ == "in":
        return head.head  # "will meet the king in addition to visiting X"
    if node.dep_ == "pobj" and node.pos_ == "NOUN" and head.lower_ in ("about", "of") and lemma_of(head.head) in TALES:
        tale = head.head  # "reports of her arrival in X were false"
        return tale.head if tale.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    if node.dep_ == "pcomp" and any(c.lower_ == "where" for c in node.children):
        return None  # "were put on a boat to X, from where they will fly to Y"
    if node.dep_ == "pcomp" and head.dep_ == "prep":
        return head.head
    if node.dep_ == "advcl" and node.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "mark") for c in node.children):
        return head
    if _is_listed(node):
        return head
    return _shared_governor(node) if node.dep_ == "conj" and head.pos_ in ("VERB", "AUX") else None


def _is_reason(node: Token) -> bool:
    """Whether a clause asks why something was done, which takes it as done; not "why she should go"."""
    past = node.tag_ == "VBD" or any(c.lower_ == "had" for c in node.children if c.dep_ == "aux")
    return past and any(c.lower_ == "why" and c.i < node.i for c in node.children if c.dep_ == "advmod")


def _closes_speech(verb: Token) -> bool:
    """Whether a verb of saying ends what was said, of which the parser makes it a part: "Norway hopes for more, the minister said in X"."""
    before = verb.left_edge.i - 1
    said = verb.dep_ == "ccomp" and verb.head.i < verb.i and verb.tag_ == "VBD" and lemma_of(verb) in STATING
    return bool(said and before > verb.head.i and verb.doc[before].is_punct and any(c.dep_ == "nsubj" for c in verb.children))


def _fails(noun: Token) -> bool:
    """Whether a plan or an attempt is told to have come to nothing."""
    verb = noun.head if noun.dep_ == "nsubj" else noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun
    return lemma_of(verb) in ("collapse", "fail", "founder") or any(
        o.lower_ in IN_VAIN for c in verb.children if c.lower_ == "in" for o in c.children if verb is not noun
    )


def _shared_governor(node: Token) -> Token | None:
    """What a joined verb shares with those before it: their modal ("will begin in X and end in Y"), else what governs them all."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children)
    bare = not own and node.tag_ != "VBD" and not any(c.dep_ == "aux" for c in node.children)
    head = node
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
        if bare and any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in head.children):
            return head
    if not own and _is_listed(head):
        return head.head
    listed = head.dep_ in ("ccomp", "xcomp") or (head.dep_ == "dep" and head.tag_ == "VB")
    return find_governor(head) if listed and not own else None


def _is_listed(node: Token) -> bool:
    """Whether a verb without a subject is one of a list under a modal: "will meet the president, address the parliament, speak in X"."""
    bare = node.tag_ in ("VB", "VBP") and not any(
        c.dep_ in ("nsubj", "nsubjpass", "mark", "aux", "advmod") for c in node.children
    )
    return node.dep_ == "advcl" and bare and any(c.tag_ == "MD" for c in node.head.children if c.dep_ == "aux")
