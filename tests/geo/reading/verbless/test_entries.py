"""Entries of a diary that only name a place."""

import pytest

from tests.geo.stories import stops, tell

DIARY = "3 June. Left Lisbon at six.\n\n6 June. {}\n\n8 June. Drove to Madrid."


@pytest.mark.parametrize(
    "entry", ["Porto at last! Bought bread.", "Porto again, and a shower. Bought bread.", "Porto by dark. Mutton. Slept."]
)
def test_a_place_that_begins_an_entry_was_reached(entry):
    assert stops(tell(DIARY.format(entry))) == ["Lisbon", "Porto", "Madrid"]


def test_a_sentence_with_a_verb_tells_what_it_says():
    assert stops(tell(DIARY.format("Porto is said to be dear. Stayed in the tent."))) == ["Lisbon", "Madrid"]


def test_a_chronology_that_nobody_tells_of_himself_has_no_stops():
    told = tell("3 June: Lisbon at noon. The council met.\n\n6 June: Porto again. A strike was called and bread bought.")
    assert not told.journeys
