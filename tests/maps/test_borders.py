from __future__ import annotations

import pytest

import maps
from gazetteer.errors import InputError
from maps.basemap import basemap, windows
from maps.borders import drawn_as, validate_viewpoint
from maps.extent import Extent
from tests.maps import example

CONTROL = {"disputed": True, "claim": "", "sides": ["IN", "PK"], "beyond": ["IN", "PK"]}
CLAIM = {"disputed": True, "claim": "IN", "sides": ["CN", "IN"], "beyond": []}
KASHMIR = Extent(72.0, 31.0, 80.0, 37.0)


class TestDrawnAs:
    def test_without_a_viewpoint_every_dispute_is_dashed(self):
        assert drawn_as(CONTROL, "") == drawn_as(CLAIM, "") == "dashed"

    def test_a_state_sees_its_claim_and_not_the_line_of_control(self):
        assert drawn_as(CLAIM, "IN") == "solid"
        assert drawn_as(CONTROL, "IN") == "none"

    def test_a_state_does_not_see_what_others_claim_of_it(self):
        assert drawn_as(CLAIM, "CN") == "none"

    def test_the_disputes_of_others_stay_dashed(self):
        assert drawn_as(CLAIM, "MA") == "dashed"

    def test_what_is_settled_is_solid_for_all(self):
        assert drawn_as({"disputed": False}, "IN") == "solid"


def test_one_region_under_two_viewpoints():
    def lines(viewpoint: str) -> tuple[object, object]:
        inner = basemap(windows(KASHMIR, KASHMIR), viewpoint=viewpoint)[-1]
        return inner.get("borders"), inner.get("disputed")

    neutral, indian, pakistani = lines(""), lines("IN"), lines("PK")
    assert len(neutral[1]) > len(indian[1] or [])
    assert indian[0] != pakistani[0]
    assert len(indian[0]) > len(neutral[0])


def test_one_journey_under_two_viewpoints():
    itinerary, routes = example.rail_trip()
    drawn = {view: maps.journey_map(itinerary, routes, borders=view).get_root().render() for view in ("", "RS")}
    assert drawn[""] != drawn["RS"]


def test_codes_are_taken_in_any_case():
    assert validate_viewpoint("in") == "IN"
    assert validate_viewpoint("disputed") == ""


def test_a_state_without_a_dispute_is_no_viewpoint():
    with pytest.raises(InputError, match="'NZ' is no viewpoint on borders"):
        validate_viewpoint("NZ")
