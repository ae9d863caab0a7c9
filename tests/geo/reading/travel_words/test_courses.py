"""Vehicles that are told by their course."""

import pytest

from tests.geo.stories import statuses, stops, tell


@pytest.mark.parametrize(
    "text",
    [
        "Norair Flight 210 from Graz to Lisbon was diverted to Lyon when a passenger fell ill.",
        "A Norair flight from Graz to Lisbon made an emergency landing in Lyon on Tuesday.",
        "A Norair flight from Graz to Lisbon had to land in Lyon on Monday because of smoke.",
        "Norair Flight 881, flying from Graz to Lisbon, made an unscheduled stop in Lyon.",
        "A Norair jet on a flight from Graz to Lisbon was forced to land in Lyon.",
        "The hijacked plane, on a flight from Graz to Lisbon, landed in Lyon.",
        "The flight from Graz to Lisbon landed in Lyon after a bird strike.",
        "A plane carrying 80 pilgrims from Graz to Lisbon made an emergency landing in Lyon.",
        "A bus from Graz to Lisbon overturned near Lyon on Monday.",
        "The train from Graz to Lisbon derailed at Lyon early on Sunday.",
    ],
)
def test_a_vehicle_that_ends_elsewhere_never_reached_its_goal(text):
    told = tell(text)

    assert statuses(told) == {"Graz": "happened", "Lyon": "happened", "Lisbon": "denied"}
    assert stops(told) == ["Graz", "Lyon", "Lisbon"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norair Flight 44 from Porto to Lisbon took off at noon.", "under_way"),
        ("The train from Porto to Lisbon was held at a signal for six hours.", "under_way"),
        ("The convoy of 12 lorries from Porto to Lisbon was held up by snow.", "under_way"),
        ("The ferry from Porto to Lisbon arrived on Sunday.", "happened"),
    ],
)
def test_what_befell_a_vehicle_on_its_course_befell_it_on_the_way(text, status):
    assert statuses(tell(text)) == {"Porto": "happened", "Lisbon": status}


@pytest.mark.parametrize(
    "text",
    [
        "The bus from Porto to Lisbon takes three hours.",
        "A train from Porto to Lisbon costs 40 euros.",
        "The bus service from Porto to Lisbon was cut in May.",
        "Norair Flight 12 from Porto to Lisbon was cancelled.",
        "The night train from Porto to Lisbon was introduced in 1990.",
    ],
)
def test_a_service_is_no_journey(text):
    assert not tell(text).journeys


@pytest.mark.parametrize(
    "text",
    [
        "The six, four women and two children, left by ferry for Porto on Sunday.",
        "The six sailors, all from Malta, left for Porto.",
    ],
)
def test_who_goes_by_the_only_verb_of_a_sentence_is_not_left(text):
    assert stops(tell(text)) == ["Porto"]


def test_a_flight_that_returned_did_not_come_to_its_goal():
    told = tell("The morning flight from Porto to Lisbon returned shortly after take-off.")

    assert statuses(told) == {"Porto": "happened", "Lisbon": "denied"}
