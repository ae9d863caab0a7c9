"""Build a gazetteer from a whole GeoNames dump: the steps in their order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from gazetteer.build.inputs import write_atomically
from gazetteer.geonames.assemble import assemble
from gazetteer.geonames.bundled import STEP, shard_bundled
from gazetteer.geonames.columns import Columns, join_columns
from gazetteer.geonames.dump import BLOCK_BYTES, Dump
from gazetteer.geonames.parts import build_parts, index_names, index_titles
from gazetteer.geonames.shards import shard_names, shard_places
from gazetteer.geonames.workshop import Workshop
from gazetteer.store import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from gazetteer.container import Container
    from gazetteer.geonames.shards import Shards
    from gazetteer.geonames.tables import Fault

__all__ = ["Built", "Progress", "build_gazetteer"]

#: The form of the files between the steps: a build that another form of them began is begun again.
_FORM = 1

#: About how many names, or titles, are sorted and put into one trie at a time.
_PART = 1_500_000

_CREDIT = "data: GeoNames (geonames.org), CC BY 4.0"


class Progress(NamedTuple):
    """How far a build is: what it does, and how much of that is done, of how much."""

    doing: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build.

    Attributes
    ----------
    path
        The gazetteer.
    places, names
        Rows of each table that were used; no names without a table of them.
    faults
        The rows that were not, each table's by its path.
    report
        The file that lists them all, None if there are none.
    """

    path: Path
    places: int
    names: int
    faults: dict[Path, list[Fault]]
    report: Path | None


def build_gazetteer(
    geonames: Path,
    output: Path,
    *,
    alternate_names: Path | None = None,
    base: Gazetteer | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    block_bytes: int = BLOCK_BYTES,
    part_size: int = _PART,
) -> Built:
    """Build a gazetteer from GeoNames' tables and the bundled gazetteer, whose places and names it also has.

    What is done is kept in the folder ``OUTPUT.work`` until the file is there; the same call goes on after whatever stopped it. The same tables
    give the same bytes.

    Parameters
    ----------
    geonames
        ``allCountries.txt`` or a table of its form (19 columns), or the zip archive that holds it.
    output
        The file to write.
    alternate_names
        ``alternateNames.txt`` or ``alternateNamesV2.txt``, or its zip archive: more names.
    base
        Another gazetteer in the bundled one's stead. Where the dump has a place of it too, the dump's row stands, under the names of both.
    progress
        Is told how far the build is.
    block_bytes, part_size
        How much of a table, and how many names, are worked on at a time: memory grows with both.

    Raises
    ------
    InputError
        If a table can't be read or is another table.
    OutputError
        If something can't be written.
    """
    tables = [Dump(path) for path in (geonames, alternate_names) if path]
    base = base or Gazetteer.bundled()
    key = [_FORM, base.fingerprint, block_bytes, part_size, *(table.key() for table in tables)]
    workshop = Workshop(output.with_name(f"{output.name}.work"), key)
    places = shard_places(workshop, tables[0], block_bytes, _telling(progress, "Reading places", tables[0].size))
    steps, shards = [*places.steps, STEP], [places]
    if not workshop.is_done(STEP):
        _make_bundled(workshop, base.container, places.steps)
    twice = join_columns(workshop, steps)
    named = list(steps)
    if len(tables) > 1:
        names = shard_names(workshop, tables[1], block_bytes, _telling(progress, "Reading names", tables[1].size))
        shards.append(names)
        named += names.steps
    columns = Columns.open(workshop)
    least = {
        table: build_parts(
            workshop, table, of, part_size, partial(index, columns=columns), partial(_tell, progress, f"Sorting {table}")
        )
        for table, of, index in (("titles", steps, index_titles), ("names", named, index_names))
    }
    progress(Progress("Writing", 0, 1))
    faults = {table.path: found.faults for table, found in zip(tables, shards, strict=True)}
    faults[geonames] = sorted([*faults[geonames], *twice], key=lambda fault: fault.line)
    assemble(output, workshop, least["names"], least["titles"], base, _sources(base, tables, shards))
    report = _write_report(output, faults)
    workshop.clear()
    progress(Progress("Writing", 1, 1))
    return Built(output, places.rows - len(twice), sum(found.rows for found in shards[1:]), faults, report)


def _telling(progress: Callable[[Progress], None], doing: str, total: int) -> Callable[[int], None]:
    return lambda done: progress(Progress(doing, done, total))


def _tell(progress: Callable[[Progress], None], doing: str, done: int, total: int) -> None:
    progress(Progress(doing, done, total))


def _make_bundled(workshop: Workshop, container: Container, steps: Sequence[str]) -> None:
    import numpy as np
    from pyarrow import feather

    tables: list[Any] = [
        feather.read_table(str(workshop.path(step, "places.arrow")), columns=["place"], memory_map=True) for step in steps
    ]
    dumped = np.unique(np.concatenate([table["place"].to_numpy() for table in tables]))
    shard_bundled(workshop, container, dumped, len(steps))


def _sources(base: Gazetteer, tables: Sequence[Dump], shards: Sequence[Shards]) -> str:
    own = [
        f"{table.path.stem} ({table.size:,} bytes, {found.rows:,} rows used)\n  {_CREDIT}\n"
        for table, found in zip(tables, shards, strict=True)
    ]
    return "\n".join([*own, base.sources()])


def _write_report(output: Path, faults: dict[Path, list[Fault]]) -> Path | None:
    """Write the rows that were not used: table, line and reason, with tabs between. An earlier report goes."""
    report = output.with_name(f"{output.name}.broken.tsv")
    if not any(faults.values()):
        report.unlink(missing_ok=True)
        return None
    lines = [f"{path.name}\t{fault.line}\t{fault.reason}\n" for path, found in faults.items() for fault in found]
    write_atomically(report, "".join(["table\tline\treason\n", *lines]).encode())
    return report
