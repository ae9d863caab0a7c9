"""Skimming: a story is read only where a sentence of it tells a movement, and the parser is shown no more than it takes to see that."""

import pytest

from geo.reading.recognition.mentions import find_mentions
from geo.reading.skim import find_telling, tells_travel
from tests.geo.stories import articles, gazetteer, stops, tell

#: Longer than a paragraph that the parser is shown whole.
QUIET = "The council of the town has voted on the new budget, which is larger than the one of the year before it. " * 5


def travels(*texts):
    told = articles(*texts)
    return tells_travel(told, {a.id: find_mentions(a, gazetteer()) for a in told}, gazetteer())


def shown(text):
    (article,) = articles(text)
    found = find_telling(article, find_mentions(article, gazetteer()), gazetteer())
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg travelled to Lisbon on Monday.",
        "She left Lisbon on Monday.",  # whoever she is
        "The minister, who flew in from Oslo, said nothing.",
        "Anna Berg arrived in the Uzbek capital on Monday.",
        "Left Lisbon at six. Rain.",
        "The summit is in Oslo. Anna Berg will travel there by train.",
        "The refugees on the train reached Vienna.",
    ],
)
def test_a_movement_of_somebody_is_seen(text):
    assert travels(text)
    assert travels(QUIET, f"{QUIET}{text} {QUIET}")


@pytest.mark.parametrize(
    "text",
    [
        "Voters in Lisbon went to the polls in great number.",
        "Anna Berg spoke in Lisbon.",
        "The company will come to an agreement with Lisbon.",
        "Every year she travels a lot.",
    ],
)
def test_other_news_tells_none(text):
    assert not travels(f"{QUIET}{text}")
    assert tell(f"{QUIET}{text}").claims == ()


def test_what_might_travel_for_the_most_part_is_not_skimmed_first():
    assert travels("Voters in Lisbon went to the polls in great number.")


class TestWhatIsShown:
    def test_one_sentence_of_a_long_paragraph(self):
        movement = "Anna Berg travelled to Lisbon on Monday."
        assert shown(f"{QUIET}{movement} {QUIET}") == [movement]

    def test_a_short_paragraph_is_shown_whole(self):
        text = "Nobody knew. Anna Berg travelled to Lisbon on Monday."
        assert shown(f"{QUIET}\n\n{text}\n\n{QUIET}") == [text]

    def test_the_sentence_that_says_where_there_is(self):
        movement = "The fair is held in Lisbon. Anna Berg travelled there on Monday."
        assert shown(f"{QUIET}{movement} {QUIET}") == [movement]

    def test_no_place_or_no_movement_and_nothing_is_shown(self):
        assert shown(f"{QUIET}Anna Berg travelled. Voters in Lisbon cheered. {QUIET}") == []

    def test_quiet_news_is_not_read_whole(self, monkeypatch):
        monkeypatch.setattr("geo.story.parse", lambda _: pytest.fail("read whole"))
        assert tell(f"{QUIET}Voters in Lisbon cheered. {QUIET}").claims == ()

    def test_where_somebody_travels_the_rest_is_read_too(self):
        told = tell(
            f"Anna Berg is a singer. {QUIET}\n\nShe flew from Oslo to Lisbon on Monday.\n\nOn Tuesday she went on to Madrid."
        )
        assert stops(told) == ["Oslo", "Lisbon", "Madrid"]
