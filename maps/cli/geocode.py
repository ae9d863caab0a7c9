"""``dateline geocode``: the places that a name may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazetteer.errors import InputError
from maps.cli.program import examples

if TYPE_CHECKING:
    from geopy.location import Location

    from gazetteer import Gazetteer, Place

__all__ = ["best_place", "geocode"]

#: How many meanings of a name are looked through for the town that an area is named after.
_POOL = 100


@click.command(
    "geocode",
    epilog=examples(
        "dateline geocode Springfield --country US",
        "dateline geocode Khasan --near Vladivostok",
        'dateline geocode "Moscow, Idaho" --limit 1 | cut -f 3,4',
    ),
)
@click.argument("name")
@click.option("--near", metavar="PLACE", help="Put the places nearest to this one first.")
@click.option("--country", metavar="CC", help="Only places in this country: its two-letter ISO code.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="The most places to list.")
def geocode(name: str, near: str | None, country: str | None, limit: int) -> None:
    """List the places that NAME may mean, the likeliest first.

    One line for each, its columns parted by tabs: name with the areas that hold it, kind (GeoNames feature code), latitude,
    longitude, population, id, and how the name matched.
    """
    from gazetteer.geocoder import DatelineGeocoder

    geocoder = DatelineGeocoder()
    point = _known(geocoder.geocode(near, exactly_one=False), near)[0].point if near else None
    found = geocoder.geocode(name, exactly_one=False, country_codes=country, near=point, limit=limit)
    for location in _known(found, name, country):
        click.echo(_line(location))


def best_place(gazetteer: Gazetteer, name: str) -> Place:
    """Choose the likeliest place of a name to travel to or from.

    Where an area below a country and a town in it bear the name (New York, Khabarovsk), it is the town.

    Raises
    ------
    InputError
        If the gazetteer knows no such name.
    """
    from gazetteer.geocoder import DatelineGeocoder

    found = DatelineGeocoder(gazetteer).geocode(name, exactly_one=False, limit=_POOL)
    places = [gazetteer.place(location.raw["id"]) for location in _known(found, name)]
    best = places[0]
    if not best.kind.code.startswith("ADM"):
        return best
    inside = (place for place in places if (place.country, place.admin1) == (best.country, best.admin1))
    return next((place for place in inside if place.kind.is_populated), best)


def _known(found: list[Location] | None, name: str, country: str | None = None) -> list[Location]:
    """Give what the geocoder found, or tell the user that it found nothing."""
    if found:
        return found
    where = f" in the country {country!r}" if country else ""
    raise InputError(f"The gazetteer knows no place {name!r}{where}; try another spelling, or a larger place nearby.")


def _line(location: Location) -> str:
    raw = location.raw
    columns = (
        location.address,
        raw["feature_code"],
        f"{raw['lat']:.5f}",
        f"{raw['lon']:.5f}",
        raw["population"],
        raw["id"],
        raw["match"],
    )
    return "\t".join(str(column) for column in columns)
