"""The first steps of a build: each block of a table is read once, and left on disk as columns and sorted runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from gazetteer.geonames.runs import write_run
from gazetteer.geonames.tables import Fault, Names, Places, read_names, read_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from gazetteer.geonames.dump import Block, Dump
    from gazetteer.geonames.workshop import Workshop

__all__ = ["Shards", "shard_names", "shard_places", "write_places"]

#: A table of which so large a share of the first block is broken is another table.
_WRONG = 0.5

_OTHER_TABLE = {
    "places": "name the table of places, allCountries.txt or .zip, with --geonames; alternate names go to --alternate-names",
    "names": "name alternateNames.txt or alternateNamesV2.txt, or the .zip, with --alternate-names; places go to --geonames",
}


@dataclass(frozen=True, slots=True)
class Shards:
    """What was made of a table.

    Attributes
    ----------
    steps
        The steps, in the order of the table.
    rows
        Rows that can be used.
    faults
        Rows that can't, in the order of the table.
    """

    steps: list[str]
    rows: int
    faults: list[Fault]


def shard_places(workshop: Workshop, dump: Dump, block_bytes: int, told: Callable[[int], None]) -> Shards:
    """Read ``allCountries`` into steps ``places-0``, ``places-1``...; ``told`` gets the bytes that are done."""

    def write(folder: Path, block: Block, number: int) -> tuple[int, list[Fault]]:
        places, faults = read_places(block)
        write_places(folder, places, number)
        return len(places.ids), faults

    return _shard(workshop, dump, "places", block_bytes, write, told)


def shard_names(workshop: Workshop, dump: Dump, block_bytes: int, told: Callable[[int], None]) -> Shards:
    """Read ``alternateNamesV2`` into steps ``names-0``, ``names-1``...; ``told`` gets the bytes that are done."""

    def write(folder: Path, block: Block, _: int) -> tuple[int, list[Fault]]:
        names, faults = read_names(block)
        _write_names(folder, names)
        return len(names.keys), faults

    return _shard(workshop, dump, "names", block_bytes, write, told)


def _shard(
    workshop: Workshop,
    dump: Dump,
    table: str,
    block_bytes: int,
    write: Callable[[Path, Block, int], tuple[int, list[Fault]]],
    told: Callable[[int], None],
) -> Shards:
    notes = list(_finished(workshop, table))
    offset, line = (notes[-1]["end"], notes[-1]["next_line"]) if notes else (0, 1)
    told(offset)
    for block in dump.blocks(block_bytes, offset=offset, first_line=line):
        note: dict[str, Any] = {}
        with workshop.step(f"{table}-{len(notes)}", note) as folder:
            rows, faults = write(folder, block, len(notes))
            if not notes and len(faults) >= _WRONG * (rows + len(faults)):
                raise _wrong_table(dump, table, faults)
            note |= {"rows": rows, "faults": [[fault.line, fault.reason] for fault in faults]}
            note |= {"end": block.end, "next_line": block.first_line + block.data.count(b"\n")}
        notes.append(note)
        told(block.end)
    if not notes:
        raise InputError(f"{dump.path} is empty: {_OTHER_TABLE[table]}.")
    faults = [Fault(*fault) for note in notes for fault in note["faults"]]
    return Shards([f"{table}-{number}" for number in range(len(notes))], sum(note["rows"] for note in notes), faults)


def _finished(workshop: Workshop, table: str) -> Iterator[dict[str, Any]]:
    number = 0
    while workshop.is_done(f"{table}-{number}"):
        yield workshop.note(f"{table}-{number}")
        number += 1


def _wrong_table(dump: Dump, table: str, faults: Sequence[Fault]) -> InputError:
    first = f" (line {faults[0].line}: {faults[0].reason})" if faults else ""
    return InputError(f"{dump.path} is not the table that is expected{first}: {_OTHER_TABLE[table]}.")


def write_places(folder: Path, places: Places, shard: int) -> None:
    """Write places as columns, and their titles and names as runs; a title is tagged with the number of its shard."""
    import pyarrow as pa
    from pyarrow import feather

    columns = pa.table(
        {
            "place": pa.array(places.ids, pa.uint64()),
            "line": pa.array(places.lines, pa.uint32()),
            "lat": pa.array(places.lats, pa.int32()),
            "lon": pa.array(places.lons, pa.int32()),
            "population": pa.array(places.populations, pa.uint32()),
            "kind": pa.array(places.kinds, pa.string()).dictionary_encode(),
            "area": pa.array(places.areas, pa.string()).dictionary_encode(),
        }
    )
    feather.write_feather(columns, str(folder / "places.arrow"), compression="uncompressed")
    write_run(folder / "titles.arrow", places.titles, places.ids, [shard] * len(places.ids))
    _write_names(folder, places.names)


def _write_names(folder: Path, names: Names) -> None:
    write_run(folder / "names.arrow", names.keys, names.places, names.kinds)
