"""Where the named long-distance trains stop: ``data/named_trains.csv``.

The shortest track between two cities is not always where the through train goes: from Sydney to Perth it calls at Adelaide. The list
holds transcontinental trains and international through trains of more than 1,000 km, each with its source. It is used for a leg both
ends of which are on one such train, and the route says so: which train somebody took is for the text to say.
"""

from __future__ import annotations

import csv
import itertools
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.model import Kind, Place
from geo.routes.geometry import geodesic_km

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["stops_between"]

_LIST = Path(__file__).with_name("data") / "named_trains.csv"
#: A place this near to a stop is the town that it serves, in kilometres.
_TOWN_KM = 20.0


def stops_between(origin: Place, destination: Place) -> tuple[str, tuple[Place, ...]]:
    """Return the named train that joins two places and its stops between them, in the order of travel.

    Returns
    -------
    tuple
        Its name and its stops; ``""`` and none if no listed train joins the two, or if it has no stop between them.
    """
    for name, stops in _trains().items():
        start, end = _nearest(stops, origin), _nearest(stops, destination)
        if start is None or end is None:
            continue
        between = stops[start + 1 : end] if start < end else stops[end + 1 : start][::-1]
        if between:
            return name, between
    return "", ()


def _nearest(stops: Sequence[Place], place: Place) -> int | None:
    # A degree of latitude is 111 km: most stops are ruled out without the geodesic.
    close = [i for i, stop in enumerate(stops) if abs(stop.lat - place.lat) * 110 <= _TOWN_KM]
    km = {i: geodesic_km((stops[i].lon, stops[i].lat), (place.lon, place.lat)) for i in close}
    nearest = min(km, key=km.__getitem__, default=None)
    return nearest if nearest is not None and km[nearest] <= _TOWN_KM else None


@cache
def _trains() -> dict[str, tuple[Place, ...]]:
    with _LIST.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: tuple(map(_stop, group)) for name, group in itertools.groupby(rows, key=lambda row: row["train"])}


def _stop(row: dict[str, str]) -> Place:
    return Place(f"dateline:stop:{row['stop']}", row["stop"], Kind("S", "RSTN"), float(row["lat"]), float(row["lon"]))
