"""Who says so: chains of attribution, and how many origins there really are."""

from dataclasses import replace

import pytest

import geo
from geo.journeys.origins import count_origins
from geo.model import Source
from tests.geo.stories import articles, claim, gazetteer, journey, tell

SHE_LEFT = "President Anna Berg left Lisbon for Porto on Sunday"


def chain(text):
    return [(s.name, s.kind) for s in claim(tell(text)).attribution]


def origins(*texts):
    told = tell(*texts)
    return count_origins(told.claims, told.articles)


class TestWhoSays:
    @pytest.mark.parametrize(
        "text",
        [
            f"{SHE_LEFT}, Reuters reported.",
            f"{SHE_LEFT}, according to Reuters.",
            "According to Reuters, President Anna Berg left Lisbon for Porto on Sunday.",
            "Reuters reported that President Anna Berg left Lisbon for Porto on Sunday.",
        ],
    )
    def test_a_source_is_found_wherever_it_stands(self, text):
        assert chain(text) == [("Reuters", "agency")]

    def test_the_article_itself_says_what_nobody_else_does(self):
        assert chain(f"{SHE_LEFT}.") == []

    @pytest.mark.parametrize(
        ("who", "kind"),
        [
            ("state television", "state media"),
            ("the Xinhua news agency", "state media"),
            ("the Kyodo news agency", "agency"),
            ("the Portuguese interior ministry", "official"),
            ("police", "official"),
            ("the Evening Telegraph", "outlet"),
            ("witnesses", "unnamed"),
            ("Otto Kranz", "named"),
        ],
    )
    def test_it_is_told_what_the_source_is(self, who, kind):
        assert [k for _, k in chain(f"{SHE_LEFT}, {who} said.")] == [kind]

    def test_the_name_is_without_its_article(self):
        assert chain(f"{SHE_LEFT}, the Kyodo news agency said.")[0][0] == "Kyodo news agency"

    def test_reportedly_is_somebody_unnamed(self):
        assert chain("President Anna Berg reportedly left Lisbon for Porto on Sunday.") == [("unnamed reports", "unnamed")]

    def test_a_source_stays_with_its_own_clause(self):
        told = tell(f"{SHE_LEFT}, Reuters said. She reached Porto on Monday.")
        assert [[s.name for s in c.attribution] for c in told.claims] == [["Reuters"], []]

    def test_saying_gives_the_source_and_not_the_certainty(self):
        assert claim(tell(f"{SHE_LEFT}, Reuters claimed.")).status == "happened"


class TestChains:
    def test_it_runs_from_the_outlet_to_the_origin(self):
        assert chain(f"{SHE_LEFT}, Reuters reported, citing Portuguese officials.") == [
            ("Reuters", "agency"),
            ("Portuguese officials", "official"),
        ]

    def test_a_report_is_no_link_of_its_own(self):
        assert chain(f"{SHE_LEFT}, a report by nobody in particular said.") == []


class TestOrigins:
    def test_repeats_of_one_origin_are_one(self):
        assert (
            origins(
                f"{SHE_LEFT}, Reuters reported.",
                f"{SHE_LEFT}, according to Reuters.",
                f"{SHE_LEFT}, the Reuters news agency said.",
            )
            == 1
        )

    def test_one_origin_through_two_outlets_is_one(self):
        assert (
            origins(
                f"{SHE_LEFT}, Reuters reported, citing Portuguese officials.",
                f"{SHE_LEFT}, Kyodo reported, citing Portuguese officials.",
            )
            == 1
        )

    def test_two_agencies_are_two(self):
        assert origins(f"{SHE_LEFT}, Reuters reported.", f"{SHE_LEFT}, Kyodo reported.") == 2

    def test_words_that_describe_an_agency_make_no_other_of_it(self):
        assert origins(f"{SHE_LEFT}, the South Korean news agency Yonhap said.", f"{SHE_LEFT}, Yonhap said.") == 1

    def test_a_name_and_its_initials_are_one(self):
        assert origins(f"{SHE_LEFT}, the Central Harbour Gazette said.", f"{SHE_LEFT}, the CHG reported.") == 1

    def test_articles_that_speak_for_themselves_are_their_own_origins(self):
        assert origins(f"{SHE_LEFT}.", f"{SHE_LEFT}, and it rained.") == 2

    def test_articles_of_one_publisher_are_one(self):
        texts = [replace(a, publisher="The Quay") for a in articles(f"{SHE_LEFT}.", f"{SHE_LEFT}, and it rained.")]
        told = geo.read_itinerary(texts, gazetteer())
        assert count_origins(told.claims, told.articles) == 1

    def test_a_source_that_nobody_names_does_not_hide_the_one_that_passes_it_on(self):
        told = tell(f"{SHE_LEFT}, Reuters reported.")
        (read,) = told.claims
        anonymous = replace(read, attribution=(*read.attribution, Source("unnamed", "unnamed")))
        assert count_origins([read, anonymous], told.articles) == 1

    def test_nothing_has_less_than_one(self):
        assert count_origins([], []) == 1

    def test_stops_and_legs_count_origins_and_not_sentences(self):
        told = journey(tell(f"{SHE_LEFT}, Reuters reported.", f"{SHE_LEFT}, according to Reuters."))
        assert [s.sources for s in told.stops] == [1, 1]
        assert [leg.sources for leg in told.legs] == [1]
