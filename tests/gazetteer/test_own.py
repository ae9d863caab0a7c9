import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import BBox
from gazetteer.errors import InputError
from gazetteer.own import read_places

HEAD = "name,lat,lon,aliases,place,country,kind,population\n"


@pytest.fixture
def write(tmp_path):
    def write(text, name="own.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


class TestReadPlaces:
    def test_adds_a_place_under_all_its_names(self, small, write):
        own = small.with_places(read_places(write(HEAD + "Our Desk,49.2,19.21,The Bureau;HQ,,rr,S.BLDG,\n"), small))
        (found,) = own.lookup("the bureau")
        assert found.place.id == "own:our-desk"
        assert (found.place.name, found.place.lat, found.place.lon, found.place.country) == ("Our Desk", 49.2, 19.21, "RR")
        assert own.place("own:our-desk").kind.code == "BLDG"
        assert len(own) == len(small) + 1

    def test_its_own_meaning_comes_first(self, small, write):
        own = small.with_places(read_places(write("name,lat,lon\nZenda,10,10\n"), small))
        assert [c.place.id for c in own.lookup("Zenda")][:2] == ["own:zenda", "geonames:4"]
        assert own.ids("Zenda")[0] == "own:zenda"

    @pytest.mark.parametrize("which", ["geonames:4", "Zenda"])
    def test_calls_a_known_place_as_the_house_does(self, small, write, which):
        own = small.with_places(read_places(write(HEAD + f"Sendau,,,,{which},,,\n"), small))
        assert own.lookup("Sendau")[0].place.id == "geonames:4"
        assert own.lookup("Zenda")[0].place.name == "Sendau"
        assert own.near(49.2, 19.2)[0].name == "Sendau"
        assert own.lookup("Sendau")[0].place.admin2 == "007"
        assert small.lookup("Zenda")[0].place.name == "Zenda"

    def test_calls_a_region_of_the_overlay_as_the_house_does(self, small, write):
        own = small.with_places(read_places(write("name,place\nThe Debatable Land,Old March\n"), small))
        assert own.place("dateline:old-march").name == "The Debatable Land"

    def test_moves_a_known_place(self, small, write):
        own = small.with_places(read_places(write(HEAD + "Zenda,1,2,,geonames:4,,,\n"), small))
        assert own.place("geonames:4") in own.within(BBox(1.9, 0.9, 2.1, 1.1))

    def test_numbers_places_of_one_name(self, small, write):
        own = read_places(write("name,lat,lon\nDesk,1,1\nDesk,2,2\n"), small)
        assert [place.id for place in own.places] == ["own:desk", "own:desk-2"]

    def test_reads_geojson(self, small, write):
        feature = {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [19.21, 49.2]},
            "properties": {"name": "Our Desk", "aliases": ["HQ", "Bureau"], "population": 12},
        }
        text = json.dumps({"type": "FeatureCollection", "features": [feature, {"type": "Feature"}, 4]})
        own = read_places(write(text, "own.geojson"), small)
        assert (own.places[0].lat, own.places[0].lon, own.places[0].population) == (49.2, 19.21, 12)
        assert set(own.names) == {"our desk", "hq", "bureau"}
        assert [fault.split(":")[0] for fault in own.faults] == ["feature 2", "feature 3"]

    @pytest.mark.parametrize(
        ("row", "says"),
        [
            (",1,1,,,,,", "no name"),
            ("X,,,,,,,", "no lat and lon"),
            ("X,north,1,,,,,", "'north'"),
            ("X,91,1,,,,,", "91"),
            ("X,nan,1,,,,,", "nan"),
            ("X,,,,Nowhere at all,,,", "Nowhere at all"),
            ("X,,,,geonames:999,,,", "geonames:999"),
            ("X,1,1,,,Ruritania,,", "Ruritania"),
            ("X,1,1,,,,town,", "town"),
            ("X,1,1,,,,,many", "many"),
        ],
    )
    def test_leaves_out_a_broken_row_and_names_its_line(self, small, write, row, says):
        own = read_places(write(f"{HEAD}Good,1,1,,,,,\n{row}\n"), small)
        assert [place.name for place in own.places] == ["Good"]
        (fault,) = own.faults
        assert fault.startswith("line 3: ")
        assert says in fault

    @pytest.mark.parametrize(
        ("name", "text", "says"),
        [
            ("own.csv", "town,lat,lon\nX,1,1\n", "no column 'name'"),
            ("own.csv", "", "no column 'name'"),
            ("own.csv", 'name,lat\n"X,1\n', "can't be read as CSV"),
            ("own.csv", "name,lat,lon\n", "no place that can be used"),
            ("own.csv", "name,lat,lon\nX,,\n", "line 2"),
            ("own.geojson", "{", "FeatureCollection"),
            ("own.geojson", "[]", "FeatureCollection"),
            ("own.xlsx", "name,lat,lon\nX,1,1\n", r"no \.csv or \.geojson"),
        ],
    )
    def test_says_in_a_sentence_what_is_wrong_with_the_file(self, small, write, name, text, says):
        with pytest.raises(InputError, match=says) as raised:
            read_places(write(text, name), small)
        assert name in str(raised.value)

    def test_says_that_it_is_not_there_or_not_text(self, small, tmp_path):
        with pytest.raises(InputError, match="can't be read"):
            read_places(tmp_path / "none.csv", small)
        (tmp_path / "latin.csv").write_bytes("name,lat,lon\nOrléans,1,1\n".encode("latin-1"))
        with pytest.raises(InputError, match="UTF-8"):
            read_places(tmp_path / "latin.csv", small)

    @settings(deadline=None)
    @given(rows=st.lists(st.lists(st.text(max_size=6), max_size=4), max_size=4))
    def test_never_fails_but_with_a_sentence(self, bundled, tmp_path_factory, rows):
        path = tmp_path_factory.mktemp("own") / "own.csv"
        text = "name,lat,lon,place\n" + "\n".join(",".join(row) for row in rows)
        path.write_bytes(text.encode("utf-8", "replace"))
        try:
            own = read_places(path, bundled)
        except InputError:
            return
        assert all(bundled.with_places(own).lookup(place.name) for place in own.places)
