"""``dateline geocode``: the places that a name may mean."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer.errors import InputError
from maps.cli.gazetteer import gazetteer_option, open_gazetteer, places_option
from maps.cli.located import FORMATS, add_columns
from maps.cli.program import Failure, examples
from maps.language import language_of
from maps.names import place_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from geopy.location import Location

    from gazetteer import Gazetteer, Place
    from gazetteer.geocoder import DatelineGeocoder

__all__ = ["best_place", "geocode"]

#: What is shown of a name that nobody can mean, in letters.
_LONGEST = 80

#: How many meanings of a name are looked through for the town that an area is named after.
_POOL = 100


@click.command(
    "geocode",
    epilog=examples(
        "dateline geocode Springfield --country US",
        "dateline geocode Khasan --near Vladivostok",
        'dateline geocode "Moscow, Idaho" --limit 1 | cut -f 3,4',
        "dateline geocode Moscow --lang de --limit 1",
        "dateline geocode --csv stops.csv --column town > located.csv",
    ),
)
@click.argument("name", required=False)
@click.option("--near", metavar="PLACE", help="Put the places nearest to this one first.")
@click.option("--lang", help="The language of the names, where it is known: de, en, es, fr, ja, ko, ru, uk or zh.")
@click.option("--country", metavar="CC", help="Only places in this country: its two-letter ISO code.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="The most places to list.")
@click.option(
    "-f", "--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to print them."
)
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Instead of NAME, a CSV file of names; - is stdin.",
)
@click.option("--column", metavar="COLUMN", help="The column of the CSV file that holds the names.")
@places_option
@gazetteer_option
def geocode(
    name: str | None,
    near: str | None,
    lang: str | None,
    country: str | None,
    limit: int,
    form: str,
    table: Path | None,
    column: str | None,
    places: Path | None,
    compiled: Path | None,
) -> None:
    """List the places that NAME may mean, the likeliest first.

    One line for each, its columns parted by tabs: name with the areas that hold it, kind (GeoNames feature code), latitude,
    longitude, population, id, and how the name matched.

    With --csv and --column, each row of the file is printed with further columns: the likeliest place of its name.
    """
    from gazetteer.geocoder import DatelineGeocoder

    if (name is None) == (table is None) or (table is None) != (column is None):
        raise click.UsageError("Give either a NAME, or a file with --csv and its column with --column.")
    if table is not None and form != "table":
        raise click.UsageError("A CSV file stays CSV: --format is for a NAME.")
    language = language_of(lang) if lang else None
    geocoder = DatelineGeocoder(
        open_gazetteer(places, compiled), name_in=lambda place, _: place_name(place, language) if language else place.name
    )
    point = _meanings(geocoder, near)[0].point if near else None
    asked: dict[str, Any] = {"country_codes": country, "near": point, "language": lang}
    if name is not None:
        click.echo(FORMATS[form](_meanings(geocoder, name, limit=limit, **asked)), nl=False)
    elif table is not None and column is not None:
        _print_csv(table, column, partial(geocoder.geocode, **asked))


def _print_csv(table: Path, column: str, locate: Callable[[str], Location | None]) -> None:
    name = "standard input" if str(table) == "-" else str(table)
    try:
        with click.open_file(str(table), encoding="utf-8-sig") as file:
            text = file.read()
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not in UTF-8: save it as UTF-8, in a spreadsheet as 'CSV UTF-8'.") from error
    located, unknown = add_columns(text, name, column, locate)
    click.echo(located, nl=False)
    for sentence in unknown:
        click.echo(sentence, err=True)
    if unknown:
        raise Failure(f"{len(unknown)} of the rows of {name} have no place.")


def best_place(gazetteer: Gazetteer, name: str) -> Place:
    """Choose the likeliest place of a name to travel to or from.

    Where an area and a town in it bear the name (New York, Khabarovsk), it is the town; of a country only its capital (Djibouti).

    Raises
    ------
    InputError
        If the gazetteer knows no such name.
    """
    from gazetteer.geocoder import DatelineGeocoder

    found = _meanings(DatelineGeocoder(gazetteer), name, limit=_POOL)
    places = [gazetteer.place(location.raw["id"]) for location in found]
    best = places[0]
    if best.kind.is_country:
        return next((p for p in places if p.kind.code == "PPLC" and (p.country, p.name) == (best.country, best.name)), best)
    if not best.kind.code.startswith("ADM"):
        return best
    inside = (place for place in places if (place.country, place.admin1) == (best.country, best.admin1))
    return next((place for place in inside if place.kind.is_populated), best)


def _meanings(geocoder: DatelineGeocoder, name: str, **asked: Any) -> list[Location]:
    """Return what a name may mean, best first.

    Raises
    ------
    InputError
        If the gazetteer knows no such name; it says what comes near.
    """
    found: list[Location] | None = geocoder.geocode(name, exactly_one=False, **asked)
    if found:
        return found
    country = asked.get("country_codes")
    where = f" in the country {country!r}" if country else ""
    if country and geocoder.gazetteer.country(country) is None:
        where += ", which is no ISO code of a country such as FR"
    shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}..."
    near = () if country else geocoder.gazetteer.lookup(shown, limit=1)
    advice = f"did you mean {near[0].place.name}?" if near else "try another spelling, or a larger place nearby."
    raise InputError(f"The gazetteer knows no place {shown!r}{where}; {advice}")
