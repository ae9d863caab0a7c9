"""The legs of a trip: between which stops somebody says that the traveller moved, how, when and how certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.claims import places_of
from geo.journeys.origins import count_origins
from geo.journeys.trip import LONGEST_VOYAGE
from geo.journeys.way_words import CLOSES, ONWARD, STOPOVER
from geo.model import DONE, MOVEMENTS, Leg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Place
    from geo.journeys.stops.visits import Visit
    from geo.journeys.trip import Trip
    from geo.model import Article, Claim, Mode, Status, Stop, When

__all__ = ["build_legs"]

#: Stops that are longer apart, in days, are stops of separate trips: no line is drawn between them.
_SEPARATE_DAYS = 30
#: So many places that one plan lists are the way through them, where it has a day or is called a tour.
_LISTED = 3
#: How far apart, in characters, two sentences may be that tell of one plan.
_NEAR = 300
#: What a way through several places is called.
_TOUR = re.compile(r"\b(?:itinerary|journey|tour|trip|voyage)\b", re.IGNORECASE)
#: Words by which a list of places is the order of the way through them.
_IN_ORDER = re.compile(r"\b(?:in (?:that|this) order|followed by|before (?:heading|going|returning))\b", re.IGNORECASE)
#: What a stop of a way that goes on is called.
_STOP = re.compile(r"\bstop(?:ped|ping|s)? (?:at|in|off)\b", re.IGNORECASE)
#: What is only one more of several places is not the next.
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)


def build_legs(visits: Sequence[Visit], stops: Sequence[Stop], trip: Trip, articles: Sequence[Article]) -> tuple[Leg, ...]:
    """Build the legs between the stops of a trip, in order.

    A stop is joined to the last one before it that was not itself only possible or denied, where a claim says that the traveller moved
    there, passed, or left the stop before.
    """
    legs: list[Leg] = []
    for i in range(1, len(visits)):
        start = _origin(visits, i)
        if start is None or visits[i].earlier is visits[start]:  # where he went in between is not told
            continue
        if _is_apart(visits[start], visits[i], LONGEST_VOYAGE if trip.voyage else _SEPARATE_DAYS):
            continue
        claims = _evidence(visits[start], visits[i], trip, adjacent=start == i - 1)
        if claims:
            legs.append(_leg(visits[start], visits[i], stops[start], stops[i], claims, trip, articles))
    return tuple(legs)


def _origin(visits: Sequence[Visit], i: int) -> int | None:
    """Where the traveller came from: the stop that a claim names, else the last that is no mere possibility."""
    for j in range(i - 1, -1, -1):
        if _joint(visits[j], visits[i]):
            between = [v.status for v in visits[j + 1 : i]]
            if all(s in ("possible", "denied") for s in between) or visits[i].status in ("denied", "possible"):
                return j
            break
    if visits[i].status == "denied":  # he left for it: from where the trip began, if that is told
        return next(
            (j for j in range(i) if any(r == "from" for _, r in visits[j].evidence) and visits[j].status == "happened"), None
        )
    reached = visits[i].status in DONE
    for j in range(i - 1, -1, -1):
        if visits[j].status in DONE or (not reached and visits[j].status not in ("possible", "denied")):
            return j
    return None


def _is_apart(one: Visit, other: Visit, separate: int) -> bool:
    """Whether two stops lie so far apart in time, more than some days, that they are two trips, and no claim joins them."""
    left = [w.end for w in _days_of(one.depart or one.arrive)]
    came = [w.start for w in _days_of(other.arrive or other.depart)]
    if not left or not came or _joint(one, other):
        return False
    set_off = one.depart and one.status == "happened" and any(r == "to" and c.status == "happened" for c, r in other.evidence)
    return (min(came) - max(left)).days > (LONGEST_VOYAGE if set_off else separate)


def _joint(one: Visit, other: Visit) -> list[Claim]:
    """The claims that name both ends."""
    starts = {c.id for c, r in one.evidence if r in ("from", "via")}
    return [c for c, r in other.evidence if r in ("to", "at", "via", "toward") and c.id in starts]


def _are_starts(one: Visit, other: Visit) -> bool:
    """Whether only one claim tells of both, as of places from which several came: "divers arrived from X, Y and Z"."""
    told = [[(c.id, r) for c, r in visit.evidence] for visit in (one, other)]
    return told[0] == told[1] and all(r == "from" for _, r in told[0])


def _evidence(one: Visit, other: Visit, trip: Trip, *, adjacent: bool) -> list[Claim]:
    if _are_starts(one, other):
        return []
    joint = _joint(one, other)
    arrivals = [c for c, r in other.evidence if c.act in MOVEMENTS and r in ("to", "via", "at")]
    departures = (
        [
            c
            for c, r in one.evidence
            if c.act in ("depart", "travel") and r == "from" and not any(p.role == "to" for p in c.places)
        ]
        if adjacent
        else []
    )
    visits = [c for c, r in other.evidence if c.act in ("meet", "stay") and r in ("at", "to")]
    follows = adjacent and one.status == other.status == "planned" and _is_told_next(one, other, trip)
    if one.status == other.status == "planned" and not (joint or departures or follows or _is_onward(one, other, arrivals)):
        arrivals = []  # "he will travel to X", "he will travel to Y" may be two trips
    next_visit = (
        one.status in DONE and other.status == "planned" and bool(visits) and _is_told_next(one, other, trip)
    )  # "arrived in X. She will visit Y"
    visited = adjacent and (one.status == other.status == "happened" or follows or next_visit)
    onward = adjacent and one.status in ("planned", "under_way") and any(ONWARD.search(c.quote.text) for c in visits)
    ends = adjacent and (any(CLOSES.search(c.quote.text) for c in visits) or _is_told_after(one, other))
    broken = adjacent and any(STOPOVER.search(c.quote.text) or _STOP.search(c.quote.text) for c in visits)
    if not (arrivals or departures or joint or visited or onward or ends or broken or (visits and _is_dated_next(one, other))):
        return []
    told = (*joint, *arrivals, *departures, *visits) or other.supporting
    return list({c.id: c for c in told}.values())


def _is_onward(one: Visit, other: Visit, arrivals: Sequence[Claim]) -> bool:
    """Whether a movement that is to come goes on from the stop before it: in the same sentence, as a departure, by its words, or within the days of a trip."""
    before = [c.quote for c, _ in one.evidence]
    together = any(c.quote.overlaps(q) for c in arrivals for q in before)
    return together or any(c.act == "depart" or ONWARD.search(c.quote.text) for c in arrivals) or _is_dated_next(one, other)


def _is_told_next(one: Visit, other: Visit, trip: Trip) -> bool:
    """Whether the plan of one tour goes on from one stop to the other: told one right after the other in one article, or the second as a return.

    A plan is of one tour where it has a day or is called one.
    """
    dated = any(
        c.when is not None and not c.when.yearless and c.when.precision in ("part", "day", "range")
        for c in trip.claims
        if c.status == "planned"
    ) or (any(_TOUR.search(c.quote.text) for c in trip.claims) and not any(_ALSO.search(c.quote.text) for c, _ in other.evidence))
    ends = {c.id for v in (one, other) for c, _ in v.evidence}  # a meeting tells a stop where nothing else does
    told = [
        c
        for c in trip.claims
        if c.places
        and (c.act != "meet" or c.id in ends)
        and c.status != "denied"
        and (c.id in ends or c.status != "happened" or one.status == "happened")  # what has happened parts no plan from the next
        and not _is_stay_around(c, other.place)
    ]
    at = {c.id: n for n, c in enumerate(told)}
    pairs = [(c, d) for c, _ in one.evidence for d, _ in other.evidence if c.id in at and d.id in at]
    return any(
        d.returning
        or (c.id == d.id and dated and len(c.places) >= _LISTED)
        or (c.id == d.id and (_IN_ORDER.search(c.quote.text) or STOPOVER.search(c.quote.text)))
        or (c.quote.start < d.quote.end and d.quote.start < c.quote.end and c.act in MOVEMENTS and STOPOVER.search(d.quote.text))
        or (dated and at[d.id] - at[c.id] == 1 and c.quote.article == d.quote.article and d.quote.start - c.quote.end < _NEAR)
        for c, d in pairs
    )


def _is_told_after(one: Visit, other: Visit) -> bool:
    """Whether one sentence says that the one came before the other: "will also visit Y after his tour of X"."""
    return any(
        c.sequence != d.sequence and (c.sequence == "earlier" or d.sequence == "later") and c.status != "denied"
        and c.quote.overlaps(d.quote)
        for c, _ in one.evidence
        for d, _ in other.evidence
    )  # fmt: skip


def _is_stay_around(claim: Claim, place: Place) -> bool:
    """Whether a claim is of a stay in an area around a place: "After a tour of Scandinavia, he will visit Norway"."""
    return claim.act == "stay" and all(
        p.kind.code == "CONT" or (p.id != place.id and p.contains(place)) for p in places_of(claim)
    )


def _is_dated_next(one: Visit, other: Visit) -> bool:
    """Whether a stay that is to come is dated within the same trip: who will be in Porto on Friday goes there from where he is on Monday."""
    left, came = _days_of(one.depart or one.arrive), _days_of(other.arrive or other.depart)
    return bool(left and came) and 0 <= (min(w.start for w in came) - max(w.start for w in left)).days <= _SEPARATE_DAYS


def _days_of(times: Sequence[When]) -> list[When]:
    return [w for w in times if not w.yearless]


def _leg(
    start: Visit, end: Visit, origin: Stop, destination: Stop, claims: Sequence[Claim], trip: Trip, articles: Sequence[Article]
) -> Leg:
    status = _status(start.status, end.status)
    left = {c.id for c, r in end.evidence if r == "from"}  # by what somebody left an end says nothing of how he came there
    moving = [c for c in claims if c.act in MOVEMENTS and c.id not in left] or [c for c in claims if c.id not in left]
    return Leg(
        id=f"{origin.id}>{destination.id}", origin=origin.id, destination=destination.id, mode=_mode(moving, start, trip),
        status=status, claims=tuple(c.id for c in claims), when=_when(start, end), cue=end.cue if status == end.status else None,
        sources=count_origins([c for c in claims if c.status == status] or claims, articles),
    )  # fmt: skip


def _status(start: Status, end: Status) -> Status:
    return end if start != "past" else "past"


def _mode(claims: Sequence[Claim], origin: Visit, trip: Trip) -> Mode:
    """The mode that the claims of the movement give; where they are silent, that of the departure before it."""
    stated: list[Mode] = [c.mode for c in claims if c.mode != "unknown"]
    if not stated and trip.traveller.kind == "vehicle":
        stated = [c.mode for c in trip.claims if c.mode != "unknown" and c.act != "meet"]
    if not stated:
        stated = [
            c.mode
            for c, r in origin.evidence
            if r == "from" and c.act in ("depart", "travel") and c.mode != "unknown" and not _goes_elsewhere(c, claims)
        ]
    return max(stated, key=stated.count) if stated else "unknown"


def _goes_elsewhere(claim: Claim, claims: Sequence[Claim]) -> bool:
    return any(p.role == "to" for p in claim.places) and claim.id not in {c.id for c in claims}


def _when(start: Visit, end: Visit) -> tuple[When, ...]:
    return start.depart or end.arrive
