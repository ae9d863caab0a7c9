"""What verbs of accidents and of leaving tell of a movement."""

import pytest

from tests.geo.stories import claim, statuses, stops, tell


@pytest.mark.parametrize(
    "words",
    [
        "Amtrak train derailed near Lisbon",
        "ferry sank off Lisbon",
        "freighter ran aground at Lisbon",
        "trawler capsized near Lisbon",
    ],
)
def test_a_vehicle_came_as_far_as_where_its_journey_broke_off(words):
    assert stops(tell(f"A {words} on Monday.")) == ["Lisbon"]


def test_most_of_a_train_is_the_train():
    assert claim(tell("Most of a nine-car train derailed near Lisbon on Monday.")).traveller == "nine-car train"


def test_whoever_leaves_a_place_in_a_month_departs_from_it():
    assert claim(tell("Anna Berg left Lisbon in March.")).act == "depart"


@pytest.mark.parametrize(
    "words",
    [
        "ambled into Lisbon",
        "legged it to Lisbon",
        "thumbed a lift to Lisbon",
        "made a beeline for Lisbon",
        "bluffed her way to Lisbon",
        "took herself off to Lisbon",
        "piloted her plane to Lisbon",
        "marched on Lisbon",
        "resurfaced in Lisbon",
        "changed trains at Lisbon",
        "was winched to Lisbon",
        "was landed at Lisbon",
        "stowed away to Lisbon",
    ],
)
def test_the_manner_of_going_is_going(words):
    assert stops(tell(f"Anna Berg {words} on Monday.")) == ["Lisbon"]


@pytest.mark.parametrize(
    "words",
    [
        "made Lisbon the capital of fashion",
        "gained a seat in Lisbon",
        "approached the mayor of Lisbon",
        "found her way of life in Lisbon",
        "bundled the lessons of Lisbon into a book",
    ],
)
def test_the_same_words_of_something_else_are_not(words):
    assert not tell(f"Anna Berg {words} on Monday.").journeys


@pytest.mark.parametrize("words", ["moved up the coast to Lisbon", "was moving towards Lisbon"])
def test_who_moves_along_a_way_does_not_move_house(words):
    assert stops(tell(f"The ship Aurelia {words} on Monday.")) == ["Lisbon"]


def test_a_trip_that_followed_a_stay_is_of_the_same_traveller():
    told = tell("Anna Berg's stay in Porto last week was followed by a trip to Lisbon.")
    assert {c.traveller for c in told.claims} == {"Anna Berg"}
    assert "Lisbon" in stops(told)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I took a train from Prague to Salzburg. Vienna was reached at nine.", "happened"),
        ("The steamer will leave Naples on Monday. Vienna will be visited on the way back.", "planned"),
    ],
)
def test_a_place_that_was_reached_is_one_of_who_travelled_last(text, status):
    assert statuses(tell(text))["Vienna"] == status


@pytest.mark.parametrize(
    "sentence", ["An agreement was reached in Vienna.", "Vienna was visited by thousands.", "Vienna was reached by a virus."]
)
def test_what_others_reached_is_no_stop(sentence):
    assert "Vienna" not in statuses(tell(f"Anna Berg flew to Prague on Monday. {sentence}"))


def test_who_tells_of_a_voyage_puts_into_ports():
    assert stops(tell("We put into Lisbon for water, and ran aground off Porto.")) == ["Lisbon", "Porto"]


@pytest.mark.parametrize("who", ["special envoy Maria Lind", "his envoy, Maria Lind,"])
def test_who_is_sent_by_name_or_office_goes(who):
    assert stops(tell(f"The president is sending {who} to Vienna on Monday.")) == ["Vienna"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials sent the cub from Lisbon to Porto on Monday.",
        "Turkey has sent 300 troops from Lisbon to Porto.",
        "The army moved the prisoners from Lisbon to Porto on Friday.",
        "Greece returned the two Turks from Lisbon to Porto on Friday.",
        "The navy brought 600 people from Lisbon to Porto.",
        "Forty nuns were flown out of Lisbon to Porto on Thursday.",
        "Refugees streamed to Porto from Lisbon on Monday.",
        "The family fled from Lisbon to Porto.",
    ],
)
def test_whom_others_move_has_come_where_they_took_him(text):
    assert stops(tell(text)) == ["Lisbon", "Porto"]
    assert {s.status for j in tell(text).journeys for s in j.stops} == {"happened"}


@pytest.mark.parametrize(
    "words",
    ["landed the survivors in Porto", "put the crew ashore at Porto", "landed 200 survivors at Porto"],
)
def test_whom_a_boat_brings_to_land_has_come_there(words):
    assert stops(tell(f"The lifeboat {words} on Monday.")) == ["Porto"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna sent a letter to Lisbon.",
        "The firm moved its headquarters to Lisbon.",
        "The country first sent its troops into Lisbon in the 1970s.",
        "The court returned the case to Lisbon.",
        "About 220 people are waiting in Lisbon.",
    ],
)
def test_things_and_policies_do_not_travel(text):
    assert not tell(text).journeys


@pytest.mark.parametrize(
    "words",
    [
        "Crowds of refugees poured into Lisbon",
        "Thousands of refugees flooded into Lisbon",
        "Some 200 refugees trickled back to Lisbon",
        "Refugees spilled over the border to Lisbon",
        "Thomson said 400 of its customers had been taken by coach to Lisbon",
    ],
)
def test_crowds_move_like_water(words):
    assert stops(tell(f"{words} on Sunday.")) == ["Lisbon"]


def test_what_gave_out_did_not_go_away():
    told = tell("Anna Berg drove from Porto to Madrid before the engine quit on her near Lisbon.")
    assert stops(told) == ["Porto", "Madrid", "Lisbon"]


@pytest.mark.parametrize("load", ["loaded with lorries", "laden with aid", "packed with pilgrims"])
def test_what_leaves_with_its_load_leaves(load):
    assert claim(tell(f"The ferry left Lisbon {load} on Monday.")).act == "depart"


@pytest.mark.parametrize(
    "words",
    [
        "The tanker left Porto on Sunday and took on fuel at Lisbon.",
        "Anna Berg sailed from Porto and put into Lisbon for repairs.",
        "Anna Berg walked from Porto but turned south to Lisbon.",
        "Anna Berg fled from Porto. Police traced her to Lisbon.",
    ],
)
def test_where_a_way_turns_and_what_is_taken_on(words):
    assert stops(tell(words)) == ["Porto", "Lisbon"]
