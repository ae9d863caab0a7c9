"""What the gazetteer knows of places that must not be told; it is opened only where somebody is protected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from gazetteer.model import Place

__all__ = ["area_of", "bearers", "ids_of_bearers"]

#: How many of the places that bear a name are looked at.
_BEARERS = 100


def area_of(place: Place) -> Place | None:
    """Find the first-order area of a place, or its country."""
    area = _gazetteer().admin1(place.country, place.admin1) if place.admin1 else None
    return area or (_gazetteer().country(place.country) if place.country else None)


def ids_of_bearers(name: str) -> tuple[str, ...]:
    """Find the ids of the places that bear a name, without making the places: it is asked of every word with a capital."""
    return _gazetteer().ids(name, limit=_BEARERS)


def bearers(name: str) -> tuple[Place, ...]:
    """Find the places that bear a name."""
    return tuple(map(_gazetteer().place, ids_of_bearers(name)))


def _gazetteer() -> Gazetteer:
    from gazetteer import Gazetteer

    return Gazetteer.bundled()
