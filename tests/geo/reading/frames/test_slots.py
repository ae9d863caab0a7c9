"""Which places and which days belong to a movement."""

import pytest

from geo.reading.frames import slots
from geo.reading.frames.roles import find_role
from tests.geo.stories import arrival, claim, departure, journey, legs, mentioned, statuses, stops, tell


def roles(text):
    return {p.resolution.place.name: p.role for p in claim(tell(text)).places}


def when(text):
    read = claim(tell(text)).when
    return read.edtf if read else None


class TestPlaces:
    def test_a_word_of_travel_asks_the_places_of_its_own_sentence_alone(self, monkeypatch):
        asked = []
        monkeypatch.setattr(slots, "find_role", lambda place, *rest: asked.append(place) or find_role(place, *rest))
        tell("Anna Berg flew to Porto. " * 40)
        assert len(asked) == 40

    @pytest.mark.parametrize(
        "words",
        [
            "After Porto they go on to Lisbon.",
            "They were on their way home from an air show in Porto when they stopped in Lisbon.",
            "They were on the way back from Porto when they stopped in Lisbon.",
        ],
    )
    def test_where_a_way_comes_from(self, words):
        assert stops(tell(f"The Otago Kestrels left Madrid on Sunday. {words}"))[-2:] == ["Porto", "Lisbon"]

    @pytest.mark.parametrize(
        ("words", "role"),
        [
            ("travelled to Lisbon", "to"),
            ("travelled towards Lisbon", "to"),
            ("left for Lisbon", "to"),
            ("travelled from Lisbon", "from"),
            ("passed through Lisbon", "via"),
            ("stayed in Lisbon", "at"),
        ],
    )
    def test_the_preposition_gives_the_role(self, words, role):
        assert roles(f"Anna Berg {words} on Monday.")["Lisbon"] == role

    @pytest.mark.parametrize("words", ["according to Lisbon officials", "due to a strike in Lisbon"])
    def test_to_is_not_always_a_direction(self, words):
        assert "Lisbon" not in stops(tell(f"Anna Berg travelled to Porto on Monday {words}."))

    def test_a_stop_keeps_its_place_before_what_it_is_for(self):
        told = tell("Anna Berg will visit Prague. Her first stop will be Vienna, Austria, to attend the July 8 conference.")
        assert "Vienna" in stops(told)

    def test_a_home_is_where_its_name_says(self):
        assert roles("Anna Berg left her Lisbon home on Monday.") == {"Lisbon": "from"}

    def test_the_home_of_others_is_none_of_the_traveller(self):
        assert not tell("Police found a coat when they arrived at the couple's Lisbon home.").journeys

    @pytest.mark.parametrize(
        "text",
        [
            "Anders Berg is due in Porto on Thursday from Lisbon.",
            "Two evacuees from Lisbon arrived in Porto.",
            "Refugees from Lisbon arrived in Porto on Sunday.",
            "A flight carrying evacuees from Lisbon landed in Porto.",
            "The prisoners were moved from a jail in Lisbon to Porto.",
            "Aid workers were evacuated by helicopter from a hospital in Lisbon to Porto.",
            "Two men were flown from Lisbon to Porto to stand trial before a court.",
        ],
    )
    def test_those_who_got_away_come_from_there(self, text):
        assert stops(tell(text)) == ["Lisbon", "Porto"]

    @pytest.mark.parametrize("text", ["The man was taken to a jail in Lisbon.", "Two pilgrims from Lisbon arrived in Porto."])
    def test_but_no_journey_goes_to_jail_or_from_home(self, text):
        assert "Lisbon" not in statuses(tell(text))

    @pytest.mark.parametrize(
        "text",
        [
            "Nigerian troops were flown into Lungi airport from Monrovia to reinforce a garrison.",
            "The 40 men left Monrovia and slept on a train to Lungi.",
        ],
    )
    def test_ends_stand_behind_what_they_hang_on(self, text):
        assert [name.split()[0] for name in stops(tell(text))] == ["Monrovia", "Lungi"]

    def test_who_telephones_from_a_place_is_there(self):
        assert stops(tell("Anna Berg left Lagos. She said by telephone from Monrovia that she was well.")) == [
            "Lagos",
            "Monrovia",
        ]

    @pytest.mark.parametrize("words", ["Lisbon's Keleti station", "Lisbon's Rinas airport"])
    def test_a_station_that_no_place_near_bears_the_name_of_is_in_its_town(self, words):
        assert stops(tell(f"Some 200 migrants set off from {words} on Friday.")) == ["Lisbon"]

    def test_an_airport_keeps_its_whole_name(self):
        assert stops(tell("Anders Berg went to Charles de Gaulle airport to meet relatives.")) == [
            "Charles de Gaulle International Airport"
        ]

    @pytest.mark.parametrize(
        "who",
        [
            "A migrant who lands in Lisbon",
            "Anyone who flies to Lisbon",
            "Every Dane who comes to Lisbon",
            "Someone who flies to Lisbon",
        ],
    )
    def test_what_holds_of_anybody_is_no_journey(self, who):
        assert not tell(f"{who} is sent to a camp.").journeys

    def test_a_place_in_another_clause_stays_there(self):
        told = tell("Anna Berg left Lisbon on Monday while voters in Porto went to the polls.")
        assert "Porto" not in stops(told)

    def test_a_place_that_only_describes_somebody_is_no_stop(self):
        told = tell("Anna Berg, a singer from Porto, arrived in Lisbon on Monday.")
        assert stops(told) == ["Lisbon"]
        assert ("Porto", "place") in mentioned(told)

    def test_each_word_of_travel_keeps_its_own_places(self):
        told = tell("Anna Berg flew from Lisbon to Prague and took a train from Prague to Vienna.")
        assert [[p.resolution.place.name for p in c.places] for c in told.claims] == [["Lisbon", "Prague"], ["Prague", "Vienna"]]

    def test_a_ship_that_bears_the_name_of_a_place_is_none(self):
        told = tell("Some 200 tourists left Lisbon on Sunday on board the transport ship Vienna. They reached Porto on Monday.")
        assert stops(told) == ["Lisbon", "Porto"]

    def test_a_place_names_the_capital_before_it(self):
        told = tell("Anna Berg has returned to the nation's capital, Lisbon, after an eight-day visit to Vienna.")
        assert stops(told) == ["Vienna", "Lisbon"]

    def test_where_others_met_the_day_before_is_no_end_of_the_way(self):
        assert stops(tell("Anna Berg arrived in Lisbon on Monday, a day after Otto Kranz held talks in Vienna.")) == ["Lisbon"]

    def test_a_country_gives_way_to_the_one_place_in_it_that_the_clause_goes_on_to_name(self):
        assert stops(tell("Anna Berg travelled to Portugal on Monday for a festival in Lisbon.")) == ["Lisbon"]

    def test_a_list_that_ends_behind_another_preposition_is_one(self):
        told = tell(
            "Two sisters set out in May. From Trieste they sailed to Croatia, Albania and on to Greece, where a storm met them."
        )
        assert stops(told) == ["Trieste", "Croatia", "Albania", "Greece"]

    @pytest.mark.parametrize("words", ["rather than to Oslo", "instead of Oslo", "and not to Oslo"])
    def test_a_place_told_as_the_one_that_it_was_not_is_no_end(self, words):
        assert set(statuses(tell(f"President Maria Lind flew to Lisbon {words}."))) == {"Lisbon"}

    @pytest.mark.parametrize("words", ["about 200 miles across the sea from Porto", "200 miles from Porto"])
    def test_a_distance_told_in_passing_is_no_origin(self, words):
        assert stops(tell(f"The jet took off from Oslo. It was diverted to Lisbon, {words}.")) == ["Oslo", "Lisbon"]

    def test_but_one_travelled_is(self):
        assert roles("President Maria Lind walked 200 miles from Porto to Lisbon.") == {"Porto": "from", "Lisbon": "to"}

    def test_an_airport_is_bound_for_nowhere(self):
        told = tell("President Maria Lind departed from Oslo airport bound for Lisbon.")
        assert {c.traveller for c in told.claims} == {"Maria Lind"}

    def test_flights_for_anybody_are_no_journey(self):
        assert not tell("Air Vasa will begin scheduled flights from Oslo to Lisbon in June.").journeys


