"""What one sentence says: who did what, where, when and how; and all that is no journey of anybody in particular."""

import pytest

from tests.geo.stories import articles, claim, journey, statuses, stops, tell


def roles(read):
    return [(p.role, p.resolution.place.name) for p in read.places]


def stop_country(told, name):
    return next(s.place.country for j in told.journeys for s in j.stops if s.place.name == name)


class TestActs:
    @pytest.mark.parametrize(
        ("text", "act", "places"),
        [
            ("President Maria Lind left Lisbon on Monday.", "depart", [("from", "Lisbon")]),
            ("President Maria Lind arrived in Lisbon on Monday.", "arrive", [("to", "Lisbon")]),
            ("President Maria Lind stayed in Lisbon on Monday.", "stay", [("at", "Lisbon")]),
            ("President Maria Lind visited Lisbon on Monday.", "stay", [("at", "Lisbon")]),
            ("President Maria Lind travelled from Lisbon to Porto.", "travel", [("from", "Lisbon"), ("to", "Porto")]),
            ("President Maria Lind left Lisbon for Porto.", "depart", [("from", "Lisbon"), ("to", "Porto")]),
            ("President Maria Lind passed through Lisbon on Monday.", "pass", [("via", "Lisbon")]),
        ],
    )
    def test_each_word_of_travel_gives_its_act_and_its_ends(self, text, act, places):
        read = claim(tell(text))
        assert (read.act, roles(read)) == (act, places)

    @pytest.mark.parametrize(
        "text",
        [
            "President Maria Lind made a visit to Lisbon on Monday.",
            "President Maria Lind was on a visit to Lisbon on Monday.",
            "President Maria Lind's visit to Lisbon ended on Monday.",
            "A visit to Lisbon by President Maria Lind ended on Monday.",
        ],
    )
    def test_a_noun_of_travel_borrows_its_traveller(self, text):
        read = claim(tell(text))
        assert (read.traveller, read.act, roles(read)) == ("Maria Lind", "stay", [("at", "Lisbon")])

    def test_ends_are_in_the_order_of_travel_and_not_of_the_words(self):
        assert roles(claim(tell("President Maria Lind travelled to Porto from Lisbon."))) == [("from", "Lisbon"), ("to", "Porto")]


class TestModes:
    @pytest.mark.parametrize(
        ("words", "mode"),
        [
            ("travelled to Lisbon by train", "train"),
            ("flew to Lisbon", "plane"),
            ("took a bus to Lisbon", "car"),
            ("sailed to Lisbon", "ship"),
            ("walked to Lisbon", "foot"),
            ("cycled to Lisbon", "other"),
            ("travelled to Lisbon aboard a ferry", "ship"),
            ("travelled to Lisbon in a green armoured train", "train"),
        ],
    )
    def test_a_mode_is_read_where_the_words_give_it(self, words, mode):
        assert claim(tell(f"Anna Berg {words} on Monday.")).mode == mode

    @pytest.mark.parametrize("words", ["travelled to Lisbon", "arrived in Lisbon", "went to Lisbon to see a train museum"])
    def test_a_mode_is_never_invented(self, words):
        assert claim(tell(f"Anna Berg {words} on Monday.")).mode == "unknown"


class TestQuotes:
    def test_the_quote_is_the_whole_sentence_and_stands_in_the_text(self):
        text = "Rain fell.  President\u00a0Maria  Lind left Lisbon on Monday, and\twas gone. More rain fell."
        (article,) = articles(text)
        quote = claim(tell(text)).quote
        assert quote.text == "President\u00a0Maria  Lind left Lisbon on Monday, and\twas gone."
        assert article.text[quote.start : quote.end] == quote.text

    def test_the_cue_is_an_exact_quote_too(self):
        text = "“President Maria Lind may visit Lisbon,” an aide said."
        cue = claim(tell(text)).cue
        assert text[cue.start : cue.end] == cue.text == "may"


