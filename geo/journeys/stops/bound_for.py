"""What became of the places that somebody left for: reached after all, or left aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.stops.visits import Visit, overlap
from geo.journeys.way_words import ONWARD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.model import Claim

__all__ = ["overtake"]


def overtake(visits: list[Visit], order: Mapping[str, int]) -> None:
    """Make a plan, no longer under way, of where somebody left for who is told to have come to another place since."""
    came = [
        (order[c.id], v)
        for v in visits
        for c, r in v.evidence
        if r in ("to", "at") and c.status == "happened" and c.act in ("arrive", "travel", "stay")
    ]
    for visit in visits:
        for number, (claim, role) in enumerate(visit.evidence):
            left = claim.act == "depart" and role == "to" and claim.status == "happened"
            if left and _went_on(visit, claim, visits, order):
                visit.evidence[number] = (replace(claim, act="travel", when=None), "to")
            elif left and any(n > order[claim.id] and v is not visit for n, v in came):
                visit.evidence[number] = (claim, "toward")


def _went_on(reached: Visit, departure: Claim, visits: Sequence[Visit], order: Mapping[str, int]) -> bool:
    """Whether somebody who left for a place is told next, in the same article, to have set off from there for another: "On the 3rd they sailed for X"."""
    for visit in visits:
        for claim, role in visit.evidence:
            later = claim.quote.article == departure.quote.article and order[claim.id] > order[departure.id]
            onward = claim.act == "depart" or (claim.act == "travel" and ONWARD.search(claim.quote.text) is not None)
            starts = [p.resolution.place for p in claim.places if p.role == "from"]
            if (
                later
                and onward
                and role == "to"
                and claim.status == "happened"
                and not starts
                and not overlap(visit.place, reached.place)
            ):
                return True
    return False
