"""The page as a reader meets it: in a browser, with no network."""

from __future__ import annotations

import gzip
import json
import re
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

import geo
import maps
from geo.journeys.itinerary_file.itinerary import load_itinerary
from maps.language import LANGUAGES
from maps.style import read_theme
from tests.browser.conftest import JOURNEYS
from tests.maps import example, journeys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


#: Presses all that can be pressed in the story, a stop's quotes opened before the next.
EVERY_BUTTON = (
    "[...document.querySelectorAll('.panel button')].filter((each) => each.checkVisibility()).forEach((each) => each.click())"
)


@pytest.mark.parametrize("name", JOURNEYS)
class TestEveryPage:
    def test_asks_nobody_and_says_nothing(self, looked_at, name):
        opened = looked_at(name)
        opened.page.locator(".land").first.wait_for(state="attached")
        assert opened.requests == []
        assert opened.messages == []

    def test_says_that_nobody_reviewed_it(self, looked_at, name):
        assert looked_at(name).page.get_by_text("Draft, not reviewed").is_visible()

    def test_is_small(self, pages, name):
        assert len(gzip.compress(pages[name].read_bytes(), 9)) <= 150_000


class TestKeyboard:
    def test_tab_reaches_every_stop_on_the_map_and_in_the_list(self, open_page, pages):
        page = open_page(pages["rail_trip"].as_uri()).page
        reached = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"))
        for place in ("Berlin", "Prague", "Vienna", "Slovakia", "Budapest", "Belgrade", "Zagreb", "Warsaw", "Kraków"):
            assert len([words for words in reached if place in words]) >= 2, place

    def test_enter_opens_a_stop_and_escape_closes_it(self, open_page, pages):
        page = open_page(pages["rail_trip"].as_uri()).page
        page.get_by_role("button", name="6. Belgrade").focus()
        page.keyboard.press("Enter")
        card = page.locator(".leaflet-popup")
        assert "possible" in card.inner_text()
        assert page.locator(".stop > button[aria-expanded=true]").inner_text().startswith("6")
        page.keyboard.press("Escape")
        card.wait_for(state="detached")
        assert page.locator("[aria-expanded=true]").count() == 0

    def test_next_goes_through_the_stops_in_order(self, open_page, pages):
        page = open_page(pages["pacific_trip"].as_uri()).page
        seen = []
        for _ in range(4):
            page.get_by_role("button", name="Next").click()
            seen.append(page.locator(".stop > button[aria-expanded=true] .name").inner_text())
        assert seen == ["Yokohama", "Honolulu", "San Francisco", "Suva"]

    def test_every_button_is_large_enough_to_hit(self, looked_at):
        page = looked_at("rail_trip", 390).page
        small = page.evaluate(
            "[...document.querySelectorAll('button, summary, .leaflet-bar a')].filter((each) => each.checkVisibility()"
            " && !each.closest('.leaflet-marker-pane .earlier') && each.getBoundingClientRect().height < 24).map((each) => each.outerHTML)"
        )
        assert small == []


class TestAccessibility:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("name", ["rail_trip", "inferred_trip", "no_journey"])
    def test_axe_finds_nothing(self, open_page, pages, name, scheme):
        page = open_page(pages[name].as_uri(), color_scheme=scheme, bypass_csp=True).page
        page.locator(".land").first.wait_for(state="attached")
        found = Axe().run(page).response
        assert found["passes"]
        assert [violation["id"] for violation in found["violations"]] == []


