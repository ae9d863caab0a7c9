"""The rows of the compiled gazetteer as places: mapped columns in, `Place` values out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from gazetteer.layout import HALVES_A_ROW, MINOR, NO_ROW, NUMBERS_A_ROW, ROW, SCALE, SOURCES, from_fixed, pack_id, unpack_id
from gazetteer.model import BBox, Kind, Place
from gazetteer.prior import MINOR_WEIGHT, kind_weight
from gazetteer.trie import open_trie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.container import Container

__all__ = ["Records"]

#: Places kept ready: those that texts name most are few.
_CACHED_PLACES: Final = 1 << 15

#: Area codes kept ready: there are fewer than 65,536.
_CACHED_AREAS: Final = 1 << 13

#: Rows counted at a time.
_AT_ONCE: Final = 1 << 20


class Records:
    """Places by row number.

    Parameters
    ----------
    container
        The compiled file; nothing of it is copied.
    """

    def __init__(self, container: Container) -> None:
        self._titles = open_trie(container, "titles")
        self._areas = open_trie(container, "areas")
        self._rows = container.section("rows")
        #: The rows as whole numbers: the first of each is the number of its place's id.
        self.numbers = self._rows.cast("I")
        #: The same with signs: the second and third of each are its latitude and longitude.
        self.fixed = self._rows.cast("i")
        #: The rows as halves of such numbers: the last of each is the number of its kind.
        self.halves = self._rows.cast("H")
        self._area_rows = container.column("area_rows", "I")
        self._bbox_rows, self._bbox = container.column("bbox_rows", "I"), container.column("bbox", "i")
        lines = [line.split(" ") for line in bytes(container.section("kinds")).decode().split("\n")]
        self.kinds = tuple(Kind(feature_class, code) for _, feature_class, code, *_ in lines)
        self._sources = tuple(int(source) for source, *_ in lines)
        #: The numbers of the kinds of places that only a list of everything has; there are none in the bundled gazetteer.
        self.minor = frozenset(number for number, line in enumerate(lines) if line[3:] == [MINOR])
        self._weights = tuple(
            MINOR_WEIGHT if number in self.minor else kind_weight(kind.feature_class, kind.code)
            for number, kind in enumerate(self.kinds)
        )
        self._boxed = {self.kind_number(row) for row in self._bbox_rows}
        #: The first row of each source, and the row after the last.
        self.source_first = [self._first_of_source(source) for source in range(len(SOURCES) + 1)]
        #: The row after the last of GeoNames' places, which come first.
        self.geonames_end = self.source_first[1]
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
        number = self.number(row)
        if row < self.geonames_end:
            return f"geonames:{number}"
        return unpack_id(bisect_right(self.source_first, row) - 1, number)

    def weight_and_population(self, row: int) -> tuple[float, int]:
        """Return what the kind of a row's place counts for (`gazetteer.prior`), and its population."""
        _, _, _, population, _, _, kind = ROW.unpack_from(self._rows, row * ROW.size)
        return self._weights[kind], population

    def is_minor(self, row: int) -> bool:
        """Tell whether a row's place is one of those that only a list of everything has."""
        return self.kind_number(row) in self.minor

    def kind_number(self, row: int) -> int:
        """Return the number of the kind of a row's place."""
        return self.halves[row * HALVES_A_ROW + HALVES_A_ROW - 1]

    def count_kinds(self) -> Iterator[tuple[Kind, int]]:
        """Yield each kind and how many places are of it; a kind may come twice."""
        column = self.halves[HALVES_A_ROW - 1 :: HALVES_A_ROW]
        counts: Counter[int] = Counter()
        for begin in range(0, len(column), _AT_ONCE):
            counts.update(column[begin : begin + _AT_ONCE].tolist())
        for number, count in sorted(counts.items()):
            yield self.kinds[number], count

    def point_of(self, row: int) -> tuple[float, float]:
        """Return latitude and longitude of a row's place, degrees."""
        at = row * NUMBERS_A_ROW
        return self.fixed[at + 1] / SCALE, self.fixed[at + 2] / SCALE

    def _split_area(self, number: int) -> tuple[str, str, str]:
        """Return the codes of country, first- and second-order area; ``""`` where there is none."""
        if number >= len(self._areas):
            return "", "", ""
        country, _, rest = self._areas.restore_key(number).partition(".")
        admin1, _, admin2 = rest.partition(".")
        return country, admin1, admin2

    def areas(self) -> Iterator[str]:
        """Yield the dotted codes of all areas that places lie in, in no order that means anything."""
        yield from self._areas.iterkeys()

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
        low, high = self.source_first[source : source + 2]
        row = bisect_left(range(len(self)), number, low, high, key=self.number)
        return row if row < high and self.number(row) == number else None

    def number(self, row: int) -> int:
        """Return the number of a row's place within its source."""
        return self.numbers[row * NUMBERS_A_ROW]

    def _first_of_source(self, source: int) -> int:
        return bisect_left(range(len(self)), source, key=lambda row: self._sources[self.kind_number(row)])

    def _bbox_of(self, row: int) -> BBox | None:
        at = bisect_left(self._bbox_rows, row)
        if at == len(self._bbox_rows) or self._bbox_rows[at] != row:
            return None
        west, south, east, north = [from_fixed(x) for x in self._bbox[4 * at : 4 * at + 4]]
        return BBox(west, south, east, north)
