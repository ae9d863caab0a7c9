"""How fast and how large: searches on the railways beside plain scipy and scgraph, many legs in one call, the memory of the network."""

from __future__ import annotations

import itertools
import random
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from geo.routes import Trip, route, route_all
from geo.routes.network import open_network
from geo.routes.search import subnet

if TYPE_CHECKING:
    from gazetteer.model import Place

#: Run in a process of its own: the most that the railways and a first search take. Imports come before; the libraries are not counted.
_MEMORY = """
import tracemalloc
import numpy, pyproj, scipy.sparse.csgraph, scipy.spatial, shapely
from gazetteer.model import Kind, Place
from geo.routes import route
town = Kind("P", "PPL")
tracemalloc.start()
route(Place("a", "Vladivostok", town, 43.11, 131.87, "RU"), Place("b", "Moscow", town, 55.75, 37.62, "RU"))
print(tracemalloc.get_traced_memory()[1] / 1e6)
"""


def measure_memory() -> dict[str, float]:
    ran = subprocess.run([sys.executable, "-c", _MEMORY], check=True, capture_output=True, text=True)
    return {"memory_mb": round(float(ran.stdout), 1)}


def measure_batch(places: list[Place], count: int = 1000) -> dict[str, float]:
    """Take the processor's time for many legs, one call each and all in one; the pairs of places differ and come in a mixed order."""
    pairs = random.Random(1).sample(list(itertools.permutations(places, 2)), count)
    start = time.process_time()
    alone = [route(*pair) for pair in pairs]
    between = time.process_time()
    together = route_all([Trip(*pair) for pair in pairs])
    end = time.process_time()
    assert list(together) == alone
    return {"legs": len(pairs), "one_by_one_s": round(between - start, 1), "in_one_call_s": round(end - between, 1)}


def milliseconds(call, repeats: int = 5) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def measure_searches(pairs: list[tuple[Place, Place]]) -> dict[str, float]:
    """Time the whole of ``route``, one search of ours, one of scipy on every point of the network, and one of scgraph, on the same legs."""
    network, field = open_network(), subnet(open_network(), None)
    ends = [tuple(int(field.near(place.lat, place.lon, 50.0)[0][0]) for place in pair) for pair in pairs]
    joined = [(a, b) for a, b in ends if field.way(a, b) is not None]
    matrix = every_point(network)
    found = {
        "route_ms": statistics.median(milliseconds(lambda pair=pair: route(*pair)) for pair in pairs),
        "search_ms": statistics.median(milliseconds(lambda a=a, b=b: field.way(a, b)) for a, b in joined),
        "scipy_ms": statistics.median(milliseconds(lambda a=a: search_plainly(matrix, a), 1) for a, _ in joined),
    }
    scgraph = scgraph_search(network, matrix)
    if scgraph is not None:
        found["scgraph_ms"] = statistics.median(milliseconds(lambda a=a, b=b: scgraph(a, b), 1) for a, b in joined)
    return {name: round(value, 2) for name, value in found.items()}


def every_point(network):
    """Put all points and pieces of a network into one sparse matrix: what a search without contraction runs on."""
    from scipy.sparse import csr_matrix

    a, b, km = [], [], []
    for chain in range(len(network.start)):
        inside = np.arange(network.first[chain], network.first[chain + 1])
        points = np.concatenate([[network.start[chain]], inside, [network.end[chain]]])
        a.append(points[:-1])
        b.append(points[1:])
        km.append(np.diff(np.concatenate([[0.0], network.km_to[inside], [network.km[chain]]])))
    a, b, km = np.concatenate(a), np.concatenate(b), np.maximum(np.concatenate(km), 0.001)
    size = len(network.lat)
    return csr_matrix((np.tile(km, 2), (np.concatenate([a, b]), np.concatenate([b, a]))), shape=(size, size))


def search_plainly(matrix, origin: int) -> None:
    from scipy.sparse.csgraph import dijkstra

    dijkstra(matrix, indices=origin, return_predecessors=True)


def scgraph_search(network, matrix):
    """Return scgraph's A* over the same points, or None if it is not installed."""
    try:
        from scgraph import GeoGraph
    except ImportError:
        return None
    bounds = matrix.indptr
    graph = [
        dict(zip(matrix.indices[i:j].tolist(), matrix.data[i:j].tolist(), strict=True)) for i, j in itertools.pairwise(bounds)
    ]
    nodes = np.column_stack([network.lat, network.lon]).tolist()
    world = GeoGraph(graph=graph, nodes=nodes)
    solver = getattr(world, "graph_object", world)
    return lambda a, b: solver.a_star(origin_id=a, destination_id=b, heuristic_fn=world.haversine)
