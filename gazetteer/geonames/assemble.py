"""The last step of a build: the finished parts laid out as one file."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.build.overlay import pack_overlay
from gazetteer.container import Container, Writer
from gazetteer.errors import OutputError
from gazetteer.geonames.bundled import STEP
from gazetteer.geonames.columns import COLUMNS_STEP, Columns
from gazetteer.index import row_and_kind
from gazetteer.layout import CELLS, FOLD_BUCKETS, MINOR, NO_ROW, ROW
from gazetteer.records import Records
from gazetteer.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from gazetteer.geonames.workshop import Workshop
    from gazetteer.store import Gazetteer

__all__ = ["assemble"]

#: As many places to a square degree as the bundled gazetteer has on the whole earth, and names to a bucket of folds.
_PLACES, _NAMES = 300_000, 14

#: Rows are written so many at a time.
_AT_ONCE = 1 << 20


def assemble(
    output: Path, workshop: Workshop, names: Sequence[str], titles: Sequence[str], base: Gazetteer, sources: str
) -> None:
    """Write the gazetteer.

    Parameters
    ----------
    output
        The file; it appears whole or not at all.
    workshop
        Where all steps are finished.
    names, titles
        The least string of each part of both tables.
    base
        The gazetteer whose overlay is laid over this one too; all its places must be among the columns.
    sources
        What the gazetteer is made of, in words.

    Raises
    ------
    OutputError
        If it can't be written.
    """
    columns, note = Columns.open(workshop), workshop.note(COLUMNS_STEP)
    with _written_whole(output) as file:
        writer = Writer(file)
        writer.add("sources", [sources.encode()])
        writer.add("kinds", ["\n".join(note["kinds"]).encode()])
        area_numbers = _add_areas(writer, note["areas"], note["holders"])
        _add_tries(writer, workshop, "titles", titles)
        _add_rows(writer, columns, area_numbers, _titles(workshop, len(titles), len(columns.place)))
        _add_boxes(writer, workshop, columns)
        _add_cells(writer, columns, note["kinds"])
        _add_tries(writer, workshop, "names", names)
        _add_meanings(writer, workshop, len(names))
        _add_folds(writer, workshop, len(names))
        writer.finish()
        writer.add("overlay", [pack_overlay(base.overlay.places, _added_names(base), Container(Path(file.name)), {})])
        writer.finish()


def _added_names(base: Gazetteer) -> dict[str, dict[str, str]]:
    """Return for each name of an overlay what it is to which place, by id."""
    rows = Rows(Records(base.container), base.overlay, None)
    meant = {key: map(row_and_kind, meanings) for key, meanings in base.overlay.meanings.items()}
    return {key: {rows.id(row): name_kind for row, name_kind in meanings} for key, meanings in meant.items()}


@contextmanager
def _written_whole(path: Path) -> Iterator[BinaryIO]:
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with scratch.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    except OSError as error:
        raise OutputError(
            f"{path} can't be written ({error.strerror or error}): make room or choose another place with -o; "
            "what is done is kept, and the same command goes on."
        ) from error
    finally:
        scratch.unlink(missing_ok=True)


def _add_tries(writer: Writer, workshop: Workshop, table: str, least: Sequence[str]) -> None:
    tries = [workshop.path(f"{table}-part-{part}", "trie.bin") for part in range(len(least))]
    if len(tries) == 1:
        writer.add(table, [tries[0].read_bytes()])
        return
    writer.add(f"{table}.parts", [json.dumps(list(least)).encode()])
    for part, path in enumerate(tries):
        writer.add(f"{table}.{part}", [path.read_bytes()])


def _add_areas(writer: Writer, areas: Sequence[str], holders: Sequence[int | None]) -> Any:
    """Add the areas; return the number in the trie of each, and at the end the one of no area."""
    import marisa_trie
    import numpy as np

    trie = marisa_trie.Trie(sorted(areas))
    numbers = np.array([*map(trie.get, areas), len(areas)], np.uint16)
    rows = np.full(len(areas), NO_ROW, np.uint32)
    for number, holder in zip(numbers.tolist(), holders, strict=False):
        rows[number] = NO_ROW if holder is None else holder
    writer.add("areas", [trie.tobytes()])
    writer.add("area_rows", [rows.tobytes()])
    return numbers


def _titles(workshop: Workshop, parts: int, places: int) -> Any:
    """Return the number of each place's title."""
    import numpy as np

    numbers = np.zeros(places, np.uint32)
    offset = 0
    for part in range(parts):
        step = f"titles-part-{part}"
        numbers[_load(workshop, step, "rows")] = _load(workshop, step, "numbers") + offset
        offset += workshop.note(step)["strings"]
    return numbers


