"""What a user meets who types, stops or pipes the command in an unlucky way."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gazetteer.errors import InputError
from maps.cli.program import Program

ROOT = Path(__file__).parents[3]


def start(*words, **streams):
    return subprocess.Popen([sys.executable, "-m", "maps", *words], cwd=ROOT, stderr=subprocess.PIPE, text=True, **streams)


def program(error):
    """A program whose one command ends in this error."""

    @click.command("run")
    def run():
        raise error

    return Program(commands=[run])


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (InputError("a.txt is empty."), "a.txt is empty."),
        (PermissionError(13, "Permission denied", "a.txt"), "a.txt can't be used: Permission denied."),
        (OSError(28, "No space left on device"), "The output can't be used: No space left on device."),
        (KeyboardInterrupt(), "Stopped. Every file that was written before is whole."),
    ],
)
def test_what_goes_wrong_is_one_sentence(error, sentence):
    result = CliRunner().invoke(program(error), ["run"])
    assert result.exit_code == 1
    assert result.stderr == f"Error: {sentence}\n"


def test_our_own_mistakes_are_not_hidden():
    assert isinstance(CliRunner().invoke(program(ZeroDivisionError()), ["run"]).exception, ZeroDivisionError)


def test_a_reader_that_goes_away_is_one_sentence():
    reading, writing = os.pipe()
    os.close(reading)
    with start("geocode", "Springfield", stdout=writing) as process:
        os.close(writing)
        _, stderr = process.communicate()
    assert process.returncode == 1
    assert stderr == "Error: Nothing reads the output any more, so it was cut short.\n"


def test_ctrl_c_is_one_sentence(tmp_path):
    article = tmp_path / "never.txt"
    os.mkfifo(article)
    # Both ends of a pipe wait until the other is opened: when the block begins, the command is reading an article that never comes.
    # A job in the background ignores the signal, and so would what it starts.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with start("read", str(article), preexec_fn=heeding) as process, article.open("wb"):
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate()
    assert process.returncode == 1
    assert stderr == "Error: Stopped. Every file that was written before is whole.\n"


@pytest.mark.parametrize("words", [[], ["map"], ["draw"], ["map", "--colour"], ["geocode"]])
def test_a_command_typed_wrongly_ends_with_2(dateline, words):
    assert dateline(*words).exit_code == 2


def test_tells_its_version(dateline):
    assert dateline("--version").output.startswith("dateline 0.")


def test_starts_without_what_only_some_commands_need():
    heavy = {"folium", "geopandas", "numpy", "pyproj", "rich", "scipy", "shapely", "spacy"}
    code = "import sys, maps.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert heavy & set(loaded) == set()


def test_without_a_standard_output_nothing_is_said_to_be_done():
    with start("geocode", "Springfield", preexec_fn=lambda: os.close(1)) as process:
        _, stderr = process.communicate()
    assert process.returncode == 1
    assert stderr == "Error: The output can't be used: Bad file descriptor.\n"
