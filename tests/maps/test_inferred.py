"""What a reader is told of a stop that was read from the context: that no report was found, in every language, and nothing that says more."""

import pytest

import maps
from geo.desk.model import Change
from maps.clock import clocks
from maps.editions import change_words
from maps.embed.json_ld import json_ld
from maps.headline import alt_text, balance, dates_of, summary, title_of
from maps.language import LANGUAGES, language_of
from maps.publication import publish
from maps.stills import marks
from maps.style import read_theme
from tests.maps import example
from tests.maps.stills.drawn import parsed, sheet_of, texts


def stops(code="en"):
    return publish(*example.inferred_trip(), language=language_of(code))["journeys"][0]["stops"]


class TestWords:
    def test_it_is_called_inferred_and_never_reported(self):
        assert [stop["word"] for stop in stops()] == ["reported", "reported", "inferred", "planned, inferred"]

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_every_language_says_that_no_report_was_found(self, code):
        berlin, _, vienna, budapest = stops(code)
        assert "inferred" not in berlin
        assert vienna["inferred"] == budapest["inferred"] == language_of(code).say("inferred.note")
        assert vienna["word"] != berlin["word"] != budapest["word"]
        assert vienna["sources"] == language_of(code).say("inferred.sources")

    def test_nobody_is_said_to_have_arrived(self):
        assert stops()[2]["times"] == ["Mon 11 March 2024"]

    def test_its_passage_says_so_too_for_a_reader_who_narrows_the_story(self):
        berlin, _, vienna, _ = stops()
        assert ["inferred" in quote for stop in (berlin, vienna) for quote in stop["quotes"]] == [False, True]


class TestWhatStandsForTheMap:
    def test_neither_the_title_nor_the_dates_stand_on_it(self):
        itinerary, _ = example.inferred_trip()
        assert title_of(itinerary) == "Ilse Brandt: Berlin to Prague by train"
        assert dates_of(itinerary.journeys[0]) == "Sun 10 March 2024"

    def test_it_is_counted_apart(self):
        assert summary(example.inferred_trip()[0]) == "2 stops and 2 inferred stops, as told in 1 article."

    def test_it_is_among_what_we_do_not_know(self):
        box = balance(example.inferred_trip()[0])
        assert not any("Vienna" in sentence for sentence in box["known"])
        assert "Vienna: we found no report of a stop here, it is inferred from the context." in box["unknown"]

    def test_the_alternative_text_says_so(self):
        assert "3. Vienna (inferred), 4. Budapest (planned, inferred)" in alt_text(example.inferred_trip()[0])

    def test_search_engines_are_not_told_of_it(self):
        data = maps.journey_map(*example.inferred_trip()).data
        (trip,) = json_ld(data, "en")["about"]
        assert [item["item"]["name"] for item in trip["itinerary"]["itemListElement"]] == ["Berlin", "Prague"]

    def test_no_clock_runs_to_it(self):
        (journey,) = example.inferred_trip()[0].journeys
        assert list(clocks(journey)) == [stop.id for stop in journey.stops[:2]]

    def test_a_report_that_was_found_later_is_a_change_that_readers_are_told(self):
        assert change_words(Change("stop", "Vienna", "basis", "inferred", "")) == "Vienna: inferred → reported"


class TestStill:
    def test_its_mark_is_no_other_even_without_colour(self):
        palette = read_theme().light
        rings = {status: marks.pin("1", status, 0, 0, palette, inferred=True) for status in ("happened", "planned")}
        assert rings["happened"] != rings["planned"]
        for status, ring in rings.items():
            assert ring != marks.pin("1", status, 0, 0, palette)
            assert f'fill="{palette.accent}"/>' not in ring, "filled is what is reported"

    def test_the_legend_explains_it_only_where_there_is_one(self):
        words = "inferred stop: no report found"
        assert words in texts(parsed(sheet_of("inferred").svg()))
        assert words not in texts(parsed(sheet_of("rail").svg()))

    def test_the_name_on_the_map_and_the_list_have_the_word(self):
        drawn = texts(parsed(sheet_of("inferred").svg()))
        for name, word in (("Vienna", "inferred"), ("Budapest", "planned, inferred")):
            assert drawn[drawn.index(name) + 1] == word
            assert f"{name}, {word}" in " ".join(drawn), "beyond the edge of the map too"
