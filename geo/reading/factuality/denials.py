"""Words that say that what they are about did not come to be: "cancel", "call off", "was off", "came to nothing", "died before"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["IN_VAIN", "drops", "ends_before", "is_off", "lacks_particle"]

_WITH_PARTICLE = {
    "back": "out", "bow": "out", "call": "off", "fall": "through", "give": "up", "pull": "out", "put": "off", "rule": "out", "turn": "down"
}  # fmt: skip
#: Verbs of what ends a journey, behind which "before" tells where it would have gone: "died before reaching X".
_ENDINGS = frozenset(
    "abandon abort arrest capture capsize collapse crash derail die drop drown founder intercept kill perish retire sink "
    "succumb surrender".split()
)
#: What a plan or an attempt ends in that came to nothing: "in vain", "in failure".
IN_VAIN = frozenset({"defeat", "disaster", "failure", "vain"})
#: "Came to nothing".
_NOTHING = frozenset({"naught", "nothing", "nought"})


def drops(verb: Token) -> bool:
    """Tell whether a verb says that what it is about did not come to be: "called off", "cancelled", "put on hold"."""
    return cues().get((lemma_of(verb), "verb")) == "denied" and not lacks_particle(verb)


def is_off(verb: Token) -> bool:
    """Tell whether a clause says that a journey that is its subject will not be: "the visit is off", "the trip came to nothing"."""
    lemma = lemma_of(verb)
    if lemma == "be":
        return any(
            c.lower_ == "off" and c.dep_ in ("advmod", "acomp", "prt", "prep") and not list(c.children) for c in verb.children
        )
    nothing = any(o.lower_ in _NOTHING for c in verb.children if c.lower_ == "to" for o in c.children)
    return lemma in ("amount", "come") and nothing


def ends_before(verb: Token) -> bool:
    """Tell whether a verb ends the journey, so that what "before" tells of was not reached: "turned back before", "gave up before"."""
    if verb.tag_ not in ("VBD", "VBN", "VB"):
        return False
    words = {c.lower_ for c in verb.children}
    lemma = lemma_of(verb)
    return (
        lemma in _ENDINGS
        or (lemma == "turn" and bool(words & {"around", "back", "round"}))
        or (lemma in ("break", "run", "shoot") and bool(words & {"down", "out"}))
        or (lemma == "give" and "up" in words)
    )


def lacks_particle(verb: Token) -> bool:
    """Tell whether a verb would deny with its particle and has none: "called on him", "put her on a train"."""
    particle = _WITH_PARTICLE.get(lemma_of(verb))
    if particle is None or any(c.lower_ == particle for c in verb.children):
        return False
    return not any(o.lower_ == "hold" for c in verb.children if c.lower_ == "on" for o in c.children)
