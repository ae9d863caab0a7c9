from __future__ import annotations

from dataclasses import replace

from maps.headline import alt_text, balance, dates_of, summary, title_of
from tests.maps import example


def only(itinerary, *statuses):
    """The main journey with its stops' statuses replaced, in order; further stops dropped."""
    journey = itinerary.journeys[0]
    stops = tuple(replace(stop, status=status) for stop, status in zip(journey.stops, statuses, strict=False))
    return replace(itinerary, journeys=(replace(journey, stops=stops, legs=()),))


class TestTitle:
    def test_keeps_the_word_of_every_stop_that_is_not_told_as_done(self):
        title = title_of(example.rail_trip()[0])
        assert (
            title
            == "Ilse Brandt: Berlin to Prague by train; Vienna under way; Slovakia and Budapest planned; Belgrade possible; Zagreb denied"
        )

    def test_of_a_trip_not_begun_claims_nothing(self):
        assert title_of(only(example.rail_trip()[0], "planned")) == "Ilse Brandt: Berlin planned"

    def test_of_a_single_stop(self):
        assert title_of(only(example.rail_trip()[0], "happened")) == "Ilse Brandt: Berlin"

    def test_names_a_few_and_counts_the_rest(self):
        title = title_of(only(example.rail_trip()[0], *["planned"] * 7))
        assert title == "Ilse Brandt: Berlin, Prague, Vienna and 4 more planned"

    def test_of_a_background_trip_says_that_it_is_earlier(self):
        itinerary, _ = example.rail_trip()
        assert (
            title_of(replace(itinerary, journeys=itinerary.journeys[1:]))
            == "Ilse Brandt: Warsaw to Kraków by road (earlier trip)"
        )

    def test_without_a_journey(self):
        assert title_of(example.no_journey()[0]) == "Places in the news: no journey reported"


class TestAltText:
    def test_gives_every_main_stop_its_status(self):
        words = alt_text(example.rail_trip()[0])
        assert "1. Berlin (reported)" in words
        assert "6. Belgrade (possible)" in words
        assert "Warsaw" not in words

    def test_says_who_disagrees_what_nobody_saw_and_that_it_is_a_draft(self):
        words = alt_text(example.rail_trip()[0])
        assert "Mon 11 March 2024 (The Daily, citing a diplomat (not named))" in words
        assert "Not reported as reached: Slovakia, Budapest, Belgrade and Zagreb." in words
        assert words.endswith("Draft, not reviewed.")


class TestBalance:
    def test_conflicts_and_hedges_are_what_we_do_not_know(self):
        told = balance(example.rail_trip()[0])
        assert told["known"][0] == "Ilse Brandt was in Berlin, on a day on which the sources disagree (2 independent sources)."
        assert any("sources disagree" in sentence for sentence in told["unknown"])
        assert any(sentence.startswith("Belgrade") for sentence in told["unknown"])
        assert not any("Belgrade" in sentence for sentence in told["known"])

    def test_under_way_is_not_arrived(self):
        told = balance(example.rail_trip()[0])
        assert "Ilse Brandt is under way, at or towards Vienna (1 independent source)." in told["known"]


def test_dates_of_a_journey_leave_out_what_was_denied():
    journey = example.rail_trip()[0].journeys[0]
    assert dates_of(journey) == "Sun 10 March 2024 to Fri 15 March 2024"
    assert dates_of(replace(journey, stops=tuple(replace(stop, status="denied") for stop in journey.stops))) == ""


def test_summary_counts_stops_trips_and_articles():
    assert summary(example.rail_trip()[0]) == "7 stops and 1 earlier trip, as told in 2 articles."
    assert summary(example.no_journey()[0]) == "No journey is reported in 1 article; 3 places are mentioned."
