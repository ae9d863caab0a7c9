"""Where a name may go on across a line's end, and where words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.text.tokens import _PIECE, tokenise


def broken(text):
    words = tokenise(text)
    return [words.texts[number] for number in sorted(words.broken) if number < len(words.texts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima\nPeru", ["Peru"]),
        ("Lima\n \n\nPeru", ["Peru"]),
        ("The ferry that left the port in the morning was bound for New\nYork", []),
        ("The ferry that left the port in the morning was bound for York.\nNew", ["New"]),
        ("The ferry that left the port in the morning was bound for York\n\nNew", ["New"]),
        ("The ferry that left the port in the morning was bound for N.\nY. and Lima\nPeru", ["Peru"]),
        ("The ferry that left the port in the morning met JFK.\nA. Lima", ["A"]),
        ("\n\nLima", []),
    ],
)
def test_lines_that_ended_and_lines_that_were_wrapped(text, expected):
    assert broken(text) == expected


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("From northern Iraq to the Gulf of  Aden, N.\nY., went Ann.", ["From northern Iraq", "Gulf of  Aden, N.\nY.", "Ann"]),
        ("the The the of and The the the of and The", ["The the of and The", "The"]),
        ("Sunday in Lima", ["Lima"]),
        ("e-Bay and (Oslo)/Riga", ["Bay", "Oslo", "Riga"]),
    ],
)
def test_runs_stand_where_they_stand(text, runs):
    words = tokenise(text)
    assert [text[words.start(first) : words.ends[last - 1]] for first, last in words.runs] == runs


@given(
    st.lists(
        st.sampled_from(
            ["a", "to", "Gov", "Y", "US", "é", "\u0301", "½", "²", "٣", "7", "19", ".", ",", "'", "’s", "-", "_", "(", "Ñ"]
        ),
        max_size=6,
    )
)
def test_what_is_cut_without_the_pattern_is_cut_as_by_it(parts):
    chunk = "".join(parts)
    assert tokenise(chunk).texts[2:-2] == [piece.group() for piece in _PIECE.finditer(chunk)]
    assert tokenise(f"1 {chunk} 2").texts[3:-3] == [piece.group() for piece in _PIECE.finditer(chunk)]
