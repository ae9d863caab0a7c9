"""Diaries that leave out "I"."""

import pytest

from geo.model import NARRATOR
from tests.geo.stories import journey, statuses, tell


class TestDiaries:
    @pytest.mark.parametrize(
        ("sentence", "status"),
        [
            ("Then walked to Porto.", "happened"),
            ("At noon reached Porto.", "happened"),
            ("Slowly made our way to Porto.", "happened"),
            ("Have been in Porto two days.", "happened"),
            ("Shall arrive in Porto tomorrow night.", "planned"),
            ("Will go on to Porto in the morning.", "planned"),
            ("Intend to leave for Porto tomorrow.", "planned"),
            ("Hope to reach Porto tomorrow night.", "possible"),
            ("Had meant to go on to Porto but the wind was foul.", "denied"),
            ("Never got to Porto.", "denied"),
        ],
    )
    def test_what_follows_is_told_of_the_same(self, sentence, status):
        told = tell(f"12 May. Sailed to Lisbon in the rain. {sentence}")
        assert (journey(told).traveller, statuses(told)) == (NARRATOR, {"Lisbon": "happened", "Porto": status})

    @pytest.mark.parametrize("verb", ["Drove", "Flew", "Got"])
    def test_a_verb_at_the_head_of_a_sentence_is_read_whatever_its_form(self, verb):
        told = tell(f"12 May. {verb} to Lisbon in the rain.")
        assert (journey(told).traveller, statuses(told)) == (NARRATOR, {"Lisbon": "happened"})


class TestOtherSentencesWithoutSubject:
    @pytest.mark.parametrize(
        "text",
        [
            "Take the train to Porto.",
            "Will go down well in Porto.",
            "To get to Porto, cross the river.",
            "What was seen in Porto is unclear.",
        ],
    )
    def test_they_tell_of_nobody(self, text):
        assert tell(text).journeys == ()
