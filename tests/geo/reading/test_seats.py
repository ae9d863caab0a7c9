"""Names that a town shares with a region, with water, or with a larger town."""

import pytest

from geo.reading.article import article_from_text
from geo.reading.mentions import MentionFinder
from geo.reading.resolve import resolve
from geo.reading.seats import with_towns


@pytest.fixture(scope="module")
def place_of(gaz):
    """The place that the last mention of a name in a text is taken for."""
    finder = MentionFinder(gaz)

    def read(text, name):
        article = article_from_text(text)
        found = with_towns([article], {article.id: resolve(finder.find(article), article, gaz)})[article.id]
        return [r.place for r in found if r.mention.quote.text == name][-1]

    return read


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
