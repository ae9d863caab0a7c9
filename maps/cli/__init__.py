"""The ``dateline`` command: one file for each of its commands.

Data go to standard output, words and progress to standard error. Each command imports what it works with when it is run, so that
``dateline --help`` does not wait for it.
"""

from __future__ import annotations

import click

from maps.cli.check import check
from maps.cli.checksheet import checksheet
from maps.cli.corpus import corpus
from maps.cli.export import export
from maps.cli.film import film
from maps.cli.gazetteer import gazetteer
from maps.cli.geocode import geocode
from maps.cli.map import draw
from maps.cli.places import places
from maps.cli.program import Program, examples
from maps.cli.read import read
from maps.cli.retract import retract
from maps.cli.route import route
from maps.cli.sign import sign

__all__ = ["main"]

_CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.group(
    cls=Program,
    context_settings=_CONTEXT,
    commands=[draw, film, read, export, places, geocode, route, gazetteer, corpus, check, checksheet, sign, retract],
    epilog=examples(
        "dateline map seeds/ -o out/",
        "dateline map monday.txt tuesday.html --published 2024-05-06",
        "dateline read seeds/ -o itinerary.yaml",
        "dateline map itinerary.yaml -o out/",
    ),
)
@click.version_option(package_name="dateline", message="dateline %(version)s")
def main() -> None:
    """Turn the news articles about one trip into a sourced map of that trip."""
