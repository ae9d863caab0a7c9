"""Stays of which only the middle is told."""

import pytest

from tests.geo.stories import legs, statuses, tell


@pytest.mark.parametrize(
    "text",
    [
        "Minister Anna Berg was visiting Linz when she was attacked on Monday. She was flown to Vienna.",
        "Minister Anna Berg was stabbed on Monday. Berg, who was visiting the town of Linz, survived the attack. She was flown to a hospital in Vienna.",
        "Minister Anna Berg was visiting Linz on Monday. She then flew to Vienna.",
    ],
)
def test_a_visit_is_over_once_its_guest_has_moved_on(text):
    told = tell(text)
    assert statuses(told) == {"Linz": "happened", "Vienna": "happened"}
    assert [leg[:2] for leg in legs(told)] == [("Linz", "Vienna")]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman said Minister Anna Berg was visiting Linz and would fly to Vienna on Friday.",
        "Minister Anna Berg said on Monday that she was visiting Linz. She had flown to Vienna on Sunday.",
    ],
)
def test_what_somebody_says_of_a_visit_leaves_it_under_way(text):
    assert statuses(tell(text))["Linz"] == "under_way"


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg was staying in Linz this week. On Monday she arrived in Vienna.",
        "Anna Berg was still staying in Linz on Wednesday. She travelled to Vienna on Monday for a day.",
    ],
)
def test_what_came_before_its_end_ends_no_stay(text):
    assert statuses(tell(text))["Linz"] == "under_way"
