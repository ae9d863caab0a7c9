import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from maps.cli import main
from tests.maps.conftest import MONDAY, TUESDAY

ROOT = Path(__file__).parents[3]

STILLS = ["card.png", "map.pdf", "map.png", "map.svg", "map@2x.png"]
PAGES = ["embed.html", "itinerary.yaml", "journey.geojson", "map.html"]
OUTPUTS = sorted([*PAGES, *STILLS])


def written(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The story drawn once: what it printed, and the folder."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "monday.txt").write_text(MONDAY, encoding="utf-8")
    (folder / "tuesday.txt").write_text(TUESDAY, encoding="utf-8")
    command = ["map", str(folder), "--published", "2024-05-07", "-o", str(folder / "out")]
    return CliRunner().invoke(main, command, prog_name="dateline"), folder / "out"


@pytest.fixture
def drawn(first, tmp_path):
    """The folder of a story that was drawn, to do with as a test likes."""
    return Path(shutil.copytree(first[1], tmp_path / "out"))


class TestFromArticles:
    def test_writes_what_a_desk_publishes_and_prints_the_path_of_the_map_alone(self, first):
        result, folder = first
        assert result.exit_code == 0
        assert result.stdout == f"{folder / 'map.html'}\n"
        assert list(written(folder)) == OUTPUTS

    def test_prints_the_stops_for_a_person(self, first):
        result, _ = first
        assert "Oslo (NO)" in result.stderr
        assert "Draft, not reviewed." in result.stderr

    def test_gives_the_same_bytes_in_every_process(self, dateline, tmp_path):
        # The order of sets changes with the seed of the hash, which a process chooses when it starts.
        seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
        command = [sys.executable, "-m", "maps", "map", "seeds", "-o", str(tmp_path / "other")]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
        assert dateline("map", ROOT / "seeds", "-o", tmp_path / "here").exit_code == 0
        assert written(tmp_path / "here") == written(tmp_path / "other")

    def test_takes_standard_input(self, dateline, story, tmp_path):
        text = (story / "monday.txt").read_bytes()
        assert dateline("map", "-", "-o", tmp_path / "out", "--no-stills", stdin=text).exit_code == 0
        assert list(written(tmp_path / "out")) == PAGES

    def test_says_so_when_there_is_no_journey(self, dateline, tmp_path):
        (tmp_path / "prices.txt").write_text("Prices rose in Lagos and Kano, traders said.", encoding="utf-8")
        result = dateline("map", tmp_path / "prices.txt", "-o", tmp_path / "out")
        assert result.exit_code == 0
        assert "No journey was found" in result.stderr
        assert list(written(tmp_path / "out")) == OUTPUTS

    def test_reads_one_text_once(self, dateline, story, tmp_path):
        (story / "copy.txt").write_bytes((story / "monday.txt").read_bytes())
        result = dateline("map", story, "-o", tmp_path / "out", "--no-stills")
        assert result.exit_code == 0
        assert "monday.txt has the same text as copy.txt, and is read once." in result.stderr


class TestWhatCannotBeRead:
    def test_is_named_and_the_rest_is_drawn(self, dateline, story, tmp_path):
        (story / "empty.txt").touch()
        result = dateline("map", story, "nowhere.txt", "-o", tmp_path / "out", "--no-stills")
        assert result.exit_code == 1
        assert "empty.txt is empty" in result.stderr
        assert "nowhere.txt does not exist" in result.stderr
        assert result.stderr.splitlines()[-1].startswith("Error: The map was drawn without ")
        assert list(written(tmp_path / "out")) == PAGES

    def test_other_files_of_a_folder_are_skipped_aloud(self, dateline, story, tmp_path):
        (story / "photo.jpg").write_bytes(b"\xff\xd8")
        result = dateline("map", story, "-o", tmp_path / "out", "--no-stills")
        assert result.exit_code == 0
        assert "photo.jpg is not an article, and is skipped." in result.stderr

    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("empty.txt", b""),
            ("picture.txt", bytes(range(256)) * 40),
            ("unreadable.txt", b"Oslo \x81\x8d\x90 Bergen"),
            ("large.txt", b"Oslo. " * 4_000_000),
            ("article.pdf", b"%PDF-1.7"),
            ("page.json", b"[" * 100_000),
        ],
    )
    def test_alone_is_one_sentence_and_no_file(self, dateline, tmp_path, name, data):
        (tmp_path / name).write_bytes(data)
        result = dateline("map", tmp_path / name, "-o", tmp_path / "out")
        assert result.exit_code == 1
        assert result.stdout == ""
        (sentence,) = result.stderr.splitlines()
        assert sentence.startswith(f"Error: {tmp_path / name} ")
        assert not (tmp_path / "out").exists()

    def test_a_folder_without_articles(self, dateline, tmp_path):
        result = dateline("map", tmp_path)
        assert result.exit_code == 1
        assert "holds no article" in result.stderr

    def test_standard_input_that_is_too_large(self, dateline):
        result = dateline("map", "-", stdin=b"Oslo. " * 4_000_000)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: standard input is larger than 5 MB")


