"""The seeds, read once as ``dateline map`` reads them."""

from pathlib import Path

import pytest

import geo
from gazetteer import Gazetteer

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def itinerary():
    return geo.read_itinerary(geo.read_articles([SEEDS]), Gazetteer.bundled())


@pytest.fixture(scope="session")
def routes(itinerary):
    return geo.build_routes(itinerary)


@pytest.fixture(scope="session")
def collection(itinerary, routes):
    return geo.to_geojson(itinerary, routes)
