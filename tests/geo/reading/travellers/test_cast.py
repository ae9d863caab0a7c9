"""Who travels, where the text does not say the name again: pronouns, pairs, families, vehicles, and "I"."""

import pytest

from geo.model import NARRATOR
from tests.geo.stories import journey, legs, stops, tell


def travellers(told):
    return {j.traveller for j in told.journeys}


class TestPronouns:
    @pytest.mark.parametrize(
        "sentence",
        ["She arrived in Porto on Monday.", "On Monday she arrived in Porto.", "Her arrival in Porto on Monday was late."],
    )
    def test_it_means_the_person_named_before(self, sentence):
        told = tell(f"President Anna Berg left Lisbon on Sunday. {sentence}")
        assert travellers(told) == {"Anna Berg"}
        assert stops(told) == ["Lisbon", "Porto"]

    def test_it_reaches_over_a_paragraph(self):
        told = tell("President Anna Berg left Lisbon on Sunday.\n\nShe arrived in Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_with_nobody_named_before_it_is_nobody(self):
        assert not tell("She arrived in Porto on Monday.").journeys

    def test_far_from_the_name_nothing_is_stated_of_anybody(self):
        filler = "The weather was fine that year, and nothing of note was seen by anybody at all. " * 20
        told = tell(f"President Anna Berg left Lisbon on Sunday.\n\n{filler}\n\nShe arrived in Porto on Monday.")
        stated = [p.resolution.place.name for c in told.claims if c.basis == "stated" for p in c.places]
        assert stated == ["Lisbon"]

    def test_in_a_clause_that_hangs_on_another_it_means_whom_that_one_is_about(self):
        told = tell("Jan Lind, a pastor, was held in Oslo. Foreign Minister Karl Berg met Lind's wife when he visited Lisbon.")
        assert {(c.traveller, p.resolution.place.name) for c in told.claims for p in c.places} == {("Karl Berg", "Lisbon")}

    @pytest.mark.parametrize(
        "between",
        [
            "Otto Kranz drove her to the station.",
            "King Leopold waved.",
            "Mr Kranz paid the fare, said Otto Kranz.",
            "Her father cried.",
        ],
    )
    def test_he_and_she_are_told_apart_by_names_titles_and_nouns(self, between):
        told = tell(f"Anna Berg left Lisbon on Sunday. {between} She arrived in Porto on Monday.")
        assert travellers(told) == {"Anna Berg"}
        assert stops(told) == ["Lisbon", "Porto"]

    def test_a_relative_pronoun_means_its_noun(self):
        told = tell("President Anna Berg, who left Lisbon on Sunday, arrived in Porto on Monday.")
        assert travellers(told) == {"Anna Berg"}
        assert stops(told) == ["Lisbon", "Porto"]

    def test_in_the_same_sentence_it_may_mean_her_father(self):
        told = tell("Rahaf Lund left Lisbon on Friday. Her father flew to Porto; he has since left for Braga.")
        assert {(j.traveller, tuple(s.place.name for s in j.stops)) for j in told.journeys} == {
            ("Rahaf Lund", ("Lisbon",)),
            ("father", ("Porto", "Braga")),
        }

    def test_they_are_not_who_played_for_them(self):
        told = tell("The 24 sailors landed in Porto on Thursday to a marching band. A plane had taken them from Lisbon to Braga.")
        assert "marching band" not in travellers(told)

    def test_those_whom_buses_take_are_no_buses(self):
        told = tell("Some 1,200 migrants left Lisbon on Friday. Spain then sent 90 buses, which took them to Porto.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_who_only_helps_on_the_way_is_not_meant_afterwards(self):
        told = tell(
            "Some 1,200 migrants left Lisbon on Friday. They reached Mafra, where volunteers gave out water. They went on to Porto."
        )
        assert stops(told) == ["Lisbon", "Mafra", "Porto"]


class TestWhoseNounIsNotFound:
    FILLER = "The weather was fine that year, and nothing of note was seen by anybody at all. " * 20

    def test_they_are_the_party_that_travelled_last(self):
        told = tell(
            f"Two men and a woman left Lisbon on Sunday. The pair went on to Porto. {self.FILLER} They reached Braga on Tuesday."
        )
        assert "Braga" in {s.place.name for j in told.journeys for s in j.stops}

    def test_it_takes_somebody_time(self):
        told = tell("Anna Berg left Lisbon on Sunday. It took 13 hours to reach Porto.")
        assert travellers(told) == {"Anna Berg"}
        assert stops(told) == ["Lisbon", "Porto"]

    def test_the_pair_are_the_women(self):
        told = tell("The pair left Lisbon on Sunday. The women arrived in Porto on Monday.")
        assert travellers(told) == {"pair"}


class TestIt:
    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("The violin was stolen from a taxi in Lisbon. It was taken to Porto in May.", "violin"),
            ("The elephant left Lisbon on Monday. It landed in Porto on Tuesday.", "elephant"),
            ("A swift left Lisbon on Monday. It reached Porto on Tuesday.", "swift"),
            ("The great bell left Lisbon on Monday. It reached Porto by truck on Tuesday.", "great bell"),
        ],
    )
    def test_it_is_the_thing_or_animal_that_the_story_is_about(self, text, who):
        told = tell(text)
        assert (travellers(told), {s.place.name for j in told.journeys for s in j.stops} >= {"Porto"}) == ({who}, True)

    def test_a_name_that_is_also_a_thing_is_a_persons(self):
        assert {t.kind for t in tell("Bell left Lisbon on Monday and reached Porto on Tuesday.").travellers} <= {"person"}


