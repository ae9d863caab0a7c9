"""Names at the ends of movements that the tagger passed over, airports by their full name, and short forms."""

import pytest

from gazetteer.model import Kind, Place
from geo.model import Mention, Quote, Resolution
from geo.reading.parsing.passages import parse
from geo.reading.recognition.mentions import find_mentions
from geo.reading.recognition.overlooked import find_overlooked, with_short_forms
from tests.geo.stories import articles, departure, gazetteer, journey, tell


def found(text, mentions=()):
    (article,) = articles(text)
    return [m.quote.text for m in find_overlooked(article, parse(article), list(mentions), gazetteer())]


class TestEnds:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Anna Berg travelled to Lisbon.", ["Lisbon"]),
            ("Anna Berg left Porto for Lisbon.", ["Porto", "Lisbon"]),
            ("Anna Berg visited the town of Braga.", ["Braga"]),
            ("Anna Berg passed through Coimbra.", ["Coimbra"]),
            ("Anna Berg visited Porto and Lisbon.", ["Porto", "Lisbon"]),
        ],
    )
    def test_a_name_at_the_end_of_a_movement_is_a_place(self, text, names):
        assert found(text) == names

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg wrote to Lisbon.",  # no movement
            "Anna Berg travelled to Qwzxtown.",  # in no gazetteer
            "Anna Berg travelled to Otto Kranz.",  # a person
            "Anna Berg travelled in May.",  # a month
            "Anna Berg landed at the Roman airport.",  # an adjective
        ],
    )
    def test_nothing_else_is(self, text):
        assert found(text) == []

    def test_what_the_tagger_found_is_kept_and_not_found_twice(self):
        text = "Anna Berg left Porto for Lisbon."
        (article,) = articles(text)
        assert found(text, [Mention(article.quote(15, 20), kind="metonym")]) == ["Porto", "Lisbon"]

    def test_they_come_in_the_order_of_the_text(self):
        text = "Voters in Vienna cheered. Anna Berg left Porto for Lisbon."
        (article,) = articles(text)
        places = find_overlooked(article, parse(article), find_mentions(article, gazetteer()), gazetteer())
        assert [m.quote.start for m in places] == sorted(m.quote.start for m in places)
        assert all(article.text[m.quote.start : m.quote.end] == m.quote.text for m in places)


class TestSpellings:
    @pytest.mark.parametrize(
        ("text", "name", "town"),
        [
            ("Anna Berg left Buenos Aires in Argentina. She arrived at Rozario on Monday.", "Rozario", "Rosario"),
            ("Anna Berg left Buenos Aires in Argentina. She arrived at St. Fe on Monday.", "St. Fe", "Santa Fe"),
            ("Anna Berg left Lisbon in Portugal. She stopped in Coimra on Monday.", "Coimra", "Coimbra"),
        ],
    )
    def test_a_town_of_the_story_is_known_by_a_near_spelling(self, text, name, town):
        told = tell(text)
        assert [s.place.name for s in journey(told).stops][-1] == town
        assert [s.name_in_text for s in journey(told).stops][-1] == name

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg left Vienna. She arrived at Rozario on Monday.",  # in another country
            "Anna Berg left Leeds in England. She arrived at Birtle on Monday.",  # where names are written as they are spelt
        ],
    )
    def test_any_other_is_not(self, text):
        assert [s.place.name for s in journey(tell(text)).stops] in (["Vienna"], ["Leeds"])

    def test_what_is_spelt_like_no_place_of_the_story_is_none(self):
        told = tell("Anna Berg left Vienna in Austria. She went to Rozario's in Linz on Monday.")
        assert [s.place.name for s in journey(told).stops] == ["Vienna", "Linz"]
        assert "Rozario" not in [r.mention.quote.text for r in told.unlocated]


def test_a_name_is_not_cut_from_its_first_noun():
    text = "Anna Berg sailed round the Cape of Good Hope."
    (article,) = articles(text)
    assert found(text, [Mention(article.quote(35, 44))]) == ["Cape of Good Hope"]


class TestAirports:
    def test_an_airport_is_named_with_its_word(self):
        text = "Anna Berg left Larnaca airport on Monday."
        (article,) = articles(text)
        assert found(text, [Mention(article.quote(15, 22))]) == ["Larnaca airport"]

    def test_a_town_whose_airport_nobody_knows_stays_a_town(self):
        text = "Anna Berg left Qwzxtown airport on Monday."
        (article,) = articles(text)
        assert found(text, [Mention(article.quote(15, 23))]) == ["Qwzxtown"]


def place(name):
    return Place(f"own:{name}", name, Kind("S", "AIRB"), 41.1, -95.9, "US")


def resolution(name, taken_for):
    return Resolution(Mention(Quote("a", 0, len(name), name)), taken_for)


class TestShortForms:
    def test_a_short_form_is_the_place_of_the_longer_name_before_it(self):
        told = tell("Anna Berg reached Offutt Air Force Base on Monday. She left Offutt on Tuesday.")
        (base,) = journey(told).stops
        assert base.place.name == "Offutt Air Force Base"
        assert departure(told, base.place.name) == ["2024-05-14"]

    def test_it_says_what_it_is_short_for(self):
        base = place("Offutt Air Force Base")
        full, short = resolution(base.name, base), resolution("Offutt", None)
        (_, told) = with_short_forms({"a": [full, short]})["a"]
        assert (told.place, told.reasons) == (base, ("short for Offutt Air Force Base",))

    def test_the_beginning_of_a_word_is_no_short_form(self):
        base = place("Offutt Air Force Base")
        full, short = resolution(base.name, base), resolution("Off", None)
        assert with_short_forms({"a": [full, short]})["a"][1].place is None


def test_a_name_is_not_cut_at_its_apostrophe():
    told = tell("Anna Berg walked from King's Lynn to Norwich on Monday.")
    assert [p.resolution.place.name for c in told.claims for p in c.places] == ["King's Lynn", "Norwich"]
