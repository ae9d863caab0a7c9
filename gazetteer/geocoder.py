"""A geopy geocoder over the gazetteer: the interface of geopy's services, with no service behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.errors import InputError
from gazetteer.model import BBox, Candidate
from gazetteer.names import normalise
from gazetteer.namesakes import airport_first, town_first
from gazetteer.spatial import distance_km
from gazetteer.store import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from gazetteer.model import Place

__all__ = ["DatelineGeocoder"]

#: How many meanings of a name are weighed against the rest of the query.
_WEIGHED = 500

#: How far around a point `DatelineGeocoder.reverse` looks (km).
_REACH_KM = 250.0


class DatelineGeocoder(Geocoder):  # type: ignore[misc]
    """Geocode names offline.

    Parameters
    ----------
    gazetteer
        Where to look names up; None for the one installed with the package.
    name_in
        Gives the name of a place in a language (BCP 47), or its own where that is not known: what ``language`` asks for. The gazetteer
        takes names in every language but does not know which of them is in which; None for its own names always.

    Examples
    --------
    >>> DatelineGeocoder().geocode("Moscow, Idaho").raw["id"]
    'geonames:5601538'
    """

    def __init__(self, gazetteer: Gazetteer | None = None, *, name_in: Callable[[Place, str], str] | None = None) -> None:
        super().__init__(scheme="https", timeout=1, user_agent="dateline")
        self.gazetteer = gazetteer or Gazetteer.bundled()
        self._name_in = name_in

    def geocode(
        self,
        query: str | Mapping[str, str],
        exactly_one: bool = True,
        *,
        limit: int = 10,
        country_codes: str | Sequence[str] | None = None,
        viewbox: Sequence[Point | Sequence[float] | str] | None = None,
        bounded: bool = False,
        language: str | None = None,
        near: Point | Sequence[float] | str | None = None,
    ) -> Location | list[Location] | None:
        """Return the place or places of a name.

        Parameters
        ----------
        query
            A name, or names from the smallest area to the largest with commas between: ``Khasan, Primorsky Krai, Russia``; or a
            structured query: a mapping with ``city``, ``county``, ``state`` and ``country``, some of them.
        exactly_one
            Return the best location alone.
        limit
            The most locations of a list.
        country_codes
            ISO 3166-1 alpha-2 codes of the only countries to look in.
        viewbox
            Two opposite corners, (lat, lon) each; places inside come first.
        bounded
            Leave out what lies outside the viewbox.
        language
            Of the address, where the geocoder was made with ``name_in``; a query may be in any.
        near
            A point; the nearest come first.

        Returns
        -------
        Location, list of Location or None
            None if no place bears this name or another romanisation of it: a place that only comes near (`Gazetteer.lookup` tells of
            those) would be a wrong pin. ``Location.raw`` holds the place's fields and how its name matched.
        """
        box = self._box(viewbox)
        found = [
            c
            for c in self._find(_in_words(query))
            if _is_in(c.place, country_codes) and (not bounded or box is None or _holds(box, c.place))
        ]
        if box is not None:
            found.sort(key=lambda c: not _holds(box, c.place))
        if near is not None:
            point = Point(near)
            found.sort(key=lambda c: distance_km(point.latitude, point.longitude, c.place.lat, c.place.lon))
        locations = [self._location(candidate, language) for candidate in found[:limit]]
        if exactly_one:
            return locations[0] if locations else None
        return locations or None

    def reverse(
        self, query: Point | Sequence[float] | str, exactly_one: bool = True, *, limit: int = 10, language: str | None = None
    ) -> Location | list[Location] | None:
        """Return the populated place or places nearest to a point, within 250 km.

        Parameters
        ----------
        query
            A point as geopy takes it: (lat, lon) or ``"lat, lon"``.
        exactly_one
            Return the nearest alone.
        limit
            The most locations of a list.
        language
            As in `geocode`.

        Returns
        -------
        Location, list of Location or None
            None where nobody lives.
        """
        point = Point(query)
        wanted = 1 if exactly_one else limit
        places = self.gazetteer.near(point.latitude, point.longitude, km=_REACH_KM, limit=wanted, feature_classes="P")
        locations = [self._location(Candidate(place, place.name, name_kind="name"), language) for place in places]
        if exactly_one:
            return locations[0] if locations else None
        return locations or None

    def _find(self, query: str) -> list[Candidate]:
        """Look up the whole query, then its first part within the others; a folded spelling only where there is no exact one."""
        name, *context = [part for part in (part.strip() for part in query.split(",")) if part] or [""]
        for fold in (False, True):
            look_up = partial(self.gazetteer.lookup, limit=_WEIGHED, exact=True, fold=fold)
            whole = look_up(query) if context else ()
            first = look_up(name)
            inside = [c for c in first if all(self._lies_in(c.place, part) for part in context)]
            found = list({c.place.id: c for c in (*whole, *inside)}.values())
            if found:
                return town_first(found) if context else airport_first(town_first(found), self.gazetteer)
        return []

    def _lies_in(self, place: Place, name: str) -> bool:
        """Tell whether a place lies in an area of this name; the name's areas may be spelt another way."""
        key = normalise(name)
        parents = self.gazetteer.parents(place)
        areas = [c.place for c in self.gazetteer.lookup(name, limit=_WEIGHED, fold=True)]
        ids = {parent.id for parent in parents}
        return any(area.id in ids or area.contains(place) for area in areas) or key in {
            place.country.lower(),
            place.admin1.lower(),
        }

    @staticmethod
    def _box(corners: Sequence[Any] | None) -> BBox | None:
        if corners is None:
            return None
        first, second = (Point(corner) for corner in corners)
        south, north = sorted((first.latitude, second.latitude))
        west, east = sorted((first.longitude, second.longitude))
        return BBox(west, south, east, north)

    def _location(self, candidate: Candidate, language: str | None) -> Location:
        place = candidate.place
        names = (self._name(part, language) for part in (place, *self.gazetteer.parents(place)))
        return Location(", ".join(_once(names)), (place.lat, place.lon), _raw(candidate))

    def _name(self, place: Place, language: str | None) -> str:
        return place.name if language is None or self._name_in is None else self._name_in(place, language)


