"""Between what places somebody flies: not between neighbours. The sentences were written for these tests."""

import pytest

from tests.geo.stories import tell


def _countries(text: str) -> dict[str, str]:
    told = tell(text)
    named = {s.name_in_text: s.place.country for j in told.journeys for s in j.stops}
    return named | {r.mention.quote.text: r.place.country for r in told.mentions if r.place is not None}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The jet flew from London to Toronto on Monday.", "London", "GB"),
        ("A Lufthansa plane was flying from Frankfurt to Chicago on Monday.", "Frankfurt", "DE"),
        ("Anna Lund flew from Paris to Dallas on Monday.", "Paris", "FR"),
        ("Anna Lund flew to Atlanta from Athens on Monday.", "Athens", "GR"),
        ("Anna Lund flew to New York from Frankfurt. She had spent a week in Frankfurt.", "Frankfurt", "DE"),
    ],
)
def test_the_ends_of_a_flight_are_no_neighbours(text, name, country):
    assert _countries(text)[name] == country


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lund drove from Athens to Atlanta on Monday.",
        "Anna Lund flew from Athens, Georgia, to Atlanta on Monday.",
        "Anna Lund flew a light aircraft from Athens to Atlanta on Monday.",
        "Anna Lund flew to Lima. Her cousin walked from Athens to Atlanta on Monday.",
    ],
)
def test_neighbours_are_where_nothing_says_that_the_way_was_long(text):
    assert _countries(text)["Athens"] == "US"


def test_a_short_flight_stays_between_neighbours():
    assert _countries("The plane flew from Naples to Rome on Monday.") == {"Naples": "IT", "Rome": "IT"}
