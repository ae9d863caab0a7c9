"""``dateline corpus``: an archive of articles, read into GeoParquet tables, and what those tables hold in sum."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.gazetteer import gazetteer_option, open_gazetteer, places_option
from maps.cli.program import Failure, examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.corpus.manifest import Manifest
    from geo.corpus.summary import Count, Summary
    from geo.corpus.work import Engine

__all__ = ["corpus"]

_FIRST = 10


class _ReadByDefault(click.Group):
    """A group whose first command may be left out: ``dateline corpus IN -o DIR`` is ``dateline corpus read IN -o DIR``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["read", *args]
        return super().parse_args(ctx, args)


@click.group(
    "corpus",
    cls=_ReadByDefault,
    subcommand_metavar="IN... -o DIR | summary DIR",
    epilog=examples(
        "dateline corpus archive/ -o out/",
        'dateline corpus "2024-*.jsonl.gz" -o out/ --column text=body --column published=date',
        "dateline corpus s3://desk/archive/ -o s3://desk/places/ --scheduler tcp://10.0.0.5:8786",
        "dateline corpus summary out/",
    ),
)
def corpus() -> None:
    """Read an archive of articles into tables, or sum up one that was read.

    The word read may be left out; its options are listed by dateline corpus read --help.
    """


def _columns(_ctx: click.Context, _param: click.Parameter, values: Sequence[str]) -> dict[str, str]:
    from geo.corpus.records import FIELDS

    pairs = dict(value.partition("=")[::2] for value in values)
    for field, column in pairs.items():
        if field not in FIELDS or not column:
            raise click.BadParameter(f"write FIELD=COLUMN, where FIELD is one of {', '.join(FIELDS)}.")
    return pairs


@corpus.command(
    "read",
    epilog=examples(
        "dateline corpus archive/ -o out/",
        "dateline corpus stories.parquet -o out/ --column text=body --mentions-only",
        "dateline corpus archive/ -o out/ --dask --workers 8",
    ),
)
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="DIR", required=True, help="The folder for the tables, or its address (s3://...).")
@click.option(
    "--column", "columns", metavar="FIELD=COLUMN", multiple=True, callback=_columns,
    help="Which column or key holds the text, id, title, published, url, publisher or lang; without it the one of that name.",
)  # fmt: skip
@click.option("--mentions-only", is_flag=True, help="Leave out claims and journeys: many times faster.")
@places_option
@gazetteer_option
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes; as many as there are cores by default.")
@click.option("--dask", is_flag=True, help="Run on a Dask cluster on this machine.")
@click.option("--scheduler", metavar="ADDRESS", help="Run on the Dask cluster of this scheduler, such as tcp://10.0.0.5:8786.")
@click.option("--again", is_flag=True, help="Try once more what an earlier run set aside.")
@click.option(
    "--shard-kb", type=click.IntRange(min=1), default=1024, show_default=True, metavar="KB",
    help="About how much text goes into one part; take more for archives of hundreds of millions.",
)  # fmt: skip
@click.option(
    "--log", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Append a line of JSON for each event; DIR/log.jsonl by default where DIR is on a disk.",
)  # fmt: skip
def read(
    inputs: tuple[str, ...],
    output: str,
    columns: dict[str, str],
    mentions_only: bool,
    places: Path | None,
    compiled: Path | None,
    workers: int | None,
    dask: bool,
    scheduler: str | None,
    again: bool,
    shard_kb: int,
    log: Path | None,
) -> None:
    """Read every article of an archive, each on its own, into GeoParquet tables.

    IN is a folder with all that is below it, a file or a pattern: .txt, .md, .html, .json (one ninjs item), and .jsonl, .csv or .parquet
    with a row an article; .gz too. DIR then has mentions/, claims/, journeys/ and articles/, and a manifest.json.

    Run it again after an accident or when the archive has grown: what is done is kept. An article that can't be read is named in the
    manifest, the others are read, and the exit code is 1.
    """
    from gazetteer.own import read_places
    from geo.corpus.edition import make_edition
    from geo.corpus.run import read_corpus
    from geo.corpus.storage import is_remote
    from maps.cli.corpus_progress import watching

    if scheduler and (dask or workers):
        raise click.UsageError("--scheduler names a cluster, which has its own workers: leave out --dask and --workers.")
    gazetteer = open_gazetteer(places, compiled)
    own = read_places(places, open_gazetteer(compiled=compiled)) if places else None
    edition = make_edition(gazetteer, places=own, mentions_only=mentions_only, columns=columns)
    diary = log or (None if is_remote(output) else Path(output) / "log.jsonl")
    with watching() as watch:
        manifest = read_corpus(
            inputs, output, edition=edition, engine=_engine(dask, scheduler, workers), again=again,
            shard_bytes=shard_kb * 1024, log=diary, watch=watch,
        )  # fmt: skip
    _conclude(manifest, output)


