"""Whom an article begins with by what he is, and names in its next sentence; told on Wednesday 15 May 2024, written for these tests."""

import pytest

from tests.geo.stories import journey, legs, stops, tell


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("A Swedish tourist missing in Peru has been found in Cuzco. Lars Holm, 24, flew to Lima on Friday.", "Lars Holm", ["Cusco", "Lima"]),
        ("A Leeds man was arrested in Vienna on Sunday. Paul Grant was put on a train to Prague.", "Paul Grant", ["Vienna", "Prague"]),
        ("A 19-year-old Briton was flown to Lisbon on Thursday. Sandra Cole was driven to Porto.", "Sandra Cole", ["Lisbon", "Porto"]),
        ("The Prince of Wales landed in Boston on Wednesday. William flew on to Chicago.", "William", ["Boston", "Chicago"]),
        ("Two British teachers arrived in Bangkok on Friday. Ann Reid and Joan Moss will fly to London on Saturday.", "Ann Reid and Joan Moss", ["Bangkok", "London"]),
    ],
)  # fmt: skip
def test_the_name_told_next_is_his(text, name, told):
    read = tell(text)
    assert journey(read).traveller == name
    assert stops(read) == told


@pytest.mark.parametrize(
    "text",
    [
        "A Swedish tourist was found in Cuzco. Police chief Lars Holm flew to Lima on Friday.",
        "The tourist was found in Cuzco. Lars Holm flew to Lima on Friday.",
        "Anna Lund was found in Cuzco. Lars Holm flew to Lima on Friday.",
    ],
)
def test_but_not_of_who_has_an_office_or_is_known(text):
    assert "Cusco" not in stops(tell(text))


def test_a_couple_is_named_and_passed_through_towns_on_its_way():
    read = tell(
        "A Norwegian couple who cycled from Oslo to Cape Town reached their goal on Friday. Kari and Ole Haug passed through Vienna, Cairo and Nairobi."
    )
    assert stops(read) == ["Oslo", "Vienna", "Cairo", "Nairobi", "Cape Town"]
    assert len(legs(read)) == 4
