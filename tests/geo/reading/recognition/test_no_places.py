"""Names that are a place's elsewhere, and where they stand those of months, of kin and of offices."""

import pytest

from geo.reading.recognition.no_places import is_kin, is_month, is_office


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("planes arriving in May, June and September", "May", True),
        ("ships due in April and May", "May", True),
        ("arrived in May on Monday", "May", False),
        ("arrived in March, Cambridgeshire", "March", False),
    ],
)
def test_a_month_is_told_with_another(text, name, told):
    start = text.index(name)
    assert is_month(text, start, start + len(name)) is told


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("visited his wife Florence in hospital", "Florence", True),
        ("flew out to see the singer's youngest son, Austin, on Monday", "Austin", True),
        ("with her brothers Victor and Paul", "Victor", True),
        ("left his wife in Florence", "Florence", False),
        ("took the family London bus", "London", False),
    ],
)
def test_kin_are_called_by_their_names(text, name, told):
    assert is_kin(text, text.index(name)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr Barlow, who left Downing Street in 2019, backed her", True),
        ("her first interview since leaving Downing Street, she said", True),
        ("a minister since he entered Downing Street.", True),
        ("left Downing Street for the palace at noon", False),
        ("left Downing Street after talks with the premier", False),
        ("arrived in Downing Street in 2019", False),
    ],
)
def test_an_office_is_entered_and_left(text, told):
    start = text.index("Downing")
    assert is_office(text, start, start + len("Downing Street")) is told
