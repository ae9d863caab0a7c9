"""Who goes elsewhere by a verb that is not said again."""

import pytest

from tests.geo.stories import tell


def ends(text):
    return {j.traveller: [s.place.name for s in j.stops] for j in tell(text).journeys}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Scholz went to Porto on Monday and Baerbock to Lisbon on Tuesday.", {"Scholz": ["Porto"], "Baerbock": ["Lisbon"]}),
        ("Paul Berg drove to Oslo, Anna Holm to Bergen.", {"Paul Berg": ["Oslo"], "Anna Holm": ["Bergen"]}),
        ("Anna Lund went to Porto and her husband to Lisbon.", {"Anna Lund": ["Porto"], "husband": ["Lisbon"]}),
        (
            "Anna Lund flew to Porto on Monday and her rival Otto Kranz to Lisbon.",
            {"Anna Lund": ["Porto"], "Otto Kranz": ["Lisbon"]},
        ),
        (
            "Anna Lund flew to Porto and, on Tuesday, her husband Otto Kranz to Lisbon.",
            {"Anna Lund": ["Porto"], "Otto Kranz": ["Lisbon"]},
        ),
        (
            "Anna Lund went to Porto, the defence minister Otto Kranz to Lisbon.",
            {"Anna Lund": ["Porto"], "Otto Kranz": ["Lisbon"]},
        ),
        (
            "Anna Lund flew to Porto on Monday, and Otto Kranz, her rival, to Lisbon.",
            {"Anna Lund": ["Porto"], "Otto Kranz": ["Lisbon"]},
        ),
        ("Anna Lund travelled with her husband Otto Kranz to Lisbon.", {"Anna Lund": ["Lisbon"]}),
    ],
)
def test_each_has_a_journey(text, told):
    assert ends(text) == told


def test_each_has_a_day():
    told = tell("Scholz went to Porto on Monday and Baerbock to Lisbon on Tuesday.")
    assert [c.when.edtf for c in told.claims] == ["2024-05-13", "2024-05-14"]


def test_a_day_of_one_is_not_that_of_the_other():
    told = tell("Scholz went to Porto on Monday and Baerbock to Lisbon.")
    assert [c.when and c.when.edtf for c in told.claims] == ["2024-05-13", None]
