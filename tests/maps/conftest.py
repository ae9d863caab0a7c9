"""A story of two articles, and the command run on it in this process."""

import pytest
from click.testing import CliRunner

from maps.cli import main

MONDAY = """\
President Maria Lind left Oslo on Monday by train for Bergen, her office said.

She is expected to arrive in Bergen on Tuesday, and may travel on to Stavanger, an aide said.
"""
TUESDAY = """\
President Maria Lind arrived in Bergen on Tuesday by train, the newspaper Vestavisen reported.

She met the city's mayor in Bergen.
"""


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "monday.txt").write_text(MONDAY, encoding="utf-8")
    (folder / "tuesday.txt").write_text(TUESDAY, encoding="utf-8")
    return folder


@pytest.fixture
def dateline():
    """Run the command with these words, and give what it printed on each stream and its exit code."""

    def run(*words, stdin=None):
        return CliRunner().invoke(main, [str(word) for word in words], input=stdin, prog_name="dateline")

    return run
