"""Movements that never came to their end."""

import pytest

from tests.geo.stories import statuses, tell


@pytest.mark.parametrize(
    "words",
    [
        "sailed for Lisbon and never arrived.",
        "sailed for Lisbon but did not get there.",
        "set out for Lisbon but was never seen again.",
        "left for Lisbon and vanished in the night.",
        "set off for Lisbon but turned back at Porto.",
    ],
)
def test_who_never_came_there_was_not_there(words):
    assert statuses(tell(f"The trawler Seabird {words}"))["Lisbon"] == "denied"


def test_who_vanished_after_coming_was_there():
    assert statuses(tell("Anna Berg flew to Lisbon and vanished."))["Lisbon"] == "happened"


@pytest.mark.parametrize(
    "event", ["a wave rolled his boat", "a storm forced him down", "his car hit a moose", "fog came down", "it lost a wheel"]
)
def test_what_breaks_in_on_a_course_ends_it(event):
    told = tell(f"Otto Kranz left Lisbon on Sunday. He was heading for Madrid when {event}. He was taken to Porto.")
    assert statuses(told)["Madrid"] == "denied"


@pytest.mark.parametrize("event", ["the news came", "a friend rang", "he heard of the vote"])
def test_tidings_do_not(event):
    told = tell(f"Otto Kranz left Lisbon on Sunday. He was heading for Madrid when {event}.")
    assert statuses(told)["Madrid"] == "under_way"
