"""The cheapest way along a network, within some countries or anywhere.

Searches run over vertices (Dijkstra's algorithm, by scipy); the chains between them are put back to draw the line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from geo.routes.chains import chains_between, points_inside, share_apart
from geo.routes.network import FERRY, points_within

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    from geo.routes.memory import Memory
    from geo.routes.network import Network

__all__ = ["BORDER_KM", "Subnet", "Tree", "Way", "subnet"]

#: What a border costs, in kilometres, when the search may leave the countries of the leg: few borders are better than many.
BORDER_KM = 150.0
#: A search first looks no farther than this times the straight distance and this many kilometres more: most ways are found there, and a
#: way that is found within a limit is the cheapest of all.
_DETOUR, _NEAR_KM = 1.3, 60.0
#: Another way is about as likely if it costs no more than this times the cheapest. It is found by a search in which the chains of the
#: cheapest cost that much more.
_AS_LIKELY, _PENALTY = 1.05, 1.5
#: It is another way to a reader if this share of it lies apart from the cheapest.
_APART = 0.3


@dataclass(frozen=True, slots=True)
class Way:
    """A way along the network: its points in order, its length in kilometres, how much of that is by ferry, and its whole chains."""

    points: NDArray[np.int64]
    km: float
    ferry_km: float = 0.0
    chains: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Subnet:
    """The part of a network in some countries: what a search runs on.

    Attributes
    ----------
    matrix
        Costs between vertices, symmetric, in kilometres.
    part
        The connected part that each vertex is in; -1 outside the countries.
    """

    network: Network
    matrix: csr_matrix
    part: NDArray[np.int32]

    def near(self, lat: float, lon: float, reach_km: float) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the points within reach of a place, and their distances in kilometres, nearest first."""
        points, km = points_within(self.network, lat, lon, reach_km)
        here = self.part[self.network.vertex_near(points)] >= 0
        return points[here], km[here]

    def way(self, origin: int, destination: int, memory: Memory | None = None) -> Way | None:
        """Find the cheapest way between two points, or None if nothing joins them; with a memory, search from each point once."""
        near_km = _DETOUR * self._crow_km(origin, destination) + _NEAR_KM
        return self.cheapest(origin, destination, (near_km, np.inf), memory)

    def cheapest(self, origin: int, destination: int, limits: tuple[float, ...], memory: Memory | None = None) -> Way | None:
        """Find the cheapest way within one limit of cost after another, or None if none is within the last."""
        direct = self._along_one_chain(origin, destination)
        ease, exits = self._ease(destination), self._exits(destination)
        for limit in limits:
            from_origin = memory.spread(self, origin, limit) if memory else self.spread(origin, limit)
            cost, goal = min((from_origin.cost[vertex] + km * ease, vertex) for vertex, km in exits)
            if cost <= limit:
                break
        if direct is not None and direct.km * ease <= cost:
            return direct
        if not np.isfinite(cost):
            return None
        return self._assemble(origin, from_origin.path_to(goal), destination)

    def _crow_km(self, one: int, other: int) -> float:
        """Return the distance between two points over the globe, in kilometres, to a per cent."""
        lat, lon = np.radians(self.network.lat[[one, other]]), np.radians(self.network.lon[[one, other]])
        half = np.sin(np.diff(lat) / 2) ** 2 + np.cos(lat[0]) * np.cos(lat[1]) * np.sin(np.diff(lon) / 2) ** 2
        return float(2 * 6371.0 * np.arcsin(np.sqrt(half))[0])

    def _exits(self, point: int) -> list[tuple[int, float]]:
        """Return the vertices next to a point with the track between: the point itself, or both ends of its chain."""
        network = self.network
        if point < network.vertices:
            return [(point, 0.0)]
        chain = int(network.chain_of(np.array([point]))[0])
        to_start = float(network.km_to[point])
        return [(int(network.start[chain]), to_start), (int(network.end[chain]), float(network.km[chain]) - to_start)]

    def _ease(self, point: int) -> float:
        """Return what the track at a point inside a chain costs for each kilometre; 1 at a vertex, where it does not matter."""
        network = self.network
        return 1.0 if point < network.vertices else float(network.ease_of(network.chain_of(np.array([point])))[0])

    def _along_one_chain(self, origin: int, destination: int) -> Way | None:
        network = self.network
        if origin == destination:
            return Way(np.array([origin]), 0.0)
        if min(origin, destination) < network.vertices:
            return None
        one, other = network.chain_of(np.array([origin, destination])).tolist()
        if one != other:
            return None
        step = 1 if destination > origin else -1
        km = abs(float(network.km_to[destination] - network.km_to[origin]))
        return Way(np.arange(origin, destination + step, step), km)

    def spread(self, origin: int, limit: float) -> Tree:
        """Search from a point to every vertex within a cost; a point inside a chain joins in as one more vertex."""
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import dijkstra

        matrix, source = self.matrix, origin
        if origin >= self.network.vertices:
            exits = self._exits(origin)
            source = matrix.shape[0]
            indptr = np.append(matrix.indptr, matrix.indptr[-1] + len(exits)).astype(np.int32)
            indices = np.append(matrix.indices, [vertex for vertex, _ in exits]).astype(np.int32)
            data = np.append(matrix.data, [km * self._ease(origin) for _, km in exits])
            matrix = csr_matrix((data, indices, indptr), shape=(source + 1, source + 1))
        cost, before = dijkstra(matrix, directed=True, indices=source, return_predecessors=True, limit=limit)
        return Tree(cost, before, source, limit)

    def _assemble(self, origin: int, vertices: list[int], destination: int) -> Way:
        """Put the chains back between the vertices of a path, and the parts of chains at its ends."""
        network = self.network
        path = [vertex for vertex in vertices if vertex < network.vertices]
        chains = chains_between(network, path)
        pieces = [np.array(path[:1])]
        for chain, here, there in zip(chains, path[:-1], path[1:], strict=True):
            pieces += [points_inside(network, chain, here), np.array([there])]
        km = float(network.km[chains].sum())
        for point, vertex, at_start in ((origin, path[0], True), (destination, path[-1], False)):
            if point >= network.vertices:
                tail, tail_km = self._tail(point, vertex)
                pieces = [tail, *pieces] if at_start else [*pieces, tail[::-1]]
                km += tail_km
        ferry_km = float(network.km[chains[network.kind[chains] == FERRY]].sum())
        return Way(np.concatenate(pieces), km, ferry_km, tuple(chains.tolist()))

    def other_way(self, way: Way) -> Way | None:
        """Find another way between the ends of the cheapest one that is about as likely, or None."""
        entries = self._entries(way)
        data = self.matrix.data.copy()
        most = _AS_LIKELY * float(data[entries].sum()) / 2
        data[entries] *= _PENALTY
        dearer = replace(self, matrix=_with_data(self.matrix, data))
        # A way that lies apart for its least share pays for the rest of it.
        other = dearer.cheapest(int(way.points[0]), int(way.points[-1]), (most * (_APART + (1 - _APART) * _PENALTY),))
        if other is None or float(self.matrix.data[self._entries(other)].sum()) / 2 > most:
            return None
        return other if share_apart(self.network, way.points, other.points) >= _APART else None

    def _entries(self, way: Way) -> NDArray[np.int64]:
        """Return where the matrix holds the costs of a way's chains, in both directions."""
        network, matrix = self.network, self.matrix
        chains = np.array(way.chains, dtype=np.int64)
        rows = np.concatenate([network.start[chains], network.end[chains]])
        columns = np.concatenate([network.end[chains], network.start[chains]])
        starts, stops = matrix.indptr[rows].tolist(), matrix.indptr[rows + 1].tolist()
        found = [
            start + int(np.searchsorted(matrix.indices[start:stop], column))
            for start, stop, column in zip(starts, stops, columns.tolist(), strict=True)
        ]
        return np.array(found, dtype=np.int64)

    def _tail(self, point: int, vertex: int) -> tuple[NDArray[np.int64], float]:
        """Return the points from one inside a chain to a vertex at its end, the vertex left out, and the length."""
        network = self.network
        chain = int(network.chain_of(np.array([point]))[0])
        (start, to_start), (_, to_end) = self._exits(point)
        if vertex == start:
            return np.arange(point, network.first[chain] - 1, -1), to_start
        return np.arange(point, network.first[chain + 1]), to_end


