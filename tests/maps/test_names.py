"""Names of places in the languages of the page, and of the basemap's cities in English."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from gazetteer import Gazetteer
from maps.build.place_names import Populated, place_names
from maps.language import ENGLISH, language_of
from maps.names import map_name, place_name
from maps.vectors import bundled_layer


def named(name: str, code: str) -> str:
    return place_name(Gazetteer.bundled().lookup(name)[0].place, language_of(code))


def town(name: str, *alternates: str, country: str = "FR", people: int = 50_000) -> Populated:
    return Populated(1, name, name, alternates, country, people)


class TestOfStops:
    def test_cities_of_time_zones_have_their_names_from_cldr(self):
        assert named("Vladivostok", "ru") == "Владивосток"
        assert named("Kyiv", "uk") == "Київ"
        assert named("Kyiv", "ru") == "Киев"

    def test_smaller_towns_have_theirs_from_geonames(self):
        assert named("Nakhodka", "ru") == "Находка"
        assert named("Ussuriysk", "ko") == "우수리스크"
        assert named("Nakhodka", "ja") == "ナホトカ"

    def test_a_name_that_no_language_is_known_to_have_stays(self):
        assert named("Nakhodka", "de") == "Nakhodka"


class TestOfTheBasemap:
    @pytest.mark.parametrize("name", ["Kyiv", "Lviv", "Sevastopol", "Shenyang", "Huludao", "Mudanjiang", "Yangon"])
    def test_cities_have_their_names_of_today(self, name):
        assert name in {record["name"] for record in bundled_layer("cities").records}

    def test_no_name_has_lost_letters_of_its_own(self):
        lost = {"Kiev", "Lvov", "Sevastapol", "Shenyeng", "Jinxi", "Montral", "Nizhenvartovsk"}
        assert lost.isdisjoint(record["name"] for record in bundled_layer("cities").records)

    @pytest.mark.parametrize("name", ["Lagos", "Malé", "Wonsan", "Hyderabad", "São Paulo", "Kraków"])
    def test_they_are_spelled_as_english_texts_spell_them(self, name):
        assert name in {record["name"] for record in bundled_layer("cities").records}

    def test_they_are_in_the_language_of_the_page(self):
        nakhodka = next(record for record in bundled_layer("cities").records if record["name"] == "Nakhodka")
        assert map_name("Nakhodka", "city", language_of("ru"), geonames=nakhodka["geonames"]) == "Находка"
        assert map_name("Nakhodka", "city", ENGLISH, geonames=nakhodka["geonames"]) == "Nakhodka"


class TestTakenFromGeoNames:
    def test_only_the_one_name_in_the_letters_of_the_language(self):
        assert place_names("ko", [town("Lyon", "리옹", "Lião", "Лион")]) == {"1": "리옹"}
        assert place_names("ko", [town("Lyon", "리옹", "리용")]) == {}
        assert place_names("ja", [town("Lyon", "リヨン", "里昂")]) == {"1": "リヨン"}
        assert place_names("zh", [town("Lyon", "リヨン", "里昂", "里昂市")]) == {"1": "里昂"}

    def test_not_a_name_of_a_neighbouring_language(self):
        assert place_names("ru", [town("Lyon", "Лион", "Ліон", "Љион")]) == {"1": "Лион"}
        assert place_names("uk", [town("Lyon", "Лион", "Ліон")]) == {"1": "Ліон"}

    def test_not_an_old_name(self):
        assert place_names("ru", [town("Aktau", "Шевченко", country="KZ")]) == {}

    def test_not_another_word_made_of_the_name(self):
        assert place_names("ru", [town("Tumen", "Тюменский", country="CN")]) == {}

    def test_of_several_at_home_the_one_that_is_romanised_into_the_name(self):
        assert place_names("ru", [town("Ufa", "Уфа", "Өфө", "Уфо", country="RU")]) == {"1": "Уфа"}

    def test_no_small_place_abroad(self):
        assert place_names("ko", [town("Lyon", "리옹", people=900)]) == {}

    def test_nothing_in_languages_whose_letters_do_not_tell_them_from_others(self):
        assert place_names("de", [town("Lyon", "Leyden", "Lugdunum")]) == {}


@pytest.mark.parametrize("code", ["ja", "ko", "ru", "uk", "zh"])
def test_where_cldr_and_geonames_both_name_a_city_they_mostly_agree(code):
    """Each list was made without the other: they check one another."""
    language = language_of(code)
    cities = [record for record in bundled_layer("cities").records if record["geonames"]]
    pairs = [
        (cldr, map_name("", "city", language, geonames=record["geonames"]))
        for record in cities
        if (cldr := map_name(record["name"], "city", language)) != record["name"]
    ]
    both = [(cldr, geonames) for cldr, geonames in pairs if geonames]
    alike = sum(SequenceMatcher(None, cldr, geonames).ratio() >= 0.6 for cldr, geonames in both)
    assert len(both) > 40
    assert alike / len(both) > 0.9