class TestRanks:
    def test_the_last_of_all_to_go_somewhere_is_not_who_was_named(self):
        told = tell("Otto Kranz will visit Prague. The last Danish minister to visit Vienna was Ivo Berg in 2005.")
        assert stops(told) == ["Prague"]


class TestGroups:
    def test_two_who_travel_together_are_one_party(self):
        told = tell("Anna Berg and Otto Kranz flew to Vienna on Monday.")
        assert (journey(told).traveller, told.travellers[0].kind) == ("Anna Berg and Otto Kranz", "group")

    def test_they_means_the_party(self):
        told = tell("Anna Berg and Otto Kranz flew to Vienna on Monday. They travelled on to Prague by train on Tuesday.")
        assert stops(told) == ["Vienna", "Prague"]
        assert legs(told) == [("Vienna", "Prague", "train")]

    def test_three_are_named_with_commas(self):
        told = tell("Anna Berg, Otto Kranz and Jan Nowak flew to Vienna on Monday.")
        assert journey(told).traveller == "Anna Berg, Otto Kranz and Jan Nowak"

    def test_a_group_keeps_its_first_name(self):
        told = tell("A Polish trade delegation left Lisbon on Sunday. The delegation arrived in Porto on Monday.")
        assert journey(told).traveller == "Polish trade delegation"
        assert stops(told) == ["Lisbon", "Porto"]

    def test_groups_that_part_are_two_journeys(self):
        told = tell("A Polish delegation left Lisbon on Sunday. A Danish delegation left Porto on Monday.")
        assert travellers(told) == {"Polish delegation", "Danish delegation"}


