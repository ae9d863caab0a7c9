"""Passages: exact parts of what was quoted, short, with what matters in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.passages import FEWEST_CHARACTERS, MOST_WORDS, cut_passage, passage_around
from tests.geo.example import article, words

if TYPE_CHECKING:
    from geo.model import Quote

LONG = article(" ".join(f"w{number}" for number in range(80)))


def whole() -> Quote:
    return LONG.quote(0, len(LONG.text))


class TestCutPassage:
    def test_a_short_one_is_left_alone(self) -> None:
        short = LONG.quote(10, 40)
        assert cut_passage(short, [words(LONG, "w70")]) is short

    @pytest.mark.parametrize("kept", ["w0", "w12", "w40", "w79"])
    def test_a_long_one_is_cut_to_its_length_around_what_matters(self, kept: str) -> None:
        cut = cut_passage(whole(), [words(LONG, kept)])
        assert len(cut.text.split()) == MOST_WORDS
        assert kept in cut.text.split()
        assert LONG.text[cut.start : cut.end] == cut.text

    def test_what_does_not_fit_gives_way_to_what_weighs_more(self) -> None:
        cut = cut_passage(whole(), [words(LONG, "w10"), words(LONG, "w70"), words(LONG, "w30")]).text.split()
        assert "w10" in cut
        assert "w30" in cut
        assert "w70" not in cut

    @given(st.text(alphabet="ab \n\u00a0.", max_size=300), st.integers(0, 300), st.integers(0, 30))
    def test_it_is_always_an_exact_part(self, text: str, start: int, length: int) -> None:
        source = article(text)
        quote = source.quote(0, len(text))
        cut = cut_passage(quote, [source.quote(min(start, len(text)), min(start + length, len(text)))])
        assert source.text[cut.start : cut.end] == cut.text
        assert len(cut.text.split()) <= MOST_WORDS


class TestPassageAround:
    def test_it_stays_in_its_paragraph(self) -> None:
        source = article("First paragraph here.\nThe ferry called at Levuka before noon.\nLast paragraph here.")
        assert passage_around(source, words(source, "Levuka")).text == "The ferry called at Levuka before noon."

    def test_a_paragraph_too_short_takes_its_neighbours_words(self) -> None:
        source = article("A heading of several words\n\nLevuka\n\nThe ferry called there before noon.")
        passage = passage_around(source, words(source, "Levuka"))
        assert "Levuka" in passage.text
        assert len(passage.text) >= FEWEST_CHARACTERS
        assert source.text[passage.start : passage.end] == passage.text

    def test_a_text_of_one_word_is_all_there_is(self) -> None:
        source = article("Levuka")
        assert passage_around(source, words(source, "Levuka")).text == "Levuka"

    def test_a_quote_of_another_text_is_refused(self) -> None:
        with pytest.raises(ValueError, match="is not in the text"):
            passage_around(article("Another text."), words(LONG, "w40"))
