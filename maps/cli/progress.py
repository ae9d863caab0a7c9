"""Progress on stderr: a bar on a terminal, a line for each step elsewhere."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

__all__ = ["announcing", "bar_or_lines", "counting", "measuring", "steps_of"]

_Show = TypeVar("_Show")
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


def _every(total: int) -> int:
    return max(1, -(-total // _TOLD))
