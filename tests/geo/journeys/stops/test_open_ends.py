"""Where a departure that names no place was from."""

import pytest

from tests.geo.stories import PUBLISHED, journey, tell


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Anna Berg was in Linz on Sunday. She will visit Vienna on Monday. She will leave on Tuesday for Graz.",
            {"Linz": [], "Vienna": ["2024-05-21"], "Graz": []},
        ),
        (
            "Anna Berg left Oslo on Monday and will arrive in Vienna on Friday. She departs for Graz on Saturday.",
            {"Oslo": ["2024-05-13"], "Vienna": ["2024-05-18"], "Graz": []},
        ),
        (
            "Anna Berg was in Linz on Sunday and left on Monday. She will visit Vienna on Friday.",
            {"Linz": ["2024-05-13"], "Vienna": []},
        ),
    ],
)
def test_it_is_the_last_stop_told_that_is_as_certain_as_the_departure(text, days):
    told = journey(tell(text, published=PUBLISHED))
    assert {stop.place.name: [when.edtf for when in stop.depart] for stop in told.stops} == days
