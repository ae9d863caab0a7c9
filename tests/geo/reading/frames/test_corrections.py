"""Where somebody went instead of where he did not."""

import pytest

from tests.geo.stories import statuses, tell


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("She did not fly to Porto but to Lisbon.", "happened"),
        ("She didn't go to Porto, but to Lisbon.", "happened"),
        ("She never went to Porto, only to Lisbon.", "happened"),
        ("She will not travel to Porto but to Lisbon.", "planned"),
    ],
)
def test_only_what_was_denied_is_denied(words, status):
    told = statuses(tell(f"President Maria Lind arrived in Prague on Monday. {words}"))
    assert (told["Porto"], told["Lisbon"]) == ("denied", status)


def test_two_ends_denied_are_both_denied():
    told = statuses(tell("President Maria Lind arrived in Prague on Monday. She did not go to Porto or Lisbon."))
    assert (told["Porto"], told["Lisbon"]) == ("denied", "denied")


def test_an_end_set_aside_is_not_where_the_movement_went():
    told = tell("President Maria Lind arrived in Prague on Monday. She landed not in Porto but in Lisbon.")
    landed = [[p.resolution.place.name for p in c.places] for c in told.claims if c.act == "arrive"]
    assert ["Lisbon"] in landed
    assert not any({"Porto", "Lisbon"} <= set(ends) for ends in landed)
