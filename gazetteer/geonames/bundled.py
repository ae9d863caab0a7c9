"""The bundled gazetteer as one more shard: what a dump lacks (airports by code, country names in many languages, extents), and what is notable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazetteer.geonames.shards import write_places
from gazetteer.geonames.tables import Places
from gazetteer.index import NameIndex
from gazetteer.layout import ROW_BITS, ROW_MASK, SOURCES, to_fixed
from gazetteer.overlay import Overlay
from gazetteer.records import Records
from gazetteer.rows import Rows

if TYPE_CHECKING:
    from typing import Any

    from gazetteer.container import Container
    from gazetteer.geonames.workshop import Workshop
    from gazetteer.model import BBox

__all__ = ["SOURCE_BITS", "STEP", "shard_bundled"]

STEP = "bundled"

#: A place is one number in a build: the number within its source, and above these bits that of the source, so that order is that of the rows.
SOURCE_BITS = 32


def shard_bundled(workshop: Workshop, container: Container, dumped: Any, shard: int) -> None:
    """Make the step `STEP` of the bundled gazetteer's compiled file.

    Parameters
    ----------
    workshop
        Where to.
    container
        The compiled file.
    dumped
        The numbers of the places of the dump, ascending. Of these only the names are taken, for the dump's rows are newer.
    shard
        The number of this shard.
    """
    import numpy as np

    records = Records(container)
    rows = np.array([_place_number(records, row) for row in range(len(records))], np.uint64)
    found = np.searchsorted(dumped, rows)
    known = (found < len(dumped)) & (dumped[np.minimum(found, len(dumped) - 1)] == rows)
    places = Places()
    for row in np.flatnonzero(~known).tolist():
        _add(places, records, row, int(rows[row]))
    _add_names(places, container, rows)
    boxed = [(row, records.place(row).bbox) for row in container.column("bbox_rows", "I")]
    with workshop.step(STEP, _holders(records, rows)) as folder:
        write_places(folder, places, shard)
        np.save(folder / "places.npy", np.sort(rows))
        np.save(folder / "boxed.npy", np.array([rows[row] for row, _ in boxed], np.uint64))
        np.save(folder / "boxes.npy", np.array([_corners(box) for _, box in boxed], np.int32).reshape(-1, 4))


def _place_number(records: Records, row: int) -> int:
    source = next(number for number in range(len(SOURCES)) if row < records.source_first[number + 1])
    number: int = records.number(row)
    return source << SOURCE_BITS | number


def _add(places: Places, records: Records, row: int, number: int) -> None:
    place = records.place(row)
    places.ids.append(number)
    places.lines.append(0)
    places.titles.append(place.name)
    places.lats.append(to_fixed(place.lat))
    places.lons.append(to_fixed(place.lon))
    places.populations.append(place.population)
    places.kinds.append(f"{place.kind.feature_class} {place.kind.code}")
    places.areas.append(".".join(code for code in (place.country, place.admin1, place.admin2) if code))


def _add_names(places: Places, container: Container, rows: Any) -> None:
    index = NameIndex(container, Rows(Records(container), Overlay(), None), {}, {})
    for key in index.trie.iterkeys(""):
        for meaning in index.meanings(key, codes=True):
            places.names.keys.append(key)
            places.names.places.append(int(rows[meaning & ROW_MASK]))
            places.names.kinds.append(meaning >> ROW_BITS)


def _holders(records: Records, rows: Any) -> dict[str, int | None]:
    """Return the place that stands for each area code that is known, None where there is none."""
    holders = ((code, records.area(code)) for code in sorted(records.areas()))
    return {code: None if row is None else int(rows[row]) for code, row in holders}


def _corners(box: BBox | None) -> list[int]:
    return [to_fixed(corner) for corner in (box.west, box.south, box.east, box.north)] if box else []
