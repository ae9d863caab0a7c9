"""Which stops begin a trip or end it: called so, come home to, only left, or where the whole of it goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.claims import first_place, is_within
from geo.journeys.order.said import BEHIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.stops.visits import Visit
    from geo.model import PlaceRole

__all__ = ["OPENS", "called_by", "final_destination", "goes_home", "goes_on_from", "is_start", "is_start_told_last"]

#: What is told of the first stop of a tour: "began the trip in Y", "a tour that began in Y".
OPENS = re.compile(
    r"\b(?:beg[aiu]n|commenc|kick|launch|open|start)\w*(?:\s+[\w-]+){1,4}?\s+(?:journey|tour|trip|voyage)\s+(?:at|by|from|in|with)\b"
    r"|\b(?:journey|tour|trip|visit|voyage)(?:\s+(?:had|that|to|which|will)){0,2}\s+(?:beg[aiu]n|commence|kick|open|start)\w*(?:\s+off)?\s+(?:at|by|from|in|on|with)\b",
    re.IGNORECASE,
)


def called_by(visits: Sequence[Visit], words: re.Pattern[str]) -> set[int]:
    """List the stops, by index, before which some words stand where somebody comes to them: X of "will end the trip in X and rest in Y"."""
    nearest: dict[tuple[str, int], tuple[bool, int, int]] = {}
    for index, visit in enumerate(visits):
        for claim, role in visit.evidence:
            found = words.search(claim.quote.text)
            if found is None:
                continue
            end = claim.quote.start + found.end()
            for told in (p for p in claim.places if p.role == role and _is_of(visit, p)):
                around = told.resolution.place != visit.place  # "in Spain's city of X": X, whatever stop Spain was taken for
                stop = (around, told.resolution.mention.quote.start - end, index)
                key = (claim.quote.article, end)
                if 0 <= stop[1] <= BEHIND:
                    nearest[key] = min(nearest.get(key, stop), stop)
    return {index for _, _, index in nearest.values()}


def _is_of(visit: Visit, told: PlaceRole) -> bool:
    """Whether a stop is the place that a claim tells, or one in it or around it."""
    place = told.resolution.place
    return place is not None and (is_within(visit.place, place) or is_within(place, visit.place))


def goes_home(visit: Visit) -> bool:
    """Tell whether a stop that is to come is only told as a return, after which nothing is told: "She will visit nine nations before returning to X"."""
    return all(c.returning and r in ("to", "at") for c, r in visit.evidence)


def goes_on_from(one: Visit, other: Visit) -> bool:
    """Tell whether a sentence tells of a stop and then of another, that came after it: "will go back to X and ride on to Y"."""
    return any(
        c.quote == d.quote and c.sequence != "later" and d.sequence != "earlier" and first_place(c) < first_place(d)
        for c, _ in one.evidence
        for d, _ in other.evidence
    )


def is_start(visit: Visit) -> bool:
    """Tell whether a place is only told as the one that somebody leaves, without where he goes: "She will visit X and Y. She leaves Z on Saturday"."""
    return all(r == "from" and c.act == "depart" and c.when is not None and len(c.places) == 1 for c, r in visit.evidence)


def is_start_told_last(visit: Visit, visits: Sequence[Visit]) -> bool:
    """Tell whether nothing is told of a stop but that somebody left it, behind all others of one article: news tells last where he set out.

    Where the article tells the way from its start on, it was in its turn.
    """
    if not all(r == "from" and len(c.places) == 1 and not c.returning for c, r in visit.evidence):
        return False
    others = sorted((v for v in visits if v is not visit and v.status == "happened"), key=_told)
    from_its_start = bool(others) and any(r == "from" and c.quote.start == _told(others[0])[1] for c, r in others[0].evidence)
    article, start = _told(visit)
    return not from_its_start and all(_told(v)[0] == article and _told(v)[1] < start for v in others)


def _told(visit: Visit) -> tuple[str, int]:
    """The article that tells of a stop first, and where."""
    first = visit.evidence[0][0].quote
    return first.article, min(c.quote.start for c, _ in visit.evidence if c.quote.article == first.article)


def final_destination(visits: list[Visit]) -> int | None:
    """Find where the whole trip goes: the end, not yet reached, of a movement from a place after which the trip reached others.

    "She is cycling from Oslo to Rome. She has reached Hamburg and will go on to Munich": Rome comes after Munich.
    """
    reached = [v for v in visits if v.status == "happened" and any(r != "from" for _, r in v.evidence)]
    for index, visit in enumerate(visits):
        if visit.status != "under_way":
            continue
        whole = {c.id for c, r in visit.evidence if r == "to" and any(p.role == "from" for p in c.places)}
        starts = [v for v in visits if any(c.id in whole and r == "from" for c, r in v.evidence)]
        if starts and any(v not in starts for v in reached):
            return index
    return None
