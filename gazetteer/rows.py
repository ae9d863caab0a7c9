"""Every place under one row number: those of the compiled file, then those of the overlay, then a newsroom's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from gazetteer.errors import InputError
from gazetteer.layout import NUMBERS_A_ROW, ROW_MASK
from gazetteer.prior import kind_weight, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer.model import Kind, Place
    from gazetteer.overlay import Overlay
    from gazetteer.own import OwnPlaces
    from gazetteer.records import Records

__all__ = ["KindFilter", "Rows"]

#: Choices of kinds kept ready.
_KIND_FILTERS: Final = 64


class KindFilter:
    """Tells places of some kinds from others.

    Parameters
    ----------
    numbers
        The numbers of the kinds in the compiled file.
    minor
        Whether kinds of minor places are among them.
    feature_classes
        GeoNames' letters of the kinds, for places that are not in the compiled file; all if there are none.
    """

    def __init__(self, numbers: frozenset[int], minor: bool, feature_classes: str) -> None:
        self.numbers = numbers
        self.minor = minor
        self._feature_classes = feature_classes

    def takes(self, place: Place) -> bool:
        """Tell whether a place that is not in the compiled file is of one of the kinds."""
        return not self._feature_classes or place.kind.feature_class in self._feature_classes


class Rows:
    """Places by row number.

    Parameters
    ----------
    records
        The places of the compiled file.
    overlay
        The project's additions, each place made when it is first asked for, and the points of places of the file that have none there.
    own
        A newsroom's places; one with the id of another place stands in its stead.
    """

    def __init__(self, records: Records, overlay: Overlay, own: OwnPlaces | None) -> None:
        self._records = records
        self._in_file = len(records)
        self._overlay = overlay
        self._ids = list(overlay.places)
        self._row = {place_id: row for row, place_id in enumerate(self._ids, len(records))}
        self._made: dict[int, Place] = {}
        for place_id, (lat, lon) in overlay.points.items():
            row = self.find(place_id)
            self._made[row] = replace(records.place(row), lat=lat, lon=lon)
        for place in own.places if own else ():
            self._made[self._claim(place.id)] = place
        #: The compiled file's rows as numbers, see `Records`.
        self.fixed, self.halves = records.fixed, records.halves
        self.kind_filter = lru_cache(_KIND_FILTERS)(self._make_kind_filter)
        #: The rows of the compiled file in whose stead other places stand: a newsroom's own, and those to which the overlay gives a point.
        self.changed = frozenset(row for row in self._made if row < len(records))

    def _claim(self, place_id: str) -> int:
        """Return the row of an id, a new one if no place has it."""
        if place_id not in self:
            self._row[place_id] = len(self)
            self._ids.append(place_id)
        return self.find(place_id)

    def __len__(self) -> int:
        return len(self._records) + len(self._ids)

    @property
    def beside(self) -> Sequence[int]:
        """The rows whose places are not where the compiled file has them: those that are not in it, and those that were changed."""
        return [*sorted(self.changed), *range(len(self._records), len(self))]

    def place(self, row: int) -> Place:
        """Return the place of a row."""
        made = self._made.get(row)
        if made is not None:
            return made
        if row < self._in_file:
            return self._records.place(row)
        self._made[row] = place = self._overlay.place(self._ids[row - self._in_file])
        return place

    def id(self, row: int) -> str:
        """Return the id of a row's place, without making the place."""
        return self._records.id(row) if row < self._in_file else self._ids[row - self._in_file]

    def ids(self, meanings: list[int]) -> tuple[str, ...]:
        """Return the ids of the places of meanings (`gazetteer.index`), without making the places."""
        numbers, end = self._records.numbers, self._records.geonames_end
        # Nearly all are GeoNames': their ids are written here, as a call for each would take longer than all the rest.
        return tuple(
            [
                f"geonames:{numbers[row * NUMBERS_A_ROW]}" if (row := meaning & ROW_MASK) < end else self.id(row)
                for meaning in meanings
            ]
        )

    def find(self, place_id: str) -> int:
        """Return the row of an id.

        Raises
        ------
        InputError
            If no place has it.
        """
        row = self._row.get(place_id)
        if row is None:
            row = self._records.row_of(place_id)
        if row is None:
            raise InputError(f"The gazetteer has no place {place_id!r}: look for it by name with 'dateline geocode'.")
        return row

    def __contains__(self, place_id: str) -> bool:
        return place_id in self._row or self._records.row_of(place_id) is not None

    def point(self, row: int) -> tuple[float, float]:
        """Return latitude and longitude of a row's place, degrees."""
        if row < len(self._records) and row not in self._made:
            return self._records.point_of(row)
        place = self.place(row)
        return place.lat, place.lon

    def count_kinds(self) -> Counter[Kind]:
        """Count the places of each kind."""
        counts: Counter[Kind] = Counter()
        for kind, count in self._records.count_kinds():
            counts[kind] += count
        counts.update(self.place(row).kind for row in range(self._in_file, len(self)))
        return counts

    def is_minor(self, place_id: str) -> bool:
        """Tell whether a place is one of those that only a list of everything has."""
        if not self._records.minor or place_id not in self:
            return False
        row = self.find(place_id)
        return row < self._in_file and row not in self._made and self._records.is_minor(row)

    def _make_kind_filter(self, feature_classes: str, minor: bool) -> KindFilter:
        """Return what tells places of these feature classes (all, if none are given), with or without minor ones, from others."""
        numbers = [
            number
            for number, kind in enumerate(self._records.kinds)
            if (not feature_classes or kind.feature_class in feature_classes) and (minor or number not in self._records.minor)
        ]
        return KindFilter(frozenset(numbers), minor, feature_classes)

    def prior(self, row: int, name_kind: str) -> float:
        """Weigh a row's place as the meaning of a name (`gazetteer.prior`)."""
        if row < self._in_file and row not in self._made:
            return weigh(*self._records.weight_and_population(row), name_kind)
        place = self.place(row)
        return weigh(kind_weight(place.kind.feature_class, place.kind.code), place.population, name_kind)
