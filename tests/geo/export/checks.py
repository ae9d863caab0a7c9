"""Our own checks of a GeoJSON collection: what the models of GeoJSON let pass."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def faults(collection: dict[str, Any]) -> list[str]:
    """Name every fault of range, winding and antimeridian, and every line that ends beside its stop."""
    return [fault for feature in collection["features"] for fault in _faults(feature)]


def _faults(feature: dict[str, Any]) -> Iterator[str]:
    name, geometry = feature.get("id", "?"), feature["geometry"]
    for lon, lat in _positions(geometry["coordinates"]):
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            yield f"{name}: ({lon}, {lat}) is not on the globe"
    for line in _lines(geometry):
        if any(abs(b[0] - a[0]) > 180 for a, b in itertools.pairwise(line)):
            yield f"{name}: it runs round the world; it is not cut at the antimeridian"
        if len(line) < 2:
            yield f"{name}: a line of one point"
    for number, ring in enumerate(_rings(geometry)):
        if (_area(ring) > 0) != (number == 0):
            yield f"{name}: a ring is wound the wrong way"


def _positions(coordinates: list[Any]) -> Iterator[list[float]]:
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for inner in coordinates:
            yield from _positions(inner)


def _lines(geometry: dict[str, Any]) -> list[Any]:
    kinds = {"LineString": [geometry["coordinates"]], "MultiLineString": geometry["coordinates"]}
    return kinds.get(geometry["type"], [])


def _rings(geometry: dict[str, Any]) -> list[Any]:
    return geometry["coordinates"] if geometry["type"] == "Polygon" else []


def _area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2
