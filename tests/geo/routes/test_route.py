"""A leg becomes a line along what it could really follow, and says so when it could not."""

import dataclasses
import itertools
import math
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.errors import InputError
from gazetteer.model import Kind, Place
from geo.model import Itinerary, Journey, Leg, Stop
from geo.routes import Trip, build_routes, route, route_all
from geo.routes.geometry import geodesic_km
from tests.geo.routes.places import TOWN, anywhere, town, towns

modes = st.sampled_from(["train", "plane", "ship", "car", "foot", "other", "unknown"])


def ends_of(found):
    return found.lines[0][0], found.lines[-1][-1]


def passes(found, lat, lon, within_km):
    return min(geodesic_km(point, (lon, lat)) for line in found.lines for point in line) <= within_km


class TestEveryLine:
    @settings(max_examples=40, deadline=None)
    @given(anywhere, anywhere, modes)
    def test_starts_and_ends_at_its_stops_and_keeps_to_its_side_of_the_world(self, origin, destination, mode):
        found = route(origin, destination, mode=mode)
        start, end = ends_of(found)
        assert geodesic_km(start, (origin.lon, origin.lat)) < 0.025
        assert geodesic_km(end, (destination.lon, destination.lat)) < 0.025
        for line in found.lines:
            assert all(abs(a[0] - b[0]) <= 180 for a, b in itertools.pairwise(line))
        assert found.length_km >= geodesic_km((origin.lon, origin.lat), (destination.lon, destination.lat)) - 0.01

    @settings(max_examples=25, deadline=None)
    @given(towns, towns)
    def test_by_train_is_as_long_as_the_way_back(self, origin, destination):
        there, back = route(origin, destination), route(destination, origin)
        assert there.length_km == pytest.approx(back.length_km, abs=0.01)
        assert there.countries == back.countries[::-1]
        assert there.basis == back.basis

    def test_is_the_same_when_drawn_again(self):
        assert route(town("Tokyo"), town("Sapporo")) == route(town("Tokyo"), town("Sapporo"))


class TestTrain:
    @pytest.mark.parametrize(
        ("origin", "destination", "low", "high", "countries"),
        [
            ("Pyongyang", "Khasan", 800, 900, ("KP", "RU")),
            ("Khasan", "Vladivostok", 300, 330, ("RU",)),
            ("Vladivostok", "Khabarovsk", 740, 790, ("RU",)),
            ("Vladivostok", "Moscow", 8700, 9300, ("RU",)),
            ("Moscow", "Warsaw", 1260, 1370, ("RU", "BY", "PL")),
            ("Istanbul", "Ankara", 500, 580, ("TR",)),
            ("Tokyo", "Sapporo", 1060, 1200, ("JP",)),
            ("Stockholm", "Copenhagen", 610, 700, ("SE", "DK")),
            ("Ulaanbaatar", "Moscow", 5800, 6500, ("MN", "RU")),
        ],
    )
    def test_follows_track_through_the_countries_that_it_would(self, origin, destination, low, high, countries):
        found = route(town(origin), town(destination), mode="train")
        assert found.basis == "track"
        assert low <= found.length_km <= high
        assert found.countries == countries

    def test_to_russia_crosses_the_tumen_at_the_bridge(self):
        found = route(town("Pyongyang"), town("Khasan"))
        assert passes(found, 42.4156, 130.6408, within_km=3)
        assert passes(found, 42.26, 130.39, within_km=20)

    def test_from_vladivostok_to_moscow_takes_the_trans_siberian(self):
        found = route(town("Vladivostok"), town("Moscow"))
        for lat, lon in [
            (48.50, 135.07),
            (52.03, 113.50),
            (51.84, 107.58),
            (55.04, 82.90),
            (54.94, 73.39),
            (56.86, 60.60),
            (58.01, 56.19),
        ]:
            assert passes(found, lat, lon, within_km=10)

    def test_names_the_countries_that_the_ends_do_not_explain(self):
        note = route(town("Moscow"), town("Warsaw")).note
        assert note.startswith("No track joins the two ends within Poland and Russia: the line goes through Belarus.")

    def test_passes_the_places_on_the_way(self):
        by_way = route(town("Vladivostok"), town("Moscow"), via=[town("Beijing"), town("Ulaanbaatar")])
        assert by_way.countries == ("RU", "CN", "MN", "RU")
        assert passes(by_way, 39.9, 116.4, within_km=10)

    def test_over_a_sea_without_a_tunnel_is_a_great_circle_and_says_why(self):
        found = route(town("Tokyo"), town("Busan"))
        assert found.basis == "great circle"
        assert found.note.startswith("No railway is known that joins Tokyo and Busan")

    def test_leaves_from_the_station_of_the_town_that_serves_its_end(self):
        assert route(town("Boston"), town("Providence")).length_km < 80, (
            "not from the nearer station, from which tracks lead north"
        )

    def test_from_a_place_without_railways_says_which(self):
        found = route(town("Honolulu"), town("Tokyo"))
        assert found.basis == "great circle"
        assert "No railway is known within 50 km of Honolulu" in found.note

    def test_from_the_middle_of_the_sea_is_a_great_circle(self):
        at_sea = Place("test:sea", "Midway", TOWN, 28.2, -177.4)
        assert route(at_sea, town("Tokyo")).basis == "great circle"

    def test_says_how_far_a_stop_is_from_the_track(self):
        cosmodrome = Place("test:far", "Hill", TOWN, 43.4, 131.2, "RU")
        found = route(town("Vladivostok"), cosmodrome)
        assert found.basis == "track"
        assert "km from the track" in found.note

    def test_to_where_it_starts_has_no_length(self):
        found = route(town("Paris"), town("Paris"))
        assert len(found.lines) == 1
        assert found.length_km < 5
        assert found.countries == ("FR",)


