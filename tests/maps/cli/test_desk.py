"""The desk's commands as an editor types them: check, checksheet, sign, retract, and reading again."""

import json
import re

import pytest
from click.testing import CliRunner

from geo.journeys.itinerary_file.itinerary import load_itinerary
from maps.checksheet import checksheet
from maps.cli import main
from maps.stills import STILLS
from tests.maps import example
from tests.maps.conftest import MONDAY, TUESDAY


@pytest.fixture(scope="module")
def text(tmp_path_factory):
    """The itinerary of Monday's article, as the command writes it."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "monday.txt").write_text(MONDAY, encoding="utf-8")
    written = folder / "itinerary.yaml"
    run = CliRunner().invoke(main, ["read", str(folder / "monday.txt"), "--published", "2024-05-07", "-o", str(written)])
    assert run.exit_code == 0
    return written.read_text(encoding="utf-8")


@pytest.fixture
def path(text, story, tmp_path):
    """The itinerary of Monday's article, beside it."""
    (story / "tuesday.txt").unlink()
    (tmp_path / "itinerary.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "itinerary.yaml"


def correct(path, old, new, count=1):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


class TestCheck:
    def test_tells_what_to_look_at_and_ends_well(self, dateline, path):
        result = dateline("check", path)
        assert result.exit_code == 0
        assert "look: 1. Oslo (Maria Lind): one source only: her office." in result.stdout
        assert "0 faults" in result.stderr

    def test_fails_where_there_is_something_to_look_at_if_it_is_to_be_strict(self, dateline, path):
        assert dateline("check", path, "--strict").exit_code == 1

    def test_names_the_lines_of_a_file_that_is_wrong(self, dateline, path):
        correct(path, "    status: happened", "    status: hapened")
        result = dateline("check", path)
        assert result.exit_code == 1
        assert re.search(r"line \d+: status 'hapened' is none of .*did you mean 'happened'", result.stderr)

    def test_passages_that_still_stand_are_no_fault(self, dateline, path, story):
        assert dateline("check", path, "--sources", story).exit_code == 0

    def test_a_passage_that_was_altered_is_a_fault(self, dateline, path, story):
        correct(path, "President Maria Lind left Oslo", "President Maria Lind left Rome")
        result = dateline("check", path, "--sources", story)
        assert result.exit_code == 1
        assert "the article does not say “President Maria Lind left Rome on Monday" in result.stdout

    def test_a_passage_that_its_article_says_no_more_is_a_fault(self, dateline, path, story):
        monday = story / "monday.txt"
        monday.write_text(monday.read_text(encoding="utf-8").replace("left Oslo", "stayed in Oslo"), encoding="utf-8")
        result = dateline("check", path, "--sources", story)
        assert result.exit_code == 1
        assert "the article changed since it was read" in result.stdout
        assert "any more" in result.stdout

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ('"Ber\\u202egen"', "its name holds what no name does: U+202E."),
            ('"Ber\\ngen"', "its name holds what no name does: U+000A."),
            ("<b>Bergen", "its name holds what no name does: <, >."),
            ("Bergen " * 1000, "its name is 6,999 characters long."),
            ('" "', "its name is empty."),
        ],
    )
    def test_a_name_that_is_none_is_to_be_looked_at(self, dateline, path, name, said):
        correct(path, "name: Bergen", f"name: {name}")
        result = dateline("check", path)
        assert said in result.stdout
        assert max(map(len, result.stdout.splitlines())) < 400

    def test_a_name_that_was_typed_in_is_said_to_be_no_signature(self, dateline, path):
        correct(path, 'reviewed_by: ""', "reviewed_by: A. Editor")
        assert "A. Editor does not answer for this any more: the name was typed in" in dateline("check", path).stdout


