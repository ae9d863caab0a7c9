"""Names that the parser does not know, and takes for common words."""

import pytest

from tests.geo.stories import statuses, stops, tell


@pytest.mark.parametrize(
    "text",
    [
        "President Emmanuel Macron met his ministers.\n\nMacron left Prague for Lisbon on Monday.",
        "Keir Starmer met his ministers on Sunday.\n\nStarmer departed Prague for Lisbon on Monday.",
        "Chancellor Friedrich Merz is in Prague today.\n\nMerz heads to Lisbon on Thursday.",
        "Prime Minister Viktor Orban left Prague.\n\nOrban visits Lisbon on Friday.",
    ],
)
def test_a_word_that_has_a_capital_elsewhere_is_a_name(text):
    assert "Lisbon" in stops(tell(text))


def test_the_name_is_the_one_told_in_full():
    told = tell("Keir Starmer met his ministers on Sunday.\n\nStarmer departed Prague for Lisbon on Monday.")
    assert [j.traveller for j in told.journeys] == ["Keir Starmer"]


def test_those_who_are_called_by_their_people_keep_their_number():
    told = tell("More than 5,000 Tamils reached Lisbon. The Tamils are well.")
    assert [j.traveller for j in told.journeys] == ["More than 5,000 Tamils"]


def test_a_plain_noun_at_the_beginning_stays_one():
    told = tell("President Maria Lind arrived in Prague on Monday. Preparations for her trip to Lisbon have begun.")
    assert statuses(told)["Lisbon"] == "planned"
