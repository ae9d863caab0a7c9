"""The box around lines on a globe."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazetteer.model import BBox
from geo.extent import extent_of

points = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def test_nothing_has_no_box() -> None:
    assert extent_of([]) is None


def test_a_line_fills_its_span_even_between_its_points() -> None:
    assert extent_of([[(-20.0, 0.0), (150.0, 10.0)], [(100.0, -5.0)]]) == BBox(-20.0, -5.0, 150.0, 10.0)


def test_the_pacific_is_taken_the_short_way() -> None:
    assert extent_of([[(170.0, 0.0), (180.0, 1.0)], [(-180.0, 1.0), (-170.0, 2.0)]]) == BBox(170.0, 0.0, -170.0, 2.0)


@given(st.lists(st.lists(points, min_size=1, max_size=4), min_size=1, max_size=6))
def test_it_holds_every_point(lines: list[list[tuple[float, float]]]) -> None:
    box = extent_of(lines)
    assert box is not None
    assert all(box.contains(lat, lon) for line in lines for lon, lat in line)
