"""Verbs that the parser takes for nouns and for parts of names."""

import pytest

from tests.geo.stories import statuses, stops, tell


@pytest.mark.parametrize(
    "text",
    [
        "A convoy of 40 trucks carrying flour left Lisbon for Porto on Sunday.",
        "A Boeing 727 of a Danish airline left Lisbon for Porto on Sunday.",
        "A plane with 40 people aboard left Lisbon for Porto on Sunday.",
    ],
)
def test_what_left_is_the_whole_that_the_sentence_is_about(text):
    assert stops(tell(text)) == ["Lisbon", "Porto"]


def test_to_land_is_no_noun():
    told = tell("The gunmen forced the jet, on its way from Graz to Linz, to land in Lisbon.")
    assert stops(told) == ["Graz", "Lisbon", "Linz"]


class TestHeadlines:
    @pytest.mark.parametrize(
        "text",
        [
            "Prime Minister Lund to travel to Lisbon next month.",
            "John Kerry to stop in Lisbon on Friday.",
            "Foreign Minister Anna Lund to arrive in Lisbon.",
        ],
    )
    def test_an_infinitive_is_a_plan(self, text):
        assert statuses(tell(text)) == {"Lisbon": "planned"}


@pytest.mark.parametrize(
    "text",
    [
        "A ferry heading for Lisbon capsized off Porto.",
        "A coach travelling from Porto to Lisbon skidded off the road.",
    ],
)
def test_a_word_in_ing_behind_a_vehicle_tells_of_it(text):
    assert "Lisbon" in stops(tell(text))