class TestWhoeverTheyAre:
    @pytest.mark.parametrize(
        "text",
        [
            "Three Danish oil workers were flown to Lisbon on Monday. The men went on to Porto on Tuesday.",
            "Two Danish aid workers were taken to Lisbon on Monday. The women left for Porto on Tuesday.",
            "Six Danish tourists were driven to Lisbon on Monday. The hostages were taken to Porto on Tuesday.",
            "Some 120 Danes were deported to Lisbon on Monday. The deportees arrived in Porto on Tuesday.",
        ],
    )
    def test_the_one_group_of_a_story_is_called_by_a_noun_that_tells_less(self, text):
        assert stops(tell(text)) == ["Lisbon", "Porto"]

    @pytest.mark.parametrize(
        "text",
        [
            "Two Danish nurses left Lisbon on Monday. Marit Sol, 38, and Turid Aune, 44, were flown to Porto on Tuesday.",
            "Three women left Lisbon on Monday. A volunteer took the three of them to Porto in his van.",
        ],
    )
    def test_they_are_known_by_their_number(self, text):
        assert stops(tell(text)) == ["Lisbon", "Porto"]

    def test_others_are_no_more_of_what_took_them_away(self):
        told = tell("Some 2,000 migrants were put on flights to Lisbon, officials said; others were bused to Porto.")
        assert travellers(told) == {"2,000 migrants", "other migrants"}

    def test_a_name_behind_a_calling_is_who_she_is(self):
        told = tell(
            "President Otto Kranz left Lisbon. A Danish surgeon, Ana Negrao, told the press she was late; she landed in Porto."
        )
        assert travellers(told) == {"Otto Kranz", "Ana Negrao"}


def test_those_with_whom_their_own_are_named_go_in_no_circle():
    assert stops(tell("All 12 boys and their coach were brought to Lisbon on Monday.")) == ["Lisbon"]


class TestHouseholds:
    def test_the_family_is_who_was_named_with_children(self):
        told = tell("Anna Berg and her children left Lisbon by car on Sunday. The family reached Porto on Monday.")
        assert journey(told).traveller == "Anna Berg"
        assert legs(told) == [("Lisbon", "Porto", "car")]


class TestVehicles:
    def test_the_plane_is_the_hijacked_plane(self):
        told = tell("A hijacked Nordwind plane landed in Larnaca on Monday. The plane flew to Athens on Tuesday.")
        assert travellers(told) == {"hijacked Nordwind plane"}
        assert stops(told) == ["Larnaca", "Athens"]

    def test_it_takes_off_for_its_next_stop(self):
        told = tell("A hijacked Nordwind plane landed in Larnaca on Monday. The plane took off for Athens on Tuesday.")
        assert stops(told) == ["Larnaca", "Athens"]

    @pytest.mark.parametrize(
        "vehicle", ["Her train", "A train carrying the president", "A train belonging to Anna Berg", "The presidential train"]
    )
    def test_somebodys_vehicle_moves_that_person(self, vehicle):
        told = tell(f"President Anna Berg left Prague on Sunday. {vehicle} reached Vienna on Monday.")
        assert travellers(told) == {"Anna Berg"}
        assert legs(told) == [("Prague", "Vienna", "train")]

    def test_a_vehicle_with_a_number_is_not_that_of_anybody_else(self):
        told = tell("A Boeing 767 landed in Oslo on Sunday. Two men demanded to be flown to Lisbon.")
        assert travellers(told) == {"Boeing 767", "Two men"}

    def test_two_vehicles_of_one_kind_are_two(self):
        told = tell("A Danish ferry left Lisbon on Sunday. A Polish trawler left Porto on Monday.")
        assert travellers(told) == {"Danish ferry", "Polish trawler"}

    @pytest.mark.parametrize(
        "text",
        [
            "An Airbus A320 left Lisbon on Sunday. The plane landed in Porto on Monday.",
            "A Boeing 727 of a Danish airline was hijacked and landed in Lisbon on Sunday. The jet landed in Porto on Monday.",
            "A Tupolev Tu-154 left Lisbon on Sunday. The airliner landed in Porto on Monday.",
            "An Antonov 26 left Lisbon on Sunday. The cargo plane landed in Porto on Monday.",
            "A Norair Airbus left Lisbon on Sunday. The aircraft landed in Porto on Monday.",
            "Norair Flight 65, an Airbus A380, left Lisbon on Sunday. Flight 65 landed in Porto on Monday.",
            "A convoy of 30 trucks left Lisbon on Sunday. The vehicles arrived in Porto on Monday.",
            "The frigate Halvard and two frigates, which left Lisbon on Sunday, reached Porto on Monday.",
        ],
    )
    def test_a_vehicle_by_its_type_or_number_is_called_again_by_a_common_noun(self, text):
        assert stops(tell(text)) == ["Lisbon", "Porto"]

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Norair Flight 65 left Lisbon. Norair Flight 55 landed in Oslo.", {"Norair Flight 65", "Norair Flight 55"}),
            ("Norair flight 89 returned to Lisbon. Norair flight 404 landed in Oslo.", {"Norair flight 89", "Norair flight 404"}),
        ],
    )
    def test_two_flights_of_one_airline_are_two(self, text, names):
        assert travellers(tell(text)) == names

    def test_a_maker_of_aircraft_goes_nowhere(self):
        assert not tell("Boeing said it had moved its headquarters from Seattle to Chicago.").journeys

    @pytest.mark.parametrize(
        "text",
        [
            "A Danish frigate carrying 207 people evacuated from Lisbon has docked in Porto.",
            "An RAF Hercules landed in Lisbon overnight and brought 51 people out to Porto.",
            "A passenger jet has crashed in Porto. The Norair Boeing 737-800, en route from Lisbon, missed the runway.",
            "Denmark sent a plane from Lisbon to collect the wounded. It will land in Porto on Monday.",
            "Danish air force planes left Lisbon at dawn. The planes landed in Porto on Monday.",
        ],
    )
    def test_a_vehicle_goes_along_with_whom_it_carries(self, text):
        assert stops(tell(text)) == ["Lisbon", "Porto"]

    def test_a_ship_and_a_plane_are_never_one(self):
        told = tell("A Danish ferry left Lisbon on Sunday. The plane landed in Porto on Monday.")
        assert all(len(j.stops) == 1 for j in told.journeys)


