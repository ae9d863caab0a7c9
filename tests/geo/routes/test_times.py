"""Between dated stops a traveller's place is an estimate that says so; impossible speeds are doubts; both leave as Moving Features."""

import dataclasses
import hashlib
import json
import warnings
from datetime import date

import pytest

import geo
from geo.export.write import export_bytes
from geo.model import Article, Claim, Itinerary, Journey, Leg, Quote, Stop, When
from geo.routes import build_routes
from geo.routes.doubts import find_doubts
from geo.routes.times import estimate_positions
from tests.geo.routes.places import town

WORDS = Quote("a", 0, 3, "day")


def on(month, day, part="", *, yearless=False):
    stated = date(2023, month, day)
    return When(stated, stated, "part" if part else "day", WORDS, part=part, yearless=yearless)


def stop(ident, name, *, arrive=(), depart=(), status="happened"):
    return Stop(ident, 1, town(name), name, status, 1.0, (f"claim-{ident}",), arrive=tuple(arrive), depart=tuple(depart))


def trip(start, end, mode="train", status="happened"):
    leg = Leg("leg", start.id, end.id, mode, status, ("claim-leg",))
    claims = tuple(Claim(claim, "Somebody", "travel", (), WORDS, status) for claim in (*start.claims, *end.claims, *leg.claims))
    article = Article("a", "day", hashlib.sha256(b"day").hexdigest())
    return Itinerary(articles=(article,), claims=claims, journeys=(Journey("j1", "Somebody", "A trip", (start, end), (leg,)),))


def positions_of(itinerary):
    return estimate_positions(itinerary, build_routes(itinerary))


WEEK = trip(stop("s1", "Moscow", depart=[on(9, 1)]), stop("s2", "Vladivostok", arrive=[on(9, 8)], depart=[on(9, 10)]))


class TestPositions:
    def test_there_is_one_a_day_and_those_between_are_estimates(self):
        found = positions_of(WEEK)
        assert [position.at.day for position in found] == list(range(1, 11))
        assert [position.at.day for position in found if not position.estimated] == [1, 8, 10]

    def test_on_a_leg_lies_along_the_track_at_an_even_speed(self):
        halfway = positions_of(WEEK)[3]
        assert halfway.place == "leg"
        assert 50 < halfway.lat < 60  # on the Trans-Siberian, not in China
        assert 75 < halfway.lon < 95

    def test_between_arrival_and_departure_the_traveller_stayed(self):
        stayed = positions_of(WEEK)[8]
        assert (stayed.place, stayed.estimated) == ("s2", True)

    def test_the_last_day_that_a_date_can_have_has_one_too(self):
        last = When(date.max, date.max, "day", WORDS)
        found = positions_of(trip(stop("s1", "Moscow", depart=[last]), stop("s2", "Vladivostok")))
        assert [position.at.date() for position in found] == [date.max]

    def test_a_clock_time_is_kept(self):
        found = positions_of(trip(stop("s1", "Moscow", depart=[on(9, 1, "21:30")]), stop("s2", "Vladivostok")))
        assert [position.at.isoformat() for position in found] == ["2023-09-01T21:30:00"]

    def test_a_date_without_a_year_gives_none(self):
        assert positions_of(trip(stop("s1", "Moscow", depart=[on(9, 1, yearless=True)]), stop("s2", "Vladivostok"))) == ()

    def test_what_was_denied_gives_none(self):
        denied = trip(
            stop("s1", "Moscow", depart=[on(9, 1)]),
            stop("s2", "Vladivostok", arrive=[on(9, 8)], status="denied"),
            status="denied",
        )
        assert [position.place for position in positions_of(denied)] == ["s1"]

    def test_a_planned_leg_gives_planned_positions(self):
        planned = trip(
            stop("s1", "Moscow", depart=[on(9, 1)]),
            stop("s2", "Vladivostok", arrive=[on(9, 4)], status="planned"),
            status="planned",
        )
        assert [position.status for position in positions_of(planned)] == ["happened", "planned", "planned", "planned"]

    def test_a_pause_of_years_tells_nothing(self):
        later = dataclasses.replace(on(9, 8), start=date(2025, 9, 8), end=date(2025, 9, 8))
        assert len(positions_of(trip(stop("s1", "Moscow", depart=[on(9, 1)]), stop("s2", "Vladivostok", arrive=[later])))) == 2

    def test_over_the_pacific_stays_within_180_degrees(self):
        ship = trip(stop("s1", "Vladivostok", depart=[on(9, 1)]), stop("s2", "Vancouver", arrive=[on(9, 15)]), mode="ship")
        found = positions_of(ship)
        assert all(-180 <= position.lon <= 180 for position in found)
        assert {position.lon > 0 for position in found} == {True, False}


