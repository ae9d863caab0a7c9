"""The articles that a command is given: files, folders and standard input, each read or named as unread."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from gazetteer.errors import InputError
from maps.cli.plain import plain
from maps.cli.program import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.model import Article

__all__ = ["Day", "Inputs", "articles_argument", "published_option", "read_inputs"]

_STDIN = "-"


class Day(click.ParamType[date]):
    """A day, written as ``2024-05-31``."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Turn what was typed into a date, or end with a sentence that shows the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it like 2024-05-31.", param, ctx)


articles_argument = click.argument("inputs", metavar="ARTICLE...", nargs=-1, required=True)

published_option = click.option(
    "--published", type=Day(), metavar="DATE", help="The day of publication of articles that state none, like 2024-05-31."
)


class Inputs(NamedTuple):
    """What could be read, and the names of the inputs that could not."""

    articles: list[Article]
    unread: list[str]


def read_inputs(names: Sequence[str], published: date | None) -> Inputs:
    """Read every article that can be read.

    What can't be read, what a folder holds beside articles, a text that is there twice, front matter that can't be taken, what is not in English, and a day of
    publication that other articles tell are told on stderr.

    Parameters
    ----------
    names
        Files, folders, and ``-`` for standard input.
    published
        For articles that state no day of publication.

    Raises
    ------
    Failure
        If none could be read.
    """
    articles: dict[str, Article] = {}
    faults: dict[str, str] = {}
    for name, outcome in _read_each(names, published):
        if isinstance(outcome, InputError):
            faults[name] = str(outcome)
        elif outcome.sha256 in articles:
            _tell(f"{name} has the same text as {articles[outcome.sha256].name}, and is read once.")
        else:
            articles[outcome.sha256] = outcome
    if not articles and len(faults) == 1:
        raise Failure(*faults.values())
    for sentence in dict.fromkeys(faults.values()):
        _tell(sentence)
    if not articles:
        raise Failure(f"None of the {len(faults)} articles could be read.")
    _tell_front_matter(articles.values())
    _tell_languages(articles.values())
    return Inputs(_dated(list(articles.values())), list(faults))


def _tell_languages(articles: Iterable[Article]) -> None:
    """Say of each article that is not in English what is not read of it, so that no empty map comes without a word."""
    from geo.reading.text.language import say_what_is_not_read

    for sentence in say_what_is_not_read(articles):
        _tell(sentence)


def _tell_front_matter(articles: Iterable[Article]) -> None:
    """Say what an article states of itself in a form that can't be taken, so that no date is missing without a word."""
    from geo.reading.articles.front_matter import say_what_is_not_taken

    for sentence in say_what_is_not_taken(articles):
        _tell(plain(sentence))


def _dated(articles: list[Article]) -> list[Article]:
    """Date the articles whose day the others make certain, and tell each, so that a wrong one is seen and corrected."""
    from geo.reading.articles.infer_date import find_inferred_days, infer_published

    for found in find_inferred_days(articles):
        name = found.article.name or found.article.title
        _tell(
            f"{name} states no date; taken as {found.day} because {found.why}. If that is wrong, give the day in manifest.toml."
        )
    return infer_published(articles)


def _read_each(names: Sequence[str], published: date | None) -> Iterator[tuple[str, Article | InputError]]:
    from geo.reading.articles.article import read_article
    from geo.reading.articles.folder import known_of

    for name, path in _files(names):
        try:
            if isinstance(path, InputError):
                yield name, path
            elif path is None:
                yield name, _read_stdin(published)
            else:
                yield name, read_article(path, published=published, known=known_of(path))
        except InputError as error:
            yield name, error


def _files(names: Sequence[str]) -> Iterator[tuple[str, Path | InputError | None]]:
    """Open folders; None stands for standard input, and a name that leads nowhere comes with what is wrong with it."""
    from geo.reading.articles.folder import expand

    for name in names:
        if name == _STDIN:
            yield "standard input", None
            continue
        try:
            files, skipped = expand([name])
        except InputError as error:
            yield name, error
            continue
        for other in skipped:
            _tell(f"{other} is not an article, and is skipped.")
        yield from ((str(file), file) for file in files)


def _read_stdin(published: date | None) -> Article:
    from geo.reading.articles.article import MAX_BYTES, article_from_text
    from geo.reading.articles.formats import decode

    name = "standard input"
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB; give one article at a time.")
    return article_from_text(decode(data, Path(name)), name=name, published=published)


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)
