"""The rows of the compiled gazetteer as places: mapped columns in, `Place` values out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from gazetteer.layout import NO_ROW, NUMBER, ROW, SCALE, SOURCES, from_fixed, pack_id, unpack_id
from gazetteer.model import BBox, Kind, Place

if TYPE_CHECKING:
    from gazetteer.container import Container

__all__ = ["Records"]

#: Places kept ready: those that texts name most are few.
_CACHED_PLACES = 1 << 15

#: Area codes kept ready: there are fewer than 65,536.
_CACHED_AREAS = 1 << 13


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
        self._rows = container.section("rows")
        #: The rows as whole numbers: the first of each is the number of its place's id.
        self.numbers = self._rows.cast("I")
        self._area_rows = container.column("area_rows", "I")
        self._bbox_rows, self._bbox = container.column("bbox_rows", "I"), container.column("bbox", "i")
        lines = [line.split(" ") for line in bytes(container.section("kinds")).decode().split("\n")]
        self.kinds = tuple(Kind(feature_class, code) for _, feature_class, code in lines)
        self._sources = tuple(int(source) for source, _, _ in lines)
        self._boxed = {ROW.unpack_from(self._rows, row * ROW.size)[-1] for row in self._bbox_rows}
        self._source_first = [self._first_of_source(source) for source in range(len(SOURCES) + 1)]
        #: The row after the last of GeoNames' places, which come first.
        self.geonames_end = self._source_first[1]
        self._codes = lru_cache(_CACHED_AREAS)(self._split_area)
        self.place = lru_cache(_CACHED_PLACES)(self._read)

    def __len__(self) -> int:
        return len(self._rows) // ROW.size

    def _read(self, row: int) -> Place:
        number, lat, lon, population, title, area, kind = ROW.unpack_from(self._rows, row * ROW.size)
        source = self._sources[kind]
        return Place(
            f"geonames:{number}" if source == 0 else unpack_id(source, number),
            self._titles.restore_key(title),
            self.kinds[kind],
            lat / SCALE,
            lon / SCALE,
            *self._codes(area),
            population,
            self._bbox_of(row) if kind in self._boxed else None,
        )

    def id(self, row: int) -> str:
        """Return the id of a row's place."""
        number = self._number(row)
        if row < self.geonames_end:
            return f"geonames:{number}"
        return unpack_id(bisect_right(self._source_first, row) - 1, number)

    def kind_and_population(self, row: int) -> tuple[Kind, int]:
        """Return the kind and the population of a row's place."""
        _, _, _, population, _, _, kind = ROW.unpack_from(self._rows, row * ROW.size)
        return self.kinds[kind], population

    def point_of(self, row: int) -> tuple[float, float]:
        """Return latitude and longitude of a row's place, degrees."""
        _, lat, lon, *_ = ROW.unpack_from(self._rows, row * ROW.size)
        return lat / SCALE, lon / SCALE

    def _split_area(self, number: int) -> tuple[str, str, str]:
        """Return the codes of country, first- and second-order area; ``""`` where there is none."""
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
        """Return the row of an id, or None."""
        packed = pack_id(place_id)
        if packed is None:
            return None
        source, number = packed
        # Rows are ordered by source, then number.
        low, high = self._source_first[source : source + 2]
        row = bisect_left(range(len(self)), number, low, high, key=self._number)
        return row if row < high and self._number(row) == number else None

    def _number(self, row: int) -> int:
        number: int = NUMBER.unpack_from(self._rows, row * ROW.size)[0]
        return number

    def _first_of_source(self, source: int) -> int:
        return bisect_left(
            range(len(self)), source, key=lambda row: self._sources[ROW.unpack_from(self._rows, row * ROW.size)[-1]]
        )

    def _bbox_of(self, row: int) -> BBox | None:
        at = bisect_left(self._bbox_rows, row)
        if at == len(self._bbox_rows) or self._bbox_rows[at] != row:
            return None
        west, south, east, north = (from_fixed(x) for x in self._bbox[4 * at : 4 * at + 4])
        return BBox(west, south, east, north)
