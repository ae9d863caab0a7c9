"""The legs of a trip: between which stops somebody says that the traveller moved, how, when and how certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.origins import count_origins
from geo.journeys.trip import LONGEST_VOYAGE
from geo.journeys.way_words import ONWARD
from geo.model import DONE, MOVEMENTS, Leg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.journeys.stops.visits import Visit
    from geo.journeys.trip import Trip
    from geo.model import Article, Claim, Mode, Status, Stop, When

__all__ = ["build_legs"]

#: Stops that are longer apart, in days, are stops of separate trips: no line is drawn between them.
_SEPARATE_DAYS = 30
#: Words by which a list is one of alternatives.
_ALTERNATIVE = re.compile(r"\b(?:either|one of|or)\b", re.IGNORECASE)


def build_legs(visits: Sequence[Visit], stops: Sequence[Stop], trip: Trip, articles: Sequence[Article]) -> tuple[Leg, ...]:
    """Build the legs between the stops of a trip, in order.

    A stop is joined to the last one before it that was not denied, and was only possible if both are of one list, where a claim says that the traveller moved
    there, passed, or left the stop before, or where the one is told right after the other: both reached, both planned, or planned after reached; or he is there now.
    A stop that is only possible and comes right before a planned one is joined to it as well, as a possible way.
    """
    legs: list[Leg] = []
    for i in range(1, len(visits)):
        for start in _origins(visits, i):
            if visits[i].earlier is visits[start]:  # where he went in between is not told
                continue
            if _is_apart(visits[start], visits[i], LONGEST_VOYAGE if trip.voyage else _SEPARATE_DAYS):
                continue
            claims = _evidence(visits[start], visits[i], adjacent=start == i - 1)
            if claims:
                legs.append(_leg(visits[start], visits[i], stops[start], stops[i], claims, trip, articles))
    return tuple(legs)


def _origins(visits: Sequence[Visit], i: int) -> Iterator[int]:
    """Where the traveller came from, and before that the stop that he may make last before he is to be there."""
    known = _origin(visits, i)
    if visits[i].status == "planned" and visits[i - 1].status == "possible" and known != i - 1 and not _is_choice(visits[i - 1]):
        yield i - 1
    if known is not None:
        yield known


def _origin(visits: Sequence[Visit], i: int) -> int | None:
    """Where the traveller came from: the stop that a claim names, else the last that is no mere possibility, or is one in the same list."""
    for j in range(i - 1, -1, -1):
        if _joint(visits[j], visits[i]):
            between = [v.status for v in visits[j + 1 : i]]
            if all(s in ("possible", "denied") for s in between) or visits[i].status in ("denied", "possible"):
                return j
            break
    onward = any(c.act == "travel" and ONWARD.search(c.quote.text) for c, _ in visits[i].evidence)
    if visits[i].status == "denied" and not onward:  # he left for it: from where the trip began, if that is told
        return next(
            (j for j in range(i) if any(r == "from" for _, r in visits[j].evidence) and visits[j].status == "happened"), None
        )
    reached = visits[i].status in DONE
    for j in range(i - 1, -1, -1):
        may_be_left = visits[j].status not in ("possible", "denied") or _are_listed(visits[j], visits[i])
        if visits[j].status in DONE or (not reached and may_be_left):
            return j
    return None


def _are_listed(one: Visit, other: Visit) -> bool:
    """Whether one claim tells of two stops as possible, one after the other: "may call at X, Y and Z", but not "may go to X or Y"."""
    if {one.status, other.status} != {"possible"}:
        return False
    both = {c.id for c, _ in one.evidence} & {c.id for c, _ in other.evidence}
    return any(not _ALTERNATIVE.search(c.quote.text, 0, _end_of_places(c)) for c, _ in one.evidence if c.id in both)


def _is_choice(visit: Visit) -> bool:
    """Whether a stop is told as one of several of which one will be made: "may go to X or to Y before she is in Z"."""
    return any(_ALTERNATIVE.search(c.quote.text) for c, _ in visit.evidence)


def _end_of_places(claim: Claim) -> int:
    """Where the last place of a claim ends in its quote."""
    return max(p.resolution.mention.quote.end for p in claim.places) - claim.quote.start


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


def _evidence(one: Visit, other: Visit, *, adjacent: bool) -> list[Claim]:
    """The claims by which a line leads from one stop to the other: those of the movement, else those of being there next."""
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
    there_now = other.status == "under_way" and any(c.act == "stay" for c, _ in other.evidence)
    on = other.status == "planned" or there_now
    follows = adjacent and (one.status == other.status or (one.status in (*DONE, "under_way", "possible") and on))
    if one.status == other.status == "planned" and not (joint or follows or _is_dated_next(one, other)):
        arrivals = []  # "he will travel to X", "he will travel to Y" may be two trips
    if not (arrivals or departures or joint or follows or (visits and _is_dated_next(one, other))):
        return []
    told = (*joint, *arrivals, *departures, *visits) or other.supporting
    return list({c.id: c for c in told}.values())


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
    return start if start in ("past", "possible") else end


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
