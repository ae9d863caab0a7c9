"""What a reader who sees nothing else can tell: from the picture alone, from the list alone, from the alternative text alone.

The story: the envoy left Berlin on Sunday, says the state news agency, or on Monday, says a diplomat; Belgrade is only possible.
"""

from __future__ import annotations

import re

import pytest

ALONE = ("picture", "list", "alternative text")


@pytest.fixture
def told(looked_at):
    """Give the words of one part of the page, as one line."""

    def words(part: str) -> str:
        page = looked_at("rail_trip").page
        if part == "picture":
            seen = page.locator(
                ".label.stop-name:not(.off), .stage .draft, .legend li, .leaflet-marker-pane button.pin"
            ).all_inner_texts()
            return squeezed(" | ".join(seen))
        if part == "list":
            return squeezed(page.locator("#panel").inner_text())
        return squeezed(page.locator(".folium-map").get_attribute("aria-label"))

    return words


def squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words)


@pytest.mark.parametrize("part", ALONE)
class TestEachAlone:
    def test_did_she_reach_belgrade(self, told, part):
        words = told(part)
        assert re.search(r"Belgrade[ (]+possible", words)
        assert not re.search(r"Belgrade[ (]+reported\b", words)

    def test_did_she_reach_prague(self, told, part):
        words = told(part)
        assert "Prague" in words
        assert not re.search(r"Prague[ (]+(planned|possible|denied|under way)", words)

    def test_who_says_that_she_left_on_monday(self, told, part):
        sides = re.search(
            r"Day of departure from Berlin: Sun 10 March 2024 \((.+?)\) or Mon 11 March 2024 \((.+?)\. The sources disagree",
            told(part),
        )
        assert sides
        assert "the state news agency" in sides[1]
        assert "a diplomat (not named)" in sides[2]

    def test_what_is_not_known(self, told, part):
        words = told(part)
        for place, status in (("Budapest", "planned"), ("Belgrade", "possible"), ("Zagreb", "denied")):
            assert re.search(rf"{place}[ (]+{status}", words)
        assert "The sources disagree" in words

    def test_that_no_editor_has_looked(self, told, part):
        assert "Draft, not reviewed" in told(part) or (part == "list" and "not reported as done" in told(part))


def test_the_card_of_a_disputed_stop_gives_both_sides(open_page, pages):
    page = open_page(pages["rail_trip"].as_uri()).page
    page.get_by_role("button", name="1. Berlin").click()
    card = page.locator(".leaflet-popup").inner_text()
    assert "Sun 10 March 2024 (the state news agency" in card
    assert "Mon 11 March 2024 (The Daily, citing a diplomat (not named))" in card