class TestTrainRemarks:
    def test_leaves_from_the_station_of_the_town_that_has_track_there(self):
        found = route(town("Boston"), town("New York"))
        assert 340 < found.length_km < 400
        assert passes(found, 41.31, -72.93, 5)
        assert route(town("New York"), town("Boston")).length_km == pytest.approx(found.length_km)

    def test_leaves_from_the_right_of_two_stations_on_a_long_way_too(self):
        assert 700 < route(town("Boston"), Place("x", "Washington", TOWN, 38.895, -77.036, "US")).length_km < 760

    @pytest.mark.parametrize(
        ("ends", "low", "high", "countries"),
        [
            ([("Bucharest", 44.432, 26.106, "RO"), ("Timișoara", 45.754, 21.226, "RO")], 520, 570, ("RO",)),
            ([("Thessaloniki", 40.640, 22.944, "GR"), ("Edirne", 41.677, 26.556, "TR")], 560, 660, ("GR", "TR")),
            ([("Quetta", 30.184, 67.001, "PK"), ("Zahedan", 29.496, 60.863, "IR")], 700, 780, ("PK", "IR")),
        ],
    )
    def test_along_a_border_stays_in_its_countries(self, ends, low, high, countries):
        origin, destination = (Place(f"test:{name}", name, TOWN, lat, lon, code) for name, lat, lon, code in ends)
        for found in (route(origin, destination), route(destination, origin)):
            assert low < found.length_km < high
        assert route(origin, destination).countries == countries

    def test_goes_through_another_country_where_the_way_at_home_goes_far_about(self):
        jerusalem, amman = Place("x", "Jerusalem", TOWN, 31.769, 35.216, "IL"), Place("y", "Amman", TOWN, 31.955, 35.945, "JO")
        found = route(jerusalem, amman, mode="car")
        assert found.countries == ("IL", "PS", "JO")
        assert found.length_km < 110
        assert "The way within Israel and Jordan is 253 km long: the line goes through Palestinian Territory." in found.note
        assert route(amman, jerusalem, mode="car").countries == ("JO", "PS", "IL")

    def test_of_a_line_apart_from_all_others_follows_it(self):
        port, mine = Place("x", "Nouadhibou", TOWN, 20.942, -17.038, "MR"), Place("y", "Zouérat", TOWN, 22.735, -12.471, "MR")
        found = route(port, mine)
        assert (found.basis, found.countries) == ("track", ("MR",))
        assert found.length_km == pytest.approx(704, abs=10)

    def test_does_not_go_all_the_way_round_a_sea_for_one_closed_border(self):
        found = route(town("Helsinki"), town("Saint Petersburg"), day=date(2023, 5, 1))
        assert found.countries == ("FI", "RU")
        assert "listed as closed" in found.note

    def test_that_only_goes_far_round_is_a_great_circle_and_says_why(self):
        luanda, cabinda = Place("x", "Luanda", TOWN, -8.84, 13.23, "AO"), Place("y", "Cabinda", TOWN, -5.56, 12.19, "AO")
        found = route(luanda, cabinda, mode="car")
        assert found.basis == "great circle"
        assert "too far to be believed" in found.note

    def test_names_the_border_at_which_the_gauge_changes(self):
        assert (
            "The gauge changes at the border of North Korea and Russia (1435 and 1520 mm)"
            in route(town("Pyongyang"), town("Khasan")).note
        )

    def test_between_two_stops_of_a_named_train_goes_by_its_other_stops(self):
        found = route(town("Beijing"), town("Pyongyang"))
        assert passes(found, 39.135, 117.2, within_km=10)  # Tianjin
        assert found.note.endswith("Drawn by the stops of the Beijing-Pyongyang train.")

    def test_follows_trunk_lines_rather_than_the_shortest_track(self):
        found = route(town("Delhi"), town("Mumbai"))
        assert passes(found, 25.22, 75.88, within_km=10)  # Kota
        assert passes(found, 23.34, 75.05, within_km=10)  # Ratlam

    def test_joins_towns_that_the_source_tears_apart(self):
        found = route(town("Budapest"), town("Belgrade"))
        assert found.countries == ("HU", "RS")
        assert found.length_km == pytest.approx(350, rel=0.08)

    def test_a_reported_way_goes_before_that_of_a_named_train(self):
        assert "Drawn by" not in route(town("Beijing"), town("Pyongyang"), via=[town("Dandong")]).note

    def test_a_closed_border_is_crossed_only_for_want_of_another_way(self):
        assert "is listed as closed since 1953-07-27" in route(town("Seoul"), town("Pyongyang")).note
        assert "closed" not in route(town("Seoul"), town("Pyongyang"), day=date(1945, 1, 1)).note

    def test_of_an_unknown_day_the_border_of_its_own_countries_is_crossed_and_told(self):
        found = route(town("Helsinki"), town("Saint Petersburg"))
        assert found.countries == ("FI", "RU")
        assert "as the day of the journey is not known" in found.note

    def test_a_closed_border_is_avoided(self):
        closed, open_again = (
            route(town("Helsinki"), town("Saint Petersburg"), mode="car", day=day) for day in (date(2024, 6, 1), date(2019, 6, 1))
        )
        assert open_again.countries == ("FI", "RU")
        assert closed.countries != ("FI", "RU")

    def test_offers_another_way_that_is_about_as_likely(self):
        found = route(town("Pyongyang"), town("Ulaanbaatar"))
        (other,) = found.alternatives
        assert other.basis == "track"
        assert ends_of(other) == ends_of(found)
        assert "Another way of" in found.note

    def test_tells_how_much_of_it_runs_along_track(self):
        hill = Place("test:far", "Hill", TOWN, 43.4, 131.2, "RU")
        found = route(town("Vladivostok"), hill)
        assert found.access_km[1] == pytest.approx(geodesic_km(found.lines[-1][-2], found.lines[-1][-1]), rel=0.01)
        assert found.on_network == pytest.approx(1 - sum(found.access_km) / found.length_km, abs=0.001)

    def test_guesses_that_lat_and_lon_are_swapped(self):
        swapped = Place("test:swapped", "Moscow", TOWN, 37.6156, 55.7522, "RU")
        assert "look as if lat and lon were swapped" in route(swapped, town("Warsaw")).note


