"""Journeys as OGC Moving Features JSON (OGC 19-045r3, prism encoding): where a traveller was, and when."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from geo.export.credits import licence_of
from geo.export.wording import publication_words
from geo.model import TOOK_PLACE
from geo.routes.times import estimate_positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.model import Itinerary, Route
    from geo.routes.times import Position

__all__ = ["to_moving_features"]

_CRS = {"type": "Name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
_TRS = {"type": "Name", "properties": {"name": "urn:ogc:data:time:iso8601"}}


def to_moving_features(itinerary: Itinerary, routes: Iterable[Route], collection: Mapping[str, Any]) -> dict[str, Any]:
    """Build a collection with one moving point for each journey that has two stops dated to the day, or more.

    Only what happened is in it, and no journey with a protected place: a point can't say that somebody was anywhere in an area. Between
    dated stops there is a point a day; the temporal property ``basis`` tells ``stated`` from ``estimated``. The format wants a time zone,
    and no text gives one: the times are local ones, written as if they were UTC, which the property ``times`` says. Where the texts leave
    the order within a day open, the first stop of the day stands for it.

    Parameters
    ----------
    itinerary
        The published side.
    routes
        The lines of its legs.
    collection
        What `geo.to_geojson` makes of them.

    Returns
    -------
    dict
        Plain values for JSON; movingpandas reads it with ``read_mf_json``. It has no features where no journey has two dated stops.
        Foreign members: ``publication``, ``review``, ``license``, ``credits``.
    """
    shown = [feature["properties"] for feature in collection["features"]]
    protected = {properties["journey"] for properties in shown if properties.get("protected")}
    told = [
        position
        for position in estimate_positions(itinerary, routes)
        if position.status in TOOK_PLACE and position.journey not in protected
    ]
    travellers = {journey.id: journey.traveller for journey in itinerary.journeys}
    groups = [
        (journey, _rising(list(group))) for journey, group in itertools.groupby(told, key=lambda position: position.journey)
    ]
    features = [
        _feature(journey, travellers[journey], fixes)
        for journey, fixes in groups
        if sum(not position.estimated for position in fixes) > 1
    ]
    return {
        "type": "FeatureCollection",
        "crs": _CRS,
        "trs": _TRS,
        "publication": collection["publication"],
        "review": publication_words(collection),
        "license": licence_of(collection["credits"]),
        "credits": collection["credits"],
        "features": features,
    }


def _rising(positions: Sequence[Position]) -> list[Position]:
    """Leave out positions that are not later than the one before: a point moves forward in time."""
    return [position for i, position in enumerate(positions) if i == 0 or position.at > positions[i - 1].at]


def _feature(journey: str, traveller: str, fixes: Sequence[Position]) -> dict[str, Any]:
    datetimes = [f"{position.at:%Y-%m-%dT%H:%M:%S}Z" for position in fixes]
    basis = ["estimated" if position.estimated else "stated" for position in fixes]
    return {
        "type": "Feature",
        "id": journey,
        "properties": {"journey": journey, "traveller": traveller, "times": "local times, written as UTC"},
        "crs": _CRS,
        "trs": _TRS,
        "temporalGeometry": {
            "type": "MovingPoint",
            "datetimes": datetimes,
            "coordinates": [[round(position.lon, 5), round(position.lat, 5)] for position in fixes],
            "interpolation": "Linear",
        },
        "temporalProperties": [
            {"datetimes": datetimes, "basis": {"type": "Text", "values": basis, "interpolation": "Discrete"}},
        ],
    }
