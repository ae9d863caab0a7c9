"""``dateline export``: an itinerary in the formats of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.program import examples
from maps.cli.published import publication_of, publication_options, tell_held

if TYPE_CHECKING:
    from datetime import date

    from geo.desk.model import QuoteLength
    from geo.export.lines import Geometry
    from geo.model import Itinerary, Route

__all__ = ["export"]

#: ``geo.export.write.FORMATS`` and ``geo.export.lines.GEOMETRIES``, written out so that ``--help`` need not load them; a test holds them together.
_FORMATS = ("geojson", "gpkg", "kml", "parquet", "fgb", "csv", "gpx", "linked-places", "timelinejs", "moving-features", "qgis")
_GEOMETRIES = ("stops", "great-circle", "track")


@click.command(
    "export",
    epilog=examples(
        "dateline export itinerary.yaml -f gpkg -o journey.gpkg",
        "dateline export itinerary.yaml -f csv -o - | head",
        "dateline export itinerary.yaml -f kml --geometry great-circle --quotes none",
    ),
)
@click.argument("itinerary", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="itinerary.yaml")
@click.option("-f", "--format", "file_format", type=click.Choice(_FORMATS), required=True, help="The format.")
@click.option(
    "-o", "--output", help="The file to write; - is standard output, for formats that are text.  [default: journey.SUFFIX]"
)
@click.option(
    "--geometry",
    type=click.Choice(_GEOMETRIES),
    default="track",
    show_default=True,
    help="The places alone, shortest paths, or lines along track and roads, which are OpenStreetMap's (ODbL).",
)
@publication_options
def export(
    itinerary: Path, file_format: str, output: str | None, geometry: Geometry, quotes: QuoteLength, as_of: date | None
) -> None:
    """Write what may be published of an itinerary for other programs.

    Every file holds its licence and credits, and the status of each stop and leg: a plan is called a plan. A QGIS project (qgis) comes
    with the GeoPackage that it shows, under the same name. The path of the file goes to standard output.
    """
    import geo
    from geo.export.lines import with_lines
    from geo.export.write import FORMATS

    known = FORMATS[file_format]
    if output == "-" and not known.is_text:
        raise click.UsageError(f"{file_format} is no text: name a file with -o.")
    publication = publication_of(geo.load_itinerary(itinerary), quotes, as_of)
    published, routes = with_lines(publication.itinerary, geometry)
    if output == "-":
        _print(published, routes, file_format)
    else:
        target = Path(output or f"journey{known.suffixes[0]}")
        click.echo(geo.write_export(published, routes, target, file_format=file_format))
    tell_held(publication)
    if any(route.basis in ("track", "road") for route in routes):
        click.echo(
            "The lines along track and roads are OpenStreetMap's: who passes them on has to name its contributors and keep the ODbL. "
            "--geometry great-circle draws lines without them.",
            err=True,
        )


def _print(published: Itinerary, routes: tuple[Route, ...], file_format: str) -> None:
    from geo.export.write import export_bytes

    click.echo(export_bytes(published, routes, file_format).decode(), nl=False)
