"""The many ways to say that somebody travelled: each sentence gives its stops, with how sure they are."""

import pytest

from tests.geo.stories import claim, journey, legs, statuses, stops, tell


class TestVerbsOfEveryManner:
    @pytest.mark.parametrize(
        "words",
        [
            "made it to Lisbon",
            "made her way to Lisbon",
            "got as far as Lisbon",
            "turned up in Lisbon",
            "ended up in Lisbon",
            "hurried to Lisbon",
            "got off in Lisbon",
            "stepped off the train in Lisbon",
            "was back in Lisbon",
            "was airlifted to Lisbon",
            "was sent back to Lisbon",
            "set foot in Lisbon",
            "wintered in Lisbon",
            "took refuge in Lisbon",
        ],
    )
    def test_they_bring_a_person_there(self, words):
        assert statuses(tell(f"Anna Berg {words} on Monday.")) == {"Lisbon": "happened"}

    @pytest.mark.parametrize(
        "words",
        [
            "slipped out of Lisbon",
            "got out of Lisbon",
            "walked out of Lisbon",
            "disappeared from Lisbon",
            "was put on a plane in Lisbon",
        ],
    )
    def test_they_take_a_person_away(self, words):
        assert [(p.role, p.resolution.place.name) for p in claim(tell(f"Anna Berg {words} on Monday.")).places] == [
            ("from", "Lisbon")
        ]

    @pytest.mark.parametrize("words", ["tied up at Lisbon", "made port at Lisbon", "dropped anchor off Lisbon"])
    def test_ships_have_words_of_their_own(self, words):
        assert statuses(tell(f"The ship Aurelia {words} on Monday.")) == {"Lisbon": "happened"}

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg wound up talks in Lisbon.",
            "Anna Berg continued to work in Lisbon.",
            "Anna Berg moved to Lisbon.",
            "Officials sent supplies to Lisbon.",
            "The exhibition travels to Lisbon next spring.",
            "Shares dropped in Lisbon.",
            "More metal arrived from Lisbon.",
            "Anna Berg, who came to Lisbon from Porto as a child, is a councillor.",
            "A daily ferry left Lisbon for Porto.",
            "The children are dropped off in Lisbon.",
            "A trader should not have to go through Lisbon.",
        ],
    )
    def test_the_same_verbs_tell_of_other_things(self, text):
        assert not tell(text).journeys


class TestBeingThere:
    @pytest.mark.parametrize(
        "deed", ["signed a treaty in Lisbon", "spoke at a rally in Lisbon", "was photographed in Lisbon", "hid in Lisbon"]
    )
    def test_any_deed_at_a_place_is_a_stop_of_somebody_who_travels(self, deed):
        assert "Lisbon" in stops(tell(f"Anna Berg flew from Oslo to Porto on Monday. Anna Berg {deed} on Tuesday."))

    @pytest.mark.parametrize(
        "deed", ["was born in Lisbon", "grew up in Lisbon", "studied in Lisbon", "believes in Lisbon", "invested in Lisbon"]
    )
    def test_the_stations_of_a_life_are_none(self, deed):
        assert "Lisbon" not in stops(tell(f"Anna Berg, who {deed}, flew from Oslo to Porto on Monday."))

    @pytest.mark.parametrize("text", ["Anna Berg signed a treaty in Lisbon.", "Anna Berg was photographed in Lisbon."])
    def test_a_deed_alone_is_no_journey(self, text):
        assert not tell(text).journeys

    def test_a_night_passed_there_is_a_stop(self):
        assert stops(tell("After a night in Lisbon the crew flew to Porto.")) == ["Lisbon", "Porto"]

    def test_so_is_a_meeting_there(self):
        assert stops(tell("Anna Berg held talks with Otto Kranz in Lisbon on Monday, then flew to Porto.")) == ["Lisbon", "Porto"]


