"""Readings of made-up stories, told sentence by sentence, as the reader would give them: ids and offsets change with the words of an article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geo.model import Claim, Itinerary, Journey, Leg, Meeting, Mention, PlaceRole, Resolution, Stop, Traveller, When
from tests.geo.example import article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Place
    from geo.model import Status


class Said(NamedTuple):
    """One sentence of an article that tells of a stop."""

    file: str
    words: str
    status: Status = "happened"
    day: date | None = None


class At(NamedTuple):
    """A stop, or a meeting, and the sentences that tell of it; of the strongest it has its status."""

    place: Place
    said: Sequence[Said]
    meets: bool = False


class Trip(NamedTuple):
    """A traveller's trip."""

    traveller: str
    stops: Sequence[At]
    background: bool = False


def at(place: Place, *said: Said) -> At:
    """Make a stop."""
    return At(place, said)


def reading(*trips: Trip, also: Sequence[tuple[str, str]] = (), mentioned: Sequence[tuple[str, Place]] = ()) -> Itinerary:
    """Read trips; ``also`` are sentences of files that tell of none of them, and ``mentioned`` places of which a file only says the name."""
    told = [(one.file, one.words) for trip in trips for stop in trip.stops for one in stop.said]
    told += [*also, *((file, f"Of {place.name} more is written below.") for file, place in mentioned)]
    texts: dict[str, dict[str, None]] = {}
    for file, words in told:
        texts.setdefault(file, {})[words] = None
    articles = {
        file: article("\n".join(words), name=file, publisher=f"The {file}", published=date(2024, 5, 24), published_basis="text")
        for file, words in texts.items()
    }
    made = Itinerary(tuple(articles.values()), tuple(Traveller(name) for name in dict.fromkeys(trip.traveller for trip in trips)))
    for number, trip in enumerate(trips, 1):
        made = _with_trip(made, trip, f"journey-{number}")
    resolutions = []
    for file, place in mentioned:
        start = articles[file].text.index(f"Of {place.name}") + 3
        resolutions.append(Resolution(Mention(articles[file].quote(start, start + len(place.name))), place, 0.9))
    return replace(made, mentions=tuple(resolutions))


def _with_trip(made: Itinerary, trip: Trip, identity: str) -> Itinerary:
    points = [(one, [_claim(made, trip, one.place, said, meets=one.meets) for said in one.said]) for one in trip.stops]
    stops = [_stop(one.place, claims, number) for number, (one, claims) in enumerate([p for p in points if not p[0].meets], 1)]
    meetings = [
        Meeting(
            f"{claims[0].id}@{one.place.id}",
            one.place,
            one.place.name,
            (trip.traveller,),
            claims[0].status,
            tuple(c.id for c in claims),
        )
        for one, claims in points
        if one.meets
    ]
    legs = [Leg(f"{a.id}>{b.id}", a.id, b.id, "train", b.status, b.claims) for a, b in pairwise(stops)]
    names = " to ".join(stop.place.name for stop in stops)
    journey = Journey(
        identity, trip.traveller, f"{trip.traveller}: {names}", tuple(stops), tuple(legs), tuple(meetings), trip.background
    )
    claims = {claim.id: claim for claim in (*made.claims, *(claim for _, claims in points for claim in claims))}
    return replace(made, claims=tuple(claims.values()), journeys=(*made.journeys, journey))


def _claim(made: Itinerary, trip: Trip, place: Place, said: Said, *, meets: bool) -> Claim:
    source = next(one for one in made.articles if one.name == said.file)
    start = source.text.index(said.words)
    name = source.text.find(place.name, start)
    quote = source.quote(start, start + len(said.words))
    spot = source.quote(name, name + len(place.name)) if name >= 0 else quote
    when = When(said.day, said.day, "day", quote) if said.day else None
    return Claim(
        f"{source.id}:{start}:{'meet' if meets else 'travel'}:{trip.traveller.lower().replace(' ', '-')}:{place.name}",
        trip.traveller,
        "meet" if meets else "travel",
        (PlaceRole("to", Resolution(Mention(spot), place, 0.9)),),
        quote,
        said.status,
        when=when,
    )


def _stop(place: Place, claims: Sequence[Claim], number: int) -> Stop:
    strong = sorted(claims, key=lambda claim: ("happened", "past", "planned", "possible", "denied").index(claim.status))
    days = tuple({claim.when.edtf: claim.when for claim in claims if claim.when}.values())
    return Stop(
        f"{claims[0].id}@{place.id}",
        number,
        place,
        place.name,
        strong[0].status,
        0.9,
        tuple(claim.id for claim in claims),
        arrive=days,
    )
