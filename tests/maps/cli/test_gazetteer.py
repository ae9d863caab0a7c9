import re
import zipfile

import pytest
from click.testing import CliRunner

from maps.cli import main
from tests.gazetteer.conftest import write_gazetteer
from tests.gazetteer.geonames.conftest import NAMES, row


def test_says_what_is_in_it_from_where_and_under_which_licence(dateline):
    result = dateline("gazetteer", "info")
    assert result.exit_code == 0
    for part in ("places under", "countries and dependencies", "sha256", "CC BY 4.0", "public domain"):
        assert part in result.stdout


def test_reads_a_story_with_the_house_s_own_places(dateline, story, tmp_path):
    (tmp_path / "own.csv").write_text("name,place\nBjørgvin,Bergen\n", encoding="utf-8")
    result = dateline("read", story, "--places", tmp_path / "own.csv")
    assert result.exit_code == 0
    assert 'name: "Bjørgvin"' in result.stdout


def test_lists_the_rows_that_it_leaves_out(dateline, tmp_path):
    (tmp_path / "own.csv").write_text("name,lat,lon\nOur Desk,1,1\nBroken,x,1\n", encoding="utf-8")
    result = dateline("geocode", "Our Desk", "--places", tmp_path / "own.csv")
    assert result.exit_code == 0
    assert result.stdout.startswith("Our Desk\t")
    assert "1 row is left out" in result.stderr
    assert "line 3: " in result.stderr


def test_a_file_of_places_that_is_none_is_a_failure(dateline, tmp_path):
    result = dateline("geocode", "Paris", "--places", tmp_path / "none.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "none.csv" in result.stderr


def test_an_itinerary_has_its_places_already(dateline, tmp_path):
    assert dateline("map", tmp_path / "itinerary.yaml", "--places", tmp_path / "own.csv").exit_code == 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A dump that has Bergen and a farm of the name, and a hamlet in the story that the bundled gazetteer does not know."""
    folder = tmp_path_factory.mktemp("dump")
    rows = [
        row(3161732, "Bergen", area="NO.46", lat="60.39299", lon="5.32415", population="285911"),
        row(99000001, "Bergen", area="NO.46", kind="S.FRM", lat="60.4", lon="5.4"),
        row(99000002, "Zembletun", area="NO.46", lat="60.5", lon="5.5", kind="S.FRM"),
        "99000003\tshort",
    ]
    with zipfile.ZipFile(folder / "NO.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("NO.txt", "\n".join(rows))
    (folder / "names.txt").write_text("\n".join(NAMES), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def result(folder):
    return CliRunner().invoke(
        main,
        ["gazetteer", "build", "--geonames", str(folder / "NO.zip"), "-o", str(folder / "world.gaz")],
        prog_name="dateline",
    )


def places_in(itinerary):
    return re.findall(r"geonames:\d+", itinerary)


class TestBuild:
    def test_names_the_file_and_the_rows_that_it_leaves_out(self, result, folder):
        assert (result.exit_code, result.stdout) == (0, f"{folder / 'world.gaz'}\n")
        assert "Reading places: 100 %" in result.stderr
        assert "NO.zip, line 4: it has 2 columns and not 19." in result.stderr
        assert f"1 row was left out; {folder / 'world.gaz.broken.tsv'} lists them." in result.stderr
        assert "3 places and 0 further names were read." in result.stderr

    @pytest.mark.usefixtures("result")
    def test_it_can_be_told_of(self, dateline, folder):
        result = dateline("gazetteer", "info", "--gazetteer", folder / "world.gaz")
        assert "Compiled from:\n\nNO (" in result.stdout
        assert "countries and dependencies" in result.stdout

    @pytest.mark.usefixtures("result")
    def test_a_story_has_the_same_places_with_it_as_with_the_bundled_one(self, dateline, folder, story):
        usual, other = dateline("read", story), dateline("read", story, "--gazetteer", folder / "world.gaz")
        assert other.exit_code == 0
        assert places_in(other.stdout) == places_in(usual.stdout)

    @pytest.mark.usefixtures("result")
    def test_it_knows_what_the_bundled_one_does_not(self, dateline, folder):
        assert dateline("geocode", "Zembletun").exit_code == 1
        assert "geonames:99000002" in dateline("geocode", "Zembletun", "--gazetteer", folder / "world.gaz").stdout

    def test_the_wrong_table_is_a_failure(self, dateline, folder, tmp_path):
        result = dateline("gazetteer", "build", "--geonames", folder / "names.txt", "-o", tmp_path / "x.gaz")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "names.txt is not the table that is expected" in result.stderr


class TestAnotherGazetteer:
    """Each command that looks places up takes one: the small one of the tests knows Zenda and no Oslo."""

    @pytest.fixture
    def small(self, tmp_path):
        folder = tmp_path / "small"
        folder.mkdir()
        return write_gazetteer(folder)

    def test_geocode(self, dateline, small):
        assert dateline("geocode", "Zenda", "--limit", 1, "--gazetteer", small).stdout.startswith("Zenda, Zenda County")
        assert dateline("geocode", "Oslo", "--gazetteer", small).exit_code == 1

    def test_places(self, dateline, small, tmp_path):
        (tmp_path / "news.txt").write_text("The minister arrived in Zenda on Monday.", encoding="utf-8")
        assert "geonames:4" in dateline("places", tmp_path / "news.txt", "--format", "table", "--gazetteer", small).stdout

    def test_route(self, dateline, small):
        result = dateline("route", "Zenda", "Khasanovo", "--mode", "plane", "--gazetteer", small)
        assert "geonames:6" in result.stderr

    def test_map(self, dateline, small, tmp_path):
        (tmp_path / "news.txt").write_text("President Rassendyll flew from Khasanovo to Zenda on Monday.", encoding="utf-8")
        out = tmp_path / "out"
        assert dateline("map", tmp_path / "news.txt", "-o", out, "--gazetteer", small).exit_code == 0
        assert "geonames:4" in (out / "itinerary.yaml").read_text(encoding="utf-8")

    def test_corpus(self, dateline, small, tmp_path):
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "a.txt").write_text("The minister arrived in Zenda on Monday.", encoding="utf-8")
        out = tmp_path / "tables"
        done = dateline("corpus", tmp_path / "news", "-o", out, "--mentions-only", "--workers", 1, "--gazetteer", small)
        assert done.exit_code == 0
        assert "\nZenda\tRR\t1\t1\n" in dateline("corpus", "summary", out).stdout

    def test_a_file_that_is_none_is_a_failure(self, dateline, story):
        result = dateline("read", story, "--gazetteer", story / "monday.txt")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "monday.txt can't be used: it is no gazetteer" in result.stderr
        assert "dateline gazetteer build" in result.stderr

    def test_an_itinerary_has_its_places_already(self, dateline, small, tmp_path):
        assert dateline("map", tmp_path / "itinerary.yaml", "--gazetteer", small).exit_code == 2
