"""The words right beside a name, whatever white space stands between."""

import pytest

from geo.reading.text.beside import word_before, word_behind


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("They went to ", "to"),
        ("They went\nto  \n", "to"),
        ("They went\n(to\t", "(to"),
        ("the ex-", "ex-"),
        ("", ""),
        ("   ", ""),
        ("far" + " " * 100, ""),
    ],
)
def test_word_before(before, expected):
    assert word_before(f"{before}Lima", len(before)) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" beat Chile", "beat"),
        ("  \nbeat,\nthen", "beat,"),
        (", where", ","),
        ("'s capital", "'s"),
        ("", ""),
        (" ", ""),
        (" " * 100 + "far", ""),
    ],
)
def test_word_behind(behind, expected):
    assert word_behind(f"Lima{behind}", 4) == expected
