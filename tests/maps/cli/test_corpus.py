"""``dateline corpus`` as a data desk types it."""

import json

import pytest


@pytest.fixture
def archive(tmp_path):
    """Two articles of an archive, and one that is empty."""
    folder = tmp_path / "archive"
    (folder / "2024").mkdir(parents=True)
    for name, text in (
        ("a", "Ada Lund left Oslo for Bergen on Monday.\n"),
        ("b", "Ada Lund arrived in Bergen.\n"),
        ("empty", ""),
    ):
        (folder / "2024" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_reads_what_it_can_names_the_rest_and_ends_with_1(dateline, archive, tmp_path):
    result = dateline("corpus", archive, "-o", tmp_path / "out", "--mentions-only", "--workers", "1")
    assert result.exit_code == 1
    assert result.stdout == f"{tmp_path / 'out'}\n"
    assert f"{archive}/2024/empty.txt is empty" in result.stderr
    assert result.stderr.endswith(f"Error: 1 could not be read; {tmp_path / 'out'}/manifest.json names it.\n")
    assert json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["rows"]["articles"] == 3


def test_sums_up(dateline, archive, tmp_path):
    (archive / "2024" / "empty.txt").unlink()
    assert dateline("corpus", "read", archive, "-o", tmp_path / "out", "--mentions-only", "--workers", "1").exit_code == 0
    result = dateline("corpus", "summary", tmp_path / "out")
    assert result.exit_code == 0
    assert "place\tcountry\tarticles\tmentions\nBergen\tNO\t2\t2\nOslo\tNO\t1\t1\n" in result.stdout
    assert (tmp_path / "out" / "summary.html").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ["in"],
        ["in", "-o", "out", "--column", "body"],
        ["in", "-o", "out", "--column", "words=body"],
        ["in", "-o", "out", "--scheduler", "tcp://127.0.0.1:1", "--dask"],
        ["summary"],
    ],
)
def test_a_command_typed_wrongly_ends_with_2(dateline, words):
    assert dateline("corpus", *words).exit_code == 2


def test_an_input_that_is_not_there_is_one_sentence(dateline, tmp_path):
    result = dateline("corpus", tmp_path / "none", "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "stands for no file" in result.stderr


def test_a_protocol_that_nobody_knows_is_one_sentence(dateline, tmp_path):
    result = dateline("corpus", "nowhere://desk/archive", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "nowhere://desk/archive can't be reached" in result.stderr