def _engine(dask: bool, scheduler: str | None, workers: int | None) -> Engine:
    if dask or scheduler:
        from geo.corpus.cluster import DaskCluster

        return DaskCluster(scheduler, workers, connected=lambda link: click.echo(f"Dask dashboard: {link}", err=True))
    from geo.corpus.processes import LocalProcesses

    return LocalProcesses(workers)


def _conclude(manifest: Manifest, output: str) -> None:
    rows = ", ".join(f"{count:,} rows of {table}" for table, count in manifest.rows.items())
    click.echo(f"{rows}.", err=True)
    click.echo(output)
    for fault in manifest.set_aside[:_FIRST]:
        name, reason = _plain(fault.name), _plain(fault.reason)
        click.echo(reason if reason.startswith(name) else f"{name}: {reason}", err=True)
    if manifest.set_aside:
        count = len(manifest.set_aside)
        raise Failure(f"{count:,} could not be read; {output.rstrip('/')}/manifest.json names {'it' if count == 1 else 'each'}.")


@corpus.command("summary", epilog=examples("dateline corpus summary out/", "dateline corpus summary out/ --map where.html"))
@click.argument("folder", metavar="DIR")
@click.option(
    "--map", "page", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Where the map goes; DIR/summary.html by default, and summary.html if DIR is an address.",
)  # fmt: skip
@click.option("--title", default="Where the archive takes place", show_default=True, help="The title of the map's page.")
@click.option("--top", type=click.IntRange(min=1), default=_FIRST, show_default=True, metavar="N", help="Rows of each table.")
def summary(folder: str, page: Path | None, title: str, top: int) -> None:
    """Tell the top places, countries and travellers and the months of an archive, and draw a map of where it takes place.

    Tables go to standard output, tabs between columns; the map is one page that needs no network.
    """
    import maps
    from geo.corpus.storage import is_remote
    from geo.corpus.summary import summarise
    from maps.archive_map import archive_map

    found = summarise(folder)
    for line in _report(found, top):
        click.echo(line)
    page = page or Path("summary.html" if is_remote(folder) else f"{folder}/summary.html")
    maps.write_page(archive_map(found, title=title), page)
    click.echo(f"{page} is written.", err=True)
    if found.shared_ids:
        click.echo(
            f"Articles share ids ({found.shared_ids:,}): tables joined by article mix them. Give each its own with --column id=.",
            err=True,
        )
    if not found.complete:
        click.echo("The run that reads the archive has not come to its end; these are the parts that are done.", err=True)


def _report(found: Summary, top: int) -> list[str]:
    lines = [f"articles\t{found.articles}", f"set aside\t{found.set_aside}", f"mentions\t{found.mentions}"]
    sections: list[tuple[str, str, Sequence[Count]]] = [
        ("place\tcountry", "mentions", found.places[:top]),
        ("country", "mentions", found.countries[:top]),
        ("traveller\tto", "stops", found.travellers[:top]),
        ("month", "mentions", found.months),
    ]
    for heading, counted, counts in sections:
        lines += ["", f"{heading}\tarticles\t{counted}"]
        lines += ["\t".join([*_cells(count, heading.count("\t")), str(count.articles), str(count.mentions)]) for count in counts]
    return lines


def _cells(count: Any, notes: int) -> list[str]:
    """Give the first cells of a row: the name and, where the table has a column for it, the country or the note."""
    return [_plain(count.name), *([_plain(getattr(count, "country", "") or count.note)] if notes else [])]


def _plain(text: str) -> str:
    """Put a text on one line, without the control characters by which an article could take over a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
