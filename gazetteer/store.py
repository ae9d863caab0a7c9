"""The gazetteer: places by name, by id, by area and by position, from a compiled file that all processes share."""

from __future__ import annotations

from functools import lru_cache
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.container import Container
from gazetteer.errors import InputError
from gazetteer.model import Candidate, NameMatch, Place
from gazetteer.names import normalise
from gazetteer.overlay import Overlay
from gazetteer.prior import NAME_KINDS, prior
from gazetteer.records import Records
from gazetteer.respelling import Respeller
from gazetteer.spatial import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.model import BBox

__all__ = ["Gazetteer"]

_DATA = Path(__file__).with_name("data")

#: Names whose meanings are kept ready; a day's news repeats a few thousand.
_CACHED_NAMES = 1 << 15

#: The most words that a name in a text is taken to have.
_LONGEST_NAME = 8

_ROW_BITS = 24

#: Words that `normalise` writes out once another word follows.
_SHORT_FORMS = frozenset({"st", "ste", "mt", "ft"})


class Gazetteer:
    """Places by name.

    Open one with `bundled` or `open`. It is read-only; threads may share it, and processes that open the same file share its memory.

    Parameters
    ----------
    container
        The compiled places.
    overlay
        Places and names added by hand.
    """

    def __init__(self, container: Container, overlay: Overlay) -> None:
        import marisa_trie

        self.path = container.path
        self._records = Records(container)
        self._overlay = overlay
        self._trie = marisa_trie.Trie().map(container.section("names"))
        self._first = container.column("first", "I")
        self._postings = container.column("postings", "I")
        self._respeller = Respeller(self._trie, container.column("fold_first", "I"), container.column("fold_keys", "I"))
        self._grid = Grid(self._records, container.column("cell_first", "I"), container.column("cell_rows", "I"))
        self._candidates = lru_cache(_CACHED_NAMES)(self._read_candidates)
        self._features = lru_cache(_CACHED_NAMES)(self._read_features)

    @classmethod
    def bundled(cls) -> Gazetteer:
        """Open the gazetteer that is installed with the package."""
        return cls.open(_DATA / "places.gaz")

    @classmethod
    def open(cls, path: Path | str) -> Gazetteer:
        """Open a compiled gazetteer, with the ``overlay.json`` beside it if there is one.

        Parameters
        ----------
        path
            A file made by ``python -m gazetteer.build``.

        Raises
        ------
        InputError
            If the file is missing, damaged or no gazetteer.
        """
        path = Path(path)
        return cls(Container(path), Overlay.read(path.with_name("overlay.json")))

    def __len__(self) -> int:
        return len(self._records) + len(self._overlay)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._has(normalise(name))

    def _has(self, key: str) -> bool:
        return key in self._trie or key in self._overlay.names

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the ids of the places that bear a name exactly (case and accents aside), best first."""
        return tuple(candidate.place.id for candidate in self._candidates(normalise(name)))

    def lookup(self, name: str, *, limit: int = 20, fold: bool = False, fuzzy: bool = False) -> tuple[Candidate, ...]:
        """Find the places that a name may mean.

        Parameters
        ----------
        name
            A name as written; a leading "the" is dropped where the name is unknown with it.
        limit
            The most candidates to return.
        fold
            Also those whose name is another romanisation of this one (``match`` is ``folded``).
        fuzzy
            Also those whose name is one or two letters away, for names of five letters or more (``match`` is ``fuzzy``).

        Returns
        -------
        tuple of Candidate
            Best first by `gazetteer.prior.prior`: exact ones, then folded, then fuzzy, each with its cost. Each place once.
        """
        key = normalise(name)
        found = self._candidates(key)
        if not found and key.startswith("the "):
            key = key[4:]
            found = self._candidates(key)
        if fold:
            found = self._with_respelt(found, self._respeller.folded(key), "folded")
        if fuzzy:
            found = self._with_respelt(found, self._respeller.nearby(key), "fuzzy")
        return found[:limit]

    def _read_candidates(self, key: str) -> tuple[Candidate, ...]:
        place = self._records.place
        found = [Candidate(place(row), key, name_kind=name_kind) for row, name_kind in self._meanings(key)]
        found = [Candidate(c.place, c.place.name, name_kind=c.name_kind) if c.name_kind == "name" else c for c in found]
        added = self._overlay.names.get(key)
        if added:
            found = _merge([*(Candidate(self.place(place_id), key, name_kind=kind) for place_id, kind in added), *found])
        return tuple(found)

    def _meanings(self, key: str) -> Iterator[tuple[int, str]]:
        """Yield the rows of the compiled file that bear a name, best first, with the kind of the name."""
        number = self._trie.get(key)
        if number is None:
            return
        for posting in self._postings[self._first[number] : self._first[number + 1]]:
            yield posting & ((1 << _ROW_BITS) - 1), NAME_KINDS[posting >> _ROW_BITS]

    def _with_respelt(self, found: tuple[Candidate, ...], keys: Sequence[tuple[str, float]], match: str) -> tuple[Candidate, ...]:
        """Append the meanings of other names, those of low cost and high prior first, leaving out places that are there already."""
        known = {candidate.place.id for candidate in found}
        respelt = [Candidate(c.place, c.matched, match, cost, c.name_kind) for key, cost in keys for c in self._candidates(key)]
        respelt.sort(key=lambda c: (4 * c.cost - _prior(c), c.place.id))
        fresh = []
        for candidate in respelt:
            if candidate.place.id not in known:
                known.add(candidate.place.id)
                fresh.append(candidate)
        return (*found, *fresh)

    def place(self, place_id: str) -> Place:
        """Return the place of an id.

        Raises
        ------
        InputError
            If the gazetteer has no such place.
        """
        if place_id in self._overlay:
            return self._overlay.place(place_id)
        row = None if place_id.startswith("dateline:") else self._records.row_of(place_id)
        if row is None:
            raise InputError(f"The gazetteer has no place {place_id!r}: look for it by name with 'dateline geocode'.")
        return self._records.place(row)

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code, or None."""
        return self._area(code.upper())

    def admin1(self, country: str, code: str) -> Place | None:
        """Return the first-order area of a country's code and GeoNames' code for it, or None."""
        return self._area(f"{country.upper()}.{code}")

    def _area(self, code: str) -> Place | None:
        row = self._records.area(code)
        return None if row is None else self._records.place(row)

    def parents(self, place: Place) -> tuple[Place, ...]:
        """Return the areas that hold a place, the smallest first: second-order area, first-order area, country."""
        codes = [code for code in (place.country, place.admin1, place.admin2) if code]
        areas = (self._area(".".join(codes[:depth])) for depth in range(len(codes), 0, -1))
        return tuple(area for area in areas if area is not None and area.id != place.id)

    def near(self, lat: float, lon: float, *, km: float = 25.0, limit: int = 20) -> tuple[Place, ...]:
        """Return the places of the compiled file within a distance (km, great circle) of a point (degrees), nearest first."""
        return tuple(self._records.place(row) for row in self._grid.near(lat, lon, km)[:limit])

    def within(self, bbox: BBox) -> Iterator[Place]:
        """Yield the places of the compiled file whose point lies in a box, which may cross the antimeridian."""
        return (self._records.place(row) for row in self._grid.within(bbox))

    def prefix(self, opening: str, *, limit: int = 20) -> tuple[Candidate, ...]:
        """Return places whose name begins with these letters, likeliest first, each once (``match`` is ``prefix``).

        ``cost`` is the share of the matched name that was not typed.
        """
        key = normalise(opening)
        if not key:
            return ()
        keys = {*self._trie.iterkeys(key), *(name for name in self._overlay.names if name.startswith(key))}
        # A short opening has thousands of names: places are made only for those whose first meaning weighs most.
        likeliest = nlargest(2 * limit, sorted(keys), key=self._weight_of_name)
        return self._with_respelt((), [(name, round(1 - len(key) / len(name), 3)) for name in likeliest], "prefix")[:limit]

    def _weight_of_name(self, key: str) -> float:
        """Return the prior of a name's likeliest meaning."""
        weights = [
            _prior(Candidate(self.place(place_id), key, name_kind=kind)) for place_id, kind in self._overlay.names.get(key, ())
        ]
        for row, name_kind in self._meanings(key):
            kind = self._records.kind_of(row)
            weights.append(prior(kind.feature_class, kind.code, self._records.population_of(row), name_kind))
            break  # the compiler put the likeliest first
        return max(weights)

    def longest_match(self, tokens: Sequence[str], start: int = 0) -> NameMatch | None:
        """Find the longest name that begins at a token.

        It is made for a tagger that asks at every word: a word that begins no name costs one or two searches of the trie.

        Parameters
        ----------
        tokens
            Words as written, abbreviations with their full stops.
        start
            The first token of the name.

        Returns
        -------
        NameMatch or None
            What the name is most likely to be, without making its candidates.
        """
        best: tuple[int, str] | None = None
        key = ""
        for end in range(start + 1, min(start + _LONGEST_NAME, len(tokens)) + 1):
            word = normalise(tokens[end - 1])
            if not word:
                break  # a comma or a bracket ends a name
            # Only initials and short forms change in company; other words are joined as they are.
            changes = word.find(" ") == 1 or len(word) == 1 or key.rpartition(" ")[2] in _SHORT_FORMS
            key = normalise(" ".join(tokens[start:end])) if changes else f"{key} {word}".lstrip()
            if self._has(key):
                best = end, key
            if not self._opens(key):
                break
        if best is None:
            return None
        return NameMatch(start, best[0], *self._features(best[1]))

    def _opens(self, key: str) -> bool:
        # No key opens with a short form at its end: the next word would write it out, and join an initial.
        last = key.rpartition(" ")[2]
        return last in _SHORT_FORMS or next(self._trie.iterkeys(key), None) is not None or key in self._overlay.openings

    def _read_features(self, key: str) -> tuple[str, int, str, int]:
        candidates = self._candidates(key)
        best = candidates[0]
        return _group(best.place), len(str(best.place.population)) - (best.place.population == 0), best.name_kind, len(candidates)


def _prior(candidate: Candidate) -> float:
    place = candidate.place
    return prior(place.kind.feature_class, place.kind.code, place.population, candidate.name_kind)


def _merge(candidates: list[Candidate]) -> list[Candidate]:
    """Order by prior, and keep the first of each place."""
    ordered = sorted(candidates, key=lambda c: -_prior(c))
    return list({candidate.place.id: candidate for candidate in reversed(ordered)}.values())[::-1]


def _group(place: Place) -> str:
    code = place.kind.code
    if place.kind.is_country:
        return "country"
    named = {"PPLC": "capital", "ADM1": "admin1", "ADM2": "admin2", "AIRP": "airport", "AIRB": "airport"}
    return named.get(code) or ("city" if place.kind.is_populated else "other")
