"""Run tasks on a Dask cluster: one that exists, wherever its workers are, or one on this machine.

Dask moves the tasks and notices the dead; what a task is, where it writes and what happens after a death is the same as with
processes. Every worker needs this version of Dateline with the extra ``corpus``, and must reach inputs and output under the same names.
"""

from __future__ import annotations

import logging
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.corpus.processes import usable_cores, without_interrupts
from geo.corpus.work import Outcome, Task, do_task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["DaskCluster", "LostClusterError"]

#: Tasks that are sent ahead for each core, so that none waits for the driver.
_AHEAD = 3
#: How long a scheduler may take to answer, in seconds.
_PATIENCE = 5
#: A worker that died is an answer; Dask need not try the same shard on three others first. Dask's profile of what a worker does takes time,
#: and in memory 0.4 MB for each second of the last hour.
_SETTINGS = {"distributed.scheduler.allowed-failures": 0, "distributed.worker.profile.enabled": False}
_LOST = "The Dask scheduler is gone; start it, and run the same command again: what was done is kept."


class LostClusterError(InputError):
    """The scheduler went away in the middle of a run."""


class DaskCluster:
    """An engine of Dask workers.

    Parameters
    ----------
    address
        Of a scheduler, such as ``tcp://10.0.0.5:8786``; None starts a cluster on this machine.
    workers
        How many processes such a cluster has; as many as there are cores by default.
    connected
        Called with the address of the dashboard.
    """

    def __init__(
        self, address: str | None = None, workers: int | None = None, *, connected: Callable[[str], None] | None = None
    ) -> None:
        self.address = address
        self.workers = workers or usable_cores()
        self._connected = connected

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Run each task and yield what became of it, as it comes.

        Raises
        ------
        InputError
            No scheduler answers at the address, or the extra ``corpus`` is not installed.
        LostClusterError
            The scheduler is gone.
        """
        with _client(self.address, self.workers) as client:
            if self._connected is not None:
                self._connected(client.dashboard_link)
            try:
                yield from _run(client, tasks)
            except (OSError, CancelledError) as error:  # what a broken connection is told by
                raise LostClusterError(_LOST) from error


@contextmanager
def _client(address: str | None, workers: int) -> Iterator[Any]:
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise InputError("A Dask cluster needs what comes with the extra 'corpus': pip install 'dateline[corpus]'.") from error
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        stack.enter_context(dask.config.set(_SETTINGS))
        if address is None:
            cluster = stack.enter_context(_start_cluster(workers))
        try:
            client = stack.enter_context(Client(cluster if address is None else address, timeout=_PATIENCE))
        except (OSError, ValueError) as error:
            raise InputError(f"No Dask scheduler answers at {address} ({error}); start one with 'dask scheduler'.") from error
        yield client


def _start_cluster(workers: int) -> Any:
    from distributed import LocalCluster

    try:
        with without_interrupts():
            return LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0")
    except (OSError, RuntimeError) as error:  # a worker that does not come up
        raise InputError(f"A Dask cluster can't be started here ({error}); leave out --dask.") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask from telling with tracebacks what a run tells in a sentence and in its log."""
    loggers = [logging.getLogger(name) for name in sorted(logging.root.manager.loggerDict) if name.startswith("distributed")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _run(client: Any, tasks: Sequence[Task]) -> Iterator[Outcome]:
    from distributed import as_completed

    waiting = iter(tasks)
    shards: dict[str, str] = {}

    def submit() -> Any | None:
        task = next(waiting, None)
        if task is None:
            return None
        # Not pure: the same shard may be asked for again, when its first worker died.
        future = client.submit(do_task, task, pure=False, retries=0)
        shards[future.key] = task.shard.id
        return future

    cores = max(1, sum(client.ncores().values()))
    first = [future for future in (submit() for _ in range(_AHEAD * cores)) if future is not None]
    answers = as_completed(first)
    for future in answers:
        yield _outcome(future, shards.pop(future.key))
        further = submit()
        if further is not None:
            answers.add(further)


def _outcome(future: Any, shard: str) -> Outcome:
    from distributed import KilledWorker

    if future.status == "finished":
        outcome: Outcome = future.result()
        return outcome
    if future.status != "error":
        raise LostClusterError(_LOST)
    error = future.exception()
    if isinstance(error, KilledWorker):
        return Outcome(shard, "died", f"The worker {error.last_worker.address} died.")
    return Outcome(shard, "failed", f"Dask could not run it ({type(error).__name__}: {error}).")