class TestSharing:
    def test_an_arrival_takes_the_place_of_what_hangs_on_it(self):
        told = tell("President Maria Lind arrived on Tuesday after disembarking in Lisbon.")
        (arrived,) = [c for c in told.claims if c.when]
        assert (arrived.act, roles(arrived)) == ("arrive", [("to", "Lisbon")])

    @pytest.mark.parametrize("way", ["disembark from the plane", "disembarked from a ferry", "alighted from the train"])
    def test_who_leaves_a_vehicle_somewhere_has_come_there(self, way):
        told = tell(f"Mayor Anna Berg and her husband, Ola, {way} in Lisbon, Portugal, May 13, 2024.")
        assert roles(claim(told)) == [("to", "Lisbon")]

    def test_ids_tell_claims_apart(self):
        told = tell("President Maria Lind left Lisbon on Monday and reached Porto on Tuesday. She then flew to Prague.")
        assert len({c.id for c in told.claims}) == len(told.claims) == 3


class TestNobodyInParticular:
    @pytest.mark.parametrize(
        "text",
        [
            "Tourists fly to Lisbon in summer.",
            "Thousands of migrants travel to Spain each year.",
            "Many people travelled to Lisbon on Monday.",
            "No minister has travelled to Lisbon.",
        ],
    )
    def test_people_in_general_make_no_journey(self, text):
        assert not tell(text).journeys

    @pytest.mark.parametrize(
        "text",
        [
            "Wheat travelled from Odesa to Alexandria by ship.",
            "A letter arrived in Lisbon on Monday.",
            "The storm reached Lisbon on Monday.",
            "The road leaves Lisbon and heads north to Porto.",
            "The talks moved to Lisbon and then went on to Porto.",
        ],
    )
    def test_goods_and_weather_and_roads_make_no_journey(self, text):
        assert not tell(text).journeys

    @pytest.mark.parametrize(
        "text",
        [
            "Flights to Lisbon start in June.",
            "A new ferry service will run from Oslo to Kiel.",
            "Nordmark Airlines flew to Lisbon and Porto.",
            "The Nordmark Company left Lisbon and went to Porto.",
            "The bus route runs from Leeds to York and stops in Selby.",
        ],
    )
    def test_firms_and_services_make_no_journey(self, text):
        assert not tell(text).journeys

    @pytest.mark.parametrize(
        "text",
        ["The singer was born in Lisbon and moved to Porto.", "Anna Berg emigrated to Lisbon.", "Anna Berg lives in Lisbon."],
    )
    def test_moving_house_makes_no_journey(self, text):
        assert not tell(text).journeys

    def test_a_meeting_alone_makes_no_journey(self):
        assert not tell("President Maria Lind met Chancellor Otto Kranz in Lisbon on Monday.").journeys


class TestSomebodyInParticular:
    @pytest.mark.parametrize(
        ("text", "traveller"),
        [
            ("A Nordwind plane flew from Lisbon to Porto on Monday.", "Nordwind plane"),
            ("The two cyclists left Lisbon on Monday.", "two cyclists"),
            ("A Polish delegation arrived in Lisbon on Monday.", "Polish delegation"),
            ("A hijacked ferry left Lisbon on Monday.", "hijacked ferry"),
        ],
    )
    def test_a_definite_group_or_vehicle_travels_under_its_own_words(self, text, traveller):
        assert journey(tell(text)).traveller == traveller

    def test_several_ends_of_one_verb_are_several_stops(self):
        assert stops(tell("President Maria Lind visited Lisbon and Porto.")) == ["Lisbon", "Porto"]


