"""Turn track into chains: junctions, ends and border points as vertices, and what lies between two of them as one piece.

Two points in three lie on plain track; a search over vertices alone visits a third of them. A point is kept as a vertex unless it has
two neighbours, both in its own country, so a chain with points inside it lies in one country.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from geo.routes.build.track import Track

__all__ = ["Chains", "contract"]


@dataclass(frozen=True, slots=True)
class Chains:
    """A contracted network.

    Attributes
    ----------
    vertices
        Points of the track that are vertices.
    points
        For each chain, the points that it runs through, vertices at both ends included.
    km
        For each chain, the length of each of its pieces.
    """

    vertices: list[int]
    points: list[list[int]]
    km: list[list[float]]


def contract(track: Track, codes: NDArray[np.str_]) -> Chains:
    """Contract a network.

    Parameters
    ----------
    track
        The network, tidy.
    codes
        The country of each point.

    Returns
    -------
    Chains
        Of two chains between the same vertices only the shorter is kept, and no chain from a vertex to itself: no shortest way takes
        them. Points without track are left out.
    """
    around = _neighbours(track)
    inner = [
        len(near) == 2 and all(codes[other] == code for other, _ in near)
        for near, code in zip(around, codes.tolist(), strict=True)
    ]
    chains = Chains([point for point, near in enumerate(around) if near and not inner[point]], [], [])
    done = set[tuple[int, int]]()
    for vertex in chains.vertices:
        _walk_from(vertex, around, inner, chains, done)
    return _shortest_only(chains)


def _shortest_only(chains: Chains) -> Chains:
    best: dict[tuple[int, int], int] = {}
    for chain, points in enumerate(chains.points):
        ends = (min(points[0], points[-1]), max(points[0], points[-1]))
        if ends[0] != ends[1] and (ends not in best or sum(chains.km[chain]) < sum(chains.km[best[ends]])):
            best[ends] = chain
    kept = sorted(best.values())
    return Chains(chains.vertices, [chains.points[chain] for chain in kept], [chains.km[chain] for chain in kept])


def _neighbours(track: Track) -> list[list[tuple[int, float]]]:
    around: list[list[tuple[int, float]]] = [[] for _ in range(len(track.lat))]
    for a, b, km in zip(track.a.tolist(), track.b.tolist(), track.km.tolist(), strict=True):
        around[a].append((b, km))
        around[b].append((a, km))
    return around


def _walk_from(
    vertex: int, around: list[list[tuple[int, float]]], inner: list[bool], chains: Chains, done: set[tuple[int, int]]
) -> None:
    """Follow each piece that leaves a vertex to the next vertex; ``done`` holds the pieces walked, in both directions."""
    for first, first_km in around[vertex]:
        if (vertex, first) in done:
            continue
        points, lengths = [vertex, first], [first_km]
        while inner[points[-1]]:
            (one, one_km), (other, other_km) = around[points[-1]]
            ahead, km = (other, other_km) if one == points[-2] else (one, one_km)
            points.append(ahead)
            lengths.append(km)
        for here, there in itertools.pairwise(points):
            done.update([(here, there), (there, here)])
        chains.points.append(points)
        chains.km.append(lengths)
