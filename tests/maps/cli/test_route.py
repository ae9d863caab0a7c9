import json
from typing import get_args

from geojson_pydantic import FeatureCollection

from geo.model import Mode
from maps.cli import main


def leg_of(collection):
    (leg,) = [feature for feature in collection["features"] if feature["properties"]["role"] == "leg"]
    return leg


def test_gives_one_leg_and_two_stops_and_says_what_the_names_were_taken_for(dateline):
    result = dateline("route", "Hamburg", "Berlin")
    assert result.exit_code == 0
    collection = json.loads(result.stdout)
    assert [feature["properties"]["role"] for feature in collection["features"]] == ["stop", "stop", "leg"]
    leg = leg_of(collection)["properties"]
    assert (leg["from"], leg["to"], leg["mode"], leg["basis"], leg["countries"]) == (
        "Hamburg",
        "Berlin",
        "train",
        "track",
        ["DE"],
    )
    assert 250 < leg["length_km"] < 330
    assert 0.9 < leg["on_network"] <= 1
    assert "Hamburg: Hamburg, DE" in result.stderr


def test_the_leg_starts_and_ends_at_its_stops(dateline):
    first, last, leg = json.loads(dateline("route", "Hamburg", "Berlin", "--mode", "car").stdout)["features"]
    assert leg["geometry"]["coordinates"][0] == first["geometry"]["coordinates"]
    assert leg["geometry"]["coordinates"][-1] == last["geometry"]["coordinates"]


def test_claims_nothing(dateline):
    collection = json.loads(dateline("route", "Hamburg", "Berlin").stdout)
    assert {feature["properties"]["status"] for feature in collection["features"]} == {"possible"}
    assert {feature["properties"]["sources"] for feature in collection["features"]} == {0}


def test_is_valid_geojson(dateline):
    collection = json.loads(dateline("route", "Tokyo", "San Francisco", "--mode", "ship").stdout)
    # The validator warns of every box that crosses the antimeridian, although RFC 7946 (section 5.2) asks for it.
    FeatureCollection.model_validate({name: value for name, value in collection.items() if name != "bbox"})


def test_credits_the_network_that_it_used(dateline):
    collection = json.loads(dateline("route", "Hamburg", "Berlin").stdout)
    assert "OpenStreetMap contributors" in [credit["source"] for credit in collection["credits"]]


def test_cuts_a_line_at_the_antimeridian(dateline):
    collection = json.loads(dateline("route", "Tokyo", "San Francisco", "--mode", "plane").stdout)
    assert leg_of(collection)["geometry"]["type"] == "MultiLineString"


def test_writes_a_file(dateline, tmp_path):
    result = dateline("route", "Hamburg", "Berlin", "-o", tmp_path / "line.geojson")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(json.loads((tmp_path / "line.geojson").read_text(encoding="utf-8"))["features"]) == 3


def test_a_folder_that_is_not_there_is_a_failure(dateline, tmp_path):
    result = dateline("route", "Hamburg", "Berlin", "-o", tmp_path / "nowhere" / "line.geojson")
    assert result.exit_code == 1
    assert "can't be written" in result.stderr


def test_goes_by_the_places_that_are_given(dateline):
    collection = json.loads(dateline("route", "Vladivostok", "Moscow", "--via", "Beijing", "--via", "Ulaanbaatar").stdout)
    assert leg_of(collection)["properties"]["countries"] == ["RU", "CN", "MN", "RU"]


def test_keeps_to_the_borders_that_were_open_on_the_day(dateline):
    words = ("route", "Helsinki", "Vyborg", "--mode", "car", "--on")
    countries = [
        leg_of(json.loads(dateline(*words, day).stdout))["properties"]["countries"] for day in ("2019-06-01", "2024-06-01")
    ]
    assert countries[0] == ["FI", "RU"]
    assert countries[1] != ["FI", "RU"]


def test_draws_a_small_map_that_stands_alone(dateline, tmp_path):
    page = tmp_path / "line.html"
    assert dateline("route", "Hamburg", "Berlin", "--map", page).exit_code == 0
    drawn = page.read_text(encoding="utf-8")
    assert "Hamburg to Berlin" in drawn
    assert "A calculated route: no article tells of this journey." in drawn
    assert "calculated, not reported" in drawn
    assert "0 independent sources" not in drawn
    assert "0 articles" not in drawn


def test_takes_the_town_of_an_area_with_its_name(dateline):
    assert "Khabarovsk, RU (48.46" in dateline("route", "Khabarovsk", "Vladivostok").stderr


def test_a_mode_that_nobody_knows_is_a_mistake_in_typing(dateline):
    assert dateline("route", "Hamburg", "Berlin", "--mode", "broom").exit_code == 2


def test_a_name_that_nobody_knows_is_a_failure(dateline):
    result = dateline("route", "Hamburg", "Qqxzqqxz")
    assert (result.exit_code, result.stdout) == (1, "")


def test_offers_every_mode_that_there_is():
    (mode,) = [option for option in main.commands["route"].params if option.name == "mode"]
    assert tuple(mode.type.choices) == get_args(Mode)


def test_takes_positions(dateline):
    result = dateline("route", "53.55, 10.00", "Berlin")
    assert json.loads(result.stdout)["features"][0]["geometry"]["coordinates"] == [10.0, 53.55]


def test_guesses_that_a_position_is_swapped(dateline):
    result = dateline("route", "139.69,35.68", "Osaka")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "looks as if lat and lon are swapped" in result.stderr


def test_goes_to_the_city_that_a_country_is_named_after(dateline):
    assert "Djibouti: Djibouti, DJ (11.589, 43.145)" in dateline("route", "Djibouti", "Berlin", "--mode", "plane").stderr


def test_draws_no_map_over_its_own_line(dateline, tmp_path):
    result = dateline("route", "Hamburg", "Berlin", "-o", tmp_path / "line", "--map", tmp_path / "line")
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())
