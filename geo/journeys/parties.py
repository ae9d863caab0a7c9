"""Join what the texts tell of one party under several names: people and the vehicle that carries them, a ship and its crew."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.trip import places_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.trip import Trip
    from geo.model import Mode

__all__ = ["join_parties"]

#: Words for persons by what they are to another: "the guest" is not the host.
_OF_ANOTHER = frozenset(
    "aide aunt boy boyfriend brother child cousin colleague companion daughter driver father fiance fiancee friend girl girlfriend grandfather "
    "grandmother guest guide host husband lawyer man mother neighbour neighbor nephew niece owner other partner sister son spokesman "
    "spokesperson spokeswoman uncle victim wife woman".split()
)


def join_parties(trips: Sequence[Trip], order: Mapping[str, int]) -> list[Trip]:
    """Join the trip of a vehicle to that of its party, and that of a crew to that of its vehicle.

    Parameters
    ----------
    trips
        One for each traveller and trip.
    order
        The rank of each claim, by id, in the order of the telling.

    Returns
    -------
    list of Trip
        The trips that are left; a joined one bears the traveller of the trip that it was joined to.
    """
    kept = list(trips)
    for trip in trips:
        joins = {"vehicle": _party, "group": _ship, "person": _named}
        party = joins[trip.traveller.kind](trip, kept)
        if party is not None:
            renamed = [replace(c, traveller=party.traveller.name) for c in trip.claims]
            joined = sorted((*party.claims, *renamed), key=lambda c: order[c.id])
            kept[kept.index(party)] = replace(party, claims=tuple(joined))
            kept.remove(trip)
    return kept


def _party(vehicle: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Who goes by the vehicle: people who are said to go by such a one to the same place or area, or, by one without a name, the only ones."""
    people = [t for t in trips if t.traveller.kind != "vehicle" and t.background == vehicle.background]
    sharing = next((t for t in people if _rides(t, vehicle)), None)
    if sharing is not None or len(people) != 1 or not _is_nameless(vehicle.traveller.name):
        return sharing
    if any(p.role == "from" for c in vehicle.claims for p in c.places):  # it comes from elsewhere
        return None
    departs = any(c.act == "depart" for c in vehicle.claims)
    return people[0] if departs or _modes(people[0]) & _modes(vehicle) else None


def _named(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one person of the story who travels under a full name, where another is only called "the student"."""
    name = described.traveller.name
    noun = name.split()[-1].lower()
    persons = [t for t in trips if t.traveller.kind == "person" and t.background == described.background and t is not described]
    named = [t for t in persons if " " in t.traveller.name and t.traveller.name.split()[-1][:1].isupper()]
    if len(named) != 1 or " " in name or noun in _OF_ANOTHER:
        return None
    definite = re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b")
    return named[0] if any(definite.search(c.quote.text) for c in described.claims) else None


def _ship(crew: Trip, trips: Sequence[Trip]) -> Trip | None:
    """The one vehicle of the story, whose crew it is."""
    vehicles = [t for t in trips if t.traveller.kind == "vehicle"]
    return vehicles[0] if crew.traveller.name.casefold() == "crew" and len(vehicles) == 1 else None


def _rides(party: Trip, vehicle: Trip) -> bool:
    modes = _modes(vehicle)
    ends = [p for c in party.moves if c.mode in modes for p in places_of(c)]
    return any(a.id == b.id or (a.is_area and a.contains(b)) for a in ends for c in vehicle.moves for b in places_of(c))


def _modes(trip: Trip) -> set[Mode]:
    return {c.mode for c in trip.claims} - {"unknown"}


def _is_nameless(name: str) -> bool:
    """Whether a vehicle is called by common words alone: "plane", "One bus", but not "Airbus" or "Sudan Airways plane"."""
    first, *rest = name.split()
    return not any(w[:1].isupper() for w in rest) and (first[:1].islower() or bool(rest))
