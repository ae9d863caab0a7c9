"""Progress on stderr: a bar on a terminal, a line for each step elsewhere."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from geo.model import Article

__all__ = ["announcing", "bar_or_lines", "begin_reading", "by_tenths", "counting", "measuring", "steps_of", "tenths_of"]

_Show = TypeVar("_Show")
#: Texts of more characters take more than some seconds to read; how far that is, is told for each of so many parts.
_LONG = 150_000
_TENTHS = 10
#: How often at most the number of articles read is told.
_TOLD = 20


@contextmanager
def bar_or_lines(bar: Callable[[], AbstractContextManager[_Show]], lines: Callable[[], _Show]) -> Iterator[_Show]:
    """Yield the function that moves a bar on a terminal, elsewhere the one that writes lines."""
    if sys.stderr.isatty():
        with bar() as show:
            yield show
    else:
        yield lines()


@contextmanager
def announcing(steps: int) -> Iterator[Callable[[str], None]]:
    """Yield a function that is called with a few words as each of so many ``steps`` begins."""
    with bar_or_lines(lambda: _bar(steps), lambda: lambda words: click.echo(words, err=True)) as announce:
        yield announce


@contextmanager
def _bar(steps: int) -> Iterator[Callable[[str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    # Transient: the bar makes way for the table. No markup: a file's name may hold brackets.
    columns = (BarColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=steps)
        begun = 0

        def announce(words: str) -> None:
            nonlocal begun
            progress.update(task, description=words, completed=begun)
            begun += 1

        yield announce


@contextmanager
def measuring(words: str) -> Iterator[Callable[[int, int], None] | None]:
    """Yield a function that is called with how much of how much is done: it moves a bar on a terminal; elsewhere there is none."""
    if not sys.stderr.isatty():
        click.echo(words, err=True)
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def steps_of(articles: int) -> int:
    """Count how many steps `counting` announces for so many articles, the first included."""
    return len(range(0, articles, _every(articles)))


def counting(announce: Callable[[str], None]) -> Callable[[int, int], None]:
    """Turn "so many of so many articles are read" into a few announced steps."""

    def progress(done: int, total: int) -> None:
        if done < total and done % _every(total) == 0:
            announce(f"Reading article {done + 1} of {total}")

    return progress


def tenths_of(articles: Sequence[Article]) -> int:
    """Count how many steps `by_tenths` announces."""
    return _TENTHS - 1 if _is_long(articles) else 0


def by_tenths(announce: Callable[[str], None], articles: Sequence[Article]) -> Callable[[int, int], None] | None:
    """Turn "so many of so many characters are done" into a step for each tenth, where the articles are long; else there is nothing to tell."""
    told = 0

    def characters(done: int, total: int) -> None:
        nonlocal told
        while told + 1 < _TENTHS and done * _TENTHS >= (told + 1) * total:
            told += 1
            announce(f"Reading {_length(articles):,} characters: {told * 100 // _TENTHS} % done")

    return characters if _is_long(articles) else None


def begin_reading(articles: Sequence[Article]) -> str:
    """Say what is to be read, and how long it is where that takes a while."""
    what = f"Reading {len(articles)} {'article' if len(articles) == 1 else 'articles'}"
    return f"{what}, {_length(articles):,} characters; this takes a while" if _is_long(articles) else what


def _is_long(articles: Sequence[Article]) -> bool:
    return _length(articles) > _LONG


def _length(articles: Sequence[Article]) -> int:
    return sum(len(article.text) for article in articles)


def _every(total: int) -> int:
    return max(1, -(-total // _TOLD))
