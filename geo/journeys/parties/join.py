"""Join what the texts tell of one party under several names: people and the vehicle that carries them, a ship and its crew."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from geo.journeys.parties.aboard import ABOARD, owner_of, party_of, ship_of, steered_by
from geo.journeys.parties.alike import of_same_people
from geo.journeys.parties.called import is_proper, noun_of
from geo.journeys.parties.called_again import (
    called_by_noun,
    first_of_several,
    full_name_of,
    named_person,
    namesake_of,
    same_people,
)
from geo.journeys.parties.members import whole_of
from geo.journeys.parties.nameless import called_otherwise
from geo.journeys.parties.one_of_them import head_of, leader_of, led_by, one_of_two, told_by_one_of_them
from geo.journeys.parties.same_way import on_same_way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.journeys.trip import Trip

    _Join = Callable[[Trip, Sequence[Trip]], Trip | None]

__all__ = ["join_parties"]


def join_parties(trips: Sequence[Trip], order: Mapping[str, int], texts: Mapping[str, str]) -> list[Trip]:
    """Join the trip of a vehicle to that of its party, and that of a crew to that of its vehicle.

    Parameters
    ----------
    trips
        One for each traveller and trip.
    order
        The rank of each claim, by id, in the order of the telling.
    texts
        Those of the articles, by id.

    Returns
    -------
    list of Trip
        The trips that are left; a joined one bears the traveller of the trip that it was joined to.
    """
    namesakes = {"vehicle": (namesake_of,), "group": (full_name_of,), "person": (namesake_of,)}
    described = {
        "vehicle": (owner_of, first_of_several, party_of, called_by_noun),
        "group": (
            owner_of,
            first_of_several,
            leader_of,
            ship_of,
            called_by_noun,
            same_people,
            of_same_people,
            whole_of,
            head_of,
            led_by,
            one_of_two,
        ),
        "person": (told_by_one_of_them, named_person, partial(called_otherwise, texts=texts), steered_by),
    }
    alike = dict.fromkeys(described, (on_same_way,))
    for joins in (namesakes, described, alike):
        trips = _joined(trips, joins, order)
    return list(trips)


def _joined(trips: Sequence[Trip], joins: Mapping[str, Sequence[_Join]], order: Mapping[str, int]) -> list[Trip]:
    """Join each trip to the first that one of the joins for its kind finds for it."""
    kept = dict(enumerate(trips))
    for number in range(len(trips)):
        trip, others = kept[number], list(kept.values())
        party = next((p for join in joins[trip.traveller.kind] if (p := join(trip, others)) is not None), None)
        if party is not None:
            bearer = trip.traveller if _is_known_by(trip, party) else party.traveller
            told = sorted((*party.claims, *trip.claims), key=lambda c: order[c.id])
            joined = [c if c.traveller == bearer.name else replace(c, traveller=bearer.name) for c in told]
            kept[next(n for n, t in kept.items() if t is party)] = replace(party, traveller=bearer, claims=tuple(joined))
            del kept[number]
    return list(kept.values())


def _is_known_by(vehicle: Trip, people: Trip) -> bool:
    """Whether the name of a vehicle tells more than that of those aboard it: "Train 55" than "passengers"."""
    return vehicle.traveller.kind == "vehicle" and noun_of(people).casefold() in ABOARD and is_proper(vehicle)