class TestPicture:
    def test_number_on_the_pin_is_the_number_in_the_list(self, looked_at):
        page = looked_at("pacific_trip").page
        pins = page.locator(".leaflet-marker-pane button.pin").all_inner_texts()
        listed = page.locator(".stops .pin").all_inner_texts()
        assert pins == listed == ["1", "2", "3", "4"]

    def test_an_inferred_stop_is_a_thin_ring_that_says_so_wherever_it_stands(self, looked_at):
        page = looked_at("inferred_trip").page
        pin = page.get_by_role("button", name="3. Vienna, inferred, Mon 11 March 2024")
        assert pin.count() == 1
        ring = pin.evaluate("(pin) => { const look = getComputedStyle(pin); return [look.borderTopWidth, look.fontWeight] }")
        assert ring == ["1px", "400"]
        assert "inferred stop: no report found" in page.locator(".legend").inner_text()
        page.locator(".stop > button", has_text="Vienna").click()
        note = "We found no report of a stop here: it is inferred from the context."
        assert page.locator(".stop .note").inner_text() == note
        assert page.locator(".card .note").inner_text() == note

    def test_planned_stops_are_hollow_and_carry_the_word(self, looked_at):
        page = looked_at("rail_trip").page
        colour = "(pin) => getComputedStyle(pin).backgroundColor"
        done = page.get_by_role("button", name="1. Berlin").evaluate(colour)
        planned = page.get_by_role("button", name="5. Budapest").evaluate(colour)
        assert done != planned
        assert "planned" in page.locator(".label.stop-name", has_text="Budapest").inner_text()

    def test_one_place_twice_has_pins_side_by_side_and_one_name(self, looked_at):
        page = looked_at("return_trip").page
        first, last = (page.get_by_role("button", name=name).bounding_box() for name in ("1. Berlin", "3. Berlin"))
        assert last["x"] - first["x"] >= 24
        assert last["y"] == first["y"]
        assert page.locator(".label.stop-name", has_text="Berlin").count() == 1

    def test_a_stop_that_the_map_does_not_show_is_named_at_its_edge(self, open_page, pages):
        page = open_page(pages["rail_trip"].as_uri(), reduced_motion="reduce").page
        for _ in range(2):
            page.get_by_role("button", name="Zoom in").click()
        edge = page.locator(".label.edge:not(.off)", has_text="6. Belgrade, possible")
        assert edge.inner_text()[-1] in "↓↘"

    def test_legend_shows_only_what_the_map_uses(self, looked_at):
        legend = looked_at("pacific_trip").page.locator(".legend").inner_text()
        assert "by sea" in legend
        assert "by air" in legend
        assert "by train" not in legend
        assert "denied" not in legend

    def test_a_trip_across_the_pacific_is_in_one_piece(self, looked_at):
        page = looked_at("pacific_trip").page
        boxes = page.evaluate("[...document.querySelectorAll('.run')].map((each) => each.getBoundingClientRect().width)")
        left = page.get_by_role("button", name="1. Yokohama").bounding_box()["x"]
        right = page.get_by_role("button", name="3. San Francisco").bounding_box()["x"]
        assert left < right
        assert max(boxes) < right - left

    def test_without_a_journey_the_page_says_so_and_shows_the_places(self, looked_at):
        page = looked_at("no_journey").page
        assert "no journey reported" in page.get_by_role("heading", level=1).inner_text()
        assert page.locator(".mention-dot").count() == 3
        assert page.get_by_role("button", name="Next").count() == 0


class TestHostileText:
    def test_nothing_runs_wherever_one_looks_and_only_web_addresses_are_links(self, open_page, pages):
        opened = open_page(pages["hostile"].as_uri())
        opened.page.evaluate(EVERY_BUTTON)
        assert opened.page.locator(".panel .quote").count() > 5
        assert opened.page.locator(".panel a").count() == 0
        assert opened.page.evaluate("window.hit") is None
        assert opened.messages == []
        assert opened.requests == []

    def test_text_is_shown_as_it_was_written(self, looked_at):
        words = looked_at("hostile").page.locator("#panel").inner_text()
        for payload in (
            "</script><script>window.hit=1</script>",
            "<img src=x onerror=window.hit=1>",
            "${window.hit=1}",
            "{{7*7}}",
        ):
            assert payload in words

    def test_the_same_through_an_itinerary_file_and_a_theme(self, open_page, tmp_path):
        opened = open_page(through_files(tmp_path).as_uri())
        opened.page.evaluate(EVERY_BUTTON)
        assert opened.page.evaluate("window.hit") is None
        assert opened.messages == []
        assert opened.requests == []
        assert "<img src=x onerror=window.hit=1>" in opened.page.locator("#panel").inner_text()


