"""Words for a nation that stand for people: counted, or one of them; a nation as a whole goes nowhere."""

import pytest

from tests.geo.stories import journey, stops, tell


@pytest.mark.parametrize(
    "who",
    [
        "Six Japanese",
        "Eleven Chinese",
        "Some 40 Portuguese",
        "A Sudanese",
        "An Iraqi",
        "Two Lebanese and a Swiss",
        "Dozens of Congolese",
        "The last of the Swedes",
        "Nine foreigners, five of them French,",
    ],
)
def test_so_many_of_a_nation_travel(who):
    assert stops(tell(f"{who} flew from Lisbon to Porto on Monday.")) == ["Lisbon", "Porto"]


def test_one_of_a_nation_is_a_person():
    told = journey(tell("An Iraqi who left Lisbon in March arrived in Porto on Monday."))
    assert (told.traveller, [s.place.name for s in told.stops]) == ("Iraqi", ["Lisbon", "Porto"])


@pytest.mark.parametrize(
    "nation", ["The Japanese flew to Lisbon on Monday.", "Japanese fly to Lisbon.", "The French lost to Porto in Lisbon."]
)
def test_a_nation_goes_nowhere(nation):
    assert not tell(nation).journeys
