"""The map by keyboard alone: the order of Tab, what it brings into view, and what Enter opens."""

from __future__ import annotations

import pytest

FOCUSED = "document.activeElement.getAttribute('aria-label')"
INSIDE = """() => {
    const [mark, stage] = [document.activeElement, document.querySelector('.stage')].map((each) => each.getBoundingClientRect());
    return mark.right > stage.left && mark.left < stage.right && mark.bottom > stage.top && mark.top < stage.bottom;
}"""


@pytest.fixture
def page(open_page, pages):
    return open_page(pages["rail_trip"].as_uri(), reduced_motion="reduce").page


def tabbed(page, count: int) -> list[str]:
    """Press Tab some times; name what was reached on the map."""
    reached = []
    for _ in range(count):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('.leaflet-map-pane'))"):
            reached.append(page.evaluate(FOCUSED))
    return reached


class TestOrder:
    def test_pins_and_then_legs_come_as_in_the_story(self, page):
        reached = tabbed(page, 20)
        stops = [words.split(",")[0] for words in reached if words[0].isdigit()]
        legs = [words.split(",")[0] for words in reached if " to " in words.split(",")[0]]
        assert stops == ["1. Berlin", "2. Prague", "3. Vienna", "4. Slovakia", "5. Budapest", "6. Belgrade", "7. Zagreb"]
        assert legs == [
            "Berlin to Prague", "Prague to Vienna", "Vienna to Slovakia", "Slovakia to Budapest", "Budapest to Belgrade", "Warsaw to Kraków",
        ]  # fmt: skip


class TestFocus:
    def test_what_has_it_is_on_the_map_that_is_seen(self, page):
        for _ in range(3):
            page.get_by_role("button", name="Zoom in").click()
        page.get_by_role("button", name="1. Berlin").focus()
        seen = 0
        for _ in range(14):
            page.keyboard.press("Tab")
            if page.evaluate("Boolean(document.activeElement.closest('.leaflet-map-pane'))"):
                page.wait_for_function(INSIDE)
                seen += 1
        assert seen > 6

    def test_by_mouse_moves_nothing(self, page):
        """The pin stands in the south, so that its popup has room above it in any font; for one in the north the map may move."""
        before = page.get_by_role("button", name="1. Berlin").bounding_box()
        page.get_by_role("button", name="6. Belgrade").click()
        assert page.locator(".leaflet-popup").is_visible()
        assert page.get_by_role("button", name="1. Berlin").bounding_box() == before


class TestEnter:
    def test_on_a_leg_opens_its_card_and_escape_closes_it(self, page):
        page.get_by_role("button", name="Berlin to Prague").focus()
        page.keyboard.press("Enter")
        card = page.locator(".leaflet-popup")
        assert "Berlin to Prague" in card.inner_text()
        assert "by train, about 370 km" in card.inner_text()
        assert "follows railway track and was not reported" in card.inner_text()
        assert page.locator(".leg > button[aria-expanded=true]").inner_text() == "by train, about 370 km"
        page.keyboard.press("Escape")
        card.wait_for(state="detached")

    def test_on_a_leg_beyond_the_map_goes_there(self, page):
        for _ in range(3):
            page.get_by_role("button", name="Zoom in").click()
        page.locator(".hit[aria-label^='Budapest to Belgrade']").focus()
        page.keyboard.press("Enter")
        assert "Budapest to Belgrade" in page.locator(".leaflet-popup").inner_text()
        assert page.locator(".leaflet-popup").bounding_box()["y"] > 0