class TestThere:
    def test_there_is_the_place_named_last(self):
        assert stops(tell("A plane left Porto for Oslo, passed Lisbon and was diverted there on Monday."))[-1] != "Porto"
        assert statuses(tell("Lisbon is the host. Anna Berg is expected there on Friday.")) == {"Lisbon": "planned"}

    def test_from_there(self):
        assert legs(tell("Anna Berg reached Lisbon on Monday. From there she flew to Porto on Tuesday.")) == [
            ("Lisbon", "Porto", "plane")
        ]


class TestAwaited:
    @pytest.mark.parametrize(
        "words", ["is expected in", "is due in", "is due back in", "is awaited at", "was expected in", "will be back in"]
    )
    def test_an_awaited_arrival_is_planned(self, words):
        assert statuses(tell(f"President Anna Berg {words} Porto on Friday.")) == {"Porto": "planned"}

    def test_an_awaited_arrival_that_never_was_is_denied(self):
        assert statuses(tell("President Anna Berg was expected in Porto on Monday but did not arrive.")) == {"Porto": "denied"}


class TestStopsInTurn:
    @pytest.mark.parametrize(
        "turn",
        ["Porto is next.", "Porto follows on Friday.", "Porto comes next.", "Her next stop is Porto.", "Porto is her last stop."],
    )
    def test_whose_turn_it_is_comes_on_the_way_told_last(self, turn):
        assert statuses(tell(f"Anna Berg reached Lisbon on Monday. {turn}")) == {"Lisbon": "happened", "Porto": "planned"}

    def test_nobody_travels_to_what_is_next_for_nobody(self):
        assert not tell("Porto is next. Rain is likely.").journeys

    def test_days_and_places_in_step(self):
        told = tell("Anna Berg will fly to Lisbon on 20 May, Porto on 22 May and Prague on 24 May.")
        assert [(s.place.name, [w.edtf for w in s.arrive]) for s in journey(told).stops] == [
            ("Lisbon", ["2024-05-20"]),
            ("Porto", ["2024-05-22"]),
            ("Prague", ["2024-05-24"]),
        ]

    def test_a_row_of_dates_without_a_verb(self):
        told = tell(
            "Anna Berg flies to Oslo on 18 May for three concerts: Lisbon on 20 May, Porto on 22 May and Prague on 24 May."
        )
        assert {"Lisbon", "Porto", "Prague"} <= set(stops(told))

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg's itinerary includes stops in Lisbon and Porto.",
            "Her office said Anna Berg's programme includes a visit to Lisbon and Porto.",
        ],
    )
    def test_a_programme_is_planned(self, text):
        assert statuses(tell(text)) == {"Lisbon": "planned", "Porto": "planned"}

    def test_a_stop_struck_from_the_programme_is_denied(self):
        told = tell("Anna Berg reached Lisbon on Monday. A planned stop in Porto has been dropped from her programme.")
        assert statuses(told) == {"Lisbon": "happened", "Porto": "denied"}

    def test_a_visit_without_a_visitor_is_of_who_travels(self):
        told = tell("Anna Berg reached Lisbon on Monday. The visit to Porto was cancelled.")
        assert statuses(told) == {"Lisbon": "happened", "Porto": "denied"}


class TestPresentTense:
    def test_in_a_story_told_in_the_past_it_is_to_come(self):
        told = tell("Anna Berg was in Lisbon on Monday. She flew to Prague, and she goes straight to Porto.")
        assert statuses(told)["Porto"] == "planned"

    def test_who_left_to_walk_somewhere_is_on_the_way(self):
        assert statuses(tell("Anna Berg has set out from Lisbon to walk to Porto.")) == {
            "Lisbon": "happened",
            "Porto": "under_way",
        }

    def test_who_tells_of_himself_may_slip_into_it(self):
        assert set(statuses(tell("We left Lisbon at ten. We then pass through Porto. It rained all day.")).values()) == {
            "happened"
        }


