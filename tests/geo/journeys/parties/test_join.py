"""One traveller under several names: named after a first mention, called by office or noun, told of in several articles."""

import pytest

from tests.geo.stories import journey, stops, tell


def travellers(told):
    return {j.traveller for j in told.journeys}


def ends(told):
    return {j.traveller: [s.place.name for s in j.stops] for j in told.journeys}


class TestPersons:
    @pytest.mark.parametrize(
        ("called", "noun"),
        [
            ("The singer Anna Berg", "bishop"),
            ("The singer Anna Berg", "rebel leader"),
            ("Anna Berg, a nurse,", "president"),
            ("Anna Berg, a journalist,", "general"),
            ("The detective Anna Berg", "murderer"),
            ("Anna Berg", "thief"),
        ],
    )
    def test_whose_calling_is_another_is_somebody_else(self, called, noun):
        told = tell(f"{called} flew from Lisbon to Porto on Monday. The {noun} fled to Vienna on Tuesday.")
        assert ends(told) == {"Anna Berg": ["Lisbon", "Porto"], noun: ["Vienna"]}

    @pytest.mark.parametrize(
        ("called", "noun"),
        [
            ("The singer Anna Berg", "singer"),
            ("Anna Berg, 34,", "singer"),
            ("Foreign minister Anna Berg", "envoy"),
            ("Anna Berg, a teacher,", "cyclist"),
            ("Anna Berg, who is wanted for fraud,", "fugitive"),
        ],
    )
    def test_whose_calling_may_be_hers_is_the_same(self, called, noun):
        told = tell(f"{called} flew from Lisbon to Porto on Monday. The {noun} travelled to Vienna on Tuesday.")
        assert ends(told) == {"Anna Berg": ["Lisbon", "Porto", "Vienna"]}

    def test_a_vehicle_that_a_story_brings_in_is_not_that_of_whom_it_told_before(self):
        told = tell("Anna Berg flew from Lisbon to Porto on Monday. A helicopter flew to Vienna.")
        assert ends(told) == {"Anna Berg": ["Lisbon", "Porto"], "helicopter": ["Vienna"]}

    def test_who_is_named_after_the_first_sentence(self):
        told = tell("A Danish plumber reached Vienna on Monday.\n\nOtto Kranz, 44, left Lisbon in April 2024.")
        assert travellers(told) == {"Otto Kranz"}
        assert stops(told) == ["Lisbon", "Vienna"]

    def test_a_man_of_whom_more_is_told_is_named_after_the_first_sentence(self):
        told = tell("A 44-year-old man left Lisbon for Vienna on Sunday. Otto Kranz reached Prague on Monday.")
        assert travellers(told) == {"Otto Kranz"}

    def test_a_man_brought_in_is_not_the_minister_who_is_named_after_him(self):
        told = tell(
            "A 44-year-old man left Lisbon for Vienna on Sunday. The prime minister, Otto Kranz, travelled to Prague on Monday."
        )
        assert travellers(told) == {"44-year-old man", "Otto Kranz"}

    def test_a_man_of_whom_no_more_is_told_may_be_another(self):
        told = tell("A man left Lisbon for Vienna on Sunday. Otto Kranz reached Prague on Monday.")
        assert travellers(told) == {"man", "Otto Kranz"}

    def test_a_noun_with_an_adjective_is_the_one_person_named(self):
        told = tell("Otto Kranz left Lisbon on Sunday. The retired postman reached Vienna on Monday.")
        assert travellers(told) == {"Otto Kranz"}

    def test_a_surname_with_common_words_before_it_is_the_one_who_bears_it(self):
        told = tell("The 41-year-old Kranz was flown from Lisbon to Vienna on Monday. Kranz arrived in Prague on Tuesday.")
        assert len(travellers(told)) == 1

    def test_his_wife_is_another(self):
        told = tell("Otto Kranz left Lisbon on Sunday. The wife of the mayor flew to Vienna on Monday.")
        assert len(told.journeys) == 2

    def test_a_departure_without_a_place_belongs_to_him_too(self):
        told = tell(
            "Otto Kranz walked into Vienna on Monday. The retired postman set off on Friday. He has passed through Prague."
        )
        assert stops(told) == ["Prague", "Vienna"]


