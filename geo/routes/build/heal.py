"""Mend small holes in a network: dead ends and loose parts that stop short of the track that they belong to.

The source was thinned, and thinning cut some lines: a hole of 2.5 km at Rajin, say, would send a train from Pyongyang to Russia
round through China. Holes up to a few kilometres are mended by rule; longer ones only by the reviewed list, see `patches`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from geo.routes.build.track import join

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.routes.build.track import Track

__all__ = ["components", "cost_matrix", "join_components", "join_dead_ends", "positions"]

_EARTH_KM = 6371.0
#: A dead end is joined to a point only if the way round on the track is this many times longer than the gap, and this much longer.
_DETOUR_FACTOR = 5.0
_DETOUR_KM = 10.0


def positions(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points in kilometres from the Earth's centre, shape (n, 3); chords of a few kilometres equal distances on the ground."""
    phi, lam = np.radians(lat), np.radians(lon)
    return _EARTH_KM * np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])


def cost_matrix(track: Track) -> csr_matrix:
    """Return the lengths of pieces as a sparse symmetric matrix over points."""
    size = len(track.lat)
    both = (np.concatenate([track.a, track.b]), np.concatenate([track.b, track.a]))
    return csr_matrix((np.tile(track.km, 2), both), shape=(size, size))


def components(track: Track) -> NDArray[np.int64]:
    """Label each point with the number of its connected part."""
    return np.asarray(connected_components(cost_matrix(track), directed=False)[1], dtype=np.int64)


def join_dead_ends(track: Track, reach_km: float) -> Track:
    """Join each dead end to the nearest point within reach that is far away, or out of reach, along the track.

    Parameters
    ----------
    track
        The network, tidy.
    reach_km
        The longest hole to mend.
    """
    degree = np.bincount(np.concatenate([track.a, track.b]), minlength=len(track.lat))
    ends = np.flatnonzero(degree == 1)
    tree = cKDTree(positions(track.lat, track.lon))
    near = tree.query_ball_point(tree.data[ends], reach_km, return_sorted=True)
    matrix = cost_matrix(track)
    limit = _DETOUR_KM + _DETOUR_FACTOR * reach_km
    pairs = []
    for end, around in zip(ends.tolist(), near, strict=True):
        others = np.array([point for point in around if point != end], dtype=np.int64)
        if not len(others):
            continue
        gap = np.linalg.norm(tree.data[others] - tree.data[end], axis=1)
        way_round = dijkstra(matrix, directed=True, indices=end, limit=limit)[others]
        far = way_round > _DETOUR_KM + _DETOUR_FACTOR * gap
        if far.any():
            best = np.flatnonzero(far)[np.argmin(gap[far])]
            pairs.append(sorted((end, int(others[best]))))
    return join(track, np.unique(np.array(pairs, dtype=np.int64).reshape(-1, 2), axis=0))


def join_components(track: Track, reach_km: float) -> Track:
    """Join parts that come within reach of each other, shortest gaps first, each part to each other once at most.

    Parameters
    ----------
    track
        The network.
    reach_km
        The longest hole to mend.
    """
    label = components(track)
    tree = cKDTree(positions(track.lat, track.lon))
    largest = np.bincount(label).argmax()
    loose = np.flatnonzero(label != largest)
    near = cKDTree(tree.data[loose]).sparse_distance_matrix(tree, reach_km, output_type="coo_matrix")
    a, b, gap = loose[near.row], near.col.astype(np.int64), near.data
    apart = label[a] != label[b]
    a, b, gap = a[apart], b[apart], gap[apart]
    order = np.lexsort((b, a, gap))
    parent = np.arange(label.max() + 1)
    pairs = []
    for one, other in zip(a[order].tolist(), b[order].tolist(), strict=True):
        root_one, root_other = _root(parent, label[one]), _root(parent, label[other])
        if root_one != root_other:
            parent[root_one] = root_other
            pairs.append((one, other))
    return join(track, np.array(pairs, dtype=np.int64))


def _root(parent: NDArray[np.int64], part: int) -> int:
    while parent[part] != part:
        parent[part] = parent[parent[part]]
        part = int(parent[part])
    return part
