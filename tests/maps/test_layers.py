from __future__ import annotations

from dataclasses import replace

from maps.layers import drawing, everything_extent, view_extent
from maps.positions import place_on_map
from tests.maps import example


def drawn(itinerary, routes):
    positions = place_on_map(itinerary, routes)
    return drawing(itinerary, positions, view_extent(itinerary, positions))


class TestViewExtent:
    def test_a_far_stop_that_is_only_possible_does_not_set_the_view(self):
        itinerary, routes = example.rail_trip()
        journey = itinerary.journeys[0]
        stops = tuple(replace(stop, place=example.WASHINGTON) if stop.status == "possible" else stop for stop in journey.stops)
        itinerary = replace(itinerary, journeys=(replace(journey, stops=stops, legs=()),))
        positions = place_on_map(itinerary, routes)
        assert view_extent(itinerary, positions).west > 0
        assert everything_extent(itinerary, positions).west < -70

    def test_a_near_one_does(self):
        itinerary, routes = example.rail_trip()
        assert view_extent(itinerary, place_on_map(itinerary, routes)).south < 44.9

    def test_a_single_stop_is_not_seen_from_a_pavement(self):
        itinerary, _ = example.rail_trip()
        itinerary = replace(
            itinerary, journeys=(replace(itinerary.journeys[0], stops=itinerary.journeys[0].stops[:1], legs=(), meetings=()),)
        )
        assert view_extent(itinerary, place_on_map(itinerary, ())).span >= 0.3

    def test_without_any_place_it_is_the_world(self):
        itinerary, _ = example.no_journey()
        empty = replace(itinerary, mentions=())
        assert view_extent(empty, place_on_map(empty, ())).width == 360


class TestDrawing:
    def test_a_way_back_lies_beside_the_way_there(self):
        assert drawn(*example.return_trip())["beside"] == {"prague-berlin": 1}

    def test_ways_that_only_meet_lie_where_they_are(self):
        assert drawn(*example.rail_trip())["beside"] == {}

    def test_an_area_is_outlined_and_every_stop_and_line_has_its_place(self):
        itinerary, routes = example.rail_trip()
        shapes = drawn(itinerary, routes)
        assert list(shapes["areas"]) == ["stop-test:slovakia-4"]
        assert set(shapes["stops"]) == {stop.id for journey in itinerary.journeys for stop in journey.stops}
        assert set(shapes["legs"]) == {leg.id for journey in itinerary.journeys for leg in journey.legs}
