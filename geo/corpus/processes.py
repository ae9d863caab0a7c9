"""Run tasks on processes of this machine.

Each worker is a fresh Python process with a pipe. The driver waits for answers and for deaths at once; the tasks of a worker that died
are told as such and another takes its place. A worker whose driver is gone ends by itself when its shard is written.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from geo.corpus.careful import death_in_words
from geo.corpus.work import Outcome, Task, do_task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.process import BaseProcess

__all__ = ["LocalProcesses", "usable_cores", "without_interrupts"]


def usable_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Keep Ctrl-C, which reaches all processes of a terminal, from those that are started meanwhile; the driver decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # where the first process starts it, it lets interrupts in again
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: Task


class LocalProcesses:
    """An engine of so many processes.

    Parameters
    ----------
    workers
        How many; as many as there are cores by default.
    started
        Called with the process id of each worker as it starts.
    """

    def __init__(self, workers: int | None = None, *, started: Callable[[int], None] | None = None) -> None:
        self.workers = workers or usable_cores()
        self._started = started

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Run each task and yield what became of it, as it comes."""
        waiting = deque(tasks)
        busy: list[_Worker] = []
        try:
            while waiting or busy:
                while waiting and len(busy) < self.workers:
                    busy.append(self._start(waiting.popleft()))
                ready = wait([worker.pipe for worker in busy])
                for worker in [worker for worker in busy if worker.pipe in ready]:
                    outcome = _answer(worker)
                    if waiting and outcome.state != "died":
                        _give(worker, waiting.popleft())
                    else:
                        busy.remove(worker)
                        _stop(worker)
                    yield outcome
        finally:
            for worker in busy:
                worker.process.terminate()
                _stop(worker)

    def _start(self, task: Task) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs,), name="dateline-worker")
        with without_interrupts():
            process.start()
        theirs.close()
        if self._started is not None and process.pid is not None:
            self._started(process.pid)
        worker = _Worker(process, ours, task)
        _give(worker, task)
        return worker


def _give(worker: _Worker, task: Task) -> None:
    worker.task = task
    with suppress(BrokenPipeError):  # it died while it had nothing to do: the closed pipe is its answer
        worker.pipe.send(task)


def _answer(worker: _Worker) -> Outcome:
    try:
        outcome: Outcome = worker.pipe.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join()
        reason = f"The worker {death_in_words(worker.process.exitcode)}."
        return Outcome(worker.task.shard.id, "died", reason, pid=worker.process.pid or 0)
    return outcome


def _stop(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.join()
    worker.process.close()


def _work(pipe: Connection) -> None:
    """Do tasks until the pipe is closed at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the driver decides
    try:
        while True:
            pipe.send(do_task(pipe.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass
