"""Whom the rules protect, when, and what the texts have to say for it."""

from dataclasses import replace
from datetime import date

import pytest

import geo
from geo.desk.described import with_descriptions
from geo.desk.rules import rule_for, safety_rules
from geo.desk.wording import Wording
from geo.model import Article, Itinerary, Mention, Resolution, Traveller
from tests.geo.desk.cases import CASES, NOW, place, story


def rule_of(name, kind="person", *described):
    rule = rule_for(Traveller(name, kind, (), described), safety_rules())
    return rule.name if rule else None


class TestRules:
    @pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
    def test_each_case_falls_under_its_rule(self, case):
        assert rule_for(case.traveller, safety_rules()).name == case.rule

    @pytest.mark.parametrize("word", ["president", "envoy", "pope", "singer", "coach", "ministers", "explorer"])
    def test_people_in_the_public_eye_are_under_none(self, word):
        assert rule_of("Ana Sol", "person", word) is None

    def test_danger_counts_more_than_a_public_role(self):
        assert rule_of("Ana Sol", "person", "minister", "hostage") == "hostages"

    def test_an_age_counts_below_eighteen(self):
        assert rule_of("Ana Sol", "person", "singer", "17-year-old") == "minors"
        assert rule_of("Ana Sol", "person", "singer", "18-year-old") is None

    def test_a_part_of_a_word_is_no_word(self):
        assert rule_of("The Childers delegation", "group") is None


class TestDescriptions:
    def described(self, text, name="Ana Sol"):
        article = Article("a" * 12, text, "a" * 64)
        return with_descriptions(Itinerary((article,), (Traveller(name),))).travellers[0].described

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Polish Prime Minister Ana Sol left Warsaw.", ("minister",)),
            ("The country's envoy, Ana Sol, left Warsaw.", ("envoy",)),
            ("Ana Sol, 15, left Warsaw.", ("15-year-old",)),
            ("Ana Sol, a refugee from Lodz, left Warsaw.", ("refugee",)),
            ("Soldiers guarded Ana Sol in Warsaw.", ()),
            ("Ana Sol, the mother of a hostage, left Warsaw.", ("mother",)),
            ("Ana Sol met the president.", ()),
        ],
    )
    def test_are_the_words_beside_the_name(self, text, words):
        assert self.described(text) == words


class TestWhen:
    def held(self, itinerary, as_of=None):
        return {held.decision.place.name for held in geo.publish(itinerary, as_of=as_of).held}

    def test_a_place_left_a_week_ago_is_shown(self):
        assert "Sofia" not in self.held(story(CASES[0]))

    @pytest.mark.parametrize(
        ("day", "is_held"),
        [(NOW, True), (date(2024, 5, 18), True), (date(2024, 5, 20), False), (date.min, True), (date.max, False)],
    )
    def test_a_place_is_held_back_for_a_day(self, day, is_held):
        assert ("Svilengrad" in self.held(story(CASES[0]), day)) == is_held

    def test_an_undated_article_hides_who_is_in_danger_and_not_who_is_private(self):
        def undated(case):
            itinerary = story(replace(case, dated=False, status="happened"))
            return replace(itinerary, articles=tuple(replace(article, published=None) for article in itinerary.articles))

        assert "Svilengrad" in self.held(undated(CASES[0]))
        assert self.held(undated(CASES[10])) == set()

    def test_an_earlier_trip_is_no_secret(self):
        itinerary = story(CASES[0])
        journey = replace(itinerary.journeys[0], background=True)
        assert self.held(replace(itinerary, journeys=(journey,))) == set()


class TestWording:
    @pytest.mark.parametrize(
        "text",
        [
            "in Świnoujście today",
            "SWINOUJSCIE",
            "Świnoujście's harbour",
            "https://a.example/camp-in-swinoujscie-full",
            "%C5%9Awinouj%C5%9Bcie",
        ],
    )
    def test_a_name_is_found_however_it_is_written(self, text):
        assert Wording(["Świnoujście"]).gives_away(text)

    def test_other_words_are_left_alone(self):
        assert not Wording(["Rome"]).gives_away("the chrome of the car")
        assert Wording(["Rome"]).without("mayor of Rome") == "mayor of …"

    def test_another_name_of_the_place_gives_it_away_too(self):
        wording = Wording(["Kyiv"], {"Kiev", "kiev"}.__contains__)
        assert wording.gives_away("Camps near Kiev are full")
        assert wording.gives_away("https://a.example/camp-in-kiev-full")
        assert wording.without("the mayor of Kiev") == "…"
        assert not wording.gives_away("Camps near Lviv are full")

    def test_nothing_is_found_where_nobody_is_protected(self):
        assert not Wording(()).gives_away("Rome")


