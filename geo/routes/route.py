"""Turn a leg into a line: along real track, along a sea lane, or over a great circle.

A line is a statement. What was inferred is named by the route's ``basis``, and ``note`` says, in a reporter's words, why a line is not
what one would expect.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, get_args

from gazetteer.errors import InputError
from geo.model import Mode, Route
from geo.routes.geometry import Line, cut_at_antimeridian, great_circle, length_km, simplify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Place
    from geo.model import Itinerary, Journey, Leg
    from geo.routes.found import Found

__all__ = ["build_routes", "route"]

#: Drawn lines leave out points nearer to the line than this, in degrees: the source's own grain.
_TOLERANCE = 0.001


def build_routes(itinerary: Itinerary) -> tuple[Route, ...]:
    """Draw the line of each leg of an itinerary.

    Parameters
    ----------
    itinerary
        Its journeys' legs name their stops by id.

    Returns
    -------
    tuple of Route
        One for each leg, journeys and legs in their order.

    Raises
    ------
    InputError
        If a leg names a stop that its journey does not have.
    """
    return tuple(_route_of(leg, journey) for journey in itinerary.journeys for leg in journey.legs)


def _route_of(leg: Leg, journey: Journey) -> Route:
    places = {stop.id: stop.place for stop in journey.stops}
    for stop in (leg.origin, leg.destination):
        if stop not in places:
            raise InputError(
                f"Leg {leg.id} names the stop {stop!r}, which journey {journey.id} does not have: add it or correct the leg."
            )
    return route(places[leg.origin], places[leg.destination], mode=leg.mode, via=leg.via, leg=leg.id)


def route(origin: Place, destination: Place, *, mode: Mode = "train", via: Sequence[Place] = (), leg: str = "") -> Route:
    """Draw the line from one place to another.

    Parameters
    ----------
    origin, destination
        Where the line starts and ends, exactly. Of an area its point is taken.
    mode
        ``train`` follows track, ``ship`` a sea lane; every other mode is a great circle.
    via
        Places on the way, in order: track passes as near to them as it lies, other lines go through them.
    leg
        The id that the route is to carry.

    Returns
    -------
    Route
        ``length_km`` is that of the track, lane or great circle, and of the straight lines from the places to it. A route over a great
        circle lists the countries of its places only.

    Raises
    ------
    InputError
        If the mode is unknown, or a place has no usable coordinates.
    """
    if mode not in get_args(Mode):
        raise InputError(f"{mode!r} is no mode of travel: use one of {', '.join(get_args(Mode))}.")
    places = (origin, *via, destination)
    for place in places:
        _check(place)
    notes = [f"{place.name} is an area: the line goes to one point in it." for place in (origin, destination) if place.is_area]
    found = _follow(places, mode)
    if found is None or not found.line:
        notes += [found.note] if found else [_WITHOUT_NETWORK[mode]] if mode in _WITHOUT_NETWORK else []
        line = _over_great_circles(places)
        return Route(leg, cut_at_antimeridian(line), length_km(line), "great circle", _in_order(places), " ".join(notes))
    notes += [found.note] if found.note else []
    lines = cut_at_antimeridian(simplify(found.line, _TOLERANCE))
    countries = _with_ends(found.countries, places)
    return Route(leg, lines, found.km, found.basis, countries, " ".join(notes))


#: Why a mode that follows something on the ground is drawn as a great circle.
_WITHOUT_NETWORK = {
    "car": "No road network is built in: the line is the shortest over the globe, not the road taken.",
    "foot": "No road network is built in: the line is the shortest over the globe, not the way walked.",
}


def _follow(places: Sequence[Place], mode: Mode) -> Found | None:
    """Follow the network of a mode; None for a mode that has none."""
    if mode == "train":
        from geo.routes.rail import along_rail

        return along_rail(places)
    if mode == "ship":
        from geo.routes.sea import along_sea_lane

        return along_sea_lane(places)
    return None


def _check(place: Place) -> None:
    if not (math.isfinite(place.lat) and math.isfinite(place.lon)):
        raise InputError(f"{place.name} has no coordinates (lat {place.lat}, lon {place.lon}): give both in degrees.")
    if not -90 <= place.lat <= 90:
        swapped = "; it looks as if lat and lon are swapped" if abs(place.lon) <= 90 else ""
        raise InputError(f"{place.name} has the latitude {place.lat}{swapped}: give one from -90 to 90.")
    if not -180 <= place.lon <= 180:
        raise InputError(f"{place.name} has the longitude {place.lon}: give one from -180 to 180.")


def _over_great_circles(places: Sequence[Place]) -> Line:
    line: Line = ((places[0].lon, places[0].lat),)
    for a, b in itertools.pairwise(places):
        line += great_circle((a.lon, a.lat), (b.lon, b.lat))[1:]
    return line


def _in_order(places: Sequence[Place]) -> tuple[str, ...]:
    codes = [place.country for place in places if place.country]
    return tuple(code for i, code in enumerate(codes) if i == 0 or codes[i - 1] != code)


def _with_ends(countries: tuple[str, ...], places: Sequence[Place]) -> tuple[str, ...]:
    """Add the countries of the ends, where the nearest track lies across a border from them."""
    start, end = places[0].country, places[-1].country
    if start and countries[:1] != (start,):
        countries = (start, *countries)
    if end and countries[-1:] != (end,):
        countries = (*countries, end)
    return countries
