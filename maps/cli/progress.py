"""Progress on stderr: a bar on a terminal, a line for each step elsewhere."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["announcing"]


@contextmanager
def announcing(steps: int) -> Iterator[Callable[[str], None]]:
    """Yield a function that is called with a few words as each of so many ``steps`` begins."""
    if sys.stderr.isatty():
        with _bar(steps) as announce:
            yield announce
    else:
        yield lambda words: click.echo(words, err=True)


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
