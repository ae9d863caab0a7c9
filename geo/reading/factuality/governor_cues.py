"""What a word says of the movement that it governs: "plans to", "denied that", "the plan is to"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import lacks_particle
from geo.reading.factuality.given_up import had_been_planned, is_given_up, was_meant, word_of_failure
from geo.reading.factuality.hearsay import TALES
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.model import Status
    from geo.reading.factuality.cues import Cue

__all__ = ["cues_of_governor"]

#: Verbs that govern a plan as an infinitive ("announced to go") but only report a statement ("announced that they were heading").
_SAYS_TOO = frozenset({"announce", "decide", "suggest", "threaten", "tell", "claim", "understand", "order"})
#: Verbs of telling or letting somebody do something; who had been told to go may well have gone.
_ORDERS = frozenset("allow appoint assign authorise authorize choose command detail direct instruct order select tell".split())
#: By what something would be known: "there is no evidence that he went to X", "have no reason to believe that she is in Y".
_GROUNDS = frozenset({"evidence", "grounds", "indication", "proof", "reason", "sign", "suggestion", "trace"})
#: What would make sure of it: "there is no certainty that he will stop in X".
_ASSURANCES = frozenset({"assurance", "certainty", "confirmation", "guarantee"})
#: Verbs of meaning to; who had meant to go did not.
_MEANS = frozenset({"aim", "hope", "intend", "mean", "plan", "want"})


def cues_of_governor(node: Token, auxiliaries: list[Token], *, infinitive: bool) -> list[Cue]:
    """Read what a word says of the movement that it governs: "plans to", "denied that", "the plan is to"."""
    lemma = lemma_of(node)
    if lemma in _GROUNDS and any(c.lower_ == "no" and c.dep_ == "det" for c in node.children):
        return [("denied", node)]
    if lemma in TALES and node.dep_ == "pobj" and node.head.lower_ == "on" and lemma_of(node.head.head) == "comment":
        return [("possible", node)]  # "declined to comment on a report that he would go to X"
    sets_out = any(c.dep_ == "prt" or c.lower_ == "out" for c in node.children)
    if lemma == "stop" and infinitive:
        return []  # "stopped to greet the crowd in X"
    if lemma == "set" and (sets_out or not any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in node.children)):
        return []  # "set out", which plans nothing
    kinds = (
        ("verb", "noun")
        if node.pos_ in ("VERB", "AUX")
        else ("noun", "verb")
        if node.pos_ in ("NOUN", "PROPN")
        else ("adjective",)
    )
    at_last = lemma in _ORDERS and any(c.lower_ in ("eventually", "finally") for c in node.children)  # "finally allowed to land"
    says = (lemma in _SAYS_TOO and not infinitive) or lacks_particle(node) or at_last
    status = "" if says else next((s for k in kinds if (s := cues().get((lemma, k)))), "")
    if status == "planned" and (
        (had_been_planned(node) and lemma not in _ORDERS) or was_meant(node, auxiliaries) or is_given_up(node)
    ):
        status = "denied"  # "had been scheduled to go on to X"
    if lemma == "call" and infinitive and not status:  # "called on her to go", "calls for him to come"; "plans call for"
        plan = any(cues().get((lemma_of(c), "noun")) == "planned" for c in node.children if c.dep_ == "nsubj")
        status = "planned" if plan else "possible"
    if status == "possible" and node.dep_ == "dobj" and lemma_of(node.head) == "accept":
        status = "planned"  # "accepted an invitation to visit X"
    if status in ("planned", "possible") and node.pos_ == "NOUN" and (vain := word_of_failure(node)) is not None:
        return [("denied", vain)]
    if status and lemma in _MEANS and node.tag_ == "VBN" and any(a.lower_ in ("had", "'d") for a in auxiliaries):
        status = "denied"  # "had meant to go on to X"
    found: list[Cue] = [(cast("Status", status), node)] if status else []
    if lemma == "ought" and any(c.dep_ == "xcomp" and any(a.lemma_ == "have" for a in c.children) for c in node.children):
        found.append(("denied", node))  # "ought to have gone"
    if lemma == "be" and node.pos_ in ("AUX", "VERB"):
        about = [c for c in node.children if c.dep_ in ("nsubj", "attr")]
        found += [("possible", c) for c in about if lemma_of(c) in _ASSURANCES and any(d.lower_ == "no" for d in c.children)]
        told = [(c, cues().get((lemma_of(c), "noun"))) for c in about]
        found += [("denied", vain) if (vain := word_of_failure(c)) is not None else (cast("Status", s), c) for c, s in told if s]
    return found