class TestTours:
    def test_who_is_to_be_in_several_towns_travels(self):
        told = tell("Anna Berg is scheduled to speak in Lisbon on Friday. Berg will appear with the mayor on Saturday in Porto.")
        assert stops(told) == ["Lisbon", "Porto"]

    @pytest.mark.parametrize(
        "text",
        [
            "Anna Berg is scheduled to speak in Lisbon on Friday.",
            "Anna Berg spoke in Lisbon on Monday. Berg appeared with the mayor on Tuesday in Porto.",
        ],
    )
    def test_who_is_only_somewhere_does_not(self, text):
        assert not tell(text).journeys


class TestEnds:
    @pytest.mark.parametrize("words", ["off Lisbon", "off the coast of Lisbon", "at the entrance of Lisbon"])
    def test_a_ship_lies_near_what_it_anchors_off(self, words):
        assert roles(claim(tell(f"The ferry was anchored {words} on Monday."))) == [("to", "Lisbon")]

    def test_an_apposition_is_no_object_of_a_verb_with_its_particle(self):
        told = tell("Anna Berg touched down in Lisbon on Monday, the last stop on her way.")
        assert ("to", "Lisbon") in roles(told.claims[0])

    def test_a_war_elsewhere_takes_nobody_there(self):
        assert roles(claim(tell("Anna Berg arrived in Lisbon with the war in Ukraine on her mind."))) == [("to", "Lisbon")]

    def test_who_is_welcomed_at_an_airport_has_arrived(self):
        told = tell("President Maria Lind was welcomed by the mayor at Lisbon airport on Monday. She left for Porto.")
        assert [(c.act, [role for role, _ in roles(c)]) for c in told.claims] == [("arrive", ["to"]), ("depart", ["to"])]


