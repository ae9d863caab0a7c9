import json
from typing import get_args

from geo.model import Mode
from maps.cli.route import _MODES


def test_gives_a_feature_and_says_what_the_names_were_taken_for(dateline):
    result = dateline("route", "Hamburg", "Berlin")
    assert result.exit_code == 0
    feature = json.loads(result.stdout)
    assert feature["properties"]["basis"] == "track"
    assert 250 < feature["properties"]["length_km"] < 330
    assert "Hamburg: Hamburg, DE" in result.stderr


def test_cuts_a_line_at_the_antimeridian(dateline):
    feature = json.loads(dateline("route", "Tokyo", "San Francisco", "--mode", "plane").stdout)
    assert feature["geometry"]["type"] == "MultiLineString"


def test_takes_the_town_of_an_area_with_its_name(dateline):
    assert "Khabarovsk, RU (48.46" in dateline("route", "Khabarovsk", "Vladivostok").stderr


def test_a_mode_that_nobody_knows_is_a_mistake_in_typing(dateline):
    assert dateline("route", "Hamburg", "Berlin", "--mode", "broom").exit_code == 2


def test_a_name_that_nobody_knows_is_a_failure(dateline):
    result = dateline("route", "Hamburg", "Qqxzqqxz")
    assert (result.exit_code, result.stdout) == (1, "")


def test_offers_every_mode_that_there_is():
    assert get_args(Mode) == _MODES
