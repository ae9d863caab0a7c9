"""What the grammar puts before or after what is told around it."""

import pytest

from tests.geo.stories import claim, stops, tell


@pytest.mark.parametrize(
    ("text", "sequence"),
    [
        ("Anna Berg left Lisbon earlier.", "earlier"),
        ("Earlier on Monday Anna Berg left Lisbon.", "earlier"),
        ("Prior to that Anna Berg left Lisbon.", "earlier"),
        ("Anna Berg left Lisbon two hours earlier than planned.", ""),
        ("Anna Berg left Lisbon.", ""),
    ],
)
def test_adverbs_look_back_where_they_do_not_compare(text, sequence):
    assert claim(tell(text)).sequence == sequence


def test_by_nightfall_is_later():
    told = tell("Around 300 migrants set off on foot from Lisbon on Saturday and by nightfall had reached Mafra.")
    assert stops(told) == ["Lisbon", "Mafra"]


def test_from_where_is_onward():
    told = tell("The nine seamen are to be put on a boat to Lisbon, from where the embassy will fly them to Porto.")
    assert [(s.place.name, s.status) for j in told.journeys for s in j.stops] == [("Lisbon", "planned"), ("Porto", "planned")]
