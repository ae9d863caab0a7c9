from __future__ import annotations

from types import SimpleNamespace

import pytest

from geo.reading.reasons import explain_refusal
from maps.language import LANGUAGES, language_of
from maps.reasons import reason_words
from tests.maps import example

MILL = SimpleNamespace(surface="Old Mill")


def refusal(*places) -> str:
    """Have the reader say why it chose none of some places of one name."""
    options = [SimpleNamespace(place=place) for place in places]
    choices = SimpleNamespace(options=options, probabilities=[0.4] * len(options))
    return explain_refusal(MILL, choices, 0)[0]


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
class TestEveryLanguage:
    def test_says_why_one_place_was_not_taken(self, code):
        words = reason_words(refusal(example.BERLIN), language_of(code))
        assert "Old Mill" in words
        assert "Berlin (DE)" in words
        assert "the text" not in words

    def test_says_why_none_of_several_was_taken(self, code):
        words = reason_words(refusal(example.BERLIN, example.PRAGUE), language_of(code))
        assert "Berlin (DE)" in words
        assert "40" in words
        assert "best guess" not in words


def test_english_stays_as_the_reader_wrote_it():
    for reason in (refusal(example.BERLIN), refusal(example.BERLIN, example.PRAGUE)):
        assert reason_words(reason, language_of("en")) == reason


def test_what_an_editor_wrote_stays():
    assert reason_words("we could not ask anyone", language_of("de")) == "we could not ask anyone"
