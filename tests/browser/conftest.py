"""A real browser with the network shut, and what a page did in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

import maps
from tests.maps import example, journeys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
#: A browser with many pages open grows slow.
KEPT = 6
JOURNEYS = ("rail_trip", "pacific_trip", "return_trip", "inferred_trip", "no_journey", "hostile")


@dataclass
class Opened:
    """A page, with every request that it made beyond its own file and every message that it wrote."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def scriptless(playwright) -> Iterator[Browser]:
    """A browser that runs no script in any frame.

    Playwright's ``java_script_enabled=False`` comes too late for some sandboxed frames, which live in a process of their own: their
    scripts then run. The browser's own setting is there from the start.
    """
    flags = [*FLAGS, "--blink-settings=scriptEnabled=false"]
    launched = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> dict[str, Path]:
    """Each example, drawn and written."""
    folder = tmp_path_factory.mktemp("pages")
    made = {"walk": journeys.walk, "areas": journeys.areas}
    for name in (*JOURNEYS, *made):
        m = maps.journey_map(*made.get(name, getattr(example, name, None))())
        maps.write_page(m, folder / f"{name}.html")
        maps.write_embed(m, folder / f"{name}-embed.html", page=f"{name}.html")
    return {path.stem: path for path in sorted(folder.glob("*.html"))}


@pytest.fixture(scope="session")
def looked_at(browser, pages) -> Iterator[Callable[..., Opened]]:
    """Open a page once at each width for all the tests that only look at it and touch nothing; the last few are kept."""
    kept: dict[tuple[str, int], Opened] = {}

    def opened(name: str, width: int = 1280) -> Opened:
        found = kept.pop((name, width), None)
        if found is None:
            context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
            found = _opened(context.new_page(), pages[name].as_uri())
        if len(kept) == KEPT:
            kept.pop(next(iter(kept))).page.context.close()
        kept[name, width] = found
        return found

    yield opened
    for each in kept.values():
        each.page.context.close()


@pytest.fixture
def open_page(browser) -> Iterator[Callable[..., Opened]]:
    """Open a file or address anew and wait until it is drawn; what it asked for is recorded and refused."""
    contexts = []

    def opened(address: str, *, width: int = 1280, height: int = 800, **options: object) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": height}, **{"offline": True, **options})
        contexts.append(context)
        return _opened(context.new_page(), address)

    yield opened
    for context in contexts:
        context.close()


def _opened(page: Page, address: str) -> Opened:
    result = Opened(page)
    page.on("request", lambda request: result.requests.append(request.url))
    page.on("console", lambda message: result.messages.append(message.text))
    page.on("pageerror", lambda error: result.messages.append(str(error)))
    page.goto(address)
    result.requests = [url for url in result.requests if url != address and not url.startswith("data:")]
    return result