class TestNarrator:
    def test_without_quotation_marks_i_is_who_tells(self):
        told = tell("I left Oslo on Monday and reached Hamar by bus on Tuesday.")
        assert journey(told).traveller == "the narrator"

    def test_in_a_quotation_i_is_the_speaker(self):
        told = tell("Otto Kranz left Lisbon on Monday. “I will go to Porto on Friday,” Anna Berg said.")
        assert travellers(told) == {"Otto Kranz", "Anna Berg"}


class TestTravellerList:
    def test_it_names_those_of_whom_something_is_claimed_and_nobody_else(self):
        told = tell("President Anna Berg left Lisbon on Sunday. Otto Kranz wrote a book.")
        assert [t.name for t in told.travellers] == ["Anna Berg"]


class TestWhoIsMeant:
    def test_a_title_tells_two_of_one_surname_apart(self):
        told = tell(
            "President Berg leaves for Vienna\n\nPresident Otto Berg and First Lady Anna Berg departed from Prague on Monday. "
            "First Lady Anna Berg thanked the mayor. Anna Berg wept."
        )
        assert travellers(told) == {"Otto Berg"}
        assert legs(told) == [("Prague", "Vienna", "unknown")]

    def test_a_pronoun_means_whom_the_story_is_about_rather_than_whom_it_named_last(self):
        told = tell("Anna Berg was set to meet her counterpart Otto Kranz.\n\nShe was to visit Vienna on Friday.")
        assert travellers(told) == {"Anna Berg"}

    def test_a_plane_carrying_him_is_his(self):
        told = tell("The banker Otto Kranz was seized in Prague. A plane carrying him flew to Vienna on Monday.")
        assert travellers(told) == {"Otto Kranz"}


class TestTellers:
    def test_organisers_tell_of_others(self):
        told = tell("Some 500 migrants left Lisbon on Sunday. The organisers said they would reach Porto on Friday.")
        assert travellers(told) == {"500 migrants"}
        assert stops(told) == ["Lisbon", "Porto"]

    def test_others_tell_of_themselves(self):
        told = tell("Some 500 migrants left Lisbon on Sunday. The pilgrims said they would reach Porto on Friday.")
        assert travellers(told) == {"500 migrants", "pilgrims"}


