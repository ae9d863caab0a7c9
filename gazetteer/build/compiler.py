"""Compile entries into the file that `gazetteer.store` maps into memory. The same entries give the same bytes.

Places are rows of 24 bytes, ordered by id. Names are one MARISA trie of normal forms; the number of a key in the trie leads, over
``first``, to its postings, best first. Three orders of the same rows serve other questions: ``cell_rows`` by one-degree cell for what is
near a point, ``area_rows`` by area code for countries and their parts, and ``fold_keys`` by hash of the fold for names spelt another way.
"""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from gazetteer.container import pack
from gazetteer.layout import CELLS, FOLD_BUCKETS, NO_ROW, ROW, ROW_BITS, cell_of, pack_id, to_fixed
from gazetteer.names import fold_normalised, normalise
from gazetteer.prior import NAME_KINDS, prior

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer.build.entry import Entry

__all__ = ["compile_entries"]


def compile_entries(entries: Iterable[Entry]) -> bytes:
    """Lay out the compiled gazetteer.

    Parameters
    ----------
    entries
        In any order; ids must be unique.

    Returns
    -------
    bytes
        A file for `gazetteer.store.Gazetteer.open`.
    """
    rows = sorted(entries, key=_number)
    if len({entry.id for entry in rows}) != len(rows):
        raise ValueError("two entries have one id")
    kinds = sorted({(_number(e)[0], e.feature_class, e.code) for e in rows})
    sections = {"kinds": "\n".join(f"{source} {cls} {code}" for source, cls, code in kinds).encode()}
    titles, areas = _trie({e.name for e in rows}), _trie({e.area for e in rows if e.area})
    sections |= {"titles": titles.tobytes(), "rows": _rows(rows, kinds, titles, areas)}
    sections |= _boxes(rows)
    sections |= _areas(rows, areas)
    sections |= _cells(rows)
    sections |= _names(rows)
    return pack(sections)


def _rows(rows: Sequence[Entry], kinds: Sequence[tuple[int, str, str]], titles: Any, areas: Any) -> bytes:
    if len(areas) >= 1 << 16:
        raise ValueError(f"{len(areas)} area codes do not fit in 16 bits")
    kind_number = {kind: number for number, kind in enumerate(kinds)}
    packed = bytearray()
    for entry in rows:
        source, number = _number(entry)
        packed += ROW.pack(
            number,
            to_fixed(entry.lat),
            to_fixed(entry.lon),
            entry.population,
            titles[entry.name],
            # A place outside every area points past the end of the trie.
            areas[entry.area] if entry.area else len(areas),
            kind_number[source, entry.feature_class, entry.code],
        )
    return bytes(packed)


def _number(entry: Entry) -> tuple[int, int]:
    packed = pack_id(entry.id)
    if packed is None:
        raise ValueError(f"{entry.id!r} is no id of a compiled place")
    return packed


def _boxes(rows: Sequence[Entry]) -> dict[str, bytes]:
    boxed = [(row, entry.bbox) for row, entry in enumerate(rows) if entry.bbox]
    corners = [to_fixed(x) for _, box in boxed for x in (box.west, box.south, box.east, box.north)]
    return {"bbox_rows": _bytes("I", [row for row, _ in boxed]), "bbox": _bytes("i", corners)}


def _areas(rows: Sequence[Entry], trie: Any) -> dict[str, bytes]:
    holder = [NO_ROW] * len(trie)
    for row, entry in enumerate(rows):
        depth = 0 if entry.code.startswith("PCL") else {"ADM1": 1, "ADM2": 2}.get(entry.code, -1)
        if entry.area and entry.area.count(".") == depth:
            holder[trie[entry.area]] = row
    return {"areas": trie.tobytes(), "area_rows": _bytes("I", holder)}


def _cells(rows: Sequence[Entry]) -> dict[str, bytes]:
    cells = [cell_of(entry.lat, entry.lon) for entry in rows]
    ordered = sorted(range(len(rows)), key=lambda row: (cells[row], row))
    return {"cell_first": _offsets(CELLS, cells), "cell_rows": _bytes("I", ordered)}


def _names(rows: Sequence[Entry]) -> dict[str, bytes]:
    meanings: dict[str, dict[int, str]] = defaultdict(dict)
    for row, entry in enumerate(rows):
        for key, name_kind in _keys(entry).items():
            meanings[key][row] = name_kind
    trie = _trie(meanings)
    postings = array("I")
    first = array("I", [0])
    for number in range(len(trie)):
        named = meanings[trie.restore_key(number)]
        postings.extend(
            row | NAME_KINDS.index(named[row]) << ROW_BITS
            for row in sorted(named, key=lambda r: (-_weight(rows[r], named[r]), r))
        )
        first.append(len(postings))
    return {"names": trie.tobytes(), "first": first.tobytes(), "postings": postings.tobytes(), **_folds(trie)}


def _keys(entry: Entry) -> dict[str, str]:
    """Return the normal form of each name, with the best name kind under which it stands."""
    keys: dict[str, str] = {}
    for name, name_kind in ((entry.name, "name"), *entry.names.items()):
        key = normalise(name)
        if key and (key not in keys or NAME_KINDS.index(name_kind) < NAME_KINDS.index(keys[key])):
            keys[key] = name_kind
    return keys


def _weight(entry: Entry, name_kind: str) -> float:
    return prior(entry.feature_class, entry.code, entry.population, name_kind)


def _folds(trie: Any) -> dict[str, bytes]:
    """Index the names in Latin script by the hash of their fold; the others are spelt one way only."""
    keys = ((number, trie.restore_key(number)) for number in range(len(trie)))
    bucket = {n: zlib.crc32(fold_normalised(key).encode()) % FOLD_BUCKETS for n, key in keys if key.isascii()}
    ordered = sorted(bucket, key=lambda number: (bucket[number], number))
    return {"fold_first": _offsets(FOLD_BUCKETS, list(bucket.values())), "fold_keys": _bytes("I", ordered)}


def _offsets(size: int, buckets: list[int]) -> bytes:
    """Return where each bucket starts in a list ordered by bucket, and the list's length at the end."""
    counts = [0] * (size + 1)
    for bucket in buckets:
        counts[bucket + 1] += 1
    for bucket in range(size):
        counts[bucket + 1] += counts[bucket]
    return _bytes("I", counts)


def _bytes(code: str, values: Iterable[int]) -> bytes:
    return array(code, values).tobytes()


def _trie(keys: Iterable[str]) -> Any:
    import marisa_trie

    return marisa_trie.Trie(sorted(keys))
