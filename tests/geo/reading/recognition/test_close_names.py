"""Names that stand where a place would and lie close to the places of their story."""

import pytest

from geo.reading.parsing.passages import parse
from geo.reading.recognition.close_names import find_close_names
from tests.geo.stories import articles, gazetteer


def close_to(town: str, text: str) -> list[str]:
    passages = parse(articles(text)[0])
    return [m.quote.text for m in find_close_names(passages, [], [gazetteer().lookup(town)[0].place], gazetteer())]


@pytest.mark.parametrize(
    "text",
    [
        "From Brindisi the pair took a steamer.",
        "At Brindisi they changed trains and slept.",
        "The bus turned off the road to the port of Brindisi before dusk.",
        "They were put down at Zzyzx Halt, but had tickets for Brindisi.",
    ],
)
def test_a_town_close_by_is_found_behind_a_word_of_place(text):
    assert close_to("Bari", text) == ["Brindisi"]


def test_a_list_is_followed():
    text = "There are shows in Matera on the 9th, Lecce on the 10th and Otranto on the 12th."
    assert close_to("Bari", text) == ["Matera", "Lecce", "Otranto"]


def test_one_far_away_is_left_out():
    assert close_to("Vladivostok", "From Brindisi the pair took a steamer.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He sent it to Brindisi Council Members for their signature.",
        "The horn at Brindisi's stall was loud.",
        "In Bari, Lecce said that she would stay.",
        "He worked for Maria Lecce until noon.",
    ],
)
def test_a_part_of_a_name_or_somebody_is_none(text):
    assert not {"Brindisi", "Lecce"} & set(close_to("Bari", text))
