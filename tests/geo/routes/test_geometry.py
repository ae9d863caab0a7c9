"""Lines on the globe keep their ends, their length and their side of the world."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.routes.geometry import cut_at_antimeridian, geodesic_km, great_circle, length_km, simplify, unwrap

points = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


class TestGreatCircle:
    def test_has_a_point_at_least_every_hundred_kilometres(self):
        line = great_circle((139.69, 35.69), (-74.0, 40.71))
        assert max(geodesic_km(a, b) for a, b in itertools.pairwise(line)) <= 100.001
        assert (line[0], line[-1]) == ((139.69, 35.69), (-74.0, 40.71))

    def test_is_as_long_as_the_geodesic(self):
        assert length_km(great_circle((2.35, 48.85), (13.41, 52.52))) == pytest.approx(
            geodesic_km((2.35, 48.85), (13.41, 52.52)), abs=0.01
        )

    def test_of_one_place_has_two_equal_points(self):
        assert great_circle((10.0, 20.0), (10.0, 20.0)) == ((10.0, 20.0), (10.0, 20.0))


class TestCutAtAntimeridian:
    def test_a_line_that_does_not_cross_is_left_alone(self):
        assert cut_at_antimeridian(((10.0, 1.0), (20.0, 2.0))) == (((10.0, 1.0), (20.0, 2.0)),)

    def test_a_line_over_the_pacific_ends_and_starts_at_180(self):
        assert cut_at_antimeridian(((170.0, 0.0), (-170.0, 10.0))) == (
            ((170.0, 0.0), (180.0, 5.0)),
            ((-180.0, 5.0), (-170.0, 10.0)),
        )

    def test_westward_too(self):
        assert cut_at_antimeridian(((-170.0, 0.0), (170.0, 10.0))) == (
            ((-170.0, 0.0), (-180.0, 5.0)),
            ((180.0, 5.0), (170.0, 10.0)),
        )

    def test_longitudes_beyond_180_are_brought_back(self):
        assert cut_at_antimeridian(((179.0, 0.0), (181.0, 0.0))) == (((179.0, 0.0), (180.0, 0.0)), ((-180.0, 0.0), (-179.0, 0.0)))

    def test_a_line_that_ends_on_the_antimeridian_is_one_part(self):
        assert cut_at_antimeridian(((170.0, 0.0), (180.0, 0.0))) == (((170.0, 0.0), (180.0, 0.0)),)
        assert cut_at_antimeridian(((170.0, 0.0), (-180.0, 0.0))) == (((170.0, 0.0), (180.0, 0.0)),)

    @given(st.lists(points, min_size=2, max_size=8))
    def test_no_segment_spans_more_than_180_degrees(self, line):
        parts = cut_at_antimeridian(tuple(line))
        assert parts
        for part in parts:
            assert all(-180 <= lon <= 180 for lon, _ in part)
            assert all(abs(a[0] - b[0]) <= 180 for a, b in itertools.pairwise(part))

    @given(st.lists(points, min_size=2, max_size=8))
    def test_the_ends_stay(self, line):
        parts = cut_at_antimeridian(tuple(line))
        assert geodesic_km(parts[0][0], line[0]) < 0.001
        assert geodesic_km(parts[-1][-1], line[-1]) < 0.001


class TestUnwrap:
    def test_carries_on_past_180(self):
        assert unwrap(((170.0, 0.0), (-170.0, 0.0), (175.0, 0.0))) == ((170.0, 0.0), (190.0, 0.0), (175.0, 0.0))

    def test_a_line_twice_round_the_world_goes_on(self):
        assert unwrap(tuple((lon, 0.0) for lon in (0.0, 120.0, -120.0, 0.0, 120.0)))[-1] == (480.0, 0.0)


class TestSimplify:
    def test_leaves_out_points_on_a_straight_line(self):
        assert simplify(((0.0, 0.0), (1.0, 0.00001), (2.0, 0.0)), 0.001) == ((0.0, 0.0), (2.0, 0.0))

    def test_keeps_a_corner(self):
        corner = ((0.0, 0.0), (1.0, 1.0), (2.0, 0.0))
        assert simplify(corner, 0.001) == corner
