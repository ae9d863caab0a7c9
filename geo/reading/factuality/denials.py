"""Verbs that say that what they are about did not come to be, some of them only with their particle: "cancel", "call off"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.cues import cues
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["drops", "lacks_particle"]

_WITH_PARTICLE = {"call": "off", "fall": "through", "give": "up", "put": "off", "rule": "out"}


def drops(verb: Token) -> bool:
    """Tell whether a verb says that what it is about did not come to be: "called off", "cancelled", "put on hold"."""
    return cues().get((lemma_of(verb), "verb")) == "denied" and not lacks_particle(verb)


def lacks_particle(verb: Token) -> bool:
    """Tell whether a verb would deny with its particle and has none: "called on him", "put her on a train"."""
    particle = _WITH_PARTICLE.get(lemma_of(verb))
    if particle is None or any(c.lower_ == particle for c in verb.children):
        return False
    return not any(o.lower_ == "hold" for c in verb.children if c.lower_ == "on" for o in c.children)
