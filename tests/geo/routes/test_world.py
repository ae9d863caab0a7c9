"""Any way between two towns of the world, in any mode, is a line that other programs can read and that keeps to the rules of lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import geojson_validator
import pytest
from geojson_pydantic import FeatureCollection
from hypothesis import given, settings

import geo
from geo.model import Itinerary, Journey, Leg, Mode, Stop
from geo.routes.geometry import geodesic_km
from tests.geo.export.checks import faults
from tests.geo.routes.places import all_the_world, town

if TYPE_CHECKING:
    from gazetteer.model import Place

#: What the validator calls problematic and is not wrong: a line that ends at exactly 180 degrees because it is cut there, and a long one.
_REMARKS = {"crosses_antimeridian", "excessive_vertices"}

few = settings(max_examples=10, deadline=None)
in_every_mode = pytest.mark.parametrize("mode", get_args(Mode))


def published(origin: Place, destination: Place, mode: Mode) -> dict[str, Any]:
    """Publish a journey of one leg as a reader of the file gets it."""
    stops = tuple(Stop(f"s{i}", i, place, place.name, "happened", 1.0, ()) for i, place in enumerate((origin, destination), 1))
    leg = Leg("leg", "s1", "s2", mode, "happened", ())
    itinerary = Itinerary(articles=(), journeys=(Journey("j1", "Somebody", "A trip", stops, (leg,)),))
    return json.loads(json.dumps(geo.to_geojson(itinerary, geo.build_routes(itinerary))))


def parts_of(collection: dict[str, Any]) -> list[list[list[float]]]:
    geometry = collection["features"][-1]["geometry"]
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]


def assert_valid(collection: dict[str, Any]) -> None:
    # The model warns of every box that crosses the antimeridian, although RFC 7946 (section 5.2) asks for it.
    FeatureCollection.model_validate({name: value for name, value in collection.items() if name != "bbox"})
    assert geojson_validator.validate_structure(collection) == {}
    found = geojson_validator.validate_geometries(collection)
    assert found["invalid"] == {}
    assert set(found["problematic"]) <= _REMARKS
    assert faults(collection) == []


class TestPublishedLine:
    @in_every_mode
    @few
    @given(origin=all_the_world, destination=all_the_world)
    def test_is_valid_geojson_without_a_segment_round_the_world(self, mode, origin, destination):
        assert_valid(published(origin, destination, mode))

    @in_every_mode
    @few
    @given(origin=all_the_world, destination=all_the_world)
    def test_joins_its_stops_and_is_no_shorter_than_the_geodesic(self, mode, origin, destination):
        collection = published(origin, destination, mode)
        first, *_, last = [point for part in parts_of(collection) for point in part]
        for end, place in ((first, origin), (last, destination)):
            assert geodesic_km(tuple(end), (place.lon, place.lat)) < 0.025
        straight = geodesic_km((origin.lon, origin.lat), (destination.lon, destination.lat))
        assert collection["features"][-1]["properties"]["length_km"] >= straight - 0.06  # it is rounded to 0.1 km

    @in_every_mode
    @pytest.mark.parametrize("name", ["Paris", "Taveuni", "North Pole"])
    def test_from_a_town_to_itself_is_valid_too(self, mode, name):
        assert_valid(published(town(name), town(name), mode))

    @pytest.mark.parametrize("name", ["Taveuni", "Waiyevo"])  # the same meridian, written as 180 and as -180
    @pytest.mark.parametrize(("other", "side"), [("Suva", 180.0), ("Apia", -180.0)])
    def test_ends_at_a_town_on_the_antimeridian_on_the_side_that_it_comes_from(self, name, other, side):
        assert parts_of(published(town(other), town(name), "plane"))[-1][-1][0] == side
        assert parts_of(published(town(name), town(other), "plane"))[0][0][0] == side


class TestWayBack:
    @pytest.mark.parametrize("mode", ["car", "foot", "ship", "plane"])  # trains: test_route.py
    @few
    @given(origin=all_the_world, destination=all_the_world)
    def test_is_as_long_and_follows_the_same_network(self, mode, origin, destination):
        there, back = geo.route(origin, destination, mode=mode), geo.route(destination, origin, mode=mode)
        assert there.length_km == pytest.approx(back.length_km, abs=0.01)
        assert there.countries == back.countries[::-1]
        assert there.basis == back.basis
