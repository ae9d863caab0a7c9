"""A line leads through a stop that is only inferred where that lies on its way, and nowhere else."""

from dataclasses import replace

import pytest

from geo.journeys.led_through import lead_through
from geo.routes import build_routes
from tests.maps.example import BERLIN, BUDAPEST, PRAGUE, VIENNA, inferred_trip, leg, stop

ITINERARY, _ = inferred_trip()
SUNDAY, MONDAY = ITINERARY.claims[0].when, ITINERARY.claims[1].when


def trip(*, between=VIENNA, basis="inferred", status="happened", whole="happened"):
    """From Prague to Budapest, with a stop between."""
    stops = (
        stop(1, PRAGUE, "happened", ("i1",), depart=(SUNDAY,)),
        stop(2, between, status, ("i2",), basis=basis),
        stop(3, BUDAPEST, "happened", ("i1",), arrive=(MONDAY,)),
    )
    return stops, [leg(stops[0], stops[2], whole, ("i1",))]


def led(stops, legs):
    names = {s.id: s.place.name for s in stops}
    return [(names[each.origin], names[each.destination]) for each in lead_through(legs, stops)]


def test_a_line_leads_through_a_stop_that_lies_on_its_way():
    assert led(*trip()) == [("Prague", "Vienna"), ("Vienna", "Budapest")]


def test_each_part_stands_on_what_tells_of_the_whole_and_keeps_only_its_own_day():
    stops, legs = trip()
    first, second = lead_through(legs, stops)
    assert first.claims == second.claims == legs[0].claims
    assert (first.when, second.when) == ((SUNDAY,), (MONDAY,))


@pytest.mark.parametrize(
    "apart",
    [
        {"between": BERLIN},
        {"basis": "stated"},
        {"status": "planned"},
        {"status": "possible"},
        {"status": "denied", "whole": "denied"},
    ],
    ids=["out of the way", "told", "planned", "possible", "denied"],
)
def test_other_lines_pass_it(apart):
    assert led(*trip(**apart)) == [("Prague", "Budapest")]


def test_the_note_of_the_line_says_so():
    stops, legs = trip()
    journey = replace(ITINERARY.journeys[0], stops=stops, legs=lead_through(legs, stops))
    routes = build_routes(replace(ITINERARY, journeys=(journey,)))
    assert [drawn.note.startswith("That the way led through Vienna is inferred.") for drawn in routes] == [True, True]
