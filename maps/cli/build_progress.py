"""How far the build of a gazetteer is: a bar on a terminal, a line every tenth part elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from maps.cli.progress import bar_or_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from gazetteer.geonames.build import Progress

__all__ = ["watching"]

_TOLD = 10


def watching() -> AbstractContextManager[Callable[[Progress], None]]:
    """Give a function that shows a build's progress on stderr."""
    return bar_or_lines(_bar, _lines)


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=120) as bar:
        tasks = {}

        def show(progress: Progress) -> None:
            if progress.doing not in tasks:
                tasks[progress.doing] = bar.add_task(progress.doing, total=progress.total)
            bar.update(tasks[progress.doing], completed=progress.done)

        yield show


def _lines() -> Callable[[Progress], None]:
    told = ("", -1)

    def show(progress: Progress) -> None:
        nonlocal told
        step = (progress.doing, progress.done * _TOLD // max(1, progress.total))
        if step != told:
            told = step
            click.echo(f"{progress.doing}: {100 * progress.done // max(1, progress.total)} %", err=True)

    return show
