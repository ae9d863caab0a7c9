"""The chains of a path: which one joins two vertices, the points inside it, and how far two ways lie apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.routes.network import Network

__all__ = ["chains_between", "points_inside", "share_apart"]

#: Points nearer than this to the other way are not apart from it on a map, in kilometres.
_APART_KM = 10.0


@lru_cache(maxsize=4)
def _chain_index(network: Network) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the keys ``lower vertex * number of vertices + higher vertex`` of all chains, sorted, and the chains in that order."""
    keys = _keys(network, network.start, network.end)
    order = np.argsort(keys, kind="stable")
    return keys[order], order


def _keys(network: Network, a: NDArray[np.int32], b: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.minimum(a, b).astype(np.int64) * network.vertices + np.maximum(a, b)


def chains_between(network: Network, path: list[int]) -> NDArray[np.int64]:
    """Return the chains that join each vertex of a path to the next."""
    keys, order = _chain_index(network)
    wanted = _keys(network, np.array(path[:-1], dtype=np.int32), np.array(path[1:], dtype=np.int32))
    return order[np.searchsorted(keys, wanted)]


def points_inside(network: Network, chain: int, from_vertex: int) -> NDArray[np.int64]:
    """Return the points between the vertices of a chain, seen from one of them."""
    points = np.arange(network.first[chain], network.first[chain + 1])
    return points if network.start[chain] == from_vertex else points[::-1]


def share_apart(network: Network, one: NDArray[np.int64], other: NDArray[np.int64]) -> float:
    """Return the share of points of the other way that are far from each point of the one."""
    from scipy.spatial import cKDTree

    # Degrees of longitude shrink to the pole: good enough where two ways run side by side.
    shrink = np.cos(np.radians(network.lat[other].mean()))
    flat = [np.column_stack([network.lat[points], network.lon[points] * shrink]) * 111.2 for points in (one, other)]
    return float((cKDTree(flat[0]).query(flat[1])[0] > _APART_KM).mean())
