"""The names and the titles of all places, a part of the alphabet at a time: its trie, and what its strings lead to."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from gazetteer.geonames.runs import Run, divide, gather
from gazetteer.layout import ROW_BITS
from gazetteer.names import fold_all
from gazetteer.prior import NAME_KINDS, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from gazetteer.geonames.columns import Columns
    from gazetteer.geonames.workshop import Workshop

__all__ = ["build_parts", "index_names", "index_titles"]

_DIVISION = "division"


def build_parts(
    workshop: Workshop,
    table: str,
    steps: Sequence[str],
    size: int,
    index: Callable[[Path, Any], int],
    told: Callable[[int, int], None],
) -> list[str]:
    """Divide the runs of a table and build each part as a step ``TABLE-part-0``, ``TABLE-part-1``...

    Parameters
    ----------
    workshop
        Where the runs are, and the parts go.
    table
        The name of the runs: ``names`` or ``titles``.
    steps
        The steps that have such a run.
    size
        About how many strings of the runs a part has.
    index
        Writes the files of a part into a folder, given its strings (`gazetteer.geonames.runs.gather`), and returns how many strings its trie has.
    told
        Gets how many parts are done, of how many.

    Returns
    -------
    list of str
        The least string of each part. Its step's note is the number of its strings.
    """
    runs = [workshop.path(step, f"{table}.arrow") for step in steps]
    division = f"{table}-{_DIVISION}"
    if not workshop.is_done(division):
        with workshop.step(division, divide([*map(Run, runs)], size)):
            pass
    least: list[str] = workshop.note(division)
    for part, (begin, end) in enumerate(zip(least, [*least[1:], None], strict=True)):
        step = f"{table}-part-{part}"
        if not workshop.is_done(step):
            note = {"strings": 0}
            with workshop.step(step, note) as folder:
                # Opened anew for each part: what is mapped, and was read, counts as memory in use as long as it is open.
                note["strings"] = index(folder, gather([*map(Run, runs)], begin, end))
        told(part + 1, len(least))
    return least


def index_titles(folder: Path, strings: Any, columns: Columns) -> int:
    """Write the trie of titles, and for each place whose row has the title the row and the title's number within the part."""
    import numpy as np

    places, shards = strings["place"].to_numpy(), strings["tag"].to_numpy()
    rows, known = columns.rows_of(places)
    kept = np.flatnonzero(known & (columns.shard[rows] == shards))
    size, numbers = _write_trie(folder, strings["string"].take(kept))
    np.save(folder / "rows.npy", rows[kept].astype(np.uint32))
    np.save(folder / "numbers.npy", numbers.astype(np.uint32))
    return size


def index_names(folder: Path, strings: Any, columns: Columns) -> int:
    """Write the trie of names; how many meanings each has, in order of their numbers; the meanings, best first; and the hashes of the folds."""
    import numpy as np

    rows, known = columns.rows_of(strings["place"].to_numpy())
    kept = np.flatnonzero(known)
    size, numbers = _write_trie(folder, strings["string"].take(kept))
    kinds = strings["tag"].to_numpy()[kept].astype(np.uint64)
    # One number that sorts by name, row and kind; of a place's kinds for one name the first stays.
    packed = np.sort(numbers.astype(np.uint64) << np.uint64(32) | rows[kept].astype(np.uint64) << np.uint64(8) | kinds)
    first = np.ones(len(packed), bool)
    first[1:] = packed[1:] >> np.uint64(8) != packed[:-1] >> np.uint64(8)
    packed = packed[first]
    number, row = packed >> np.uint64(32), (packed >> np.uint64(8) & np.uint64((1 << ROW_BITS) - 1)).astype(np.int64)
    kind = (packed & np.uint64(0xFF)).astype(np.int64)
    by_kind = np.array([weigh(0.0, 0, name_kind) for name_kind in NAME_KINDS])
    order = np.lexsort((row, -(columns.weight[row] + by_kind[kind]), number))
    np.save(folder / "meanings.npy", (row | kind << ROW_BITS)[order].astype(np.uint32))
    np.save(folder / "counts.npy", np.bincount(number.astype(np.int64), minlength=size).astype(np.uint32))
    _write_folds(folder)
    return size


def _write_trie(folder: Path, strings: Any) -> tuple[int, Any]:
    """Write the trie of strings; return how many different ones it has, and the number of each string given."""
    import marisa_trie
    import numpy as np

    encoded = strings.dictionary_encode()
    encoded = encoded.combine_chunks() if hasattr(encoded, "combine_chunks") else encoded
    words = encoded.dictionary.to_pylist()
    trie = marisa_trie.Trie(sorted(words))
    (folder / "trie.bin").write_bytes(trie.tobytes())
    number_of = np.fromiter(map(trie.get, words), np.uint32, len(words))
    return len(words), number_of[encoded.indices.to_numpy()]


def _write_folds(folder: Path) -> None:
    """Write the hash of the fold of each name in Latin script, and the name's number."""
    import marisa_trie
    import numpy as np

    trie = marisa_trie.Trie().mmap(str(folder / "trie.bin"))
    keys = [(number, key) for number in range(len(trie)) if (key := trie.restore_key(number)).isascii()]
    hashes = [zlib.crc32(fold.encode()) for fold in fold_all([key for _, key in keys])]
    np.save(folder / "fold_hashes.npy", np.array(hashes, np.uint32))
    np.save(folder / "fold_numbers.npy", np.array([number for number, _ in keys], np.uint32))
