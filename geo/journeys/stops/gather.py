"""Gather the stops of a trip from its claims: the same place once, areas folded into the places inside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.claims import places_of
from geo.journeys.stops.bound_for import overtake
from geo.journeys.stops.fold import fold
from geo.journeys.stops.no_stops import is_far_namesake, is_only_crossed
from geo.journeys.stops.open_ends import end_open_arrivals, start_open_departures
from geo.journeys.stops.returns import split_returns
from geo.journeys.stops.visits import Visit, effective_status, is_near, overlap, same_place
from geo.model import CERTAINTY_RANK

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from gazetteer.model import Place
    from geo.journeys.trip import Trip
    from geo.model import Claim, PlaceRole, Status

__all__ = ["gather_visits"]

#: How far, in km, an airport or suburb may be from the city that a trip is said to leave, and from one that a plane is said to land at:
#: no airliner flies a shorter way.
_START_KM = 40.0
_LANDING_KM = 60.0


def gather_visits(trip: Trip, course: Sequence[Claim]) -> list[Visit]:
    """Gather the stops of a trip from its claims, the same place once, areas folded into the places inside them.

    ``course`` holds the trip's claims in the order of travel, as far as the telling gives it. A meeting tells where the traveller was where
    nothing else does, but not in a region, save in an earlier trip.
    """
    visits: list[Visit] = []
    order = {c.id: n for n, c in enumerate(course)}
    apart = _two_ends(trip.claims)
    for claim in trip.claims:
        for role in claim.places:
            if role.resolution.place is not None and (claim.act != "meet" or trip.background):
                _add(visits, _as_told_of(role, claim), role, apart, background=trip.background)
    for claim, role in _meetings_elsewhere(trip, visits):
        _add(visits, claim, role, apart, background=False)
    told = {c.id: n for n, c in enumerate(trip.claims)}
    for visit in visits:
        visit.rank = min(told[c.id] for c, _ in visit.evidence)
    visits = [v for v in visits if not is_far_namesake(v, visits)]
    start_open_departures(visits, trip, order)
    visits = _join_near(fold(visits, order))
    end_open_arrivals(visits, told)
    overtake(visits, order)
    visits = split_returns(visits, order)
    for visit in visits:
        visit.rank = _rank(visit, order, visits)
    visits.sort(key=lambda v: v.rank)
    return [v for v in visits if not is_only_crossed(v, visits)]


def _as_told_of(role: PlaceRole, claim: Claim) -> Claim:
    """What a claim says of one of its places: who travels to several is under way to the first, and will go to the others."""
    goals = [q for p in claim.places if p.role == "to" and (q := p.resolution.place) is not None]
    place = role.resolution.place
    if claim.status != "under_way" or role.role != "to" or place is None or overlap(place, goals[0]):
        return claim
    return replace(claim, status="planned")


def _rank(visit: Visit, order: Mapping[str, int], visits: Sequence[Visit]) -> int:
    """How early the telling puts a stop: by the first of its strongest claims.

    Where somebody is told to have been, and later to have come there from another stop, is put where he came: "May found me in X. ... I slept
    in Y and took a train to X". Coming to the area around a stop puts the stop nowhere, leaving it does: others may lie between the border and the town,
    as in "to leave for New Zealand ... via Dubai ... to Auckland".
    """
    strongest = _strongest(visit)
    strong = [(c, r) for c, r in visit.evidence if effective_status(c, r) == strongest]
    came = [c for c, r in visit.evidence if r == "to" and c.act in ("arrive", "travel") and c.status == "happened"]
    arrivals = {c.id for c in came}
    if (
        came
        and all(r == "at" or c.id in arrivals for c, r in visit.evidence)
        and all(_comes_next(c, visit, visits, order) for c in came)
    ):
        return min(order[c.id] for c in came)
    own = [c for c, r in strong if r == "from" or any(same_place(visit.place, p) for p in places_of(c))]
    return min(order[c.id] for c in (own or [c for c, _ in strong]))


def _comes_next(arrival: Claim, visit: Visit, visits: Sequence[Visit], order: Mapping[str, int]) -> bool:
    """Whether the sentence of an arrival tells of another stop right before it."""
    return any(
        c.quote.overlaps(arrival.quote) and order[c.id] < order[arrival.id]
        for other in visits
        if other is not visit
        for c, _ in other.evidence
    )


def _join_near(visits: list[Visit]) -> list[Visit]:
    """Join a city and its airport or suburb, where both are told as the start of the trip, or both as where a plane came down."""
    for one in visits:
        for other in visits:
            if one is not other and _is_one_stop(one, other) and one.place.population <= other.place.population:
                one.evidence += other.evidence
                return _join_near([v for v in visits if v is not other])
    return visits


def _meetings_elsewhere(trip: Trip, visits: Sequence[Visit]) -> list[tuple[Claim, PlaceRole]]:
    """The meetings of a trip at places that no movement or stay of it names: at towns, and, of a tour of several countries, at a country too."""
    if trip.background:
        return []
    tour = len({v.place.country for v in visits} - {""}) > 1
    return [
        (claim, role)
        for claim in trip.claims
        if claim.act == "meet"
        for role in claim.places
        if (place := role.resolution.place) is not None
        and (not place.is_area or (tour and place.kind.is_country and claim.status == "planned" and role is claim.places[0]))
        and not any(same_place(v.place, place) or place.contains(v.place) for v in visits)
    ]


def _is_one_stop(one: Visit, other: Visit) -> bool:
    both = [*one.evidence, *other.evidence]
    departures = [[r == "from" and c.act == "depart" for c, r in v.evidence] for v in (one, other)]
    if all(r == "from" for _, r in both) or (
        any(departures[0]) and any(departures[1]) and (all(departures[0]) or all(departures[1]))
    ):
        return is_near(one.place, other.place, _START_KM) and "denied" not in (one.status, other.status)
    landed = all(r == "to" and c.mode == "plane" for c, r in both)
    return landed and one.status == other.status and is_near(one.place, other.place, _LANDING_KM)


def _two_ends(claims: Sequence[Claim]) -> set[frozenset[str]]:
    """The pairs of towns, by id, between which a claim says that the traveller moved: however near, they are two stops.

    "Took the train from X to Y", three miles off, is a leg; a suburb where he stayed in the city is none.
    """
    pairs: set[frozenset[str]] = set()
    for claim in claims:
        towns = [(p.role, q) for p in claim.places if (q := p.resolution.place) is not None and q.kind.feature_class == "P"]
        starts, ends = ({q.id for r, q in towns if r == role} for role in ("from", "to"))
        pairs |= {frozenset((a, b)) for a in starts for b in ends if a != b}
    return pairs


def _add(visits: list[Visit], claim: Claim, role: PlaceRole, apart: Container[frozenset[str]], *, background: bool) -> None:
    place = role.resolution.place
    assert place is not None
    for visit in visits:
        if same_place(visit.place, place) and frozenset((visit.place.id, place.id)) not in apart:
            visit.evidence.append((claim, role.role))
            if role.resolution.confidence > visit.confidence and visit.place.id == place.id:
                visit.confidence = role.resolution.confidence
            if _prefer(place, visit.place):
                visit.place, visit.name_in_text = place, role.resolution.mention.quote.text
            return
    visit = Visit(place, role.resolution.mention.quote.text, role.resolution.confidence, len(visits), background=background)
    visit.evidence.append((claim, role.role))
    visits.append(visit)


def _prefer(new: Place, old: Place) -> bool:
    """The finer of two names for one stop: the airport rather than its city."""
    return new.kind.feature_class == "S" and old.kind.feature_class == "P"


def _strongest(visit: Visit) -> Status:
    return min((effective_status(c, r) for c, r in visit.evidence), key=CERTAINTY_RANK.__getitem__)