def _add_rows(writer: Writer, columns: Columns, area_numbers: Any, titles: Any) -> None:
    import numpy as np

    fields = (
        ("number", "<u4"),
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("population", "<u4"),
        ("title", "<u4"),
        ("area", "<u2"),
        ("kind", "<u2"),
    )
    packed = np.dtype(list(fields))
    if packed.itemsize != ROW.size:
        raise ValueError("the rows here are not those of the layout")

    def pieces() -> Iterator[bytes]:
        for begin in range(0, len(titles), _AT_ONCE):
            part = slice(begin, begin + _AT_ONCE)
            rows = np.empty(len(titles[part]), packed)
            rows["number"] = columns.place[part] & np.uint64(0xFFFFFFFF)
            for name in ("lat", "lon", "population", "kind"):
                rows[name] = getattr(columns, name)[part]
            rows["title"] = titles[part]
            rows["area"] = area_numbers[columns.area[part]]
            yield rows.tobytes()

    writer.add("rows", pieces())


def _add_boxes(writer: Writer, workshop: Workshop, columns: Columns) -> None:
    import numpy as np

    rows, _ = columns.rows_of(_load(workshop, STEP, "boxed"))
    order = np.argsort(rows)
    writer.add("bbox_rows", [rows[order].astype(np.uint32).tobytes()])
    writer.add("bbox", [_load(workshop, STEP, "boxes")[order].astype(np.int32).tobytes()])


def _add_cells(writer: Writer, columns: Columns, kinds: Sequence[str]) -> None:
    """Add the rows by cell (`gazetteer.layout.cell_of`), in each the minor places last; cells are the finer, the more places there are."""
    import numpy as np

    fine = max(1, isqrt(len(columns.place) // _PLACES))
    # In whole hundred-thousandths, as the rows have them.
    north = np.minimum((columns.lat + np.int64(9_000_000)) * fine // 100_000, 180 * fine - 1)
    east = (columns.lon + np.int64(18_000_000)) % 36_000_000 * fine // 100_000
    minor = np.array([line.endswith(f" {MINOR}") for line in kinds])[columns.kind]
    halves = 2 * (north * (360 * fine) + east) + minor
    first = _offsets(halves, 2 * CELLS * fine * fine)
    writer.add("cell_first", [first[::2].tobytes()])
    writer.add("cell_minor", [first[1::2].tobytes()])
    writer.add("cell_rows", [np.argsort(halves, kind="stable").astype(np.uint32).tobytes()])


def _add_meanings(writer: Writer, workshop: Workshop, parts: int) -> None:
    import numpy as np

    steps = [f"names-part-{part}" for part in range(parts)]
    counts = np.concatenate([_load(workshop, step, "counts") for step in steps])
    first = np.concatenate([np.zeros(1, np.uint32), np.cumsum(counts, dtype=np.uint32)])
    writer.add("first", [first.tobytes()])
    writer.add("postings", (_load(workshop, step, "meanings").tobytes() for step in steps))


def _add_folds(writer: Writer, workshop: Workshop, parts: int) -> None:
    """Add the names in Latin script by the hash of their fold; the buckets are the more, the more names there are."""
    import numpy as np

    steps = [f"names-part-{part}" for part in range(parts)]
    sizes = [workshop.note(step)["strings"] for step in steps]
    offsets = np.cumsum([0, *sizes])
    buckets = max(FOLD_BUCKETS, 1 << (sum(sizes) // _NAMES).bit_length())
    hashes = np.concatenate([_load(workshop, step, "fold_hashes") for step in steps])
    numbers = [_load(workshop, step, "fold_numbers") + offset for step, offset in zip(steps, offsets[:-1], strict=True)]
    bucket = hashes & np.uint32(buckets - 1)
    writer.add("fold_first", [_offsets(bucket, buckets).tobytes()])
    writer.add("fold_keys", [np.concatenate(numbers).astype(np.uint32)[np.argsort(bucket, kind="stable")].tobytes()])


def _offsets(buckets: Any, size: int) -> Any:
    """Return where each bucket begins among values in order of their buckets, and their number at the end."""
    import numpy as np

    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.bincount(buckets, minlength=size))]).astype(np.uint32)


def _load(workshop: Workshop, step: str, name: str) -> Any:
    import numpy as np

    return np.load(workshop.path(step, f"{name}.npy"))
