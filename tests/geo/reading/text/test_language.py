"""English is told by its commonest words, and no other language is told so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.text.language import _ENGLISH, _is_plainly_english

WORDS = ("the", "to", "and", "of", "Bahn", "fährt", "nach", "Čačak", "train", "“Le", "-", "the,", "")


@pytest.mark.parametrize(
    "text",
    [
        "The train to the coast was late, and the crew of the ferry said that it was in no hurry.",
        "The train, he said, is late – and to the passengers’ dismay the crew of the ferry was in the port.",
    ],
)
def test_english(text):
    assert _is_plainly_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Zug nach Wien fuhr am Montag mit zwei Stunden Verspätung ab, und die Reisenden warteten in der Halle.",
        "Le train pour Lyon est parti lundi avec deux heures de retard, et les voyageurs ont attendu dans le hall.",
    ],
)
def test_others(text):
    assert not _is_plainly_english(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_one_word_in_eight_is_common_and_strange_letters_count_against_it(words):
    text = " ".join(words)
    strange = sum(not character.isascii() for character in text)
    bare = "".join(character if character.isalpha() and character.isascii() else " " for character in text).split()
    common = sum(word.lower() in _ENGLISH for word in bare)
    expected = strange * 3 <= len(bare) and (common - 2 * strange) * 8 >= len(bare) + strange
    assert _is_plainly_english(text) == expected
