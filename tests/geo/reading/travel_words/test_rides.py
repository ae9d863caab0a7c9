"""What somebody goes by, taken by its name."""

from tests.geo.stories import tell


def test_a_train_is_taken_by_its_name():
    told = tell("Anna Berg left Lisbon on Monday. She took the Eurostar to Paris and flew on to Vienna.")
    assert {c.traveller for c in told.claims} == {"Anna Berg"}


def test_who_is_taken_is_no_train():
    told = tell("Coach Anna Berg took the Lions to Lisbon on Saturday.")
    assert {c.traveller for c in told.claims} == {"Lions"}