class TestSlipsOfTheParser:
    def test_what_was_done_goes_with_what_was_done_and_not_with_its_purpose(self):
        told = tell("We went to Lisbon to get another truck to replace the wrecked one and then drove to Porto.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_plans_told_in_a_row_have_one_traveller(self):
        told = tell("The organiser said the pilgrims expect to reach Lisbon, then go to the northern city of Porto.")
        assert {(c.traveller, c.status) for c in told.claims} == {("pilgrims", "planned")}

    def test_a_hyphen_between_verb_and_particle(self):
        assert stops(tell("Anna Berg set-off from Lisbon on Sunday.")) == ["Lisbon"]

    def test_a_movement_in_ing_behind_after(self):
        assert stops(tell("Anna Berg arrived in Porto on Monday after cycling from Lisbon with 160 other riders.")) == [
            "Lisbon",
            "Porto",
        ]

    def test_a_train_by_its_name(self):
        assert stops(tell("The riders caught the Sierra Alpine train to Porto on Monday.")) == ["Porto"]

    def test_a_border_with_a_country_is_not_left(self):
        assert stops(tell("The pilgrims left the town of Elvas near Portugal's border with Spain on Sunday.")) == ["Elvas"]

    def test_a_place_told_first_belongs_to_what_is_expected_there(self):
        told = tell("Anna Berg flew to Prague on Monday. In Vienna she is likely to stay until Friday.")
        assert ("at", "Vienna") in [end for c in told.claims for end in roles(c)]

    def test_along_with_is_no_way(self):
        told = tell("Anna Berg will fly to Prague along with the mayor of Vienna.")
        assert [role for role, _ in roles(told.claims[0])].count("via") == 0

    def test_an_aside_between_hyphens_is_no_object(self):
        assert stops(
            tell("We passed the small town of Elvas where there is a bridge over the river--a rare comfort in this country.")
        ) == ["Elvas"]


class TestNamesOfPlaces:
    def test_the_adjective_of_a_country_tells_whose_town_it_is(self):
        told = tell("The ferry left the northern Lebanese port of Tripoli on Monday.")
        assert stop_country(told, "Tripoli") == "LB"

    def test_a_direction_is_no_place(self):
        assert not tell("Anna Berg left the North on Monday.").journeys

    def test_what_a_place_lies_in_or_on_is_no_end_of_its_own(self):
        told = tell("Anna Berg arrived in Gao on the Niger River on Monday. She flew to Graz in southern Austria on Tuesday.")
        assert [end[0] for c in told.claims for end in roles(c)] == ["to", "to"]

    def test_so_many_miles_south_of_a_town_is_not_the_town(self):
        told = tell("Anna Berg left Prague on Monday. She drove to a camp about 60 km south of Vienna on Tuesday.")
        assert "Vienna" not in [name for c in told.claims for _, name in roles(c)]

    def test_who_changes_destination_goes_there(self):
        told = tell("The tanker Halvard left Bergen on Monday. The tanker changed its destination to Lisbon on Tuesday.")
        assert ("to", "Lisbon") in roles(told.claims[-1])

    def test_where_a_tour_starts_are_its_stops(self):
        told = tell("Anna Berg left Lisbon on Monday. Her tour will start in Prague and Vienna.")
        assert roles(told.claims[-1]) == [("at", "Prague"), ("at", "Vienna")]


class TestOnTheWay:
    def test_what_is_being_taken_is_under_way(self):
        assert claim(tell("The statue is being taken to Porto.")).status == "under_way"

    def test_who_is_somewhere_heading_on_is_not_there_yet(self):
        told = tell("I am in Lisbon this week, heading for Porto on foot.")
        assert statuses(told) == {"Lisbon": "happened", "Porto": "under_way"}

    def test_a_carrier_taken_by_its_name(self):
        assert stops(tell("Anna Berg took Airtrans from Lisbon to Porto on Monday.")) == ["Lisbon", "Porto"]

    def test_who_is_taken_is_no_carrier(self):
        assert {c.traveller for c in tell("The guard took Otto Kranz from Lisbon to Porto on Monday.").claims} == {"Otto Kranz"}

    def test_a_further_journey_of_the_same_traveller(self):
        told = tell("Anna Berg endured a long train journey from Lisbon to Porto. From there it was another bus journey to Vigo.")
        assert stops(told) == ["Lisbon", "Porto", "Vigo"]

    def test_a_hulk_is_pulled_to_a_yard(self):
        assert stops(tell("The ship will be pulled to Porto on Monday.")) == ["Porto"]

    def test_a_facility_is_where_its_place_is(self):
        assert stops(tell("The whale arrived at the Lisbon aquarium on Monday.")) == ["Lisbon"]


class TestReaders:
    @pytest.mark.parametrize(
        "text",
        [
            "You could start with a train from Rome to reach Venice in three hours.",
            "From Lisbon you will travel by ferry to Porto.",
        ],
    )
    def test_what_the_reader_may_do_is_no_journey(self, text):
        assert not tell(text).journeys

    def test_what_somebody_is_told_is(self):
        assert tell('Anna Berg left Lisbon on Sunday. "You know that I go to Porto on Friday," she said.').journeys


class TestBareDates:
    def test_a_place_right_before_a_date_is_the_end_of_the_verb(self):
        told = tell("The destroyer Halvard departed Rota May 7, 2024, and began its sixth patrol. It reached Lisbon on Monday.")
        assert roles(told.claims[0]) == [("from", "Rota")]


class TestManyAndWide:
    @pytest.mark.parametrize("number", ["800,000", "More than 2 million"])
    def test_a_multitude_makes_no_journey(self, number):
        assert not tell(f"{number} refugees have escaped to Portugal and Spain.").journeys

    def test_a_caravan_of_thousands_does(self):
        assert stops(tell("The 5,000 migrants reached Porto on Monday.")) == ["Porto"]

    def test_a_continent_is_no_stop_of_a_tour(self):
        assert stops(tell("Anna Berg travelled to Europe in May. She visited Lisbon and Porto.")) == ["Lisbon", "Porto"]

    def test_what_a_view_is_over_is_not_reached(self):
        assert stops(tell("We arrived in Lisbon to a fine sunset over Porto.")) == ["Lisbon"]

    def test_a_train_to_one_place_and_on_to_another_reached_the_first(self):
        told = tell("Anna Berg boarded a train from Lisbon to Porto and then to Vigo on Monday.")
        assert set(statuses(told).values()) == {"happened"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anna Berg left Porto on Monday on a trip that will end in Lisbon.", ["Porto", "Lisbon"]),
        ("Anna Berg's tour starts in Porto and concludes in Lisbon on Friday.", ["Porto", "Lisbon"]),
        ("Anna Berg came to Porto. She visited the grave of a king and the fishing village of Nazaré.", ["Porto", "Nazaré"]),
    ],
)
def test_a_journey_ends_where_its_noun_does_and_a_place_is_listed_with_another_thing(text, told):
    assert stops(tell(text)) == told


