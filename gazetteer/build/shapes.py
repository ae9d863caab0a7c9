"""Extents of countries from Natural Earth's polygons, as world-atlas packs them in TopoJSON."""

from __future__ import annotations

import json
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from gazetteer.model import BBox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

__all__ = ["extent", "join", "middle", "read_country_parts"]

#: A part of a country farther than this from its greatest one (French Guiana, Caribbean Netherlands) is left out of the extent (degrees).
_REMOTE = 40.0

#: Land all round the globe leaves no gap wider than this (degrees): Antarctica.
_OPEN = 5.0


def read_country_parts(path: Path) -> dict[str, list[BaseGeometry]]:
    """Return the polygons of each country, greatest first, by ISO 3166-1 number (``643``) or, where it has none, by name."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _absolute_arcs(topology)
    countries: dict[str, list[BaseGeometry]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        key = str(geometry.get("id") or geometry["properties"]["name"])
        countries.setdefault(key, []).extend(_polygons(geometry, arcs))
    return {key: sorted(parts, key=lambda part: -part.area) for key, parts in countries.items()}


def _absolute_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        points = accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
        arcs.append([(x * scale_x + move_x, y * scale_y + move_y) for x, y in points])
    return arcs


def _polygons(geometry: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> list[BaseGeometry]:
    from shapely.geometry import Polygon

    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = [_ring(polygon[0], arcs) for polygon in polygons]
    return [Polygon(ring) for ring in rings if len(ring) >= 4]  # the smallest islets collapse on the file's grid


def _ring(indices: Sequence[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Join arcs; ``~i`` is arc i backwards."""
    points: list[tuple[float, float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def middle(parts: Sequence[BaseGeometry]) -> tuple[float, float]:
    """Return latitude and longitude of a country's middle: the centre of its greatest part, or the point of it that is nearest to that.

    Areas are compared on a sinusoidal projection, so that the north does not weigh more than it measures.
    """
    import numpy as np
    from shapely import transform
    from shapely.ops import nearest_points

    main = parts[0].buffer(0)
    meridian = main.centroid.x
    flat = transform(main, lambda xy: np.column_stack([(xy[:, 0] - meridian) * np.cos(np.radians(xy[:, 1])), xy[:, 1]]))
    centre = nearest_points(flat.buffer(0), flat.centroid)[0]
    return round(centre.y, 5), round(centre.x / float(np.cos(np.radians(centre.y))) + meridian, 5)


def extent(parts: Sequence[BaseGeometry]) -> BBox:
    """Return the box around a country's parts, the remote ones left out; it may cross the antimeridian.

    The western edge is the end of the widest stretch of longitudes that holds no point, so Russia runs from 19 E to 169 W.
    """
    main = parts[0].bounds
    near = [part for part in parts if _gap(main, part.bounds) <= _REMOTE]
    lats = [lat for part in near for _, lat in part.exterior.coords]
    west, east = _longitudes(sorted({lon for part in near for lon, _ in part.exterior.coords}))
    return BBox(west=round(west, 5), south=round(min(lats), 5), east=round(east, 5), north=round(max(lats), 5))


def _gap(a: Sequence[float], b: Sequence[float]) -> float:
    """Return the distance between two boxes, degrees; longitudes are taken the short way round."""
    overlap = a[2] >= b[0] and b[2] >= a[0]
    across = 0.0 if overlap else min((b[0] - a[2]) % 360, (a[0] - b[2]) % 360)
    return max(across, b[1] - a[3], a[1] - b[3])


def join(boxes: Sequence[BBox]) -> BBox:
    """Return the box around boxes; like `extent` it leaves out the widest empty stretch of longitudes."""
    spans = sorted((box.west, box.east if box.east >= box.west else box.east + 360) for box in boxes)
    gaps, reach = [], spans[0][1]
    for west, east in spans[1:]:
        gaps.append((west - reach, west, reach))
        reach = max(reach, east)
    gaps.append((spans[0][0] + 360 - reach, spans[0][0], reach))
    _, west, east = max(gaps)
    return BBox(
        west, min(box.south for box in boxes), east if east <= 180 else round(east - 360, 5), max(box.north for box in boxes)
    )


def _longitudes(lons: list[float]) -> tuple[float, float]:
    gaps = [(lons[0] + 360 - lons[-1], lons[0], lons[-1]), *((b - a, b, a) for a, b in pairwise(lons))]
    gap, west, east = max(gaps)
    return (west, east) if gap > _OPEN else (-180.0, 180.0)