class TestRouteAll:
    def test_draws_the_same_lines_as_one_by_one(self):
        names = ["Moscow", "Vladivostok", "Khabarovsk", "Pyongyang", "Beijing"]
        trips = [Trip(town(a), town(b), leg=f"{a}-{b}") for a in names for b in names]
        assert route_all(trips) == tuple(route(trip.origin, trip.destination, leg=trip.leg) for trip in trips)


class TestOtherModes:
    def test_a_ship_over_the_pacific_is_cut_at_the_antimeridian(self):
        found = route(town("Vladivostok"), town("Vancouver"), mode="ship")
        assert found.basis == "sea lane"
        assert len(found.lines) == 2
        assert found.lines[0][-1][0] == -found.lines[1][0][0] == 180

    def test_where_no_passage_is_open_is_said_and_warns_of_nothing(self):
        arctic = Place("test:arctic", "Dundas Harbour", TOWN, 74.0, -83.0)
        found = route(town("Copenhagen"), arctic, mode="ship")
        assert found.note.startswith("No open sea lane leads from Copenhagen to Dundas Harbour")

    def test_a_ship_to_a_town_inland_is_a_great_circle_and_says_why(self):
        found = route(town("Vladivostok"), town("Moscow"), mode="ship")
        assert found.basis == "great circle"
        assert "No sea lane is known within 150 km of Moscow" in found.note

    def test_a_plane_takes_the_great_circle_without_a_word(self):
        found = route(town("Pyongyang"), town("Vladivostok"), mode="plane")
        assert (found.basis, found.note) == ("great circle", "")

    @pytest.mark.parametrize("mode", ["car", "foot"])
    def test_by_car_or_on_foot_follows_roads(self, mode):
        found = route(town("Paris"), town("Warsaw"), mode=mode)
        assert (found.basis, found.countries) == ("road", ("FR", "DE", "PL"))
        assert 1500 < found.length_km < 1700

    def test_on_foot_between_neighbours_is_straight(self):
        near = dataclasses.replace(town("Paris"), id="near", lat=town("Paris").lat + 0.001)
        found = route(town("Paris"), near, mode="foot")
        assert found.length_km == pytest.approx(0.111, abs=0.01)
        assert "nearer to each other" in found.note

    def test_by_car_over_a_strait_takes_the_ferry_and_says_so(self):
        found = route(town("Tokyo"), town("Sapporo"), mode="car")
        assert found.basis == "road"
        assert "113 km of it are by ferry" in found.note

    def test_by_car_says_where_the_road_is_known_only_as_straight_lines(self):
        assert "are known only as straight lines" in route(town("Khabarovsk"), town("Yekaterinburg"), mode="car").note

    def test_by_car_to_an_island_without_a_ferry_is_a_great_circle(self):
        found = route(town("Honolulu"), town("Vancouver"), mode="car")
        assert found.basis == "great circle"
        assert "No road is known that joins Honolulu and Vancouver" in found.note

    def test_an_area_is_named_as_one(self):
        russia = dataclasses.replace(town("Moscow"), name="Russia", kind=Kind("A", "PCLI"))
        assert "Russia is an area" in route(town("Pyongyang"), russia, mode="unknown").note

    @pytest.mark.parametrize("mode", ["train", "ship", "car"])
    def test_from_a_place_to_itself_says_that_it_is_one(self, mode):
        assert route(town("Paris"), town("Paris"), mode=mode).note == "Both ends are one place."


