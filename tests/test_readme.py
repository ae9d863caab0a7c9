"""The README's words: its code runs, and its example commands are typed rightly."""

import re
import shlex
from pathlib import Path

import click
import pytest

from maps.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAM = re.search(r"^    import geo, maps\n(?:(?:    .*)?\n)*", README, re.MULTILINE)[0]
#: The lines of examples, which end in a comment; those of the synopsis have "..." and brackets instead.
EXAMPLES = re.findall(r"^    dateline (.*?) +#", README, re.MULTILINE)


def test_the_library_example_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    source = re.sub(r"^    ", "", PROGRAM, flags=re.MULTILINE)
    names = {"paths": sorted((ROOT / "seeds").glob("*.txt"))}
    exec(source, names)
    assert {path.name for path in tmp_path.iterdir()} == {"map.html", "journey.geojson"}
    assert len(names["stops"])
    assert len(names["legs"])


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_command_is_typed_rightly(example):
    words = shlex.split(example)
    command = main.get_command(click.Context(main), words[0])
    assert command.make_context(words[0], words[1:])


def test_there_are_examples():
    assert len(EXAMPLES) >= 4
