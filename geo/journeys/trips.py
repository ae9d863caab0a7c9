"""Split claims into trips: by traveller, what is told now apart from each earlier trip, a party and its vehicle together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazetteer.model import Place
    from geo.model import Claim, Mode, Traveller

__all__ = ["Trip", "split_trips"]

#: The longest that a trip may be silent between two dated claims and still be one trip, in days.
_LONGEST_GAP = 60


@dataclass(frozen=True, slots=True)
class Trip:
    """The claims of one trip of one traveller; ``background`` for an earlier, finished one."""

    traveller: Traveller
    claims: tuple[Claim, ...]
    background: bool = False

    @property
    def moves(self) -> list[Claim]:
        """The claims of movement and stay that name a place."""
        return [c for c in self.claims if c.act != "meet" and c.places]


def split_trips(claims: Sequence[Claim], travellers: Sequence[Traveller]) -> list[Trip]:
    """Split the claims into trips, the one that the story tells most of first.

    A traveller of whom nothing but meetings is told makes no trip. Where a story tells of old trips alone, they are no background.
    """
    by_name = {t.name: t for t in travellers}
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.traveller].append(claim)
    order = {c.id: n for n, c in enumerate(claims)}
    all_old = bool(claims) and all(c.background for c in claims if c.act != "meet")
    trips: list[Trip] = []
    for name, theirs in own.items():
        if not any(_makes_trip(c) for c in theirs):
            continue
        present = [c for c in theirs if not c.background or all_old]
        present += [c for c in theirs if c not in present and _leads_to(c, present)]
        if present:
            trips.append(Trip(by_name[name], tuple(sorted(present, key=lambda c: order[c.id]))))
        past = [c for c in theirs if c not in present]
        trips.extend(Trip(by_name[name], group, background=True) for group in _past_groups(past))
    trips = _with_vehicles(trips, order)
    trips.sort(key=lambda t: (-sum(len(c.places) for c in t.moves), order[t.claims[0].id]))
    return _without_partners(trips, own)


def _leads_to(claim: Claim, present: Sequence[Claim]) -> bool:
    """Whether an old claim is the beginning of a long trip that still goes on, rather than an earlier trip."""
    if claim.act == "meet" or claim.when is None or claim.when.precision not in ("part", "day"):
        return False
    real = [c.when.start for c in present if c.status in ("happened", "under_way") and c.act != "meet" and c.when is not None]
    return bool(real) and 0 <= (min(real) - claim.when.end).days <= _LONGEST_GAP


def _makes_trip(claim: Claim) -> bool:
    """Whether the claim alone is enough for a trip: a movement, or a stay at a place; being somewhere in a region is not."""
    places = _places(claim)
    if claim.act == "meet" or not places:
        return False
    return claim.act != "stay" or any(not p.is_area or p.kind.is_country for p in places)


def _past_groups(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Group earlier trips: times that overlap, or no time and a place in common, are one trip."""
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            if any(_is_same_trip(claim, other) for other in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return [tuple(g) for g in groups]


def _is_same_trip(one: Claim, other: Claim) -> bool:
    if one.when is not None and other.when is not None:
        return one.when.start <= other.when.end and other.when.start <= one.when.end
    return bool({p.id for p in _places(one)} & {p.id for p in _places(other)})


def _places(claim: Claim) -> list[Place]:
    return [p.resolution.place for p in claim.places if p.resolution.place is not None]


def _with_vehicles(trips: Sequence[Trip], order: Mapping[str, int]) -> list[Trip]:
    """Join a vehicle's trip to that of the people who are said to go by such a vehicle to the same place or area."""
    kept = list(trips)
    for trip in trips:
        if trip.traveller.kind != "vehicle":
            continue
        modes = {c.mode for c in trip.claims} - {"unknown"}
        party = next(
            (t for t in kept if t.traveller.kind != "vehicle" and t.background == trip.background and _rides(t, trip, modes)),
            None,
        )
        if party is not None:
            renamed = [replace(c, traveller=party.traveller.name) for c in trip.claims]
            joined = sorted((*party.claims, *renamed), key=lambda c: order[c.id])
            kept[kept.index(party)] = replace(party, claims=tuple(joined))
            kept.remove(trip)
    return kept


def _rides(party: Trip, vehicle: Trip, modes: set[Mode]) -> bool:
    ends = [p for c in party.moves if c.mode in modes for p in _places(c)]
    return any(a.id == b.id or (a.is_area and a.contains(b)) for a in ends for c in vehicle.moves for b in _places(c))


def _without_partners(trips: Sequence[Trip], own: Mapping[str, Sequence[Claim]]) -> list[Trip]:
    """An earlier meeting is told once, as a trip of the one of those who met whom the story is most about."""
    weight = {name: sum(c.act != "meet" for c in theirs) for name, theirs in own.items()}
    return [
        trip
        for trip in trips
        if trip.moves or not any(_outweighs(n, trip.traveller.name, weight) for c in trip.claims for n in c.companions)
    ]


def _outweighs(one: str, other: str, weight: Mapping[str, int]) -> bool:
    """Whether the story is more about the one than about the other; of equals, about the one who comes first in it."""
    order = list(weight)
    if one not in weight:
        return False
    return (weight[one], -order.index(one)) > (weight[other], -order.index(other))