class TestFromAnItinerary:
    def test_draws_the_same_picture_as_from_the_articles(self, dateline, drawn, tmp_path):
        result = dateline("map", drawn / "itinerary.yaml", "-o", tmp_path / "again")
        assert result.exit_code == 0
        again = written(tmp_path / "again")
        assert list(again) == [name for name in OUTPUTS if name != "itinerary.yaml"]
        assert again["journey.geojson"] == written(drawn)["journey.geojson"]

    def test_draws_what_a_person_corrected_and_leaves_the_file_alone(self, dateline, drawn):
        itinerary = drawn / "itinerary.yaml"
        corrected = itinerary.read_text(encoding="utf-8").replace("name: Bergen", "name: Bergen harbour")
        itinerary.write_text(corrected, encoding="utf-8")
        assert dateline("map", itinerary, "-o", drawn, "--no-stills").exit_code == 0
        assert itinerary.read_text(encoding="utf-8") == corrected
        features = json.loads((drawn / "journey.geojson").read_text(encoding="utf-8"))["features"]
        assert "Bergen harbour" in {feature["properties"].get("name") for feature in features}

    def test_corrections_outlive_a_later_reading(self, dateline, drawn, story):
        itinerary = drawn / "itinerary.yaml"
        corrected = itinerary.read_text(encoding="utf-8").replace("name: Bergen", "name: Bergen harbour")
        itinerary.write_text(corrected, encoding="utf-8")
        assert dateline("map", story, "--published", "2024-05-07", "-o", drawn, "--no-stills").exit_code == 0
        assert "name: Bergen harbour" in itinerary.read_text(encoding="utf-8")
        assert "Bergen harbour" in (drawn / "map.html").read_text(encoding="utf-8")

    def test_a_file_that_cannot_be_read_any_more_is_kept(self, dateline, drawn, story):
        itinerary = drawn / "itinerary.yaml"
        itinerary.write_text("journeys: [", encoding="utf-8")
        result = dateline("map", story, "-o", drawn)
        assert result.exit_code == 1
        assert result.stderr.splitlines()[-1].startswith("Error: itinerary.yaml")
        assert itinerary.read_text(encoding="utf-8") == "journeys: ["

    def test_is_drawn_alone(self, dateline, drawn, story):
        result = dateline("map", drawn / "itinerary.yaml", story)
        assert result.exit_code == 2
        assert "An itinerary is drawn alone" in result.stderr

    def test_takes_no_day_of_publication(self, dateline, drawn):
        result = dateline("map", drawn / "itinerary.yaml", "--published", "2024-05-07")
        assert result.exit_code == 2


class TestTheFolder:
    def test_that_is_a_file_is_refused(self, dateline, story, tmp_path):
        (tmp_path / "out").touch()
        assert dateline("map", story, "-o", tmp_path / "out").exit_code == 2

    def test_that_cannot_be_made_is_named(self, dateline, story, tmp_path):
        (tmp_path / "file").touch()
        result = dateline("map", story, "-o", tmp_path / "file" / "out")
        assert result.exit_code == 1
        assert f"{tmp_path / 'file' / 'out'} can't be made" in result.stderr

    def test_where_a_file_cannot_be_replaced_is_named(self, dateline, story, tmp_path):
        (tmp_path / "out" / "map.html").mkdir(parents=True)
        result = dateline("map", story, "-o", tmp_path / "out")
        assert result.exit_code == 1
        assert f"{tmp_path / 'out' / 'map.html'}" in result.stderr.splitlines()[-1]


def test_a_day_that_is_none_is_a_mistake_in_typing(dateline, story):
    result = dateline("map", story, "--published", "yesterday")
    assert result.exit_code == 2
    assert "'yesterday' is no day; write it like 2024-05-31." in result.stderr


class TestLook:
    def test_language_credit_and_theme_reach_the_page(self, dateline, drawn, tmp_path):
        looks = ("--lang", "de", "--credit", "The Desk", "--theme", "press", "--height", "700")
        assert dateline("map", drawn / "itinerary.yaml", *looks, "-o", tmp_path / "de", "--no-stills").exit_code == 0
        page = (tmp_path / "de" / "map.html").read_text(encoding="utf-8")
        assert '<html lang="de">' in page
        assert "The Desk" in page
        assert "height:700px" in (tmp_path / "de" / "embed.html").read_text(encoding="utf-8")

    def test_tiles_come_with_a_warning(self, dateline, drawn, tmp_path):
        tiles = ("--tiles", "https://tiles.example.org/{z}/{x}/{y}.png", "--tiles-credit", "Example Tiles")
        result = dateline("map", drawn / "itinerary.yaml", *tiles, "-o", tmp_path / "tiles", "--no-stills")
        assert result.exit_code == 0
        assert "will ask https://tiles.example.org for tiles" in result.stderr

    def test_what_cannot_be_used_is_told_before_anything_is_written(self, dateline, drawn, tmp_path):
        for option, value in (("--lang", "xx"), ("--theme", "none.toml"), ("--borders", "NZ"), ("--tiles", "x")):
            result = dateline("map", drawn / "itinerary.yaml", option, value, "-o", tmp_path / "no")
            assert result.exit_code == 1
            assert value in result.stderr
        assert not (tmp_path / "no").exists()


class TestStills:
    def test_can_be_left_out(self, dateline, drawn, tmp_path):
        assert dateline("map", drawn / "itinerary.yaml", "--no-stills", "-o", tmp_path / "page").exit_code == 0
        assert list(written(tmp_path / "page")) == ["embed.html", "journey.geojson", "map.html"]

    def test_fit_a_column(self, dateline, drawn, tmp_path):
        assert dateline("map", drawn / "itinerary.yaml", "--column", "420", "-o", tmp_path / "narrow").exit_code == 0
        assert "<svg" in (svg := (tmp_path / "narrow" / "map.svg").read_text(encoding="utf-8"))
        assert 'width="420"' in svg

    def test_of_a_script_without_a_font_come_with_a_word(self, dateline, drawn, tmp_path):
        result = dateline(
            "map", drawn / "itinerary.yaml", "--title", "\u0e01\u0e23\u0e38\u0e07\u0e40\u0e17\u0e1e", "-o", tmp_path / "thai"
        )
        assert result.exit_code == 0
        assert "take this machine's fonts" in result.stderr
