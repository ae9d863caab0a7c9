"""Movements of which a claim tells one end alone: where a departure was from, and an arrival to."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from geo.journeys.claims import places_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.stops.visits import Visit
    from geo.journeys.trip import Trip
    from geo.model import Claim

__all__ = ["end_open_arrivals", "start_open_departures"]


class _Reached:
    """What is told of coming to a stop, or planned with a day, so that each departure need not be held against every arrival."""

    def __init__(self, visit: Visit, order: Mapping[str, int]) -> None:
        came = [c for c, r in visit.evidence if r in ("to", "at") and c.status == "happened"]
        planned = [c for c, r in visit.evidence if r in ("to", "at") and c.status == "planned" and c.when is not None]
        self.visit = visit
        self.first_day = min((c.when.start for c in came if c.when is not None), default=None)
        self.last = max((order[c.id] for c in (*came, *planned)), default=-1)
        told = {order[c.id]: c for c in (*came, *planned) if c.act in ("arrive", "stay", "travel")}
        self._ranks = sorted(told)
        self._told = told

    def before(self, departure: Claim, rank: int) -> int | None:
        """Rank the last arrival told before a departure that is not dated after it, a planned one only for a dated plan to leave; None where there is none, or the stop was first reached after it."""
        if self.first_day is not None and departure.when is not None and departure.when.end < self.first_day:
            return None
        earlier = (self._ranks[n] for n in range(bisect_left(self._ranks, rank) - 1, -1, -1))
        planned = departure.status == "planned" and departure.when is not None
        fits = (n for n in earlier if planned or self._told[n].status == "happened")
        return next((n for n in fits if not _is_before(departure, self._told[n])), None)


def start_open_departures(visits: list[Visit], trip: Trip, order: Mapping[str, int]) -> None:
    """Let each departure that names no place leave from the one place that the trip is said to leave from, else from where it last arrived, or is to arrive before it."""
    starts = [v for v in visits if any(r == "from" and c.act == "depart" for c, r in v.evidence)]
    left = {id(v): max((order[c.id] for c, r in v.evidence if r == "from"), default=-1) for v in visits}
    reached = [_Reached(v, order) for v in visits]
    for claim in trip.claims:
        if claim.act != "depart" or any(p.role == "from" for p in claim.places):
            continue
        ends = {p.resolution.place.id for p in claim.places if p.resolution.place is not None}
        arrived = [(n, r) for r in reached if (n := r.before(claim, order[claim.id])) is not None]
        # A trip that left a place, and then came to another, sets off for a third from there.
        went_on = ends and any(r.visit is not v and left[id(v)] < r.last for v in starts for _, r in arrived)
        same = [] if went_on else [v for v in starts if _may_be_one(claim, v)]
        fits = len(same) == 1 and (same[0].status == "happened" or claim.status != "happened")
        latest = max(arrived, key=lambda a: a[0])[1].visit if arrived and not same else None
        start = same[0] if fits else _start_of_whole(visits, trip, claim) or latest
        if start is not None and start.place.id not in ends:
            start.evidence.append((claim, "from"))
            left[id(start)] = max(left[id(start)], order[claim.id])


def _start_of_whole(visits: Sequence[Visit], trip: Trip, departure: Claim) -> Visit | None:
    """Where the whole trip begins, if that is told first and then its departure: "the journey from A to B. They left in April"."""
    whole = trip.claims[0]
    second = trip.claims[1].id if len(trip.claims) > 1 else ""
    if whole.when is not None or second != departure.id or whole.quote.end > departure.quote.start:
        return None
    return next((v for v in visits if any(c.id == whole.id and r == "from" for c, r in v.evidence)), None)


def _may_be_one(claim: Claim, start: Visit) -> bool:
    """Whether a departure may be one of those from a place: not where both say where they go, and it is not the same."""
    ends = places_of(claim)
    for other, role in start.evidence:
        if role != "from" or other.act != "depart":
            continue
        goals = [p.resolution.place for p in other.places if p.role != "from" and p.resolution.place is not None]
        if not ends or not goals or any(a.id == b.id or a.contains(b) or b.contains(a) for a in ends for b in goals):
            return True
    return False


def _is_before(departure: Claim, arrival: Claim) -> bool:
    """Whether a departure is dated before an arrival told before it, so that it was not from there."""
    return departure.when is not None and arrival.when is not None and departure.when.end < arrival.when.start


def end_open_arrivals(visits: list[Visit], told: Mapping[str, int]) -> None:
    """Let "He arrived from X" end where the trip is last said before it to have arrived, else where it is first said after it; "he had arrived" at its first stop."""
    ends = [
        (told[c.id], v)
        for v in visits
        for c, r in v.evidence
        if r in ("to", "at") and c.act in ("arrive", "meet", "stay") and c.status == "happened"
    ]
    ends.sort(key=lambda e: e[0])
    for visit in visits:
        other = [(n, v) for n, v in ends if v is not visit]
        ranks = [n for n, _ in other]
        for claim, role in list(visit.evidence) if other else ():
            if role == "from" and claim.act in ("arrive", "travel") and all(p.role == "from" for p in claim.places):
                before = 0 if claim.sequence == "earlier" else bisect_left(ranks, told[claim.id])
                other[max(before - 1, 0)][1].evidence.append((claim, "to"))
