"""Who a word of travel is about, in passives, plans, relative clauses and nouns."""

import pytest

from geo.model import NARRATOR
from geo.reading.parsing.passages import parse
from geo.reading.travel_words.finding import find_predicates
from geo.reading.travellers.finding import find_travellers
from tests.geo.stories import articles, tell


def predicate(text, word):
    (passage,) = parse(articles(text)[0])
    return next(p for p in find_predicates(passage.doc) if p.token.text == word)


def travellers(text, word):
    return [t.text for t in find_travellers(predicate(text, word))]


class TestTravellers:
    @pytest.mark.parametrize(
        ("text", "word", "who"),
        [
            ("Berg flew to Lisbon.", "flew", ["Berg"]),
            ("Berg and Kranz flew to Lisbon.", "flew", ["Berg", "Kranz"]),
            ("Berg was flown to Lisbon by the army.", "flown", ["Berg"]),
            ("The army flew Berg to Lisbon.", "flew", ["Berg"]),
            ("Berg left Porto and travelled to Lisbon.", "travelled", ["Berg"]),
            ("Berg, who had travelled to Lisbon, was ill.", "travelled", ["who"]),
        ],
    )
    def test_the_one_who_moved_is_found_in_actives_and_passives(self, text, word, who):
        assert travellers(text, word) == who

    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("Berg hopes to travel to Lisbon.", ["Berg"]),
            ("Berg is expected to travel to Lisbon.", ["Berg"]),
            ("Kranz asked Berg to travel to Lisbon.", ["Berg"]),
            ("Berg's plan to travel to Lisbon was leaked.", ["Berg"]),
            ("Berg announced her decision to travel to Lisbon.", ["her"]),
        ],
    )
    def test_an_infinitive_has_the_subject_that_its_governor_gives_it(self, text, who):
        assert travellers(text, "travel") == who

    @pytest.mark.parametrize(
        ("text", "word", "who"),
        [
            ("Berg's visit to Lisbon was short.", "visit", ["Berg"]),
            ("The arrival of Berg in Lisbon was late.", "arrival", ["Berg"]),
            ("A visit by Berg to Lisbon was short.", "visit", ["Berg"]),
            ("Berg made a visit to Lisbon.", "visit", ["Berg"]),
        ],
    )
    def test_a_noun_has_an_owner_or_borrows_a_subject(self, text, word, who):
        assert travellers(text, word) == who

    def test_a_visit_of_a_place_is_not_made_by_the_place(self):
        assert "Lisbon" not in travellers("Berg began a tour of Lisbon.", "tour")

    def test_who_pays_for_a_passage_does_not_sail(self):
        assert travellers("The smugglers charged them for passage to Lisbon.", "passage") == []

    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("Berg left Porto on a ship bound for Lisbon.", ["Berg"]),
            ("Berg boarded a ferry bound for Lisbon.", ["Berg"]),
            ("Berg was put on a plane bound for Lisbon.", ["Berg"]),
            ("Officers found coffee on a ship bound for Lisbon.", ["ship"]),
        ],
    )
    def test_who_goes_aboard_what_is_bound_somewhere_is_bound_there(self, text, who):
        assert travellers(text, "bound") == who

    @pytest.mark.parametrize(
        ("text", "word", "who"),
        [
            ("Police accused Berg of travelling to Lisbon.", "travelling", ["Berg"]),
            ("Prosecutors suspect Anna Berg of having flown to Lisbon.", "flown", ["Berg"]),
            ("Berg was convicted of travelling to Lisbon.", "travelling", ["Berg"]),
            ("Kranz thanked Berg for coming to Lisbon.", "coming", ["Berg"]),
        ],
    )
    def test_what_somebody_is_blamed_for_he_did(self, text, word, who):
        assert travellers(text, word) == who

    def test_two_with_their_ages_are_both_who_went(self):
        assert travellers("The Queen, 85, and Duke, 90, flew from London to Perth.", "flew") == ["Queen", "Duke"]

    def test_a_ship_bound_for_a_port_is_the_ship(self):
        assert travellers("A ship bound for Lisbon sank.", "bound") == ["ship"]


def test_where_somebody_sets_off_for_does_not_travel_on():
    told = tell("Anna Berg reached Lisbon on Monday. She set off for Porto to head back to Vigo via Braga.")
    assert {c.traveller for c in told.claims} == {"Anna Berg"}


def test_nobody_drives_a_direction():
    told = tell("We left Lisbon on Monday. We drove North towards Porto.")
    assert {c.traveller for c in told.claims} == {NARRATOR}


def test_a_name_alone_is_a_person_whom_a_pronoun_takes_up():
    told = tell("Stubbin flew 360 km from Lisbon to Porto on Monday. He left Porto on Tuesday and flew on to Vigo.")
    assert {c.traveller for c in told.claims} == {"Stubbin"}


def test_a_word_alone_is_none():
    assert not {c.traveller for c in tell("Rain fell on Lisbon all Monday. He left for Porto.").claims} & {"Rain"}


def test_the_number_of_a_day_does_not_travel():
    told = tell("Day 8: Walked to Lisbon.\n\nDay 9: Left Lisbon at six and drove to Porto.")
    assert {c.traveller for c in told.claims} == {NARRATOR}


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("At Lisbon she saw a steamer.", "saw", ["she"]),
        ("Police saw the man in Lisbon.", "saw", ["man"]),
        ("Kranz dismissed reports that she had flown to Lisbon.", "flown", ["she"]),
        ("The first one to arrive in Lisbon was the president.", "arrive", ["president"]),
    ],
)
def test_who_is_somewhere_is_told_by_more_than_the_nearest_noun(text, word, who):
    assert travellers(text, word) == who


class TestOthersVerbs:
    @pytest.mark.parametrize(
        ("text", "word", "who"),
        [
            ("Two men broke out of a camp on Monday and fled to Porto, police in Lisbon said.", "fled", ["men"]),
            ("Crowds greeted Berg upon landing in Porto.", "landing", ["Berg"]),
            ("Police arrested Berg on arrival in Porto.", "arrival", ["Berg"]),
            ("Reporters watched Berg leave Porto.", "leave", ["Berg"]),
            ("His lawyer convinced Berg to return to Porto.", "return", ["Berg"]),
            ("Also travelling to Porto on Monday was Anna Berg.", "travelling", ["Berg"]),
        ],
    )
    def test_the_one_who_came_is_not_who_speaks_receives_or_watches(self, text, word, who):
        assert travellers(text, word) == who

    def test_they_are_not_those_who_take_them_along(self):
        told = tell("Thirty sailors were abandoned near Lisbon on Monday and soldiers drove them to Porto.")
        assert {c.traveller for c in told.claims for p in c.places if p.role == "to"} == {"Thirty sailors"}
