"""People's safety, seen from outside: in no published file of any format is a protected point, its name, or a passage that gives it away."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from itertools import chain
from math import hypot

import pytest

import geo
from geo.desk.model import Safety
from geo.model import Itinerary
from tests.geo.desk.cases import CASES, place, story
from tests.published import contents, publish_everything, published_files


def in_one(stories: list[Itinerary]) -> Itinerary:
    """All the stories as one itinerary."""
    fields = ("articles", "travellers", "claims", "conflicts", "mentions", "unlocated")
    joined = {field: tuple(chain.from_iterable(getattr(each, field) for each in stories)) for field in fields}
    journeys = tuple(replace(each.journeys[0], id=f"journey-{number}") for number, each in enumerate(stories, 1))
    return Itinerary(**joined, journeys=journeys)


def digits(name: str) -> list[str]:
    """A place's coordinates as a file could write them, to a hundred metres."""
    return [f"{degrees:.6f}"[:-3] for degrees in (place(name).lat, place(name).lon)]


def plain(text: str) -> str:
    """Text without case and accents, for names in whatever spelling."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))


def stands_in(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as whole words."""
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Every published file of all cases, by name, and what was told at the desk."""
    folder = tmp_path_factory.mktemp("safety")
    geo.write_itinerary(in_one([story(case) for case in CASES]), folder / "itinerary.yaml")
    told = publish_everything(folder / "itinerary.yaml", folder / "out")
    return folder / "out", {path.name: contents(path) for path in published_files(folder / "out")}, told


@pytest.fixture(scope="module")
def plain_files(published):
    return {name: plain(data.decode("utf-8", "replace")) for name, data in published[1].items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
class TestNoFile:
    def test_names_the_place(self, case, plain_files):
        names = [plain(name) for name in (case.at, case.ahead)]
        assert [file for file, text in plain_files.items() for name in names if stands_in(name, text)] == []

    def test_has_the_point(self, case, published):
        for name, data in published[1].items():
            for lat, lon in (digits(case.at), digits(case.ahead)):
                assert not (lat.encode() in data and lon.encode() in data), name

    def test_has_a_line_through_it(self, case, published):
        features = json.loads((published[0] / "journey.geojson").read_text(encoding="utf-8"))["features"]
        shapes = [feature["geometry"]["coordinates"] for feature in features]
        numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", json.dumps(shapes))]
        for name in (case.at, case.ahead):
            true = place(name)
            near = [hypot(lon - true.lon, lat - true.lat) for lon, lat in zip(numbers[::2], numbers[1::2], strict=True)]
            assert min(near) > 0.02, name

    def test_quotes_a_passage_of_it(self, case, published):
        words = f"{case.traveller.name} reached".encode()
        assert [name for name, data in published[1].items() if words in data] == []

    def test_the_desk_is_told_what_was_held_back_and_why(self, case, published):
        told = published[2]
        lines = [line for line in told.splitlines() if line.strip().startswith(f"{place(case.at).name} ({case.traveller.name})")]
        assert lines
        assert f"[{case.rule}]" in lines[0]
        assert ("is shown only as" in lines[0]) == case.finds_area


@pytest.fixture(scope="module")
def overruled(tmp_path_factory):
    """The folder and what was told of a case that an editor decided to publish."""
    folder = tmp_path_factory.mktemp("overruled")
    open_story = story(CASES[0])
    safety = Safety("exact", "M. Tora", "the ministry announced the camp's address")
    journey = replace(open_story.journeys[0], safety=safety)
    geo.write_itinerary(replace(open_story, journeys=(journey,)), folder / "itinerary.yaml")
    return folder / "out", publish_everything(folder / "itinerary.yaml", folder / "out")


class TestOverruled:
    def test_the_point_is_published(self, overruled):
        folder, _ = overruled
        stops = [
            f
            for f in json.loads((folder / "journey.geojson").read_text(encoding="utf-8"))["features"]
            if f["properties"]["role"] == "stop"
        ]
        assert [stop["properties"]["name"] for stop in stops][1] == place(CASES[0].at).name
        assert "protected" not in stops[1]["properties"]

    def test_the_desk_is_told_who_decided_so_and_readers_are_not(self, overruled):
        folder, told = overruled
        assert "is shown as it is: M. Tora decided so: the ministry announced the camp's address [people in flight]." in told
        assert [
            path.name
            for path in published_files(folder)
            if b"M. Tora" in contents(path) or b"ministry announced" in contents(path)
        ] == []


def test_a_title_that_names_a_protected_place_is_refused(dateline, tmp_path):
    geo.write_itinerary(story(CASES[0]), tmp_path / "itinerary.yaml")
    result = dateline("map", tmp_path / "itinerary.yaml", "-o", tmp_path / "out", "--title", "The camp at Svilengrad")
    assert result.exit_code == 1
    assert "--title names a place that is held back" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_day_later_nothing_is_held_back(dateline, tmp_path):
    geo.write_itinerary(story(CASES[0]), tmp_path / "itinerary.yaml")
    result = dateline("map", tmp_path / "itinerary.yaml", "-o", tmp_path / "out", "--as-of", "2024-06-17")
    assert "To protect people" not in result.stderr
    assert "Svilengrad" in (tmp_path / "out" / "journey.geojson").read_text(encoding="utf-8")
