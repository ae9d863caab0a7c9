"""Sentences that tell of no travel of anybody: about the article itself, or of who takes part from afar."""

import pytest

from tests.geo.stories import stops, tell

TRIP = "Anna Berg flew from Oslo to Lisbon on Monday."


@pytest.mark.parametrize(
    "words",
    [
        "An earlier version of this article said she visited Porto.",
        "CORRECTION: an earlier version said that Anna Berg visited Porto.",
        "Because of an editing error, she was said to have flown to Porto.",
        "Reporting by Jane Roe in Porto; editing by Al Smith in Braga.",
    ],
)
def test_what_an_article_says_of_itself_is_no_journey(words):
    assert stops(tell(f"{TRIP} {words}")) == ["Oslo", "Lisbon"]


@pytest.mark.parametrize(
    "words",
    [
        "She addressed a congress in Tokyo by video link.",
        "She spoke by telephone with a minister in Seoul.",
        "She was absent from talks in Geneva.",
    ],
)
def test_who_takes_part_from_afar_is_not_there(words):
    assert stops(tell(f"{TRIP} {words}")) == ["Oslo", "Lisbon"]


def test_who_takes_part_at_the_place_is_there():
    assert stops(tell(f"{TRIP} She gave a talk in Porto on Tuesday.")) == ["Oslo", "Lisbon", "Porto"]


@pytest.mark.parametrize(
    "words",
    [
        "Anna Berg flies out of Oslo on Friday. After a night in Lisbon she goes on to Porto.",
        "Anna Berg leaves Oslo on Friday. She takes the train to Lisbon and sails to Porto.",
        "The choir leaves Oslo on Friday. It sings in Lisbon before heading to Porto.",
    ],
)
def test_what_follows_a_day_to_come_in_the_present_is_to_come(words):
    assert [(s.place.name, s.status) for j in tell(words).journeys for s in j.stops] == [
        ("Oslo", "planned"),
        ("Lisbon", "planned"),
        ("Porto", "planned"),
    ]
