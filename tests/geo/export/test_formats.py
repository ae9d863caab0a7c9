"""Each format as another program reads it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import duckdb
import geojson_validator
import geopandas as gpd
import gpxpy
import pyarrow.parquet as pq
import pyogrio
import pytest
from jsonschema import Draft202012Validator

import geo
from gazetteer.errors import InputError, OutputError
from geo.desk.model import Retraction
from geo.export.lines import GEOMETRIES, with_lines
from geo.export.write import FORMATS, export_bytes
from geo.model import Itinerary
from tests.geo.example import FIRST_TEXT, ITINERARY, ROUTES, STOPS
from tests.geo.export.checks import faults
from tests.geo.export.schemas import LINKED_PLACES, TIMELINE

if TYPE_CHECKING:
    from pathlib import Path

_JOURNEY = ITINERARY.journeys[0]
#: The choir's way with a plan at its end.
PLANNED = replace(
    ITINERARY,
    journeys=(
        replace(
            _JOURNEY,
            stops=(*STOPS[:2], replace(STOPS[2], status="planned", arrive=STOPS[1].arrive, cue=None)),
            legs=(_JOURNEY.legs[0], replace(_JOURNEY.legs[1], status="planned", cue=None, when=STOPS[1].arrive)),
        ),
        *ITINERARY.journeys[1:],
    ),
)
RETRACTED = replace(
    PLANNED, record=replace(PLANNED.record, retraction=Retraction("The choir never sailed.", "2024-06-01", "M. Tora"))
)
TRACKED = (replace(ROUTES[0], basis="track"), ROUTES[1])


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    """The planned journey in every format."""
    folder = tmp_path_factory.mktemp("exports")
    return {name: geo.write_export(PLANNED, ROUTES, folder / f"journey{known.suffixes[0]}") for name, known in FORMATS.items()}


def held(data: bytes) -> str:
    """All the text that stands in a file, a packed project unpacked."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(map(archive.read, archive.namelist()))
    return data.decode("utf-8", "replace")


@pytest.mark.parametrize("name", FORMATS)
class TestEveryFormat:
    def test_same_itinerary_same_bytes(self, files, name):
        assert geo.write_export(PLANNED, ROUTES, files[name]).read_bytes() == files[name].read_bytes()

    def test_names_sources_licence_and_review(self, files, name):
        text = held(files[name].read_bytes())
        assert "GeoNames" in text
        assert "CC BY 4.0" in text
        assert "Draft, not reviewed" in text

    def test_lines_along_track_name_openstreetmap(self, name):
        told = "ODbL" in held(export_bytes(PLANNED, TRACKED, name))
        assert told == (name not in ("linked-places", "timelinejs")), "where there are lines"
        assert "ODbL" not in held(export_bytes(PLANNED, ROUTES, name))

    def test_an_itinerary_without_journeys_is_a_file_without_features(self, name):
        assert export_bytes(Itinerary(()), (), name)

    def test_what_was_retracted_leaves_its_notice(self, name):
        text = held(export_bytes(RETRACTED, (), name))
        assert "The choir never sailed." in text
        assert "Apia" not in text

    def test_full_quotes_only_when_asked_for(self, name):
        long = "in a light rain"
        assert long in FIRST_TEXT
        shown = [
            held(export_bytes(geo.publish(PLANNED, quotes=quotes).itinerary, ROUTES, name))
            for quotes in ("none", "short", "full")
        ]
        assert [long in text for text in shown] == [False, False, name not in ("qgis", "moving-features")]
        assert "light rain" not in shown[1]
        assert "sing before the prime minister" not in shown[0]

    def test_hostile_text_does_not_break_it(self, name, tmp_path):
        odd = replace(STOPS[0], name_in_text='=cmd|"/c"!A1 \ud83d \x07 ]]></name><script>')
        hostile = replace(
            PLANNED, journeys=(replace(PLANNED.journeys[0], stops=(odd, *PLANNED.journeys[0].stops[1:])), *PLANNED.journeys[1:])
        )
        path = geo.write_export(hostile, ROUTES, tmp_path / f"journey{FORMATS[name].suffixes[0]}")
        if path.suffix in (".kml", ".gpx", ".qgz"):
            ET.fromstring(held(path.read_bytes()))
        elif name == "timelinejs":
            assert "<script>" not in path.read_text(encoding="utf-8")
        elif name == "moving-features":
            assert json.loads(path.read_text(encoding="utf-8"))["type"] == "FeatureCollection"
        else:
            layer = "stops" if name == "gpkg" else None
            found = pyogrio.read_dataframe(path, layer=layer) if name != "parquet" else gpd.read_parquet(path)
            assert len(found) == {"gpkg": 4, "linked-places": 5}.get(name, 8)

    def test_an_unwritable_place_leaves_the_old_file(self, name, tmp_path, monkeypatch):
        old = tmp_path / f"journey{FORMATS[name].suffixes[0]}"
        old.write_bytes(b"old")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.replace", full)
        with pytest.raises(OutputError, match="No space left"):
            geo.write_export(PLANNED, ROUTES, old)
        assert [path.name for path in tmp_path.iterdir()] == [old.name]
        assert old.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["gpkg", "fgb", "qgis"])