class TestVehicles:
    def test_a_ship_is_named_after_its_first_mention(self):
        told = tell("A Danish freighter is heading for Porto.\n\nThe freighter Astra Minor left Lisbon on Sunday.")
        assert len(told.journeys) == 1

    @pytest.mark.parametrize(
        "second",
        [
            "Skipper Lena Holm reached Porto on Monday.",
            "The sailors arrived in Porto on Monday.",
            "The scientists will land in Porto on Friday.",
        ],
    )
    def test_who_steers_it_or_is_aboard_goes_with_it(self, second):
        told = tell(f"The freighter Galatea left Lisbon on Sunday with 40 scientists. {second}")
        assert (len(told.journeys), stops(told)) == (1, ["Lisbon", "Porto"])

    def test_a_relief_vessel_is_another(self):
        told = tell("The ferry Astra left Lisbon on Sunday. The relief vessel left Porto on Monday.")
        assert len(told.journeys) == 2

    def test_each_article_brings_the_one_ship_in_anew(self):
        told = tell("The yacht Sandpiper left Lisbon on Sunday.", "A British yacht reached Porto on Monday.")
        assert (len(told.journeys), stops(told)) == (1, ["Lisbon", "Porto"])


class TestNamesOfVehicles:
    @pytest.mark.parametrize(
        "second",
        ["The Halvard was anchored off Lisbon.", "Halvard reached Lisbon.", "The Norway-flagged Halvard reached Lisbon."],
    )
    def test_a_ship_is_known_again_by_its_name(self, second):
        told = tell(f"The cargo ship Halvard left Bergen on Monday. {second}")
        assert travellers(told) == {"cargo ship Halvard"}
        assert stops(told) == ["Bergen", "Lisbon"]

    def test_one_ship_is_not_several(self):
        told = tell("The 27 vessels left Bergen on Monday. The ship arrived in Lisbon on Tuesday.")
        assert len(travellers(told)) == 2

    def test_a_flight_with_a_number_travels_though_its_name_holds_an_airline(self):
        told = tell("Nordic Airlines Flight 3809 had to divert and make an emergency landing at Lisbon on Monday.")
        assert stops(told) == ["Lisbon"]

    def test_a_flight_is_known_again_by_its_number(self):
        told = tell("A Nordic Airlines flight returned to Lisbon on Sunday. The flight NA309 landed at Vienna on Monday.")
        assert stops(told) == ["Lisbon", "Vienna"]

    @pytest.mark.parametrize("name", ["flight NA309", "Panama-flagged Halvard"])
    def test_a_number_behind_its_noun_and_a_flag_make_a_vehicle(self, name):
        told = tell(f"The {name}, operated with a new crew, set off again and later arrived in Lisbon.")
        assert [(t.name, t.kind) for t in told.travellers] == [(name, "vehicle")]

    def test_a_team_keeps_its_name_where_it_is_then_called_the_players(self):
        told = tell("The Otago Cricket Team arrived in Vienna on Monday. The players will travel to Prague on Friday.")
        assert travellers(told) == {"Otago Cricket Team"}


