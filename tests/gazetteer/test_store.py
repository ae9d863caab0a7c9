import pickle
import random
import subprocess
import sys
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import BBox, Gazetteer
from gazetteer.build.compiler import compile_entries
from gazetteer.build.entry import Entry
from gazetteer.errors import InputError
from gazetteer.spatial import distance_km
from tests.gazetteer.conftest import ENTRIES, OVERLAY, write_gazetteer


def ids(candidates):
    return [candidate.place.id for candidate in candidates]


class TestOpen:
    def test_says_in_one_sentence_that_a_file_is_missing(self, tmp_path):
        with pytest.raises(InputError, match=r"can't be opened .*make data"):
            Gazetteer.open(tmp_path / "none.gaz")

    @pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04" + bytes(100), bytes(400)])
    def test_refuses_what_is_no_gazetteer(self, tmp_path, content):
        path = tmp_path / "places.gaz"
        path.write_bytes(content)
        with pytest.raises(InputError, match="make data"):
            Gazetteer.open(path)

    def test_refuses_a_file_cut_short(self, tmp_path):
        path = write_gazetteer(tmp_path)
        path.write_bytes(path.read_bytes()[:-8])
        with pytest.raises(InputError, match="cut short"):
            Gazetteer.open(path)

    def test_refuses_a_damaged_directory(self, tmp_path):
        path = write_gazetteer(tmp_path)
        data = bytearray(path.read_bytes())
        data[40] ^= 1
        path.write_bytes(data)
        with pytest.raises(InputError, match="damaged"):
            Gazetteer.open(path)

    def test_refuses_damaged_names(self, tmp_path):
        path = write_gazetteer(tmp_path)
        data = path.read_bytes()
        path.write_bytes(data.replace(b"We love Marisa.", b"We lost Marisa."))
        with pytest.raises(InputError, match="damaged"):
            Gazetteer.open(path)

    def test_refuses_a_damaged_overlay(self, tmp_path):
        path = write_gazetteer(tmp_path)
        path.with_name("overlay.json").write_text("{", encoding="utf-8")
        with pytest.raises(InputError, match=r"overlay\.json is damaged"):
            Gazetteer.open(path)

    def test_refuses_an_overlay_cut_short(self, tmp_path):
        path = write_gazetteer(tmp_path)
        overlay = path.with_name("overlay.json")
        overlay.write_bytes(overlay.read_bytes()[:-3])
        with pytest.raises(InputError, match=r"overlay\.json is damaged"):
            Gazetteer.open(path)

    def test_names_the_damaged_line_of_an_overlay(self, tmp_path):
        path = write_gazetteer(tmp_path)
        overlay = path.with_name("overlay.json")
        overlay.write_bytes(overlay.read_bytes().replace(b'{"name":"Old March"', b'{"name":"Old March'))
        with pytest.raises(InputError, match=r"damaged at dateline:old-march"):
            list(Gazetteer.open(path).lookup("Old March"))

    def test_refuses_an_overlay_of_another_file(self, tmp_path):
        path = write_gazetteer(tmp_path)
        path.write_bytes(compile_entries(ENTRIES[:4]))
        with pytest.raises(InputError, match=r"overlay\.json was made for another gazetteer"):
            Gazetteer.open(path)

    def test_refuses_a_file_of_another_version(self, tmp_path, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr("gazetteer.container._VERSION", 99)
            path = write_gazetteer(tmp_path)
        with pytest.raises(InputError, match=r"it has format 99, and this Dateline reads format \d"):
            Gazetteer.open(path)

    def test_does_without_an_overlay(self, tmp_path):
        path = write_gazetteer(tmp_path)
        path.with_name("overlay.json").unlink()
        assert len(Gazetteer.open(path)) == len(ENTRIES)

    def test_loads_no_heavy_library(self):
        code = (
            "import sys; from gazetteer import Gazetteer; Gazetteer.bundled().lookup('Paris');"
            "print([m for m in ('numpy', 'shapely', 'geopy', 'pyarrow', 'pandas') if m in sys.modules])"
        )
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


class TestLookup:
    @pytest.mark.parametrize(
        ("name", "kind", "country"),
        [
            ("Manchester", "PPLA2", "GB"), ("Philadelphia", "PPLA2", "US"), ("Omsk", "PPLA", "RU"), ("São Paulo", "PPLA", "BR"),
            ("Odessa", "PPLA", "UA"), ("Peking", "PPLC", "CN"), ("Victoria", "ADM1", "AU"), ("Georgia", "PCLI", "GE"),
        ],
    )  # fmt: skip
    def test_puts_what_the_world_means_by_a_name_first(self, bundled, name, kind, country):
        best = bundled.lookup(name)[0].place
        assert (best.kind.code, best.country) == (kind, country)

    def test_puts_the_likeliest_first(self, small):
        assert ids(small.lookup("Zenda")) == ["geonames:4", "geonames:5", "geonames:3"], (
            "a town before a county that is called otherwise in full"
        )

    def test_sees_past_case_accents_and_short_forms(self, small):
        assert ids(small.lookup("ST. MERAC")) == ["geonames:7"]

    def test_says_what_the_name_is_to_the_place(self, small):
        kinds = {c.place.id: c.name_kind for c in small.lookup("Zenda")}
        assert kinds == {"geonames:4": "name", "geonames:3": "part", "geonames:5": "name"}

    def test_takes_only_capitals_for_a_code(self, small):
        (found,) = small.lookup("ZND")
        assert found.name_kind == "code"
        assert found.cost > 0
        assert not small.lookup("Znd")
        assert not small.ids("znd")

    def test_drops_the_article(self, small):
        assert ids(small.lookup("the Old March")) == ["dateline:old-march"]

    def test_finds_what_the_overlay_adds(self, small):
        assert [(c.place.id, c.name_kind) for c in small.lookup("R.R.")] == [("geonames:1", "abbreviation")]
        assert [(c.place.id, c.name_kind) for c in small.lookup("Ruritanian")] == [("geonames:1", "demonym")]

    def test_keeps_to_the_limit(self, small):
        assert len(small.lookup("Zenda", limit=2)) == 2

    @pytest.mark.parametrize("name", ["", " ", "???", "Nowhere at all"])
    def test_finds_nothing_under_no_name(self, small, name):
        assert not small.lookup(name)
        assert not small.lookup(name, fold=True, fuzzy=True)

    @pytest.mark.parametrize(
        ("name", "place_id", "match"),
        [
            ("Hassanovo", "geonames:6", "folded"),
            ("Khasanobo", "geonames:6", "fuzzy"),
            ("County of Zenda", "geonames:3", "reordered"),
            ("Streltsov Krai Assembly", "geonames:2", "contained"),
        ],
    )
    def test_says_how_what_is_not_exact_comes_near_and_at_what_cost(self, small, name, place_id, match):
        best = small.lookup(name)[0]
        assert (best.place.id, best.match) == (place_id, match)
        assert best.cost > 0

    def test_gives_nothing_near_where_exact_is_asked_for_or_found(self, small):
        assert not small.lookup("Hassanovo", exact=True)
        assert {c.match for c in small.lookup("Zenda")} == {"exact"}

    def test_takes_no_common_word_for_a_place_inside_a_name(self, bundled):
        """Park, University and Of are villages."""
        assert not [c for c in bundled.lookup("University Park of Qwxyz") if c.match == "contained"]

    def test_says_that_it_folded_and_the_cost(self, small):
        (found,) = small.lookup("Hassanovo", fold=True)
        assert (found.place.id, found.matched, found.match) == ("geonames:6", "Khasanovo", "folded")
        assert found.cost > 0

    def test_says_that_it_is_fuzzy_and_the_cost(self, small):
        (found,) = small.lookup("Khasanobo", fuzzy=True)
        assert (found.place.id, found.match) == ("geonames:6", "fuzzy")
        assert found.cost > 0

    def test_is_not_fuzzy_about_short_names(self, small):
        assert not small.lookup("Zand", fuzzy=True)

    def test_puts_exact_before_respelt_and_each_place_once(self, bundled):
        found = bundled.lookup("Hassan", fold=True, fuzzy=True, limit=500)
        order = [("exact", "folded", "fuzzy").index(c.match) for c in found]
        assert order == sorted(order)
        assert len({c.place.id for c in found}) == len(found)

    @settings(deadline=None)
    @given(name=st.text())
    def test_exact_costs_nothing_and_is_contained(self, bundled, name):
        for candidate in bundled.lookup(name, exact=True):
            assert candidate.match == "exact"
            assert (candidate.cost > 0) == (candidate.name_kind == "code")
            assert -90 <= candidate.place.lat <= 90
            assert -180 <= candidate.place.lon <= 180

    def test_ids_are_those_of_lookup(self, small):
        assert list(small.ids("Zenda")) == ids(small.lookup("Zenda"))

    def test_contains_names(self, small):
        assert "zenda" in small
        assert "Nowhere" not in small
        assert 4 not in small


class TestPlace:
    def test_round_trips_every_field(self, small):
        place = small.place("geonames:2")
        entry = ENTRIES[1]
        assert (place.id, place.name, place.lat, place.lon, place.population, place.bbox) == (
            entry.id, entry.name, entry.lat, entry.lon, entry.population, entry.bbox,
        )  # fmt: skip
        assert (place.kind.feature_class, place.kind.code, place.country, place.admin1, place.admin2) == (
            "A",
            "ADM1",
            "RR",
            "01",
            "",
        )

    @pytest.mark.parametrize("place_id", [entry.id for entry in ENTRIES] + ["dateline:old-march"])
    def test_finds_each_by_its_id(self, small, place_id):
        assert small.place(place_id).id == place_id

    @pytest.mark.parametrize(
        "place_id",
        [
            *("geonames:999", "airport:XXX", "dateline:nowhere", "naturalearth:1", "airfield:00AK", "own:x"),
            *("", "4", "osm:4", "geonames:x", "airport:TOOLONG", "geonames:99999999999"),
        ],
    )
    def test_says_that_there_is_none(self, small, place_id):
        with pytest.raises(InputError, match=f"no place '{place_id}'"):
            small.place(place_id)


class TestAreas:
    def test_parents_go_from_small_to_large(self, small):
        assert [area.id for area in small.parents(small.place("geonames:4"))] == ["geonames:3", "geonames:2", "geonames:1"]

    def test_an_area_is_not_its_own_parent(self, small):
        assert [area.id for area in small.parents(small.place("geonames:2"))] == ["geonames:1"]

    def test_country_and_first_order_area_by_code(self, small):
        assert small.country("rr").id == "geonames:1"
        assert small.admin1("RR", "01").id == "geonames:2"
        assert small.country("XX") is None
        assert small.admin1("RR", "99") is None

    def test_a_region_holds_what_lies_in_its_members(self, small):
        region = small.place("dateline:old-march")
        assert region.contains(small.place("geonames:4"))
        assert not region.contains(small.place("geonames:5"))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """Places crowded about a corner of cells, about the poles and about the antimeridian, on it too."""
    chance = random.Random(7)
    centres = [(49.0, 19.0, 0.4), (89.6, 0.0, 0.4), (-89.6, 0.0, 0.4), (0.0, 180.0, 0.9)]
    points = [
        (centre[0] + chance.uniform(-1, 1) * centre[2], centre[1] + chance.uniform(-1, 1) * centre[2]) for centre in centres * 60
    ]
    points += [(lat, chance.uniform(-180, 180)) for lat in (89.7, -89.7) * 60]
    points += [(49.0, 19.0), (90.0, 0.0), (-90.0, 0.0), (0.5, 180.0), (0.5, -180.0)]
    entries = [
        Entry(f"geonames:{n}", "X", "P", "PPL", lat, lon - 360 * (lon > 180)) for n, (lat, lon) in enumerate(points, 10_000)
    ]
    path = tmp_path_factory.mktemp("crowd") / "places.gaz"
    path.write_bytes(compile_entries(entries))
    return Gazetteer.open(path)


class TestNear:
    def test_nearest_first(self, small):
        assert [p.id for p in small.near(49.2, 19.2, km=20)] == ["geonames:4", "airport:ZND", "geonames:6", "geonames:3"]

    def test_looks_across_the_antimeridian(self, small):
        assert {p.id for p in small.near(-30.1, 180.0, km=50)} == {"geonames:5", "geonames:7"}

    @settings(deadline=None)
    @given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), km=st.floats(1, 300))
    def test_misses_nothing(self, tmp_path_factory, lat, lon, km):
        entries = [
            Entry(f"geonames:{n}", "X", "P", "PPL", lat_, lon_)
            for n, (lat_, lon_) in enumerate([(lat, lon), (89.9, 0), (-89.9, 90), (0, 180)])
        ]
        path = tmp_path_factory.mktemp("near") / "places.gaz"
        path.write_bytes(compile_entries(entries))
        found = {p.id for p in Gazetteer.open(path).near(lat, lon, km=km)}
        assert found == {e.id for e in entries if distance_km(lat, lon, round(e.lat, 5), round(e.lon, 5)) <= km}

    @pytest.mark.parametrize(
        ("lat", "lon"), [(49.0, 19.0), (49.31, 18.99), (89.95, 100.0), (-89.2, 0.0), (0.4, 179.9), (-0.7, -180.0)]
    )
    def test_a_few_are_the_nearest_of_all(self, crowd, lat, lon):
        everything = [(distance_km(lat, lon, place.lat, place.lon), place.id) for place in crowd]
        for km in (3, 25, 300):
            nearest = [place_id for away, place_id in sorted(everything) if away <= km]
            for limit in (1, 7, 60, 1000):
                assert [p.id for p in crowd.near(lat, lon, km=km, limit=limit)] == nearest[:limit]

    def test_of_some_kinds_only(self, small):
        assert [p.id for p in small.near(49.2, 19.2, km=20, feature_classes="P")] == ["geonames:4", "geonames:6"]
        assert [p.id for p in small.near(49.2, 19.2, km=20, feature_classes="SA", limit=1)] == ["airport:ZND"]
        assert [p.id for p in small.near(49.0, 19.0, km=5, feature_classes="L")] == ["dateline:old-march"]
        assert not small.near(49.2, 19.2, km=20, feature_classes="T")

    @pytest.mark.parametrize(("lat", "lon", "km"), [(nan, 0, 5), (0, inf, 5), (0, 0, nan)])
    def test_refuses_what_is_no_number(self, small, lat, lon, km):
        with pytest.raises(InputError, match="no circle on Earth"):
            small.near(lat, lon, km=km)


