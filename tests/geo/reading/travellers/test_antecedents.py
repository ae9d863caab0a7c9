"""Pronouns whose noun stands farther off: in an earlier sentence without a movement, in the paragraph above, in another article."""

import pytest

from tests.geo.stories import journey, stops, tell


class TestSubjectsAbove:
    def test_they_are_those_whom_the_paragraph_above_is_about(self):
        told = tell("Forty Danish students spent a week in Lisbon.\n\nOn Monday they travelled by train to Porto.")
        assert (journey(told).traveller, stops(told)) == ("Forty Danish students", ["Lisbon", "Porto"])

    def test_they_are_who_left_with_her_children(self):
        told = tell("Hawa Tijani walked for nine days with her four children.\n\nThey reached Porto on Monday.")
        assert journey(told).traveller == "Hawa Tijani"

    def test_one_person_is_not_they(self):
        assert not tell("Anna Berg spoke on Monday.\n\nThey arrived in Porto on Tuesday.").journeys

    def test_an_animal_is_she(self):
        told = tell("A young osprey left Lisbon on Sunday.\n\nShe rested in Porto on Monday.")
        assert (journey(told).traveller, stops(told)) == ("young osprey", ["Lisbon", "Porto"])

    def test_the_group_that_plays_is_they_rather_than_the_side_that_it_meets(self):
        told = tell(
            "The Otago Kestrels flew to Lisbon on Sunday. The Kestrels met a local side. They moved on to Porto on Monday."
        )
        assert (journey(told).traveller, stops(told)) == ("Otago Kestrels", ["Lisbon", "Porto"])

    def test_a_group_of_another_article_is_met_again(self):
        told = tell(
            "Thirty Irish students left Porto on Sunday.",
            "The Irish students landed in Lisbon on Monday. A bus took them to Madrid on Tuesday.",
        )
        assert stops(told) == ["Porto", "Lisbon", "Madrid"]


class TestWhoOnlySays:
    """Who is named last may only say what another did."""

    @pytest.mark.parametrize(
        "told",
        [
            "The hostages were taken from Porto to Lisbon on Sunday, diplomats said.",
            "The students flew from Porto to Lisbon, their families said.",
        ],
    )
    def test_those_of_whom_others_say_it_are_they(self, told):
        assert stops(tell(f"{told} They were flown to Madrid on Monday.")) == ["Porto", "Lisbon", "Madrid"]

    @pytest.mark.parametrize(
        "words",
        [
            "Wade Nolan broke out of the jail in Lisbon, Sheriff Carl Beem said. He drove to Porto in a stolen pickup.",
            "Wade Nolan left Lisbon by bus, police Chief Don Ames said.\n\nHe reached Porto on Tuesday.",
            'Wade Nolan left Lisbon on Sunday. "He was tired," a neighbour, Bill Tate, said. He drove to Porto on Monday.',
            "Wade Nolan, 34, left Lisbon on Sunday, his friend Hugh Mann said. He was arrested in Porto two days later.",
        ],
    )
    def test_he_is_whom_they_spoke_of(self, words):
        told = tell(words)
        assert (journey(told).traveller, stops(told)) == ("Wade Nolan", ["Lisbon", "Porto"])

    def test_who_spoke_of_himself_is_meant(self):
        told = tell('"I was glad to go," Bill Tate said. He drove from Lisbon to Porto on Monday.')
        assert journey(told).traveller == "Bill Tate"


class TestSpeakers:
    def test_we_is_she_who_speaks(self):
        told = tell('Amina Yusuf, 34, is tired. "We left Porto on Sunday and walked to Lisbon," she said.')
        assert journey(told).traveller == "Amina Yusuf"

    def test_what_befalls_somebody_tells_where_he_was(self):
        told = tell("Anna Berg left Porto on Sunday. A burst tyre held her up in Madrid on Monday.")
        assert stops(told) == ["Porto", "Madrid"]


class TestSharedSubjects:
    def test_a_verb_joined_to_the_verb_of_saying_is_of_whom_it_is_said(self):
        told = tell("Luc Maes left Porto in May. Police say he drove to Lisbon, boarded a ship there and left it at Dakar.")
        assert stops(told) == ["Porto", "Lisbon", "Dakar"]


class TestNames:
    @pytest.mark.parametrize("name", ["ferry Lady Anne", "whaler Harriet", "research vessel Southern Petrel"])
    def test_what_a_vehicle_is_called_is_no_person(self, name):
        told = tell(f"The {name} left Lisbon on Sunday. She put in at Porto on Monday.")
        assert (told.travellers[0].kind, stops(told)) == ("vehicle", ["Lisbon", "Porto"])

    def test_a_ship_is_known_by_its_bare_name(self):
        told = tell("The whaler Harriet left Lisbon on Sunday. The Harriet reached Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_a_team_is_a_group(self):
        told = tell("The Otago Kestrels flew to Lisbon on Monday.")
        assert (told.travellers[0].name, told.travellers[0].kind) == ("Otago Kestrels", "group")

    def test_the_squad_is_the_one_team_of_the_story(self):
        told = tell("The Otago Kestrels flew to Lisbon on Sunday. The squad will travel to Porto on Wednesday.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_many_of_a_people_are_a_group(self):
        assert journey(tell("Forty-one Syrians were taken by bus to Lisbon on Monday.")).traveller == "Forty-one Syrians"


def test_they_may_open_an_article_before_it_says_who_they_are():
    told = tell("They rode into Lisbon on Monday, wet and tired. The cyclists had left Porto on Friday.")
    assert stops(told) == ["Porto", "Lisbon"]


def test_who_travels_together_with_somebody_is_meant_by_they():
    told = tell(
        "Anna Berg, 62, together with Otto Kranz, 59, sailed from Bergen to Aberdeen in April.\n\nOn 3 May they sailed for Lisbon."
    )
    assert stops(told) == ["Bergen", "Aberdeen", "Lisbon"]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_spokesman_is_not_whom_the_next_sentence_means(gap):
    told = tell(
        f"President Maria Lind will visit Oslo, government spokeswoman Anna Berg said.{gap}She will then go on to Lisbon."
    )
    assert journey(told).traveller == "Maria Lind"
    assert stops(told) == ["Oslo", "Lisbon"]
