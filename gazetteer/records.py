"""The rows of the compiled gazetteer as places: mapped columns in, `Place` values out."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from gazetteer.layout import NO_ROW, from_fixed, pack_id, unpack_id
from gazetteer.model import BBox, Kind, Place

if TYPE_CHECKING:
    from gazetteer.container import Container

__all__ = ["Records"]

#: Places kept ready: those that texts name most are few.
_CACHED_PLACES = 1 << 15


class Records:
    """Places by row number.

    Parameters
    ----------
    container
        The compiled file; nothing of it is copied.
    """

    def __init__(self, container: Container) -> None:
        import marisa_trie

        self._titles = marisa_trie.Trie().map(container.section("titles"))
        self._areas = marisa_trie.Trie().map(container.section("areas"))
        self._id = container.column("id", "I")
        self._lat, self._lon = container.column("lat", "i"), container.column("lon", "i")
        self._population = container.column("population", "I")
        self._kind = container.column("kind", "B")
        self._title = container.column("title", "I")
        self._area = container.column("area", "H")
        self._area_rows = container.column("area_rows", "I")
        self._bbox_rows, self._bbox = container.column("bbox_rows", "I"), container.column("bbox", "i")
        lines = [line.split(" ") for line in bytes(container.section("kinds")).decode().split("\n")]
        self.kinds = tuple(Kind(feature_class, code) for _, feature_class, code in lines)
        self._sources = tuple(int(source) for source, _, _ in lines)
        self.place = lru_cache(_CACHED_PLACES)(self._read)

    def __len__(self) -> int:
        return len(self._id)

    def _read(self, row: int) -> Place:
        kind = self._kind[row]
        country, admin1, admin2 = self.area_of(row)
        return Place(
            id=unpack_id(self._sources[kind], self._id[row]),
            name=self._titles.restore_key(self._title[row]),
            kind=self.kinds[kind],
            lat=from_fixed(self._lat[row]),
            lon=from_fixed(self._lon[row]),
            country=country,
            admin1=admin1,
            admin2=admin2,
            population=self._population[row],
            bbox=self._bbox_of(row),
        )

    def kind_of(self, row: int) -> Kind:
        """Return the kind of a row's place."""
        return self.kinds[self._kind[row]]

    def population_of(self, row: int) -> int:
        """Return the population of a row's place."""
        return int(self._population[row])

    def point_of(self, row: int) -> tuple[float, float]:
        """Return latitude and longitude of a row's place, degrees."""
        return from_fixed(self._lat[row]), from_fixed(self._lon[row])

    def area_of(self, row: int) -> tuple[str, str, str]:
        """Return the codes of country, first- and second-order area of a row's place; ``""`` where there is none."""
        number = self._area[row]
        if number >= len(self._areas):
            return "", "", ""
        country, _, rest = self._areas.restore_key(number).partition(".")
        admin1, _, admin2 = rest.partition(".")
        return country, admin1, admin2

    def area(self, code: str) -> int | None:
        """Return the row of the country or area with this dotted code, or None."""
        number = self._areas.get(code)
        row = NO_ROW if number is None else self._area_rows[number]
        return None if row == NO_ROW else row

    def row_of(self, place_id: str) -> int | None:
        """Return the row of an id, or None; InputError if it is no id."""
        source, number = pack_id(place_id)
        # Rows are ordered by source, then number.
        low, high = self._first_of_source(source), self._first_of_source(source + 1)
        row = bisect_left(self._id, number, low, high)
        return row if row < high and self._id[row] == number else None

    def _first_of_source(self, source: int) -> int:
        return bisect_left(range(len(self._id)), source, key=lambda row: self._sources[self._kind[row]])

    def _bbox_of(self, row: int) -> BBox | None:
        at = bisect_left(self._bbox_rows, row)
        if at == len(self._bbox_rows) or self._bbox_rows[at] != row:
            return None
        west, south, east, north = (from_fixed(x) for x in self._bbox[4 * at : 4 * at + 4])
        return BBox(west, south, east, north)
