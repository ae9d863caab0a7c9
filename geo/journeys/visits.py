"""The places of one trip: gathered from its claims, folded, and put in order."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.model import Place
    from geo.journeys.trips import Trip
    from geo.model import Claim, PlaceRole, Quote, Status, When

__all__ = ["Visit", "distance_km", "gather_visits", "order_visits"]

#: Two points nearer than this are one stop (a city and its station); an airport and the city it serves may be farther apart.
_SAME_KM = 25.0
_AIRPORT_KM = 70.0
_EARTH_KM = 6371.0088
_STRENGTH: dict[str, int] = {"happened": 0, "under_way": 1, "planned": 2, "possible": 3, "denied": 4}


@dataclass(slots=True)
class Visit:
    """One stop in the making: a place, and the claims with the role that it has in each."""

    place: Place
    name_in_text: str
    confidence: float
    rank: int
    evidence: list[tuple[Claim, str]] = field(default_factory=list)
    background: bool = False
    back: bool = False

    @property
    def claims(self) -> list[Claim]:
        """The claims, the strongest first."""
        return [c for c, _ in sorted(self.evidence, key=lambda e: _STRENGTH[_effective(*e)])]

    @property
    def status(self) -> Status:
        """The status of the strongest claim; a denial holds against plans but not against what happened."""
        if self.background:
            return "past"
        statuses = [_effective(c, role) for c, role in self.evidence]
        if "denied" in statuses and not {"happened", "under_way"} & set(statuses):
            return "denied"
        return min(statuses, key=_STRENGTH.__getitem__)

    @property
    def cue(self) -> Quote | None:
        """The words that give the status."""
        return next(
            (c.cue for c in self.claims if c.cue is not None and (self.status == "past" or _effective(c, "") == self.status)),
            None,
        )

    @property
    def arrive(self) -> tuple[When, ...]:
        """When the traveller came, the strongest claim first, equal times once."""
        return tuple(_first_day(w) if w in self._stays() else w for w in self._times(("to", "at", "via"), "arrive"))

    @property
    def depart(self) -> tuple[When, ...]:
        """When the traveller left."""
        return self._times(("from",), "depart") or tuple(
            _last_day(w) for w in self._times(("at",), "arrive") if w in self._stays()
        )

    def _stays(self) -> list[When]:
        """The stretches of days that a claim says the traveller stays."""
        return [
            c.when
            for c, r in self.evidence
            if r == "at" and c.act == "stay" and c.when is not None and c.when.precision == "range"
        ]

    def _times(self, roles: tuple[str, ...], end: str) -> tuple[When, ...]:
        rows = [(c, r) for c, r in self.evidence if r in roles and c.when is not None and self._dates(c, r)]
        rows.sort(key=lambda e: (_STRENGTH[_effective(*e)], _FINE[e[0].when.precision] if e[0].when else 9))
        times = [c.when for c, _ in rows if c.when is not None]
        if end == "arrive" and self.status in ("happened", "under_way", "past"):
            real = [c.when for c, r in rows if c.when is not None and _effective(c, r) in ("happened", "under_way")]
            times = real or times
        found: dict[str, When] = {}
        for when in times:
            if not any(_covers(when, other) for other in times if other is not when and other.edtf != when.edtf):
                found.setdefault(when.edtf, when)
        return tuple(found.values())

    def _dates(self, claim: Claim, role: str) -> bool:
        """Whether the claim's time is this end's: with both ends named, a departure dates its start, anything else its end."""
        if claim.act == "depart":
            return role == "from"
        return not (
            claim.act in ("travel", "arrive")
            and role == "from"
            and any(p.role == "to" for p in claim.places)
            and claim.act == "arrive"
        )


_FINE = {"part": 0, "day": 1, "range": 2, "week": 3, "month": 4, "season": 5, "year": 6}


def _first_day(when: When) -> When:
    """Read the first day of a stay as the day of arrival."""
    return replace(when, end=when.start, precision="day")


def _last_day(when: When) -> When:
    """Read the last day of a stay as the day of departure."""
    return replace(when, start=when.end, precision="day")


def _covers(wide: When, narrow: When) -> bool:
    """Whether one time only says the other less finely."""
    return wide.start <= narrow.start and narrow.end <= wide.end and (wide.start, wide.end) != (narrow.start, narrow.end)


def _effective(claim: Claim, role: str) -> Status:
    """The status that a claim gives to the place in this role: who set off was there; who set off for a place is not there yet."""
    if role == "toward":  # under way to the area, not yet to the place inside it
        return "planned"
    if claim.act == "depart" and role == "to" and claim.status == "happened":
        return "under_way"
    if claim.status == "under_way" and role == "from":
        return "happened"
    return claim.status


def distance_km(one: Place, other: Place) -> float:
    """The great-circle distance of two places in km (haversine, mean earth radius)."""
    p = math.pi / 180
    h = (
        math.sin((other.lat - one.lat) * p / 2) ** 2
        + math.cos(one.lat * p) * math.cos(other.lat * p) * math.sin((other.lon - one.lon) * p / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def same_place(one: Place, other: Place) -> bool:
    """Whether two places are one stop."""
    if one.id == other.id:
        return True
    if one.is_area or other.is_area:
        return False
    airport = {one.kind.code, other.kind.code} & {"AIRP", "AIRB", "AIRF"}
    return distance_km(one, other) <= (_AIRPORT_KM if airport and one.country == other.country else _SAME_KM)


def gather_visits(trip: Trip) -> list[Visit]:
    """Gather the stops of a trip from its claims, the same place once, areas folded into the places inside them.

    A meeting tells where the traveller was only in an earlier trip, of which nothing else may be told.
    """
    visits: list[Visit] = []
    for claim in trip.claims:
        for role in claim.places:
            if role.resolution.place is None or (claim.act == "meet" and not trip.background):
                continue
            _add(visits, claim, role, background=trip.background)
    _start_open_departures(visits)
    visits = _fold(visits)
    _end_open_arrivals(visits)
    order = {c.id: n for n, c in enumerate(trip.claims)}
    for visit in visits:
        visit.rank = min(order[c.id] for c, r in visit.evidence if _effective(c, r) == _strongest(visit))
    visits.sort(key=lambda v: v.rank)
    return [v for v in visits if v.evidence]


def _start_open_departures(visits: list[Visit]) -> None:
    """A departure that names no place leaves from the one place that the trip is said to leave from."""
    starts = [v for v in visits if any(r == "from" and c.act == "depart" for c, r in v.evidence)]
    if len(starts) != 1:
        return
    for visit in visits:
        for claim, _ in list(visit.evidence):
            if claim.act == "depart" and visit is not starts[0] and all(p.role != "from" for p in claim.places):
                starts[0].evidence.append((claim, "from"))


def _end_open_arrivals(visits: list[Visit]) -> None:
    """ "He arrived from X" ends where the trip is last said, before or after it, to have arrived."""
    ends = [
        v
        for v in visits
        if any(r in ("to", "at") and c.act in ("arrive", "stay") and c.status == "happened" for c, r in v.evidence)
    ]
    for visit in visits:
        for claim, role in list(visit.evidence):
            if role == "from" and claim.act in ("arrive", "travel") and all(p.role == "from" for p in claim.places) and ends:
                other = [v for v in ends if v is not visit]
                if other:
                    other[-1].evidence.append((claim, "to"))


def _add(visits: list[Visit], claim: Claim, role: PlaceRole, *, background: bool) -> None:
    place = role.resolution.place
    assert place is not None
    for visit in visits:
        if same_place(visit.place, place):
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


def _fold(visits: list[Visit]) -> list[Visit]:
    """Fold each area into the first place inside it that the same trip reaches."""
    kept: list[Visit] = []
    for visit in visits:
        inside = [
            v for v in visits if v is not visit and visit.place.is_area and visit.place.contains(v.place) and _folds(visit, v)
        ]
        if not inside:
            kept.append(visit)
            continue
        target = min(inside, key=lambda v: (_STRENGTH.get(v.status, 5), v.rank))
        for claim, role in visit.evidence:
            passed = role != "from" and claim.act in ("travel", "pass") and claim.status == "happened" and claim.when is not None
            if passed:  # the day that a border was crossed is not the day of arrival in the city
                claim = replace(claim, when=None)
            distant = role != "from" and _effective(claim, role) == "under_way" and target.status != "happened"
            target.evidence.append((claim, "toward" if distant else role))
    return kept


def _strongest(visit: Visit) -> Status:
    return min((_effective(c, r) for c, r in visit.evidence), key=_STRENGTH.__getitem__)


def _folds(area: Visit, place: Visit) -> bool:
    """An area where somebody was does not fold into a place that he only may reach, nor a place left into one reached."""
    area_from = all(r == "from" for _, r in area.evidence)
    place_from = all(r == "from" for _, r in place.evidence)
    if place_from and not area_from:
        return False
    return place.status != "denied" and not (
        area.status == "happened" and place.status in ("planned", "possible") and not area_from
    )


def order_visits(visits: list[Visit]) -> list[Visit]:
    """Put the stops of a trip in order."""
    n = len(visits)
    before: dict[int, set[int]] = {i: set() for i in range(n)}
    index = {id(v): i for i, v in enumerate(visits)}

    def link(a: int, b: int) -> None:
        if a != b and not _reaches(before, a, b):
            before[b].add(a)

    for first, second in _told(visits):
        link(index[id(first)], index[id(second)])
    for a in range(n):
        for b in range(n):
            if _stage(visits[a]) < _stage(visits[b]) or (
                _stage(visits[a]) == _stage(visits[b]) and _earlier(visits[a], visits[b])
            ):
                link(a, b)
    order: list[int] = []
    rest = list(range(n))
    while rest:
        ready = next(i for i in rest if not before[i] & set(rest))
        order.append(ready)
        rest.remove(ready)
    return [visits[i] for i in order]


def _reaches(before: dict[int, set[int]], a: int, b: int) -> bool:
    """Whether b already comes before a, so that a before b would be a circle."""
    seen, stack = set(), [a]
    while stack:
        node = stack.pop()
        if node == b:
            return True
        if node not in seen:
            seen.add(node)
            stack.extend(before[node])
    return False


def _told(visits: list[Visit]) -> list[tuple[Visit, Visit]]:
    """Pairs that one claim puts in order."""
    rank = {"from": 0, "via": 1, "at": 2, "to": 3, "toward": 3}
    pairs = []
    for first in visits:
        for second in visits:
            if first is not second and any(
                c.id == d.id and rank[r] < rank[s] and c.status != "denied" for c, r in first.evidence for d, s in second.evidence
            ):
                pairs.append((first, second))
    return pairs


def _stage(visit: Visit) -> int:
    return {"past": 0, "happened": 0, "under_way": 1, "planned": 2, "possible": 3, "denied": 4}[visit.status]


def _earlier(one: Visit, other: Visit) -> bool:
    ours = [w for w in (*one.arrive, *one.depart)]
    theirs = [w for w in (*other.arrive, *other.depart)]
    return bool(ours and theirs) and max(w.end for w in ours) < min(w.start for w in theirs)
