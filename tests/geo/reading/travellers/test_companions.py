"""Whom a traveller met, as whatever the verb has it."""

import pytest

from geo.reading.travellers.companions import find_companions
from tests.geo.reading.travellers.test_finding import predicate


@pytest.mark.parametrize(
    "text",
    [
        "Berg met Kranz in Lisbon.",
        "Berg met with Kranz in Lisbon.",
        "Berg was met by Kranz in Lisbon.",
        "Berg was met at a station in Lisbon by Kranz.",
    ],
)
def test_whom_one_meets_is_found_on_either_side(text):
    assert [t.text for t in find_companions(predicate(text, "met"))] == ["Kranz"]
