"""The map under fingers: one scrolls the page, two move and zoom the map, and the page itself never zooms."""

from __future__ import annotations

import pytest

PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
SCROLLED = "new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => told(scrollY))))"
PINS = ("1. Berlin", "2. Prague")


@pytest.fixture
def phone(open_page, pages):
    page = open_page(pages["rail_trip"].as_uri(), **PHONE).page
    return page, page.context.new_cdp_session(page)


def places(page) -> list[tuple[float, float]]:
    """Where two pins are on the map, however far the page is scrolled."""
    stage = page.locator(".stage").bounding_box()
    seen = [page.get_by_role("button", name=name).bounding_box() for name in PINS]
    return [(box["x"] - stage["x"], box["y"] - stage["y"]) for box in seen]


def apart(page) -> float:
    (x, y), (x2, y2) = places(page)
    return ((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5


def touch(session, *ways: tuple[tuple[int, int], tuple[int, int]], steps: int = 8) -> None:
    """Move fingers, each from one point to another."""
    for step in range(steps + 1):
        points = [
            {"x": a[0] + (b[0] - a[0]) * step / steps, "y": a[1] + (b[1] - a[1]) * step / steps, "id": finger}
            for finger, (a, b) in enumerate(ways)
        ]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


class TestOneFinger:
    def test_scrolls_the_page_and_leaves_the_map_alone(self, phone):
        page, session = phone
        before = places(page)
        touch(session, ((200, 250), (200, 70)))
        assert page.evaluate(SCROLLED) > 100
        assert places(page) == before

    def test_is_told_to_take_two(self, phone):
        page, session = phone
        touch(session, ((200, 250), (240, 250)))
        assert page.locator(".hint").inner_text() == "Use two fingers to move the map"

    def test_opens_a_pin_that_it_taps(self, phone):
        page, _ = phone
        page.get_by_role("button", name="2. Prague").tap()
        assert "Prague" in page.locator(".leaflet-popup").inner_text()


class TestTwoFingers:
    def test_that_part_zoom_the_map_and_not_the_page(self, phone):
        page, session = phone
        before = apart(page)
        touch(session, ((180, 200), (110, 200)), ((210, 200), (280, 200)))
        assert apart(page) > before * 1.5
        assert page.evaluate("visualViewport.scale") == 1

    def test_that_move_together_move_the_map_and_not_the_page(self, phone):
        page, session = phone
        (x, y), _ = places(page)
        touch(session, ((150, 200), (190, 240)), ((230, 200), (270, 240)))
        (x2, y2), _ = places(page)
        assert x2 - x > 20
        assert y2 - y > 20
        assert page.evaluate(SCROLLED) == 0