def test_no_room_for_temporary_files_is_one_sentence(name, tmp_path, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise pyogrio.errors.DataSourceError("Failed to write features to dataset: Unexpected I/O failure")

    monkeypatch.setattr("pyogrio.write_dataframe", full)
    with pytest.raises(
        OutputError, match=r"temporary files can't be written there .*I/O failure.*let TMPDIR name another folder"
    ):
        geo.write_export(PLANNED, ROUTES, tmp_path / f"journey{FORMATS[name].suffixes[0]}")
    assert not list(tmp_path.iterdir())


class TestGeoJson:
    def test_passes_our_checks_and_the_validators(self, files):
        collection = json.loads(files["geojson"].read_text(encoding="utf-8"))
        assert faults(collection) == []
        assert geojson_validator.validate_structure(collection) == {}
        found = geojson_validator.validate_geometries(collection)
        assert found["invalid"] == {}
        # It takes every line that ends at exactly 180 degrees for one that crosses; this one is cut there.
        assert found["problematic"] == {"crosses_antimeridian": [{3: [0]}]}

    @pytest.mark.parametrize(
        ("geometry", "fault"),
        [
            ({"type": "Point", "coordinates": [200, 95]}, "not on the globe"),
            ({"type": "LineString", "coordinates": [[170, 0], [-170, 0]]}, "not cut at the antimeridian"),
            ({"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}, "wrong way"),
        ],
    )
    def test_our_checks_find_what_they_are_for(self, geometry, fault):
        assert fault in faults({"features": [{"id": "x", "geometry": geometry}]})[0]


class TestGeoPackage:
    def test_gdal_reads_a_layer_for_each_role_and_the_tables(self, files):
        layers = dict(pyogrio.list_layers(files["gpkg"]).tolist())
        assert layers == {
            "mentions": "Point", "legs": "MultiLineString", "meetings": "Point", "stops": "Point",
            "articles": None, "credits": None, "conflicts": None, "publication": None,
        }  # fmt: skip
        stops = gpd.read_file(files["gpkg"], layer="stops")
        assert list(zip(stops["name"], stops["status"], strict=True)) == [
            ("Suva", "happened"), ("Apia", "happened"), ("Tokelau", "planned"), ("Nadi", "past"),
        ]  # fmt: skip
        assert stops.crs == "EPSG:4326"
        assert stops["first_day"].tolist()[:2] == ["2024-05-14", "2024-05-17"]
        assert (
            gpd.read_file(files["gpkg"], layer="conflicts")["said_by"][0] == "The Quay, citing Fijian sports and culture office"
        )

    def test_its_metadata_name_the_licence(self, files):
        assert pyogrio.read_info(files["gpkg"], layer="stops")["dataset_metadata"]["licence"].endswith("/by/4.0/")

    def test_no_clock_is_in_it(self, files):
        with closing(sqlite3.connect(files["gpkg"])) as database:
            assert database.execute("SELECT DISTINCT last_change FROM gpkg_contents").fetchall() == [
                ("1970-01-01T00:00:00.000Z",)
            ]
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def test_a_signed_one_has_the_day_of_its_version(self, tmp_path):
        from geo.desk.signing import sign

        path = geo.write_export(sign(PLANNED, by="M. Tora", day=date(2024, 5, 18)), ROUTES, tmp_path / "j.gpkg")
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("SELECT DISTINCT last_change FROM gpkg_contents").fetchall() == [
                ("2024-05-18T00:00:00.000Z",)
            ]


class TestTables:
    def test_duckdb_reads_the_parquet_file_as_a_table(self, files):
        found = duckdb.sql(f"SELECT status FROM '{files['parquet']}' WHERE role = 'leg' ORDER BY id").fetchall()
        assert found == [("happened",), ("planned",)]

    def test_geopandas_reads_it_as_geoparquet_with_its_licence(self, files):
        assert gpd.read_parquet(files["parquet"]).crs == "EPSG:4326"
        about = json.loads(pq.read_schema(files["parquet"]).metadata[b"dateline"])
        assert about["licence"].endswith("/by/4.0/")

    def test_gdal_reads_flatgeobuf_with_its_licence(self, files):
        frame = gpd.read_file(files["fgb"])
        assert frame["role"].value_counts().to_dict() == {"stop": 4, "leg": 2, "meeting": 1, "mention": 1}
        assert "by/4.0" in pyogrio.read_info(files["fgb"])["layer_metadata"]["DESCRIPTION"]

    def test_gdal_and_duckdb_read_csv(self, files):
        frame = pyogrio.read_dataframe(files["csv"], X_POSSIBLE_NAMES="lon", Y_POSSIBLE_NAMES="lat")
        assert frame.geometry.notna().sum() == 6
        rows = duckdb.sql(f"SELECT \"from\", \"to\", status, wkt FROM read_csv('{files['csv']}') WHERE role = 'leg'").fetchall()
        assert [row[:3] for row in rows] == [("Suva", "Apia", "happened"), ("Apia", "Tokelau", "planned")]
        assert rows[0][3].startswith("MULTILINESTRING")

    def test_csv_runs_nothing_in_a_spreadsheet(self):
        odd = replace(STOPS[0], name_in_text="=HYPERLINK(1)")
        hostile = replace(ITINERARY, journeys=(replace(_JOURNEY, stops=(odd,), legs=(), meetings=()),))
        (row, *_) = csv.DictReader(io.StringIO(export_bytes(hostile, (), "csv").decode()))
        assert row["name_in_text"] == "'=HYPERLINK(1)"

    def test_times_that_sources_differ_on_stand_together(self, files):
        (suva, *_) = csv.DictReader(io.StringIO(files["csv"].read_text(encoding="utf-8")))
        assert suva["depart"] == "2024-05-14 or 2024-05-13"


class TestKml:
    def test_gdal_reads_a_layer_for_each_journey(self, files):
        names = [name for name, _ in pyogrio.list_layers(files["kml"])]
        assert names == ["Lautoka Harbour Choir (journey-1)", "Lautoka Harbour Choir (journey-2)", "Only mentioned"]
        frame = pyogrio.read_dataframe(files["kml"], layer=names[0])
        assert frame["Name"].tolist() == [
            "1. Suva", "2. Apia", "3. Tokelau (planned)", "Suva to Apia", "Apia to Tokelau (planned)", "Meeting in Apia",
        ]  # fmt: skip
        assert frame["status"].tolist()[2] == "planned"

    def test_a_plan_is_no_event_on_its_time_line(self, files):
        space = {"k": "http://www.opengis.net/kml/2.2"}
        for mark in ET.parse(files["kml"]).iterfind(".//k:Placemark", space):
            planned = "(planned)" in mark.findtext("k:name", namespaces=space)
            assert not (planned and mark.find("k:TimeSpan", space) is not None)
        assert len(ET.parse(files["kml"]).findall(".//k:TimeSpan", space)) == 5


class TestGpx:
    def test_gpxpy_reads_it_and_a_plan_is_named_so(self, files):
        read = gpxpy.parse(files["gpx"].read_text(encoding="utf-8"))
        assert [point.name for point in read.waypoints][:3] == ["1. Suva", "2. Apia", "3. Tokelau (planned)"]
        assert [(track.name, track.type, len(track.segments)) for track in read.tracks] == [
            ("Suva to Apia", "reported", 2),
            ("Apia to Tokelau (planned)", "planned", 1),
        ]
        assert "not recorded" in read.tracks[0].description
        assert read.copyright_license.endswith("/by/4.0/")
        assert all(point.time is None for track in read.tracks for segment in track.segments for point in segment.points)

    def test_gdal_reads_it(self, files):
        assert len(pyogrio.read_dataframe(files["gpx"], layer="tracks")) == 2


class TestLinkedPlaces:
    def test_its_schema_and_gdal_accept_it(self, files):
        document = json.loads(files["linked-places"].read_text(encoding="utf-8"))
        Draft202012Validator(LINKED_PLACES).validate(document)
        assert len(gpd.read_file(files["linked-places"])) == len(document["features"]) == 5

    def test_a_plan_gives_a_place_no_time(self, files):
        places = {each["properties"]["title"]: each for each in json.loads(files["linked-places"].read_text())["features"]}
        assert places["Apia"]["when"]["timespans"] == [{"start": {"in": "2024-05-17"}, "end": {"in": "2024-05-17"}}]
        assert "when" not in places["Tokelau"]
        assert places["Tokelau"]["descriptions"][0]["value"].startswith("Stop of Lautoka Harbour Choir: planned.")
        assert places["Tokelau"]["links"] == [{"type": "exactMatch", "identifier": "gn:4031074"}]


class TestTimeline:
    def test_its_schema_accepts_it_and_a_plan_keeps_its_word(self, files):
        document = json.loads(files["timelinejs"].read_text(encoding="utf-8"))
        Draft202012Validator(TIMELINE).validate(document)
        assert [event["text"]["headline"] for event in document["events"]] == [
            "Suva", "Apia", "Tokelau (planned)", "Meeting in Apia", "Nadi (earlier trip)",
        ]  # fmt: skip
        assert document["events"][4]["start_date"] == {"year": 2022}

    def test_what_has_no_date_is_named(self):
        document = json.loads(export_bytes(ITINERARY, ROUTES, "timelinejs"))
        assert "Without a date: Tokelau (denied)." in document["title"]["text"]["text"]


class TestQgis:
    """Read as QGIS 3.22 was seen to read it: what it silently drops is looked for here."""

    @pytest.fixture
    def project(self, files) -> ET.Element:
        with zipfile.ZipFile(files["qgis"]) as archive:
            return ET.fromstring(archive.read("journey.qgs"))

    def test_each_layer_is_in_the_geopackage_beside_it(self, files, project):
        sources = [layer.findtext("datasource") for layer in project.iterfind("projectlayers/maplayer")]
        assert len(sources) == 4
        for source in sources:
            package, _, layer = source.partition("|layername=")
            pyogrio.read_info(files["qgis"].parent / package, layer=layer)

    def test_its_tree_knows_each_layer_by_an_id_that_qgis_keeps(self, project):
        ids = [layer.findtext("id") for layer in project.iterfind("projectlayers/maplayer")]
        assert [each.get("id") for each in project.iterfind("layer-tree-group/layer-tree-layer")] == ids
        assert all(len(each) > 10 for each in ids), "QGIS gives a layer with a shorter id another one"

    def test_its_reference_system_is_one_that_qgis_reads(self, project):
        assert project.findtext("properties/SpatialRefSys/ProjectionsEnabled") == "1"
        for system in project.iter("spatialrefsys"):
            assert (system.findtext("authid"), system.findtext("proj4")) == ("EPSG:4326", "+proj=longlat +datum=WGS84 +no_defs")

    def test_it_opens_on_the_stops(self, files, project):
        view = {name: float(value) for name, value in project.find("ProjectViewSettings/DefaultViewExtent").items()}
        for stop in gpd.read_file(files["gpkg"], layer="stops").geometry:
            assert view["xmin"] < stop.x < view["xmax"]
            assert view["ymin"] < stop.y < view["ymax"]

    def test_one_that_is_called_qgs_is_plain_xml(self, tmp_path):
        assert ET.parse(geo.write_export(PLANNED, ROUTES, tmp_path / "trip.qgs", file_format="qgis")).getroot().tag == "qgis"

    @pytest.mark.parametrize("name", ["trip.gpkg", "trip"])
    def test_another_name_is_refused(self, tmp_path, name):
        with pytest.raises(InputError, match=r"no name for a QGIS project; end it in \.qgz or \.qgs"):
            geo.write_export(PLANNED, ROUTES, tmp_path / name, file_format="qgis")
        assert not list(tmp_path.iterdir())

    def test_every_status_has_a_symbol_and_its_word(self, files, project):
        for layer in project.iterfind("projectlayers/maplayer"):
            statuses = set(gpd.read_file(files["gpkg"], layer=layer.findtext("layername"))["status"])
            categories = {each.get("value"): each.get("symbol") for each in layer.iterfind(".//category")}
            assert set(categories) == statuses
            assert {each.get("name") for each in layer.iterfind(".//symbol")} == set(categories.values())

    def test_a_plan_is_hollow_and_dotted(self, project):
        def option(layer: str, status: str, name: str) -> str:
            (found,) = [each for each in project.iterfind("projectlayers/maplayer") if each.findtext("layername") == layer]
            symbol = found.find(f".//category[@value='{status}']").get("symbol")
            return found.find(f".//symbol[@name='{symbol}']//Option[@name='{name}']").get("value")

        assert option("legs", "planned", "line_style") == "dot"
        assert option("legs", "happened", "line_style") == "solid"
        assert option("stops", "planned", "color") == "255,255,255,255"

    def test_project_and_package_appear_together_or_not_at_all(self, tmp_path):
        (tmp_path / "trip.gpkg").mkdir()
        with pytest.raises(OutputError, match=r"trip\.gpkg"):
            geo.write_export(PLANNED, ROUTES, tmp_path / "trip.qgz")
        assert not (tmp_path / "trip.qgz").exists()


class TestLines:
    @pytest.mark.parametrize("geometry", GEOMETRIES)
    def test_only_track_asks_the_networks(self, geometry):
        published, routes = with_lines(geo.publish(PLANNED).itinerary, geometry)
        legs = [json.loads(export_bytes(published, routes, "geojson"))["features"]]
        bases = [leg["properties"]["basis"] for leg in legs[0] if leg["properties"]["role"] == "leg"]
        modes = [leg["properties"]["mode"] for leg in legs[0] if leg["properties"]["role"] == "leg"]
        assert bases == {"stops": [], "great-circle": ["great circle"] * 2, "track": ["sea lane", "great circle"]}[geometry]
        assert modes == ([] if geometry == "stops" else ["ship", "unknown"]), "how it was travelled is still told"


class TestNames:
    def test_a_name_without_a_format_is_refused(self, tmp_path):
        with pytest.raises(InputError, match=r"journey\.xyz: its name says no format; end it in \.geojson"):
            geo.write_export(PLANNED, ROUTES, tmp_path / "journey.xyz")

    def test_an_unknown_format_is_refused(self):
        with pytest.raises(InputError, match="'shp' is no format; choose one of geojson"):
            export_bytes(PLANNED, ROUTES, "shp")