class TestNouns:
    def test_shares_of_a_group_are_the_group(self):
        told = tell("The remnants of the caravan reached Porto on Monday.")
        assert travellers(told) == {"caravan"}

    @pytest.mark.parametrize("noun", ["statue", "osprey", "horse"])
    def test_works_of_art_and_animals_travel(self, noun):
        assert stops(tell(f"The {noun} left Lisbon on Sunday and arrived in Porto on Monday.")) == ["Lisbon", "Porto"]

    def test_a_place_is_no_who(self):
        told = tell("Anna Berg and Lars Lund are teachers from Vienna, Austria, who are cycling from Lisbon to Porto.")
        assert travellers(told) == {"Anna Berg and Lars Lund"}

    def test_a_pair_in_another_order_is_the_same(self):
        told = tell("Anna Berg and Lars Lund left Lisbon on Sunday. On Monday Lars Lund and Anna Berg arrived in Porto.")
        assert travellers(told) == {"Anna Berg and Lars Lund"}

    def test_names_with_particles_are_whole(self):
        told = tell("Bert ter Hart left Lisbon on Sunday. Bert arrived in Porto on Monday.")
        assert travellers(told) == {"Bert ter Hart"}

    def test_a_dateline_is_no_part_of_a_name(self):
        told = tell("VIENNA, May 15 (Wire) - Several hundred migrants left Lisbon on Sunday.")
        assert travellers(told) == {"Several hundred migrants"}

    def test_who_is_quoted_on_others_is_not_meant_outside_the_quotation(self):
        told = tell('The pilgrims left Lisbon on Sunday. "The babies were ill," one said.\n\nThey arrived in Porto on Monday.')
        assert travellers(told) == {"pilgrims"}

    @pytest.mark.parametrize("dateline", ["Vienna, Austria — ", "Vienna, May 15 (Wire)--", "VIENNA—", "Vienna: ", "Vienna : "])
    def test_a_dateline_is_not_who_travels(self, dateline):
        told = tell(f"{dateline}Several hundred migrants left Lisbon on Sunday.")
        assert travellers(told) == {"Several hundred migrants"}

    @pytest.mark.parametrize("day", ["On 7 May", "On 7th May", "On the morning of 7 May"])
    def test_a_day_is_no_part_of_a_name(self, day):
        told = tell(f"{day} Peter Lund left Lisbon for Porto.")
        assert travellers(told) == {"Peter Lund"}
        assert journey(told).stops[0].depart[0].edtf.startswith("2024-05-07")

    @pytest.mark.parametrize("name", ["PM Berg", "Berg", "The Prime Minister"])
    def test_one_who_holds_an_office_has_one_name(self, name):
        told = tell(f"Prime Minister Anna Berg left Prague on Monday.\n\n{name} will fly to Vienna on Friday.")
        assert travellers(told) == {"Anna Berg"}

    def test_a_pronoun_means_the_topic_of_the_story_rather_than_a_guest(self):
        told = tell(
            "Anna Berg arrived in Prague. Anna Berg met the mayor. Anna Berg spoke to students. President Otto Kranz hosts a lunch.\n\nThen she will fly to Vienna."
        )
        assert travellers(told) == {"Anna Berg"}

    def test_an_office_in_the_same_sentence_is_nearer_than_a_name_before_it(self):
        told = tell(
            "Otto Kranz met Anna Berg. Otto Kranz said the president will leave Prague on Friday for Vienna, where he arrives on Saturday."
        )
        assert "Otto Kranz" not in travellers(told)

    def test_who_is_met_somewhere_is_there(self):
        told = tell("The mayor met Anna Berg at a school in Graz on Monday. Berg flew to Vienna on Tuesday.")
        assert stops(told) == ["Graz", "Vienna"]


