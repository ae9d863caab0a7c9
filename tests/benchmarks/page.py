"""What the page costs a reader: sizes, requests, time to paint and faults of access, beside a map of folium's and one of folium-offline's.

Run it as ``python -m tests.benchmarks.page``. It needs Chromium; the network is shut. The last line is one JSON object with all figures.
"""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import folium
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import geo
import maps
from gazetteer import Gazetteer
from geo.reading.articles.folder import expand, known_of
from tests.browser.conftest import FLAGS
from tests.maps import example, journeys

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from geo.model import Itinerary, Route

SEEDS = Path(__file__).parents[2] / "seeds"
RUNS = 5
#: Waited for a script that a page asks the network for: the default folium page has to be given up some time.
PATIENCE_MS = 15_000


def main() -> None:
    """Draw each journey, open it, and print a line for each page and one JSON object."""
    figures: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for name, (itinerary, routes) in stories().items():
            path = Path(scratch) / f"{name}.html"
            maps.write_page(maps.journey_map(itinerary, routes), path)
            figures[name] = {**measured(browser, path), "axe": faults(browser, path)}
            report(name, figures[name])
            if name == "seeds":
                for rival, page in rivals(itinerary, routes, Path(scratch)).items():
                    figures[rival] = measured(browser, page)
                    report(rival, figures[rival])
        browser.close()
    print(json.dumps(figures))


def stories() -> dict[str, tuple[Itinerary, tuple[Route, ...]]]:
    """Return the journeys to draw: the seeds as the program reads them, and others made by rule."""
    articles = [geo.read_article(path, known=known_of(path)) for path in expand([str(SEEDS)])[0]]
    seeds = geo.read_itinerary(articles, Gazetteer.bundled())
    return {
        "seeds": (seeds, tuple(geo.build_routes(seeds))),
        "pacific": example.pacific_trip(),
        "walk of 20 km": journeys.walk(),
        "flight through areas": journeys.areas(),
        "world tour": journeys.world(),
        "500 stops, 20 journeys": journeys.many(),
    }


def rivals(itinerary: Itinerary, routes: tuple[Route, ...], folder: Path) -> dict[str, Path]:
    """Draw the same GeoJSON with folium as it comes, and with folium-offline."""
    import offlinefolium as offline

    geo.write_geojson(itinerary, routes, folder / "rival.geojson")
    features = json.loads((folder / "rival.geojson").read_text(encoding="utf-8"))
    plain = folium.Map()
    folium.GeoJson(features).add_to(plain)
    plain.save(str(folder / "folium.html"))
    alone = offline.Map()
    offline.GeoJson(features).add_to(alone)
    alone.save(str(folder / "folium-offline.html"))
    return {"default folium": folder / "folium.html", "folium-offline": folder / "folium-offline.html"}


def measured(browser: Browser, path: Path) -> dict[str, Any]:
    """Open a page several times with the network shut: bytes, requests, messages, and the median time to the first paint."""
    paints, drawn, asked, said = [], [], set(), []
    for _ in range(RUNS):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(path.as_uri(), timeout=PATIENCE_MS)
        page.wait_for_timeout(150)
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null")
        paints.append(paint)
        drawn.append(page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
        context.close()
    times = [paint for paint in paints if paint is not None]
    data = path.read_bytes()
    return {
        "bytes": len(data),
        "gzipped": len(gzip.compress(data, 9)),
        "requests": len([url for url in asked if url != path.as_uri() and not url.startswith("data:")]),
        "messages": len(said) // RUNS,
        "first_paint_ms": round(median(times)) if times else None,
        "scripts_done_ms": round(median(drawn)),
    }


def faults(browser: Browser, path: Path) -> int:
    """Count axe-core's violations in light and dark."""
    found = 0
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme, offline=True, bypass_csp=True)
        page = context.new_page()
        page.goto(path.as_uri())
        found += len(Axe().run(page).response["violations"])
        context.close()
    return found


def report(name: str, figures: dict[str, Any]) -> None:
    """Print the figures of one page."""
    paint = figures["first_paint_ms"]
    print(
        f"{name:24} {figures['gzipped'] / 1000:7.1f} kB gzipped, {figures['requests']} requests, {figures['messages']} messages,"
        f" first paint {f'{paint} ms' if paint is not None else 'never'}, scripts done {figures['scripts_done_ms']} ms"
        + (f", {figures['axe']} faults of access" if "axe" in figures else "")
    )


if __name__ == "__main__":
    main()
