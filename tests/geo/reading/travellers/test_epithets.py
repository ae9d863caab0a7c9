"""Who is called by a word that is no name: natives, ages, adjectives, and numbers of those named before."""

import pytest

from tests.geo.stories import journey, stops, tell


@pytest.mark.parametrize(
    "who",
    [
        "The Pole",
        "The 34-year-old",
        "The mother of three",
        "The former Olympic rower",
        "The 34-year-old grandmother",
        "The soldier",
        "The Londoner",
    ],
)
def test_the_one_person_named_before_is_meant(who):
    told = tell(f"Ewa Nowak left Lisbon on Monday. {who} reached Porto on Tuesday.")
    assert journey(told).traveller == "Ewa Nowak"
    assert stops(told) == ["Lisbon", "Porto"]


def test_the_wife_of_somebody_is_another():
    told = tell("Jan Lind left Lisbon on Monday. The wife of a banker reached Porto on Tuesday.")
    assert len({j.traveller for j in told.journeys}) == 2


def test_whom_the_story_only_quotes_is_nobody_it_tells_of():
    told = tell('Ewa Nowak left Lisbon on Monday. "She was cheerful," said Jan Lind. The Pole reached Porto on Tuesday.')
    assert {j.traveller for j in told.journeys} == {"Ewa Nowak"}


def test_of_several_an_age_tells_who_is_meant():
    told = tell(
        "Ewa Nowak, 34, and Karl Lund, 51, live in Oslo. Nowak left Lisbon on Monday. Lund stayed behind. "
        "The 34-year-old reached Porto on Tuesday."
    )
    assert journey(told).traveller == "Ewa Nowak"
    assert stops(told) == ["Lisbon", "Porto"]


@pytest.mark.parametrize(
    "some",
    [
        "Two of the six",
        "All six",
        "Three",
        "Only one",
        "Most",
        "Half of them",
        "Several",
    ],
)
def test_a_number_is_one_of_those_named_before(some):
    told = tell(f"Six climbers left Lisbon on Monday. {some} reached Porto on Tuesday.")
    assert stops(told) == ["Lisbon", "Porto"]


def test_both_are_those_two():
    assert stops(tell("Two brothers left Lisbon on Monday. Both arrived in Porto on Tuesday.")) == ["Lisbon", "Porto"]


def test_a_number_with_nobody_before_it_is_nobody():
    assert not tell("Three reached Porto on Tuesday.").journeys


@pytest.mark.parametrize("who", ["The injured", "The accused", "The rescued", "The deceased"])
def test_an_adjective_stands_for_people(who):
    assert stops(tell(f"{who} went from Lisbon to Porto on Monday.")) == ["Lisbon", "Porto"]
