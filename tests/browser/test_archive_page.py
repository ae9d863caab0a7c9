"""The page of an archive as a reader meets it: nothing asked for, nothing to complain of, and what a cell holds at a click."""

import pytest
from axe_playwright_python.sync_playwright import Axe

import maps
from maps.archive_map import archive_map
from tests.maps.test_archive_map import HOSTILE, PLACES, summary, town


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Draw Norway, and a hostile name in the middle of the sea."""
    file = tmp_path_factory.mktemp("archive") / "summary.html"
    maps.write_page(archive_map(summary(places=[*PLACES, town(HOSTILE, 66.0, 0.5, 30)])), file)
    return file.as_uri()


@pytest.mark.parametrize("width", [360, 1280])
def test_asks_nobody_and_says_nothing(open_page, path, width):
    opened = open_page(path, width=width)
    assert (opened.requests, opened.messages) == ([], [])
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.page.locator(".cell").count() == 3


def test_a_click_on_a_cell_names_its_places_as_text(open_page, path):
    page = open_page(path).page
    page.locator(".cell").nth(2).click()
    words = page.locator(".card").inner_text()
    assert words.startswith("30 mentions")
    assert '<img src=x onerror="document.title=1">{{ 7 * 7 }}' in words
    assert page.title() == "Where the archive takes place"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme, bypass_csp=True).page
    assert Axe().run(page).response["violations"] == []
