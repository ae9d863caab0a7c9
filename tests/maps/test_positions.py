from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from geo.model import Itinerary, Journey, Traveller
from maps.positions import place_on_map
from tests.maps import example


class TestPlaceOnMap:
    def test_no_line_jumps_across_the_map(self):
        positions = place_on_map(*example.pacific_trip())
        steps = [abs(b[0] - a[0]) for line in positions.legs.values() for a, b in pairwise(line)]
        assert max(steps) < 60

    def test_lines_start_and_end_at_their_stops(self):
        itinerary, routes = example.pacific_trip()
        positions = place_on_map(itinerary, routes)
        for leg in itinerary.journeys[0].legs:
            assert positions.legs[leg.id][0] == positions.stops[leg.origin]
            assert positions.legs[leg.id][-1] == positions.stops[leg.destination]

    def test_a_trip_round_the_world_ends_a_turn_from_where_it_began(self):
        places = [
            ("London", 51.5, -0.1, "GB"),
            ("Delhi", 28.6, 77.2, "IN"),
            ("Tokyo", 35.7, 139.7, "JP"),
            ("New York", 40.7, -74.0, "US"),
            ("London", 51.5, -0.1, "GB"),
        ]
        stops = tuple(example.stop(number, example.place(*place), "happened", ()) for number, place in enumerate(places, 1))
        legs = tuple(replace(example.leg(a, b, "happened", ()), id=str(a.number)) for a, b in pairwise(stops))
        itinerary = Itinerary((), (Traveller("Fogg"),), (), (Journey("j", "Fogg", "", stops, legs),))
        positions = place_on_map(itinerary, ())
        assert round(positions.stops[stops[-1].id][0] - positions.stops[stops[0].id][0], 6) == 360
        assert -180 <= positions.middle <= 180

    def test_earlier_trips_are_drawn_on_the_same_turn(self):
        itinerary, routes = example.rail_trip()
        positions = place_on_map(itinerary, routes)
        assert positions.stops[itinerary.journeys[1].stops[0].id] == (21.01178, 52.22977)

    def test_without_a_journey_places_stay_where_they_are(self):
        positions = place_on_map(*example.no_journey())
        assert positions.of(example.WASHINGTON) == (-77.03637, 38.89511)
