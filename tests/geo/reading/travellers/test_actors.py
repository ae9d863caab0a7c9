"""Nouns as travellers: one or several, so many that they make no journey, and numbers in any shape."""

import pytest

from geo.reading.travellers.actors import is_many
from tests.geo.stories import stops, tell


@pytest.mark.parametrize("name", ["27 vessels", "two ferries", "armoured buses"])
def test_several_vehicles(name):
    assert is_many(name)


@pytest.mark.parametrize("name", ["the vessel", "bus", "Flight 150", "Queen of the Seas", "Empress of the Ferries"])
def test_one_vehicle(name):
    assert not is_many(name)


@pytest.mark.parametrize("number", ["²", "③", "9" * 5000, "٢٠٠"])
def test_no_number_ends_the_reading(number):
    told = tell(f"Anna Berg left Lisbon on Monday. On Tuesday {number} migrants reached Porto.")
    assert "Lisbon" in [s.place.name for j in told.journeys for s in j.stops]


def test_a_number_with_commas_is_one():
    assert stops(tell("The 5,000 migrants left Lisbon for Porto on Monday.")) == ["Lisbon", "Porto"]


def test_people_without_an_article_are_some_in_particular_where_it_is_told_what_they_did():
    assert stops(tell("Passengers were taken by bus from Lisbon to Porto on Monday.")) == ["Lisbon", "Porto"]


@pytest.mark.parametrize(
    "general", ["Passengers may take the bus from Lisbon to Porto.", "Passengers take the bus from Lisbon to Porto."]
)
def test_what_people_do_in_general_is_no_journey(general):
    assert not tell(general).journeys


@pytest.mark.parametrize(
    "who",
    [
        "The copilot",
        "The retiree",
        "An octogenarian",
        "The newlyweds",
        "A young mare",
        "The dachshund",
        "A lapwing",
        "The supertanker",
        "The hearse",
        "The motorhome",
    ],
)
def test_people_animals_and_vehicles_of_every_kind_travel(who):
    assert stops(tell(f"{who} left Lisbon on Monday and reached Porto on Tuesday.")) == ["Lisbon", "Porto"]


@pytest.mark.parametrize("what", ["The deal", "The debate", "A shortage", "The developer", "The carrier", "The tournament"])
def test_ideas_and_firms_do_not(what):
    assert not tell(f"{what} left Lisbon on Monday and reached Porto on Tuesday.").journeys


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A group of 30 pilgrims left Lisbon on Monday. The group reached Porto on Tuesday.", "group of 30 pilgrims"),
        ("A group of 30 pilgrims left Lisbon on Monday. The pilgrims reached Porto on Tuesday.", "group of 30 pilgrims"),
        ("A convoy of 20 trucks left Lisbon on Monday. The convoy reached Porto on Tuesday.", "convoy of 20 trucks"),
        ("A team of Danish doctors left Lisbon on Monday. The doctors reached Porto on Tuesday.", "team of Danish doctors"),
        ("The All Blacks left Lisbon on Monday and reached Porto on Tuesday.", "All Blacks"),
        ("Sun Glider 2 left Lisbon on Monday. The solar plane reached Porto on Tuesday.", "Sun Glider 2"),
    ],
)
def test_a_party_is_called_by_all_its_name_says(text, name):
    told = tell(text)
    assert {j.traveller for j in told.journeys} == {name}
    assert stops(told) == ["Lisbon", "Porto"]