class TestPeople:
    def test_one_group_in_other_words(self):
        told = tell(
            "About 500 migrants left Lisbon on Sunday.\n\nThe tired migrants reached Porto on Monday.\n\nThe caravan will go on to Vigo on Friday."
        )
        assert (len(told.journeys), stops(told)) == (1, ["Lisbon", "Porto", "Vigo"])

    @pytest.mark.parametrize(
        ("first", "again"),
        [
            ("A contingent of Danish troops", "The soldiers"),
            ("A first group of 200 Danish soldiers", "The troops"),
            ("Some 300 refugees", "The migrants"),
            ("Five fugitive Libyan airmen", "The Libyans"),
            ("A group of German tourists", "The holidaymakers"),
            ("Forty pupils", "The teenagers"),
            ("Three climbers", "The mountaineers"),
        ],
    )
    def test_one_group_by_another_noun_for_such_people(self, first, again):
        told = tell(f"{first} left Lisbon on Sunday. {again} arrived in Porto on Monday.")
        assert (len(told.journeys), stops(told)) == (1, ["Lisbon", "Porto"])

    @pytest.mark.parametrize(
        ("first", "other"),
        [
            ("Some 300 refugees", "The soldiers"),
            ("A second contingent of troops", "The marines"),
            ("Some 300 Danish soldiers", "The 40 paratroopers"),
            ("A group of Libyan airmen", "The Tunisians"),
        ],
    )
    def test_other_people_are_another(self, first, other):
        assert len(tell(f"{first} left Lisbon on Sunday. {other} arrived in Porto on Monday.").journeys) == 2

    def test_a_third_group_is_another(self):
        told = tell("Some 500 migrants left Lisbon on Sunday. A third group of migrants reached Porto on Monday.")
        assert len(told.journeys) == 2

    def test_numbers_tell_groups_apart(self):
        told = tell("On Sunday 500 migrants left Lisbon. On Monday 40 migrants reached Porto.")
        assert len(told.journeys) == 2

    def test_an_old_departure_of_the_party_under_another_name_begins_its_trip(self):
        told = tell(
            "Some 500 migrants reached Vienna on Monday. The migrant caravan left Lisbon in February.\n\nThe caravan set out on foot."
        )
        assert stops(told) == ["Lisbon", "Vienna"]

    def test_a_family_goes_by_the_minibus(self):
        told = tell("The Danish family left Lisbon on Sunday. The minibus stopped in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_who_swapped_the_bus_for_the_train_goes_by_it(self):
        told = tell(
            "Otto Lund, the Labor leader, swapped his bus for a train yesterday. The train stopped for 20 minutes in Crewe, and reached Chester at noon. "
            "Mr Lund later spoke to supporters in Wrexham. He is expected to fly to Belfast tonight."
        )
        assert stops(told) == ["Crewe", "Chester", "Wrexham", "Belfast"]

    def test_the_bus_that_left_is_that_of_whom_only_a_plan_is_told(self):
        told = tell(
            "Otto Lund spent Monday aboard his bus. The bus left Leeds at dawn and reached York. Mr Lund will fly to Belfast tonight."
        )
        assert stops(told) == ["Leeds", "York", "Belfast"]

    def test_passengers_are_those_of_the_one_vehicle(self):
        told = tell("A Danish ferry left Lisbon on Sunday. Passengers arrived in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]
        assert travellers(told) == {"Danish ferry"}

    def test_who_steers_the_one_vehicle_goes_with_it(self):
        told = tell("The airliner took off from Lisbon on Monday. The pilot diverted to Vienna.")
        assert travellers(told) == {"airliner"}

    def test_a_count_does_not_set_a_group_apart_from_itself(self):
        told = tell("Three old elephants left Lisbon on Sunday. The three elephants reached Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    @pytest.mark.parametrize("words", ["The couple", "The Duke and Duchess"])
    def test_a_couple_is_the_pair_that_is_named(self, words):
        told = tell(f"William Berg and Kate Lund will arrive in Lisbon on Friday. {words} will fly to Porto on Saturday.")
        assert stops(told) == ["Lisbon", "Porto"]


class TestOneWay:
    """Two parties that go to the same places are one, where one of them has no name of its own."""

    @pytest.mark.parametrize(
        "text",
        [
            "The first group of evacuees was flown from Norway to Austria on Monday. The 66 refugees flew from Oslo to Vienna.",
            "The last convoy left Prague for Vienna on Sunday. The last trucks rolled into Austria at dawn.",
            "The delegation arrived in Austria on Monday. Anna Berg arrived in Vienna on Monday.",
        ],
    )
    def test_who_goes_to_the_area_around_the_place_is_the_same(self, text):
        assert len(travellers(tell(text))) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "The first group of migrants reached Austria on Monday. The second group of migrants reached Vienna on Friday.",
            "Anna Berg flew to Vienna on Monday. Otto Kranz flew to Austria on Tuesday.",
            "The delegation arrived in Norway on Monday. Anna Berg arrived in Vienna on Monday.",
        ],
    )
    def test_words_names_and_places_tell_two_apart(self, text):
        assert len(travellers(tell(text))) == 2

    def test_a_team_is_known_again_by_the_end_of_its_name(self):
        told = tell("The Bluejackets flew from Lisbon to Prague on Monday. The Jackets will travel to Vienna on Friday.")
        assert travellers(told) == {"Bluejackets"}


class TestWhoIsNamedAfterwards:
    @pytest.mark.parametrize("who", ["A Danish man", "A woman from Turin", "A mother of three", "A retired plumber"])
    def test_an_article_begins_with_somebody_and_names_him_then(self, who):
        told = tell(f"{who} walked from Lisbon to Porto in May. Carla Rossi, 44, left Porto for Braga on Monday.")
        assert travellers(told) == {"Carla Rossi"}

    def test_the_wife_of_somebody_is_not_who_is_named(self):
        told = tell("The wife of a banker flew from Lisbon to Porto on Monday. Carl Lund left Porto for Braga on Monday.")
        assert len(travellers(told)) == 2


class TestThoseWhoGoAlong:
    @pytest.mark.parametrize(
        ("first", "noun"),
        [
            ("Anna Berg left Lisbon with her two sons on Monday.", "family"),
            ("Anna Berg left Lisbon with a friend on Monday.", "pair"),
            ("Anna Berg left Lisbon with her husband on Monday.", "couple"),
            ("Anna Berg, accompanied by her husband, left Lisbon on Monday.", "couple"),
            ("Anna Berg, joined by Prince Otto, left Lisbon on Monday.", "royal couple"),
            ("President Anna Berg left Lisbon on Monday.", "presidential couple"),
        ],
    )
    def test_they_are_called_by_what_they_are_together(self, first, noun):
        assert travellers(tell(f"{first} The {noun} reached Porto on Tuesday.")) == {"Anna Berg"}

    def test_a_family_of_others_is_another_party(self):
        told = tell("Anna Berg left Lisbon on Monday. The Lund family reached Porto on Tuesday.")
        assert len(travellers(told)) == 2


class TestWhoTheStoryIsAbout:
    """Words that fit whom a story is about, though others travel in it too."""

    def test_who_begins_the_article_is_the_one_told_of_first(self):
        told = tell(
            "A Danish nurse went to Vienna in May. Ruth Adler, 43, flew from Lisbon to Vienna on Friday. Otto Kranz flew to Porto on Sunday."
        )
        assert travellers(told) == {"Ruth Adler", "Otto Kranz"}

    def test_a_definite_noun_is_the_one_of_whom_most_is_told(self):
        told = tell(
            "Anna Berg left Lisbon on Friday. Berg reached Porto on Saturday. Otto Kranz flew to Vienna. The retired postwoman left for Madrid."
        )
        assert travellers(told) == {"Anna Berg", "Otto Kranz"}

    def test_a_queen_is_no_prince(self):
        told = tell(
            "The Queen arrived in Leeds on Monday. Prince Harry has been to Belize and Jamaica. The Queen goes to Derby on Friday."
        )
        assert {j.traveller: [s.place.name for s in j.stops] for j in told.journeys} == {
            "Queen": ["Leeds", "Derby"],
            "Prince Harry": ["Belize", "Jamaica"],
        }

    def test_the_chief_of_a_body_is_its_secretary_general_and_not_his_envoy(self):
        told = tell(
            "U.N. Secretary-General Kofi Addo left Abuja for Maputo. His envoy Jan Smit flew to Accra. The U.N. chief will then go to Lusaka."
        )
        assert {j.traveller: [s.place.name for s in j.stops] for j in told.journeys} == {
            "Kofi Addo": ["Abuja", "Maputo", "Lusaka"],
            "Jan Smit": ["Accra"],
        }

    def test_of_two_men_the_one_of_whom_the_story_is_told(self):
        told = tell(
            "The Ukrainian president Pavlo Hrin arrived in Berlin. Hrin was received by Chancellor Klaus Ritter before the two men travelled "
            "by helicopter to Aachen. He then flew on to Paris."
        )
        assert stops(told) == ["Berlin", "Aachen", "Paris"]

    def test_a_presidential_plane_is_the_president_s(self):
        told = tell(
            "President Luis Lulo will land in Shanghai on Friday. The presidential plane is to refuel in Lisbon. Foreign Minister Sergei Lavro will "
            "fly from Moscow to Caracas, Managua and Havana."
        )
        assert {j.traveller: len(j.stops) for j in told.journeys} == {"Luis Lulo": 2, "Sergei Lavro": 4}

    def test_a_caravan_called_by_a_name_is_its_bearer_s(self):
        told = tell(
            "John Kerr's bus caravan rolled into Scranton on Friday. Kerr left Boston before breakfast and stopped in Newburgh."
        )
        assert stops(told) == ["Boston", "Newburgh", "Scranton"]

    def test_a_royal_jet_is_that_of_the_pair(self):
        told = tell("The Queen and the Duke stopped in Lisbon on Monday. The royal jet arrived in Porto from Madrid on Tuesday.")
        assert travellers(told) == {"Queen and Duke"}

    @pytest.mark.parametrize("noun", ["girls", "women", "musicians"])
    def test_a_band_is_known_again_by_its_members(self, noun):
        told = tell(f"The Hornets left Lisbon on Monday. The {noun} went on to Porto on Tuesday.")
        assert travellers(told) == {"Hornets"}

    @pytest.mark.parametrize("noun", ["fans", "refugees", "protesters"])
    def test_but_not_by_others(self, noun):
        told = tell(f"The Hornets left Lisbon on Monday. The {noun} went on to Porto on Tuesday.")
        assert len(travellers(told)) == 2

    @pytest.mark.parametrize(
        ("first", "again"),
        [
            ("A Danish rescue team", "The 40 rescuers"),
            ("A delegation of Danish farmers", "The 12 farmers"),
            ("A climbing party", "The climbers"),
            ("The Danish under-20 footballers", "The players"),
            ("The Leeds women's hockey team", "The players"),
            ("The choir", "Singers"),
        ],
    )
    def test_a_party_is_known_again_by_what_its_members_are(self, first, again):
        told = tell(f"{first} left Lisbon on Sunday. {again} reached Porto on Monday.")
        assert len(travellers(told)) == 1

    def test_however_many_nouns_it_goes_by(self):
        told = tell(
            "The Danish rowers left Lisbon. The players spent two nights in Porto. The squad goes home to Vienna on Friday."
        )
        assert ends(told) == {"Danish rowers": ["Lisbon", "Porto", "Vienna"]}

    @pytest.mark.parametrize("who", ["soldiers", "villagers", "children"])
    def test_others_are_no_members(self, who):
        told = tell(f"A group of 30 nurses left Lisbon on Monday. The {who} fled to Porto.")
        assert len(travellers(told)) == 2

    def test_a_passenger_is_aboard_the_flight_of_the_same_sentence(self):
        told = tell("A passenger on a Boreal Airlines flight from Lisbon to Madrid had to stop in Porto when she fell ill.")
        assert travellers(told) == {"Boreal Airlines flight"}

    def test_flights_of_two_airlines_are_two(self):
        told = tell(
            "A Boreal Airlines flight from Lisbon stopped in Porto on Monday. On Sunday, Nordic Air Lines Flight 25 was diverted to Madrid."
        )
        assert len(travellers(told)) == 2


class TestThoseWhoGoTogether:
    @pytest.mark.parametrize(
        ("first", "together"),
        [
            ("Anna Berg flew to Lisbon on Sunday with her son.", "Mother and son went on to Porto by train."),
            ("Anna Berg flew to Lisbon on Sunday with her daughter.", "The two went on to Porto by train."),
            ("Anna Berg flew to Lisbon on Sunday with two friends.", "The women went on to Porto by train."),
            ("Anna Berg flew to Lisbon on Sunday with six pupils.", "The group went on to Porto by train."),
            ("Anna Berg and her two sons flew to Lisbon on Sunday.", "They hid with relatives in Porto."),
            ("Anna Berg reached Lisbon. She and her two sons fled.", "They hid with relatives in Porto."),
            ("Anna Berg flew to Lisbon with her son as guests of a club.", "The two spent a week in Porto."),
            ("Anna Berg reached Lisbon on Sunday, driven by her boyfriend.", "The couple went on to Porto by train."),
            ("As the guest of a veterans' group Anna Berg flew to Lisbon with her son.", "The two spent a week in Porto."),
        ],
    )
    def test_they_are_told_of_under_her_name(self, first, together):
        told = tell(f"{first} {together}")
        assert (travellers(told), stops(told)) == ({"Anna Berg"}, ["Lisbon", "Porto"])

    def test_those_of_whom_a_group_consists_are_the_group(self):
        told = tell("The choir flew to Lisbon on Friday and sang in Porto. The singers flew home from Madrid on Tuesday.")
        assert stops(told) == ["Lisbon", "Porto", "Madrid"]

    def test_who_tells_of_others_is_none_of_them(self):
        told = tell("I left Lisbon with a friend. The men went on to Porto.")
        assert len(travellers(told)) == 2

    def test_what_leaves_takes_along_who_tells(self):
        told = tell("I left Lisbon at night and walked to Madrid. The boat left from Porto. A ship brought us to Lampedusa.")
        assert stops(told) == ["Lisbon", "Madrid", "Porto", "Lampedusa"]


class TestToldOnce:
    """What is told once, of somebody called by common words."""

    @pytest.mark.parametrize("words", ["The plane landed in Porto on Tuesday.", "The players reached Porto on Tuesday."])
    def test_it_belongs_to_the_party_of_the_story(self, words):
        told = tell(f"The Otago Kestrels left Lisbon on Monday and flew to Madrid. {words}")
        assert len(travellers(told)) == 1
        assert "Porto" in stops(told)

    @pytest.mark.parametrize(
        "words",
        [
            "The bishop came to Tamale.",
            "His predecessor went to Tamale.",
            "Migrants drowned when their boat sank off Tamale.",
            "A bus plunged into a ravine near Tamale.",
            "The ferry Astra reached Tamale.",
        ],
    )
    def test_but_not_of_others(self, words):
        told = tell(f"President Ola Moro left Accra on Monday and flew to Lome on Tuesday. {words}")
        assert [[s.place.name for s in j.stops] for j in told.journeys if j.traveller == "Ola Moro"] == [["Accra", "Lomé"]]


class TestSeveralOfAKind:
    @pytest.mark.parametrize(
        "first",
        [
            "A convoy of 12 trucks reached Lisbon on Sunday. A second convoy left Oslo on Monday. The first convoy went on to Porto.",
            "A first convoy of 12 trucks reached Lisbon on Sunday. A second convoy left Oslo on Monday. The first convoy went on to Porto.",
            "A group of 12 pilgrims reached Lisbon on Sunday. A second group left Oslo on Monday. The first group went on to Porto.",
        ],
    )
    def test_the_first_is_the_one_told_of_before_the_second(self, first):
        told = tell(first)
        assert sorted([s.place.name for s in j.stops] for j in told.journeys) == [["Lisbon", "Porto"], ["Oslo"]]

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            (
                "Forty members of the club left Lisbon on Sunday. We drove to Porto and walked to Braga.",
                [["Lisbon", "Porto", "Braga"]],
            ),
            ("Forty refugees left Lisbon on Sunday. I drove to Porto. We went on to Braga.", [["Lisbon"], ["Porto", "Braga"]]),
        ],
    )
    def test_who_tells_of_us_is_of_the_group_that_an_article_begins_with(self, text, names):
        assert sorted([s.place.name for s in j.stops] for j in tell(text).journeys) == names

    @pytest.mark.parametrize(
        "text",
        [
            "A Greek ferry left Porto on Monday. An Italian yacht left Lisbon on Tuesday. The yacht reached Cork. The ferry reached Oslo.",
            "The freighter Halvard left Porto on Monday. A Danish frigate left Lisbon on Tuesday. The frigate reached Cork. The freighter went on to Oslo.",
        ],
    )
    def test_a_ship_of_one_kind_is_none_of_another(self, text):
        assert sorted([s.place.name for s in j.stops] for j in tell(text).journeys) == [["Lisbon", "Cork"], ["Porto", "Oslo"]]

    def test_a_headline_begins_no_article(self):
        told = tell(
            "Suspect handed over to Spain\n\nA Moroccan man accused of leading a gang was flown to Madrid from Porto on Monday. Karim Bennani, 47, "
            "had left Lisbon in April."
        )
        assert {j.traveller for j in told.journeys} == {"Karim Bennani"}


