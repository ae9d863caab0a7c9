"""Stops that no word of travel tells of: which places are taken for one, whose they are, and what is never made of them."""

import pytest

import geo
from geo.journeys.itinerary_file.itinerary import parse_itinerary, write_itinerary
from tests.geo.stories import articles, gazetteer, journey, legs, mentioned, stop, stops, tell

TRIP = "Anna Berg travelled from Lisbon to Porto by train on Monday."


def inferred(itinerary):
    return [s.place.name for j in itinerary.journeys for s in j.stops if s.basis == "inferred"]


class TestWhatIsTaken:
    def test_a_town_where_something_befell_a_traveller_is_a_stop_and_marked(self):
        told = tell(f"{TRIP} Thieves broke into her car in Aveiro on Tuesday.")
        assert inferred(told) == ["Aveiro"]
        assert [c.basis for c in told.claims if c.id in stop(told, "Aveiro").claims] == ["inferred"]

    def test_nobody_is_its_source(self):
        told = tell(f"{TRIP} Thieves broke into her car in Aveiro on Tuesday.")
        assert {s.place.name: s.sources for s in journey(told).stops} == {"Lisbon": 1, "Porto": 1, "Aveiro": 0}

    def test_what_is_told_in_words_of_travel_stays_stated(self):
        told = tell(f"{TRIP} Thieves broke into her car in Aveiro on Tuesday.")
        assert {s.place.name for s in journey(told).stops if s.basis == "stated"} == {"Lisbon", "Porto"}

    def test_its_quote_is_the_sentence_that_names_it(self):
        told = tell(f"{TRIP} A concert in Coimbra sold out.")
        (claim,) = [c for c in told.claims if c.basis == "inferred"]
        assert claim.quote.text == "A concert in Coimbra sold out."

    def test_it_belongs_to_whoever_travels(self):
        told = tell(f"{TRIP} A concert in Coimbra sold out.")
        assert stops(told) == ["Lisbon", "Porto", "Coimbra"]
        assert journey(told).traveller == "Anna Berg"

    def test_a_digest_of_many_pieces_implies_none(self):
        items = "LISBON - Anna Berg travelled to Porto by train on Monday.\n\nAVEIRO - Thieves broke into a bank.\n\n"
        assert not inferred(tell(f"{items}COIMBRA, Portugal - A concert in Coimbra sold out."))

    def test_a_day_of_its_own_sentence_is_its_day(self):
        told = tell(f"{TRIP} Thieves broke into her car in Aveiro on Tuesday.")
        assert [w.edtf for w in stop(told, "Aveiro").arrive] == ["2024-05-14"]

    def test_several_stand_in_the_order_of_the_telling(self):
        told = tell(f"{TRIP} A concert in Coimbra sold out. A concert in Braga drew few.")
        assert stops(told) == ["Lisbon", "Porto", "Coimbra", "Braga"]


class TestWhatIsNot:
    def test_where_somebody_was_born(self):
        assert inferred(tell(f"{TRIP} Her driver, Paul Stone, was born in Coimbra.")) == []
        assert inferred(tell("Anna Berg, who was born in Coimbra, travelled from Lisbon to Porto by train on Monday.")) == []

    def test_a_town_in_a_comparison(self):
        assert inferred(tell(f"{TRIP} The city is larger than Coimbra.")) == []

    def test_a_hospital(self):
        assert inferred(tell(f"{TRIP} Her driver was treated in a hospital in Coimbra after the crash.")) == []

    def test_what_is_flown_over(self):
        assert inferred(tell("Anna Berg flew from Lisbon to Porto on Monday. The engine failed over Coimbra.")) == []

    @pytest.mark.parametrize(
        "sentence",
        [
            "The town of Coimbra fell silent.",
            "Voters in Coimbra went to the polls.",
            "The residents of Coimbra complained.",
        ],
    )
    def test_a_town_that_acts_or_whose_people_do(self, sentence):
        assert inferred(tell(f"{TRIP} {sentence}")) == []

    @pytest.mark.parametrize("sentence", ["Her driver grew up in Coimbra.", "Her driver lives in Coimbra."])
    def test_a_station_of_a_life(self, sentence):
        assert inferred(tell(f"{TRIP} {sentence}")) == []

    def test_what_is_so_far_away(self):
        assert inferred(tell(f"{TRIP} Her bag was stolen 20 kilometres from Coimbra.")) == []

    def test_a_cause(self):
        assert inferred(tell(f"{TRIP} The train was late due to a strike in Coimbra.")) == []

    def test_what_is_thought_of(self):
        assert inferred(tell(f"{TRIP} She remembered a concert in Coimbra.")) == []

    @pytest.mark.parametrize("words", [", cancelled on Sunday,", " (cancelled)", ", postponed for a week,"])
    def test_what_is_called_off_beside_the_name(self, words):
        assert inferred(tell(f"{TRIP} A concert in Coimbra{words} had sold out.")) == []

    def test_where_it_was_not(self):
        assert inferred(tell(f"{TRIP} Thieves broke into her car not in Coimbra.")) == []

    def test_where_something_did_not_take_place(self):
        assert inferred(tell(f"{TRIP} A concert in Coimbra was not given.")) == []

    def test_it_stays_among_the_places_only_mentioned(self):
        assert ("Coimbra", "place") in mentioned(tell(f"{TRIP} The city is larger than Coimbra."))


