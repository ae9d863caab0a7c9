"""Measure routes against published lengths, countries and stations on the way, and searches against plain scipy and scgraph.

    python -m tests.benchmarks.routes [LEGS.csv]

A CSV of legs has the columns from, to, km and source; mode (train where it is missing); countries (in the order of travel, with spaces between) where
they are known. Its places are looked up in ``data/places.csv``. The last line is one JSON object.
"""

from __future__ import annotations

import csv
import itertools
import json
import sys
import time
from pathlib import Path

import numpy as np

from gazetteer.model import Kind, Place
from geo.routes import route
from geo.routes.geometry import geodesic_km
from geo.routes.network import open_network
from tests.benchmarks.route_speed import measure_batch, measure_memory, measure_searches

_DATA = Path(__file__).with_name("data")
#: How far a length may be from the published one to count as right.
_TOLERANCE = 0.08
#: How near the line must pass to a station on the way.
_STATION_KM = 10.0


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
        mode = leg.get("mode") or "train"
        found = route(places[leg["from"]], places[leg["to"]], mode=mode)
        off = found.length_km / float(leg["km"]) - 1
        within = abs(off) <= _TOLERANCE and found.basis != "great circle"
        expected = tuple(leg.get("countries", "").split())
        right += within
        with_order += bool(expected)
        in_order += bool(expected) and found.countries == expected
        print(
            f"{' ' if within else '!'} {leg['from']:>18} - {leg['to']:<18} {mode:<5} {float(leg['km']):6.0f} km published "
            f"{found.length_km:7.0f} found {100 * off:+6.1f} %  {found.basis:<12} {' '.join(found.countries)}  {found.note}"
        )
    share = {"legs": len(legs), "within_8_percent": round(right / len(legs), 3)}
    return share | ({"countries_right": round(in_order / with_order, 3)} if with_order else {})


def measure_stations(rows: list[dict[str, str]], places: dict[str, Place]) -> dict[str, float]:
    """Count the stations, known to lie on the way, that the line passes within 10 km."""
    near = 0
    for row in rows:
        found = route(places[row["from"]], places[row["to"]])
        km = distance_km(found.lines, float(row["lat"]), float(row["lon"]))
        near += km <= _STATION_KM
        print(f"{' ' if km <= _STATION_KM else '!'} {row['from']:>18} - {row['to']:<18} {row['station']:<18} {km:6.1f} km off")
    return {"stations": len(rows), "within_10_km": round(near / len(rows), 3)}


def distance_km(lines, lat: float, lon: float) -> float:
    """Return the distance from a point to a line, its long pieces divided to a kilometre or so."""
    best = np.inf
    for (a, b), _ in ((pair, line) for line in lines for pair in itertools.pairwise(line)):
        steps = max(int(geodesic_km(a, b)), 1)
        share = np.linspace(0, 1, steps + 1)
        east = (a[0] + share * (b[0] - a[0]) - lon) * np.cos(np.radians(lat))
        best = min(best, float(np.hypot(east, a[1] + share * (b[1] - a[1]) - lat).min()) * 111.2)
    return best


def main() -> None:
    places = read_places(_DATA / "places.csv")
    if len(sys.argv) > 1:
        print(json.dumps(measure_lengths(read_legs(Path(sys.argv[1])), places)))
        return
    start = time.perf_counter()
    open_network()
    results = {"load_ms": round(1000 * (time.perf_counter() - start), 1)}
    legs = read_legs(_DATA / "rail_legs.csv")
    results["rail"] = measure_lengths(legs, places)
    results["stations"] = measure_stations(read_legs(_DATA / "rail_stations.csv"), places)
    results["road and sea"] = measure_lengths(read_legs(_DATA / "road_and_sea_legs.csv"), places)
    results["speed"] = measure_searches([(places[leg["from"]], places[leg["to"]]) for leg in legs])
    results["batch"] = measure_batch(list(places.values()))
    results |= measure_memory()
    print(json.dumps(results))


if __name__ == "__main__":
    main()
