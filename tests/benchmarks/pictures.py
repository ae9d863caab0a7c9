"""Draw the pictures of the documentation: ``python -m tests.benchmarks.pictures`` writes ``docs/pictures``."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

import maps
from tests.benchmarks.page import stories
from tests.browser.conftest import FLAGS

if TYPE_CHECKING:
    from typing import Literal

    from playwright.sync_api import ViewportSize

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


def _viewport(name: str, width: int, height: int) -> ViewportSize:
    """Make the pictures beside the first one smaller: a map of many coasts is a large file."""
    narrower = width > 1000 and name != "seeds"
    return {"width": width * 4 // 5, "height": height * 4 // 5} if narrower else {"width": width, "height": height}


if __name__ == "__main__":
    main()
