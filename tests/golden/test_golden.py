"""The files made of the seeds are those that a person has looked at and kept; ``--update-golden`` writes them anew."""

import json
from pathlib import Path

import pytest

import geo

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture(scope="module")
def made(itinerary, routes, tmp_path_factory):
    """The folder with the files as they are made now."""
    folder = tmp_path_factory.mktemp("seeds")
    geo.write_geojson(itinerary, routes, folder / "journey.geojson")
    geo.write_itinerary(itinerary, folder / "itinerary.yaml")
    return folder


@pytest.fixture(scope="module", autouse=True)
def _golden(made, request):
    """Keep what is made now, where that was asked for."""
    if request.config.getoption("--update-golden"):
        EXPECTED.mkdir(exist_ok=True)
        for path in sorted(made.iterdir()):
            (EXPECTED / path.name).write_bytes(path.read_bytes())


def features(path):
    """The features of a collection under what a reader would call them, for a difference that can be read."""
    found = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [
        (f["properties"]["role"], f["properties"].get("name") or f"{f['properties']['from']} to {f['properties']['to']}")
        for f in found
    ]


class TestGeoJSON:
    def test_has_the_same_features_in_the_same_order(self, made):
        assert features(made / "journey.geojson") == features(EXPECTED / "journey.geojson")

    def test_is_the_same_as_values(self, made):
        now, then = (json.loads((folder / "journey.geojson").read_text(encoding="utf-8")) for folder in (made, EXPECTED))
        assert now == then

    def test_is_the_same_as_bytes(self, made):
        assert (made / "journey.geojson").read_bytes() == (EXPECTED / "journey.geojson").read_bytes()


class TestItinerary:
    def test_is_the_same_as_text(self, made):
        now, then = ((folder / "itinerary.yaml").read_text(encoding="utf-8").splitlines() for folder in (made, EXPECTED))
        assert now == then

    def test_draws_the_same_map_again(self, routes, tmp_path):
        kept = geo.load_itinerary(EXPECTED / "itinerary.yaml")
        geo.write_geojson(kept, routes, tmp_path / "again.geojson")
        assert (tmp_path / "again.geojson").read_bytes() == (EXPECTED / "journey.geojson").read_bytes()
