"""A line leads through a stop that is only inferred where that lies on its way, and nowhere else."""

from dataclasses import replace

import pytest

from geo.journeys.itinerary_file.itinerary import load_itinerary, write_itinerary
from geo.led_through import join_through, lead_through
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
    told = leg(stops[0], stops[2], whole, ("i1",))
    return stops, [replace(told, id=f"{told.origin}>{told.destination}", when=(SUNDAY,))]


def led(stops, legs):
    names = {s.id: s.place.name for s in stops}
    return [(names[each.origin], names[each.destination]) for each in lead_through(legs, stops)]


def test_a_line_leads_through_a_stop_that_lies_on_its_way():
    assert led(*trip()) == [("Prague", "Vienna"), ("Vienna", "Budapest")]


def test_each_part_stands_on_what_tells_of_the_whole_and_keeps_only_its_own_day():
    stops, legs = trip()
    first, second = lead_through(legs, stops)
    assert first.claims == second.claims == legs[0].claims
    assert (first.when, second.when) == ((SUNDAY,), ())


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


def test_a_line_back_to_an_earlier_stop_stays_as_it_is():
    stops, legs = trip()
    back = [replace(legs[0], origin=stops[2].id, destination=stops[0].id), replace(legs[0], destination=stops[0].id)]
    assert lead_through(back, stops) == tuple(back)


def test_the_note_of_the_line_says_so():
    stops, legs = trip()
    journey = replace(ITINERARY.journeys[0], stops=stops, legs=lead_through(legs, stops))
    routes = build_routes(replace(ITINERARY, journeys=(journey,)))
    assert [drawn.note.startswith("That the way led through Vienna is inferred.") for drawn in routes] == [True, True]


@pytest.fixture
def path(tmp_path):
    stops, legs = trip()
    journey = replace(ITINERARY.journeys[0], stops=stops, legs=lead_through(legs, stops))
    return write_itinerary(replace(ITINERARY, journeys=(journey,)), tmp_path / "itinerary.yaml")


def test_joined_again_the_line_is_as_it_was():
    stops, legs = trip()
    assert join_through(lead_through(legs, stops), stops) == tuple(legs)


def test_the_file_holds_the_line_that_is_told_and_is_read_as_it_was_written(path):
    assert path.read_text(encoding="utf-8").count("  - from:") == 1
    journey = load_itinerary(path).journeys[0]
    assert led(journey.stops, join_through(journey.legs, journey.stops)) == [("Prague", "Vienna"), ("Vienna", "Budapest")]
    assert len(journey.legs) == 2


@pytest.mark.parametrize("removed", ["  id: i2\n", None], ids=["its claim", "itself"])
def test_who_takes_the_stop_out_leaves_the_line(path, removed):
    text = path.read_text(encoding="utf-8")
    if removed is None:
        stop = text.index("name: Vienna")
        start = text.rindex("  - place:", 0, stop)
        text = f"{text[:start]}  - removed: true\n    place:{text[start + len('  - place:') :]}"
    else:
        text = text.replace(removed, f"{removed}  removed: true\n", 1)
    path.write_text(text, encoding="utf-8")
    journey = load_itinerary(path).journeys[0]
    assert [s.place.name for s in journey.stops] == ["Prague", "Budapest"]
    assert led(journey.stops, journey.legs) == [("Prague", "Budapest")]
