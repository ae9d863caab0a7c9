"""One person under one name, over all spellings, titles and offices; and names of persons that are no places."""

import pytest

from tests.geo.stories import journey, mentioned, stops, tell


def travellers(*texts):
    return [j.traveller for j in tell(*texts).journeys]


class TestSpellings:
    @pytest.mark.parametrize(
        "again",
        ["Berg", "Anna Berg", "Anna-Berg", "Ms Berg", "Ana Berg", "President Berg", "President Anna Berg"],
    )
    def test_another_spelling_in_the_same_text_is_the_same_person(self, again):
        told = tell(f"President Anna Berg left Lisbon on Sunday. {again} arrived in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]
        assert journey(told).traveller == "Anna Berg"

    @pytest.mark.parametrize("again", ["The Pope", "The Holy Father", "The pontiff", "Pope Leontius"])
    def test_the_pope_has_many_names(self, again):
        told = tell(f"Leontius XIV left Lisbon on Sunday. {again} arrived in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_pm_is_the_prime_minister(self):
        told = tell("Prime Minister Anna Berg left Lisbon on Sunday. The PM arrived in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_spellings_are_shared_by_the_articles_of_a_story(self):
        told = tell("President Anna Berg left Lisbon on Sunday.", "Berg reached Porto on Monday. Ana Berg flew on to Prague.")
        assert stops(told) == ["Lisbon", "Porto", "Prague"]
        (traveller,) = told.travellers
        assert (traveller.name, traveller.aliases) == ("Anna Berg", ("Ana Berg", "Berg"))

    def test_the_order_of_the_articles_does_not_change_the_name(self):
        assert travellers("Berg reached Porto on Monday.", "President Anna Berg left Lisbon on Sunday.") == ["Anna Berg"]

    def test_two_persons_of_one_surname_are_two(self):
        assert sorted(travellers("Anna Berg left Lisbon on Sunday. Ragnar Berg left Porto on Monday.")) == [
            "Anna Berg",
            "Ragnar Berg",
        ]

    def test_the_title_that_ends_a_sentence_is_not_of_the_name_that_opens_the_next(self):
        told = travellers(
            "President Otto Berg met the mayor, who thanked the president. Anna Berg wept, and Anna Berg sang. "
            "President Berg flew from Prague to Vienna on Monday."
        )
        assert told == ["Otto Berg"]

    def test_the_mark_of_a_footnote_is_no_part_of_the_name(self):
        assert travellers("Anna Berg* left Lisbon on Sunday. Anna Berg arrived in Porto on Monday.") == ["Anna Berg"]

    @pytest.mark.parametrize(
        ("name", "plain"), [("\u202eAnna Berg\u202c", "Anna Berg"), ("The \u2067tired\u2069 pilgrims", "tired pilgrims")]
    )
    def test_a_mark_of_direction_is_no_part_of_the_name(self, name, plain):
        assert travellers(f"{name} left Lisbon on Sunday and arrived in Porto on Monday.") == [plain]

    def test_a_cape_is_nobody(self):
        assert travellers("Anna Berg left Lisbon on Sunday. Cape Leeuwin was passed on Monday and Porto reached on Tuesday.") == [
            "Anna Berg"
        ]

    def test_a_possessive_is_no_part_of_the_name(self):
        assert travellers("Anna Berg’s arrival in Lisbon was late. Anna Berg left Lisbon on Monday.") == ["Anna Berg"]


class TestNamesThatLookLikePlaces:
    def test_a_surname_that_is_also_a_town_is_no_place(self):
        told = tell("Anna Hamburg left Lisbon on Sunday. Hamburg arrived in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]
        assert ("Hamburg", "place") not in mentioned(told)

    def test_behind_a_preposition_the_same_word_is_the_town(self):
        told = tell("Anna Hamburg left Lisbon on Sunday. Anna Hamburg arrived in Hamburg on Monday.")
        assert stops(told) == ["Lisbon", "Hamburg"]

    def test_a_newspaper_is_no_place(self):
        told = tell("President Anna Berg left Lisbon on Sunday, the Vienna Times reported.")
        assert stops(told) == ["Lisbon"]
        assert not any(words.startswith("Vienna") for words, kind in mentioned(told) if kind == "place")

    def test_a_place_is_no_person(self):
        told = tell("President Anna Berg left Oslo on Sunday. Oslo had voted on Saturday.")
        assert [t.name for t in told.travellers] == ["Anna Berg"]


def test_the_verb_of_a_question_is_no_name():
    assert travellers("Will Berg go to Porto?") == ["Berg"]
