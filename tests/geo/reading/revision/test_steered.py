"""A vehicle and who steers it, or sails in it, are told of as one."""

import pytest

from tests.geo.stories import stops, tell


@pytest.mark.parametrize(
    "words",
    [
        "The pilot, Glenn Sarver, left Lisbon at noon. The Cessna crashed near Porto.",
        "Glenn Sarver, 54, the pilot, left Lisbon at noon. The plane crashed near Porto.",
        "A Cessna 172 piloted by Glenn Sarver crashed near Porto on Sunday. Sarver had left Lisbon at noon.",
        "The schooner Alma, under Captain Peter Farr, left Lisbon on Sunday. Farr reached Porto on Tuesday.",
        "The brig Tern, commanded by Capt. Otto Lund, left Lisbon on Sunday. Lund reached Porto on Tuesday.",
        "Captain Farr left Lisbon in the brig Alma on Sunday. The Alma reached Porto on Tuesday.",
        "I sailed from Lisbon in the brig Alma on Sunday. The Alma reached Porto on Tuesday.",
        "Leon Vick left Lisbon on Sunday in a grey Chevrolet Malibu. Police tracked the Malibu to a campground near Porto.",
        "Leon Vick left Lisbon on Sunday in a stolen van. The van was found in Porto on Tuesday.",
        "Ann Lowe sailed her sloop Petrel from Lisbon on Sunday. The Petrel was towed into Porto on Tuesday.",
        "Anna Berg, 52, flew to Lisbon on Sunday. A bus taking her to the sea left Porto on Tuesday.",
    ],
)
def test_what_is_told_of_the_one_is_told_of_the_other(words):
    assert stops(tell(words)) == ["Lisbon", "Porto"]


@pytest.mark.parametrize(
    "words",
    [
        "Team captain Ann Lowe flew from Lisbon to Madrid on Sunday. A bus from Porto to Braga broke down on Monday.",
        "The pilot, Glenn Sarver, left Lisbon at noon. A ferry sailed from Porto to Funchal. A plane crashed near Madrid.",
        "Leon Vick left Lisbon in a stolen van on Sunday. A ferry left Porto for Braga on Tuesday.",
    ],
)
def test_of_another_vehicle_it_is_not(words):
    assert {"Lisbon", "Porto"} - {s.place.name for s in tell(words).journeys[0].stops}
