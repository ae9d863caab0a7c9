"""All shards' places put together: one row a place, in order of the ids, as columns on disk."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, Any, NamedTuple

from gazetteer.errors import InputError
from gazetteer.geonames.bundled import SOURCE_BITS, STEP
from gazetteer.geonames.tables import Fault
from gazetteer.layout import MINOR, ROW_BITS
from gazetteer.prior import MINOR_WEIGHT, kind_weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazetteer.geonames.workshop import Workshop

__all__ = ["COLUMNS_STEP", "Columns", "join_columns"]

COLUMNS_STEP = "columns"

#: Towns of so many people, and seats of government, are what the lists that the reader was fitted on have.
_TOWN = 500

#: Kinds of which a full list has few, all of them notable; the others are farms and brooks for the most part.
_GREAT = frozenset({
    "A ADM1", "A ADM2", "A PCL", "A PCLD", "A PCLF", "A PCLI", "A PCLIX", "A PCLS", "H GULF", "H OCN", "H SEA", "H STRT", "L CONT", "S AIRP",
})  # fmt: skip

#: How deep in the dotted codes the area of these kinds is.
_DEPTHS = {"A ADM1": 1, "A ADM2": 2} | dict.fromkeys(("A PCL", "A PCLD", "A PCLF", "A PCLI", "A PCLIX", "A PCLS"), 0)

#: Rows looked at together.
_AT_ONCE = 1 << 20

#: As many area codes as fit in a row's 16 bits, less the one for places outside all.
_MOST_AREAS = (1 << 16) - 1


class Columns(NamedTuple):
    """The columns of all places, arrays of one length, mapped from disk.

    ``place`` is the id as a number, ``kind`` and ``area`` are numbers in the lists of the step's note, ``shard`` is where the row is from, and
    ``weight`` is what the place counts for as the meaning of a name, its population included.
    """

    place: Any
    lat: Any
    lon: Any
    population: Any
    kind: Any
    area: Any
    shard: Any
    weight: Any

    @classmethod
    def open(cls, workshop: Workshop) -> Columns:
        """Map the columns of the finished step."""
        import numpy as np

        return cls(*(np.load(workshop.path(COLUMNS_STEP, f"{name}.npy"), mmap_mode="r") for name in cls._fields))

    def rows_of(self, places: Any) -> tuple[Any, Any]:
        """Return for each place the row, and whether there is such a place at all."""
        import numpy as np

        rows = np.searchsorted(self.place, places)
        rows[rows == len(self.place)] = 0
        return rows, self.place[rows] == places


def join_columns(workshop: Workshop, steps: Sequence[str]) -> list[Fault]:
    """Make the step `COLUMNS_STEP` of the shards' columns; the first row of a place stays.

    Its note has ``kinds``, the lines of the compiled file's section, ``areas``, the area codes, ``holders``, the row that stands for each code
    (None where there is none), and ``twice``, the rows that are there again.

    Returns
    -------
    list of Fault
        The rows of the dump that have the id of an earlier one.
    """
    if not workshop.is_done(COLUMNS_STEP):
        _join(workshop, steps)
    return [Fault(line, f"{place} is the id of an earlier row") for line, place in workshop.note(COLUMNS_STEP)["twice"]]


def _join(workshop: Workshop, steps: Sequence[str]) -> None:
    """Make the step, a column at a time: all of them at once would take more memory than anything else in a build."""
    import numpy as np
    from pyarrow import feather

    tables = [feather.read_table(str(workshop.path(step, "places.arrow")), memory_map=True) for step in steps]
    place = _joined(tables, "place")
    order, again = _order(place)
    if len(order) > 1 << ROW_BITS:
        raise InputError(f"The dump has {len(order):,} places; a gazetteer holds {1 << ROW_BITS:,} at most: leave some out.")
    note: dict[str, Any] = {"twice": sorted(zip(_joined(tables, "line")[again].tolist(), place[again].tolist(), strict=True))}
    place = place[order]
    numbered, kind_names = _numbered(tables, "kind")
    area, note["areas"] = _areas(workshop, tables, order, numbered, kind_names)
    population = _joined(tables, "population")[order]
    kind, note["kinds"] = _kinds(workshop, place, numbered[order], kind_names, population)
    del numbered
    note["holders"] = _holders(workshop, place, population, kind, area, note)
    shard = np.repeat(np.arange(len(tables), dtype=np.uint16), [len(table) for table in tables])
    with workshop.step(COLUMNS_STEP, note) as folder:
        for name, column in (
            ("place", place),
            ("population", population),
            ("kind", kind),
            ("area", area),
            ("shard", shard[order]),
        ):
            np.save(folder / f"{name}.npy", column)
        np.save(folder / "weight.npy", _weights(kind, note["kinds"], population))
        del place, population, kind, area, shard
        for name in ("lat", "lon"):
            np.save(folder / f"{name}.npy", _joined(tables, name)[order])


def _order(place: Any) -> tuple[Any, Any]:
    """Return where each place is first, in order of the places, and where a place is again."""
    import numpy as np

    order = np.argsort(place, kind="stable").astype(np.uint32)
    first = np.ones(len(order), bool)
    first[1:] = np.diff(place[order]) != 0
    return order[first], order[~first]


def _positions(values: Any, sorted_values: Any) -> Iterator[tuple[slice, Any]]:
    """Yield where some values at a time are among sorted ones: all at once would take eight bytes for each."""
    import numpy as np

    for begin in range(0, len(values), _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        yield part, np.searchsorted(sorted_values, values[part])


def _joined(tables: Sequence[Any], column: str) -> Any:
    import numpy as np

    return np.concatenate([table[column].to_numpy() for table in tables])


def _numbered(tables: Sequence[Any], column: str) -> tuple[Any, list[str]]:
    """Return a column of strings as numbers of a sorted list of the different ones, and that list."""
    import numpy as np

    encoded = [chunk for table in tables for chunk in table[column].chunks]
    words = sorted({word for chunk in encoded for word in chunk.dictionary.to_pylist()})
    number_of = {word: number for number, word in enumerate(words)}
    numbers = [
        np.array([number_of[word] for word in chunk.dictionary.to_pylist()], np.uint32)[chunk.indices.to_numpy()]
        for chunk in encoded
        if len(chunk)
    ]
    return np.concatenate(numbers), words


def _kinds(workshop: Workshop, place: Any, kind: Any, names: Sequence[str], population: Any) -> tuple[Any, list[str]]:
    """Number the kinds with their sources, those places apart that only a list of everything has."""
    import numpy as np

    notable = np.load(workshop.path(STEP, "places.npy"))
    great = np.array([name in _GREAT or name.startswith(("P PPLA", "P PPLC")) for name in names])
    towns = np.array([name.startswith("P ") for name in names])
    minor = ~great[kind] & ~(towns[kind] & (population >= _TOWN))
    for part, found in _positions(place, notable):
        minor[part] &= notable[np.minimum(found, len(notable) - 1)] != place[part]
    key = (place >> np.uint64(SOURCE_BITS)).astype(np.uint32) << 24 | kind << 1 | minor
    keys = np.unique(key)
    numbers = np.empty(len(key), np.uint16)
    for part, found in _positions(key, keys):
        numbers[part] = found
    lines = [f"{k >> 24} {names[k >> 1 & 0x7FFFFF]}{f' {MINOR}' if k & 1 else ''}" for k in keys.tolist()]
    return numbers, lines


def _weights(kind: Any, kinds: Sequence[str], population: Any) -> Any:
    import numpy as np

    by_kind = [MINOR_WEIGHT if line.endswith(f" {MINOR}") else kind_weight(*line.split(" ")[1:3]) for line in kinds]
    people = np.unique(population)
    # Not numpy's logarithm, whose last digit depends on the processor.
    by_people = np.array([log10(count + 1) for count in people.tolist()])
    weights = np.array(by_kind)[kind]
    for part, found in _positions(population, people):
        weights[part] += by_people[found]
    return weights


def _areas(workshop: Workshop, tables: Sequence[Any], order: Any, kind: Any, kind_names: Sequence[str]) -> tuple[Any, list[str]]:
    """Number the areas that places lie in: those that have a place of their own or are known already; others are their parents."""
    import numpy as np

    numbers, codes = _numbered(tables, "area")
    known = {code for code in codes if code.count(".") < 2} | set(workshop.note(STEP))
    for number, depth in ((kind_names.index(name), depth) for name, depth in _DEPTHS.items() if name in kind_names):
        known |= {code for n in np.unique(numbers[kind == number]).tolist() if (code := codes[n]).count(".") == depth}
    kept = sorted(known - {""}, key=lambda code: (code.count("."), code))[:_MOST_AREAS]
    number_of = {code: number for number, code in enumerate(kept)}
    area_of = np.array([number_of.get(_nearest(code, number_of), len(kept)) for code in codes], np.uint16)
    return area_of[numbers[order]], kept


def _nearest(code: str, known: Iterable[str]) -> str:
    while code and code not in known:
        code = code.rpartition(".")[0]
    return code


def _holders(workshop: Workshop, place: Any, population: Any, kind: Any, area: Any, note: Mapping[str, Any]) -> list[int | None]:
    """Return the row that stands for each area: the one that does in the bundled gazetteer, or else the most populous."""
    import numpy as np

    areas: list[str] = note["areas"]
    depths = [_DEPTHS.get(line.split(" ", 1)[1].removesuffix(f" {MINOR}"), -1) for line in note["kinds"]]
    best: dict[int, tuple[int, int]] = {}
    for row in np.flatnonzero(np.array(depths)[kind] >= 0).tolist():
        number = int(area[row])
        if number < len(areas) and areas[number].count(".") == depths[kind[row]]:
            best[number] = max(best.get(number, (-1, 0)), (int(population[row]), -row))
    holders = [-best[number][1] if number in best else None for number in range(len(areas))]
    bundled = {code: held for code, held in workshop.note(STEP).items() if held is not None}
    rows = np.searchsorted(place, np.array([bundled.get(code, 0) for code in areas], np.uint64)).tolist()
    return [row if code in bundled else own for row, code, own in zip(rows, areas, holders, strict=True)]
