"""Lists of places of which the parse hangs only the first on the word of travel."""

import pytest

from tests.geo.stories import statuses, stops, tell


@pytest.mark.parametrize(
    "words",
    [
        "planned to go to Lisbon and then the town of Porto",
        "plans to travel to Lisbon, and later on to Porto",
        "will ride through Lisbon and the port city of Porto, arriving in Prague on Friday",
    ],
)
def test_what_a_list_goes_on_with_is_reached_too(words):
    assert stops(tell(f"Anna Berg {words}."))[:2] == ["Lisbon", "Porto"]


def test_a_list_goes_on_behind_what_only_says_where_a_place_is():
    told = tell("From there they went to Lisbon, Prague and up into Hungary. The riders had left Vienna on Monday.")
    assert {"Lisbon", "Prague", "Hungary"} <= statuses(told).keys()


@pytest.mark.parametrize(
    "words",
    [
        "flew to Lisbon, and then the town of Porto fell silent",
        "flew to Lisbon, and Porto-based lawyers followed",
        "flew to Lisbon and then the Porto hotels filled up",
        "flew to Lisbon, and Porto's mayor resigned",
        "flew to Lisbon, and from Porto came no word",
    ],
)
def test_a_name_of_something_else_is_no_member(words):
    assert "Porto" not in stops(tell(f"Anna Berg {words}."))


def test_a_long_list_goes_on_past_a_name_that_no_gazetteer_holds_and_whatever_lies_where():
    told = tell(
        "The frigate will call at Lisbon, Valletta and the Zzyzx Islands in Greece, Haifa in Israel, Muscat, Diego Garcia and "
        "Colombo, before she returns to London."
    )
    assert stops(told) == ["Lisbon", "Valletta", "Greece", "Haifa", "Muscat", "Diego Garcia", "Colombo", "London"]
