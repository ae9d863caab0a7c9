"""What became of the places that somebody left for: reached after all, or left aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.stops.visits import Visit, overlap
from geo.journeys.way_words import ONWARD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.model import Claim

__all__ = ["overtake"]


def overtake(visits: list[Visit], order: Mapping[str, int]) -> None:
    """Make a plan, no longer under way, of where somebody left for who is told to have come to another place since."""
    came = [max((order[c.id] for c, r in v.evidence if _tells_arrival(c, r)), default=-1) for v in visits]
    onward = [_set_off_for(v, order) for v in visits]
    for here, visit in enumerate(visits):
        others = [told for v, told in zip(visits, onward, strict=True) if not overlap(v.place, visit.place)]
        for number, (claim, role) in enumerate(visit.evidence):
            if claim.act != "depart" or role != "to" or claim.status != "happened":
                continue
            rank, article = order[claim.id], claim.quote.article
            if any(told.get(article, -1) > rank for told in others):  # "On the 3rd they sailed for X"
                visit.evidence[number] = (replace(claim, act="travel", when=None), "to")
            elif any(last > rank for n, last in enumerate(came) if n != here):
                visit.evidence[number] = (claim, "toward")
        onward[here] = _set_off_for(visit, order)


def _tells_arrival(claim: Claim, role: str) -> bool:
    came = role in ("to", "at") and claim.status == "happened" and claim.act in ("arrive", "travel", "stay")
    return came and claim.basis == "stated"


def _set_off_for(visit: Visit, order: Mapping[str, int]) -> dict[str, int]:
    """By article, when it tells last that somebody set off for a place without saying from where, so from where he had come."""
    last: dict[str, int] = {}
    for claim, role in visit.evidence:
        onward = claim.act == "depart" or (claim.act == "travel" and ONWARD.search(claim.quote.text) is not None)
        starts = [p.resolution.place for p in claim.places if p.role == "from"]
        if onward and role == "to" and claim.status == "happened" and not starts:
            article = claim.quote.article
            last[article] = max(order[claim.id], last.get(article, -1))
    return last