class TestSign:
    def test_the_picture_says_draft_until_somebody_signs_and_again_after_a_change(self, dateline, path, tmp_path):
        def page():
            assert dateline("map", path, "-o", tmp_path / "out", "--no-stills").exit_code == 0
            return (tmp_path / "out" / "map.html").read_text(encoding="utf-8")

        assert '<p class="draft">' in page()
        signed = dateline("sign", path, "--by", "A. Editor", "--date", "2024-05-08")
        assert signed.exit_code == 0
        assert re.search(r"Signed by A\. Editor: dl-[0-9a-f]{12}, version 1 of 2024-05-08\.", signed.stderr)
        assert '<p class="draft">' not in (first := page())
        assert "Reviewed by A. Editor, 2024-05-08" in first
        correct(path, "    status: possible", "    status: planned")
        assert '<p class="draft">' in page()

    def test_a_new_version_tells_readers_what_changed(self, dateline, path, tmp_path):
        dateline("sign", path, "--by", "A. Editor", "--date", "2024-05-08")
        correct(path, "    status: possible", "    status: denied")
        assert "Stavanger: possible → denied" in dateline("sign", path, "--by", "A. Editor", "--date", "2024-05-09").stderr
        dateline("map", path, "-o", tmp_path / "out", "--no-stills")
        assert "Changed on 9 May 2024: Stavanger: possible → denied" in (tmp_path / "out" / "map.html").read_text(
            encoding="utf-8"
        )

    def test_needs_a_name(self, dateline, path):
        assert dateline("sign", path).exit_code == 2
        assert dateline("sign", path, "--by", " ").exit_code == 1


class TestRetract:
    def test_a_notice_takes_the_place_of_every_file(self, dateline, path, tmp_path):
        out = tmp_path / "out"
        dateline("map", path, "-o", out, "--no-stills")
        before = {"embed.html", "journey.geojson", "map.html", *STILLS}
        (out / "map.svg").write_text("Oslo", encoding="utf-8")
        (out / "journey.gpkg").touch()
        result = dateline("retract", path, "--reason", "It was <b>another</b> president.", "--date", "2024-05-09", "-o", out)
        assert result.exit_code == 0
        assert "Not replaced: journey.gpkg." in result.stderr
        assert before <= {file.name for file in out.iterdir()}
        assert "Oslo" not in (out / "map.svg").read_text(encoding="utf-8")
        page = (out / "map.html").read_text(encoding="utf-8")
        assert "It was &lt;b&gt;another&lt;/b&gt; president." in page
        assert "Oslo" not in page
        assert json.loads((out / "journey.geojson").read_text(encoding="utf-8"))["features"] == []
        assert "Oslo" in path.read_text(encoding="utf-8"), "the desk keeps its file"

    def test_is_not_in_the_itinerary_where_the_notice_could_not_be_written(self, dateline, path, tmp_path):
        before = path.read_bytes()
        (tmp_path / "out" / "map.html").mkdir(parents=True)
        assert dateline("retract", path, "--reason", "It was another president.", "-o", tmp_path / "out").exit_code == 1
        assert path.read_bytes() == before

    def test_holds_for_whatever_is_drawn_later(self, dateline, path, tmp_path):
        dateline("retract", path, "--reason", "It was another president.", "-o", tmp_path)
        result = dateline("map", path, "-o", tmp_path / "later", "--no-stills")
        assert "Draft, not reviewed" not in result.stderr
        assert ": It was another president. Only a notice is made of this itinerary." in result.stderr
        assert "Oslo" not in (tmp_path / "later" / "map.html").read_text(encoding="utf-8")


