"""The gazetteer: places by name, by id, by area and by position, from a compiled file that all processes share."""

from __future__ import annotations

from functools import cache, lru_cache
from math import isfinite, isnan
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gazetteer.candidates import Candidates, NearCandidates
from gazetteer.container import BUNDLED, Container
from gazetteer.errors import InputError
from gazetteer.index import NameIndex, row_and_kind
from gazetteer.model import Candidate
from gazetteer.names import normalise
from gazetteer.overlay import Overlay
from gazetteer.phrases import contained, reordered
from gazetteer.records import Records
from gazetteer.respelling import Respeller
from gazetteer.rows import Rows
from gazetteer.spatial import Grid

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Sequence

    from gazetteer.model import BBox, Kind, Place
    from gazetteer.own import OwnPlaces
    from gazetteer.rows import KindFilter

__all__ = ["Gazetteer"]

_OVERLAY: Final = "overlay.json"

#: Names whose meanings are kept ready, in plain dictionaries that are emptied when they are full: a day's news repeats a few thousand.
_CACHED_NAMES: Final = 1 << 15

#: The most places that are returned for a name, unless more or fewer are asked for.
_USUAL_LIMIT: Final = 20

#: The most meanings of another spelling that are weighed.
_RESPELT: Final = 1000

#: Everything comes near a shorter name.
_SHORTEST_NEAR: Final = 4


