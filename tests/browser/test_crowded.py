"""A map of more journeys than anyone should draw: pins give way, names keep their distance, and a stop is found by its name."""

from __future__ import annotations

import pytest

import maps
from tests.browser.test_labels import boxes, overlapping
from tests.maps import journeys


@pytest.fixture(scope="module")
def crowded(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("crowded") / "map.html"
    maps.write_page(maps.journey_map(*journeys.many(12, 25)), path)
    return path.as_uri()


def test_pins_that_would_cover_others_are_dots_until_a_closer_look(open_page, crowded):
    page = open_page(crowded, reduced_motion="reduce").page
    dots = page.locator(".pin.crowded").count()
    assert dots
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
    assert page.locator(".pin.crowded").count() < dots / 2


def test_first_and_last_stop_of_each_journey_keep_their_numbers_before_others(open_page, crowded):
    page = open_page(crowded).page
    numbered = page.locator(".leaflet-marker-pane .pin:not(.crowded)").all_inner_texts()
    assert {"A1", "A25", "L1", "L25"} <= set(numbered)


def test_names_overlap_no_name_in_a_crowd_either(open_page, crowded):
    names = boxes(open_page(crowded).page, ".label:not(.off)")
    assert len(names) > 10
    assert overlapping(names) == []


def test_stops_out_of_view_are_named_at_the_edge_but_only_the_nearest(open_page, crowded):
    page = open_page(crowded, reduced_motion="reduce").page
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    edges = boxes(page, ".label.edge:not(.off)")
    stage = boxes(page, ".stage")[0]
    assert 1 <= len(edges) <= 8
    for left, top, right, bottom, words in edges:
        assert min(left - stage[0], top - stage[1], stage[2] - right, stage[3] - bottom) < 8, words


@pytest.mark.parametrize("words", ["C7. Place 3.7", "place 3.7"])
def test_a_stop_is_found_by_its_number_or_a_part_of_its_name(open_page, crowded, words):
    page = open_page(crowded).page
    page.get_by_role("combobox", name="Find a stop").fill(words)
    page.keyboard.press("Enter")
    assert page.locator(".stop > button[aria-expanded=true] .name").inner_text() == "Place 3.7"
    assert "C7. Place 3.7" in page.locator(".leaflet-popup").inner_text()


def test_few_stops_are_not_searched(looked_at):
    assert looked_at("rail_trip").page.locator("[type=search]").count() == 0
