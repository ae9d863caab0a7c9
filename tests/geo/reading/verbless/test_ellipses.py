"""Stops that are told by their names alone belong to whoever was last said to travel."""

import pytest

from tests.geo.stories import statuses, stops, tell


@pytest.mark.parametrize(
    "words",
    [
        "Then Lisbon.",
        "Then on to Lisbon.",
        "Next stop: Lisbon.",
        "Two days later, nothing. From there to Lisbon, where it rained.",
        "Day 4: Lisbon.",
    ],
)
def test_a_place_has_its_turn_without_a_verb(words):
    assert statuses(tell(f"Anna Berg flew to Madrid on Monday. {words}")) == {"Madrid": "happened", "Lisbon": "happened"}


def test_a_list_goes_on():
    assert stops(tell("Anna Berg left Paris on Monday. Then Madrid, Lisbon and on to Faro.")) == [
        "Paris",
        "Madrid",
        "Lisbon",
        "Faro",
    ]


@pytest.mark.parametrize("words", ["Tomorrow it is Lisbon.", "Tomorrow, Lisbon.", "Tomorrow: Lisbon."])
def test_what_comes_tomorrow_is_a_plan(words):
    assert statuses(tell(f"We left Paris on Monday. {words}"))["Lisbon"] == "planned"


@pytest.mark.parametrize("words", ["Lisbon by nine, very sick.", "Lisbon at last!", "To Lisbon by mule."])
def test_who_tells_of_himself_needs_no_more_than_the_name(words):
    assert stops(tell(f"Left Paris at six. {words}")) == ["Paris", "Lisbon"]


def test_others_are_not_where_a_name_stands_by_itself():
    assert stops(tell("Anna Berg left Paris on Monday. Lisbon by nine was full of rumours.")) == ["Paris"]


@pytest.mark.parametrize("words", ["Then Lisbon burned.", "Tomorrow Lisbon will vote.", "Next, Lisbon officials said no."])
def test_a_place_with_a_verb_of_its_own_is_told_of(words):
    assert stops(tell(f"Anna Berg left Paris on Monday. {words}")) == ["Paris"]


def test_nobody_is_where_nobody_travelled():
    assert not tell("The festival was loud. Then Lisbon.").claims


def test_it_is_of_who_moved_before_it_and_not_after():
    told = tell("Anna Berg left Paris on Monday. Then Lisbon. Karl Moser flew home to Vienna.")
    assert {c.traveller for c in told.claims if c.places[0].resolution.place.name == "Lisbon"} == {"Anna Berg"}
