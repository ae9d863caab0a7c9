"""What an archive costs: ``python -m tests.benchmarks.corpus``.

An archive is made by repeating and perturbing this project's own texts. It is read by the reader alone, by one and by two processes, and by
a Dask cluster of two workers; the rows must be the same. Then the driver is measured with shards that cost nothing, and both together give a
table for archives up to a thousand million articles. The last line is one JSON object with all figures.

Whole reading of 20,000 articles takes more than an hour on two cores; ``--articles 1000`` gives the same figures with less
certainty. Measure on a machine that does nothing else: the load is printed beside each figure. The same ratios in CPU time, which other
work disturbs less, stand beside those in time; of Dask's workers the CPU time is not told.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import tempfile
import time
import tracemalloc
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pyarrow as pa
import pyarrow.dataset as ds

from gazetteer import Gazetteer
from geo.corpus.cluster import DaskCluster
from geo.corpus.edition import make_edition
from geo.corpus.processes import LocalProcesses
from geo.corpus.reader import ArticleReader
from geo.corpus.records import load_records
from geo.corpus.run import read_corpus
from geo.corpus.shards import plan_shards
from geo.corpus.storage import find_files
from geo.corpus.tables import TABLES
from geo.corpus.work import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.corpus.edition import Edition
    from geo.corpus.work import Engine, Task

ROOT = Path(__file__).parents[2]
#: Read alone to be compared with: enough for a steady figure.
SAMPLE = 400
#: Shards of a simulated run of the driver.
SIMULATED = 50_000
SCALES = tuple(10**power for power in range(4, 10))
#: Cores of the cluster that the table is for, by the size of the archive.
FLEET = {10**4: 2, 10**5: 8, 10**6: 32, 10**7: 128, 10**8: 1024, 10**9: 4096}


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of the archive: seconds in all and of CPU in the workers, the load at the end, and the digest of its sorted rows."""

    seconds: float
    cpu: float
    load: float
    digest: str
    output_bytes: int
    peaks: tuple[tuple[int, int], ...]