def test_both_of_two_groups_are_somebody():
    assert stops(tell("Both teams flew to Lisbon on Monday.")) == ["Lisbon"]


def test_where_talks_conclude_nobody_arrives():
    assert statuses(tell("Talks concluded in Lisbon on Friday.")) == {}


def test_the_outskirts_of_a_city_do_not_travel_on():
    told = tell("The crew saw the port and its outskirts. Then they sailed to Lisbon.")
    assert {c.traveller for c in told.claims} == {"crew"}


def test_a_ship_puts_down_anchor():
    assert stops(tell("The ship Lenore left Porto on Monday. The Lenore put down anchor near Lisbon on Tuesday.")) == [
        "Porto",
        "Lisbon",
    ]


class TestTripsOfLongAgo:
    def test_a_sentence_that_goes_on_from_its_date_tells_one_trip(self):
        told = tell("The ferry Vasa sailed on to Lisbon, Portugal, and then on January 29 docked in Porto.")
        assert statuses(told) == {"Lisbon": "happened", "Porto": "happened"}

    def test_a_date_of_long_ago_is_background_where_nothing_goes_on(self):
        told = tell("Maria Lind reached Porto on Monday. She had arrived in Lisbon on January 29.")
        assert statuses(told) == {"Lisbon": "past", "Porto": "happened"}


class TestTrips:
    @pytest.mark.parametrize("verb", ["includes", "also includes"])
    def test_what_a_trip_includes_is_planned_by_who_makes_it(self, verb):
        told = tell(f"Anna Berg left Lisbon on Monday. The trip, which {verb} stops in Chile and Peru, is her first since June.")
        assert statuses(told) == {"Lisbon": "happened", "Chile": "planned", "Peru": "planned"}


class TestArrests:
    @pytest.mark.parametrize("words", ["Police took him into custody in Porto.", "He was taken into custody in Porto on Monday."])
    def test_whoever_is_taken_into_custody_was_there(self, words):
        assert stops(tell(f"Karl Berg escaped from a prison in Lisbon on Sunday. {words}")) == ["Lisbon", "Porto"]


class TestCare:
    def test_a_clinic_in_another_clause_does_not_undo_a_flight(self):
        told = tell("The three sailors were flown from Lisbon to Porto on Monday and taken to a clinic for checks.")
        assert stops(told) == ["Lisbon", "Porto"]

    @pytest.mark.parametrize(
        ("text", "there"),
        [
            ("Anna Berg flew to Lisbon on Monday. She fell ill and was taken to hospital in Porto.", ["Lisbon", "Porto"]),
            ("Anna Berg flew to Lisbon on Monday. She was transferred to a Porto prison on Tuesday.", ["Lisbon", "Porto"]),
            ("Anna Berg flew to Lisbon on Monday. She was taken to a Porto hospital on Tuesday.", ["Lisbon", "Porto"]),
            (
                "Karl Berg fled from Denver to Recife on Monday. On Tuesday he was taken to a jail in Natal.",
                ["Denver", "Recife", "Natal"],
            ),
            ("Anna Berg flew to Lisbon on Monday. She fell ill and was taken to Porto General Hospital.", ["Lisbon"]),
        ],
    )
    def test_whoever_comes_into_care_in_a_town_on_a_journey_is_there(self, text, there):
        assert stops(tell(text)) == there


