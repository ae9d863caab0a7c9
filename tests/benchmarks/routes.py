"""Measure routes against published lengths, and searches against plain scipy and scgraph.

    python -m tests.benchmarks.routes [LEGS.csv]

A CSV of legs has the columns from, to, km and kind; countries (in the order of travel, with spaces between) where they are known. Its places are looked
up in ``data/places.csv``. The last line is one JSON object.
"""

from __future__ import annotations

import csv
import itertools
import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np

from gazetteer.model import Kind, Place
from geo.routes import route
from geo.routes.network import open_network
from geo.routes.search import subnet

_DATA = Path(__file__).with_name("data")
#: How far a length may be from the published one to count as right.
_TOLERANCE = 0.08


def read_places(path: Path) -> dict[str, Place]:
    with path.open(newline="", encoding="utf-8") as file:
        return {
            row["name"]: Place(
                f"benchmark:{row['name']}", row["name"], Kind("P", "PPL"), float(row["lat"]), float(row["lon"]), row["country"]
            )
            for row in csv.DictReader(file)
        }


def read_legs(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def measure_lengths(legs: list[dict[str, str]], places: dict[str, Place]) -> dict[str, float]:
    right, in_order, with_order = 0, 0, 0
    for leg in legs:
        found = route(places[leg["from"]], places[leg["to"]], mode="train")
        off = found.length_km / float(leg["km"]) - 1
        right += abs(off) <= _TOLERANCE and found.basis == "track"
        expected = tuple(leg.get("countries", "").split())
        with_order += bool(expected)
        in_order += bool(expected) and found.countries == expected
        mark = " " if abs(off) <= _TOLERANCE else "!"
        print(
            f"{mark} {leg['from']:>18} - {leg['to']:<18} {float(leg['km']):6.0f} km published {found.length_km:7.0f} found "
            f"{100 * off:+6.1f} %  {found.basis:<12} {' '.join(found.countries)}  {found.note}"
        )
    share = {"within_8_percent": round(right / len(legs), 3)}
    return share | ({"countries_right": round(in_order / with_order, 3)} if with_order else {})


def milliseconds(call, repeats: int = 5) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def measure_searches(legs: list[dict[str, str]], places: dict[str, Place]) -> dict[str, float]:
    """Time the whole of ``route``, one search of ours, one of scipy on every point of the network, and one of scgraph, on the same legs."""
    network, field = open_network(), subnet(open_network(), None)
    ends = [
        tuple(int(field.near(places[leg[end]].lat, places[leg[end]].lon, 50.0)[0][0]) for end in ("from", "to")) for leg in legs
    ]
    joined = [(a, b) for a, b in ends if field.way(a, b) is not None]
    matrix = every_point(network)
    found = {
        "route_ms": statistics.median(
            milliseconds(lambda leg=leg: route(places[leg["from"]], places[leg["to"]])) for leg in legs
        ),
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


def main() -> None:
    legs = read_legs(Path(sys.argv[1]) if len(sys.argv) > 1 else _DATA / "rail_legs.csv")
    start = time.perf_counter()
    open_network()
    results = {"load_ms": round(1000 * (time.perf_counter() - start), 1)}
    places = read_places(_DATA / "places.csv")
    results |= measure_lengths(legs, places)
    results |= measure_searches(legs, places)
    print(json.dumps(results))


if __name__ == "__main__":
    main()
