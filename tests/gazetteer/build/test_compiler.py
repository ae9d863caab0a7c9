import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.build.__main__ import main
from gazetteer.build.compiler import compile_entries
from gazetteer.build.entry import Entry
from tests.gazetteer.conftest import ENTRIES


class TestCompileEntries:
    @settings(deadline=None)
    @given(st.permutations(ENTRIES))
    def test_order_of_the_sources_does_not_matter(self, entries):
        assert compile_entries(entries) == compile_entries(ENTRIES)

    @pytest.mark.parametrize("seed", ["0", "1"])
    def test_gives_the_same_bytes_in_every_process(self, seed):
        code = (
            "import hashlib; from tests.gazetteer.conftest import ENTRIES; from gazetteer.build.compiler import compile_entries;"
            "print(hashlib.sha256(compile_entries(ENTRIES)).hexdigest())"
        )
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        import hashlib

        assert run.stdout.strip() == hashlib.sha256(compile_entries(ENTRIES)).hexdigest()

    def test_refuses_two_places_of_one_id(self):
        with pytest.raises(ValueError, match="one id"):
            compile_entries([Entry("geonames:1", "A", "P", "PPL", 0, 0), Entry("geonames:1", "B", "P", "PPL", 0, 0)])


class TestMain:
    def test_says_in_one_sentence_that_a_folder_can_t_be_written_to(self, bundled, tmp_path):
        """A folder stands where the overlay is to be: like a full disk, it lets no file be written."""
        (tmp_path / "places.gaz").symlink_to(bundled.path)
        overlay = tmp_path / "overlay.json"
        overlay.mkdir()
        (overlay / "kept").touch()
        with pytest.raises(SystemExit, match=r"^Error: .*overlay\.json can't be written .*: choose another folder\.$"):
            main(["--overlay", str(tmp_path)])
        assert sorted(path.name for path in tmp_path.iterdir()) == ["overlay.json", "places.gaz"]

    def test_says_in_one_sentence_that_there_is_no_gazetteer(self, tmp_path):
        with pytest.raises(SystemExit, match=r"^Error: .*places\.gaz can't be opened"):
            main(["--overlay", str(tmp_path)])
