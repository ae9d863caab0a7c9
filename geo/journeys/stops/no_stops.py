"""Places of claims that are no stops: namesakes of towns that no gazetteer holds, and what was only crossed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Place
    from geo.journeys.stops.visits import Visit
    from geo.model import Claim

__all__ = ["is_far_namesake", "is_only_crossed"]

#: How far across, in km, what is called by way of may be to be a stop: an island, but not a country.
_ISLAND_KM = 60.0
#: Waters that nobody stops at who then reached another place: oceans and seas.
_SEAS = frozenset({"OCN", "SEA"})
#: Waters where ships lie.
_ANCHORAGES = frozenset({"ANCH", "BAY", "COVE", "FJD", "HBR", "INLT", "LGN", "RDST"})
#: A place chosen with less confidence than this, with fewer people, and farther off, in km, is a namesake of the one that is meant. Of 946
#: stops of texts with answers 12 are such places, and one of them is right.
_DOUBTFUL = 0.5
_SMALL_TOWN = 100_000
#: Feature classes of which many bear one name: towns and waters, but not islands, mountains and airports.
_NAMED_ALIKE = frozenset({"P", "H"})
_FAR_KM = 1000.0
#: So many countries that one sentence says a traveller passed through are his itinerary, fewer the way to somewhere else.
_A_LIST = 3


def is_far_namesake(visit: Visit, visits: Sequence[Visit]) -> bool:
    """Tell whether a doubtful small town, or water, lies far from all else of the trip, in another country: the gazetteer lacks the place that is meant.

    Who rode "past Nose and Stony Point" up the Hudson was not in Japan; no pin is better than one there.
    """
    others = [v.place for v in visits if v is not visit]
    place = visit.place
    doubtful = visit.confidence < _DOUBTFUL and place.population < _SMALL_TOWN and place.kind.feature_class in _NAMED_ALIKE
    return doubtful and bool(others) and all(p.country != place.country and p.km_to(place) > _FAR_KM for p in others)


def is_only_crossed(visit: Visit, visits: Sequence[Visit]) -> bool:
    """Tell whether a region, tunnel or bridge was only passed through, or water was one that the traveller was on while he went elsewhere.

    So it is of a continent, and of a region of the world that he came to another stop in.
    """
    place = visit.place
    water = place.kind.feature_class == "H" and place.kind.code not in _ANCHORAGES and len(visits) > 1
    if place.kind.code == "CONT" and len(visits) > 1:
        return True
    if place.kind.code == "RGN" and any(_is_in_region(v.place, place) for v in visits if v is not visit):
        return True
    if place.kind.code in _SEAS and any(v.rank > visit.rank for v in visits):
        return True
    box = place.bbox
    small = box is not None and box.km_across < _ISLAND_KM
    wide = (place.is_area and not small) or place.kind.code in ("BDG", "MTS", "TNL")
    return wide and all((role == "via" and not _is_listed(claim)) or (water and role != "to") for claim, role in visit.evidence)


def _is_listed(claim: Claim) -> bool:
    """Whether countries that were passed through are the journey itself: "her ride took her through Turkey, Greece and Italy"."""
    passed = (p.resolution.place for p in claim.places if p.role == "via")
    return sum(place is not None and place.kind.is_country for place in passed) >= _A_LIST


def _is_in_region(place: Place, region: Place) -> bool:
    """Whether a place lies in a region of several countries: "headed for East Africa, where she is to visit Nairobi"."""
    return not region.country and region.bbox is not None and region.bbox.contains(place.lat, place.lon)