class TestChecksheet:
    def test_has_every_claim_with_its_passage_in_context_and_a_box(self, dateline, path, story, tmp_path):
        sheet = tmp_path / "sheet.html"
        assert dateline("checksheet", path, "--sources", story, "-o", sheet).exit_code == 0
        page = sheet.read_text(encoding="utf-8")
        claims = load_itinerary(path).claims
        assert page.count('<input type="checkbox"') == len(claims) > 0
        assert "<mark>may</mark>" in page
        assert "Says so: her office" in page
        assert '<span class="context">' in page

    def test_sources_that_are_not_what_was_read_are_told(self, dateline, path, story, tmp_path):
        monday = story / "monday.txt"
        monday.write_text("Maria Lind stayed at home.\n", encoding="utf-8")
        result = dateline("checksheet", path, "--sources", story, "-o", tmp_path / "sheet.html")
        assert result.exit_code == 1
        assert "the article does not say “President Maria Lind left Oslo" in result.stderr
        assert "give the right folder" in result.stderr
        assert (tmp_path / "sheet.html").exists()

    def test_leads_to_the_inferred_claims_first(self):
        page = checksheet(example.inferred_trip()[0])
        assert (
            'Look at these first: no report of them was found, they are inferred from the context. <a href="#claim-2">2</a>'
            in page
        )
        assert "Says so: nobody, it is inferred from the context. In: On tour" in page
        assert "Look at these first" not in checksheet(example.rail_trip()[0])

    def test_ticks_are_carried_into_the_file_and_nothing_else_changes(self, dateline, path, tmp_path):
        before = path.read_text(encoding="utf-8").splitlines()
        ticked = load_itinerary(path).claims[1].id
        (tmp_path / "ticks.json").write_text(json.dumps({"checked": [ticked]}), encoding="utf-8")
        assert dateline("checksheet", path, "--ticks", tmp_path / "ticks.json").exit_code == 0
        assert [claim.checked for claim in load_itinerary(path).claims][:2] == [False, True]
        after = path.read_text(encoding="utf-8").splitlines()
        assert [line for line in after if line.strip() != "checked: true"] == before

    @pytest.mark.parametrize("text", ["", "[]", "{}", '{"checked": 1}', '{"checked": [1]}', "[" * 99_999])
    def test_what_are_no_ticks_is_refused_in_a_sentence(self, dateline, path, tmp_path, text):
        (tmp_path / "ticks.json").write_text(text, encoding="utf-8")
        result = dateline("checksheet", path, "--ticks", tmp_path / "ticks.json")
        assert result.exit_code == 1
        assert "these are no ticks" in result.stderr

    def test_ticks_of_another_itinerary_are_refused(self, dateline, path, tmp_path):
        (tmp_path / "ticks.json").write_text('{"checked": ["elsewhere"]}', encoding="utf-8")
        assert "it has no claim 'elsewhere'" in dateline("checksheet", path, "--ticks", tmp_path / "ticks.json").stderr


class TestReadingAgain:
    def test_tells_what_changed_and_who_says_so(self, dateline, path, story):
        (story / "tuesday.txt").write_text(TUESDAY, encoding="utf-8")
        result = dateline("read", story, "--published", "2024-05-07", "--add", path)
        assert result.exit_code == 0
        assert "Changed by this reading:" in result.stderr
        assert "new: meeting Bergen" in result.stderr

    def test_says_so_when_nothing_changed(self, dateline, path, story):
        result = dateline("read", story, "--published", "2024-05-07", "-o", path)
        assert "This reading changed no stop, leg or meeting." in result.stderr

    def test_adds_nothing_where_an_earlier_article_is_missing(self, dateline, path, tmp_path):
        (tmp_path / "tuesday.txt").write_text(TUESDAY, encoding="utf-8")
        before = path.read_bytes()
        result = dateline("read", tmp_path / "tuesday.txt", "--add", path)
        assert result.exit_code == 1
        assert "was read from monday.txt too" in result.stderr
        assert path.read_bytes() == before

    def test_a_stop_that_was_deleted_by_hand_is_said_to_be_back(self, dateline, path, story):
        itinerary = load_itinerary(path)
        last = itinerary.journeys[0].stops[-1]
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        begins = [index for index, line in enumerate(lines) if line.startswith("  - place:")][
            len(itinerary.journeys[0].stops) - 1
        ]
        ends = next(index for index in range(begins, len(lines)) if lines[index].startswith("  legs:"))
        path.write_text("".join(lines[:begins] + lines[ends:]), encoding="utf-8")
        result = dateline("read", story, "--published", "2024-05-07", "-o", path)
        assert f"{last.place.name} is back: it was deleted from the file; write 'removed: true'" in result.stderr
