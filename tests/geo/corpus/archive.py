"""Small archives of made-up articles, and ways to read them and to look at what came out."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from gazetteer import Gazetteer
from geo.corpus.edition import make_edition
from geo.corpus.run import read_corpus
from geo.corpus.work import do_task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from geo.corpus.edition import Edition
    from geo.corpus.manifest import Manifest
    from geo.corpus.work import Outcome, Task

#: A shard of about two articles.
SHARD_BYTES = 400


class InThisProcess:
    """An engine that does the tasks where it is, and remembers what became of each."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        for task in tasks:
            self.outcomes.append(do_task(task))
            yield self.outcomes[-1]

    @property
    def states(self) -> Counter[str]:
        return Counter(outcome.state for outcome in self.outcomes)


@cache
def edition(*, mentions_only: bool = True) -> Edition:
    return make_edition(Gazetteer.bundled(), mentions_only=mentions_only)


def text(number: int, *, town: str = "Bergen") -> str:
    """Write the article of a number."""
    return f"Minister Ada Lund left Oslo on Monday and arrived in {town} by train, her office said. It was her trip number {number}.\n"


def row(number: int, **other: Any) -> dict[str, Any]:
    return {"id": f"a{number}", "text": text(number), "published": "2024-05-15", **other}


def write_lines(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
    return path


def write_files(folder: Path, numbers: Sequence[int]) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    return folder


def read(source: Path | str, output: Path | str, **options: Any) -> tuple[Manifest, InThisProcess]:
    """Read an archive here and now."""
    engine = InThisProcess()
    options = {"edition": edition(), "engine": engine, "shard_bytes": SHARD_BYTES, **options}
    return read_corpus([str(source)], str(output), **options), engine


def rows_of(output: Path, table: str) -> list[dict[str, Any]]:
    """Read the rows of a table, in the order of the articles."""
    parts = sorted((output / table).glob("*.parquet"))
    rows = [each for part in parts for each in pq.read_table(part).to_pylist()]
    return sorted(rows, key=lambda each: (each["article"], each.get("start") or 0, repr(each)))


def names_of(output: Path) -> list[str]:
    """Name the articles that are there, each as often as it is."""
    return [each["article"] for each in rows_of(output, "articles")]
