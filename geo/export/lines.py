"""Which lines an export draws: along track, road and lane, over great circles, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

from gazetteer.errors import InputError
from geo.routes.route import build_routes

if TYPE_CHECKING:
    from geo.model import Itinerary, Route

__all__ = ["GEOMETRIES", "Geometry", "with_lines"]

#: ``stops``: the places alone. ``great-circle``: the shortest path, of our own making. ``track``: along track and roads, which are
#: OpenStreetMap's (ODbL), and along sea lanes.
Geometry = Literal["stops", "great-circle", "track"]
GEOMETRIES: tuple[Geometry, ...] = get_args(Geometry)


def with_lines(itinerary: Itinerary, geometry: Geometry = "track") -> tuple[Itinerary, tuple[Route, ...]]:
    """Find the lines of an itinerary's legs, as much of them as is wanted.

    Parameters
    ----------
    itinerary
        The published side (`geo.publish`).
    geometry
        ``track`` asks the networks, ``great-circle`` does not; with ``stops`` the legs are left out.

    Returns
    -------
    tuple
        The itinerary to export, and the routes of its legs.

    Raises
    ------
    InputError
        If there is no such geometry, or a leg names a stop that its journey does not have.
    """
    match geometry:
        case "track":
            return itinerary, build_routes(itinerary)
        case "great-circle":
            return itinerary, build_routes(_without_modes(itinerary))
        case "stops":
            return replace(itinerary, journeys=tuple(replace(journey, legs=()) for journey in itinerary.journeys)), ()
        case _:
            raise InputError(f"{geometry!r} is no geometry; choose one of {', '.join(GEOMETRIES)}.")


def _without_modes(itinerary: Itinerary) -> Itinerary:
    """Forget how it was travelled, so that no network is asked."""
    journeys = (
        replace(journey, legs=tuple(replace(leg, mode="other") for leg in journey.legs)) for journey in itinerary.journeys
    )
    return replace(itinerary, journeys=tuple(journeys))
