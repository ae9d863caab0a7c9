"""Tell that a stay is over of which only the middle is told: "was visiting X when he was attacked. He was flown to Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.vocabulary.speech import CITING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

    from gazetteer import Place
    from geo.model import Claim, When
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["moved_on", "was_in_the_middle"]


def was_in_the_middle(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a clause says what somebody was doing at a place, and nobody but its writer says it: "was visiting X"."""
    verb = predicate.clause
    if any(c.lower_ == "still" for c in verb.children):
        return False
    was = verb.tag_ == "VBG" and any(c.lower_ in ("was", "were") for c in verb.children if c.dep_ == "aux")
    return claim.status == "under_way" and claim.act == "stay" and was and not _is_reported(verb)


def moved_on(claims: Sequence[Claim], stays: Collection[str]) -> list[Claim]:
    """Take the stays that are told from their middle for over where their traveller is told to have gone elsewhere behind them.

    Parameters
    ----------
    claims
        Those of an article, in the order of the text.
    stays
        The ids of those of which `was_in_the_middle` holds.
    """
    return [
        replace(c, status="happened", cue=None) if c.id in stays and any(_leads_away(d, c) for d in claims[n + 1 :]) else c
        for n, c in enumerate(claims)
    ]


def _leads_away(movement: Claim, stay: Claim) -> bool:
    """Whether somebody came to another place, which does not hold the one where he was."""
    if movement.traveller != stay.traveller or movement.act not in ("arrive", "travel"):
        return False
    if (
        movement.status != "happened"
        or movement.background
        or movement.sequence == "earlier"
        or _is_before_end(movement.when, stay.when)
    ):
        return False
    there = [p.resolution.place for p in stay.places]
    ends = [place for p in movement.places if p.role == "to" and (place := p.resolution.place) is not None]
    return bool(ends) and all(here is not None and here.id != end.id and not _holds(end, here) for here in there for end in ends)


def _is_before_end(movement: When | None, stay: When | None) -> bool:
    """Whether a movement began before the days were over on which the stay is told: "was staying in X this week. On Monday she came to Y"."""
    if movement is None or stay is None or movement.yearless or stay.yearless:
        return False
    return movement.start < stay.end


def _holds(area: Place, place: Place) -> bool:
    box = area.bbox if area.is_area else None
    return area.contains(place) or (box is not None and box.contains(place.lat, place.lon))


def _is_reported(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and lemma_of(verb.head) in CITING
