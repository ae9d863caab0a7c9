from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from geo.desk.signing import sign
from maps.publication import publish
from tests.maps import example


def with_address(url: str) -> str:
    itinerary, routes = example.no_journey()
    return publish(replace(itinerary, articles=(replace(itinerary.articles[0], url=url),)), routes)["articles"][0]["url"]


class TestPublish:
    def test_file_names_and_full_texts_stay_at_the_desk(self):
        itinerary, routes = example.rail_trip()
        words = json.dumps(publish(itinerary, routes), ensure_ascii=False)
        assert "secret-desk-name" not in words
        assert all(article.text not in words for article in itinerary.articles)

    def test_no_quote_is_longer_than_25_words(self):
        story = publish(*example.rail_trip())
        quotes = [
            quote
            for journey in story["journeys"]
            for element in journey["stops"] + journey["legs"]
            for quote in element["quotes"]
        ]
        assert quotes
        assert max(len(quote["text"].replace("…", "").split()) for quote in quotes) <= 25

    def test_main_journeys_come_first(self):
        itinerary, routes = example.rail_trip()
        story = publish(replace(itinerary, journeys=itinerary.journeys[::-1]), routes)
        assert [journey["earlier"] for journey in story["journeys"]] == [False, True]

    def test_a_quote_has_its_source_article_and_date(self):
        berlin = publish(*example.rail_trip())["journeys"][0]["stops"][0]
        assert berlin["quotes"][1] == {
            "text": "The envoy's train pulled out of Berlin on Monday, a diplomat told the Daily",
            "source": "The Daily, citing a diplomat (not named)",
            "title": "Envoy left later than said",
            "published": "14 March 2024",
            "url": "",
            "by": ["The Daily", "a diplomat"],
            "day": "2024-03-14",
            "status": "happened",
        }

    def test_times_that_differ_are_both_shown(self):
        berlin = publish(*example.rail_trip())["journeys"][0]["stops"][0]
        assert berlin["times"] == ["Left Sun 10 March 2024 or Mon 11 March 2024 (sources disagree)"]

    def test_a_planned_stop_is_never_said_to_have_been_reached(self):
        budapest = publish(*example.rail_trip())["journeys"][0]["stops"][4]
        assert budapest["times"] == ["Arrival Fri 15 March 2024"]

    def test_an_inferred_line_says_so(self):
        leg = publish(*example.rail_trip())["journeys"][0]["legs"][0]
        assert leg["line"] == "the line follows railway track and was not reported"
        assert leg["how"] == "by train, about 370 km"

    def test_a_line_that_passes_over_a_stop_of_the_list_says_where_it_comes_from(self):
        itinerary, routes = example.inferred_trip()
        (journey,) = itinerary.journeys
        (drawn,) = journey.legs
        over = replace(drawn, destination=journey.stops[2].id)
        rows = [
            publish(replace(itinerary, journeys=(replace(journey, legs=(each,)),)), routes)["journeys"][0]["legs"][0]["listed"]
            for each in (drawn, over)
        ]
        assert rows == ["by train, about 370 km", "Berlin to Vienna, by train, about 370 km"]

    def test_openstreetmap_is_credited_only_where_it_was_used(self):
        assert any("OpenStreetMap" in line for line in publish(*example.rail_trip())["credits"])
        assert not any("OpenStreetMap" in line for line in publish(*example.pacific_trip())["credits"])

    def test_is_a_draft_until_a_person_signs(self):
        itinerary, routes = example.rail_trip()
        assert publish(itinerary, routes)["review"] == ""
        signed = sign(itinerary, by="A. Editor", day=date(2024, 3, 14))
        assert publish(signed, routes)["review"] == "Reviewed by A. Editor, 2024-03-14"

    def test_places_that_stood_for_a_government_say_so(self):
        mentions = publish(*example.rail_trip())["mentions"]
        assert {"id": "test:washington", "name": "Washington", "note": "named for its government"} in mentions


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org"])
def test_web_addresses_are_kept(url):
    assert with_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "https://a b",
        "http://[",
        "ftp://a",
    ],
)
def test_other_addresses_are_not(url):
    assert with_address(url) == ""
