import csv
import io
import json


def rows(result):
    return [line.split("\t") for line in result.stdout.splitlines()]


def test_lists_the_likeliest_first(dateline):
    result = dateline("geocode", "Paris")
    assert result.exit_code == 0
    assert rows(result)[0][0].endswith("France")


def test_takes_an_area_after_a_comma(dateline):
    assert rows(dateline("geocode", "Moscow, Idaho"))[0][0].endswith("Idaho, United States")


def test_keeps_to_a_country(dateline):
    assert all(row[0].endswith("United States") for row in rows(dateline("geocode", "Paris", "--country", "us")))


def test_puts_the_nearest_first(dateline):
    assert "Massachusetts" in rows(dateline("geocode", "Springfield", "--near", "Boston"))[0][0]


def test_says_how_another_spelling_matched(dateline):
    (row,) = rows(dateline("geocode", "Reykjavvik", "--limit", 1))
    assert row[0].startswith("Reykjavík")
    assert row[-1] == "folded"


def test_a_name_that_nobody_knows_is_a_failure(dateline):
    result = dateline("geocode", "Qqxzqqxz")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'Qqxzqqxz'" in result.stderr


def test_a_name_that_nobody_knows_is_told_with_what_comes_near(dateline):
    assert "'Port of Qqxz Rotterdam'; did you mean Rotterdam?" in dateline("geocode", "Port of Qqxz Rotterdam").stderr


def test_a_page_of_letters_is_not_repeated_whole(dateline):
    assert len(dateline("geocode", "q" * 100_000).stderr) < 300


def test_a_country_that_is_no_code_is_told(dateline):
    assert "'France', which is no ISO code" in dateline("geocode", "Paris", "--country", "France").stderr


def test_prints_json(dateline):
    (first, *_) = json.loads(dateline("geocode", "Moscow, Idaho", "-f", "json").stdout)
    assert (first["id"], first["country"], first["match"]) == ("geonames:5601538", "US", "exact")


def test_prints_geojson_with_longitude_first(dateline):
    collection = json.loads(dateline("geocode", "Vladivostok", "-f", "geojson").stdout)
    (lon, lat) = collection["features"][0]["geometry"]["coordinates"]
    assert (collection["type"], round(lat), round(lon)) == ("FeatureCollection", 43, 132)


class TestCsv:
    def test_adds_the_place_of_each_row(self, dateline):
        result = dateline("geocode", "--csv", "-", "--column", "town", stdin="n,town\n1,Vladivostok\n2,Paris\n")
        first, second = csv.DictReader(io.StringIO(result.stdout))
        assert result.exit_code == 0
        assert (first["n"], first["place_id"], first["country"]) == ("1", "geonames:2013348", "RU")
        assert second["place"].endswith("France")

    def test_keeps_columns_of_the_same_name(self, dateline):
        result = dateline("geocode", "--csv", "-", "--column", "town", stdin="lat,town\nmine,Paris\n")
        (row,) = csv.DictReader(io.StringIO(result.stdout))
        assert row["lat"] == "mine"
        assert float(row["dateline_lat"]) > 48

    def test_names_the_lines_without_a_place(self, dateline):
        result = dateline("geocode", "--csv", "-", "--column", "town", stdin="town\nParis\nQqxzqqxz\n")
        assert result.exit_code == 1
        assert len(result.stdout.splitlines()) == 3
        assert "line 3: no place 'Qqxzqqxz'" in result.stderr

    def test_names_the_columns_that_there_are(self, dateline):
        result = dateline("geocode", "--csv", "-", "--column", "city", stdin="town,n\nParis,1\n")
        assert result.exit_code == 1
        assert "no column 'city'; its columns are town, n" in result.stderr

    def test_has_no_other_format(self, dateline):
        result = dateline("geocode", "--csv", "-", "--column", "town", "-f", "geojson", stdin="town\nParis\n")
        assert (result.exit_code, result.stdout) == (2, "")

    def test_is_instead_of_a_name(self, dateline):
        assert dateline("geocode").exit_code == 2
        assert dateline("geocode", "Paris", "--csv", "-", "--column", "town", stdin="town\n").exit_code == 2
        assert dateline("geocode", "--csv", "-", stdin="town\n").exit_code == 2
