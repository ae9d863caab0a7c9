"""``dateline places``: every mention of a place in a text, what it was taken for, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gazetteer.errors import InputError
from maps.cli.articles import articles_argument, published_option, read_inputs
from maps.cli.gazetteer import gazetteer_option, open_gazetteer, places_option
from maps.cli.geocode import best_place
from maps.cli.output import output_option
from maps.cli.program import Failure, examples
from maps.cli.progress import announcing, counting, steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from typing import BinaryIO

    from gazetteer import Gazetteer, Place
    from geo.model import Article, Resolution

    _Read = tuple[Article, list[Resolution]]

__all__ = ["places"]

_CORPUS_SUFFIX = ".jsonl"
#: How often it is told how far the reading is, of a corpus larger than so many bytes or of more articles than that.
_STEPS = 20
_LARGE = 1_000_000
#: Texts of more bytes than that (some seconds' work) are read on all cores; for less the processes take longer to start.
_FOR_ALL_CORES = 5_000_000
_COLUMNS = ("article", "start", "end", "text", "kind", "place", "country", "feature_code", "lat", "lon", "id", "confidence")


@click.command(
    "places",
    epilog=examples(
        "dateline places monday.txt --explain",
        "dateline places seeds/ --format html -o places.html",
        "dateline places archive.jsonl --format jsonl -o found.jsonl",
        'dateline places council.txt --home "Springfield, Missouri"',
    ),
)
@articles_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "table", "jsonl", "geojson", "html"]),
    default="text",
    show_default=True,
    help="table has tabs between columns; html is the text with its places marked.",
)
@output_option
@click.option("--explain", is_flag=True, help="Say why each place was chosen, and what else was weighed.")
@click.option(
    "--home", metavar="PLACE", help="Where the texts are told, such as your paper's town: it decides between namesakes."
)
@click.option("--given", is_flag=True, help="Of a .jsonl corpus: only choose the places of the mentions that it marks.")
@places_option
@gazetteer_option
@published_option
def places(
    inputs: tuple[str, ...],
    form: str,
    output: Path,
    explain: bool,
    home: str | None,
    given: bool,
    places: Path | None,
    compiled: Path | None,
    published: date | None,
) -> None:
    """List every mention of a place, and what it was taken for.

    A .jsonl file is a corpus: an object with doc_id and text on each line. The same lines are written with the mentions found; give
    one such file alone, with --format jsonl.
    """
    from geo.files import write_lines_whole

    corpus = any(Path(name).suffix.lower() == _CORPUS_SUFFIX for name in inputs)
    _check_usage(inputs, form, output, given=given, corpus=corpus)
    gazetteer = open_gazetteer(places, compiled)
    settings = (gazetteer, best_place(gazetteer, home) if home else None)
    unread: list[str] = []
    if corpus:
        lines = _annotated(Path(inputs[0]), *settings, given=given)
    else:
        articles, unread = read_inputs(inputs, published)
        lines = _shown(_read(articles, *settings), form, several=len(articles) > 1, explain=explain)
    whole = map(_escaped, lines)
    if str(output) == "-":
        for line in whole:
            click.echo(line)
    else:
        write_lines_whole(output, whole)
        click.echo(f"{output} is written.", err=True)
    if unread:
        raise Failure(f"The places were listed without those of {', '.join(unread)}.")


def _check_usage(inputs: Sequence[str], form: str, output: Path, *, given: bool, corpus: bool) -> None:
    if corpus and (len(inputs) > 1 or form != "jsonl"):
        raise click.UsageError("A .jsonl corpus is read alone, with --format jsonl.")
    if given and not corpus:
        raise click.UsageError("--given is for a .jsonl corpus, whose lines mark their mentions.")
    if output.is_file() and any(Path(name).is_file() and output.samefile(name) for name in inputs):
        raise click.UsageError(f"{output} is what is read: give -o another file, or it would be lost.")


def _annotated(path: Path, gazetteer: Gazetteer, home: Place | None, *, given: bool) -> Iterator[str]:
    from geo.corpus.place_readers import annotate_on_all_cores
    from geo.reading.places import PlaceReader

    try:
        with path.open("rb") as file, announcing(_STEPS) as announce:
            lines = _counted(file, path, announce)
            if path.stat().st_size > _FOR_ALL_CORES:
                yield from annotate_on_all_cores(lines, gazetteer, home=home, given=given)
            else:
                yield from PlaceReader(gazetteer, home=home).annotate(lines, given=given)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"{path} can't be read ({reason}); give a corpus of one JSON object a line.") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _counted(file: BinaryIO, path: Path, announce: Callable[[str], None]) -> Iterator[str]:
    """Yield the lines of a corpus, and tell how much of a large one is read."""
    size = path.stat().st_size
    done, told = 0, 0
    for line in file:
        yield line.decode("utf-8" if done else "utf-8-sig")
        done += len(line)
        if size > _LARGE and done * _STEPS // size > told:
            told = done * _STEPS // size
            announce(f"{100 * told // _STEPS} % of {path.name} is read")


def _read(articles: Sequence[Article], gazetteer: Gazetteer, home: Place | None) -> Iterator[_Read]:
    """Read the articles each by itself: those of a folder need not be of one story."""
    from geo.corpus.place_readers import read_on_all_cores
    from geo.reading.places import PlaceReader

    many = sum(len(article.text) for article in articles) > _FOR_ALL_CORES
    places = (
        read_on_all_cores(articles, gazetteer, home=home)
        if many
        else map(PlaceReader(gazetteer, home=home).read_closely, articles)
    )
    with announcing(steps_of(len(articles))) as announce:
        progress = counting(announce)
        for number, (article, found) in enumerate(zip(articles, places, strict=True), 1):
            yield article, found
            if len(articles) > _STEPS:
                progress(number, len(articles))


def _shown(texts: Iterable[_Read], form: str, *, several: bool, explain: bool) -> Iterator[str]:
    from geo.reading.places import places_geojson

    if form == "geojson":
        return iter([json.dumps(places_geojson(texts, explain=explain), ensure_ascii=False)])
    if form == "html":
        from maps.places_page import places_page

        return iter([places_page(texts).removesuffix("\n")])
    if form == "text":
        return _text(texts, several=several, explain=explain)
    return (_table if form == "table" else _jsonl)(texts, explain=explain)


def _jsonl(texts: Iterable[_Read], *, explain: bool) -> Iterator[str]:
    from geo.reading.places import resolution_record

    for article, found in texts:
        mentions = [resolution_record(resolution, explain=explain) for resolution in found]
        yield json.dumps({"doc_id": article.name or article.id, "text": article.text, "mentions": mentions}, ensure_ascii=False)


def _table(texts: Iterable[_Read], *, explain: bool) -> Iterator[str]:
    from geo.reading.places import resolution_record

    yield "\t".join((*_COLUMNS, "reasons") if explain else _COLUMNS)
    for article, found in texts:
        for resolution in found:
            record = resolution_record(resolution)
            cells = {**record, "article": article.name or article.id, "text": record["name"]}
            row = ["" if cells.get(column) is None else str(cells[column]) for column in _COLUMNS]
            yield "\t".join(_plain(cell) for cell in (*row, *([" ".join(resolution.reasons)] if explain else ())))


def _text(texts: Iterable[_Read], *, several: bool, explain: bool) -> Iterator[str]:
    for article, found in texts:
        if several:
            yield f"{_plain(article.name or article.title or article.id)}:"
        if not found:
            yield "No place was found."
        for resolution in found:
            yield from _told(resolution, explain=explain)


def _told(resolution: Resolution, *, explain: bool) -> Iterator[str]:
    place, words = resolution.place, _plain(resolution.mention.quote.text)
    kind = "" if resolution.mention.kind == "place" else f" [{resolution.mention.kind}]"
    if place is None:
        near = resolution.vicinity
        about = f", perhaps in or near {near.place.name}, {round(100 * near.confidence)} chances in 100" if near else ""
        yield f"{words}{kind}: not located{about}"
    else:
        where = ".".join(code for code in (place.country, place.admin1) if code)
        chances = round(100 * resolution.confidence)
        yield f"{words}{kind}: {place.name}{f' ({where})' if where else ''} {place.lat:.4f} {place.lon:.4f}, {chances} chances in 100"
    if explain:
        yield from (f"    {_plain(reason)}" for reason in resolution.reasons)
        for candidate, chance in zip(resolution.candidates, resolution.chances, strict=True):
            other = candidate.place
            where = ".".join(code for code in (other.country, other.admin1) if code)
            yield f"    not {other.name}{f' ({where})' if where else ''}, {other.kind.code}: {round(100 * chance)} in 100"


def _escaped(line: str) -> str:
    """Write half a surrogate pair, from a text's own JSON escapes, as such an escape again: it can't be written as UTF-8."""
    return line.encode("utf-8", "backslashreplace").decode()


def _plain(text: str) -> str:
    """Put a text on one line, without the control characters by which an article could take over a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
