"""What a desk wrote into an itinerary file outlives later readings, and the command tells what became of it."""

import json

import pytest

PLAN = "---\ndate: 2024-05-24\nsource: The Quay\n---\nIngrid Holm will travel to Bergen on Wednesday.\n"
DONE = "---\ndate: 2024-05-31\nsource: Vestavisen\n---\nIngrid Holm arrived in Bergen on Wednesday.\n"
THREAT = "safety: {show: none, by: Jo, reason: threat}"


class Desk:
    """A folder with a plan, an itinerary made of it, and an article that tells how it came out."""

    def __init__(self, folder, run):
        self.folder, self.run = folder, run
        self.itinerary = folder / "it.yaml"
        (folder / "plan.md").write_text(PLAN, encoding="utf-8")
        (folder / "done.md").write_text(DONE, encoding="utf-8")
        assert run("read", folder / "plan.md", "-o", self.itinerary).exit_code == 0

    def write(self, mark, below="    status: planned\n"):
        text = self.itinerary.read_text(encoding="utf-8")
        assert below in text
        self.itinerary.write_text(text.replace(below, f"{below}    {mark}\n", 1), encoding="utf-8")

    def change(self, old, new):
        text = self.itinerary.read_text(encoding="utf-8")
        assert old in text
        self.itinerary.write_text(text.replace(old, new, 1), encoding="utf-8")

    def comes_true(self):
        """Read the other article too."""
        result = self.run("read", self.folder / "plan.md", self.folder / "done.md", "--add", self.itinerary)
        assert result.exit_code == 0
        return result.stderr

    def is_worded_otherwise(self):
        """Mend the wording of the plan, and read it again."""
        (self.folder / "plan.md").write_text(PLAN.replace("will travel", "is to travel"), encoding="utf-8")
        result = self.run("read", self.folder / "plan.md", "-o", self.itinerary)
        assert result.exit_code == 0
        return result.stderr

    def published(self):
        out = self.folder / "out"
        assert self.run("map", self.itinerary, "-o", out, "--no-stills").exit_code == 0
        return (out / "map.html").read_text(encoding="utf-8"), json.loads((out / "journey.geojson").read_text(encoding="utf-8"))

    def stops(self):
        return [f["properties"]["name"] for f in self.published()[1]["features"] if f["properties"]["role"] == "stop"]


@pytest.fixture
def desk(tmp_path, dateline):
    return Desk(tmp_path, dateline)


class TestAPlanThatCameTrue:
    def test_stays_hidden(self, desk):
        desk.write(THREAT)
        assert "Bergen: still not shown (Jo: threat), now told as happened (Vestavisen, 31 May 2024)" in desk.comes_true()
        page, collection = desk.published()
        assert "Bergen" not in page + json.dumps(collection)
        assert f"    {THREAT}\n" in desk.itinerary.read_text(encoding="utf-8")

    def test_stays_removed(self, desk):
        desk.write("removed: true")
        told = desk.comes_true()
        assert "Bergen: still removed, now told as happened (Vestavisen, 31 May 2024)" in told
        assert "new: stop Bergen" not in told
        assert desk.stops() == []
        assert "Ingrid Holm: Bergen" not in desk.published()[0]

    def test_keeps_its_note(self, desk):
        desk.write("note: rang the hotel")
        desk.comes_true()
        assert "    note: rang the hotel\n" in desk.itinerary.read_text(encoding="utf-8")

    def test_is_not_checked_any_more_and_that_is_told(self, desk):
        desk.change("    checked: false\n", "    checked: true\n")
        assert "Bergen: not checked any more, because what it stands on has changed, now told as happened" in desk.comes_true()

    def test_is_one_stop_under_its_new_name(self, desk):
        desk.change("      name: Bergen\n", "      name: Bjørgvin\n")
        desk.comes_true()
        assert desk.stops() == ["Bjørgvin"]

    def test_is_one_stop_with_its_new_status(self, desk):
        desk.change("    status: planned\n", "    status: possible\n")
        assert "Bergen: status stays possible as corrected, now told as happened (Vestavisen, 31 May 2024)" in desk.comes_true()
        assert desk.stops() == ["Bergen"]

    def test_is_told_by_map_too(self, desk):
        out = desk.folder / "drawn"
        desk.run("map", desk.folder / "plan.md", "-o", out, "--no-stills")
        desk.itinerary = out / "itinerary.yaml"
        desk.write(THREAT)
        result = desk.run("map", desk.folder / "plan.md", desk.folder / "done.md", "-o", out, "--no-stills")
        assert "Bergen: still not shown (Jo: threat)" in result.stderr
        assert "Bergen" not in (out / "map.html").read_text(encoding="utf-8")


class TestAnArticleOfOtherWords:
    def test_stays_hidden(self, desk):
        desk.write(THREAT)
        assert (
            "Bergen: still not shown (Jo: threat), now told in other words (The Quay, 24 May 2024)" in desk.is_worded_otherwise()
        )
        assert "Bergen" not in desk.published()[0]

    def test_stays_removed(self, desk):
        desk.write("removed: true")
        assert "Bergen: still removed, now told in other words" in desk.is_worded_otherwise()
        assert desk.stops() == []

    def test_can_be_added_to_although_the_file_keeps_the_old_words(self, desk):
        """A removed claim holds on to the passage that it was removed for, and this to the article as it was."""
        desk.change("  background: false\n  places:", "  background: false\n  removed: true\n  places:")
        (desk.folder / "plan.md").write_text(DONE.replace("Ingrid Holm arrived", "Nils Berg slept"), encoding="utf-8")
        desk.run("read", desk.folder / "plan.md", "-o", desk.itinerary)
        assert desk.run("read", desk.folder / "plan.md", desk.folder / "done.md", "--add", desk.itinerary).exit_code == 0

    def test_says_what_is_told_no_more_and_stays_hidden(self, desk):
        desk.write(THREAT)
        (desk.folder / "plan.md").write_text(PLAN.replace("will travel to Bergen on Wednesday", "loves Bergen"), encoding="utf-8")
        told = desk.run("read", desk.folder / "plan.md", "-o", desk.itinerary).stderr
        assert (
            "Bergen: no article tells of it any more; it is not drawn, and stays in the file with your decision: not shown (Jo: threat)"
            in told
        )
        assert "Bergen" not in desk.published()[0]
