"""Read the places of many texts on all cores, and give what was read in the order of the texts.

Each worker is a fresh Python process with a reader of its own and a pipe; the gazetteer's file is in memory once for all of them. The texts go out in
batches, and only so many wait for one before them, so that an archive of any size takes the same memory.
"""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import ExitStack, contextmanager
from itertools import count, islice
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from gazetteer.errors import DatelineError, InputError
from geo.corpus.processes import usable_cores, without_interrupts
from geo.reading.places import PlaceReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.process import BaseProcess

    from gazetteer import Gazetteer, Place
    from geo.model import Article, Resolution

__all__ = ["annotate_on_all_cores", "read_on_all_cores"]

#: Texts sent at a time: so many that the way there and back does not count.
_BATCH = 64
#: Batches for each worker that may wait for one before them.
_AHEAD = 4
#: What became of a batch: the results, and the error that stopped it.
_Made = tuple[list[Any], DatelineError | None]


def read_on_all_cores(
    articles: Iterable[Article], gaz: Gazetteer, *, home: Place | None = None, workers: int | None = None
) -> Iterator[list[Resolution]]:
    """Read the places of articles, each by itself, as `PlaceReader.read_closely` does.

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
    return map(reader.read_closely, articles)


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
    """Give a batch to whichever worker is free, and yield what was made of them in the order in which they were given."""
    batches = _batches(texts)
    with _started(workers or usable_cores(), task, settings) as pipes:
        free, busy, made = list(pipes), dict[Connection, int](), dict[int, _Made]()
        given = 0
        for number in count():
            while number not in made:
                while free and given < number + _AHEAD * len(pipes) and (batch := next(batches, None)):
                    # A free worker waits for nothing but this: both ends of a full pipe would wait for each other.
                    free[-1].send(batch)
                    busy[free.pop()] = given
                    given += 1
                if not busy:
                    return
                for pipe in [pipe for pipe in wait(list(busy)) if isinstance(pipe, Connection)]:
                    made[busy.pop(pipe)] = _take(pipe)
                    free.append(pipe)
            results, error = made.pop(number)
            yield from results
            if error is not None:
                raise error


def _batches(texts: Iterable[Any]) -> Iterator[tuple[list[Any], int]]:
    """Yield texts in batches, each with the number of its first, from 1."""
    rest, first = iter(texts), 1
    while batch := list(islice(rest, _BATCH)):
        yield batch, first
        first += len(batch)


def _take(pipe: Connection) -> _Made:
    """Wait for what a worker made of its batch."""
    try:
        made: _Made = pipe.recv()
    except (EOFError, ConnectionResetError) as gone:
        raise InputError("A process that read a part of the texts ended before it was done; is there enough memory?") from gone
    return made


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
