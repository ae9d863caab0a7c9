"""Read the places of many texts on all cores, and give what was read in the order of the texts.

Each worker is a fresh Python process with a reader of its own and a pipe; the gazetteer's file is in memory once for all of them. The texts go round in
batches: a worker gets its next when its last was taken from it, so what waits is never more than a batch for each.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from contextlib import ExitStack, contextmanager
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from gazetteer.errors import DatelineError, InputError
from geo.corpus.processes import usable_cores, without_interrupts
from geo.reading.places import PlaceReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from gazetteer import Gazetteer, Place
    from geo.model import Article, Resolution

__all__ = ["annotate_on_all_cores", "read_on_all_cores"]

#: Texts sent at a time: so many that the way there and back does not count.
_BATCH = 64


def read_on_all_cores(
    articles: Iterable[Article], gaz: Gazetteer, *, home: Place | None = None, workers: int | None = None
) -> Iterator[list[Resolution]]:
    """Read the places of articles, each by itself, as `PlaceReader.read` does.

    Parameters
    ----------
    articles
        The articles.
    gaz
        The gazetteer.
    home
        Where they are told.
    workers
        How many processes; as many as there are cores by default.

    Yields
    ------
    list of Resolution
        One list for each article, in their order.

    Raises
    ------
    InputError
        If a worker dies.
    """
    yield from _in_order(_read, articles, (gaz, home), workers)


def annotate_on_all_cores(
    lines: Iterable[str], gaz: Gazetteer, *, home: Place | None = None, given: bool = False, workers: int | None = None
) -> Iterator[str]:
    """Add the places to a corpus as `PlaceReader.annotate` does, which tells of the parameters, the lines and the errors.

    Raises
    ------
    InputError
        If a line is wrong, or a worker dies; the lines before it are given first.
    """
    yield from _in_order(_annotate_given if given else _annotate, lines, (gaz, home), workers)


def _read(reader: PlaceReader, articles: list[Article], _first: int) -> Iterator[list[Resolution]]:
    return map(reader.read, articles)


def _annotate(reader: PlaceReader, lines: list[str], first: int) -> Iterator[str]:
    return reader.annotate(lines, first=first)


def _annotate_given(reader: PlaceReader, lines: list[str], first: int) -> Iterator[str]:
    return reader.annotate(lines, first=first, given=True)


def _in_order(
    task: Callable[[PlaceReader, list[Any], int], Iterator[Any]],
    texts: Iterable[Any],
    settings: tuple[Any, ...],
    workers: int | None,
) -> Iterator[Any]:
    with _started(workers or usable_cores(), task, settings) as pipes:
        busy: deque[Connection] = deque()
        rest, first = iter(texts), 1
        for pipe in cycle(pipes):
            # What a worker made is taken before it gets more: both ends of a full pipe would wait for each other.
            made = _take(busy.popleft()) if len(busy) == len(pipes) else _NOTHING
            batch = list(islice(rest, _BATCH))
            if batch:
                pipe.send((batch, first))
                busy.append(pipe)
                first += len(batch)
            yield from _given(made)
            if not batch:
                break
        while busy:
            yield from _given(_take(busy.popleft()))


#: What became of a batch: the results, and the error that stopped it.
_Made = tuple[list[Any], DatelineError | None]
_NOTHING: _Made = ([], None)


def _take(pipe: Connection) -> _Made:
    """Wait for what a worker made of its batch."""
    try:
        made: _Made = pipe.recv()
    except (EOFError, ConnectionResetError) as gone:
        raise InputError("A process that read a part of the texts ended before it was done; is there enough memory?") from gone
    return made


def _given(made: _Made) -> Iterator[Any]:
    """Yield the results of a batch, then raise what stopped it."""
    results, error = made
    yield from results
    if error is not None:
        raise error


@contextmanager
def _started(workers: int, task: Callable[..., Iterator[Any]], settings: tuple[Any, ...]) -> Iterator[list[Connection]]:
    """Start workers, yield the pipes to them, and end them."""
    context = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        pipes: list[Connection] = []
        for _ in range(workers):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, task, *settings), daemon=True)
            with without_interrupts():
                process.start()
            theirs.close()
            stack.callback(_end, process, ours)
            pipes.append(ours)
        yield pipes


def _end(process: BaseProcess, pipe: Connection) -> None:
    pipe.close()
    process.terminate()
    process.join()


def _work(pipe: Connection, task: Callable[..., Iterator[Any]], gaz: Gazetteer, home: Place | None) -> None:
    """Read batches until the pipe is closed at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the driver decides
    reader = PlaceReader(gaz, home=home)
    try:
        while True:
            batch, first = pipe.recv()
            results: list[Any] = []
            error: DatelineError | None = None
            try:
                results.extend(task(reader, batch, first))
            except DatelineError as fault:
                error = fault
            pipe.send((results, error))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass
