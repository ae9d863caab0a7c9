"""Fold what is told of an area into the places inside it: who came to Norway and spent a night in Bergen made one stop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.stops.visits import Visit, effective_status
from geo.model import CERTAINTY_RANK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.model import Claim, When

__all__ = ["fold"]


#: How near, in km, a state lies to a town that is around it.
_CITY_STATE_KM = 6.0


def fold(visits: list[Visit], order: Mapping[str, int]) -> list[Visit]:
    """Fold what is told of each area into the place inside it that is named with it, else the first that the same trip reaches.

    Of areas in one another, it goes into what is kept.
    """
    inside = {id(v): [w for w in visits if w is not v and _holds(v, w) and _folds(v, w, order)] for v in visits}
    kept = [v for v in visits if not any(not inside[id(w)] for w in inside[id(v)])]
    for visit in visits:
        last = [w for w in inside[id(visit)] if not inside[id(w)]]
        if last:
            ranked = sorted(last, key=lambda v: (CERTAINTY_RANK[v.status], v.rank))
            for claim, role in visit.evidence:
                told_with = (v for v in last if any(c.id == claim.id for c, _ in v.evidence))
                target = (
                    next(told_with, None) or (_airport(ranked) if claim.act == "arrive" else None) or _of_that_day(claim, ranked)
                )
                target.evidence.append(_folded(claim, role, target, visit))
    return kept


def _airport(visits: Sequence[Visit]) -> Visit | None:
    """The airport by which somebody comes into a country: who arrives in Norway and lands at Flesland does so there, whatever town is named before."""
    least = CERTAINTY_RANK[visits[0].status]
    landings = (v for v in visits if v.place.kind.code == "AIRP" and any(c.act == "arrive" and r == "to" for c, r in v.evidence))
    return next((v for v in landings if CERTAINTY_RANK[v.status] == least), None)


def _of_that_day(claim: Claim, visits: Sequence[Visit]) -> Visit:
    """The first of the stops in an area, unless it has another day than what is told of the area, and one as certain has that day."""
    first, when = visits[0], claim.when
    if when is None or when.precision not in ("part", "day") or _is_then(first, when) is not False:
        return first
    alike = (v for v in visits if v.status == first.status and _is_then(v, when))
    return next(alike, first)


def _is_then(visit: Visit, when: When) -> bool | None:
    """Whether a stop is dated by a day, or by others; None where it has none."""
    days = [w for w in (*visit.arrive, *visit.depart) if w.precision in ("part", "day")]
    return any(w.start == when.start for w in days) if days else None


def _holds(area: Visit, other: Visit) -> bool:
    """Whether a stop lies in the area of another; of one whose first-order area is not known, as of airports, its box tells, and a county by its code."""
    one, two = area.place, other.place
    if one.kind.is_country and one.bbox is None and two.kind.is_populated and one.km_to(two) < _CITY_STATE_KM:
        return True  # the Vatican in Rome
    county = one.kind.code == "ADM2" and not two.is_area and bool(one.admin2)
    if county and (one.country, one.admin1, one.admin2) == (two.country, two.admin1, two.admin2):
        return True
    box = one.bbox if one.kind.code == "ADM1" and not two.admin1 and not two.is_area else None
    within = box is not None and one.country == two.country and box.contains(two.lat, two.lon)
    return one.is_area and (one.contains(two) or within)


def _folded(claim: Claim, role: str, target: Visit, area: Visit) -> tuple[Claim, str]:
    """What a claim about an area says of the place inside it.

    The day that a border was crossed is not the day of arrival in the city, nor that of leaving for a part of the world; who is under way to
    a country is not yet in the city.
    """
    if role == "from":
        return claim, role
    crossed = claim.act in ("travel", "pass") and claim.status == "happened"
    crossed = crossed or (claim.act in ("depart", "travel") and not area.place.country)
    distant = effective_status(claim, role) == "under_way" and target.status != "happened"
    return replace(claim, when=None) if crossed else claim, "toward" if distant else role


def _came_before(area: Visit, place: Visit, came: int) -> bool:
    """Whether an arrival in an area is dated, or is the first thing planned, and the departure from a place in it has no day, or no earlier one."""
    known = came == 0 if area.status == "planned" else area.status == "happened" and bool(area.arrive)
    if not known or place.status != area.status or any(c.returning for c, _ in area.evidence):
        return False
    return all(reached.start <= left.end for reached in area.arrive for left in place.depart if reached.yearless == left.yearless)


def _came_back(area: Visit) -> bool:
    """Whether all that is told of an area is that somebody returned to it."""
    return all(c.returning and r == "to" for c, r in area.evidence)


def _folds(area: Visit, place: Visit, order: Mapping[str, int]) -> bool:
    """An area where somebody was does not fold into a place that he only may reach, nor one reached into a place left, nor any but a denied one into a denied place."""
    area_from = all(r == "from" for _, r in area.evidence)
    place_from = all(r == "from" for _, r in place.evidence)
    came = min(order[c.id] for c, _ in area.evidence)
    visited = all(c.act == "stay" and c.status == "happened" for c, _ in area.evidence)
    if visited and place_from and place.status == "happened" and came < min(order[c.id] for c, _ in place.evidence):
        return True  # "after visits to Norway and Spain ... She left Bergen"
    if place_from and not area_from and (came == 0 or came > min(order[c.id] for c, _ in place.evidence)):
        return _came_before(area, place, came)  # but who came to Italy and then left Ancona was there
    if _came_back(area) and not any(r == "to" for _, r in place.evidence):
        return False  # who spent a night in Bergen and came back to Norway did not come back to Bergen
    granted = place.status == "planned" and all(
        c.sequence == "earlier" for c, _ in place.evidence
    )  # "after a stop in Cairo, he will"
    there = area.status == "happened" or (area.status == "under_way" and all(c.act == "stay" for c, _ in area.evidence))
    return (place.status != "denied" or area.status == "denied") and not (
        there and place.status in ("planned", "possible") and not area_from and not granted
    )