class TestShips:
    def test_prefixes_tell_the_names_of_ships(self):
        told = tell("HMS Halvard sailed from Bergen on Monday and reached Lisbon on Tuesday.")
        assert travellers(told) == {"HMS Halvard"}
        assert legs(told) == [("Bergen", "Lisbon", "ship")]

    @pytest.mark.parametrize(
        "text",
        [
            "A research ship reached Lisbon on Tuesday. The survey ship Southern Petrel had sailed from Bergen on Monday.",
            "MV Southern Petrel is for sale, her owners say. The rusty liner sailed from Bergen on Monday and reached Lisbon on Tuesday.",
        ],
    )
    def test_what_is_only_described_is_the_ship_that_the_story_names(self, text):
        assert all("Southern Petrel" in j.traveller for j in tell(text).journeys)

    @pytest.mark.parametrize(
        "text",
        [
            "A Danish tanker that ran aground was towed to Lisbon by two tugs. The Halvard was on its way from Bergen to Porto.",
            "A Danish freighter was brought into Lisbon by a tug, the Abeille. The 12,000-tonne Halvard had sailed from Bergen.",
            "A trawler was escorted into Lisbon by a coastguard vessel. The Halvard had left Bergen on Monday.",
        ],
    )
    def test_a_ship_is_named_after_it_was_brought_in_and_is_none_of_its_helpers(self, text):
        assert stops(tell(text))[:2] == ["Bergen", "Lisbon"]

    def test_a_second_ship_is_not_the_one_named(self):
        told = tell("MV Southern Petrel sailed from Bergen on Monday. A rescue vessel left Lisbon on Monday.")
        assert len(travellers(told)) == 2

    def test_two_carriers_are_two(self):
        told = tell(
            "The aircraft carrier USS Halvard left Bergen on Monday. The aircraft carrier USS Torvald left Lisbon on Monday."
        )
        assert len(travellers(told)) == 2


class TestSlipsOfTheParser:
    def test_whom_officials_said_did_it(self):
        told = tell(
            "U.N. spokesman Otto Kranz said the convoy, comprising 143 vehicles carrying 848 peacekeepers and equipment, left their base in Prague on May 10 and arrived in the eastern town of Vienna on Tuesday night."
        )
        assert "Otto Kranz" not in travellers(told)
        assert stops(told) == ["Prague", "Vienna"]

    def test_dozens_of_vehicles_travel(self):
        told = tell("Dozens of armoured vehicles left Prague for Vienna on Monday.")
        assert travellers(told) == {"armoured vehicles"}

    def test_a_minister_of_state_is_known_by_the_office(self):
        told = tell("Secretary of State Anna Berg left Prague on Monday. The Secretary of State will visit Vienna.")
        assert travellers(told) == {"Anna Berg"}


class TestNewsAndFamilies:
    def test_a_paper_does_not_travel(self):
        told = tell('"A startling trip," says The Associated Press.\n\nHe will go to Porto on Friday.')
        assert not told.journeys

    def test_a_mother_and_the_son_she_took_along(self):
        told = tell("Anna Berg left Lisbon on Sunday. She gathered her son. They reached Porto on Monday.")
        assert travellers(told) == {"Anna Berg"}


def test_who_goes_with_the_teller_goes_with_him():
    told = tell("My sister and I took a bus to Lisbon. We then flew to Oslo.")
    assert journey(told).traveller == NARRATOR
    assert stops(told) == ["Lisbon", "Oslo"]


class TestCompany:
    @pytest.mark.parametrize("noun", ["entourage", "motorcade", "retinue"])
    def test_who_is_always_about_somebody_goes_where_he_goes(self, noun):
        told = tell(
            f"President Otto Kranz left Lisbon on Monday. Kranz's {noun}, including his wife, arrived in Porto on Tuesday."
        )
        assert travellers(told) == {"Otto Kranz"}
        assert stops(told) == ["Lisbon", "Porto"]

    def test_a_delegation_of_his_may_go_without_him(self):
        told = tell("President Otto Kranz left Lisbon on Monday. A delegation arrived in Porto on Tuesday.")
        assert "delegation" in travellers(told)


def test_a_pronoun_in_capitals_is_no_name():
    told = tell("Otto Kranz left Lisbon on Monday. POLICE BROUGHT HIM TO PORTO ON TUESDAY.")
    assert "HIM" not in travellers(told)
