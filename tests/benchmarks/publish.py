"""What stills and films cost: sizes in kB, and seconds of the processor and of the clock, for the seeds and for journeys of other kinds.

Run it as ``python -m tests.benchmarks.publish``. The last line is one JSON object with all figures.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import maps
from maps.stills import STILLS, write_stills
from tests.benchmarks.page import stories

if TYPE_CHECKING:
    from maps.folium_map import JourneyMap

#: What the figures of the seeds are held against.
LIMITS = {"map.svg": 150.0, "card.png": 300.0, "seconds": 3.0}


def main() -> None:
    """Draw the stills of each journey, and a film of the seeds; print a line for each and one JSON object."""
    figures: dict[str, dict[str, float]] = {}
    for name, (itinerary, routes) in stories().items():
        figures[name] = stills(maps.journey_map(itinerary, routes))
        print(f"{name:24} " + ", ".join(f"{key} {value:g}" for key, value in figures[name].items()))
        if name == "seeds":
            over = [key for key, most in LIMITS.items() if figures[name][key] > most]
            print(f"{'':24} limits {LIMITS}: {'kept' if not over else f'not kept for {over}'}")
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


def film(m: JourneyMap) -> dict[str, float]:
    """Write a film once and measure it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        clock = time.perf_counter()
        maps.write_film(m, path)
        return {"film.mp4": path.stat().st_size / 1000, "seconds": round(time.perf_counter() - clock, 1)}


if __name__ == "__main__":
    main()
