"""Participles that a place's name is hyphened to."""

import pytest

from tests.geo.stories import claim, statuses, stops, tell


@pytest.mark.parametrize("end", ["landed in Madrid", "was diverted to Madrid", "crashed near Madrid"])
def test_what_was_bound_for_a_place_and_ended_elsewhere_never_came_there(end):
    assert statuses(tell(f"A Lisbon-bound jet {end} on Monday."))["Lisbon"] == "denied"


def test_what_is_bound_for_a_place_is_under_way():
    read = claim(tell("Two people fell ill aboard a Lisbon-bound ferry on Monday."))
    assert (read.traveller, read.status) == ("Lisbon-bound ferry", "under_way")


def test_whoever_visits_what_is_based_at_a_place_is_there():
    assert stops(tell("General Anna Berg will visit a Lisbon-based brigade on Friday.")) == ["Lisbon"]
