"""A vehicle, and the party that it belongs to or carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.journeys.claims import is_within, places_of
from geo.journeys.parties.called import (
    VEHICLES,
    is_another,
    is_definite,
    is_nameless,
    is_new,
    is_told_before,
    modes_of,
    noun_of,
    offices_of,
    those_of,
)
from geo.journeys.parties.told_apart import COUNTS
from geo.journeys.trip import main_of
from geo.model import NARRATOR
from geo.reading.vocabulary.parties import RETINUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.trip import Trip

__all__ = ["ABOARD", "owner_of", "party_of", "ship_of", "steered_by"]

#: What the vehicles are called in which those go who have an office.
_OF_STATE = {
    "imperial": frozenset({"emperor", "empress"}),
    "papal": frozenset({"pontiff", "pope"}),
    "presidential": frozenset({"president"}),
    "royal": frozenset({"duchess", "duke", "king", "prince", "princess", "queen"}),
}
#: What goes about with somebody by whose name it is called: "Anna Berg's campaign bus".
_CALLED_AFTER = RETINUES | {"bus", "caravan", "convoy", "delegation", "party"}
#: Those who steer a vehicle.
_CREW = frozenset({"captain", "driver", "pilot", "pilots", "skipper"})
#: Those aboard it, where they are called by nothing else.
ABOARD = frozenset({"crew", "crewmen", "passengers", "pilots", "sailors", "seamen", "survivors"})


def owner_of(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the person by whose name a retinue or vehicle is called: "Anna Berg's campaign bus"."""
    owner = re.split(r"['’]s? ", described.traveller.name)[0]
    if owner == described.traveller.name or noun_of(described).casefold() not in _CALLED_AFTER | VEHICLES:
        return None
    return next((t for t in trips if t.traveller.name == owner and t.background == described.background), None)


def party_of(vehicle: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find who goes by the vehicle: people who are said to go by such a one to the same place or area, or, by one without a name, the only ones."""
    people = [t for t in trips if t.traveller.kind != "vehicle" and t.background == vehicle.background]
    sharing = next((t for t in people if _rides(t, vehicle)), None)
    rank = _OF_STATE.get(vehicle.traveller.name.casefold().split()[0])
    of_rank = [t for t in people if rank and rank & {*offices_of(t), *t.traveller.name.casefold().split()}]
    main = of_rank[0] if len(of_rank) == 1 else main_of(people)
    if sharing is None and rank:
        return main
    if sharing is not None or main is None or not is_nameless(vehicle.traveller.name):
        return sharing
    if _takes_teller(vehicle, main):
        return main
    starts = [c for c in vehicle.claims if any(p.role == "from" for p in c.places)]
    apart = noun_of(main).casefold() in _CREW or (main.traveller.kind == "person" and not is_definite(vehicle))
    went = any(c.status == "happened" for c in main.moves) and not modes_of(main) & modes_of(vehicle)
    if starts and (apart or went or any(c.act != "depart" for c in starts)):  # it comes from elsewhere
        return None
    if main.traveller.kind == "person" and is_new(vehicle) and is_told_before(main, vehicle):
        return None
    departs = any(c.act == "depart" for c in vehicle.claims) and len(people) == 1
    alone = is_definite(vehicle) and not {c.mode for c in main.claims if c.status == "happened"} - {
        "unknown"
    }  # "the family", "the minibus"
    return main if departs or alone or modes_of(main) & modes_of(vehicle) else None


def _takes_teller(vehicle: Trip, main: Trip) -> bool:
    """Whether the vehicle in which somebody tells that he went is only said to leave: "The bus left X at five. We got to Y by noon"."""
    return main.traveller.name == NARRATOR and is_definite(vehicle) and all(c.act == "depart" for c in vehicle.claims)


def ship_of(crew: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one vehicle of the story, whose crew or passengers these are."""
    vehicles = those_of("vehicle", crew, trips)
    one = crew.traveller.name.casefold() == "passenger"
    aboard = (noun_of(crew).casefold() in ABOARD or any(_carries(t, crew) for t in vehicles)) and not is_another(crew, COUNTS)
    if one or len(vehicles) > 1:  # "a passenger on a flight from X to Y had to stop in Z"
        vehicles = [t for t in vehicles if {c.quote for c in t.claims} & {c.quote for c in crew.claims}]
    return vehicles[0] if (one or aboard) and len(vehicles) == 1 else None


def _carries(vehicle: Trip, people: Trip) -> bool:
    """Whether a vehicle is told to go with those who are then called by a noun alone: "The ship left X with 40 scientists. The scientists"."""
    aboard = re.compile(rf"\b(?:aboard|carrying|with) (?:[\w-]+ ){{0,4}}{re.escape(noun_of(people))}\b")
    return is_definite(people) and any(aboard.search(c.quote.text) for c in vehicle.claims) and is_told_before(vehicle, people)


def steered_by(pilot: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one vehicle of the story, whose pilot, captain or driver this is: "the captain", "Skipper Anna Berg"."""
    vehicles = those_of("vehicle", pilot, trips)
    called, *name = pilot.traveller.name.split()
    steers = called.casefold() in _CREW and all(w[:1].isupper() for w in name)
    return vehicles[0] if steers and len(vehicles) == 1 else None


def _rides(party: Trip, vehicle: Trip) -> bool:
    modes = modes_of(vehicle)
    ends = [p for c in party.moves if c.mode in modes for p in places_of(c)]
    return any(is_within(b, a) for a in ends for c in vehicle.moves for b in places_of(c))
