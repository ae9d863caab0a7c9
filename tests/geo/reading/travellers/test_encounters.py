"""Whom a story has told of, by kind, by article and by place."""

from geo.reading.travellers.actors import Actor
from geo.reading.travellers.encounters import Encounters

SHIP, TUG, CREW = Actor("cargo ship Halvard", "vehicle", "ship"), Actor("tug", "vehicle", "ship"), Actor("crew", "group")


def met(*told):
    encounters = Encounters()
    for actor, at in told:
        encounters.add(actor, "a", at)
    return encounters


def test_each_comes_once_and_the_last_first():
    assert list(met((SHIP, 1), (TUG, 5), (SHIP, 9)).latest_first()) == [SHIP, TUG]


def test_what_is_near_is_in_the_order_of_the_text_whenever_it_was_asked_for():
    assert met((TUG, 50), (SHIP, 10), (CREW, 20), (SHIP, 90)).near("vehicle", "a", 10, 90) == [(10, SHIP), (50, TUG)]


def test_one_article_knows_nothing_of_the_others():
    encounters = met((SHIP, 1))
    assert encounters.knows(SHIP, "a")
    assert not encounters.knows(SHIP, "b")
    assert not encounters.near("vehicle", "b", 0, 100)


def test_one_vehicle_is_alone_beside_a_group_and_not_beside_another():
    assert met((SHIP, 1), (CREW, 5)).is_alone(SHIP)
    assert not met((SHIP, 1), (TUG, 5)).is_alone(SHIP)


def test_those_before_an_offset_are_those_told_of_before_it():
    assert met((CREW, 30), (SHIP, 1)).before("group", "a", 30) == set()
    assert met((CREW, 30), (SHIP, 1)).before("group", "a", 31) == {CREW}
