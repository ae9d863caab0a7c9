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

    @pytest.mark.parametrize("again", ["Kovalskyy", "Mykola Kovalskiy", "Mykola Kovalskyi"])
    def test_transcriptions_of_a_name_are_one(self, again):
        told = tell(f"Mykola Kovalsky left Lisbon on Sunday. {again} arrived in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

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


class TestOffices:
    @pytest.mark.parametrize(
        ("first", "again"),
        [
            ("Prime Minister Anna Berg", "The prime minister"),
            ("Foreign Minister Anna Berg", "The foreign minister"),
            ("Norwegian envoy Anna Berg", "The Norwegian envoy"),
            ("Anna Berg, the Norwegian ambassador,", "The ambassador"),
        ],
    )
    def test_an_office_stands_for_the_one_who_holds_it(self, first, again):
        told = tell(f"{first} left Lisbon on Sunday. {again} arrived in Porto on Monday.")
        assert journey(told).traveller == "Anna Berg"
        assert stops(told) == ["Lisbon", "Porto"]

    def test_an_office_that_two_hold_stands_for_neither(self):
        told = tell(
            "Norwegian envoy Anna Berg left Lisbon on Sunday. Polish envoy Jan Nowak left Prague on Sunday. The envoy arrived in Porto on Monday."
        )
        at_porto = [j.traveller for j in told.journeys if any(s.place.name == "Porto" for s in j.stops)]
        assert not {"Anna Berg", "Jan Nowak"} & set(at_porto)

    def test_a_title_alone_keeps_to_a_single_name(self):
        assert travellers("Pope Leo flew from Rome to Lisbon on Monday. The pope left Lisbon for Porto on Tuesday.") == [
            "Pope Leo"
        ]


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


class TestHolders:
    def test_who_held_an_office_before_is_not_meant_by_it(self):
        told = tell(
            "Former French President Otto Kranz was in Lisbon. French President Anna Berg spoke in Paris. The French president will fly to Porto on Friday."
        )
        assert {c.traveller for c in told.claims if c.status == "planned"} == {"Anna Berg"}

    def test_another_office_is_somebody_elses(self):
        told = tell("Foreign Minister Otto Kranz spoke on Sunday. The mayor flew to Porto on Monday.")
        assert {c.traveller for c in told.claims} == {"mayor"}

    def test_the_verb_of_a_question_is_no_name(self):
        assert travellers("Will Berg go to Porto?") == ["Berg"]


@pytest.mark.parametrize(("full", "slip"), [("George Shultz", "Schultz"), ("Ana Aqazadeh", "Aqazade")])
def test_a_surname_with_a_letter_more_or_less_is_the_same_persons(full, slip):
    told = tell(f"President {full} arrived in Oslo on Monday. {slip} will go on to Prague.")
    assert [j.traveller for j in told.journeys] == [full]


@pytest.mark.parametrize(
    ("full", "other"), [("Anna Keller", "Kellermann"), ("Anna Berg", "Bergh"), ("Maria Andersen", "Anderson")]
)
def test_a_surname_that_is_spelt_otherwise_is_somebody_elses(full, other):
    told = tell(f"President {full} arrived in Oslo on Monday. {other} will go on to Prague.")
    assert [j.traveller for j in told.journeys] == [full, other]


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("Finnish President", "On Tuesday the Finnish leader"),
        ("U.S. Assistant Secretary of State", "The American envoy"),
        ("Polish Foreign Minister", "The Polish visitor"),
    ],
)
def test_who_holds_an_office_is_called_by_his_nation(office, called):
    told = tell(f"{office} Otto Kranz met President Jan Lund in Oslo on Monday. {called} went to Lisbon. He will go on to Porto.")
    assert {c.traveller for c in told.claims} == {"Otto Kranz"}


@pytest.mark.parametrize("called", ["The Finnish bishop", "A Finnish leader"])
def test_but_not_by_another_s(called):
    told = tell(f"Finnish President Otto Kranz arrived in Oslo on Monday. {called} went to Lisbon.")
    assert len({c.traveller for c in told.claims}) == 2
