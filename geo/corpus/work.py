"""What a worker does, whoever started it: read one shard and write its parts."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from gazetteer.errors import InputError, OutputError
from geo.corpus.careful import read_carefully
from geo.corpus.parts import Parts
from geo.corpus.reader import read_records
from geo.corpus.records import load_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.corpus.edition import Edition
    from geo.corpus.reader import ShardRows
    from geo.corpus.shards import Shard

__all__ = ["Engine", "Outcome", "State", "Task", "do_task", "read_shard"]

State = Literal["done", "kept", "failed", "died", "unwritable"]


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to read, and where its parts go.

    Attributes
    ----------
    shard, edition, output
        What, how, and the folder.
    careful
        Each article is read in a process of its own kind, which may die without the worker.
    again
        Read it again if some of its articles were set aside.
    """

    shard: Shard
    edition: Edition
    output: str
    careful: bool = False
    again: bool = False

    def carefully(self) -> Task:
        """Return the same task, to be done carefully."""
        return replace(self, careful=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task.

    Attributes
    ----------
    shard
        Its id.
    state
        ``done``; ``kept`` (it was done before); ``failed`` (its articles can't be got at); ``died`` (the worker); ``unwritable``.
    reason
        In words, for the last three.
    rows
        By table.
    set_aside
        Pairs of an article that was not read and why.
    seconds, pid, peak_mb
        How long it took, which process did it, and the most memory that this process has had (MB; 0 where that can't be told).
    """

    shard: str
    state: State
    reason: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    set_aside: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    pid: int = 0
    peak_mb: int = 0


class Engine(Protocol):
    """What runs tasks: processes of this machine, or a Dask cluster."""

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Run `do_task` on each task and yield the outcomes as they come; a task whose worker died has the state ``died``."""
        ...


def read_shard(shard: Shard, edition: Edition) -> ShardRows:
    """Read every article of a shard in this process.

    Parameters
    ----------
    shard
        From `geo.corpus.shards.plan_shards`.
    edition
        How, from `geo.corpus.edition.make_edition`.

    Returns
    -------
    ShardRows
        By table; an article that can't be read is a row of ``articles``, with the reason.

    Raises
    ------
    InputError
        The files of the shard can't be opened or are damaged, or this process has other code or another gazetteer than the edition.
    """
    return read_records(load_records(shard, dict(edition.columns)), edition)


def do_task(task: Task) -> Outcome:
    """Read a shard and write its parts, unless they are there already."""
    begun = time.monotonic()
    try:
        facts, state = _done(task)
    except OutputError as error:
        return Outcome(task.shard.id, "unwritable", str(error), pid=os.getpid())
    except InputError as error:
        return Outcome(task.shard.id, "failed", str(error), pid=os.getpid())
    except Exception as error:  # noqa: BLE001 - one shard of thousands must not end the run, and the manifest tells of it
        reason = f"Reading it failed ({type(error).__name__}: {error})."
        return Outcome(task.shard.id, "failed", reason, pid=os.getpid())
    set_aside = tuple((name, reason) for name, reason in facts["set_aside"])
    seconds = round(time.monotonic() - begun, 3)
    return Outcome(task.shard.id, state, "", facts["rows"], set_aside, seconds, os.getpid(), _peak_mb())


def _peak_mb() -> int:
    """Read the most memory that this process has had from Linux; getrusage would count what the driver had when it started this one."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return round(int(status.partition("VmHWM:")[2].split()[0]) / 1e3)


def _done(task: Task) -> tuple[dict[str, Any], State]:
    parts = Parts(task.output)
    records = list(load_records(task.shard, dict(task.edition.columns)))
    key = task.edition.key(records)
    facts = parts.facts(task.shard.id, key)
    if facts is not None and not (task.again and facts["set_aside"]):
        return facts, "kept"
    read = read_carefully(records, task.edition) if task.careful else read_records(records, task.edition)
    return parts.write(task.shard.id, key, read), "done"
