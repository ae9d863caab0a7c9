"""Slips and transcriptions of a name are the same person's, other names are not."""

import pytest

from tests.geo.stories import stops, tell


@pytest.mark.parametrize(("full", "slip"), [("George Shultz", "Schultz"), ("Ana Aqazadeh", "Aqazade")])
def test_a_surname_with_a_letter_more_or_less_is_the_same_persons(full, slip):
    told = tell(f"President {full} arrived in Oslo on Monday. {slip} will go on to Prague.")
    assert [j.traveller for j in told.journeys] == [full]


@pytest.mark.parametrize(
    ("full", "other"), [("Anna Keller", "Kellermann"), ("Anna Berg", "Bergh"), ("Maria Andersen", "Anderson")]
)
def test_a_surname_that_is_spelt_otherwise_is_somebody_elses(full, other):
    told = tell(f"President {full} arrived in Oslo on Monday. {other} will go on to Prague.")
    assert [j.traveller for j in told.journeys] == [full, other]


@pytest.mark.parametrize("again", ["Kovalskyy", "Mykola Kovalskiy", "Mykola Kovalskyi"])
def test_transcriptions_of_a_name_are_one(again):
    told = tell(f"Mykola Kovalsky left Lisbon on Sunday. {again} arrived in Porto on Monday.")
    assert stops(told) == ["Lisbon", "Porto"]
