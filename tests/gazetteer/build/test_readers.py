import json

import pytest

from gazetteer import BBox, Gazetteer
from gazetteer.build.airports import bare_name
from gazetteer.build.areas import AreaPoint, read_areas
from gazetteer.build.entry import Entry, is_readable
from gazetteer.build.overlay import compile_overlay
from gazetteer.build.shapes import extent, join
from gazetteer.container import Container
from gazetteer.errors import InputError
from tests.gazetteer.conftest import write_gazetteer


class TestIsReadable:
    @pytest.mark.parametrize(
        ("name", "readable"),
        [
            ("Łódź", True),
            ("al Kuwait", True),
            ("sheng hu li ya", False),
            ("Москва", True),
            ("東京", True),
            ("თბილისი", True),
            ("", False),
        ],
    )
    def test_in_any_script_but_not_in_lower_case(self, name, readable):
        assert is_readable(name) is readable


class TestBareName:
    @pytest.mark.parametrize(
        ("name", "city", "bare"),
        [
            ("London Heathrow Airport", "London", "Heathrow"),
            ("Chicago O'Hare International Airport", "Chicago", "O'Hare"),
            ("Sheremetyevo International Airport", "Moscow", "Sheremetyevo"),
            ("Vladivostok International Airport", "Vladivostok", ""),
            ("John F Kennedy International Airport", "New York", ""),
        ],
    )
    def test_is_a_name_of_its_own_or_nothing(self, name, city, bare):
        assert bare_name(name, city) == bare


class TestReadAreas:
    @pytest.fixture
    def folder(self, tmp_path):
        (tmp_path / "admin1.json").write_text(json.dumps([{"code": "RR.01", "name": "Streltsov Krai"}]))
        (tmp_path / "admin2.json").write_text("[]")
        (tmp_path / "subdivisions.tsv").write_text(
            "Strel\tRR-S\tRR.01\t2\tKrai\tStrelsau|стрел\t1\t\t1\nEmpty\t\tRR.02\t3\tKrai\t\t1\t\t1\n", encoding="utf-8"
        )
        return tmp_path

    def read(self, folder, points, lons):
        towns = [Entry(f"geonames:{n}", "T", "P", "PPL", 10.0 + n, lon, "RR.01", 100) for n, lon in enumerate(lons, 10)]
        return list(read_areas(folder, folder / "subdivisions.tsv", points, towns))

    def test_takes_the_median_of_its_towns(self, folder):
        (area,) = self.read(folder, {}, [1.0, 2.0, 9.0])
        assert (area.name, area.lat, area.lon, area.population) == ("Streltsov Krai", 21.0, 2.0, 300)
        assert area.names == {"Strel": "alternate", "Strelsau": "alternate", "Streltsov": "part"}

    def test_prefers_its_own_point(self, folder):
        (area,) = self.read(folder, {2: AreaPoint("ADM1", "", "S", 5.0, 6.0)}, [1.0])
        assert (area.lat, area.lon) == (5.0, 6.0)

    def test_knows_the_antimeridian(self, folder):
        (area,) = self.read(folder, {}, [179.0, -179.5, -179.0])
        assert area.lon == -179.5
        assert (area.bbox.west, area.bbox.east) == (179.0, -179.0)


class TestShapes:
    def test_extent_leaves_out_remote_parts(self):
        from shapely.geometry import box

        assert extent([box(0, 40, 10, 50), box(12, 40, 13, 41), box(-60, 2, -55, 5)]) == BBox(0, 40, 13, 50)

    def test_extent_crosses_the_antimeridian(self):
        from shapely.geometry import box

        assert extent([box(170, 60, 180, 70), box(-180, 60, -170, 70)]) == BBox(170, 60, -170, 70)

    def test_join_crosses_the_antimeridian(self):
        assert join([BBox(100, 0, 120, 10), BBox(170, 5, -170, 20)]) == BBox(100, 0, -170, 20)


def compiled(folder, base):
    return compile_overlay(*(folder / f"{table}.csv" for table in "satp"), base)


class TestCompileOverlay:
    HEAD = "slug,name,class,code,lat,lon,country,members,aliases,source\n"

    @pytest.fixture
    def tables(self, tmp_path):
        base = Container(write_gazetteer(tmp_path))
        (tmp_path / "s.csv").write_text(self.HEAD + "old-march,Old March,L,RGN,49,19,RR,RR.01,The March;Marches,atlas\n")
        (tmp_path / "a.csv").write_text(
            "name,place,name_kind,source\nStrel.,RR.01,abbreviation,atlas\nMarcher,dateline:old-march,demonym,atlas\n"
        )
        (tmp_path / "t.csv").write_text("country,term,source\nRR,March,atlas\n")
        (tmp_path / "p.csv").write_text("place,lat,lon,source\nRR,49.5,-19.25,atlas\n")
        return tmp_path, base

    def test_gives_places_their_members_extent_and_all_names(self, tables):
        folder, base = tables
        (folder / "overlay.json").write_bytes(compiled(folder, base))
        gazetteer = Gazetteer.open(folder / "places.gaz")
        (march,) = gazetteer.lookup("marches")
        assert march.place.bbox == BBox(18, 48, 20, 50)
        assert march.place.members == ("RR.01",)
        assert [c.name_kind for c in gazetteer.lookup("Marcher")] == ["demonym"]
        assert gazetteer.lookup("Strel.")[0].place.id == "geonames:2"

    def test_finds_areas_with_what_they_are_called_in_their_country(self, tables):
        folder, base = tables
        (folder / "overlay.json").write_bytes(compiled(folder, base))
        gazetteer = Gazetteer.open(folder / "places.gaz")
        area = gazetteer.admin1("RR", "01")
        assert [c.place.id for c in gazetteer.lookup(f"{area.name} March", exact=True)] == [area.id]

    def test_gives_a_place_of_the_file_its_point(self, tables):
        folder, base = tables
        (folder / "overlay.json").write_bytes(compiled(folder, base))
        gazetteer = Gazetteer.open(folder / "places.gaz")
        ruritania = gazetteer.country("RR")
        assert (ruritania.lat, ruritania.lon) == (49.5, -19.25)
        assert gazetteer.near(49.5, -19.25, km=1)[0] == ruritania

    @pytest.mark.parametrize(
        ("table", "row", "says"),
        [
            ("s.csv", "old-march,Again,L,RGN,1,1,,,,x", "twice"),
            ("s.csv", "new,New,L,RGN,1,1,,XX,,x", "XX"),
            ("a.csv", "N,XX.01,alternate,x", "XX.01"),
            ("a.csv", "N,RR,nickname,x", "nickname"),
            ("a.csv", "N,geonames:999,alternate,x", "geonames:999"),
            ("p.csv", "XX,1,1,x", "XX"),
        ],
    )
    def test_names_the_line_that_is_wrong(self, tables, table, row, says):
        folder, base = tables
        path = folder / table
        path.write_text(path.read_text() + row + "\n")
        with pytest.raises(InputError, match=rf"{table}, line \d: .*{says}"):
            compiled(folder, base)
