"""Some of those told of before, without their noun: the other one, another fifty, the rest."""

import pytest

from tests.geo.stories import stops, tell


@pytest.mark.parametrize(
    ("text", "traveller"),
    [
        ("The zoo had two koalas. One koala died. The other one was flown to Lisbon on Monday.", "other koala"),
        ("The zoo had two koalas. The other was flown to Lisbon on Monday.", "other koala"),
        ("Forty passengers were on board. The rest were taken to Lisbon on Monday.", "other passengers"),
        ("Forty passengers were on board. Another 12 were taken to Lisbon on Monday.", "12 passengers"),
        ("Two lorries were searched. The other drove to Lisbon on Monday.", "other lorry"),
        ("Another 50 were taken by bus to Lisbon.", "50"),
        ("Hundreds fled to Lisbon on Monday.", "hundreds"),
        ("Those rescued were brought to Lisbon on Monday.", "rescued"),
    ],
)
def test_they_are_named_by_the_noun_before_them(text, traveller):
    told = tell(text)
    assert [j.traveller for j in told.journeys] == [traveller]
    assert stops(told) == ["Lisbon"]


@pytest.mark.parametrize(
    "text",
    [
        "The other one was flown to Lisbon on Monday.",
        "Two reached Lisbon on Monday.",
        "One can fly to Lisbon.",
        "Hundreds fly to Lisbon.",
        "The rest is in Lisbon.",
    ],
)
def test_nobody_is_meant_where_nobody_was_told_of_or_nothing_happened(text):
    assert not tell(text).journeys
