"""Files are whole or as they were, alone and as a set: with no room, no rights, or a process that dies while it writes."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import geo
from gazetteer.errors import OutputError
from geo.files import write_text_whole, written_together
from tests.maps import example

ROOT = Path(__file__).parents[2]
OLD = {"a.txt": "old a", "b.txt": "old b"}


@pytest.fixture
def folder(tmp_path):
    for name, text in OLD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def renew(folder: Path, names) -> None:
    with written_together(folder) as stage:
        for name in names:
            (stage / name).write_text("new", encoding="utf-8")


class TestOneFile:
    def test_a_pipe_is_written_to_and_stays_a_pipe(self, tmp_path):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True) as reader:
            write_text_whole(pipe, "line")
            assert reader.communicate()[0] == "line"
        assert pipe.is_fifo()

    def test_a_link_stays_and_what_it_leads_to_is_written(self, folder):
        (folder / "link").symlink_to("a.txt")
        write_text_whole(folder / "link", "new")
        assert (folder / "link").is_symlink()
        assert (folder / "a.txt").read_text(encoding="utf-8") == "new"


class TestASet:
    def test_appears_together_and_leaves_other_files_alone(self, folder):
        with written_together(folder) as stage:
            (stage / "b.txt").write_text("new b", encoding="utf-8")
            (stage / "c.txt").write_text("new c", encoding="utf-8")
            assert set(held_files(folder)) == set(OLD)
        assert held(folder) == {"a.txt": "old a", "b.txt": "new b", "c.txt": "new c"}

    def test_that_cannot_be_finished_changes_nothing(self, folder):
        def fail(stage):
            (stage / "a.txt").write_text("new a", encoding="utf-8")
            raise OSError(28, "No space left on device", str(stage / "b.txt"))

        with pytest.raises(OutputError) as caught, written_together(folder) as stage:
            fail(stage)
        assert held(folder) == OLD
        assert str(caught.value).startswith(f"{folder / 'b.txt'}: can't be written (No space left on device)")

    def test_of_which_one_cannot_take_its_place_changes_nothing(self, folder):
        (folder / "c.txt").mkdir()
        with pytest.raises(OutputError, match=r"c\.txt: can't be written \(it is a folder\)"):
            renew(folder, ("a.txt", "c.txt"))
        (folder / "c.txt").rmdir()
        assert held(folder) == OLD

    def test_goes_back_where_a_move_fails_half_way(self, folder, monkeypatch):
        moved = []

        def replace(source, target):
            if moved and Path(source).parent.name != "former":
                raise OSError(5, "Input/output error", str(source))
            moved.append(target)
            return real(source, target)

        real = os.replace
        monkeypatch.setattr(os, "replace", replace)
        with pytest.raises(OutputError):
            renew(folder, OLD)
        assert moved
        assert held(folder) == OLD

    def test_keeps_the_rights_of_the_file_that_it_replaces(self, folder):
        (folder / "a.txt").chmod(0o640)
        with written_together(folder) as stage:
            (stage / "a.txt").write_text("new", encoding="utf-8")
        assert (folder / "a.txt").stat().st_mode & 0o777 == 0o640

    def test_in_a_folder_that_is_none_is_refused_in_a_sentence(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(OutputError, match="can't be written"), written_together(tmp_path / "file"):
            pass


def held_files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file()]


KILLED = """
import sys
from geo.files import write_text_whole, written_together
with written_together(sys.argv[1]) as stage:
    (stage / "a.txt").write_text("new a")
    print("written", flush=True)
    sys.stdin.read()
"""


def test_a_process_killed_in_the_middle_leaves_the_old_set_and_the_next_clears_up(folder):
    command = [sys.executable, "-c", KILLED, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "written\n"
        process.send_signal(signal.SIGKILL)
    assert {name: (folder / name).read_text(encoding="utf-8") for name in held_files(folder)} == OLD
    with written_together(folder) as stage:
        (stage / "b.txt").write_text("new b", encoding="utf-8")
    assert held(folder) == {"a.txt": "old a", "b.txt": "new b"}


def test_a_publication_that_does_not_fit_on_the_disk_leaves_the_old_one(tmp_path):
    itinerary = geo.write_itinerary(example.rail_trip()[0], tmp_path / "itinerary.yaml")
    out = tmp_path / "out"
    out.mkdir()
    old = {name: f"old {name}" for name in ("map.html", "journey.geojson", "embed.html")}
    for name, text in old.items():
        (out / name).write_text(text, encoding="utf-8")
    # The GeoJSON fits, the page does not: as on a disk that fills up between them.
    limit = 60_000
    result = subprocess.run(
        [sys.executable, "-m", "maps", "map", str(itinerary), "-o", str(out)], cwd=ROOT, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert result.returncode == 1
    assert f"Error: {out / 'map.html'}: can't be written" in result.stderr
    assert "Traceback" not in result.stderr
    assert held(out) == old
