"""Which of several namesakes a name by itself means, where the weight of each alone (`gazetteer.prior`) does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gazetteer.names import normalise
from gazetteer.spatial import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Candidate, Place
    from gazetteer.store import Gazetteer

__all__ = ["airport_first", "town_first"]

#: The share of a province's people in the town that it is named after.
_GREAT_SHARE: Final = 0.1

#: An airport may be this far from the city that it serves (km); a place so near to it is where it is.
_REACH_KM: Final = 80.0

#: An airport counts for this share of the people of the city in its name.
_AIRPORT_SHARE: Final = 0.01


def town_first(found: Sequence[Candidate]) -> list[Candidate]:
    """Put a town before the province that is named after it: Alexandria is the city, and Georgia, USA, has no great Georgia in it."""
    area, is_its_own_name = found[0].place, found[0].name_kind in {"name", "abbreviation"}
    if not area.kind.code.startswith("ADM"):
        return list(found)
    for candidate in found:
        town = candidate.place
        inside = town.kind.is_populated and (town.country, town.admin1) == (area.country, area.admin1)
        # "Oklahoma" is the state's own name and only another one of the city's; to Mecca Region "Mecca" is a shorter form.
        named_so = candidate.name_kind == "name" or not is_its_own_name
        if inside and named_so and town.population >= area.population * _GREAT_SHARE:
            return _put_first(candidate, found)
    return list(found)


def airport_first(found: Sequence[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Put a city's airport, called by its bare name, before a far smaller place elsewhere: Heathrow is not the one in Florida.

    Airports have no population to be weighed by. One counts as a hundredth of the people of the city that its full name begins with.
    """
    village = found[0].place
    if not village.kind.is_populated:
        return list(found)
    for candidate in found:
        airport = candidate.place
        if candidate.name_kind == "part" and airport.kind.code == "AIRP":
            apart = distance_km(village.lat, village.lon, airport.lat, airport.lon) > _REACH_KM
            if apart and village.population < _people_served(airport, gazetteer) * _AIRPORT_SHARE:
                return _put_first(candidate, found)
    return list(found)


def _people_served(airport: Place, gazetteer: Gazetteer) -> int:
    """Count the people of the city that an airport's name begins with, 0 where no city near it does."""
    words = normalise(airport.name).split()
    openings = [" ".join(words[:length]) for length in range(1, len(words))]
    places = [candidate.place for opening in openings for candidate in gazetteer.lookup(opening, exact=True)]
    near = [
        place.population
        for place in places
        if place.kind.is_populated and distance_km(place.lat, place.lon, airport.lat, airport.lon) <= _REACH_KM
    ]
    return max(near, default=0)


def _put_first(candidate: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    return [candidate, *[other for other in found if other is not candidate]]
