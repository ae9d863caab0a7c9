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
