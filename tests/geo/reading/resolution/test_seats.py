"""Names that a town shares with a region, with water, or with a larger town."""

import pytest

from gazetteer import Candidate, Kind, Place
from geo.model import Mention, Resolution
from geo.reading.articles.article import article_from_text
from geo.reading.recognition.mentions import MentionFinder
from geo.reading.resolution.resolve import resolve
from geo.reading.resolution.seats import with_towns


@pytest.fixture(scope="module")
def place_of(gaz):
    """The place that the last mention of a name in a text is taken for."""
    finder = MentionFinder(gaz)

    def read(text, name):
        article = article_from_text(text)
        found = with_towns([article], {article.id: resolve(finder.find(article), article, gaz)})[article.id]
        return [r.place for r in found if r.mention.quote.text == name][-1]

    return read


CAPITAL = Place("test:1", "Strelsau", Kind("P", "PPLC"), 50.0, 20.0, "RR", population=900_000)
COUNTRY = Place("test:2", "Strelsau", Kind("A", "PCLI"), 50.0, 20.0, "RR", population=4_000_000)
VILLAGE = Place("test:3", "Strelsau", Kind("P", "PPL"), -30.0, 20.0, "FJ", population=500)


@pytest.fixture
def chosen():
    """What becomes of a village that was chosen, where another place of its name was weighed with some chance."""

    def read(other, chance, *, confidence=0.4, reason="Taken for Strelsau (FJ), a town.", name_kind="name"):
        article = article_from_text("She flew to Strelsau on Monday.")
        mention = Mention(article.quote(12, 20))
        candidate = Candidate(other, "Strelsau", name_kind=name_kind)
        found = Resolution(mention, VILLAGE, confidence, (candidate,), (reason,), (chance,))
        return with_towns([article], {article.id: [found]})[article.id][0]

    return read


class TestFarTowns:
    @pytest.mark.parametrize(("other", "what"), [(CAPITAL, "capital"), (COUNTRY, "country")])
    def test_yield_to_the_capital_or_country_of_their_name(self, chosen, other, what):
        found = chosen(other, 0.3)
        assert (found.place, found.confidence) == (other, 0.3)
        assert found.reasons[-1] == f"The {what} is better known than Strelsau, a town."

    @pytest.mark.parametrize("other", [CAPITAL, COUNTRY])
    @pytest.mark.parametrize("kept", [{"chance": 0.05}, {"chance": 0.3, "name_kind": "alternate"}])
    def test_stay_where_the_other_is_hardly_thinkable_or_only_called_so_as_well(self, chosen, other, kept):
        assert chosen(other, **kept).place == VILLAGE

    def test_stay_where_the_text_tells_of_the_town(self, chosen):
        assert chosen(CAPITAL, 0.3, reason="The text says that it is in Fiji.").place == VILLAGE

    def test_stay_where_they_are_likely_enough_against_a_country(self, chosen):
        assert chosen(COUNTRY, 0.4, confidence=0.6).place == VILLAGE


@pytest.mark.parametrize("name", ["Almaty", "Kyiv", "Salzburg"])
def test_a_bare_name_is_the_town(place_of, name):
    assert place_of(f"The minister flew to {name} on Monday.", name).kind.is_populated


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fires burned in Butte, Placer and Yuba counties in California.", "Butte"),
        ("He drove through the province of Cordoba in Argentina.", "Cordoba"),
    ],
)
def test_what_the_text_calls_a_region_is_no_town(place_of, text, name):
    place = place_of(text, name)
    assert place is None or not place.kind.is_populated


def test_a_name_behind_the_article_is_no_town(place_of):
    place = place_of("She drove through Texas and the Orange.", "Orange")
    assert place is None or not place.kind.is_populated


def test_a_name_behind_the_article_that_says_which_thing_is_meant_stays_a_town(place_of):
    assert place_of("He called the Lisbon office on Monday.", "Lisbon").kind.is_populated


def test_a_well_known_city_is_meant_rather_than_a_town_that_once_bore_its_name(place_of):
    assert place_of("The train ran through Ohio. She went on to Chicago.", "Chicago").name == "Chicago"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The girl was found at a motel in western Oklahoma on Monday.", "Oklahoma", "ADM1"),
        ("The girl flew from Dallas to Oklahoma on Monday.", "Oklahoma", "ADM1"),
        ("The girl flew from Dallas to New York on Monday.", "New York", "PPL"),
        ("The girl drove from Moscow to eastern Almaty on Monday.", "Almaty", "ADM1"),
    ],
)
def test_a_region_is_no_town_that_bears_another_name_nor_where_a_part_of_it_is_meant(place_of, text, name, kind):
    assert place_of(text, name).kind.code == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She met voters in Albany, New York, on Monday.", "New York"),
        ("She met voters in Albany, New York and Boston on Monday.", "New York City"),
        ("She met voters in Albany, New York, on Monday. Then she flew to New York.", "New York City"),
    ],
)
def test_behind_a_town_in_it_the_name_of_a_region_tells_where_that_is(place_of, text, name):
    assert place_of(text, "New York").name == name
