"""A stop that was read from the context, in each export: it says so, and is no event of a time line."""

import json
from dataclasses import replace

import geo
from geo.export import to_geojson
from geo.export.gpx import gpx_text
from geo.export.kml import kml_text
from geo.export.linked_places import to_linked_places
from geo.export.moving_features import to_moving_features
from geo.export.table import rows_of
from geo.export.timeline import to_timeline
from geo.routes.times import estimate_positions
from tests.maps import example

ITINERARY, ROUTES = example.inferred_trip()
COLLECTION = to_geojson(ITINERARY, ROUTES)
WORDS = "No report of a stop here was found: it is inferred from the context."


def stops():
    return [feature["properties"] for feature in COLLECTION["features"] if feature["properties"]["role"] == "stop"]


def test_geojson_gives_the_basis_of_the_stop_and_of_its_passages():
    assert [stop.get("basis") for stop in stops()] == [None, None, "inferred", "inferred"]
    assert [[item.get("basis") for item in stop["evidence"]] for stop in stops()] == [[None], [None], ["inferred"], ["inferred"]]


def test_tables_have_a_column_for_it():
    assert [row["basis"] for row in rows_of(COLLECTION) if row["role"] == "stop"] == [None, None, "inferred", "inferred"]
    assert list(geo.stops_frame(ITINERARY)["basis"]) == ["stated", "stated", "inferred", "inferred"]


def test_kml_names_it_with_its_word_and_gives_it_no_time():
    placemark = next(part for part in kml_text(COLLECTION).split("<Placemark>") if "3. Vienna" in part)
    assert "3. Vienna (inferred)" in placemark
    assert WORDS in placemark
    assert "TimeSpan" not in placemark


def test_gpx_names_it_with_its_word():
    text = gpx_text(COLLECTION)
    assert "4. Budapest (planned, inferred)" in text
    assert text.count(WORDS) == 2


def test_a_slide_of_the_timeline_says_so():
    (slide,) = [event for event in to_timeline(COLLECTION)["events"] if "Vienna" in event["text"]["headline"]]
    assert slide["text"]["headline"] == "Vienna (inferred)"
    assert WORDS in slide["text"]["text"]
    assert "Reported" not in slide["text"]["text"]


def test_linked_places_give_it_no_time():
    vienna = next(each for each in to_linked_places(ITINERARY, COLLECTION)["features"] if each["properties"]["title"] == "Vienna")
    assert "when" not in vienna
    assert vienna["descriptions"][0]["value"].startswith("Stop of Ilse Brandt: inferred.")


def test_nobody_moves_to_it():
    assert {position.place for position in estimate_positions(ITINERARY, ROUTES)} <= {"stop-test:berlin-1", "stop-test:prague-2"}
    assert "16.37208" not in json.dumps(to_moving_features(ITINERARY, ROUTES, COLLECTION))


def test_a_stop_that_is_told_as_well_is_not_inferred():
    first, *others = ITINERARY.journeys[0].stops
    both = replace(first, claims=("i1", "i2"))
    told = replace(ITINERARY, journeys=(replace(ITINERARY.journeys[0], stops=(both, *others)),))
    berlin = next(f["properties"] for f in to_geojson(told, ROUTES)["features"] if f["properties"].get("name") == "Berlin")
    assert "basis" not in berlin
    assert [item.get("basis") for item in berlin["evidence"]] == [None, "inferred"]
