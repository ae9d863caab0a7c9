"""The world's railways and roads as compiled, each opened once a process.

The file is made by ``python -m geo.routes.build``. Points are numbered: first the vertices (junctions, ends, border points), then those
inside each chain of plain track, chain after chain.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["FERRY", "MAIN", "PLAIN", "RAIL", "ROAD", "Network", "open_network", "points_within"]

#: The compiled railways and roads of the world.
RAIL = Path(__file__).with_name("data") / "rail.npz"
ROAD = RAIL.with_name("road.npz")

#: What a chain is: track or road like any other, a main line, a ferry.
PLAIN, MAIN, FERRY = 0, 1, 2
_STEP = 1e-4
#: What a search multiplies lengths by. A main line is taken although another way is shorter, if it is no more than a fifth longer; a
#: ferry has to save a third.
_EASE = np.array([1.0, 0.82, 1.5])


@dataclass(frozen=True, eq=False)
class Network:
    """Track: points in degrees, chains between vertices, and the country of each vertex.

    Attributes
    ----------
    lat, lon
        Of every point, vertices first.
    countries
        ISO 3166-1 alpha-2 codes that ``country`` points into.
    country
        Of each point.
    start, end
        The vertices of each chain.
    first
        The number of the first point inside each chain, and one more at the end: points ``first[i]`` to ``first[i + 1]`` are inside it.
    km_to
        For each point: its distance along its chain from the chain's start; 0 for a vertex.
    km
        The length of each chain.
    kind
        What each chain is: ``PLAIN``, ``MAIN`` or ``FERRY``.
    """

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    countries: tuple[str, ...]
    country: NDArray[np.uint8]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    first: NDArray[np.int64]
    km_to: NDArray[np.float64]
    km: NDArray[np.float64]
    kind: NDArray[np.uint8]

    def ease_of(self, chains: NDArray[np.int64] | slice) -> NDArray[np.float64]:
        """Return what a search multiplies the length of chains by: 1 for plain track."""
        return _EASE[self.kind[chains]]

    @property
    def vertices(self) -> int:
        """How many vertices there are."""
        return int(self.first[0])

    def chain_of(self, points: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the chain that each point inside a chain is in."""
        return np.searchsorted(self.first, points, side="right") - 1

    def vertex_near(self, points: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return a vertex that each point is joined to: itself, or the start of its chain."""
        chain = np.clip(self.chain_of(points), 0, len(self.start) - 1)
        return np.where(points < self.vertices, points, self.start[chain])


@lru_cache(maxsize=4)
def open_network(path: Path = RAIL) -> Network:
    """Open a compiled network, once for each path and process.

    Raises
    ------
    InputError
        If the file is missing or is not a compiled network.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            arrays = {name: data[name] for name in data.files}
        return _assemble(arrays)
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{path} is missing or is not a compiled network: run `make data`.") from error


@lru_cache(maxsize=256)
def points_within(network: Network, lat: float, lon: float, reach_km: float) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the points within reach, nearest first; kept, since a stop is looked up several times for each of its legs."""
    band = np.flatnonzero(np.abs(network.lat - lat) < reach_km / 110.0)
    north = (network.lat[band] - lat) * 111.2
    east = ((network.lon[band] - lon + 180) % 360 - 180) * 111.2 * np.cos(np.radians(lat))
    km = np.hypot(north, east)
    close = np.flatnonzero(km <= reach_km)
    order = close[np.argsort(km[close], kind="stable")]
    return band[order], km[order]


def _assemble(arrays: dict[str, NDArray[np.int32]]) -> Network:
    inside = arrays["inside"].astype(np.int64)
    vertices = len(arrays["country"])
    start = np.cumsum(arrays["start"], dtype=np.int32)
    first = vertices + np.concatenate([[0], np.cumsum(inside)])
    piece_end = np.cumsum(inside + 1)
    along = np.cumsum(arrays["metres"], dtype=np.int64)
    before = along[piece_end - 1] - np.diff(along[piece_end - 1], prepend=0)  # the sum at each chain's start
    is_inner = np.ones(len(along), dtype=bool)
    is_inner[piece_end - 1] = False
    km_to = np.concatenate([np.zeros(vertices), (along[is_inner] - np.repeat(before, inside)) / 1000])
    return Network(
        lat=np.cumsum(arrays["lat"]) * np.float64(_STEP),
        lon=np.cumsum(arrays["lon"]) * np.float64(_STEP),
        countries=tuple(code.decode() for code in arrays["countries"].tolist()),
        country=np.concatenate([arrays["country"], np.repeat(arrays["country"][start], inside)]),
        start=start,
        end=start + arrays["span"],
        first=first,
        km_to=km_to,
        km=(along[piece_end - 1] - before) / 1000,
        kind=arrays["kind"].astype(np.uint8),
    )