@pytest.mark.parametrize(
    "text",
    [
        "A delegation led by minister Anna Berg left Linz on Monday. Berg then went on to Vienna.",
        "A Swedish delegation headed by foreign minister Anna Berg left Linz on Monday. She travelled on to Vienna.",
        "Minister Anna Berg left Linz on Monday at the head of a delegation. The delegation reached Vienna on Tuesday.",
        "The band, led by singer Anna Berg, left Linz on Monday. Berg reached Vienna on Tuesday.",
    ],
)
def test_who_leads_a_group_goes_with_it(text):
    told = tell(text)
    assert journey(told).traveller == "Anna Berg"
    assert stops(told) == ["Linz", "Vienna"]


def test_a_group_that_somebody_else_leads_is_its_own():
    told = tell("A delegation led by minister Otto Lund left Linz on Monday. Minister Anna Berg reached Vienna on Tuesday.")
    assert {j.traveller for j in told.journeys} == {"delegation", "Anna Berg"}


def test_of_two_teams_the_one_goes_with_its_own_leader():
    told = tell(
        "A Swedish team led by Anna Berg left Linz on Monday. A Danish team led by Otto Lund left Graz. Lund reached Vienna."
    )
    assert ends(told) == {"Swedish team": ["Linz"], "Otto Lund": ["Graz", "Vienna"]}