class TestDatelines:
    @pytest.mark.parametrize(
        "dateline",
        ["PORTO, Portugal, Jan. 15 (Xinhua) -- ", "PORTO, Nov. 3 (AP) - ", "PORTO, Nov 3 ― ", "PORTO, Portugal — "],
    )
    def test_they_are_no_part_of_the_sentence_behind_them(self, dateline):
        assert "Lisbon" in statuses(tell(f"{dateline}President Maria Lind arrived in Lisbon on Monday."))


class TestHere:
    NEWS = "LISBON, May 13 (Reuters) - President Maria Lind arrived here on Monday from Oslo."

    def test_it_is_the_place_of_the_dateline(self):
        assert stops(tell(self.NEWS)) == ["Oslo", "Lisbon"]

    def test_but_not_in_what_somebody_says(self):
        told = tell(self.NEWS.replace("here ", "in Porto ") + ' "My father came here in 1950," she said.')
        assert "Lisbon" not in statuses(told)


class TestPlacesWithWhere:
    @pytest.mark.parametrize(
        ("words", "role"),
        [
            ("where she arrived on Friday", "to"),
            ("where she will stay until Friday", "at"),
            ("from where she set off on Friday", "from"),
            ("where she is expected to land on Friday", "to"),
        ],
    )
    def test_the_place_right_before_it_is_meant(self, words, role):
        told = tell(f"Anna Berg left Lisbon on Sunday. She gave an interview about Porto, {words}.")
        assert [p.role for c in told.claims for p in c.places if p.resolution.place.name == "Porto"] == [role]

    def test_it_is_where_the_way_goes_on_from(self):
        told = tell("Anna Berg drove from Lisbon to Porto on Monday, from where she was flown to Vienna.")
        assert legs(told) == [("Lisbon", "Porto", "car"), ("Porto", "Vienna", "plane")]

    def test_a_meeting_there_is_at_the_place_and_not_in_what_it_lies_in(self):
        told = tell("Anna Berg flew to Porto in Portugal on Monday, where she met the mayor.")
        assert [m.place.name for m in journey(told).meetings] == ["Porto"]

    def test_what_others_do_there_takes_nobody_there(self):
        assert stops(tell("Anna Berg arrived in Lisbon on Monday. She had spoken of Porto, where voters went to the polls.")) == [
            "Lisbon"
        ]


