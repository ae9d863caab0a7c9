"""What verbs of accidents and of leaving tell of a movement."""

import pytest

from tests.geo.stories import claim, stops, tell


@pytest.mark.parametrize(
    "words",
    [
        "Amtrak train derailed near Lisbon",
        "ferry sank off Lisbon",
        "freighter ran aground at Lisbon",
        "trawler capsized near Lisbon",
    ],
)
def test_a_vehicle_came_as_far_as_where_its_journey_broke_off(words):
    assert stops(tell(f"A {words} on Monday.")) == ["Lisbon"]


def test_most_of_a_train_is_the_train():
    assert claim(tell("Most of a nine-car train derailed near Lisbon on Monday.")).traveller == "nine-car train"


def test_what_was_left_in_a_place_did_not_depart_from_it():
    read = claim(tell("Stolen truck left in Lisbon."))
    assert [(p.role, p.resolution.place.name) for p in read.places] == [("at", "Lisbon")]


def test_whoever_leaves_a_place_in_a_month_departs_from_it():
    assert claim(tell("Anna Berg left Lisbon in March.")).act == "depart"