class TestWithin:
    def test_refuses_a_box_without_sides(self, small):
        with pytest.raises(InputError, match="no box on Earth"):
            list(small.within(BBox(0, nan, 5, 5)))

    def test_a_box_across_the_antimeridian(self, small):
        assert {p.id for p in small.within(BBox(170, -40, -170, 0))} == {"geonames:5", "geonames:7"}

    def test_the_whole_globe(self, small):
        assert {place.id for place in small.within(BBox(-180, -90, 180, 90))} == {place.id for place in small}
        assert len(small) == len(ENTRIES) + len(OVERLAY["places"])

    @pytest.mark.parametrize(
        "box",
        [
            *(BBox(18.7, 48.9, 19.3, 49.4), BBox(19, 49, 19, 49), BBox(-180, 89, 180, 90), BBox(-180, -90, -100, -89)),
            *(BBox(179.5, -1, -179.5, 1), BBox(180, -90, 180, 90), BBox(-180, -90, -180, 90), BBox(170, -10, 190, 10)),
        ],
    )
    def test_holds_what_its_corners_say_edges_included(self, crowd, box):
        assert sorted(p.id for p in crowd.within(box)) == sorted(p.id for p in crowd if box.contains(p.lat, p.lon))

    def test_of_some_kinds_only(self, small):
        assert {p.id for p in small.within(BBox(18, 48, 20, 50), feature_classes="LS")} == {"airport:ZND", "dateline:old-march"}


