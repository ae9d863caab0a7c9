"""Lines are light, their corners are rounded over land alone, and what only joins a stop to the network is told apart."""

import math
from dataclasses import replace

import pytest
import shapely
from shapely import STRtree

from maps.journey_map import page_data
from maps.language import ENGLISH
from maps.smooth import rounded
from tests.maps.example import rail_trip

LAND = STRtree([shapely.box(0, 0, 10, 10)])
NO_LAKES = STRtree([])
BEND = [(1.0, 1.0), (5.0, 1.0), (5.0, 5.0)]


class TestRounded:
    def test_rounds_a_sharp_corner_between_long_pieces(self):
        smooth = rounded(BEND, long=1.0, land=LAND, lakes=NO_LAKES)
        assert (5.0, 1.0) not in smooth
        assert (smooth[0], smooth[-1]) == (BEND[0], BEND[-1])

    @pytest.mark.parametrize(
        ("line", "lakes"),
        [
            ([(8.0, 8.0), (12.0, 8.0), (12.0, 12.0)], NO_LAKES),  # the corner lies at sea
            (BEND, STRtree([shapely.Point(4.7, 1.2).buffer(0.3)])),  # a lake lies in what would be cut off
        ],
    )
    def test_cuts_no_corner_over_water(self, line, lakes):
        assert rounded(line, long=1.0, land=LAND, lakes=lakes) == line

    def test_leaves_short_pieces_and_slight_bends_alone(self):
        assert rounded(BEND, long=5.0, land=LAND, lakes=NO_LAKES) == BEND
        slight = [(1.0, 1.0), (5.0, 1.0), (9.0, 1.5)]
        assert rounded(slight, long=1.0, land=LAND, lakes=NO_LAKES) == slight

    def test_stays_near_its_source(self):
        smooth = shapely.LineString(rounded(BEND, long=1.0, land=LAND, lakes=NO_LAKES))
        assert shapely.LineString(BEND).hausdorff_distance(smooth) < 0.35 * 4 / math.sqrt(2)


class TestDrawing:
    def drawn(self, **known):
        itinerary, routes = rail_trip()
        first = replace(routes[0], **known)
        return first.leg, page_data(itinerary, [first, *routes[1:]], language=ENGLISH)

    def leg_of(self, data, leg):
        return next(each for journey in data["story"]["journeys"] for each in journey["legs"] if each["id"] == leg)

    def test_tells_what_only_joins_a_stop_to_the_track(self):
        leg, data = self.drawn(access_km=(12.0, 0.3), note="Berlin is 12 km from the track: the line between is straight.")
        assert data["drawing"]["access"][leg] == [1, 0]
        assert self.leg_of(data, leg)["note"].startswith("Berlin is 12 km")

    def test_short_joins_are_no_matter(self):
        leg, data = self.drawn(access_km=(0.4, 0.3))
        assert leg not in data["drawing"]["access"]

    def test_draws_another_way_that_is_about_as_likely(self):
        _, routes = rail_trip()
        other = replace(routes[0], lines=(((13.41053, 52.52437), (15.0, 51.2), (14.42076, 50.08804)),))
        leg, data = self.drawn(alternatives=(other,))
        assert len(data["drawing"]["others"][leg]) == 1
        assert self.leg_of(data, leg)["other"]

    def test_tells_a_doubt_about_the_times_of_a_leg(self):
        leg, data = self.drawn(length_km=90_000.0)
        assert "Check the dates" in self.leg_of(data, leg)["doubt"]
