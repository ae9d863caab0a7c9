"""Sentences cut without a parser: what follows an abbreviation stays with it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.text.sentences import cut_sentences


def cut(text):
    return [text[start:end] for start, end in cut_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["She left it.", "He stayed."],
        ["Did she leave?", "“Yes,” he said.”", "Nobody stayed!"],
        ["They sailed in 1999.", "Nobody knew."],
    ],
)
def test_each_sentence_stands_alone(sentences):
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    ["She drove to St. Louis.", "Gov. Ana Berg left at 9 a.m. Monday.", "The U.S. Senate met.", "He asked for 3.5 million.", ""],
)
def test_an_abbreviation_ends_nothing(text):
    assert cut(text) == [text]


@given(st.text(alphabet='abc. !?A"\n', max_size=80))
def test_nothing_but_white_space_is_left_out(text):
    spans = list(cut_sentences(text, 0, len(text)))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(not text[end:start].strip() for (_, end), (start, _) in pairwise(spans))