#: The parts of a structured query, as geopy's other geocoders name them, from the smallest area to the largest.
_PARTS = ("city", "county", "state", "country")


def _in_words(query: str | Mapping[str, str]) -> str:
    if isinstance(query, str):
        return query
    if unknown := sorted(set(query) - set(_PARTS)):
        raise InputError(f"A structured query has no {unknown[0]!r}: its parts are {', '.join(_PARTS)}.")
    return ", ".join(query[part] for part in _PARTS if query.get(part))


def _is_in(place: Place, codes: str | Sequence[str] | None) -> bool:
    if codes is None:
        return True
    wanted = codes.split(",") if isinstance(codes, str) else codes
    return place.country.lower() in {code.strip().lower() for code in wanted}


def _holds(box: BBox, place: Place) -> bool:
    return box.contains(place.lat, place.lon)


def _once(names: Iterable[str]) -> Iterator[str]:
    """Yield names, leaving out one that repeats the one before it (Moscow, Moscow, Russia)."""
    last = None
    for name in names:
        if name != last:
            yield name
        last = name


def _raw(candidate: Candidate) -> dict[str, Any]:
    place = candidate.place
    box = place.bbox
    return {
        "id": place.id,
        "name": place.name,
        "feature_class": place.kind.feature_class,
        "feature_code": place.kind.code,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "bbox": (box.west, box.south, box.east, box.north) if box else None,
        "matched": candidate.matched,
        "match": candidate.match,
        "name_kind": candidate.name_kind,
        "cost": candidate.cost,
    }
