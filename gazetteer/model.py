"""The values that the gazetteer hands out: places and candidates for a name.

All of them are frozen and hold plain values only, so that they can be pickled, compared and written to a file. Coordinates are
degrees in EPSG:4326 and are always named ``lat`` and ``lon``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazetteer.spatial import distance_km

if TYPE_CHECKING:
    from shapely.geometry import Point

__all__ = ["BBox", "Candidate", "Kind", "Place"]

#: GeoNames feature classes whose members are areas: administrative, water, parks and regions, and undersea features.
_AREA_CLASSES = frozenset("AHLU")


@dataclass(frozen=True, slots=True)
class BBox:
    """A box in degrees, EPSG:4326; ``west > east`` means that it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, lat: float, lon: float) -> bool:
        """Tell whether the point (degrees) lies in the box, its edges included."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east

    @property
    def km_across(self) -> float:
        """How far its corners lie apart, in km."""
        return distance_km(self.south, self.west, self.north, self.east)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a place is, in GeoNames' terms: a feature class (one letter) and a feature code (``PPLC``, ``ADM1``, ``AIRP``...)."""

    feature_class: str
    code: str

    @property
    def is_area(self) -> bool:
        """Whether a map shades such a place rather than pinning it: countries, regions, seas, deserts."""
        return self.feature_class in _AREA_CLASSES

    @property
    def is_country(self) -> bool:
        """Whether it is a country or a dependency (``PCL*``)."""
        return self.code.startswith("PCL")

    @property
    def is_populated(self) -> bool:
        """Whether it is a city, town or village (class P)."""
        return self.feature_class == "P"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    Attributes
    ----------
    id
        Stable and unique, with its source before the colon: ``geonames:2013348``, ``airport:VVO``, ``dateline:russian-far-east``, ``own:our-office``.
    name
        The name to show.
    kind
        GeoNames feature class and code.
    lat, lon
        A point in the place, degrees, EPSG:4326.
    country
        ISO 3166-1 alpha-2 code, or ``""`` for seas, continents and regions of several countries.
    admin1, admin2
        GeoNames codes of the first- and second-order area, within the country; ``""`` where there is none.
    population
        People, 0 where unknown.
    bbox
        The extent of an area where the sources have one.
    members
        For a region made of other areas, what it is made of: country codes (``"RU"``) and first-order areas (``"RU.59"``).
    """

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    bbox: BBox | None = None
    members: tuple[str, ...] = ()

    @property
    def is_area(self) -> bool:
        """Whether the place is an area (to be shaded) rather than a point (to be pinned)."""
        return self.kind.is_area

    @property
    def area_codes(self) -> tuple[str, ...]:
        """The countries and first-order areas that make up this area: ``("RU",)``, ``("US.MT",)``; empty for a point or a sea."""
        if self.members:
            return self.members
        if self.kind.is_country and self.country:
            return (self.country,)
        if self.kind.code == "ADM1" and self.admin1:
            return (f"{self.country}.{self.admin1}",)
        return ()

    def contains(self, other: Place) -> bool:
        """Tell whether this area holds ``other``, by the codes of country and first-order area; a place does not contain itself."""
        if other.id == self.id:
            return False
        codes = set(self.area_codes)
        theirs = other.area_codes or ((f"{other.country}.{other.admin1}",) if other.country else ())
        return bool(theirs) and bool(codes) and all(code in codes or code.split(".")[0] in codes for code in theirs)

    def km_to(self, other: Place) -> float:
        """Return the distance in km between the points of two places."""
        return distance_km(self.lat, self.lon, other.lat, other.lon)

    @property
    def point(self) -> Point:
        """The place as a shapely ``Point(lon, lat)``."""
        from shapely.geometry import Point

        return Point(self.lon, self.lat)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    Attributes
    ----------
    place
        The place.
    matched
        The stored form of the name that matched.
    match
        How it matched: ``exact`` (case and accents aside), ``folded`` (by transliteration fold), ``fuzzy`` (within a bounded edit distance),
        ``reordered`` (the same words otherwise: Tisza River, River Tisza), ``contained`` (the place's name is inside the one asked for, so the
        place meant is most likely there, or is that place), ``prefix``.
    cost
        0 for exact; grows with the distance between what was asked and what matched. A code costs more than any respelling.
    name_kind
        What the matched name is to the place: ``name`` (its main name), ``alternate``, ``abbreviation``, ``code``, ``demonym``, ``part`` (an
        airport by its bare name), ``foreign`` (a country's name in another language than English).
    """

    place: Place
    matched: str
    match: str = "exact"
    cost: float = 0.0
    name_kind: str = field(default="alternate")
