"""The places as Linked Places format 1.3 (JSON-LD that is GeoJSON), for gazetteers such as the World Historical Gazetteer."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.export.credits import credits_of_places, licence_of
from geo.export.wording import drawn_date, evidence_lines, publication_words, status_words
from geo.journeys.itinerary_file.edtf import parse_edtf
from geo.model import TOOK_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazetteer.model import Place
    from geo.model import Itinerary

__all__ = ["to_linked_places"]

_CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
#: The classes that the format knows; GeoNames' other two come nearest to these.
_CLASSES = {"V": "L", "U": "H"}


class _Attested(NamedTuple):
    """A place, and the properties of the features that stand at it."""

    place: Place
    features: list[Mapping[str, Any]]


def to_linked_places(itinerary: Itinerary, collection: Mapping[str, Any]) -> dict[str, Any]:
    """Build a Linked Places collection: a feature for each place, its names as articles spell them, each with its citation.

    A place has a time only from what took place there; a plan stands among the descriptions, and is called one.

    Parameters
    ----------
    itinerary
        The published side.
    collection
        What `geo.to_geojson` makes of it.
    """
    places = _attested(itinerary, collection["features"])
    credited = credits_of_places(collection["credits"])
    return {
        "type": "FeatureCollection",
        "@context": _CONTEXT,
        "publication": collection["publication"],
        "review": publication_words(collection),
        "license": licence_of(credited),
        "credits": credited,
        "features": [_feature(attested, collection["articles"]) for attested in places],
    }


def _attested(itinerary: Itinerary, features: Sequence[Mapping[str, Any]]) -> list[_Attested]:
    """Group the features by place, in the order in which the places come."""
    by_id = {feature["id"]: feature["properties"] for feature in features}
    found: dict[str, _Attested] = {}
    for identity, place in _places(itinerary):
        found.setdefault(place.id, _Attested(place, [])).features.append(by_id[identity])
    return list(found.values())


def _places(itinerary: Itinerary) -> Iterator[tuple[str, Place]]:
    """Give the place of each feature that has one, by the feature's id."""
    for journey in itinerary.journeys:
        yield from ((f"stop:{stop.id}", stop.place) for stop in journey.stops)
        yield from ((f"meeting:{meeting.id}", meeting.place) for meeting in journey.meetings)
    for found in itinerary.mentions:
        if found.place:
            quote = found.mention.quote
            yield f"mention:{quote.article}:{quote.start}-{quote.end}", found.place


def _feature(attested: _Attested, articles: Mapping[str, Any]) -> dict[str, Any]:
    place, features = attested
    source, _, number = place.id.partition(":")
    known = source == "geonames"
    timespans = list(_timespans(features))
    return {
        "@id": f"https://www.geonames.org/{number}" if known else f"#{source}-{number}",
        "type": "Feature",
        "properties": {
            "title": place.name,
            "ccodes": [place.country] if place.country else [],
            "fclasses": [_CLASSES.get(place.kind.feature_class, place.kind.feature_class)],
        },
        **({"when": {"timespans": timespans}} if timespans else {}),
        "names": _names(place, features, articles),
        "types": [{"identifier": f"https://www.geonames.org/ontology#{place.kind.feature_class}.{place.kind.code}", "label": place.kind.code}],
        "geometry": {
            "type": "Point",
            "coordinates": [round(place.lon, 5), round(place.lat, 5)],
            "certainty": _certainty(features),
        },
        "links": [{"type": "exactMatch", "identifier": f"gn:{number}"}] if known else [],
        "descriptions": list(_descriptions(features, articles)),
    }  # fmt: skip


def _timespans(features: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the spans of what took place, each once."""
    # A plan gives a place no time, and neither does what is only inferred.
    told = [each for each in features if each.get("status") in TOOK_PLACE and each.get("basis") != "inferred"]
    seen = []
    for each in told:
        days = [parse_edtf(drawn_date(each[name])) for name in ("arrive", "when", "depart") if each.get(name)]
        known = [day for day in days if not day.yearless]
        if not known:
            continue
        span = {"start": {"in": known[0].start.isoformat()}, "end": {"in": known[-1].end.isoformat()}}
        if span not in seen:
            seen.append(span)
            yield span


def _names(place: Place, features: Sequence[Mapping[str, Any]], articles: Mapping[str, Any]) -> list[dict[str, Any]]:
    """List the name in each spelling that an article has; the gazetteer's own name follows where no article has it."""
    names: dict[str, list[dict[str, Any]]] = {}
    for each in features:
        cited = names.setdefault(each.get("name_in_text") or place.name, [])
        for identity in dict.fromkeys(item["article"] for item in each["evidence"]):
            citation = _citation(identity, articles.get(identity, {}))
            if citation not in cited:
                cited.append(citation)
    names.setdefault(place.name, [])
    return [{"toponym": name, **({"citations": cited} if cited else {})} for name, cited in names.items()]


def _citation(identity: str, article: Mapping[str, Any]) -> dict[str, Any]:
    label = ", ".join(filter(None, (article.get("publisher"), article.get("title"), article.get("published"))))
    year = {"year": int(article["published"][:4])} if article.get("published") else {}
    return {"label": label or f"article {identity}", **year, **({"@id": article["url"]} if article.get("url") else {})}


def _certainty(features: Sequence[Mapping[str, Any]]) -> str:
    """Say how sure it is that this is the place, in the format's three words."""
    if any(each.get("protected") for each in features):
        return "uncertain"
    best = max((each.get("confidence", 0.0) for each in features), default=0.0)
    return "certain" if best >= 0.9 else "less-certain" if best >= 0.6 else "uncertain"


def _descriptions(features: Sequence[Mapping[str, Any]], articles: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for each in features:
        status = status_words(each)
        who = (
            f"{each['role'].capitalize()} of {each['traveller']}: {status}."
            if each.get("traveller")
            else f"{status.capitalize()}."
        )
        lines = evidence_lines(each["evidence"], articles)
        yield {"value": " ".join(chain([who], lines)), "lang": "en"}