class TestPrefix:
    def test_likeliest_first_with_cost(self, small):
        found = small.prefix("Zen")
        assert found[0].place.id == "geonames:4"
        assert {c.match for c in found} == {"prefix"}
        assert small.prefix("") == ()


class TestCandidates:
    def test_are_the_same_however_they_are_read(self, small):
        one_by_one = [small.lookup("Zenda")[at] for at in range(3)]
        assert list(small.lookup("Zenda")) == one_by_one == list(small.lookup("Zenda")[:])
        assert small.lookup("Zenda") == tuple(one_by_one)

    def test_survive_pickling(self, small):
        found = small.lookup("Zenda")[0]
        assert pickle.loads(pickle.dumps(found)) == found


class TestBundled:
    @pytest.mark.parametrize(
        ("name", "first"),
        [
            ("Moscow", "geonames:524901"),
            ("Georgia", "geonames:614540"),
            ("U.S.", "geonames:6252001"),
            ("Calif.", "geonames:5332921"),
            ("Russian Far East", "dateline:russian-far-east"),
            ("Black Sea", "dateline:black-sea"),
            ("Peking", "geonames:1816670"),
            ("O'Hare", "airport:ORD"),
        ],
    )
    def test_first_meaning(self, bundled, name, first):
        assert bundled.lookup(name)[0].place.id == first

    def test_other_romanisations_reach_small_places(self, bundled):
        folded = {c.place.id: c for c in bundled.lookup("Hassan", fold=True)}
        assert folded["geonames:2022586"].match == "folded"

    @pytest.mark.parametrize("code", ["RU", "US", "FJ"])
    def test_extents_cross_the_antimeridian_where_the_country_does(self, bundled, code):
        box = bundled.country(code).bbox
        assert box.contains(bundled.country(code).lat, bundled.country(code).lon)
        assert (box.west > box.east) == (code != "US")

    def test_every_country_lies_in_its_extent(self, bundled):
        countries = [c for c in map(bundled.country, ("FR", "NL", "CL", "JP", "EG", "BR", "NG", "IN", "GB")) if c]
        assert all(c.bbox.contains(c.lat, c.lon) for c in countries)

    def test_file_is_whole(self, bundled):
        from gazetteer.container import Container

        Container(bundled.path).check()
