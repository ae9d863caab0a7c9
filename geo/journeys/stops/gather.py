"""Gather the stops of a trip from its claims: the same place once, areas folded into the places inside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km
from geo.journeys.stops.returns import split_returns
from geo.journeys.stops.visits import Visit, effective_status, is_near, same_place
from geo.journeys.trip import places_of
from geo.journeys.way_words import ONWARD
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
#: How far across, in km, what is called by way of may be to be a stop: an island, but not a country.
_ISLAND_KM = 60.0
#: Waters that nobody stops at who then reached another place: oceans and seas.
_SEAS = frozenset({"OCN", "SEA"})
#: Waters where ships lie.
_ANCHORAGES = frozenset({"ANCH", "BAY", "COVE", "FJD", "HBR", "INLT", "LGN", "RDST"})
#: A place chosen with less confidence than this, with fewer people, and farther off, in km, is a namesake of the one that is meant. Of 424
#: stops of texts with answers 9 are such places, and none of them is right.
_DOUBTFUL = 0.5
_SMALL_TOWN = 100_000
_FAR_KM = 1000.0


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
    visits = [v for v in visits if not _is_far_namesake(v, visits)]
    _start_open_departures(visits, trip, order)
    visits = _join_near(_fold(visits, order))
    _end_open_arrivals(visits, told)
    _overtake(visits, order)
    visits = split_returns(visits, order)
    for visit in visits:
        visit.rank = _rank(visit, order, visits)
    visits.sort(key=lambda v: v.rank)
    return [v for v in visits if not _only_crossed(v, visits)]


def _as_told_of(role: PlaceRole, claim: Claim) -> Claim:
    """What a claim says of one of its places: who travels to several is under way to the first, and will go to the others."""
    goals = [q for p in claim.places if p.role == "to" and (q := p.resolution.place) is not None]
    place = role.resolution.place
    if claim.status != "under_way" or role.role != "to" or place is None or _overlap(place, goals[0]):
        return claim
    return replace(claim, status="planned")


def _is_far_namesake(visit: Visit, visits: Sequence[Visit]) -> bool:
    """Whether a doubtful small town lies far from all else of the trip, in a country that it does not touch: the gazetteer lacks the place that is meant.

    Who rode "past Nose and Stony Point" up the Hudson was not in Japan; no pin is better than one there.
    """
    others = [v.place for v in visits if v is not visit]
    place = visit.place
    doubtful = visit.confidence < _DOUBTFUL and place.population < _SMALL_TOWN and place.kind.feature_class == "P"
    return (
        doubtful
        and bool(others)
        and all(p.country != place.country and distance_km(p.lat, p.lon, place.lat, place.lon) > _FAR_KM for p in others)
    )


def _rank(visit: Visit, order: Mapping[str, int], visits: Sequence[Visit]) -> int:
    """How early the telling puts a stop: by the first of its strongest claims.

    Where somebody is told to have been, and later to have come there from another stop, is put where he came: "May found me in X. ... I slept
    in Y and took a train to X". Coming to the area around a stop puts the stop nowhere, leaving it does: others may lie between the border and the town,
    as in "to leave for New Zealand ... via Dubai ... to Auckland".
    """
    strongest = _strongest(visit)
    strong = [(c, r) for c, r in visit.evidence if effective_status(c, r) == strongest]
    came = [c for c, r in visit.evidence if r == "to" and c.act in ("arrive", "travel") and c.status == "happened"]
    if (
        came
        and all(r == "at" or c in came for c, r in visit.evidence)
        and all(_comes_next(c, visit, visits, order) for c in came)
    ):
        return min(order[c.id] for c in came)
    own = [c for c, r in strong if r == "from" or any(same_place(visit.place, p) for p in places_of(c))]
    return min(order[c.id] for c in (own or [c for c, _ in strong]))


def _comes_next(arrival: Claim, visit: Visit, visits: Sequence[Visit], order: Mapping[str, int]) -> bool:
    """Whether the sentence of an arrival tells of another stop right before it."""
    quote = arrival.quote
    return any(
        c.quote.article == quote.article
        and c.quote.start < quote.end
        and quote.start < c.quote.end
        and order[c.id] < order[arrival.id]
        for other in visits
        if other is not visit
        for c, _ in other.evidence
    )


def _only_crossed(visit: Visit, visits: Sequence[Visit]) -> bool:
    """A region that the traveller only passed through is no stop, nor a tunnel or bridge, nor water that he was on while he went elsewhere.

    Nor is a continent, or a region of the world that he came to another stop in.
    """
    water = visit.place.kind.feature_class == "H" and visit.place.kind.code not in _ANCHORAGES and len(visits) > 1
    if visit.place.kind.code == "CONT" and len(visits) > 1:
        return True
    if visit.place.kind.code == "RGN" and any(_is_in_region(v.place, visit.place) for v in visits if v is not visit):
        return True
    if visit.place.kind.code in _SEAS and any(v.rank > visit.rank for v in visits):
        return True
    box = visit.place.bbox
    small = box is not None and distance_km(box.south, box.west, box.north, box.east) < _ISLAND_KM
    wide = (visit.place.is_area and not small) or visit.place.kind.code in ("BDG", "MTS", "TNL")
    return wide and all(role == "via" or (water and role != "to") for _, role in visit.evidence)


def _is_in_region(place: Place, region: Place) -> bool:
    """Whether a place lies in a region of several countries: "headed for East Africa, where she is to visit Nairobi"."""
    return not region.country and region.bbox is not None and region.bbox.contains(place.lat, place.lon)


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


def _start_open_departures(visits: list[Visit], trip: Trip, order: Mapping[str, int]) -> None:
    """A departure that names no place leaves from the one place that the trip is said to leave from, else from where it last arrived."""
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


def _overtake(visits: list[Visit], order: Mapping[str, int]) -> None:
    """Where somebody left for, who is told to have come to another place since, is a plan and not under way any more."""
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
                and not _overlap(visit.place, reached.place)
            ):
                return True
    return False


def _overlap(one: Place, other: Place) -> bool:
    return same_place(one, other) or one.contains(other) or other.contains(one)


def _is_before(departure: Claim, arrival: Claim) -> bool:
    """Whether a departure is dated before an arrival told before it, so that it was not from there."""
    return departure.when is not None and arrival.when is not None and departure.when.end < arrival.when.start


def _end_open_arrivals(visits: list[Visit], told: Mapping[str, int]) -> None:
    """ "He arrived from X" ends where the trip is last said before it to have arrived, else where it is first said after it; "he had arrived" at its first stop."""
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


def _fold(visits: list[Visit], order: Mapping[str, int]) -> list[Visit]:
    """Fold what is told of each area into the place inside it that is named with it, else the first that the same trip reaches.

    Of areas in one another, it goes into what is kept.
    """
    inside = {id(v): [w for w in visits if w is not v and _holds(v, w) and _folds(v, w, order)] for v in visits}
    kept = [v for v in visits if not any(not inside[id(w)] for w in inside[id(v)])]
    for visit in visits:
        last = [w for w in inside[id(visit)] if not inside[id(w)]]
        if last:
            first = min(last, key=lambda v: (CERTAINTY_RANK[v.status], v.rank))
            for claim, role in visit.evidence:
                target = next((v for v in last if any(c.id == claim.id for c, _ in v.evidence)), first)
                target.evidence.append(_folded(claim, role, target))
    return kept


def _holds(area: Visit, other: Visit) -> bool:
    """Whether a stop lies in the area of another; of one whose first-order area is not known, as of airports, its box tells, and a county by its code."""
    one, two = area.place, other.place
    county = one.kind.code == "ADM2" and not two.is_area and bool(one.admin2)
    if county and (one.country, one.admin1, one.admin2) == (two.country, two.admin1, two.admin2):
        return True
    box = area.place.bbox if area.place.kind.code == "ADM1" and not other.place.admin1 and not other.place.is_area else None
    within = box is not None and area.place.country == other.place.country and box.contains(other.place.lat, other.place.lon)
    return area.place.is_area and (area.place.contains(other.place) or within)


def _folded(claim: Claim, role: str, target: Visit) -> tuple[Claim, str]:
    """What a claim about an area says of the place inside it.

    The day that a border was crossed is not the day of arrival in the city; who is under way to a country is not yet in the city.
    """
    if role == "from":
        return claim, role
    crossed = claim.act in ("travel", "pass") and claim.status == "happened"
    distant = effective_status(claim, role) == "under_way" and target.status != "happened"
    return replace(claim, when=None) if crossed else claim, "toward" if distant else role


def _strongest(visit: Visit) -> Status:
    return min((effective_status(c, r) for c, r in visit.evidence), key=CERTAINTY_RANK.__getitem__)


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
    return (place.status != "denied" or area.status == "denied") and not (
        area.status == "happened" and place.status in ("planned", "possible") and not area_from and not granted
    )