class TestBadInput:
    def test_an_unknown_mode_is_refused_with_the_known_ones(self):
        with pytest.raises(InputError, match="'camel' is no mode of travel: use one of train, plane"):
            route(town("Paris"), town("Warsaw"), mode="camel")

    def test_a_place_without_coordinates_is_named(self):
        with pytest.raises(InputError, match="Nowhere has no coordinates"):
            route(Place("test:nan", "Nowhere", TOWN, math.nan, 10.0), town("Paris"))

    @pytest.mark.parametrize("degrees", [None, "48.85"])
    def test_what_is_no_number_is_no_coordinate(self, degrees):
        with pytest.raises(InputError, match="Nowhere has no coordinates"):
            route(Place("test:none", "Nowhere", TOWN, degrees, 10.0), town("Paris"))

    def test_a_time_of_a_table_counts_as_its_day(self):
        seoul, pyongyang = town("Seoul"), town("Pyongyang")
        in_2020 = route(seoul, pyongyang, day=date(2020, 1, 1))
        assert route(seoul, pyongyang, day=pd.Timestamp("2020-01-01 18:00")) == in_2020
        assert route(seoul, pyongyang, day=pd.NaT) == route(seoul, pyongyang) != in_2020

    def test_a_day_that_is_no_date_is_refused(self):
        with pytest.raises(InputError, match="'2020' is no date"):
            route(town("Seoul"), town("Pyongyang"), day="2020")

    def test_swapped_coordinates_are_guessed(self):
        with pytest.raises(InputError, match=r"Khabarovsk has the latitude 135\.08; it looks as if lat and lon are swapped"):
            route(Place("test:swapped", "Khabarovsk", TOWN, 135.08, 48.48), town("Paris"))


class TestBuildRoutes:
    def journey(self, *legs):
        stops = tuple(
            Stop(f"s{i}", i, town(name), name, "happened", 1.0, ())
            for i, name in enumerate(["Pyongyang", "Khasan", "Vladivostok"], start=1)
        )
        return Itinerary(articles=(), journeys=(Journey("j1", "Somebody", "A trip", stops, legs),))

    def leg(self, ident, origin, destination, mode):
        return Leg(ident, origin, destination, mode, "happened", ())

    def test_gives_one_route_for_each_leg_in_order(self):
        found = build_routes(self.journey(self.leg("a", "s1", "s2", "train"), self.leg("b", "s2", "s3", "unknown")))
        assert [(one.leg, one.basis) for one in found] == [("a", "track"), ("b", "great circle")]

    def test_names_a_stop_that_is_not_there(self):
        with pytest.raises(InputError, match="Leg a names the stop 's9'"):
            build_routes(self.journey(self.leg("a", "s1", "s9", "train")))
