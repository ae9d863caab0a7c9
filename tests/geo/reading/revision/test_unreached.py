"""Where a vehicle was headed and never came, told in other sentences than the accident."""

import pytest

from tests.geo.stories import statuses, tell


@pytest.mark.parametrize("accident", ["It derailed near Porto.", "Rocks on the line near Porto had derailed it."])
def test_a_train_that_derailed_never_came_where_it_was_going(accident):
    told = statuses(tell(f"Train 55 was travelling from Lisbon to Prague on Monday. {accident}"))
    assert (told["Lisbon"], told["Prague"]) == ("happened", "denied")


def test_nor_is_it_there_because_somebody_else_was():
    told = tell("A ferry was sailing to Lisbon on Monday. It sank off Porto. Ana Berg, a diver, flew to Prague.")
    assert statuses(told) == {"Lisbon": "denied", "Porto": "happened", "Prague": "happened"}


def test_where_it_was_carried_on_to_it_came():
    told = tell("Flight 150 was flying to Lisbon on Monday. It was diverted to Porto. It landed in Lisbon on Tuesday.")
    assert statuses(told)["Lisbon"] == "happened"


def test_what_is_still_on_its_way_is_under_way():
    told = tell("Train 55 is travelling from Lisbon to Prague. Another train derailed near Porto.")
    assert statuses(told)["Prague"] == "under_way"


@pytest.mark.parametrize("journey", ["on a voyage from Lisbon to Oslo", "on passage from Lisbon to Oslo"])
def test_what_was_on_a_voyage_had_not_come_to_its_end(journey):
    told = statuses(tell(f"The research vessel Halvard was {journey} with a crew of ten."))
    assert (told["Lisbon"], told["Oslo"]) == ("happened", "under_way")


@pytest.mark.parametrize(
    "text",
    [
        "The bulk carrier Halvard, on a voyage from Lisbon to Oslo, lost her rudder.",
        "The freighter Halvard, on passage from Lisbon to Oslo, drifted for 14 hours.",
        "The ship, en route from Lisbon to Oslo, was seized by pirates.",
        "The freighter Halvard, on its way from Lisbon to Oslo, was boarded by soldiers.",
        "The bus, on its way from Lisbon to Oslo, plunged into a ravine.",
        "The train was heading from Lisbon to Oslo when it hit a lorry.",
        "The tanker ran aground on Sunday. The Halvard was on its way from Lisbon to Oslo.",
        "A ferry caught fire on its way from Lisbon to Oslo.",
        "An Airbus A330 dropped off radar screens on a night flight from Lisbon to Oslo.",
    ],
)
def test_what_met_with_a_mishap_on_its_way_was_not_seen_to_arrive(text):
    told = statuses(tell(text))
    assert (told["Lisbon"], told["Oslo"]) == ("happened", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "The freighter Halvard, on its way from Lisbon to Oslo, was hijacked near Porto.",
        "On his way from Lisbon to Oslo, Anders Berg stopped in Porto.",
    ],
)
def test_what_happened_on_the_way_comes_between(text):
    assert [s.place.name for j in tell(text).journeys for s in j.stops] == ["Lisbon", "Porto", "Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Anders Berg was scheduled to fly to Lisbon but ended up in Oslo.",
        "Anders Berg was due to fly to Lisbon on Monday but was taken to hospital.",
        "The ferry was due in Lisbon at noon but was diverted to Porto.",
        "The liner was expected in Lisbon on Friday but turned back to Porto.",
        "The singer was flying to Lisbon when he fell ill.",
        "The envoy was on his way to Lisbon when he was taken ill and was flown to Porto.",
        "Two nuns were travelling to Lisbon when they were ambushed near Porto.",
    ],
)
def test_nor_who_was_kept_from_going_there(text):
    assert statuses(tell(text))["Lisbon"] == "denied"


def test_a_plan_that_is_only_put_off_is_one():
    told = tell("The envoy was due to leave for Lisbon on Monday but will now go on Tuesday.")
    assert statuses(told)["Lisbon"] == "planned"


def test_a_ship_that_changed_its_course_had_not_come_from_its_first_goal():
    assert statuses(tell("The ship changed course from Lisbon to Cork on Monday.")) == {"Cork": "under_way"}


@pytest.mark.parametrize(
    "text",
    [
        "A hijacked jet crashed near Porto. The plane had been on a flight from Lisbon to Oslo when two men seized it.",
        "A Boeing 767 crashed near Porto on Saturday. It was on a flight from Lisbon to Oslo.",
    ],
)
def test_a_flight_in_the_story_of_its_crash_came_to_no_end(text):
    told = statuses(tell(text))
    assert (told["Lisbon"], told["Oslo"]) == ("happened", "denied")


def test_a_crowd_that_is_broken_up_is_no_vehicle_that_breaks_down():
    told = tell("One bus left Lisbon on Monday en route to Oslo. The caravan is largely broken up, the president said.")
    assert statuses(told)["Oslo"] == "under_way"
