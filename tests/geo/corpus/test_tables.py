"""The tables are what the tools that people use take them for; the queries of docs/archive.md run on them."""

import re
from pathlib import Path

import duckdb
import geopandas as gpd
import pyarrow.parquet as pq
import pytest
from shapely import Point

from geo.corpus.tables import TABLES, schema_of
from tests.geo.corpus import archive

PAGE = (Path(__file__).parents[3] / "docs" / "archive.md").read_text(encoding="utf-8")
QUERIES = dict(re.findall(r"```(python|sql)\n(.*?)```", PAGE, re.DOTALL)[::-1])
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """Tables of three articles that tell of a trip, with a place without a namesake that the gazetteer lists."""
    folder = tmp_path_factory.mktemp("archive")
    rows = [archive.row(n, title=f"Trip {n}", text=archive.text(n, town="Khasan, Russia,")) for n in range(3)]
    rows.append(archive.row(3, text="The council of Blurgstadt met on Monday. Nobody left.\n"))
    archive.read(archive.write_lines(folder / "a.jsonl", rows), folder / "out", edition=archive.edition(mentions_only=False))
    return folder / "out"


@pytest.fixture
def beside(out, monkeypatch):
    """Run the page's code where its ``out/`` is."""
    monkeypatch.chdir(out.parent)


@pytest.mark.parametrize("table", ["mentions", "claims", "journeys"])
def test_are_geoparquet(out, table):
    frame = gpd.read_parquet(out / table)
    assert frame.crs == "EPSG:4326"
    located = frame[frame.lat.notna()]
    assert len(located)
    assert all(point == Point(lon, lat) for point, lon, lat in zip(located.geometry, located.lon, located.lat, strict=True))


@pytest.mark.parametrize("table", TABLES)
def test_have_the_same_columns_in_every_part(out, table):
    assert all(pq.read_schema(part).equals(schema_of(table)) for part in (out / table).iterdir())


def test_are_skipped_by_their_box(out):
    assert set(gpd.read_parquet(out / "mentions", bbox=(5, 59, 6, 61)).place) == set()
    assert set(gpd.read_parquet(out / "mentions", bbox=(130, 42, 131, 43)).place) == {"Khasan"}


@pytest.mark.usefixtures("beside")
def test_the_geopandas_query_of_the_page_runs():
    names = {}
    exec(PROGRAMS[0], names)
    assert names["articles"].to_dict() == {"Khasan": 3}


# dask-geopandas calls pandas in a way that it is to give up.
@pytest.mark.filterwarnings("ignore:The inplace keyword")
@pytest.mark.usefixtures("beside")
def test_the_dask_geopandas_query_of_the_page_runs():
    names = {}
    exec(PROGRAMS[1], names)
    assert names["travellers"].to_dict()["Ada Lund", "Khasan"] == 3


@pytest.mark.usefixtures("beside")
def test_the_duckdb_query_of_the_page_runs():
    rows = duckdb.sql(QUERIES["sql"]).fetchall()
    assert [(title, text) for title, _, text, *_ in rows] == [(f"Trip {n}", "Khasan") for n in range(3)]
