"""What a preposition says of the gerund behind it: "without reaching X", "the hope of seeing X", "kept her from travelling to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.factuality.bare_tense import in_present
from geo.reading.factuality.cues import cues
from geo.reading.factuality.denials import ends_before
from geo.reading.parsing.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from geo.reading.factuality.cues import Cue

__all__ = ["has_cue", "status_of_gerund"]

#: What stands before "of" where something is not done: "instead of going", "short of reaching X", "in lieu of travelling".
_NOT_OF = frozenset({"far", "instead", "lieu", "place", "short"})
#: Verbs that keep somebody from doing something only with "from": "illness kept her from going".
_KEEP_FROM = frozenset({"block", "excuse", "hold", "keep", "recoil", "restrain", "save", "stop"})
#: Words behind which "to" or "for" tells what was done: "admitted to visiting X", "was fined for entering Y".
_DONE_TO = frozenset(
    "accustom accustomed add addition admit confess contribute fall lead own prior relate resort return revert take turn use used".split()
)
#: Verbs by which others say that somebody did what stands behind "of": it may be so.
_CHARGES = frozenset({"accuse", "suspect"})
_HOPED_FOR = frozenset(
    "appeal apply argue aim ask call head hope lobby permission plan prepare press push ready time train visa vote wait".split()
)


def status_of_gerund(gerund: Token) -> list[Cue]:
    """Give the status that the preposition before a gerund, and the word before that, give it; empty where they tell of what was done."""
    if gerund.dep_ != "pcomp" or any(c.lower_ == "where" for c in gerund.children):
        return []
    preposition, head = gerund.head, gerund.head.head
    match preposition.lower_:
        case "without":
            return [("denied", preposition)]
        case "before":
            if in_present(head):  # "a few hours' rest before racing on"
                return [("planned", preposition)]
            return [("denied", head)] if ends_before(head) else []
        case "against":
            return [("denied", preposition)] if cues().get((lemma_of(head), "verb")) else []
        case "from":
            above = head.head if head.lower_ == "away" else head  # "shied away from going"
            return [("denied", above)] if _keeps(above) else []
        case "of" | "about":
            return _behind_of(gerund)
        case "to" if any(c.lower_ == "forward" for c in head.children):
            return [("planned", head)]  # "looks forward to visiting X"
        case "to":
            return [] if lemma_of(head) in _DONE_TO or has_cue(head) else [("possible", preposition)]
        case "for":
            return [("possible", preposition)] if lemma_of(head) in _HOPED_FOR and not has_cue(head) else []
    return []


def _behind_of(gerund: Token) -> list[Cue]:
    """ "Dreams of going", "talking about walking to X"; "proud of having seen X" tells what was done."""
    preposition, head = gerund.head, gerund.head.head
    before = preposition.nbor(-1) if preposition.i else preposition
    if preposition.lower_ == "of" and before.lower_ in _NOT_OF:
        return [("denied", preposition)]
    change = head.head if lemma_of(head) == "mind" else head
    if lemma_of(change) == "change" and any(lemma_of(c) == "mind" for c in change.children if c.dep_ == "dobj"):
        return [("denied", change)]
    if {lemma_of(head), lemma_of(head.head)} & _CHARGES:
        return [("possible", preposition)]
    if any(c.lower_ == "having" for c in gerund.children) and not has_cue(head):
        return []
    return [] if has_cue(head) else [("possible", preposition)]


def _keeps(head: Token) -> bool:
    return lemma_of(head) in _KEEP_FROM or cues().get((lemma_of(head), "verb")) == "denied"


def has_cue(head: Token) -> bool:
    """Tell whether the word before a preposition says itself how certain what follows is: "her plan of going"."""
    kinds = ("verb",) if head.pos_ in ("VERB", "AUX") else ("noun",) if head.pos_ in ("NOUN", "PROPN") else ("adjective",)
    return any((lemma_of(head), kind) in cues() for kind in kinds)
