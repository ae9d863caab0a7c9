import geopandas
import pytest
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from gazetteer.errors import InputError
from gazetteer.geocoder import DatelineGeocoder
from gazetteer.spatial import distance_km


@pytest.fixture(scope="module")
def geocoder():
    return DatelineGeocoder()


class TestGeocode:
    def test_is_a_geopy_geocoder(self, geocoder):
        assert isinstance(geocoder, Geocoder)

    @pytest.mark.parametrize(
        ("query", "place_id"),
        [
            ("Moscow", "geonames:524901"),
            ("Moscow, Idaho", "geonames:5601538"),
            ("Moscow, ID", "geonames:5601538"),
            ("Paris, Texas", "geonames:4717560"),
            ("Springfield, Ill.", "geonames:4250542"),
            ("Khasan, Primorsky Krai, Russia", "geonames:2022586"),
        ],
    )
    def test_reads_commas_as_containment(self, geocoder, query, place_id):
        assert geocoder.geocode(query).raw["id"] == place_id

    def test_a_bare_name_may_be_a_great_city_s_airport(self, geocoder):
        assert geocoder.geocode("Heathrow").raw["id"] == "airport:LHR"
        assert geocoder.geocode("Heathrow, Florida").raw["country"] == "US"
        assert geocoder.geocode("Heathrow", country_codes="us").raw["country"] == "US"

    def test_gives_a_location_with_an_address(self, geocoder):
        location = geocoder.geocode("Vladivostok")
        assert isinstance(location, Location)
        assert location.address == "Vladivostok, Primorye, Russia"
        assert (location.latitude, location.longitude) == (location.raw["lat"], location.raw["lon"])

    @pytest.mark.parametrize("query", ["Nowhereville-on-Sea", "", ",", "Moscow, Atlantis"])
    def test_gives_none_for_what_it_does_not_know(self, geocoder, query):
        assert geocoder.geocode(query) is None
        assert geocoder.geocode(query, exactly_one=False) is None

    def test_lists(self, geocoder):
        assert len(geocoder.geocode("Springfield", exactly_one=False, limit=3)) == 3

    def test_keeps_to_countries(self, geocoder):
        found = geocoder.geocode("London", exactly_one=False, country_codes=["ca"])
        assert {location.raw["country"] for location in found} == {"CA"}

    def test_near_puts_the_nearest_first(self, geocoder):
        assert geocoder.geocode("Springfield", near=(42.1, -72.6)).raw["admin1"] == "MA"

    def test_viewbox_prefers_and_bounds(self, geocoder):
        box = [(41, -74), (43, -70)]
        assert geocoder.geocode("Springfield", viewbox=box).raw["admin1"] == "MA"
        found = geocoder.geocode("Springfield", exactly_one=False, viewbox=box, bounded=True, limit=50)
        assert all(41 <= x.latitude <= 43 and -74 <= x.longitude <= -70 for x in found)

    def test_says_when_it_folded(self, geocoder):
        assert geocoder.geocode("Wladiwostokk").raw["match"] == "folded"


class TestLanguage:
    @pytest.fixture
    def german(self, geocoder):
        names = {("Moscow", "de"): "Moskau", ("Russia", "de"): "Russland"}
        return DatelineGeocoder(geocoder.gazetteer, name_in=lambda place, code: names.get((place.name, code), place.name))

    def test_names_the_place_and_its_areas_in_it_where_it_is_known(self, german):
        assert german.geocode("Москва", language="de").address == "Moskau, Russland"
        assert german.reverse((55.75, 37.62), language="de").address.endswith("Russland")

    def test_leaves_names_as_they_are_unasked(self, german, geocoder):
        assert german.geocode("Moscow").address == geocoder.geocode("Moscow", language="de").address == "Moscow, Russia"


class TestReverse:
    def test_gives_the_nearest_populated_place(self, geocoder):
        assert geocoder.reverse("43.11, 131.87").raw["id"] == "geonames:2013348"
        assert len(geocoder.reverse((51.5, -0.1), exactly_one=False, limit=4)) == 4

    def test_looks_further_where_few_live(self, geocoder):
        here = (64.5, 18.5)
        found = geocoder.reverse(here, exactly_one=False, limit=8)
        away = [distance_km(*here, place.latitude, place.longitude) for place in found]
        assert len(away) == 8
        assert 10 < away[0] < 50 < away[-1] < 250
        assert away == sorted(away)

    def test_gives_none_in_mid_ocean(self, geocoder):
        assert geocoder.reverse((-45, -120)) is None


class TestStructured:
    def test_takes_parts(self, geocoder):
        assert geocoder.geocode({"city": "Moscow", "state": "Idaho", "country": "US"}).raw["id"] == "geonames:5601538"

    def test_names_a_part_that_there_is_not(self, geocoder):
        with pytest.raises(InputError, match="'town'"):
            geocoder.geocode({"town": "Moscow"})


class TestCompany:
    def test_works_with_a_rate_limiter(self, geocoder):
        asked = RateLimiter(geocoder.geocode, min_delay_seconds=0)
        assert [asked(name).raw["country"] for name in ("Oslo", "Lima")] == ["NO", "PE"]

    def test_works_with_geopandas(self):
        frame = geopandas.tools.geocode(["Vladivostok", "Nowhereville-on-Sea"], provider=DatelineGeocoder)
        assert frame.crs == "EPSG:4326"
        assert frame.address[0] == "Vladivostok, Primorye, Russia"
        assert frame.geometry[1].is_empty
