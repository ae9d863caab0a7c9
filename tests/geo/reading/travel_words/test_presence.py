"""What somebody who travels did, or what befell him, is where he was."""

import pytest

from tests.geo.stories import statuses, stops, tell


def after_paris(words: str) -> list[str]:
    return stops(tell(f"Anna Berg left Paris on Monday. {words}"))


@pytest.mark.parametrize(
    "words",
    [
        "She collected a van in Lisbon.",
        "She mended one of the trucks in Lisbon.",
        "She had breakfast in Lisbon.",
        "She has been held in Lisbon since Tuesday.",
        "A bearing quit on her at Lisbon.",
        "Her phone was stolen in Lisbon.",
        "Thieves stole her passport in Lisbon.",
        "Her car broke down outside Lisbon.",
    ],
)
def test_who_travels_is_where_it_was_done(words):
    assert after_paris(words) == ["Paris", "Lisbon"]


@pytest.mark.parametrize(
    "words",
    [
        "She discussed the strike in Lisbon.",
        "Her book was published in Lisbon.",
        "She praised the port in Lisbon.",
    ],
)
def test_what_needs_no_hands_may_be_done_from_afar(words):
    assert after_paris(words) == ["Paris"]


@pytest.mark.parametrize("words", ["loaded a van in Lisbon", "is due in court in Lisbon on Friday", "was held in Lisbon"])
def test_nobody_travels_by_being_somewhere(words):
    assert not tell(f"Anna Berg {words}.").claims


def test_whoever_is_flown_away_may_be_due_in_court():
    assert (
        statuses(tell("Anna Berg was flown from Paris on Monday. She is due in court in Lisbon on Friday."))["Lisbon"]
        == "planned"
    )


def test_what_somebody_has_on_is_still_to_come():
    assert statuses(tell("Anna Berg left Paris on Monday. She has another concert in Lisbon tonight."))["Lisbon"] == "planned"


@pytest.mark.parametrize("words", ["was on the early boat to Lisbon", "was given a lift to Lisbon", "was fresh from Lisbon"])
def test_who_is_on_something_that_goes_somewhere_travels(words):
    assert "Lisbon" in stops(tell(f"Anna Berg left Paris on Monday. On Tuesday she {words}."))


@pytest.mark.parametrize(
    "words",
    [
        "In Lisbon, the opposition accused her of lying.",
        "In Lisbon, judges blamed her for the delay.",
        "Her yacht is being repaired in Lisbon.",
    ],
)
def test_what_is_said_of_somebody_or_done_to_a_vehicle_left_behind_needs_nobody_there(words):
    assert after_paris(words) == ["Paris"]
