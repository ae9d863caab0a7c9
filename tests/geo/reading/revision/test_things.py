"""Things that are said to go somewhere once, and those that travel."""

import pytest

from tests.geo.stories import stops, tell


@pytest.mark.parametrize(
    "text",
    [
        "An online advertisement to visit Tunisia shows people holding hands.",
        "The new indictment accuses Adam Dahl of lying and then presenting the passport to an airline to travel to Istanbul.",
        "Anna Lund told of her plane: The right engine went out en route to Australia.",
    ],
)
def test_what_is_no_traveller_makes_no_journey(text):
    assert not tell(text).journeys


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The parchment was flown from Rome to Manila on Monday.", ["Rome", "Manila"]),
        ("The first batch of Rwandan refugees was flown to Kisangani on Friday.", ["Kisangani"]),
    ],
)
def test_what_comes_from_one_place_to_another_does(text, told):
    read = tell(text)
    assert [name for _ in read.journeys for name in stops(read)] == told


@pytest.mark.parametrize(
    "text", ["Anna Berg was granted a permit to visit Oslo on Friday.", "The opposition called on Anna Berg to travel to Oslo."]
)
def test_who_has_leave_or_is_called_on_to_go_is_who_may(text):
    assert [j.traveller for j in tell(text).journeys] == ["Anna Berg"]
