"""What only the dateline names: where somebody came, and where somebody left from."""

import pytest

from tests.geo.stories import legs, statuses, stops, tell


@pytest.mark.parametrize(
    "text",
    [
        "RABAT, May 3 - President Maria Lind arrived on Friday for two days of talks.",
        "RABAT, May 3 - President Maria Lind arrived on Friday at the head of a large delegation.",
        "RABAT, May 3 - President Maria Lind arrived late on Friday after a stopover in Cairo, where she met the king.",
        "RABAT, May 3 - President Maria Lind is expected here on Sunday.",
        "RABAT, May 3 - President Maria Lind is due here on Sunday.",
        "RABAT, May 3 - President Maria Lind is in Morocco to discuss fish. Lind arrived on Friday.",
    ],
)
def test_an_arrival_without_a_place_is_that_of_the_dateline(text):
    assert "Rabat" in stops(tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "RABAT, May 3 - The parcel arrived on Friday.",
        "RABAT, May 3 - President Maria Lind arrived home on Friday.",
        "RABAT, May 3 - President Maria Lind left Oslo for Prague on Thursday. She arrived on Friday.",
    ],
)
def test_where_another_place_may_be_meant_nobody_came_to_the_dateline(text):
    assert not any("Rabat" in [s.place.name for s in j.stops] for j in tell(text).journeys)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("RABAT, May 3 - President Maria Lind left for Oslo on Friday.", "happened"),
        ("RABAT, May 3 - President Maria Lind leaves on Sunday on a visit to Oslo.", "planned"),
    ],
)
def test_who_leaves_for_a_place_leaves_from_the_dateline(text, status):
    told = tell(text)
    assert legs(told) == [("Rabat", "Oslo", "unknown")]
    assert statuses(told)["Rabat"] == status


@pytest.mark.parametrize(
    "text",
    [
        "RABAT, May 3 - President Maria Lind left Cairo for Oslo on Friday.",
        "RABAT, May 3 - President Maria Lind left for Oslo on Friday after talks in Cairo.",
        "RABAT, May 3 - President Maria Lind left for Morocco on Friday.",
    ],
)
def test_who_left_elsewhere_did_not_leave_from_the_dateline(text):
    assert "Rabat" not in stops(tell(text))
