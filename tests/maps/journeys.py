"""Journeys of every size, made by rule from lists of places: a walk, a flight through areas, a tour of the world, a great many."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gazetteer.model import Kind, Place
from geo.model import (
    Article,
    Claim,
    Itinerary,
    Journey,
    Leg,
    Mention,
    PlaceRole,
    Resolution,
    Route,
    Source,
    Stop,
    Traveller,
    When,
)
from geo.routes.geometry import cut_at_antimeridian, great_circle, length_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.model import Mode, Status

__all__ = ["areas", "many", "walk", "world"]

Drawn = tuple[Itinerary, tuple[Route, ...]]
CITY, COUNTRY = Kind("P", "PPL"), Kind("A", "PCLI")
BEGUN = date(2024, 4, 1)


@dataclass(frozen=True)
class Trip:
    """Who goes where: places in order, one mode, how certain each stop is."""

    who: str
    places: Sequence[Place]
    mode: Mode = "unknown"
    unsure: Sequence[Status] = ()
    pace: int = 1

    def status(self, number: int) -> Status:
        firm = len(self.places) - len(self.unsure)
        return "happened" if number < firm else self.unsure[number - firm]


def spot(name: str, lat: float, lon: float, country: str, kind: Kind = CITY) -> Place:
    return Place(f"test:{name.lower().replace(' ', '-')}-{lat}-{lon}", name, kind, lat, lon, country)


def drawn(*trips: Trip) -> Drawn:
    """Write an article that tells of each trip in plain sentences, and read it as a perfect reader would."""
    text = " ".join(f"{trip.who} was in {place.name} on the way." for trip in trips for place in trip.places)
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(
        digest[:12], text, digest, title="The way so far", publisher="The Daily", published=BEGUN + timedelta(days=90)
    )
    claims: list[Claim] = []
    journeys: list[Journey] = []
    routes: list[Route] = []
    at = 0
    for index, trip in enumerate(trips):
        stops = []
        for number, place in enumerate(trip.places):
            sentence = f"{trip.who} was in {place.name} on the way."
            passage = article.quote(at, at + len(sentence))
            at += len(sentence) + 1
            day = BEGUN + timedelta(days=number * trip.pace)
            when = When(day, day, "day", passage)
            role = PlaceRole("at", Resolution(Mention(passage), place, 0.9))
            status = trip.status(number)
            claim = Claim(
                f"c{index}-{number}",
                trip.who,
                "stay",
                (role,),
                passage,
                status,
                when=when,
                attribution=(Source("a witness", "unnamed"),),
            )
            claims.append(claim)
            dated = (when,) if status == "happened" else ()
            stops.append(Stop(f"s{index}-{number}", number + 1, place, place.name, status, 0.9, (claim.id,), arrive=dated))
        legs = [
            Leg(f"l{index}-{number}", one.id, two.id, trip.mode, two.status, two.claims)
            for number, (one, two) in enumerate(itertools.pairwise(stops))
        ]
        journeys.append(Journey(f"j{index}", trip.who, f"{trip.who} in spring", tuple(stops), tuple(legs)))
        routes += [line(leg, one.place, two.place) for leg, one, two in zip(legs, stops, stops[1:], strict=False)]
    travellers = tuple(Traveller(trip.who) for trip in trips)
    return Itinerary((article,), travellers, tuple(claims), tuple(journeys)), tuple(routes)


def line(leg: Leg, one: Place, two: Place) -> Route:
    """Draw a great circle as the project does, cut at the antimeridian."""
    path = great_circle((one.lon, one.lat), (two.lon, two.lat))
    return Route(leg.id, cut_at_antimeridian(path), length_km(path), "great circle")


def walk() -> Drawn:
    """About 20 km on foot along a coast."""
    names = ("Marsh End", "Old Light", "Kettle Bay", "North Head", "Saltby", "Gannet Point")
    points = ((54.52, -0.705), (54.50, -0.67), (54.47, -0.605), (54.44, -0.572), (54.42, -0.553), (54.40, -0.525))
    return drawn(
        Trip("The walkers", [spot(name, *at, "GB") for name, at in zip(names, points, strict=True)], "foot", ("planned",))
    )


def areas() -> Drawn:
    """A flight of people through countries that the articles name and towns that they mostly do not."""
    places = [
        spot("Syria", 35.0, 38.5, "SY", COUNTRY), spot("Izmir", 38.41, 27.14, "TR"), spot("Lesbos", 39.17, 26.33, "GR"), spot("Greece", 39.0, 22.0, "GR", COUNTRY),
        spot("North Macedonia", 41.66, 21.75, "MK", COUNTRY), spot("Serbia", 44.0, 21.0, "RS", COUNTRY), spot("Hungary", 47.0, 20.0, "HU", COUNTRY), spot("Germany", 51.5, 10.5, "DE", COUNTRY),
    ]  # fmt: skip
    return drawn(Trip("The family", places, "unknown", ("planned", "possible"), pace=6))


def world() -> Drawn:
    """Round the world, eastwards, by air."""
    cities = (
        ("London", 51.51, -0.13, "GB"), ("Rome", 41.89, 12.51, "IT"), ("Cairo", 30.06, 31.25, "EG"), ("Nairobi", -1.28, 36.82, "KE"), ("Mumbai", 19.07, 72.88, "IN"),
        ("Bangkok", 13.75, 100.5, "TH"), ("Sydney", -33.87, 151.21, "AU"), ("Tokyo", 35.69, 139.69, "JP"), ("Honolulu", 21.31, -157.86, "US"), ("Los Angeles", 34.05, -118.24, "US"),
        ("Lima", -12.04, -77.03, "PE"), ("New York", 40.71, -74.01, "US"), ("London", 51.51, -0.13, "GB"),
    )  # fmt: skip
    return drawn(Trip("The orchestra", [spot(*city) for city in cities], "plane", ("planned",), pace=4))


def many(journeys: int = 20, stops: int = 25) -> Drawn:
    """Many journeys of many stops, strewn over a continent by rule."""

    def place(journey: int, number: int) -> Place:
        lat, lon = 38 + (journey * 7 + number * 1.3) % 22, -8 + (journey * 11 + number * 2.9) % 46
        return spot(f"Place {journey + 1}.{number + 1}", round(lat, 3), round(lon, 3), "")

    return drawn(
        *(Trip(f"Party {journey + 1}", [place(journey, number) for number in range(stops)], "car") for journey in range(journeys))
    )
