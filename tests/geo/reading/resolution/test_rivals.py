"""Namesakes in a story that travels."""

import pytest

from gazetteer import Candidate, Kind, Place
from geo.model import Mention, Resolution
from geo.reading.articles.article import article_from_text
from geo.reading.resolution.rivals import with_rivals
from tests.geo.stories import gazetteer

TEXT = "From Streitz they sailed to Cape Zenda and Hofbau. They saw Lisbon Airport."
VILLAGE = Place("test:1", "Streitz", Kind("P", "PPL"), -30.0, 20.0, "FJ", population=9_000)
CITY = Place("test:2", "Streitz", Kind("P", "PPLA"), 50.0, 20.0, "RR", population=400_000)
TOWN = Place("test:3", "Streitz", Kind("P", "PPL"), 50.0, 21.0, "RR", population=7_000)
COUNTRY = Place("test:4", "Hofbau", Kind("A", "PCLI"), 51.0, 20.0, "RR", population=4_000_000)
CAPITAL = Place("test:5", "Streitz", Kind("P", "PPLC"), 10.0, 20.0, "GG", population=2_000_000)
COUNTY = Place("test:6", "Streitz County", Kind("A", "ADM2"), -30.0, 20.0, "FJ", population=50_000)
CAPE = Place("test:7", "Cape Zenda", Kind("T", "CAPE"), 40.0, 20.0, "RR")
SUBURB = Place("test:8", "Cape Zenda", Kind("P", "PPL"), -10.0, 20.0, "FJ", population=12_000)


@pytest.fixture
def settled():
    """What becomes of the choice of a place for a name, where another was weighed with some chance."""
    article = article_from_text(TEXT)

    def settle(own, other, chance, *, name="Streitz", story=None, told="Taken for it.", name_kind="name"):
        at = TEXT.index(name)
        candidate = Candidate(other, name, name_kind=name_kind)
        confidence = 0.4 if own is not None else chance
        found = [Resolution(Mention(article.quote(at, at + len(name))), own, confidence, (candidate,), (told,), (chance,))]
        if story is not None:
            at = TEXT.index(story.name)
            found.append(Resolution(Mention(article.quote(at, at + len(story.name))), story, 0.9))
        return with_rivals({article.id: found}, gazetteer())[article.id][0].place

    return settle


class TestCity:
    @pytest.mark.parametrize("own", [VILLAGE, COUNTY])
    def test_is_meant_rather_than_a_village_or_a_county_of_its_name(self, settled, own):
        assert settled(own, CITY, 0.2) == CITY

    def test_is_not_where_it_is_hardly_likely(self, settled):
        assert settled(VILLAGE, CITY, 0.1) == VILLAGE

    def test_is_not_where_it_is_only_called_so_as_well(self, settled):
        assert settled(VILLAGE, CITY, 0.3, name_kind="alternate") == VILLAGE

    def test_is_not_where_the_text_says_where_the_village_lies(self, settled):
        assert settled(VILLAGE, CITY, 0.3, told="The text says that it is in Fiji.") == VILLAGE


class TestTownOfTheStory:
    def test_is_meant_where_its_country_is_named(self, settled):
        assert settled(VILLAGE, TOWN, 0.3, story=COUNTRY) == TOWN

    def test_is_not_where_nothing_else_lies_in_its_country(self, settled):
        assert settled(VILLAGE, TOWN, 0.3) == VILLAGE

    @pytest.mark.parametrize(("other", "meant"), [(TOWN, CAPITAL), (CITY, CITY)])
    def test_takes_the_name_of_a_capital_only_for_a_chief_town(self, settled, other, meant):
        assert settled(CAPITAL, other, 0.3, story=COUNTRY) == meant

    def test_is_meant_though_the_text_calls_it_a_port(self, settled):
        assert settled(VILLAGE, TOWN, 0.3, story=COUNTRY, told="The text calls it a port.") == TOWN

    def test_is_taken_where_no_place_of_the_name_was_likely(self, settled):
        assert settled(None, TOWN, 0.05, story=COUNTRY) == TOWN
        assert settled(None, TOWN, 0.05) is None


def test_a_cape_is_no_town_of_its_name(settled):
    assert settled(SUBURB, CAPE, 0.02, name="Cape Zenda") == CAPE


@pytest.mark.parametrize(("name", "meant"), [("Zenda Island", None), ("Cape Zenda", SUBURB)])
def test_an_island_is_no_town_in_a_country_that_the_story_is_not_about(name, meant):
    article = article_from_text(f"They anchored off {name} on Monday.")
    town = Place("test:9", "Zenda", Kind("P", "PPLA2"), 52.0, -2.0, "GB", population=150_000) if meant is None else meant
    found = Resolution(Mention(article.quote(18, 18 + len(name))), town, 0.5)
    assert with_rivals({article.id: [found]}, gazetteer())[article.id][0].place == meant


class TestAirport:
    FIELD = Place("test:9", "Lisbon Airport", Kind("S", "AIRP"), -30.0, 20.0, "FJ")
    PORTUGAL = Place("test:10", "Hofbau", Kind("A", "PCLI"), 39.5, -8.0, "PT", population=10_000_000)

    def test_is_that_of_the_town_in_a_country_that_the_story_names(self, settled):
        place = settled(self.FIELD, VILLAGE, 0.1, name="Lisbon Airport", story=self.PORTUGAL)
        assert (place.name, place.country) == ("Lisbon", "PT")

    def test_is_what_the_gazetteer_knows_by_its_name_where_nothing_says_otherwise(self, settled):
        assert settled(self.FIELD, VILLAGE, 0.1, name="Lisbon Airport") == self.FIELD