class TestThePublishedSide:
    def test_is_published_as_it_is(self):
        once = geo.publish(story(CASES[0])).itinerary
        assert geo.publish(once).itinerary is once

    def test_ids_do_not_tell_the_place(self):
        itinerary = story(CASES[0])
        true = itinerary.journeys[0].stops[1].place.id
        assert true not in repr(geo.publish(itinerary).itinerary)

    def test_another_traveller_at_the_same_place_is_as_coarse(self):
        itinerary = story(CASES[0])
        visit = replace(itinerary.journeys[0].stops[1], id="visit", status="past", claims=(), arrive=())
        other = replace(
            itinerary.journeys[0], id="journey-2", traveller="Prime Minister Ana Sol", stops=(visit,), legs=(), meetings=()
        )
        both = replace(itinerary, journeys=(*itinerary.journeys, other))
        assert geo.publish(both).itinerary.journeys[1].stops[0].place.name == "Haskovo"

    @pytest.mark.parametrize("spot", ["a shelter that the desk put there", "Svilengrad Airport"])
    def test_another_traveller_on_the_same_spot_is_as_coarse(self, spot):
        itinerary = story(CASES[0])
        true = itinerary.journeys[0].stops[1]
        where = replace(true.place, id="own:spot", name=spot, lat=true.place.lat + ("Airport" in spot) * 0.1)
        visit = replace(true, id="visit", place=where, name_in_text=spot, status="past", claims=(), arrive=())
        other = replace(
            itinerary.journeys[0], id="journey-2", traveller="Prime Minister Ana Sol", stops=(visit,), legs=(), meetings=()
        )
        both = replace(itinerary, journeys=(*itinerary.journeys, other))
        assert geo.publish(both).itinerary.journeys[1].stops[0].place.name == "Haskovo"

    def test_a_title_with_another_name_of_the_place_is_left_out(self):
        itinerary = story(replace(CASES[0], at="Kyiv"))
        article = replace(itinerary.articles[0], title="Refugees reach Kiev", url="https://example.org/kiev-camp")
        (shown,) = geo.publish(replace(itinerary, articles=(article,))).itinerary.articles
        assert (shown.title, shown.url) == ("", "")

    def test_a_travellers_name_in_ids_does_not_tell_the_place(self):
        itinerary = story(CASES[0])
        visit = replace(itinerary.journeys[0].stops[0], id="a:1:arrive:svilengrad-mayor@x", status="past", arrive=(), depart=())
        claim = replace(itinerary.claims[0], id="a:1:arrive:svilengrad-mayor", quote=itinerary.claims[0].quote)
        other = replace(
            itinerary.journeys[0],
            id="journey-2",
            traveller="Svilengrad mayor",
            stops=(replace(visit, claims=(claim.id,)),),
            legs=(),
            meetings=(),
        )
        both = replace(itinerary, journeys=(*itinerary.journeys, other), claims=(*itinerary.claims, claim))
        assert "svilengrad" not in repr(geo.publish(both).itinerary).lower()

    def test_words_around_a_short_passage_or_a_mention_do_not_tell_the_place(self):
        itinerary = story(CASES[0])
        article = itinerary.articles[0]
        text = "The minister left Rome. She spoke of Svilengrad, where the Blue Hall is."
        second = replace(article, id="second", text=text, sha256="2" * 64, title="", url="", publisher="")
        rome, hall = second.quote(18, 22), second.quote(text.index("Blue"), text.index(" is."))
        claim = replace(
            itinerary.claims[0], id="second:0:depart", traveller="Minister Ana Sol", quote=second.quote(13, 22), places=()
        )
        stop = replace(
            itinerary.journeys[0].stops[0], id="rome", place=place("Rome"), name_in_text=rome.text, claims=(claim.id,), depart=()
        )
        other = replace(itinerary.journeys[0], id="journey-2", traveller="Minister Ana Sol", stops=(stop,), legs=(), meetings=())
        lost = Resolution(Mention(hall), None, reasons=("no such place",))
        both = replace(
            itinerary,
            articles=(article, second),
            journeys=(*itinerary.journeys, other),
            claims=(*itinerary.claims, claim),
            unlocated=(lost,),
        )
        assert "Svilengrad" not in repr(geo.publish(both, quotes="full").itinerary)
