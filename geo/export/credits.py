"""Whose data an export holds, under which licence, and what has to be said of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.model import Itinerary

__all__ = ["Credit", "credit_words", "credits_of", "credits_of_places", "licence_of"]


@dataclass(frozen=True, slots=True)
class Credit:
    """One source of data, and what it gave."""

    source: str
    licence: str
    url: str
    subject: str

    def published(self) -> dict[str, str]:
        """Give the credit as it stands in the GeoJSON."""
        return {"for" if name == "subject" else name: value for name, value in asdict(self).items()}


_GEONAMES = Credit("GeoNames", "CC BY 4.0", "https://www.geonames.org", "places")
_OSM = Credit("OpenStreetMap contributors", "ODbL 1.0", "https://www.openstreetmap.org/copyright", "railways and roads")
_NATURAL_EARTH = Credit("Natural Earth", "public domain", "https://www.naturalearthdata.com", "areas")
#: The page of a licence.
_DEEDS = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "ODbL 1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}


def credits_of(itinerary: Itinerary, features: Sequence[Mapping[str, Any]]) -> list[Credit]:
    """List the sources whose data these features hold, and whose licences ask to be named."""
    places = [point.place for journey in itinerary.journeys for point in journey.points]
    places += [found.place for found in itinerary.mentions if found.place]
    origins = {place.id.partition(":")[0] for place in places}
    bases = {feature["properties"].get("basis") for feature in features}
    used = [
        ("geonames" in origins, _GEONAMES),
        (bool({"track", "road"} & bases), _OSM),
        (any("area_bbox" in feature["properties"] for feature in features), _NATURAL_EARTH),
    ]
    return [credit for is_used, credit in used if is_used]


def credits_of_places(credited: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Leave out, of published credits, those for lines: for formats that hold none."""
    return [credit for credit in credited if credit["for"] != _OSM.subject]


def credit_words(credited: Sequence[Mapping[str, str]]) -> str:
    """Put published credits into one line, for formats that have room for no more."""
    told = "; ".join(f"{credit['for']}: © {credit['source']} ({credit['licence']})" for credit in credited)
    return told.replace("© Natural Earth", "Natural Earth")


def licence_of(credited: Sequence[Mapping[str, str]]) -> str:
    """Give the address of the strictest licence among published credits, or nothing: a line along OpenStreetMap's track is under the ODbL."""
    named = {credit["licence"] for credit in credited}
    return next((deed for licence, deed in reversed(_DEEDS.items()) if licence in named), "")
