"""Where a command that gives data puts them: to standard output, or into a file."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["output_option"]

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default="-",
    help="The file to write; - is standard output, which is the default.",
)
