"""Compile entries into the file that `gazetteer.store` maps into memory. The same entries give the same bytes.

Places are rows of parallel columns, ordered by id. Names are one MARISA trie of normal forms; the number of a key in the trie leads, over
``first``, to its postings, best first. Three orders of the same rows serve other questions: ``cell_rows`` by one-degree cell for what is
near a point, ``area_rows`` by area code for countries and their parts, and ``fold_keys`` by hash of the fold for names spelt another way.
"""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

from gazetteer.container import pack
from gazetteer.layout import CELLS, FOLD_BUCKETS, NO_ROW, cell_of, pack_id, to_fixed
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
    rows = sorted(entries, key=lambda entry: pack_id(entry.id))
    if len({entry.id for entry in rows}) != len(rows):
        raise ValueError("two entries have one id")
    kinds = sorted({(pack_id(e.id)[0], e.feature_class, e.code) for e in rows})
    sections = {"kinds": "\n".join(f"{source} {cls} {code}" for source, cls, code in kinds).encode()}
    sections |= _columns(rows, kinds)
    sections |= _titles(rows)
    sections |= _areas(rows)
    sections |= _cells(rows)
    sections |= _names(rows)
    return pack(sections)


def _columns(rows: Sequence[Entry], kinds: list[tuple[int, str, str]]) -> dict[str, bytes]:
    kind_number = {kind: number for number, kind in enumerate(kinds)}
    boxed = [(row, entry.bbox) for row, entry in enumerate(rows) if entry.bbox]
    corners = [to_fixed(x) for _, box in boxed for x in (box.west, box.south, box.east, box.north)]
    return {
        "id": _bytes("I", [pack_id(e.id)[1] for e in rows]),
        "lat": _bytes("i", [to_fixed(e.lat) for e in rows]),
        "lon": _bytes("i", [to_fixed(e.lon) for e in rows]),
        "population": _bytes("I", [e.population for e in rows]),
        "kind": _bytes("B", [kind_number[pack_id(e.id)[0], e.feature_class, e.code] for e in rows]),
        "bbox_rows": _bytes("I", [row for row, _ in boxed]),
        "bbox": _bytes("i", corners),
    }


def _titles(rows: Sequence[Entry]) -> dict[str, bytes]:
    trie = _trie({e.name for e in rows})
    return {"titles": trie.tobytes(), "title": _bytes("I", [trie[e.name] for e in rows])}


def _areas(rows: Sequence[Entry]) -> dict[str, bytes]:
    trie = _trie({e.area for e in rows if e.area})
    if len(trie) >= 1 << 16:
        raise ValueError(f"{len(trie)} area codes do not fit in 16 bits")
    holder = [NO_ROW] * len(trie)
    for row, entry in enumerate(rows):
        depth = 0 if entry.code.startswith("PCL") else {"ADM1": 1, "ADM2": 2}.get(entry.code, -1)
        if entry.area and entry.area.count(".") == depth:
            holder[trie[entry.area]] = row
    # A place outside every area points past the end of the trie.
    return {
        "areas": trie.tobytes(),
        "area": _bytes("H", [trie[e.area] if e.area else len(trie) for e in rows]),
        "area_rows": _bytes("I", holder),
    }


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
            row | NAME_KINDS.index(named[row]) << 24 for row in sorted(named, key=lambda r: (-_weight(rows[r], named[r]), r))
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


def _folds(trie: object) -> dict[str, bytes]:
    keys = trie  # a marisa_trie.Trie, which has no type hints
    buckets = [zlib.crc32(fold_normalised(keys.restore_key(n)).encode()) % FOLD_BUCKETS for n in range(len(keys))]  # type: ignore[attr-defined,arg-type]
    ordered = sorted(range(len(buckets)), key=lambda number: (buckets[number], number))
    return {"fold_first": _offsets(FOLD_BUCKETS, buckets), "fold_keys": _bytes("I", ordered)}


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


def _trie(keys: Iterable[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202 - marisa_trie has no type hints
    import marisa_trie

    return marisa_trie.Trie(sorted(keys))
