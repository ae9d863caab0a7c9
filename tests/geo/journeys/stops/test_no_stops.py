"""Places of claims that are no stops."""

import pytest

from tests.geo.stories import legs, stops, tell


class TestFarNamesakes:
    def test_a_doubtful_small_town_far_from_all_else_is_no_stop(self):
        told = tell("Anna Berg left Nairobi on Sunday. She toured the Horn on Monday. She reached Asmara on Tuesday.")
        assert stops(told) == ["Nairobi", "Asmara"]
        assert [(a, b) for a, b, _ in legs(told)] == [("Nairobi", "Asmara")]

    def test_nor_is_a_water(self):
        told = tell("Anna Berg flew from Nairobi to the Great Lakes region on Monday. She reached Kigali on Tuesday.")
        assert stops(told) == ["Nairobi", "Kigali"]

    def test_an_island_far_off_is_one(self):
        assert stops(tell("Anna Berg flew from Oslo to Ascension Island on Monday.")) == ["Oslo", "Ascension"]

    def test_it_is_one_where_the_trip_is_in_its_country(self):
        told = tell("Anna Berg left Munich for Hamburg on Sunday. She stayed in Horn on Monday. She reached Cologne on Tuesday.")
        assert "Horn" in stops(told)


class TestCrossed:
    @pytest.mark.parametrize(
        ("text", "there"),
        [
            ("Anna Berg's ride took her through Turkey, Greece, Italy and France.", ["Turkey", "Greece", "Italy", "France"]),
            ("Anna Berg cycled home to Exeter through Greece, Italy and France.", ["Greece", "Italy", "France", "Exeter"]),
            ("Anna Berg drove from Vienna through Hungary to Bucharest.", ["Vienna", "Bucharest"]),
            ("Anna Berg rode through parts of Kansas, Missouri and Iowa to Chicago.", ["Chicago"]),
        ],
    )
    def test_countries_are_stops_where_several_are_the_way(self, text, there):
        assert stops(tell(text)) == there
