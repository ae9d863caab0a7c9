"""Names on the map at every width: none over another, over a pin or over a button, none cut off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

STORIES = ("rail_trip", "pacific_trip", "walk", "areas", "no_journey")
WIDTHS = (320, 390, 768, 1280, 1920)
BOXES = """(selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true })).map((each) => {
    const box = each.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom, each.textContent];
})"""
TOO_WIDE = """[...document.querySelectorAll('html, .panel, .legend, .controls')].filter((each) => each.scrollWidth > each.clientWidth + 1)
    .map((each) => each.className || each.tagName)"""

Box = tuple[float, float, float, float, str]


def boxes(page, selector: str) -> list[Box]:
    return [tuple(box) for box in page.evaluate(BOXES, selector)]


def overlapping(seen: list[Box]) -> list[tuple[str, str]]:
    """Pairs of boxes that share more than a pixel."""
    return [
        (words, other[4])
        for index, (left, top, right, bottom, words) in enumerate(seen)
        for other in seen[index + 1 :]
        if min(right, other[2]) - max(left, other[0]) > 1 and min(bottom, other[3]) - max(top, other[1]) > 1
    ]


@dataclass(frozen=True)
class Look:
    """What is seen of a page as it opens."""

    names: list[Box]
    pins: list[Box]
    controls: list[Box]
    stage: Box
    named: str
    listed: list[str]
    too_wide: list[str]


@pytest.fixture(scope="module")
def look_at(looked_at) -> Callable[[str, int], Look]:
    """Measure each page once at each width."""

    @cache
    def looked(name: str, width: int) -> Look:
        page = looked_at(name, width).page
        return Look(
            names=boxes(page, ".label:not(.off)"),
            pins=boxes(page, ".leaflet-marker-pane .pin:not(.meeting)"),
            controls=boxes(page, ".stage .leaflet-control, .stage .draft"),
            stage=boxes(page, ".stage")[0],
            named=" ".join(page.locator(".label.stop-name:not(.off), .label.edge:not(.off)").all_inner_texts()),
            listed=page.locator(".panel .tone0 .stops .name").all_inner_texts(),
            too_wide=page.evaluate(TOO_WIDE),
        )

    return looked


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", STORIES)
class TestAtEveryWidth:
    def test_no_two_names_or_pins_overlap(self, look_at, name, width):
        look = look_at(name, width)
        assert look.names
        assert overlapping([*look.names, *look.pins]) == []

    def test_no_name_is_under_a_button(self, look_at, name, width):
        look = look_at(name, width)
        for control in look.controls:
            assert [pair for pair in overlapping([*look.names, control]) if control[4] in pair] == []

    def test_no_name_is_cut_off(self, look_at, name, width):
        look = look_at(name, width)
        left, top, right, bottom, _ = look.stage
        cut = [
            words
            for west, north, east, south, words in look.names
            if west < left or north < top or east > right or south > bottom
        ]
        assert cut == []

    def test_every_stop_of_the_main_journey_is_named(self, look_at, name, width):
        look = look_at(name, width)
        assert [stop for stop in look.listed if stop not in look.named] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [*STORIES, "return_trip", "hostile"])
def test_nothing_scrolls_sideways(look_at, name, width):
    assert look_at(name, width).too_wide == []


def test_an_ocean_is_named_once(looked_at):
    page = looked_at("pacific_trip").page
    seas = page.locator(".label.sea:not(.off)").all_inner_texts()
    assert "Pacific Ocean" in seas
    assert len(seas) == len(set(seas))
