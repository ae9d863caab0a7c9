"""Read a whole archive: cut it, have the shards read, take up what died, and account for every article."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gazetteer.errors import OutputError
from geo.corpus.lock import only_run
from geo.corpus.log import Log
from geo.corpus.manifest import Manifest, check_same_archive, write_manifest
from geo.corpus.parts import Parts
from geo.corpus.shards import SHARD_BYTES, Fault, plan_shards
from geo.corpus.storage import absolute, find_files, make_folder
from geo.corpus.tables import TABLES
from geo.corpus.work import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from geo.corpus.edition import Edition
    from geo.corpus.shards import Plan, Shard
    from geo.corpus.work import Engine, Outcome

__all__ = ["Progress", "read_corpus"]

#: So many parts in a row that can't be written end the run: it is no lost request, the disk is full. Fewer are tried once more.
_FULL = 3


@dataclass(slots=True)
class Progress:
    """How far a run is; the same object is given to ``watch`` each time.

    Attributes
    ----------
    shards
        How many there are.
    done
        How many of them are accounted for.
    kept
        How many of these had been done before.
    articles
        How many were read in this run.
    faults
        How many articles, shards and files could not be read so far.
    share
        The part of the archive that is accounted for, 0 to 1, by size.
    """

    shards: int
    done: int = 0
    kept: int = 0
    articles: int = 0
    faults: int = 0
    share: float = 0.0


def read_corpus(
    inputs: Sequence[str],
    output: str,
    *,
    edition: Edition,
    engine: Engine,
    again: bool = False,
    shard_bytes: int = SHARD_BYTES,
    log: Path | None = None,
    watch: Callable[[Progress], None] | None = None,
) -> Manifest:
    """Read an archive of articles into GeoParquet tables.

    Parameters
    ----------
    inputs
        Files, patterns and folders, or their addresses; see `geo.corpus.storage.find_files`.
    output
        The folder, or its address. What is there from an earlier run of the same archive is kept where it still holds.
    edition
        How to read, from `geo.corpus.edition.make_edition`.
    engine
        What runs the tasks: `geo.corpus.processes.LocalProcesses` or `geo.corpus.cluster.DaskCluster`.
    again
        Try once more the articles that an earlier run set aside.
    shard_bytes
        About how many bytes of articles go into one part.
    log
        A file to append a line of JSON to for each event.
    watch
        Called after each shard.

    Returns
    -------
    Manifest
        As it was written; `Manifest.whole` tells whether every article was read.

    Raises
    ------
    InputError
        An input stands for nothing, the folder holds another archive or another run writes to it, or the engine can't be reached.
    OutputError
        The folder can't be written to. What was done before is kept.
    """
    make_folder(output)
    with only_run(output), Log(log) as diary:
        check_same_archive(output, inputs, edition)
        files = [file for word in inputs for file in find_files(word) if not _is_ours(file.name, output)]
        plan = plan_shards(files, shard_bytes=shard_bytes)
        manifest = Manifest(tuple(inputs), edition.described(), shards=len(plan.shards))
        write_manifest(output, manifest)
        Parts(output).make_folders()
        diary.write("begin", inputs=list(inputs), output=output, shards=len(plan.shards), **edition.described())
        account = _Account(plan, diary, watch)
        tasks = [Task(shard, edition, absolute(output), again=again) for shard in plan.shards]
        for outcome in _run_twice(engine, tasks, diary):
            account.take(outcome)
        if not plan.faults:
            gone = Parts(output).keep_only({shard.id for shard in plan.shards})
            diary.write("removed", shards=gone)
        finished = account.close(manifest)
        write_manifest(output, finished)
        diary.write("end", rows=dict(finished.rows), set_aside=len(finished.set_aside))
        return finished


def _is_ours(name: str, output: str) -> bool:
    """Tell whether a file is one that a run writes, for the folder may lie within the archive; a table has a column of text too."""
    ours = [f"{output.rstrip('/')}/{entry}" for entry in (*TABLES, "manifest.json", "log.jsonl", "summary.html")]
    path = os.path.normpath(absolute(name))
    return any(path == own or path.startswith(f"{own}{os.sep}") for own in (os.path.normpath(absolute(entry)) for entry in ours))


def _run_twice(engine: Engine, tasks: Sequence[Task], diary: Log) -> Iterator[Outcome]:
    """Run the tasks, then those that failed once more, and those whose worker died carefully."""
    by_shard = {task.shard.id: task for task in tasks}
    failed: list[Task] = []
    unwritable = 0
    for outcome in engine.run(tasks):
        unwritable = unwritable + 1 if outcome.state == "unwritable" else 0
        if outcome.state in ("died", "failed") or 0 < unwritable < _FULL:
            task = by_shard[outcome.shard]
            failed.append(task.carefully() if outcome.state == "died" else task)
            diary.write(outcome.state, shard=outcome.shard, source=task.shard.title, reason=outcome.reason)
        else:
            yield outcome
    if failed:
        yield from engine.run(failed)


@dataclass(slots=True)
class _Account:
    """Adds up the outcomes of a run."""

    plan: Plan
    diary: Log
    watch: Callable[[Progress], None] | None
    progress: Progress = field(init=False)
    shards: dict[str, Shard] = field(init=False)
    size: int = field(init=False)
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shards = {shard.id: shard for shard in self.plan.shards}
        self.size = max(1, sum(shard.size for shard in self.plan.shards))
        self.progress = Progress(len(self.plan.shards), faults=len(self.plan.faults))
        for fault in self.plan.faults:
            self.diary.write("unreadable", source=fault.name, reason=fault.reason)
        if self.plan.skipped:
            self.diary.write("skipped", files=list(self.plan.skipped))
        self._tell()

    def take(self, outcome: Outcome) -> None:
        """Count an outcome.

        Raises
        ------
        OutputError
            Its parts could not be written, nor could others.
        """
        shard = self.shards[outcome.shard]
        self.diary.write(
            "shard", shard=shard.id, source=shard.title, state=outcome.state, reason=outcome.reason, rows=outcome.rows,
            set_aside=[list(pair) for pair in outcome.set_aside], seconds=outcome.seconds, worker=outcome.pid, peak_mb=outcome.peak_mb,
        )  # fmt: skip
        if outcome.state == "unwritable":
            done = f"{self.progress.done} of {self.progress.shards} parts are done and kept; run the command again for the rest."
            raise OutputError(f"{outcome.reason} {done}")
        self.outcomes[outcome.shard] = outcome
        progress = self.progress
        progress.done += 1
        progress.kept += outcome.state == "kept"
        progress.articles += outcome.rows.get("articles", 0) if outcome.state == "done" else 0
        progress.faults += len(outcome.set_aside) + (outcome.state in ("failed", "died"))
        progress.share += shard.size / self.size
        self._tell()

    def _tell(self) -> None:
        if self.watch is not None:
            self.watch(self.progress)

    def close(self, manifest: Manifest) -> Manifest:
        """Give the manifest of the finished run, in the order of the plan."""
        ordered = [(shard, self.outcomes[shard.id]) for shard in self.plan.shards]
        lost = [Fault(shard.title, o.reason) for shard, o in ordered if o.state in ("failed", "died")]
        articles = [Fault(name, reason) for _, outcome in ordered for name, reason in outcome.set_aside]
        rows: dict[str, int] = {table: sum(outcome.rows.get(table, 0) for _, outcome in ordered) for table in TABLES}
        aside = (*self.plan.faults, *lost, *articles)
        return replace(manifest, complete=True, failed=len(lost), rows=rows, set_aside=aside)
