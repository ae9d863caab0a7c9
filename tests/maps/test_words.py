from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.model import Quote, Source, When
from maps.words import attribution_words, excerpt, published_words, shortened, sources_of_stop, when_words
from tests.maps.example import rail_trip

WORDS = Quote("a", 0, 3, "day")


def when(first: date, last: date, precision: str, **more: object) -> When:
    return When(first, last, precision, WORDS, **more)


class TestWhenWords:
    @pytest.mark.parametrize(
        ("time", "words"),
        [
            (when(date(2023, 9, 12), date(2023, 9, 12), "day"), "Tue 12 Sept 2023"),
            (when(date(2023, 9, 12), date(2023, 9, 12), "part", part="morning"), "Tue 12 Sept 2023, morning"),
            (when(date(2023, 9, 10), date(2023, 9, 13), "range"), "10 Sept to 13 Sept 2023"),
            (when(date(2023, 12, 30), date(2024, 1, 2), "range"), "30 Dec 2023 to 2 Jan 2024"),
            (when(date(2019, 4, 1), date(2019, 4, 30), "month"), "April 2019"),
            (when(date(2019, 1, 1), date(2019, 12, 31), "year"), "2019"),
            (when(date(2023, 9, 11), date(2023, 9, 17), "week"), "week of 11 Sept to 17 Sept 2023"),
        ],
    )
    def test_is_as_fine_as_the_text_and_no_finer(self, time, words):
        assert when_words(time) == words

    def test_a_date_without_a_year_gets_none(self):
        assert when_words(when(date(1904, 9, 10), date(1904, 9, 10), "day", yearless=True)) == "10 Sept"

    def test_an_inferred_date_says_so(self):
        assert when_words(when(date(2023, 9, 12), date(2023, 9, 12), "day", basis="inferred")).endswith("(date inferred)")


class TestAttributionWords:
    def test_names_the_chain_from_outlet_to_origin(self):
        chain = (Source("RT", "state media"), Source("Interfax", "agency"), Source("officials", "unnamed"))
        assert attribution_words(chain) == "RT (state media), citing Interfax, citing officials (not named)"

    def test_is_empty_for_an_article_that_speaks_for_itself(self):
        assert attribution_words(()) == ""


class TestExcerpt:
    def test_a_short_passage_is_whole(self):
        claim = rail_trip()[0].claim("c2")
        assert excerpt(claim) == "reached Prague the same evening"

    def test_a_long_one_is_25_words_that_keep_the_cue(self):
        claim = rail_trip()[0].claim("c6")
        words = excerpt(claim)
        assert len(words.replace("…", "").split()) == 25
        assert " may " in words
        assert words.endswith("…")

    def test_the_cut_follows_the_cue_to_the_end(self):
        itinerary, _ = rail_trip()
        article, claim = itinerary.articles[0], itinerary.claim("c6")
        start = article.text.index("could be done")
        words = excerpt(replace(claim, cue=article.quote(start, start + 5)))
        assert words.startswith("… ")
        assert words.endswith("could be done.")


def test_text_gone_wrong_is_cut_and_shows_that_it_was():
    assert shortened(" a \n b ") == "a b"
    assert shortened("x" * 400).endswith("x…")
    assert len(shortened("x" * 400)) == 160


class TestPublishedWords:
    def test_an_inferred_day_says_so(self):
        assert published_words(date(2023, 9, 12)) == "12 Sept 2023"
        assert published_words(date(2023, 9, 12), inferred=True) == "12 Sept 2023 (date inferred)"

    def test_an_unknown_day_says_so(self):
        assert published_words(None) == "date of publication not known"


class TestSourcesOfStop:
    def test_where_more_days_are_told_than_sources_the_count_says_of_what_it_is(self):
        berlin = rail_trip()[0].journeys[0].stops[0]
        assert sources_of_stop(berlin) == "2 independent sources"
        assert sources_of_stop(replace(berlin, sources=1)) == "reported: 1 independent source; dates that differ: 2"

    def test_a_stop_that_nobody_tells_of_is_called_calculated(self):
        berlin = rail_trip()[0].journeys[0].stops[0]
        assert sources_of_stop(replace(berlin, sources=0)) == "calculated, not reported"
