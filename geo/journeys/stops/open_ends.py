"""Movements of which a claim tells one end alone: where a departure was from, and an arrival to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.claims import places_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.stops.visits import Visit
    from geo.journeys.trip import Trip
    from geo.model import Claim

__all__ = ["end_open_arrivals", "start_open_departures"]


def start_open_departures(visits: list[Visit], trip: Trip, order: Mapping[str, int]) -> None:
    """Let each departure that names no place leave from the one place that the trip is said to leave from, else from where it last arrived."""
    starts = [v for v in visits if any(r == "from" and c.act == "depart" for c, r in v.evidence)]
    for claim in trip.claims:
        if claim.act != "depart" or any(p.role == "from" for p in claim.places):
            continue
        ends = {p.resolution.place.id for p in claim.places if p.resolution.place is not None}
        arrived = [
            (order[c.id], v)
            for v in visits
            for c, r in v.evidence
            if r in ("to", "at")
            and c.status == "happened"
            and c.act in ("arrive", "stay", "travel")
            and order[c.id] < order[claim.id]
            and not _is_before(claim, c)
            and not _is_first_reached_after(v, claim)
        ]
        went_on = ends and any(_is_left_for(v, other, order) for v in starts for _, other in arrived)
        same = [] if went_on else [v for v in starts if _may_be_one(claim, v)]
        fits = len(same) == 1 and (same[0].status == "happened" or claim.status != "happened")
        latest = max(arrived, key=lambda a: a[0])[1] if arrived and not same else None
        start = same[0] if fits else _start_of_whole(visits, trip, claim) or latest
        if start is not None and start.place.id not in ends:
            start.evidence.append((claim, "from"))


def _is_left_for(start: Visit, other: Visit, order: Mapping[str, int]) -> bool:
    """Whether a trip is told to have left a place, and then to have come to another: it sets off for a third from there."""
    left = [order[c.id] for c, r in start.evidence if r == "from"]
    came = [order[c.id] for c, r in other.evidence if r in ("to", "at") and c.status == "happened"]
    return other is not start and bool(left and came) and max(left) < max(came)


def _is_first_reached_after(visit: Visit, departure: Claim) -> bool:
    """Whether every day told of an arrival at a place is after a departure, which so was not from there."""
    came = [c for c, r in visit.evidence if r in ("to", "at") and c.status == "happened" and c.when is not None]
    return bool(came) and all(_is_before(departure, c) for c in came)


def _start_of_whole(visits: Sequence[Visit], trip: Trip, departure: Claim) -> Visit | None:
    """Where the whole trip begins, if that is told first and then its departure: "the journey from A to B. They left in April"."""
    whole, *rest = trip.claims
    if whole.when is not None or not rest or rest[0].id != departure.id or whole.quote.end > departure.quote.start:
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
    for visit in visits:
        for claim, role in list(visit.evidence):
            if role == "from" and claim.act in ("arrive", "travel") and all(p.role == "from" for p in claim.places):
                other = sorted(((n, v) for n, v in ends if v is not visit), key=lambda e: e[0])
                before = [] if claim.sequence == "earlier" else [v for n, v in other if n < told[claim.id]]
                after = [v for _, v in other]
                if after:
                    (before[-1] if before else after[0]).evidence.append((claim, "to"))
