"""How far a run over an archive is: a bar on a terminal, a line every twentieth part elsewhere."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from maps.cli.progress import bar_or_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from geo.corpus.run import Progress

__all__ = ["watching"]

_TOLD = 20


def watching() -> AbstractContextManager[Callable[[Progress], None]]:
    """Give a function that shows a run's progress on stderr: articles a second, time left, and what could not be read."""
    return bar_or_lines(_bar, _lines)


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    # No markup: what is shown may hold brackets. The speed is smoothed over minutes, for shards end in clusters.
    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=300) as bar:
        task = bar.add_task("reading", total=1.0)
        pace = _Pace()
        yield lambda progress: bar.update(task, completed=progress.share, description=pace.words(progress))


def _lines() -> Callable[[Progress], None]:
    told = -1
    pace = _Pace()

    def show(progress: Progress) -> None:
        nonlocal told
        step = progress.done * _TOLD // max(1, progress.shards)
        if step > told:
            told = step
            click.echo(f"{progress.done} of {progress.shards} parts, {pace.words(progress)}", err=True)

    return show


class _Pace:
    """Articles a second since it was made."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def words(self, progress: Progress) -> str:
        rate = progress.articles / max(time.monotonic() - self._begun, 1e-3)
        errors = f", {progress.faults:,} set aside" if progress.faults else ""
        return f"{progress.articles:,} articles read, {rate:,.1f} a second{errors}"