class TestThereAndBack:
    @pytest.mark.parametrize(
        ("text", "there"),
        [
            ("Anna Berg flew from Lisbon to Porto and back to Lisbon.", ["Lisbon", "Porto", "Lisbon"]),
            ("Anna Berg went to Lisbon, then to Porto and then back to Lisbon.", ["Lisbon", "Porto", "Lisbon"]),
            ("Anna Berg travelled to Lisbon, Porto and back to Lisbon on Friday.", ["Lisbon", "Porto", "Lisbon"]),
        ],
    )
    def test_a_place_named_again_at_the_end_is_come_back_to(self, text, there):
        assert stops(tell(text)) == there


class TestWhatIsNotReached:
    def test_a_planned_stop_that_was_on_the_schedule_is_a_plan(self):
        told = tell("Anna Berg arrived in Lisbon on Monday. A planned stop in Porto was still on the schedule for Friday.")
        assert statuses(told) == {"Lisbon": "happened", "Porto": "planned"}

    def test_whoever_set_off_to_visit_a_place_is_under_way(self):
        assert statuses(tell("Anna Berg set off to visit her daughter in Porto but missed her turning.")) == {
            "Porto": "under_way"
        }

    @pytest.mark.parametrize("words", ["Most of those on board", "Some of the passengers", "All of the crew"])
    def test_where_some_of_a_party_are_from_is_no_stop(self, words):
        assert "Syria" not in stops(tell(f"The ferry Anna Berg left Lisbon on Saturday. {words} came from Syria."))


class TestWho:
    @pytest.mark.parametrize("name", ["Jean-Claude Berg", "Frank-Walter Kranz", "Anne-Marie Lund"])
    def test_a_pronoun_means_the_subject_whose_given_names_have_a_hyphen(self, name):
        pronoun = "She" if name.startswith("Anne") else "He"
        told = tell(f"{name} met Tayyip Erdogan in Lisbon on Monday. {pronoun} drove from Porto to Braga on Tuesday.")
        assert {c.traveller for c in told.claims if c.act == "travel"} == {name}

    def test_a_rank_hides_no_given_name(self):
        told = tell("Pc Lucy Barnes stopped him near Porto on Monday. Otto Kranz said he would take the train to Braga.")
        assert [j.traveller for j in told.journeys if "Braga" in [s.place.name for s in j.stops]] == ["Otto Kranz"]


class TestEarlierVisit:
    def test_whoever_last_visited_a_place_was_on_another_trip(self):
        told = tell(
            "Anna Berg flew from Porto to Lisbon on Monday. She last visited Prague on May 1, travelling by train from Vienna."
        )
        assert [s.place.name for s in journey(told).stops] == ["Porto", "Lisbon"]


class TestPictures:
    @pytest.mark.parametrize(
        "text", ["Anna Berg flew to 🇨🇿 Prague from 🇵🇹 Lisbon.", "✈️ Anna Berg flew 🛫 to Prague 🚂 from Lisbon."]
    )
    def test_a_picture_before_a_name_hides_no_end(self, text):
        assert stops(tell(text)) == ["Lisbon", "Prague"]


class TestShips:
    @pytest.mark.parametrize(
        "text",
        [
            "The cruise ship Nordic Star, which sailed from Lisbon on Monday, arrived in Porto on Tuesday.",
            "The hospital ship Africa Mercy, which left Lisbon on Monday, docked in Porto on Tuesday.",
        ],
    )
    def test_what_a_ship_with_a_name_did_before_is_its_own(self, text):
        assert [s.place.name for s in journey(tell(text)).stops] == ["Lisbon", "Porto"]
