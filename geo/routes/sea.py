"""The way of a ship: along the usual lanes, by the ``searoute`` package."""

from __future__ import annotations

import itertools
import warnings
from typing import TYPE_CHECKING

from geo.routes.found import Found
from geo.routes.geometry import Line, as_line, geodesic_km, length_km, unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Place

__all__ = ["along_sea_lane"]

#: A place farther than this from any lane is not on the sea, in kilometres.
_REACH_KM = 150.0
#: A straight line from a place to its lane is worth a word from this length, in kilometres.
_ACCESS_KM = 50.0


def along_sea_lane(places: Sequence[Place]) -> Found:
    """Find the way of a ship through places, or say why there is none.

    Parameters
    ----------
    places
        The origin, the places on the way and the destination; the line goes through each.
    """
    line: Line = ((places[0].lon, places[0].lat),)
    notes: list[str] = []
    if len({(place.lat, place.lon) for place in places}) == 1:
        return Found((), 0.0, "sea lane", note="Both ends are one place.")
    for a, b in itertools.pairwise(places):
        lane = _lane(a, b)
        if lane is None:
            reason = f"No open sea lane leads from {a.name} to {b.name}"
            return Found((), 0.0, "sea lane", note=f"{reason}: the line is the shortest over the globe, not a ship's way.")
        if len(lane) < 2:
            reason = f"{a.name} and {b.name} lie at one point of the known sea lanes"
            return Found((), 0.0, "sea lane", note=f"{reason}: the line is the shortest over the globe, not a ship's way.")
        access = [(a.name, geodesic_km((a.lon, a.lat), lane[0])), (b.name, geodesic_km(lane[-1], (b.lon, b.lat)))]
        far = [name for name, km in access if km > _REACH_KM]
        if far:
            reason = f"No sea lane is known within {_REACH_KM:.0f} km of {' and '.join(far)}"
            return Found((), 0.0, "sea lane", note=f"{reason}: the line is the shortest over the globe, not a ship's way.")
        notes += [
            f"{name} is {km:.0f} km from the lane: the line between is straight." for name, km in access if km >= _ACCESS_KM
        ]
        line = unwrap((*line, *lane, (b.lon, b.lat)))
    note = " ".join(dict.fromkeys(notes))
    return Found(line, length_km(line), "sea lane", note=note, access_km=(length_km(line[:2]), length_km(line[-2:])))


def _lane(origin: Place, destination: Place) -> Line | None:
    """Find the lane between two places; None where ``searoute`` knows of no open passage, of which it warns: in the Arctic."""
    from searoute import searoute

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No path found", category=UserWarning)
        feature = searoute((origin.lon, origin.lat), (destination.lon, destination.lat))
    if not feature["geometry"]["coordinates"]:
        return None
    lon, lat = zip(*feature["geometry"]["coordinates"], strict=True)
    return as_line([(x + 180) % 360 - 180 for x in lon], lat)
