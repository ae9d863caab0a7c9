from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace

import folium
import pytest
from folium.plugins import MarkerCluster

import maps
from gazetteer.errors import InputError, OutputError
from maps.page import as_json
from tests.maps import example


@pytest.fixture
def m():
    return maps.journey_map(*example.rail_trip())


def written(m, tmp_path):
    maps.write_page(m, tmp_path / "map.html")
    return (tmp_path / "map.html").read_text(encoding="utf-8")


class TestWritePage:
    def test_same_itinerary_same_bytes(self, m, tmp_path):
        assert written(m, tmp_path) == written(maps.journey_map(*example.rail_trip()), tmp_path)

    def test_can_be_written_twice(self, m, tmp_path):
        assert written(m, tmp_path) == written(m, tmp_path)

    def test_policy_allows_each_script_and_style_by_its_hash_and_nothing_else(self, m, tmp_path):
        page = written(m, tmp_path)
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1)
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        for code in re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, flags=re.DOTALL):
            assert base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() in policy

    def test_head_has_what_readers_and_machines_need(self, m, tmp_path):
        page = written(m, tmp_path)
        assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
        assert "<title>Ilse Brandt: Berlin to Prague by train;" in page
        assert 'name="description" content="Map: Ilse Brandt' in page
        assert '<link rel="icon" href="data:,">' in page
        assert "user-scalable" not in page

    def test_a_hostile_text_stays_inside_its_data(self, tmp_path):
        page = written(maps.journey_map(*example.hostile()), tmp_path)
        assert len(re.findall(r"</script", page, flags=re.IGNORECASE)) == len(re.findall(r"<script[ >]", page))
        assert "onerror=window.hit=1>" not in re.sub(r"&lt;.*?&gt;", "", page)

    def test_half_a_surrogate_pair_in_a_headline_does_not_stop_it(self, tmp_path):
        itinerary, routes = example.rail_trip()
        first, *others = itinerary.articles
        odd = replace(itinerary, articles=(replace(first, title="By train \ud83d"), *others))
        assert "By train" in written(maps.journey_map(odd, routes), tmp_path)

    def test_a_folder_that_is_a_file_is_told(self, m, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(OutputError, match="can't be written"):
            maps.write_page(m, tmp_path / "file" / "map.html")


class TestFoliumLayers:
    def test_a_user_may_add_layers(self, m, tmp_path):
        folium.Marker([50, 15], tooltip="Office").add_to(m)
        folium.CircleMarker([50, 15]).add_to(m)
        folium.GeoJson({"type": "Point", "coordinates": [15, 50]}).add_to(m)
        page = written(m, tmp_path)
        assert "L.circleMarker" in page
        assert page == written(m, tmp_path)

    @pytest.mark.parametrize(
        ("layer", "need"),
        [
            (folium.TileLayer("OpenStreetMap"), "tiles of TileLayer"),
            (folium.Marker([0, 0], icon=folium.Icon(icon="train")), "icon font"),
            (folium.Marker([0, 0], popup="words"), "jQuery"),
            (MarkerCluster(), "leaflet.markercluster.js"),
        ],
    )
    def test_a_layer_that_needs_the_network_is_refused_by_name(self, m, tmp_path, layer, need):
        layer.add_to(m)
        with pytest.raises(InputError, match=need):
            maps.write_page(m, tmp_path / "map.html")
        assert not (tmp_path / "map.html").exists()

    def test_notebooks_get_the_same_page_in_a_frame(self, m):
        shown = m._repr_html_()
        assert shown.count("<iframe") == 1
        assert "cdn." not in shown

    def test_other_maps_of_the_session_are_left_alone(self):
        maps.journey_map(*example.no_journey())
        assert any("jquery" in url for _, url in folium.Map.default_js)


class TestEmbed:
    def test_frame_has_a_title_and_no_more_rights_than_it_needs(self, m, tmp_path):
        maps.write_embed(m, tmp_path / "embed.html", page="the map.html")
        page = (tmp_path / "embed.html").read_text(encoding="utf-8")
        assert 'src="the%20map.html" title="Ilse Brandt: Berlin' in page
        assert 'sandbox="allow-scripts allow-popups"' in page
        assert "<script" not in page


def test_json_cannot_close_its_script():
    text = as_json({"a": "</script><!--\u2028&"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!--\u2028&"}