class TestDoubts:
    def doubts_of(self, itinerary):
        return find_doubts(itinerary, build_routes(itinerary))

    def test_across_a_continent_by_train_in_two_hours_is_one(self):
        hurried = trip(
            stop("s1", "Pyongyang", depart=[on(9, 12, "10:00")]), stop("s2", "Moscow", arrive=[on(9, 12, "12:00")]), mode="train"
        )
        (doubt,) = self.doubts_of(hurried)
        assert doubt.claims == ("claim-leg", "claim-s1", "claim-s2")
        assert doubt.words.startswith("Pyongyang to Moscow by train, ")
        assert "faster than the 350 that are possible" in doubt.words

    def test_a_flight_on_one_day_is_none(self):
        flight = trip(stop("s1", "Pyongyang", depart=[on(9, 12)]), stop("s2", "Vladivostok", arrive=[on(9, 12)]), mode="plane")
        assert self.doubts_of(flight) == ()

    def test_arriving_before_leaving_is_one(self):
        (doubt,) = self.doubts_of(trip(stop("s1", "Pyongyang", depart=[on(9, 12)]), stop("s2", "Khasan", arrive=[on(9, 10)])))
        assert "the stated arrival is earlier than the departure" in doubt.words

    def test_where_sources_differ_the_kinder_date_counts(self):
        kind = trip(stop("s1", "Pyongyang", depart=[on(9, 12), on(9, 9)]), stop("s2", "Khasan", arrive=[on(9, 10)]))
        assert self.doubts_of(kind) == ()

    def test_no_dates_give_none(self):
        assert self.doubts_of(trip(stop("s1", "Pyongyang"), stop("s2", "Moscow"))) == ()


@pytest.fixture
def movingpandas():
    """Give the library; it warns of a part of it that is not installed, and of calls of its own to pandas."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Missing optional dependencies.*Stone Soup", category=UserWarning)
        warnings.filterwarnings("ignore", message="The inplace keyword", category=DeprecationWarning)
        warnings.filterwarnings("ignore", message="Time zone information dropped")  # ours are local times, written as UTC
        import movingpandas

        yield movingpandas


def moving_features_of(itinerary):
    return json.loads(export_bytes(itinerary, build_routes(itinerary), "moving-features"))["features"]


def protected_end():
    return dataclasses.replace(WEEK.journeys[0].stops[1], protected=True)


class TestMovingFeatures:
    def test_each_journey_is_a_moving_point_that_tells_stated_from_estimated(self):
        (feature,) = moving_features_of(WEEK)
        points = feature["temporalGeometry"]
        assert points["type"] == "MovingPoint"
        assert len(points["datetimes"]) == len(points["coordinates"]) == 10
        assert points["datetimes"] == sorted(set(points["datetimes"]))
        assert feature["temporalProperties"][0]["basis"]["values"].count("stated") == 3

    def test_movingpandas_reads_the_same_positions_at_the_same_times(self, movingpandas, tmp_path):
        path = geo.write_export(WEEK, build_routes(WEEK), tmp_path / "journey.mf.json")
        (trajectory,) = movingpandas.read_mf_json(path, traj_id_property="journey").trajectories
        told = positions_of(WEEK)
        assert trajectory.id == "j1"
        assert [moment.to_pydatetime() for moment in trajectory.df.index] == [position.at for position in told]
        for position in told:
            point = trajectory.get_position_at(position.at)
            assert (point.x, point.y) == pytest.approx((position.lon, position.lat), abs=1e-5)
        assert trajectory.df["basis"].tolist().count("stated") == 3

    def test_movingpandas_takes_the_frame_of_stops_with_its_dates(self, movingpandas):
        stops = geo.stops_frame(WEEK)
        stops = stops.assign(at=stops["arrive_from"].fillna(stops["depart_from"]))
        (trajectory,) = movingpandas.TrajectoryCollection(stops, traj_id_col="journey", t="at").trajectories
        assert [trajectory.get_position_at(stop.at) for stop in stops.itertuples()] == stops.geometry.tolist()

    def test_a_journey_with_one_date_is_left_out(self):
        undated = trip(stop("s1", "Moscow", depart=[on(9, 1)]), stop("s2", "Vladivostok"))
        assert moving_features_of(undated) == []

    def test_what_was_only_planned_is_left_out(self):
        planned = trip(
            stop("s1", "Moscow", depart=[on(9, 1)], status="planned"),
            stop("s2", "Vladivostok", arrive=[on(9, 8)], status="planned"),
            status="planned",
        )
        assert moving_features_of(planned) == []

    def test_a_journey_with_a_protected_place_is_left_out(self):
        held = dataclasses.replace(
            WEEK, journeys=(dataclasses.replace(WEEK.journeys[0], stops=(WEEK.journeys[0].stops[0], protected_end())),)
        )
        assert moving_features_of(WEEK)
        assert moving_features_of(held) == []
