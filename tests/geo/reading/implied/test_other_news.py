"""News of others in the story of a journey, what happened there long ago, and what is sent or said: none of it is a stop of the journey."""

import pytest

from tests.geo.stories import journey, statuses, tell

SINGER = "Maria Kovac flew from Zagreb to Paris on Monday."
SHIP = "The ship Aurora sailed from Busan to Nagasaki on Monday."
WALKERS = "Two walkers set out from Penzance for Exeter on Monday."


def inferred(text):
    return [(s.place.name, j.traveller) for j in tell(text).journeys for s in j.stops if s.basis == "inferred"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb went off in Lille on Sunday, killing three.",
        "A court in Lille ruled last week that the law was void.",
        "Police arrested a man in Lille over threats.",
        "In Lille, two men were jailed for fraud.",
        "Floods in Lille killed four people.",
        "Her rival Nina Moe opened an exhibition in Lille the same day.",
        "Her film is showing in Lille this week.",
        "Her lawyer filed a complaint in Lille.",
        "A man showed his pictures in Lille.",
        "Schools in Lille stayed shut.",
        "There was a strike in Lille.",
        "A comedian in Lille mocked her.",
        "Her car is being serviced in Lille.",
    ],
)
def test_what_others_do_or_suffer(sentence):
    assert inferred(f"{SINGER} {sentence}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Thieves broke into her car in Lille.",
        "In Lille her violin was stolen.",
        "Hecklers shouted Kovac down in Lille.",
        "A concert in Lille sold out.",
    ],
)
def test_what_befalls_the_traveller_or_what_a_journey_is_made_for_stays_a_stop(sentence):
    assert inferred(f"{SINGER} {sentence}") == [("Lille", "Maria Kovac")]


@pytest.mark.parametrize(
    ("story", "sentence", "found"),
    [
        (SHIP, "Customs officers searched it in Osaka.", ["Osaka"]),
        (SHIP, "Its cargo was unloaded in Osaka.", ["Osaka"]),
        (SHIP, "Customs officers in Osaka went on strike.", []),
        (WALKERS, "A dog bit one of them in Truro.", ["Truro"]),
        (WALKERS, "A dog attacked a postman in Truro.", []),
    ],
)
def test_groups_and_vehicles_take_part_by_their_own_words(story, sentence, found):
    assert [name for name, _ in inferred(f"{story} {sentence}")] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('"We have 200 patients in Lille," said the minister of health.', []),
        ('"There was a strike in Lille," an official of the airline said.', []),
        ('"I saw it all on television in Lille," said a fan, Luc Petit.', []),
        ('"Thieves broke into my car in Lille," she said.', ["Lille"]),
    ],
)
def test_what_is_quoted_goes_by_who_speaks(sentence, found):
    assert [name for name, _ in inferred(f"{SINGER} {sentence}")] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The opera was first performed in Lille in 1912.",
        "Thieves broke into her car in Lille in 2011.",
        "Two years ago, a similar tour ended in Lille.",
        "Her first concert, in Lille in 1999, drew nine people.",
    ],
)
def test_long_ago(sentence):
    assert inferred(f"{SINGER} {sentence}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "She sent flowers to Lille.",
        "She has moved her money to Lille.",
        "She donated 1,000 euros to a school in Lille.",
        "She condemned the attack in Lille.",
        "Asked about the riots in Lille, she said nothing.",
        "She is the daughter of a baker from Lille.",
        "A Lille man carried her bags.",
        "Her songs were praised by Lille.",
    ],
)
def test_what_is_sent_there_or_only_spoken_of(sentence):
    assert inferred(f"{SINGER} {sentence}") == []


def test_it_is_the_stop_of_whoever_of_the_story_takes_part():
    story = "Kari Dahl took the train from Oslo to Stockholm on Monday. Nils Moe flew from Trondheim to Oslo on Tuesday."
    assert inferred(f"{story} A crowd waited for Moe in Bergen.") == [("Bergen", "Nils Moe")]


def test_what_befell_a_traveller_is_no_plan_where_a_plan_is_told_beside_it():
    told = tell(
        "Kari Dahl took the train from Oslo to Stockholm on Monday. She will fly to Helsinki on Friday. "
        "Thieves broke into her car in Uppsala on Tuesday."
    )
    assert statuses(told)["Uppsala"] == "happened"
    assert journey(told).traveller == "Kari Dahl"


def test_who_tells_of_his_own_journey_saw_what_he_tells():
    assert inferred("We left Lisbon for Porto by train on Monday. In Coimbra a man sold figs.") == [("Coimbra", "the narrator")]


def test_where_something_was_to_be_before_it_was_put_elsewhere():
    story = "The yacht Mira left Dublin on Monday."
    assert inferred(f"{story} A decision was made to change the destination from Wexford to Cork.") == []