class Gazetteer:
    """Places by name.

    Open one with `bundled` or `open`. It is read-only; threads may share it, and processes that open the same file share its memory.

    Parameters
    ----------
    container
        The compiled places.
    overlay
        Places and names added by hand.
    own
        A newsroom's own places and spellings.
    """

    def __init__(self, container: Container, overlay: Overlay, own: OwnPlaces | None = None) -> None:
        self.path = container.path
        #: The compiled file.
        self.container = container
        #: What is laid over it.
        self.overlay = overlay
        self._own = own
        self._records = Records(container)
        self._rows = Rows(self._records, overlay, own)
        self._index = NameIndex(container, self._rows, overlay.meanings, own.names if own else {})
        self._respeller = Respeller(self._index.trie, container.column("fold_first", "I"), container.column("fold_keys", "I"))
        self._grid = Grid(self._rows, container)
        self._ids: dict[str, tuple[str, ...]] = {}
        self._candidates: dict[tuple[str, int], Candidates] = {}
        self._near_candidates = lru_cache(_CACHED_NAMES)(self._read_near_candidates)

    @classmethod
    def bundled(cls) -> Gazetteer:
        """Open the gazetteer that is installed with the package; everyone in a process gets the same one."""
        return _open_bundled()

    @classmethod
    def open(cls, path: Path | str) -> Gazetteer:
        """Open a compiled gazetteer, with the overlay in it, or else the ``overlay.json`` beside it if there is one.

        Parameters
        ----------
        path
            A file made by ``dateline gazetteer build`` or ``python -m gazetteer.build``.

        Raises
        ------
        InputError
            If the file is missing, damaged, no gazetteer, or made for another version of Dateline.
        """
        container = Container(Path(path))
        if "overlay" in container:
            return cls(container, Overlay.from_json(bytes(container.section("overlay"))))
        return cls(container, Overlay.read(container.path.with_name(_OVERLAY), base=container.fingerprint))

    def with_places(self, own: OwnPlaces) -> Gazetteer:
        """Return a gazetteer over the same file in which a newsroom's own places and spellings come first (`gazetteer.own.read_places`)."""
        return Gazetteer(self.container, self.overlay, own)

    def __reduce__(self) -> tuple[Callable[..., Gazetteer], tuple[Path, OwnPlaces | None]]:
        # Another process opens the same file and shares its memory.
        return _reopened, (self.path, self._own)

    @property
    def fingerprint(self) -> int:
        """A number that tells the compiled file from others."""
        return self.container.fingerprint

    @property
    def names(self) -> int:
        """How many different names the compiled file has."""
        return len(self._index.trie)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that it consists of: the compiled one, and the overlay beside it if it has one."""
        overlay = self.path.with_name(_OVERLAY)
        beside = "overlay" not in self.container and overlay.exists()
        return (self.path, overlay) if beside else (self.path,)

    def sources(self) -> str:
        """Say what the compiled file was made of and under which licences; empty where that is not known."""
        if "sources" in self.container:
            return bytes(self.container.section("sources")).decode()
        path = self.path.with_name("SOURCES")
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def count_kinds(self) -> Counter[Kind]:
        """Count the places of each kind, without making the places."""
        return self._rows.count_kinds()

    def is_minor(self, place: Place) -> bool:
        """Tell whether a place is of no weight: one that only a list of everything has, such as a farm, a brook or a hamlet.

        The bundled gazetteer has none. Where a full list is used, that a word is also a farm's name says nothing of the word.
        """
        return self._rows.is_minor(place.id)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Place]:
        for row in range(len(self._rows)):
            yield self._rows.place(row)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and normalise(name) in self._index

    def ids(self, name: str, *, limit: int = _USUAL_LIMIT) -> tuple[str, ...]:
        """Return the ids of the places that bear a name exactly (case and accents aside), best first, without making the places."""
        if limit != _USUAL_LIMIT:
            return self._read_ids(name, limit)
        ids = self._ids.get(name)
        if ids is None:
            if len(self._ids) >= _CACHED_NAMES:
                self._ids.clear()
            ids = self._ids[name] = self._read_ids(name, limit)
        return ids

    def lookup(
        self, name: str, *, limit: int = _USUAL_LIMIT, exact: bool = False, fold: bool = False, fuzzy: bool = False
    ) -> Sequence[Candidate]:
        """Find the places that a name may mean.

        Where no place bears the name, those come that are named nearly so, and each says how and at what cost: other romanisations, one
        wrong letter, the words in another order, or a name inside the name ("Boston Common" is in Boston).

        Parameters
        ----------
        name
            A name as written; a leading "the" is dropped where the name is unknown with it. Codes (airports' and countries') are
            found only by a name in capitals.
        limit
            The most candidates to return.
        exact
            Only places that bear the name, case and accents aside.
        fold
            Exact ones, and those whose name is another romanisation of this one (``match`` is ``folded``).
        fuzzy
            Exact ones, and those whose name is one or two letters away, for names of five letters or more (``match`` is ``fuzzy``).

        Returns
        -------
        Sequence of Candidate
            Best first by `gazetteer.prior.prior`: exact ones, then the others, each with its cost. Each place once.
        """
        bearing = self._candidates.get((name, limit))
        if bearing is None:
            bearing = self._keep_candidates(name, limit)
        if fold or fuzzy:
            found = self._with_respelt(bearing, self._respeller.folded(bearing.key), "folded") if fold else bearing
            found = self._with_respelt(found, self._respeller.nearby(bearing.key), "fuzzy") if fuzzy else found
            return found[:limit]
        if exact or len(bearing) or len(bearing.key) < _SHORTEST_NEAR:
            return bearing
        return self._near_candidates(bearing.key, limit)

    def _read_ids(self, name: str, limit: int) -> tuple[str, ...]:
        return self._rows.ids(self._index.meanings(normalise(name), codes=name.isupper(), limit=limit))

    def _keep_candidates(self, name: str, limit: int) -> Candidates:
        """Return the places that bear a name, and keep them ready."""
        key, codes = normalise(name), name.isupper()
        meanings = self._index.meanings(key, codes=codes, limit=limit)
        if not meanings and key.startswith("the "):
            key = key[4:]
            meanings = self._index.meanings(key, codes=codes, limit=limit)
        if len(self._candidates) >= _CACHED_NAMES:
            self._candidates.clear()
        found = self._candidates[name, limit] = Candidates(self._rows, key, meanings)
        return found

    def _read_near_candidates(self, key: str, limit: int) -> NearCandidates:
        return NearCandidates(lambda: self._find_near(key, limit))

    def _find_near(self, key: str, limit: int) -> tuple[Candidate, ...]:
        found = self._with_respelt((), reordered(key), "reordered")
        found = self._with_respelt(found, self._respeller.folded(key), "folded")
        found = found or self._with_respelt((), self._respeller.slips(key), "fuzzy")
        parts = contained(key, self._index.__contains__)
        for part, cost in parts:
            # No part may crowd the others out.
            places = self._with_respelt((), [(part, cost)], "contained")[: max(1, limit // len(parts))]
            known = {candidate.place.id for candidate in found}
            found = (*found, *[candidate for candidate in places if candidate.place.id not in known])
        return found[:limit]

    def _with_respelt(self, found: Sequence[Candidate], keys: Sequence[tuple[str, float]], match: str) -> tuple[Candidate, ...]:
        """Append the meanings of other names, those of low cost and high prior first, leaving out places that are there already."""
        known = {candidate.place.id for candidate in found}
        respelt = [
            (4 * cost - self._rows.prior(row, name_kind), self._rows.id(row), row, name_kind, key, cost)
            for key, cost in keys
            for row, name_kind in map(row_and_kind, self._index.meanings(key, codes=False, limit=_RESPELT))
        ]
        fresh = []
        for _, place_id, row, name_kind, key, cost in sorted(respelt):
            if place_id not in known:
                known.add(place_id)
                place = self._rows.place(row)
                fresh.append(Candidate(place, place.name if name_kind == "name" else key, match, cost, name_kind))
        return (*found, *fresh)

    def place(self, place_id: str) -> Place:
        """Return the place of an id.

        Raises
        ------
        InputError
            If the gazetteer has no such place.
        """
        return self._rows.place(self._rows.find(place_id))

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code, or None."""
        return self._area(code.upper())

    def admin1(self, country: str, code: str) -> Place | None:
        """Return the first-order area of a country's code and GeoNames' code for it, or None."""
        return self._area(f"{country.upper()}.{code}")

    def _area(self, code: str) -> Place | None:
        row = self._records.area(code)
        return None if row is None else self._rows.place(row)

    def parents(self, place: Place) -> tuple[Place, ...]:
        """Return the areas that hold a place, the smallest first: second-order area, first-order area, country."""
        codes = [code for code in (place.country, place.admin1, place.admin2) if code]
        areas = [self._area(".".join(codes[:depth])) for depth in range(len(codes), 0, -1)]
        return tuple([area for area in areas if area is not None and area.id != place.id])

    def near(
        self, lat: float, lon: float, *, km: float = 25.0, limit: int = 20, feature_classes: str = "", minor: bool = True
    ) -> tuple[Place, ...]:
        """Return the places whose point is within a distance (km, great circle) of a point (degrees), nearest first.

        Parameters
        ----------
        lat, lon
            The point, degrees.
        km
            The distance.
        limit
            The most places to return; a few of many are found as soon as a few of few.
        feature_classes
            GeoNames' letters of the kinds of place that are asked for: ``"P"`` is cities, towns and villages. All, if empty.
        minor
            Whether those of no weight count (`is_minor`), which near any point of a full list are nearly all.

        Raises
        ------
        InputError
            If one of the numbers is none (NaN), or the point has an infinite coordinate.
        """
        if isnan(km) or not (isfinite(lat) and isfinite(lon)):
            raise InputError(
                f"{km} km around {lat}, {lon} is no circle on Earth: give latitude, longitude and a distance as numbers."
            )
        kinds = self._kind_filter(feature_classes, minor=minor)
        return tuple([self._rows.place(row) for row in self._grid.near(lat, lon, km, limit, kinds)])

    def within(self, bbox: BBox, *, feature_classes: str = "", minor: bool = True) -> Iterator[Place]:
        """Yield the places whose point lies in a box, which may cross the antimeridian: of all kinds, or of those that `near` tells of.

        Raises
        ------
        InputError
            If a side of the box is no number, or infinite.
        """
        if not all(isfinite(side) for side in (bbox.west, bbox.south, bbox.east, bbox.north)):
            raise InputError(f"{bbox} is no box on Earth: give its four sides in degrees.")
        for row in self._grid.within(bbox, self._kind_filter(feature_classes, minor=minor)):
            yield self._rows.place(row)

    def _kind_filter(self, feature_classes: str, *, minor: bool) -> KindFilter | None:
        return None if minor and not feature_classes else self._rows.kind_filter(feature_classes, minor)

    def prefix(self, opening: str, *, limit: int = 20) -> tuple[Candidate, ...]:
        """Return places whose name begins with these letters, likeliest first, each once (``match`` is ``prefix``).

        ``cost`` is the share of the matched name that was not typed.
        """
        from heapq import nlargest

        key = normalise(opening)
        if not key:
            return ()
        # A short opening has thousands of names: places are made only for those whose first meaning weighs most.
        likeliest = nlargest(2 * limit, sorted(set(self._index.openings(key))), key=self._weight_of_name)
        return self._with_respelt((), [(name, round(1 - len(key) / len(name), 3)) for name in likeliest], "prefix")[:limit]

    def _weight_of_name(self, key: str) -> float:
        """Return the prior of a name's likeliest meaning."""
        return self._rows.prior(*row_and_kind(self._index.meanings(key, codes=True)[0]))


@cache
def _open_bundled() -> Gazetteer:
    return Gazetteer.open(BUNDLED)


def _reopened(path: Path, own: OwnPlaces | None) -> Gazetteer:
    bundled = Gazetteer.bundled()
    known = bundled if path == bundled.path else Gazetteer.open(path)
    return known.with_places(own) if own else known
