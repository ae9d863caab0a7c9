"""A grid over the globe whose cells have about the same area, so that a map of counts does not favour the north."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SIZES", "Cell", "cell_at", "fitting_size"]

#: Heights of a cell, in degrees of latitude; one degree is 111 km.
SIZES = (5.0, 2.0, 1.0, 0.5, 0.2, 0.1)
#: The grid is fine enough for so many cells across what most of the points span.
_ACROSS = 40
#: The share of points at either end that does not decide on the size.
_OUTLYING = 0.05


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A box in degrees, EPSG:4326."""

    south: float
    west: float
    north: float
    east: float


def cell_at(lat: float, lon: float, size: float) -> Cell:
    """Return the cell that holds a point (degrees) in a grid of ``size`` degrees of latitude.

    Each row has as many cells as it takes for them to be about as wide as high, and they close the circle exactly.
    """
    rows = round(180 / size)
    row = min(int((lat + 90) / size), rows - 1)
    south = -90 + row * size
    columns = max(1, round(360 / size * math.cos(math.radians(south + size / 2))))
    width = 360 / columns
    column = int((lon + 180) % 360 / width) % columns
    edges = (south, -180 + column * width, south + size, -180 + (column + 1) * width)
    return Cell(*(round(edge, 6) for edge in edges))


def fitting_size(points: Iterable[tuple[float, float, int]]) -> float:
    """Choose a size from `SIZES` for points given as (lat, lon, weight), so that where most of them lie is neither a blot nor dust."""
    weighed = list(points)
    spans = [_span(sorted((point[axis], point[2]) for point in weighed)) for axis in (0, 1)]
    return next((size for size in SIZES if max(spans, default=0.0) >= _ACROSS * size), SIZES[-1])


def _span(values: list[tuple[float, int]]) -> float:
    """Measure the span of all but the outlying weight, in degrees."""
    total = sum(weight for _, weight in values)
    passed = 0.0
    inner = []
    for value, weight in values:
        if _OUTLYING * total <= passed + weight and passed <= (1 - _OUTLYING) * total:
            inner.append(value)
        passed += weight
    return inner[-1] - inner[0] if inner else 0.0