class TestControls:
    def test_the_mark_moves_along_the_days_and_is_called_estimated(self, open_page, pages):
        page = open_page(pages["pacific_trip"].as_uri()).page
        page.get_by_role("slider", name="Day of the journey").focus()
        for _ in range(8):
            page.keyboard.press("ArrowRight")
        assert page.locator(".leaflet-marker-pane .mover").count() == 1
        assert "between Yokohama and Honolulu, estimated" in page.locator(".slide .told").first.inner_text()

    def test_by_a_day_only_what_was_published_is_shown(self, open_page, pages):
        page = open_page(pages["rail_trip"].as_uri()).page
        page.get_by_role("slider", name="What had been reported by a day").fill("0")
        words = " ".join(page.locator(".stops").all_inner_texts())
        assert "Zagreb" not in words
        assert "Belgrade" in words
        assert "sources disagree" not in words
        page.get_by_role("button", name="Show everything").click()
        assert "Zagreb" in " ".join(page.locator(".stops").all_inner_texts())

    def test_by_a_source_only_what_it_says_is_shown(self, open_page, pages):
        page = open_page(pages["rail_trip"].as_uri()).page
        page.get_by_role("combobox", name="Source").select_option("a diplomat")
        assert page.locator(".stops .name").all_inner_texts() == ["Berlin"]
        assert page.locator(".leaflet-marker-pane button.pin").count() == 1

    def test_by_a_traveller_only_their_journeys_are_shown(self, open_page, tmp_path):
        maps.write_page(maps.journey_map(*journeys.many(3, 4)), tmp_path / "three.html")
        page = open_page((tmp_path / "three.html").as_uri()).page
        page.get_by_role("combobox", name="Traveller").select_option("Party 2")
        assert page.locator(".leaflet-marker-pane button.pin").all_inner_texts() == ["B1", "B2", "B3", "B4"]

    def test_play_goes_on_by_itself_and_can_be_paused(self, open_page, pages):
        page = open_page(pages["pacific_trip"].as_uri(), reduced_motion="reduce").page
        page.get_by_role("button", name="Play").click()
        assert page.locator(".stop > button[aria-expanded=true] .name").inner_text() == "Yokohama"
        page.get_by_role("button", name="Pause").click()
        assert page.get_by_role("button", name="Play").is_visible()

    def test_what_we_know_can_be_copied_from_a_file(self, open_page, pages):
        page = open_page(pages["rail_trip"].as_uri()).page
        page.get_by_text("As plain text").click()
        assert "Belgrade: the stop is possible" in page.get_by_role("textbox").input_value()
        page.get_by_role("button", name="Copy", exact=True).click()
        assert page.get_by_text("Copied").is_visible()


class TestLanguages:
    @pytest.mark.parametrize("code", LANGUAGES)
    def test_no_phrase_is_missing_and_nothing_scrolls_sideways(self, open_page, tmp_path, code):
        maps.write_page(maps.journey_map(*example.rail_trip(), lang=code), tmp_path / "map.html")
        opened = open_page((tmp_path / "map.html").as_uri(), width=320)
        assert opened.page.locator("html").get_attribute("lang") == code
        assert opened.messages == []
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320


class TestOnPaper:
    def test_prints_on_one_page_without_controls(self, open_page, pages):
        page = open_page(pages["rail_trip"].as_uri()).page
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
        assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
        page.emulate_media(media="print")
        assert not page.get_by_role("button", name="Play").is_visible()


class TestOverHttp:
    def test_the_page_is_the_same_from_a_server(self, open_page, pages):
        folder = pages["rail_trip"].parent
        with serving(folder) as address:
            opened = open_page(f"{address}/rail_trip.html", offline=False)
            opened.page.get_by_role("button", name="1. Berlin").click()
            assert opened.page.locator(".leaflet-popup").is_visible()
        assert opened.requests == []
        assert opened.messages == []


class TestEmbed:
    def test_map_lives_in_a_sandboxed_frame(self, open_page, pages):
        opened = open_page(pages["rail_trip-embed"].as_uri())
        frame = opened.page.frame_locator("iframe")
        frame.get_by_role("button", name="1. Berlin").click()
        assert "Left Sun 10 March 2024" in frame.locator(".leaflet-popup").inner_text()
        assert opened.page.locator("iframe").get_attribute("sandbox") == "allow-scripts allow-popups"
        assert opened.messages == []

    def test_snippet_is_shown_and_has_no_script(self, looked_at):
        page = looked_at("rail_trip-embed").page
        assert page.locator("code").first.inner_text().startswith('<iframe src="rail_trip.html"')
        assert page.locator("script").count() == 0


def through_files(folder: Path) -> Path:
    """Draw the hostile journey from its itinerary file, with a hostile theme."""
    itinerary, routes = example.rail_trip()
    itinerary = replace(itinerary, journeys=example.hostile()[0].journeys)
    geo.write_itinerary(itinerary, folder / "itinerary.yaml")
    credit, name = (json.dumps(payload) for payload in example.PAYLOADS[1:3])
    (folder / "theme.toml").write_text(f"credit = {credit}\n[places]\nHungary = {name}\n", encoding="utf-8")
    m = maps.journey_map(load_itinerary(folder / "itinerary.yaml"), routes, theme=read_theme(folder / "theme.toml"))
    maps.write_page(m, folder / "map.html")
    return folder / "map.html"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