@click.command()
@click.option("--articles", default=20_000, show_default=True)
@click.option("--mentions-only", is_flag=True)
@click.option("--shard-kb", default=1024, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), help="Where to work; a temporary folder by default.")
def main(articles: int, mentions_only: bool, shard_kb: int, folder: Path | None) -> None:
    """Print what an archive costs."""
    with tempfile.TemporaryDirectory() as temporary:
        place = folder or Path(temporary)
        place.mkdir(parents=True, exist_ok=True)
        archive = make_archive(place / "archive.jsonl", articles)
        edition = make_edition(Gazetteer.bundled(), mentions_only=mentions_only)
        figures = measure(archive, place, edition, articles, min(shard_kb * 1024, max(1, archive.stat().st_size // 8)))
        figures["driver"] = simulate(place)
    table = scaled(figures)
    report(figures, table)
    print(json.dumps({**figures, "table": table}))


def make_archive(path: Path, articles: int) -> Path:
    """Write an archive of JSON lines: texts of the repository, each with a paragraph less, some sentences shuffled and new numbers."""
    chance = random.Random(9)
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    stories = sorted((ROOT / "tests" / "benchmarks" / "data" / "fresh_journeys").glob("*.json"))
    texts += [json.loads(file.read_text(encoding="utf-8"))["text"] for file in stories]
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            day = f"{2014 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
            text = perturbed(chance.choice(texts), chance)
            file.write(json.dumps({"id": f"a{number:08}", "text": text, "published": day}, ensure_ascii=False) + "\n")
    return path


def perturbed(text: str, chance: random.Random) -> str:
    """Change a text so that no two are the same, but each is still news."""
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    if len(paragraphs) > 2:
        paragraphs.pop(chance.randrange(1, len(paragraphs)))
    at = chance.randrange(len(paragraphs))
    sentences = paragraphs[at].split(". ")
    chance.shuffle(sentences)
    paragraphs[at] = ". ".join(sentences)
    return "\n\n".join([*paragraphs, f"The report has the number {chance.randrange(10**9)}."])


def measure(archive: Path, place: Path, edition: Edition, articles: int, shard_bytes: int) -> dict[str, Any]:
    """Read the archive in each way, and compare rows, times and memory."""
    alone, alone_by_cpu = read_alone(archive, edition, shard_bytes)
    engines: dict[str, Engine] = {
        "1 process": LocalProcesses(1),
        "2 processes": LocalProcesses(2),
        "Dask, 2 workers": DaskCluster(workers=2),
    }
    runs = {}
    for name, engine in engines.items():
        runs[name] = read_with(engine, archive, place / name.replace(", ", "-").replace(" ", "-"), edition, shard_bytes)
        print(f"{name}: {articles / runs[name].seconds:.1f} articles/s, load {runs[name].load:.1f}", flush=True)
    one, two = runs["1 process"], runs["2 processes"]
    return {
        "articles": articles,
        "characters_per_article": round(archive.stat().st_size / articles),
        "mentions_only": edition.mentions_only,
        "alone_articles_per_s": round(alone, 2),
        "articles_per_s": {name: round(articles / run.seconds, 2) for name, run in runs.items()},
        "articles_per_cpu_s": round(articles / one.cpu, 2),
        "load": {name: run.load for name, run in runs.items()},
        "rows_are_the_same": len({run.digest for run in runs.values()}) == 1,
        "two_to_one": round(one.seconds / two.seconds, 3),
        "two_to_one_by_cpu": round(2 * one.cpu / two.cpu, 3),
        "share_of_alone": round(articles / one.seconds / alone, 3),
        "share_of_alone_by_cpu": round(articles / one.cpu / alone_by_cpu, 3),
        "output_bytes_per_article": round(one.output_bytes / articles),
        "memory_mb": {name: memory(run) for name, run in runs.items()},
    }


def read_alone(archive: Path, edition: Edition, shard_bytes: int) -> tuple[float, float]:
    """Measure articles a second, and a second of CPU, of the reader in this process and warm, without shards, parts or processes."""
    reader = ArticleReader(edition)
    shards = plan_shards(find_files(str(archive)), shard_bytes=shard_bytes).shards
    records = [record for shard in shards[: 1 + SAMPLE * 3000 // shard_bytes] for record in load_records(shard, {})][:SAMPLE]
    with reader.session():
        for record in records[:20]:
            reader.read(record)
        begun, begun_cpu = time.perf_counter(), time.process_time()
        for record in records:
            reader.read(record)
    return len(records) / (time.perf_counter() - begun), len(records) / (time.process_time() - begun_cpu)


def read_with(engine: Engine, archive: Path, out: Path, edition: Edition, shard_bytes: int) -> Run:
    """Read the archive with an engine, start and end included."""
    begun, before = time.perf_counter(), os.times()
    log = out.with_suffix(".log.jsonl")
    manifest = read_corpus([str(archive)], str(out), edition=edition, engine=engine, shard_bytes=shard_bytes, log=log)
    seconds, after = time.perf_counter() - begun, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    assert manifest.whole
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    peaks = tuple((event["worker"], event["peak_mb"]) for event in events if event["event"] == "shard")
    size = sum(part.stat().st_size for part in out.rglob("*.parquet"))
    return Run(seconds, cpu, round(os.getloadavg()[0], 1), digest_of(out), size, peaks)


def digest_of(out: Path) -> str:
    """Compute a digest of every row of every table, sorted."""
    digest = hashlib.sha256()
    for table in TABLES:
        rows = ds.dataset(out / table).to_table()
        keys = [
            name for name in ("article", "start", "claim", "journey", "order", "role", "place_id") if name in rows.column_names
        ]
        rows = rows.sort_by([(key, "ascending") for key in keys]).replace_schema_metadata(None).combine_chunks()
        with pa.ipc.new_stream(Digesting(digest), rows.schema) as stream:
            stream.write_table(rows)
    return digest.hexdigest()


class Digesting:
    """A file that keeps nothing but the digest of what is written to it."""

    closed = False

    def __init__(self, digest: Any) -> None:
        self.digest = digest

    def write(self, data: Any) -> int:
        self.digest.update(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: nothing is held back."""

    def close(self) -> None:
        """Do nothing: there is nothing open."""


def memory(run: Run) -> dict[str, int]:
    """Give the most memory of a worker after its first quarter of shards, and at the end, for the worker that grew most (MB)."""
    by_worker: dict[int, list[int]] = defaultdict(list)
    for worker, peak in run.peaks:
        by_worker[worker].append(peak)
    early, late = max(((peaks[len(peaks) // 4], peaks[-1]) for peaks in by_worker.values()), key=lambda pair: pair[1] - pair[0])
    return {"after_a_quarter": early, "at_the_end": late}


class Costless:
    """An engine that claims every task done, so that what is left to measure is the driver."""

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield an outcome for each task."""
        for task in tasks:
            yield Outcome(task.shard.id, "done", rows=dict.fromkeys(TABLES, 100), seconds=30.0)


def simulate(place: Path) -> dict[str, float]:
    """Measure the driver for each shard: planning, accounting, log and manifest."""
    archive = place / "shards.jsonl"
    archive.write_text("{}\n" * SIMULATED, encoding="utf-8")
    edition = make_edition(Gazetteer.bundled())
    costs = {}
    for traced in (False, True):
        if traced:
            tracemalloc.start()
        begun = time.perf_counter()
        out = place / f"simulated-{traced}"
        read_corpus([str(archive)], str(out), edition=edition, engine=Costless(), shard_bytes=1, log=place / "simulated.jsonl")
        costs[traced] = tracemalloc.get_traced_memory()[1] / 1e3 if traced else 1e3 * (time.perf_counter() - begun)
    tracemalloc.stop()
    return {
        "shards": SIMULATED,
        "ms_per_shard": round(costs[False] / SIMULATED, 4),
        "kb_per_shard": round(costs[True] / SIMULATED, 3),
    }


def scaled(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """Work out what archives of each size need, from the CPU time of one process, its memory and output, and the driver's."""
    rate = figures["articles_per_cpu_s"]
    per_shard = (1 << 20) / figures["characters_per_article"]
    driver = figures["driver"]
    return [
        {
            "articles": scale,
            "core_hours": round(scale / rate / 3600, 1),
            "cores": FLEET[scale],
            "hours": round(scale / rate / 3600 / FLEET[scale], 2),
            "memory_gb": round(FLEET[scale] * figures["memory_mb"]["1 process"]["at_the_end"] / 1e3, 1),
            "output_gb": round(scale * figures["output_bytes_per_article"] / 1e9, 2),
            "shards": round(scale / per_shard),
            "driver_minutes": round(scale / per_shard * driver["ms_per_shard"] / 6e4, 2),
            "driver_gb": round(scale / per_shard * driver["kb_per_shard"] / 1e6, 2),
        }
        for scale in SCALES
    ]


def report(figures: dict[str, Any], table: list[dict[str, Any]]) -> None:
    """Print the figures for a person."""
    print(f"the reader alone: {figures['alone_articles_per_s']} articles/s")
    print(f"one process: {figures['articles_per_cpu_s']} articles a second of CPU, start included")
    print(f"rows are the same: {figures['rows_are_the_same']}")
    for name, words in (("two_to_one", "two processes to one"), ("share_of_alone", "one process to the reader alone")):
        print(f"{words}: {figures[name]} in time, {figures[f'{name}_by_cpu']} in CPU time")
    for name, peaks in figures["memory_mb"].items():
        print(f"memory of a worker, {name}: {peaks['after_a_quarter']} MB after a quarter, {peaks['at_the_end']} MB at the end")
    print("\t".join(table[0]))
    for row in table:
        print("\t".join(f"{value:,}" for value in row.values()))


if __name__ == "__main__":
    main()
