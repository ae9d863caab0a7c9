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
