import pytest

from gazetteer import Gazetteer
from gazetteer.build.entry import Entry
from gazetteer.namesakes import airport_first, town_first
from tests.gazetteer.conftest import write_gazetteer

CITY = Entry("geonames:1", "Strelsau", "P", "PPLC", 50.0, 20.0, "RR", 900_000)
AIRPORT = Entry("airport:HOP", "Strelsau Hope Airport", "S", "AIRP", 50.2, 20.1, "RR", names={"Hope": "part"})
PROVINCE = Entry("geonames:2", "Tarlen", "A", "ADM1", 45.0, 20.0, "RR.02", 500_000)


def ids(found):
    return [candidate.place.id for candidate in found]


class TestAirportFirst:
    @pytest.fixture
    def meanings(self, tmp_path):
        def of_hope(*others):
            gazetteer = Gazetteer.open(write_gazetteer(tmp_path, (CITY, AIRPORT, *others), {"places": {}, "names": {}}))
            return ids(airport_first(gazetteer.lookup("Hope", exact=True), gazetteer))

        return of_hope

    def test_a_village_far_away_comes_behind_a_great_city_s_airport(self, meanings):
        assert meanings(Entry("geonames:7", "Hope", "P", "PPL", -30.0, 20.0, "FJ", 5_000)) == ["airport:HOP", "geonames:7"]

    def test_a_town_of_some_size_stays_before_it(self, meanings):
        assert meanings(Entry("geonames:7", "Hope", "P", "PPL", -30.0, 20.0, "FJ", 50_000)) == ["geonames:7", "airport:HOP"]

    def test_the_village_that_it_lies_in_stays_before_it(self, meanings):
        assert meanings(Entry("geonames:7", "Hope", "P", "PPL", 50.21, 20.12, "RR", 5_000)) == ["geonames:7", "airport:HOP"]

    def test_an_area_stays_before_it(self, meanings):
        assert meanings(Entry("geonames:7", "Hope", "A", "ADM2", -30.0, 20.0, "FJ.01", 5_000)) == ["geonames:7", "airport:HOP"]

    def test_an_airport_of_no_known_city_stays_behind(self, tmp_path):
        far = Entry("airport:HOP", "Hope Airport", "S", "AIRP", 10.2, 20.1, "RR", names={"Hope": "part"})
        village = Entry("geonames:7", "Hope", "P", "PPL", -30.0, 20.0, "FJ", 500)
        gazetteer = Gazetteer.open(write_gazetteer(tmp_path, (CITY, far, village), {"places": {}, "names": {}}))
        assert ids(airport_first(gazetteer.lookup("Hope", exact=True), gazetteer)) == ["geonames:7", "airport:HOP"]


class TestTownFirst:
    def order(self, tmp_path, people):
        town = Entry("geonames:3", "Tarlen", "P", "PPLA", 45.0, 20.0, "RR.02", people)
        gazetteer = Gazetteer.open(write_gazetteer(tmp_path, (PROVINCE, town), {"places": {}, "names": {}}))
        return ids(town_first(sorted(gazetteer.lookup("Tarlen", exact=True), key=lambda c: c.place.id)))

    def test_a_town_of_a_tenth_of_its_province_comes_before_it(self, tmp_path):
        assert self.order(tmp_path, 60_000) == ["geonames:3", "geonames:2"]

    def test_a_village_does_not(self, tmp_path):
        assert self.order(tmp_path, 6_000) == ["geonames:2", "geonames:3"]
