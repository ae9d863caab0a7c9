"""Turn a leg into a line: along real track or road, along a sea lane, or over a great circle.

A line is a statement. What was inferred is named by the route's ``basis``, and ``note`` says, in a reporter's words, why a line is not
what one would expect.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer.errors import InputError
from geo.model import Route
from geo.routes.geometry import cut_at_antimeridian, great_circle, length_km, simplify
from geo.routes.trip import Trip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazetteer.model import Place
    from geo.model import Itinerary, Journey, Leg, Mode
    from geo.routes.found import Found
    from geo.routes.geometry import Line
    from geo.routes.memory import Memory

__all__ = ["build_routes", "route", "route_all"]

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
        One for each leg, journeys and legs in their order. The note of one that leads through a stop that is only inferred says so.

    Raises
    ------
    InputError
        If a leg names a stop that its journey does not have.
    """
    legs = [(leg, journey) for journey in itinerary.journeys for leg in journey.legs]
    routes = route_all([_trip_of(leg, journey) for leg, journey in legs])
    return tuple(_with_inferred(drawn, leg, journey) for drawn, (leg, journey) in zip(routes, legs, strict=True))


def _with_inferred(drawn: Route, leg: Leg, journey: Journey) -> Route:
    inferred = [s for s in journey.stops if s.basis == "inferred" and s.id in (leg.origin, leg.destination)]
    notes = [f"That the way led through {stop.place.name} is inferred." for stop in inferred]
    return replace(drawn, note=" ".join([*notes, drawn.note]).strip()) if notes else drawn


def _trip_of(leg: Leg, journey: Journey) -> Trip:
    stops = {stop.id: stop for stop in journey.stops}
    for stop in (leg.origin, leg.destination):
        if stop not in stops:
            raise InputError(
                f"Leg {leg.id} names the stop {stop!r}, which journey {journey.id} does not have: add it or correct the leg."
            )
    ends = stops[leg.origin], stops[leg.destination]
    day = next((when.start for when in leg.when if not when.yearless), None)
    # Where the true end is withheld a line along roads or track would say what is not known, or lead past it.
    mode: Mode = "other" if any(stop.protected for stop in ends) else leg.mode
    return Trip(ends[0].place, ends[1].place, mode=mode, via=leg.via, day=day, leg=leg.id)


def route(
    origin: Place, destination: Place, *, mode: Mode = "train", via: Sequence[Place] = (), day: date | None = None, leg: str = ""
) -> Route:
    """Draw the line from one place to another.

    Parameters
    ----------
    origin, destination
        Where the line starts and ends, exactly. Of an area its point is taken.
    mode
        ``train`` follows track, ``car`` and ``foot`` roads, ``ship`` a sea lane; every other mode is a great circle.
    via
        Places on the way, in order: track and roads pass as near to them as they lie, other lines go through them.
    day
        When: it decides which borders were closed. None: those that still are.
    leg
        The id that the route is to carry.

    Returns
    -------
    Route
        ``length_km`` is that of the track, road, lane or great circle, and of the straight lines from the places to it. A route over a
        great circle lists the countries of its places only.

    Raises
    ------
    InputError
        If the mode is unknown, or a place has no usable coordinates.
    """
    return _route(Trip(origin, destination, mode=mode, via=tuple(via), day=day, leg=leg))


def route_all(trips: Sequence[Trip]) -> tuple[Route, ...]:
    """Draw the lines of many trips: the same as `route` one by one, but each search is made once for all that start at one place.

    Parameters
    ----------
    trips
        In any order.

    Returns
    -------
    tuple of Route
        In the order of the trips.

    Raises
    ------
    InputError
        If a mode is unknown, or a place has no usable coordinates.
    """
    from geo.routes.memory import Memory

    memory, drawn = Memory(), dict[Trip, Route]()
    # Trips between the same countries follow each other, and in them those from one place.
    for trip in sorted(dict.fromkeys(replace(trip, leg="") for trip in trips), key=Trip.batch_order):
        drawn[trip] = _route(trip, memory)
    return tuple(_named(drawn[replace(trip, leg="")], trip.leg) for trip in trips)


def _named(found: Route, leg: str) -> Route:
    return replace(found, leg=leg, alternatives=tuple(replace(other, leg=leg) for other in found.alternatives))


def _route(trip: Trip, memory: Memory | None = None) -> Route:
    notes = [f"{place.name} is an area: the line goes to one point in it." for place in trip.ends if place.is_area]
    found = _follow(trip, memory)
    if found is None or not found.line:
        notes += [found.note] if found else []
        line = _over_great_circles(trip.places)
        countries = _without_repeats([place.country for place in trip.places if place.country])
        return Route(trip.leg, cut_at_antimeridian(line), length_km(line), "great circle", countries, " ".join(notes))
    return _along(found, trip, " ".join([*notes, found.note] if found.note else notes))


def _follow(trip: Trip, memory: Memory | None) -> Found | None:
    """Follow the network of a mode; None for a mode that has none."""
    if trip.mode in ("train", "car", "foot"):
        from geo.routes.ground import along_ground

        train, stops = _named_train(trip)
        found = along_ground([trip.origin, *(trip.via or stops), trip.destination], trip.mode, day=trip.day, memory=memory)
        return found.with_note(f"{found.note} Drawn by the stops of the {train}.".strip()) if train and found.line else found
    if trip.mode == "ship":
        from geo.routes.sea import along_sea_lane

        return along_sea_lane(trip.places)
    return None


def _named_train(trip: Trip) -> tuple[str, tuple[Place, ...]]:
    from geo.routes.named_trains import stops_between

    return stops_between(trip.origin, trip.destination) if trip.mode == "train" and not trip.via else ("", ())


def _along(found: Found, trip: Trip, note: str) -> Route:
    return Route(
        trip.leg,
        cut_at_antimeridian((found.line[0], *simplify(found.line[1:-1], _TOLERANCE), found.line[-1])),
        found.km,
        found.basis,
        _with_ends(found.countries, trip.places),
        note,
        on_network=round(found.on_network, 4),
        access_km=found.access_km,
        alternatives=tuple(_along(other, trip, "") for other in found.others),
    )


def _over_great_circles(places: Sequence[Place]) -> Line:
    line: Line = ((places[0].lon, places[0].lat),)
    for a, b in itertools.pairwise(places):
        line += great_circle((a.lon, a.lat), (b.lon, b.lat))[1:]
    return line


def _without_repeats(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for i, code in enumerate(codes) if i == 0 or codes[i - 1] != code)


def _with_ends(countries: tuple[str, ...], places: Sequence[Place]) -> tuple[str, ...]:
    """Add the countries of the ends, where the nearest track lies across a border from them."""
    start, end = places[0].country, places[-1].country
    return _without_repeats([code for code in (start, *countries, end) if code])
