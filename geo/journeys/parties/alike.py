"""Those whom a story calls again by another noun for the same kind of people: "200 Danish troops", "the soldiers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.parties.called import is_another, is_definite, is_told_before, noun_of, others_of_kind
from geo.journeys.parties.told_apart import COUNTS, are_set_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.journeys.trip import Trip

__all__ = ["of_same_people"]

#: Nouns of which one calls again those whom another has brought in.
_ALIKE = tuple(
    frozenset(nouns.split())
    for nouns in (
        "airmen contingent infantrymen legionnaires marines paratroopers peacekeepers servicemen soldiers troopers troops",
        "archaeologists experts inspectors researchers scientists specialists team",
        "asylum-seekers evacuees exiles families migrants people refugees seekers survivors",
        "astronauts cosmonauts crew",
        "athletes footballers players squad swimmers team",
        "bishops cardinals clergymen friars monks nuns priests",
        "campers excursionists holidaymakers sightseers tourists travelers travellers vacationers visitors",
        "children kids pupils schoolchildren students teenagers youngsters youths",
        "climbers expedition hikers mountaineers trekkers walkers",
        "crew crewmen fishermen mariners sailors seamen",
        "dancers musicians orchestra singers",
        "delegates delegation deputies lawmakers legislators mps parliamentarians politicians senators",
        "detainees inmates prisoners",
        "doctors medics nurses surgeons",
        "firefighters rescuers volunteers",
        "friends girls ladies women",
        "fugitives hijackers stowaways",
    )
)
#: Of several, the first is the one that was brought in; "the second" is another.
_COUNTED = COUNTS | {"first"}


def of_same_people(described: Trip, trips: Sequence[Trip]) -> Trip | None:
    """Find the one group told of before that is of the kind, or of the people, by whose noun this one is called: "the soldiers", "the Libyans".

    Told apart are those whom words or numbers set apart.
    """
    if is_another(described) or not is_definite(described):
        return None
    told = [t for t in others_of_kind(described, trips) if is_told_before(t, described) and not is_another(t, _COUNTED)]
    alike = [t for t in told if _is_of_people(described, t) or (_is_of_kind(described, t) and not are_set_apart(t, described))]
    return alike[0] if len(alike) == 1 else None


def _is_of_people(described: Trip, group: Trip) -> bool:
    """Whether "the Libyans" may be "five Libyan soldiers"."""
    people = described.traveller.name
    return people[:1].isupper() and people.removesuffix("s") in group.traveller.name.split()


def _is_of_kind(described: Trip, group: Trip) -> bool:
    noun, own = noun_of(described), {w.casefold() for w in group.traveller.name.split()}
    return any(noun in nouns and own & nouns for nouns in _ALIKE)
