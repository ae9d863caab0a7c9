"""Those who are counted first and named afterwards, and families, are told of under one name."""

import pytest

from tests.geo.stories import stops, tell


@pytest.mark.parametrize(
    "words",
    [
        "Two British balloonists came down near Porto on Saturday. Peter Aldrich, 49, and Simon Maule, 38, had lifted off from Lisbon.",
        "A Danish couple reached Porto on Sunday. Jens and Karen Lund left Lisbon in a camper van in May.",
        "Three Leeds students were found in Porto on Sunday. Amy Ward, Tom Hill and Raj Patel had set out from Lisbon on Friday.",
        "Pastor Luke Dettmer and his family left Lisbon on Sunday. The Dettmers reached Porto on Monday.",
        "Anna Berg left Lisbon on Sunday. The Berg family reached Porto on Monday.",
        "Anna Berg left Lisbon on Sunday. The Berg party reached Porto on Monday.",
        "Miss Ann Lowe left Lisbon on Sunday. Ann Lowe reached Porto on Monday.",
    ],
)
def test_they_are_one_party(words):
    assert stops(tell(words)) == ["Lisbon", "Porto"]


@pytest.mark.parametrize(
    "words",
    [
        "Two British balloonists reached Porto on Saturday. Amy Ward, Tom Hill and Raj Patel left Lisbon on Friday.",
        "Anna Berg left Lisbon on Sunday and flew to Madrid. The Lunds went to Porto and Braga.",
        "Anna Berg left Lisbon on Sunday. Otto Berg went to Madrid. The Bergs reached Porto on Monday.",
    ],
)
def test_others_are_not(words):
    assert len({j.traveller for j in tell(words).journeys}) > 1


def test_a_measure_travels_nowhere():
    assert not tell("A wind of 40 knots had carried 19,000 feet to Porto.").journeys


def test_a_family_goes_by_its_name_in_the_plural():
    assert stops(tell("The Berg family left Lisbon on Sunday. The Bergs reached Porto on Monday.")) == ["Lisbon", "Porto"]
