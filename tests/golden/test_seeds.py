"""What must come out of the four seed articles, in words: it holds whatever else the golden files come to say."""

import pytest


def journeys(itinerary, *, background=False):
    return [j for j in itinerary.journeys if j.background is background]


@pytest.fixture
def kim(itinerary):
    """The one journey that is told now."""
    (journey,) = journeys(itinerary)
    return journey


def at(journey, name):
    (stop,) = [s for s in journey.stops if s.place.name == name]
    return stop


def earlier(itinerary, name):
    """The earlier trips that stop at a place."""
    return [j for j in journeys(itinerary, background=True) if any(s.place.name == name for s in j.stops)]


@pytest.fixture
def lines(collection):
    found = [f["properties"] for f in collection["features"] if f["properties"]["role"] == "leg"]
    return {(p["from"], p["to"]): p for p in found}


class TestTheJourney:
    def test_it_is_kims_and_has_four_stops_in_order(self, kim):
        assert kim.traveller in {"Kim Jong-un", "Kim Jong Un"}
        assert [s.place.name for s in kim.stops] == ["Pyongyang", "Khasan", "Vladivostok", "Moscow"]

    def test_all_spellings_of_his_name_are_one_traveller(self, itinerary):
        kims = [t for t in itinerary.travellers if t.kind == "person" and "Kim" in t.name.split()]
        assert len(kims) == 1
        assert {"Kim", "Kim-Jong Un", "Kim Jong Un"} <= {kims[0].name, *kims[0].aliases}

    def test_only_what_was_reported_is_shown_as_real(self, kim):
        assert [s.status for s in kim.stops] == ["happened", "happened", "planned", "possible"]

    def test_the_words_behind_what_is_not_certain_are_kept(self, kim):
        assert at(kim, "Vladivostok").cue is not None
        assert at(kim, "Moscow").cue.text == "Possibly"


class TestPyongyang:
    def test_both_days_of_departure_are_shown(self, kim):
        assert [w.edtf for w in at(kim, "Pyongyang").depart] == ["2023-09-10", "2023-09-11"]

    def test_they_are_a_conflict_each_with_its_source(self, itinerary, kim):
        (conflict,) = itinerary.conflicts
        assert conflict.journey == kim.id
        said = {v.date: v.attribution[-1] for v in conflict.values}
        assert "state media" in said["2023-09-10"].name
        assert said["2023-09-10"].kind == "state media"
        assert "Yonhap" in said["2023-09-11"].name
        assert said["2023-09-11"].kind == "agency"


class TestKhasan:
    def test_it_is_found_behind_another_spelling(self, kim):
        khasan = at(kim, "Khasan")
        assert (khasan.name_in_text, khasan.place.country) == ("Hassan", "RU")

    def test_the_spelling_was_bridged_by_rule_and_not_by_a_name_list(self, itinerary):
        claim = next(c for c in itinerary.claims for p in c.places if p.resolution.mention.quote.text == "Hassan")
        resolution = next(p.resolution for p in claim.places if p.resolution.mention.quote.text == "Hassan")
        assert any("another spelling" in reason for reason in resolution.reasons)

    def test_he_arrived_on_tuesday(self, kim):
        assert {w.edtf for w in at(kim, "Khasan").arrive} == {"2023-09-12"}


class TestTheWay:
    @pytest.mark.parametrize(
        ("ends", "shortest", "longest", "countries"),
        [(("Pyongyang", "Khasan"), 800, 900, {"KP", "RU"}), (("Khasan", "Vladivostok"), 300, 330, {"RU"})],
    )
    def test_by_train_along_the_track_and_through_no_third_country(self, lines, ends, shortest, longest, countries):
        leg = lines[ends]
        assert (leg["mode"], leg["basis"]) == ("train", "track")
        assert shortest <= leg["length_km"] <= longest
        assert set(leg["countries"]) == countries

    def test_to_moscow_nobody_says_how(self, lines):
        leg = lines["Vladivostok", "Moscow"]
        assert (leg["mode"], leg["status"]) == ("unknown", "possible")

    def test_a_line_is_as_certain_as_where_it_goes(self, lines):
        assert [leg["status"] for leg in lines.values()] == ["happened", "planned", "possible"]


class TestMeetings:
    def test_officials_met_him_at_khasan(self, kim):
        (meeting,) = [m for m in kim.meetings if m.place.name == "Khasan"]
        assert meeting.status == "happened"
        assert any("officials" in name for name in meeting.participants)

    def test_putin_is_to_meet_him_at_vladivostok(self, kim):
        (meeting,) = [m for m in kim.meetings if m.place.name == "Vladivostok"]
        assert meeting.status in {"planned", "possible"}
        assert {name.split()[0] for name in meeting.participants} == {"Kim", "Vladimir"}

    def test_perhaps_on_wednesday(self, kim):
        (meeting,) = [m for m in kim.meetings if m.place.name == "Vladivostok"]
        assert "2023-09-13" in {w.edtf for w in meeting.when}


class TestEarlierTrips:
    def test_the_summit_of_2019_is_apart(self, itinerary):
        (trip,) = earlier(itinerary, "Vladivostok")
        (stop,) = trip.stops
        assert "Kim" in trip.traveller
        assert "Putin" in trip.traveller
        assert stop.status == "past"
        assert all(w.edtf.startswith("2019") for w in stop.arrive)

    def test_the_ministers_visit_in_july_is_apart(self, itinerary):
        (trip,) = earlier(itinerary, "Pyongyang")
        (stop,) = trip.stops
        assert "Shoigu" in trip.traveller
        assert (stop.status, [w.edtf for w in stop.arrive]) == ("past", ["2023-07"])

    def test_the_trial_trip_of_a_delegation_is_apart(self, itinerary):
        (trip,) = earlier(itinerary, "Russia")
        assert "delegation" in trip.traveller
        assert [s.status for s in trip.stops] == ["past"]

    def test_no_line_leads_from_an_earlier_trip_to_the_present_one(self, itinerary, kim):
        present = {s.id for s in kim.stops}
        assert not any({leg.origin, leg.destination} & present for j in journeys(itinerary, background=True) for leg in j.legs)


class TestOnlyMentioned:
    @pytest.mark.parametrize("name", ["Ukraine", "China", "Russian Far East"])
    def test_countries_and_regions_that_nobody_went_to(self, itinerary, name):
        (found,) = [r for r in itinerary.mentions if r.mention.kind == "place" and r.place.name == name]
        assert found.place.is_area

    @pytest.mark.parametrize("name", ["Washington", "White House", "Pentagon", "Kremlin", "Moscow", "Pyongyang"])
    def test_where_they_speak_they_are_governments(self, itinerary, name):
        assert any(r.mention.kind == "metonym" and r.mention.quote.text == name for r in itinerary.mentions)

    @pytest.mark.parametrize("name", ["Washington", "White House", "Pentagon", "Kremlin"])
    def test_nobody_travelled_to_a_government(self, itinerary, name):
        assert not any(s.place.name == name for j in itinerary.journeys for s in j.stops)

    @pytest.mark.parametrize("name", ["New York", "Finland", "Korea"])
    def test_a_newspaper_a_time_zone_and_a_war_are_no_places(self, collection, name):
        assert not any(name in str(f["properties"].get("name", "")).split(",") for f in collection["features"])

    def test_every_place_of_a_text_is_a_stop_a_mention_or_said_to_be_unlocated(self, itinerary):
        assert itinerary.unlocated == ()
