"""Turn track into chains: junctions, ends and border points as vertices, and what lies between two of them as one piece.

Three points in four lie on plain track, and a search over vertices alone need not visit them. A point is kept as a vertex unless it has
two neighbours, both in its own country, and its two pieces are of one kind (plain, main line, ferry). So a chain with points inside it
lies in one country and is of one kind.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.routes.network import FERRY, MAIN, PLAIN

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
    kind
        What each chain is: ``PLAIN``, ``MAIN`` or ``FERRY``.
    """

    vertices: list[int]
    points: list[list[int]]
    km: list[list[float]]
    kind: list[int]


#: What is on the other side of one piece, seen from a point: the point there, the length, and the piece's kind.
_Piece = tuple[int, float, int]


def contract(track: Track, codes: NDArray[np.str_], kinds: NDArray[np.uint8]) -> Chains:
    """Contract a network.

    Parameters
    ----------
    track
        The network, tidy.
    codes
        The country of each point.
    kinds
        What each piece is: ``PLAIN``, ``MAIN`` or ``FERRY``.

    Returns
    -------
    Chains
        Of two chains between the same vertices one is kept: a main line before plain track before a ferry, then the shorter; and none from a vertex to itself.
        Points without track are left out.
    """
    around = _neighbours(track, kinds)
    inner = [
        len(near) == 2 and near[0][2] == near[1][2] and all(codes[other] == code for other, _, _ in near)
        for near, code in zip(around, codes.tolist(), strict=True)
    ]
    chains = Chains([point for point, near in enumerate(around) if near and not inner[point]], [], [], [])
    done = set[tuple[int, int]]()
    for vertex in chains.vertices:
        _walk_from(vertex, around, inner, chains, done)
    return _best_only(chains)


def _best_only(chains: Chains) -> Chains:
    best: dict[tuple[int, int], int] = {}
    order = (MAIN, PLAIN, FERRY)
    rank = [(order.index(kind), sum(km)) for kind, km in zip(chains.kind, chains.km, strict=True)]
    for chain, points in enumerate(chains.points):
        ends = (min(points[0], points[-1]), max(points[0], points[-1]))
        if ends[0] != ends[1] and (ends not in best or rank[chain] < rank[best[ends]]):
            best[ends] = chain
    kept = sorted(best.values())
    return Chains(
        chains.vertices,
        [chains.points[chain] for chain in kept],
        [chains.km[chain] for chain in kept],
        [chains.kind[chain] for chain in kept],
    )


def _neighbours(track: Track, kinds: NDArray[np.uint8]) -> list[list[_Piece]]:
    around: list[list[_Piece]] = [[] for _ in range(len(track.lat))]
    for a, b, km, kind in zip(track.a.tolist(), track.b.tolist(), track.km.tolist(), kinds.tolist(), strict=True):
        around[a].append((b, km, kind))
        around[b].append((a, km, kind))
    return around


def _walk_from(vertex: int, around: list[list[_Piece]], inner: list[bool], chains: Chains, done: set[tuple[int, int]]) -> None:
    """Follow each piece that leaves a vertex to the next vertex; ``done`` holds the pieces walked, in both directions."""
    for first, first_km, kind in around[vertex]:
        if (vertex, first) in done:
            continue
        points, lengths = [vertex, first], [first_km]
        while inner[points[-1]]:
            (one, one_km, _), (other, other_km, _) = around[points[-1]]
            ahead, km = (other, other_km) if one == points[-2] else (one, one_km)
            points.append(ahead)
            lengths.append(km)
        for here, there in itertools.pairwise(points):
            done.update([(here, there), (there, here)])
        chains.points.append(points)
        chains.km.append(lengths)
        chains.kind.append(kind)
