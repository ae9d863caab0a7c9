"""Places that only say where something is that somebody speaks of, judges, gives to or calls from afar: "the floods in X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.speech import JUDGING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_topic"]

#: By what one speaks to somebody elsewhere.
_CALLING = frozenset("contact email message phone ring telephone text".split())
#: What a thing is the matter of, behind "of".
_TALKING = frozenset("accuse complain dream hear inform know learn read remind speak talk tell think warn write".split())
#: What goes to somebody, and not the giver with it.
_GIVING = frozenset("contribute dedicate donate give lend offer pay pledge promise send".split())
_STEPS = 8


def is_topic(place: Token) -> bool:
    """Tell whether a place lies where something is that a clause is about, and nobody of whom it tells: "condemned the attack in X"."""
    if place.dep_ != "pobj" or not place.head.i:
        return False
    noun = _lies_there(place.head)
    for _ in range(_STEPS):
        if noun is None or noun.pos_ in ("VERB", "AUX"):
            return False
        above = noun.head
        if noun.dep_ == "dobj":
            return lemma_of(above) in JUDGING or lemma_of(above) in _CALLING
        if noun.dep_ == "pobj" and (above.lower_ == "about" or _takes(above)):
            return True
        noun = above.head if noun.dep_ == "pobj" else above if noun.dep_ == "conj" else None
    return False


def _lies_there(preposition: Token) -> Token | None:
    """The thing that is at the place: what the preposition hangs on, or what stands right before it and hangs on the same verb."""
    above, before = preposition.head, preposition.nbor(-1)
    if above.pos_ not in ("VERB", "AUX"):
        return above
    return before if before.dep_ in ("dobj", "pobj") and above in (before.head, before.head.head) else None


def _takes(preposition: Token) -> bool:
    """Whether a verb of saying has its matter, or one of giving whom it is for, behind a preposition."""
    verb = lemma_of(preposition.head)
    return (preposition.lower_ == "of" and verb in _TALKING) or (preposition.lower_ == "to" and verb in _GIVING)
