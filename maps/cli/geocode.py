"""``dateline geocode``: the places that a name may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazetteer.errors import InputError
from maps.cli.program import examples

if TYPE_CHECKING:
    from gazetteer import Candidate, Gazetteer, Place

__all__ = ["best_place", "geocode"]

#: How many meanings are asked for before they are filtered by country or put in order of distance.
_POOL = 500


@click.command(
    "geocode",
    epilog=examples(
        "dateline geocode Springfield --country US",
        "dateline geocode Khasan --near Vladivostok",
        'dateline geocode "Heathrow" --limit 1 | cut -f 5,6',
    ),
)
@click.argument("name")
@click.option("--near", metavar="PLACE", help="Put the places nearest to this one first.")
@click.option("--country", metavar="CC", help="Only places in this country: its two-letter ISO code.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="The most places to list.")
def geocode(name: str, near: str | None, country: str | None, limit: int) -> None:
    """List the places that NAME may mean, the likeliest first.

    One line for each, its columns parted by tabs: name, country, first-order area, kind (GeoNames feature code), latitude, longitude,
    population, id, and how the name matched.
    """
    from gazetteer import Gazetteer

    gazetteer = Gazetteer.bundled()
    found = _candidates(gazetteer, name, country)
    if near:
        found = _nearest_first(found, best_place(gazetteer, near))
    for candidate in found[:limit]:
        click.echo(_line(gazetteer, candidate))


def best_place(gazetteer: Gazetteer, name: str) -> Place:
    """Choose the likeliest place of a name to travel to or to be near.

    Where an area below a country and a town in it bear the name (New York, Khabarovsk), it is the town.

    Raises
    ------
    InputError
        If the gazetteer knows no such name.
    """
    places = [candidate.place for candidate in _candidates(gazetteer, name, country=None)]
    best = places[0]
    if not best.kind.code.startswith("ADM"):
        return best
    inside = (place for place in places if (place.country, place.admin1) == (best.country, best.admin1))
    return next((place for place in inside if place.kind.is_populated), best)


def _candidates(gazetteer: Gazetteer, name: str, country: str | None) -> list[Candidate]:
    """Look a name up as it is written, and only if that finds nothing in other spellings."""
    for respelt in (False, True):
        found = gazetteer.lookup(name, limit=_POOL, fold=respelt, fuzzy=respelt)
        kept = [candidate for candidate in found if not country or candidate.place.country == country.upper()]
        if kept:
            return kept
    where = f" in the country {country.upper()!r}" if country else ""
    raise InputError(f"The gazetteer knows no place {name!r}{where}; try another spelling, or a larger place nearby.")


def _nearest_first(candidates: list[Candidate], place: Place) -> list[Candidate]:
    from pyproj import Geod

    globe = Geod(ellps="WGS84")

    def distance(candidate: Candidate) -> float:
        return float(globe.inv(place.lon, place.lat, candidate.place.lon, candidate.place.lat)[2])

    return sorted(candidates, key=distance)


def _line(gazetteer: Gazetteer, candidate: Candidate) -> str:
    place = candidate.place
    area = gazetteer.admin1(place.country, place.admin1) if place.admin1 else None
    columns = (
        place.name,
        place.country,
        area.name if area else "",
        place.kind.code,
        f"{place.lat:.5f}",
        f"{place.lon:.5f}",
        str(place.population),
        place.id,
        candidate.match,
    )
    return "\t".join(columns)
