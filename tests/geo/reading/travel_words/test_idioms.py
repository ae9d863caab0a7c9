"""Words of travel that are used for something else."""

import pytest

from geo.reading.parsing.passages import parse
from geo.reading.travel_words.finding import find_predicates
from tests.geo.stories import articles, tell


def words_of_travel(text):
    return [p.token.text for passage in parse(articles(text)[0]) for p in find_predicates(passage.doc)]


class TestIdioms:
    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg took part in a race in Lisbon.",
            "Anna Berg left the door open in Lisbon.",
            "Anna Berg left a bag at the market in Lisbon.",
            "Anna Berg entered the contest in Lisbon.",
            "Anna Berg reached a deal in Lisbon.",
            "Anna Berg spent a fortune in Lisbon.",
            "Anna Berg stopped smoking in Lisbon.",
            "Anna Berg returned the favour in Lisbon.",
            "Anna Berg brought charges in Lisbon.",
            "Anna Berg carried out repairs in Lisbon.",
        ],
    )
    def test_they_are_no_movement(self, text):
        assert words_of_travel(text) == []
        assert not tell(text).journeys

    @pytest.mark.parametrize("text", ["Anna Berg passed away in Lisbon.", "Talks took place in Lisbon."])
    def test_none_makes_a_journey(self, text):
        assert not tell(text).journeys

    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("Anna Berg took a train to Lisbon.", "took"),
            ("Anna Berg passed through Lisbon.", "passed"),
            ("Anna Berg left hospital in Lisbon.", "left"),
            ("Anna Berg left Lisbon.", "left"),
            ("Anna Berg entered Portugal on Monday.", "entered"),
            ("Anna Berg reached Lisbon.", "reached"),
            ("Anna Berg spent the night in Lisbon.", "spent"),
            ("Anna Berg stopped in Lisbon.", "stopped"),
            ("Anna Berg returned to Lisbon.", "returned"),
            ("Anna Berg was brought to Lisbon by car.", "brought"),
        ],
    )
    def test_the_same_words_in_earnest_are(self, text, word):
        assert words_of_travel(text) == [word]