class TestWhereItBeganAndEnded:
    @pytest.mark.parametrize("words", ["starting in Lisbon", "having begun in Lisbon"])
    def test_where_a_journey_started_comes_first_though_told_last(self, words):
        told = tell(f"Anna Berg rode into Porto on Monday. She has been cycling for a week, {words}.")
        assert [leg[:2] for leg in legs(told)] == [("Lisbon", "Porto")]

    def test_where_it_will_finish_is_where_it_goes(self):
        told = tell("Anna Berg cycled from Lisbon to Porto on Monday. She will finish in Vigo.")
        assert [(a, b) for a, b, _ in legs(told)] == [("Lisbon", "Porto"), ("Porto", "Vigo")]
        assert statuses(told)["Vigo"] == "planned"

    def test_to_start_something_else_somewhere_is_no_departure(self):
        told = tell("Anna Berg flew from Oslo to Lisbon on Monday. She started talks in Porto on Tuesday.")
        assert stops(told)[-1] == "Porto"


class TestItemsOfAProgramme:
    def test_the_hour_before_an_arrival_makes_it_the_one_of_who_travels(self):
        told = tell(
            "President Anna Berg will arrive in Lisbon on Friday.\n\n15.30: Arrival in Porto\n18.45 Departure for Vigo\n\nThe press may ask questions."
        )
        assert statuses(told) == {"Lisbon": "planned", "Porto": "planned", "Vigo": "planned"}

    def test_nobody_arrives_in_a_timetable(self):
        assert not tell("Ferries are late.\n\n15.30: Arrival in Porto\n18.45 Departure for Vigo\n").journeys


class TestNotReached:
    @pytest.mark.parametrize(
        "text",
        [
            "The ship Aurelia was turned away from Porto on Monday.",
            "Anna Berg was refused entry to Porto on Monday.",
            "Anna Berg was barred from travelling to Porto.",
            "Anna Berg is unable to travel to Porto.",
            "Bad weather made it impossible for Anna Berg to land in Porto.",
            "Anna Berg called off next month's trip to Porto.",
            "Neither Anna Berg nor her husband travelled to Porto.",
            "A report that Anna Berg had flown to Porto was false.",
        ],
    )
    def test_it_is_denied(self, text):
        assert set(statuses(tell(text)).values()) <= {"denied"}

    def test_whoever_was_forced_to_land_never_got_there(self):
        told = tell("A plane that had taken off from Lisbon for Porto was forced to turn and land in Coimbra on Monday.")
        assert statuses(told) == {"Lisbon": "happened", "Coimbra": "happened", "Porto": "denied"}

    @pytest.mark.parametrize("text", ["Did Anna Berg fly to Porto?", "Nobody confirmed that Anna Berg had flown to Porto."])
    def test_a_question_and_what_nobody_confirms_are_at_most_possible(self, text):
        assert set(statuses(tell(text)).values()) <= {"possible"}


class TestWhoseJourney:
    def test_of_those_who_are_carried_it_is_theirs(self):
        told = tell(
            "Two dozen refugees slept in Lisbon on Monday. One bus left for Porto. Others are set to carry refugees to Prague."
        )
        assert statuses(told)["Prague"] == "planned"

    def test_they_are_the_one_who_travels_with_others(self):
        told = tell("Anna Berg left Lisbon with her two sons. They reached Porto on Tuesday.")
        assert (journey(told).traveller, stops(told)) == ("Anna Berg", ["Lisbon", "Porto"])

    def test_a_convoy_of_lorries_is_a_convoy(self):
        assert claim(tell("A convoy of 20 trucks that left Lisbon on Monday is late.")).traveller == "convoy of 20 trucks"

    def test_who_is_carried_goes_with_the_plane(self):
        assert claim(tell("A plane carrying 180 passengers from Lisbon was late on Monday.")).traveller == "plane"

    def test_his_return_is_his_who_speaks(self):
        told = tell("On her return to Porto from Lisbon on Friday, Anna Berg told reporters she was pleased.")
        assert (journey(told).traveller, stops(told)) == ("Anna Berg", ["Lisbon", "Porto"])

    def test_a_load_moves_with_its_driver(self):
        assert claim(tell("Anna Berg drove the crates to Porto on Monday.")).traveller == "Anna Berg"