class TestCare:
    @pytest.mark.parametrize(
        "text",
        [
            "The injured minister was taken to Lisbon General Hospital on Monday.",
            "The suspect was brought to Lisbon Central Prison on Monday.",
            "The driver was taken to Lisbon District Court on Monday.",
            "The injured woman was taken to a hospital in Lisbon.",
            "The suspect was brought to court in Lisbon on Monday.",
        ],
    )
    def test_being_taken_to_hospital_or_to_court_is_no_journey(self, text):
        assert not tell(text).journeys


class TestDays:
    @pytest.mark.parametrize(
        ("words", "edtf"),
        [
            ("arrived in Lisbon on Monday", "2024-05-13"),
            ("will arrive in Lisbon on Friday", "2024-05-17"),
            ("arrived in Lisbon on May 3", "2024-05-03"),
            ("arrived in Lisbon on 3 May 2024", "2024-05-03"),
            ("arrived in Lisbon yesterday", "2024-05-14"),
            ("arrived in Lisbon on Monday morning", "2024-05-13"),
            ("arrived in Lisbon", None),
        ],
    )
    def test_a_day_is_read_against_the_day_of_publication(self, words, edtf):
        assert when(f"Anna Berg {words}.") == edtf

    def test_without_a_day_of_publication_a_weekday_gives_no_date(self):
        (read,) = tell("Anna Berg arrived in Lisbon on Monday.", published=None).claims
        assert read.when is None

    def test_a_day_of_departure_dates_the_departure(self):
        told = tell("Anna Berg left Lisbon for Porto on Monday.")
        assert (departure(told, "Lisbon"), arrival(told, "Porto")) == (["2024-05-13"], [])

    def test_a_day_of_arrival_dates_the_arrival(self):
        told = tell("Anna Berg arrived in Porto from Lisbon on Monday.")
        assert (departure(told, "Lisbon"), arrival(told, "Porto")) == ([], ["2024-05-13"])

    def test_the_day_of_the_report_is_not_the_day_of_the_movement(self):
        assert when("Anna Berg arrived in Lisbon, a spokesman said on Monday.") is None

    def test_the_day_of_another_clause_is_not_the_day_of_this_one(self):
        assert when("Anna Berg, who married on Monday, arrived in Lisbon.") is None

    def test_two_movements_of_a_sentence_have_a_day_each(self):
        told = tell("Anna Berg left Lisbon on Sunday and reached Porto on Monday.")
        assert (departure(told, "Lisbon"), arrival(told, "Porto")) == (["2024-05-12"], ["2024-05-13"])


class TestRanges:
    def test_a_stay_of_several_days_comes_on_the_first_and_goes_on_the_last(self):
        told = tell("Anna Berg stayed in Lisbon from May 6 to 9.")
        assert (arrival(told, "Lisbon"), departure(told, "Lisbon")) == (["2024-05-06"], ["2024-05-09"])


@pytest.mark.parametrize("other", [", Karl Lund", " and her husband"])
def test_who_goes_elsewhere_by_the_same_verb_takes_nobody_along(other):
    told = tell(f"Anna Berg flew to Lisbon on Monday. She went on to Prague{other} to Porto.")
    assert "Porto" not in [s.place.name for j in told.journeys if j.traveller == "Anna Berg" for s in j.stops]


def test_where_somebody_did_not_go_is_no_stop_of_his():
    assert stops(tell("Anna Berg flew not to Lisbon but to Porto.")) == ["Porto"]
