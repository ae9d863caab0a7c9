"""Prepositions that get back what they name and what they hang on."""

import pytest

from tests.geo.stories import stops, tell


def test_a_name_behind_to_is_no_infinitive():
    assert stops(tell("Friends drove Anna Berg from Graz to Linz on Monday.")) == ["Graz", "Linz"]


def test_a_name_behind_to_that_hangs_on_its_vehicle_closes_no_circle():
    assert tell("The 7.40 Rome to Paris ferry, en route to Riga, sank on Monday.").claims is not None


def test_a_place_behind_after_is_not_who_stops():
    assert stops(tell("After Rio the fleet will stop at Lisbon and Porto before returning to London.")) == [
        "Lisbon",
        "Porto",
        "London",
    ]


@pytest.mark.parametrize("text", ["The freighter will anchor off Lisbon.", "The freighter has anchored off Lisbon."])
def test_what_a_ship_lies_off_is_a_place(text):
    assert stops(tell(text)) == ["Lisbon"]