@dataclass(frozen=True, slots=True)
class Tree:
    """All cheapest paths from one vertex, up to a limit of cost."""

    cost: NDArray[np.float64]
    before: NDArray[np.int32]
    source: int
    limit: float

    def path_to(self, goal: int) -> list[int]:
        """Return the vertices on the way to one that was reached."""
        path = [goal]
        while path[-1] != self.source:
            path.append(int(self.before[path[-1]]))
        return path[::-1]


def _with_data(matrix: csr_matrix, data: NDArray[np.float64]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    return csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape)


@lru_cache(maxsize=32)
def subnet(network: Network, countries: frozenset[str] | None, closed: frozenset[frozenset[str]] = frozenset()) -> Subnet:
    """Cut a network down to some countries, or (None) take all of it, with a cost for each border.

    Kept for the next call with the same countries: the legs of one journey mostly need one or two sets.

    Parameters
    ----------
    network
        What to cut down.
    countries
        Codes; None for all.
    closed
        Pairs of countries whose border is not crossed.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    size = network.vertices
    crosses = network.country[network.start] != network.country[network.end]
    if countries is None:
        kept, cost = np.ones(len(network.start), dtype=bool), network.km * network.ease_of(slice(None)) + BORDER_KM * crosses
        allowed = np.ones(size, dtype=bool)
    else:
        listed = np.array([code in countries for code in network.countries])
        allowed = listed[network.country[:size]]
        kept, cost = allowed[network.start] & allowed[network.end], network.km * network.ease_of(slice(None))
    kept &= ~_across(network, closed)
    a, b, cost = network.start[kept], network.end[kept], cost[kept]
    both = (np.concatenate([a, b]), np.concatenate([b, a]))
    matrix = coo_matrix((np.tile(cost, 2), both), shape=(size, size)).tocsr()
    matrix.sort_indices()
    part = np.asarray(connected_components(matrix, directed=False)[1], dtype=np.int32)
    return Subnet(network, matrix, np.where(allowed, part, -1))


def _across(network: Network, closed: frozenset[frozenset[str]]) -> NDArray[np.bool_]:
    """Tell which chains cross one of these borders."""
    number = {code: i for i, code in enumerate(network.countries)}
    one, other = network.country[network.start], network.country[network.end]
    across = np.zeros(len(one), dtype=bool)
    for a, b in (sorted(pair) for pair in closed):
        if a in number and b in number:
            across |= ((one == number[a]) & (other == number[b])) | ((one == number[b]) & (other == number[a]))
    return across
