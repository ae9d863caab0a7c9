"""Cells of the grid hold their points, tile the globe, and are of about one size."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.corpus.grid import SIZES, cell_at, fitting_size

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)


@given(LATS, LONS, st.sampled_from(SIZES))
def test_a_cell_holds_its_point(lat, lon, size):
    cell = cell_at(lat, lon, size)
    assert cell.south - 1e-6 <= lat <= cell.north + 1e-6
    assert cell.west - 1e-6 <= lon <= cell.east + 1e-6 or math.isclose(lon, 180)


@given(LATS, LONS, st.sampled_from(SIZES))
def test_the_middle_of_a_cell_lies_in_the_same_cell(lat, lon, size):
    cell = cell_at(lat, lon, size)
    assert cell_at((cell.south + cell.north) / 2, (cell.west + cell.east) / 2, size) == cell


@pytest.mark.parametrize("lat", [0.1, 30.1, 60.1, 75.1])
def test_a_cell_is_about_as_wide_as_high(lat):
    cell = cell_at(lat, 10, 1.0)
    width = (cell.east - cell.west) * math.cos(math.radians((cell.south + cell.north) / 2))
    assert width == pytest.approx(cell.north - cell.south, rel=0.05)


def test_the_finest_grid_is_for_one_town_and_the_coarsest_for_the_world():
    assert fitting_size([(59.9, 10.7, 5), (59.95, 10.8, 5)]) == min(SIZES)
    assert fitting_size([(lat, lon, 1) for lat in range(-60, 70, 10) for lon in range(-170, 180, 10)]) == max(SIZES)


def test_one_far_place_does_not_decide():
    near = [(59.9 + n / 100, 10.7, 10) for n in range(20)]
    assert fitting_size([*near, (-33.9, 151.2, 1)]) == fitting_size(near)


def test_nothing_is_no_fault():
    assert fitting_size([]) in SIZES
