"""Draw the pictures of the documentation: ``python -m tests.benchmarks.pictures`` writes ``docs/pictures``."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

import maps
from maps.film import SHAPES
from maps.film.frames import Stage
from maps.film.scenes import scenes_of
from maps.stills.picture import picture_of
from tests.benchmarks.page import stories
from tests.browser.conftest import FLAGS
from tests.maps import example

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from playwright.sync_api import ViewportSize

    from tests.maps.journeys import Drawn

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
NAMES = {"seeds": "seeds", "pacific": "pacific", "walk of 20 km": "walk", "flight through areas": "areas"}
LOOKS: tuple[tuple[str, int, int, Literal["light", "dark"]], ...] = (
    ("map", 1280, 720, "light"),
    ("dark", 1280, 720, "dark"),
    ("phone", 390, 844, "light"),
)


def main() -> None:
    """Draw each journey once and photograph it on a desk, in the dark and on a phone."""
    PICTURES.mkdir(exist_ok=True)
    drawn = stories()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for story, name in NAMES.items():
            page_file = Path(scratch) / f"{name}.html"
            maps.write_page(maps.journey_map(*drawn[story]), page_file)
            for look, width, height, scheme in LOOKS:
                page = browser.new_page(viewport=_viewport(name, width, height), color_scheme=scheme)
                page.goto(page_file.as_uri())
                page.screenshot(path=PICTURES / f"{name}-{look}.png", animations="disabled")
                page.close()
        browser.close()
    draw_stills(drawn)


def draw_stills(drawn: Mapping[str, Drawn]) -> None:
    """Draw a still, a card and a frame of a film, from a journey that has every status."""
    rail = maps.journey_map(*example.rail_trip())
    maps.write_still(rail, PICTURES / "still-rail.png")
    maps.write_card(rail, PICTURES / "card-rail.png")
    maps.write_still(maps.journey_map(*drawn["world tour"]), PICTURES / "still-world.png")
    picture = picture_of(rail)
    scenes = scenes_of(picture)
    frame = Stage(picture, SHAPES["16:9"]).frame_of(scenes[4], scenes[:4], 0.6)
    Image.frombytes("RGB", SHAPES["16:9"], frame).save(PICTURES / "film-frame.png", optimize=True)


def _viewport(name: str, width: int, height: int) -> ViewportSize:
    """Make the pictures beside the first one smaller: a map of many coasts is a large file."""
    narrower = width > 1000 and name != "seeds"
    return {"width": width * 4 // 5, "height": height * 4 // 5} if narrower else {"width": width, "height": height}


if __name__ == "__main__":
    main()