class TestWhatIsNeverMadeOfIt:
    def test_no_journey_by_itself(self):
        told = tell("Thieves broke into a shop in Coimbra on Monday. A concert in Porto sold out.")
        assert (told.journeys, told.claims) == ((), ())

    def test_no_journey_by_itself_where_its_day_parts_it_from_the_trip(self):
        told = tell("The engine failed in Porto from May 6 to 9. Anna Berg arrived in Portugal in April 2019.")
        assert all(any(s.basis == "stated" for s in j.stops) for j in told.journeys)

    def test_no_line(self):
        told = tell("Anna Berg left Lisbon by train on Monday. Her bag was stolen in Aveiro. She reached Porto on Wednesday.")
        assert legs(told)
        drawn = {name for leg in legs(told) for name in leg[:2]}
        assert not drawn & set(inferred(told))

    def test_no_fact_in_a_plan(self):
        told = tell(
            "Anna Berg will travel from Lisbon to Porto by train on Friday. A concert in Coimbra is planned for Thursday."
        )
        assert (inferred(told), stop(told, "Coimbra").status) == (["Coimbra"], "planned")

    def test_no_word_of_certainty_that_its_own_sentence_does_not_hold(self):
        told = tell("Anna Berg will travel from Lisbon to Porto by train on Friday. A concert in Coimbra sold out.")
        assert (stop(told, "Coimbra").status, stop(told, "Coimbra").cue) == ("planned", None)

    def test_nothing_surer_than_the_journey(self):
        told = tell("Anna Berg may travel from Lisbon to Porto by train on Friday. A concert in Coimbra could follow.")
        assert (inferred(told), stop(told, "Coimbra").status) == (["Coimbra"], "possible")

    def test_no_fact_where_nothing_is_told_as_past(self):
        told = tell(f"{TRIP} A concert in Coimbra sells out.")
        assert (inferred(told), stop(told, "Coimbra").status) == (["Coimbra"], "possible")

    def test_no_coming_where_a_course_only_leads_there(self):
        told = tell("The yacht Vega left Arklow on Monday. At noon a course was set for Cork.")
        assert (inferred(told), stop(told, "Cork").status) == (["Cork"], "planned")

    @pytest.mark.parametrize(
        "words",
        [
            "A concert in Coimbra was cancelled.",
            "A concert was postponed in Coimbra.",
            "Her concert in Coimbra had to be called off.",
            "Her mother ran a bakery in Coimbra.",
            "No soldier set foot in Coimbra.",
            "Another singer drew a crowd in Coimbra.",
        ],
    )
    def test_no_stop_of_what_did_not_take_place_or_of_others(self, words):
        assert inferred(tell(f"{TRIP} {words}")) == []

    def test_no_word_in_the_title(self):
        told = tell(f"{TRIP} A concert in Coimbra sold out.")
        assert journey(told).title == "Anna Berg: Lisbon to Porto"


class TestSameAgain:
    def test_the_same_texts_give_the_same_bytes(self, tmp_path):
        text = f"{TRIP} A concert in Coimbra sold out. A concert in Braga drew few."
        one, two = (
            write_itinerary(geo.read_itinerary(articles(text), gazetteer()), tmp_path / f"{n}.yaml").read_bytes() for n in "ab"
        )
        assert one == two
        assert inferred(parse_itinerary(one.decode(), "a.yaml")) == ["Coimbra", "Braga"]
