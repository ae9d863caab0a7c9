"""What publishing costs: sizes in kB, and seconds of the processor and of the clock, for the seeds and for journeys of other kinds.

Run it as ``python -m tests.benchmarks.publish``. The last line is one JSON object with all figures.
"""

from __future__ import annotations

import gzip
import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import maps
from geo.export.write import FORMATS, export_bytes
from maps.embed import write_shared
from maps.stills import STILLS, write_stills
from tests.benchmarks.page import stories

if TYPE_CHECKING:
    from geo.model import Itinerary, Route
    from maps.folium_map import JourneyMap

#: What the figures of the seeds are held against.
LIMITS = {"map.svg": 150.0, "card.png": 300.0, "seconds": 3.0}


def main() -> None:
    """Draw the stills of each journey, and pages, exports and a film of the seeds; print a line for each and one JSON object."""
    figures: dict[str, dict[str, float]] = {}
    for name, (itinerary, routes) in stories().items():
        figures[name] = stills(maps.journey_map(itinerary, routes))
        print(f"{name:24} " + ", ".join(f"{key} {value:g}" for key, value in figures[name].items()))
        if name == "seeds":
            over = [key for key, most in LIMITS.items() if figures[name][key] > most]
            print(f"{'':24} limits {LIMITS}: {'kept' if not over else f'not kept for {over}'}")
            for kind, measure in (("pages of the seeds", pages), ("exports of the seeds", exports)):
                figures[kind] = measure(itinerary, routes)
                print(f"{kind:24} " + ", ".join(f"{key} {value:g}" for key, value in figures[kind].items()))
            figures["film of the seeds"] = film(maps.journey_map(itinerary, routes))
            print(
                f"{'film of the seeds':24} "
                + ", ".join(f"{key} {value:g}" for key, value in figures["film of the seeds"].items())
            )
    print(json.dumps(figures))


def stills(m: JourneyMap) -> dict[str, float]:
    """Write all stills once and measure them."""
    with tempfile.TemporaryDirectory() as folder:
        clock, processor = time.perf_counter(), time.process_time()
        write_stills(m, folder)
        times = {"seconds": round(time.perf_counter() - clock, 2), "cpu_seconds": round(time.process_time() - processor, 2)}
        return {**{name: (Path(folder) / name).stat().st_size / 1000 for name in STILLS}, **times}


def pages(itinerary: Itinerary, routes: tuple[Route, ...]) -> dict[str, float]:
    """Write the page, the snippets and the files for other sites once and measure them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock = time.perf_counter()
        m = maps.journey_map(itinerary, routes, base_url="https://news.example/trip", still="map.svg")
        maps.write_page(m, folder / "map.html")
        maps.write_embed(m, folder / "embed.html")
        write_shared(m, folder)
        seconds = round(time.perf_counter() - clock, 2)
        gzipped = len(gzip.compress((folder / "map.html").read_bytes(), 9)) / 1000
        sizes = {path.name: path.stat().st_size / 1000 for path in sorted(folder.iterdir())}
        return {**sizes, "map.html gzipped": gzipped, "seconds": seconds}


def exports(itinerary: Itinerary, routes: tuple[Route, ...]) -> dict[str, float]:
    """Make each export once and measure it: kB, and seconds under the name of the format."""
    figures: dict[str, float] = {}
    for name in FORMATS:
        clock = time.perf_counter()
        figures[name] = len(export_bytes(itinerary, routes, name)) / 1000
        figures[f"{name} seconds"] = round(time.perf_counter() - clock, 2)
    return figures


def film(m: JourneyMap) -> dict[str, float]:
    """Write a film once and measure it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        clock = time.perf_counter()
        maps.write_film(m, path)
        return {"film.mp4": path.stat().st_size / 1000, "seconds": round(time.perf_counter() - clock, 1)}


if __name__ == "__main__":
    main()
