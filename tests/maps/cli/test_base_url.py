import json

import pytest

import geo
from maps.embed import SHARED
from tests.geo.example import ITINERARY

BASE = "https://news.example/maps/choir"


@pytest.fixture
def itinerary(tmp_path):
    return geo.write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")


class TestBaseUrl:
    def test_adds_the_files_for_other_sites_and_names_the_address(self, dateline, itinerary, tmp_path):
        assert dateline("map", itinerary, "-o", tmp_path / "out", "--base-url", f"{BASE}/").exit_code == 0
        assert {path.name for path in (tmp_path / "out").iterdir()} >= set(SHARED)
        answer = json.loads((tmp_path / "out" / "oembed.json").read_text(encoding="utf-8"))
        assert answer["thumbnail_url"] == f"{BASE}/card.png"
        assert f'href="{BASE}/oembed.json"' in (tmp_path / "out" / "map.html").read_text(encoding="utf-8")

    def test_without_stills_no_picture_is_promised(self, dateline, itinerary, tmp_path):
        dateline("map", itinerary, "-o", tmp_path / "out", "--base-url", BASE, "--no-stills")
        for name in ("map.html", "oembed.json"):
            assert "card.png" not in (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert "map.svg" not in (tmp_path / "out" / "map.html").read_text(encoding="utf-8")

    def test_what_is_no_address_is_refused_before_anything_is_read(self, dateline, itinerary, tmp_path):
        result = dateline("map", itinerary, "-o", tmp_path / "out", "--base-url", "news.example")
        assert result.exit_code == 2
        assert "is no address of a folder" in result.stderr
        assert not (tmp_path / "out").exists()

    def test_a_retraction_replaces_these_files_too(self, dateline, itinerary, tmp_path):
        dateline("map", itinerary, "-o", tmp_path, "--base-url", BASE, "--no-stills")
        result = dateline("retract", itinerary, "--reason", "It never sailed.", "--date", "2024-06-01", "--base-url", BASE)
        assert result.exit_code == 0
        for path in tmp_path.iterdir():
            assert path == itinerary or b"Apia" not in path.read_bytes(), path.name
