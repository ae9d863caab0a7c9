"""Clauses that tell what a stop is to be."""

import pytest

from tests.geo.stories import statuses, tell


@pytest.mark.parametrize(
    "words",
    [
        "Her destination was listed as Lisbon.",
        "She gave her destination as Lisbon.",
        "She named Lisbon as her next stop.",
        "Her destination was Lisbon.",
    ],
)
def test_a_goal_is_a_plan_whatever_the_tense(words):
    assert statuses(tell(f"Anna Berg left Prague on Monday. {words}"))["Lisbon"] == "planned"


def test_a_stop_may_stand_beside_its_name():
    told = statuses(tell("Anna Berg left Prague on Monday. Storms have ruled out her next intended stop, Lisbon."))
    assert told["Lisbon"] == "denied"
