from __future__ import annotations

import json

import pytest
import shapely

from maps.basemap import area_rings, basemap, encode, windows
from maps.extent import Extent
from maps.labels import ground_labels
from maps.language import ENGLISH
from maps.vectors import Layer, bundled_layer, read_layer, write_layer

REGION = Extent(125.0, 38.0, 132.0, 44.0)
PACIFIC = Extent(139.0, -19.0, 238.0, 38.0)


def decoded(flat, step):
    points, x, y = [], 0, 0
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x * step, y * step))
    return points


def land_at(layers, lon, lat):
    return any(
        sum(shapely.Polygon(decoded(ring, layer["step"])).contains(shapely.Point(lon, lat)) for ring in layer["land"]) % 2
        for layer in layers
        if "land" in layer
    )


class TestBasemap:
    def test_knows_land_from_sea(self):
        layers = basemap(windows(REGION, REGION))
        assert land_at(layers, 127.0, 40.0)
        assert not land_at(layers, 130.5, 40.0)

    def test_crosses_the_antimeridian_in_one_piece(self):
        layers = basemap(windows(PACIFIC, PACIFIC))
        assert land_at(layers, 360 - 119.0, 37.0)
        assert land_at(layers, 138.5, 36.3)
        assert not land_at(layers, 180.0, 20.0)

    def test_is_drawn_where_shores_touch_themselves(self):
        islands = Extent(-187.5202058, -25.703071222, -165.7199812, -7.066942778)
        layers = basemap(windows(islands, islands))
        assert land_at(layers, 178.0 - 360, -17.8)
        assert not land_at(layers, -175.0, -17.8)

    def test_has_no_land_twice_where_a_finer_window_lies(self):
        world, *_, view = windows(REGION, REGION.joined(Extent(37.0, 20.0, 135.0, 56.0)))
        assert not land_at(basemap([world]), 127.0, 40.0)
        assert land_at(basemap([view]), 127.0, 40.0)

    def test_is_small_and_the_same_each_time(self):
        chosen = windows(REGION, REGION)
        first, second = (json.dumps(basemap(chosen)) for _ in range(2))
        assert first == second
        assert len(first) < 250_000

    def test_a_line_of_control_is_not_drawn_as_a_border(self):
        (view,) = basemap(windows(REGION, REGION)[-1:])
        lats = [point[1] for line in view["disputed"] for point in decoded(line, view["step"])]
        assert any(37.7 < lat < 38.7 for lat in lats)


class TestAreas:
    def test_codes_of_geonames_name_polygons(self):
        primorye = shapely.unary_union([shapely.Polygon(decoded(ring, 0.01)) for ring in area_rings(("RU.59",), 130.0, 0.01)])
        assert primorye.contains(shapely.Point(132.5, 44.0))
        assert not primorye.contains(shapely.Point(135.1, 48.5))

    @pytest.mark.parametrize("code", ["RU.59", "RU.30", "US.MT", "US.TX", "GB.ENG", "DE.02", "CA.08", "UA.11", "KP.12", "CN.05"])
    def test_first_order_areas_are_there(self, code):
        assert area_rings((code,), 0.0, 0.02)

    def test_crimea_is_where_the_united_nations_have_it(self):
        (ukraine,) = bundled_layer("countries").where(code="UA").geometries
        assert ukraine.contains(shapely.Point(34.1, 45.0))

    def test_an_unknown_code_has_no_outline(self):
        assert area_rings(("XX.99",), 0.0, 0.01) == []


class TestGroundLabels:
    def test_names_countries_and_seas_in_the_view_but_no_stop_twice(self):
        names = {label["name"] for label in ground_labels(REGION, REGION, ["Pyongyang"], ENGLISH)}
        assert {"North Korea", "China", "Sea of Japan"} <= names
        assert "Pyongyang" not in names

    def test_every_sea_lies_on_the_sea(self):
        land = shapely.union_all(bundled_layer("land_50m").geometries)
        layer = bundled_layer("seas")
        ashore = [record["name"] for point, record in zip(layer.geometries, layer.records, strict=True) if land.contains(point)]
        assert ashore == []


class TestLayerFiles:
    def test_what_is_written_is_read_and_the_bytes_are_the_same(self, tmp_path):
        square = shapely.MultiPolygon([shapely.box(179.9, -1, 180, 1), shapely.box(-180, -1, -179.9, 1)])
        layer = Layer((square,), ({"code": "XX", "name": "é"},))
        for name in ("a", "b"):
            write_layer(tmp_path / name, layer)
        assert read_layer(tmp_path / "a") == layer
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_encoding_drops_repeats_and_keeps_the_way():
    assert encode([(1.0, 2.0), (1.001, 2.0), (1.1, 2.2)], 0.1) == [10, 20, 1, 2]
