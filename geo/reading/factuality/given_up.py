"""Plans that the words that tell them say came to nothing: "had been expected in X", "was due in X but fell ill", "her failed attempt"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import drops
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["ORIGINAL", "had_been_planned", "is_given_up", "was_meant", "word_of_failure"]

#: Verbs of keeping an appointment: "was expected on Monday but did not come".
_COMES = frozenset({"appear", "arrive", "come", "do", "go", "materialise", "materialize", "show", "turn"})
#: Words of a plan that was given up.
_AT_FIRST = frozenset({"initially", "originally"})
#: Adjectives for such a plan, told in the past.
ORIGINAL = frozenset({"initial", "intended", "original", "planned", "scheduled"})
#: What comes of a plan that comes to nothing.
_OTHERWISE = frozenset(
    "arrest bar collapse crash detain die disappear divert end hijack jail kill prevent redirect refuse reroute rerout sink stay stop strand "
    "turn vanish".split()
)


def had_been_planned(node: Token) -> bool:
    """Tell whether a plan is told as one that was given up or overtaken: "had been expected in X"."""
    auxiliaries = {c.lower_ for t in (node, node.head) for c in t.children if c.dep_ in ("aux", "auxpass")}
    return "had" in auxiliaries and ("been" in auxiliaries or node.head.lower_ == "been")


def was_meant(node: Token, auxiliaries: list[Token]) -> bool:
    """Tell whether a plan is told as that of the past: "was originally due to land in X", "were supposed to travel to X"."""
    words = [*node.children, *(node.head.children if node.dep_ == "acomp" else ())]
    past = any(c.lower_ in ("was", "were", "had") for c in (*auxiliaries, node.head))
    return past and (lemma_of(node) == "suppose" or any(c.lower_ in _AT_FIRST for c in words))


def is_given_up(plan: Token) -> bool:
    """Tell whether what was planned is told in the same breath not to have been: "was due in X but failed to appear", "was to go but fell ill"."""
    verbs = [plan, plan.head] if plan.dep_ in ("acomp", "oprd") else [plan]
    after = [c for v in verbs for c in v.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i > plan.i]
    return any(_stays_away(c) or _is_overtaken(c) for c in after)


def _stays_away(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return lemma_of(verb) in _COMES
    failed = lemma_of(verb) in ("fail", "neglect") and any(lemma_of(c) in _COMES for c in verb.children if c.dep_ == "xcomp")
    return failed or (drops(verb) and not any(c.dep_ in ("dobj", "xcomp", "nsubjpass") for c in verb.children))


def _is_overtaken(verb: Token) -> bool:
    """Whether something else came of a plan: "was due to fly to X but ended up in Y", "but was taken to hospital"."""
    against = any(c.lower_ == "but" for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i)
    past = verb.tag_ == "VBD" or any(c.lower_ in ("was", "were") for c in verb.children)
    instead = any(c.lower_ == "instead" for c in verb.children)
    ill = any(o.lower_ == "hospital" for o in verb.subtree)
    ended = verb.lemma_ != "end" or any(c.lower_ == "up" for c in verb.children)
    return against and past and ended and (instead or ill or lemma_of(verb) in _OTHERWISE)


def word_of_failure(noun: Token) -> Token | None:
    """Find the adjective that says that a plan or an attempt came to nothing: "her failed attempt to reach X", "the original plan was to go to X"."""
    past = noun.head.tag_ == "VBD"
    words = (c for c in noun.children if c.dep_ == "amod")
    return next((c for c in words if cues().get((c.lower_, "adjective")) == "denied" or (past and c.lower_ in ORIGINAL)), None)
