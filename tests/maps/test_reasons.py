from __future__ import annotations

import pytest

from gazetteer import Candidate
from geo.reading.resolution.agreement import Choices
from geo.reading.resolution.options import option_of
from geo.reading.resolution.reasons import explain_direction, explain_refusal
from geo.reading.resolution.scene import NameInStory
from maps.language import LANGUAGES, language_of
from maps.reasons import reason_words
from tests.maps import example

MILL = NameInStory("old mill", "Old Mill")


def refusal(*places) -> str:
    """Have the reader say why it chose none of some places of one name."""
    options = tuple(option_of(Candidate(place, "old mill")) for place in places)
    choices = Choices(options, (0.4,) * len(options), ({},) * len(options))
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

    def test_says_that_a_direction_is_no_place(self, code):
        words = reason_words(*explain_direction(NameInStory("north", "North")), language_of(code))
        assert "North" in words
        assert "alone" not in words


def test_english_stays_as_the_reader_wrote_it():
    for reason in (refusal(example.BERLIN), refusal(example.BERLIN, example.PRAGUE)):
        assert reason_words(reason, language_of("en")) == reason


def test_what_an_editor_wrote_stays():
    assert reason_words("we could not ask anyone", language_of("de")) == "we could not ask anyone"
