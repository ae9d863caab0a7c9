"""A place's name may be only a part of another name, whatever word tells it."""

import pytest

from geo.reading.recognition.longer_names import _CLUBS, _FIRMS, _LONG_PAPERS, _NICKNAMES, _PAPERS, _TREATIES, is_part_of_name

BEHIND = [*f"{_PAPERS} {_FIRMS} {_TREATIES} {_CLUBS}".split(), *_LONG_PAPERS.split("|"), *_NICKNAMES.split("|")]


@pytest.mark.parametrize("word", BEHIND)
def test_a_word_behind_tells(word):
    assert is_part_of_name(f"The Boston {word}", 4, 10)
    assert is_part_of_name(f"The Boston {word}, it was said.", 4, 10)


@pytest.mark.parametrize(
    "text", ["The Boston fcx", "The Boston", "The Boston ", "The Boston Timesheet", "The Boston police", "The Boston-based"]
)
def test_others_do_not(text):
    assert not is_part_of_name(text, 4, 10)
