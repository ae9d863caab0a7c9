"""The page of an archive: whole in itself, safe with hostile names, and with the counts in words."""

import json
import re

import pytest

import maps
from geo.corpus.grid import cell_at
from geo.corpus.summary import Count, PlaceCount, Summary
from maps.archive_map import archive_map

HOSTILE = '<img src=x onerror="document.title=1">{{ 7 * 7 }}\u202e'


def summary(*, places=(), travellers=(), complete=True):
    cells = {}
    for place in places:
        if not place.is_area:
            cell = cell_at(place.lat, place.lon, 1.0)
            cells[cell] = cells.get(cell, 0) + place.mentions
    return Summary(
        articles=20, mentions=sum(place.mentions for place in places), set_aside=2, shared_ids=0, complete=complete, places=tuple(places),
        countries=(Count("NO", 12, 30),), travellers=tuple(travellers), months=(Count("2024-05", 20, 30),),
        cell_size=1.0, cells=tuple(sorted(cells.items())),
    )  # fmt: skip


def town(name, lat, lon, mentions, *, is_area=False):
    return PlaceCount(name, mentions, mentions, "", f"own:{name}", "NO", is_area, lat, lon)


PLACES = (town("Oslo", 59.9, 10.7, 100), town("Bergen", 60.4, 5.3, 7), town("Norway", 62.0, 10.0, 50, is_area=True))


@pytest.fixture
def page(tmp_path):
    """Write the page of a summary and give its text."""

    def write(found):
        maps.write_page(archive_map(found), tmp_path / "page.html")
        return (tmp_path / "page.html").read_text(encoding="utf-8")

    return write


def data_of(page):
    return json.loads(re.search(r'id="dateline-data">(.*?)</script>', page)[1])


def test_is_the_same_each_time(page):
    assert page(summary(places=PLACES)) == page(summary(places=PLACES))


def test_shades_cells_by_their_mentions_and_leaves_areas_out(page):
    cells = data_of(page(summary(places=PLACES)))["cells"]
    assert {cell["words"][1]: cell["shade"] for cell in cells} == {
        "Oslo: 100 articles, 100 mentions": 5,
        "Bergen: 7 articles, 7 mentions": 1,
    }


def test_says_what_is_missing(page):
    text = page(summary(places=PLACES, complete=False))
    assert "2 could not be read" in text
    assert "this is a part of it" in text
    assert "not reviewed" in text


def test_names_reach_the_page_as_text(page):
    text = page(summary(places=[town(HOSTILE, 59.9, 10.7, 1)], travellers=[Count(HOSTILE, 1, 1, HOSTILE)]))
    assert "<img src=x" not in text
    assert "\u202e" not in text
    assert "{{ 7 * 7 }}" in text


def test_an_archive_without_places_is_a_map_of_the_world(page):
    data = data_of(page(summary()))
    assert data["cells"] == []
    assert data["view"][2] - data["view"][0] > 300
