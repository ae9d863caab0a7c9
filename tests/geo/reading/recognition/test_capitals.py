"""Capitals told by a description are read as the places that they are."""

import pytest

from geo.reading.vocabulary.tables import table
from tests.geo.stories import gazetteer, stops, tell


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg arrived in the Uzbek capital on Monday.",
        "Anna Berg arrived in the Uzbek capital Monday.",
        "Anna Berg arrived in the capital of Uzbekistan on Monday.",
        "Anna Berg arrived in Uzbekistan's capital on Monday.",
        "Anna Berg left the Uzbek capital on Monday.",
    ],
)
def test_a_description_is_the_capital(text):
    assert stops(tell(text)) == ["Tashkent"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg flew to the Uzbek capital, Tashkent, on Monday.", ["Tashkent"]),
        ("Anna Berg flew from Oslo to the Uzbek capital Tashkent.", ["Oslo", "Tashkent"]),
    ],
)
def test_a_capital_told_with_its_name_is_one_stop(text, names):
    assert stops(tell(text)) == names


def test_money_is_no_place():
    assert not tell("Anna Berg returned to the Uzbek capital markets on Monday.").journeys


def test_every_capital_of_the_table_is_one_of_its_country():
    gaz = gazetteer()
    places = {row["country"]: gaz.place(row["place"]) for row in table("capitals")}
    assert all((p.kind.code, p.country) == ("PPLC", code) for code, p in places.items())
    assert len(places) > 230
