"""One traveller under several names: named after a first mention, called by office or noun, told of in several articles."""

from tests.geo.stories import stops, tell


def travellers(told):
    return {j.traveller for j in told.journeys}


class TestPersons:
    def test_who_is_named_after_the_first_sentence(self):
        told = tell("A Danish plumber reached Vienna on Monday.\n\nOtto Kranz, 44, left Lisbon in April 2024.")
        assert travellers(told) == {"Otto Kranz"}
        assert stops(told) == ["Lisbon", "Vienna"]

    def test_a_noun_with_an_adjective_is_the_one_person_named(self):
        told = tell("Otto Kranz left Lisbon on Sunday. The retired postman reached Vienna on Monday.")
        assert travellers(told) == {"Otto Kranz"}

    def test_his_wife_is_another(self):
        told = tell("Otto Kranz left Lisbon on Sunday. The wife of the mayor flew to Vienna on Monday.")
        assert len(told.journeys) == 2

    def test_a_departure_without_a_place_belongs_to_him_too(self):
        told = tell(
            "Otto Kranz walked into Vienna on Monday. The retired postman set off on Friday. He has passed through Prague."
        )
        assert stops(told) == ["Prague", "Vienna"]


class TestVehicles:
    def test_a_ship_is_named_after_its_first_mention(self):
        told = tell("A Danish freighter is heading for Porto.\n\nThe freighter Astra Minor left Lisbon on Sunday.")
        assert len(told.journeys) == 1

    def test_a_relief_vessel_is_another(self):
        told = tell("The ferry Astra left Lisbon on Sunday. The relief vessel left Porto on Monday.")
        assert len(told.journeys) == 2

    def test_each_article_brings_the_one_ship_in_anew(self):
        told = tell("The yacht Sandpiper left Lisbon on Sunday.", "A British yacht reached Porto on Monday.")
        assert (len(told.journeys), stops(told)) == (1, ["Lisbon", "Porto"])
