"""The English words of exports. A name never goes without the word of its status, unless it was reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "MODE_WORDS",
    "STATUS_WORDS",
    "attribution_words",
    "basis_words",
    "dates_words",
    "drawn_date",
    "evidence_lines",
    "hedged_name",
    "leg_name",
    "publication_words",
    "status_words",
    "title_of",
]

STATUS_WORDS = {
    "happened": "reported",
    "under_way": "under way",
    "planned": "planned",
    "possible": "possible",
    "denied": "denied",
    "past": "earlier trip",
    "mentioned": "only mentioned",
}
MODE_WORDS = {
    "train": "by train",
    "plane": "by air",
    "car": "by road",
    "ship": "by sea",
    "foot": "on foot",
    "other": "by other means",
    "unknown": "means of travel not reported",
}
_BASES = {
    "reported": "The route is reported.",
    "track": "Drawn along railway track, not recorded and not reported.",
    "road": "Drawn along roads, not recorded and not reported.",
    "sea lane": "Drawn along a sea lane, not recorded and not reported.",
    "great circle": "Drawn as the shortest path, not recorded and not reported.",
    "inferred": "No report of a stop here was found: it is inferred from the context.",
}
_INFERRED = "inferred"


def status_words(properties: Mapping[str, Any]) -> str:
    """Put the status of a feature into words; what is inferred says so, and is never called reported."""
    status = properties.get("status", "mentioned")
    if properties.get("basis") != _INFERRED:
        return STATUS_WORDS[status]
    return _INFERRED if status == "happened" else f"{STATUS_WORDS[status]}, {_INFERRED}"


def hedged_name(name: str, properties: Mapping[str, Any]) -> str:
    """Name something with its status in brackets, unless it was reported on this trip: ``Moscow (possible)``."""
    words = status_words(properties)
    return name if words in (STATUS_WORDS["happened"], STATUS_WORDS["mentioned"]) else f"{name} ({words})"


def leg_name(properties: Mapping[str, Any]) -> str:
    """Name a leg by its ends, with its status as `hedged_name` does."""
    return hedged_name(f"{properties['from']} to {properties['to']}", properties)


def basis_words(basis: str) -> str:
    """Say in a sentence what a line was drawn along, or that a stop is inferred."""
    return _BASES[basis]


def drawn_date(dates: str | Sequence[str] | None) -> str:
    """Give the EDTF date that is drawn, of one or of several that the sources differ on; empty where there is none."""
    return dates if isinstance(dates, str) else next(iter(dates or ()), "")


def dates_words(dates: str | Sequence[str] | None) -> str:
    """Give all dates, as EDTF; those that the sources differ on are joined by ``or``."""
    return dates if isinstance(dates, str) else " or ".join(dates or ())


def attribution_words(attribution: Sequence[Mapping[str, str]]) -> str:
    """Put an attribution chain into words, from the outlet to the origin."""
    return ", citing ".join(" ".join(link["name"].split()) for link in attribution)


def evidence_lines(evidence: Sequence[Mapping[str, Any]], articles: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Write each passage as a line: its words, who says so, and the article."""
    return [_evidence_line(item, articles.get(item["article"], {})) for item in evidence]


def _evidence_line(item: Mapping[str, Any], article: Mapping[str, Any]) -> str:
    words = f"“{' '.join(item['quote'].split())}”" if item.get("quote") else ""
    told = [article.get("publisher"), article.get("title"), article.get("published"), article.get("url")]
    source = " · ".join(" ".join(part.split()) for part in told if part)
    by = attribution_words(item["attribution"])
    return " — ".join(filter(None, (words, by, source)))


def publication_words(collection: Mapping[str, Any]) -> str:
    """Say what a publication is, for the metadata of a file: whether it was reviewed, its version, or why it was taken back."""
    publication, review = collection["publication"], collection["review"]
    if "retracted" in publication:
        return f"Retracted {publication['retracted']['date']}: {publication['retracted']['reason']}"
    signed = f" by {review['reviewed_by']}, {review['reviewed_at']}" if review["status"] == "reviewed" else ""
    version = f" Version {publication['version']}, {publication['updated']}." if publication["version"] else ""
    return f"{review['label']}{signed}.{version}"


def title_of(collection: Mapping[str, Any]) -> str:
    """Name a publication by its travellers."""
    names = dict.fromkeys(
        feature["properties"]["traveller"] for feature in collection["features"] if feature["properties"].get("traveller")
    )
    if "retracted" in collection["publication"]:
        return "Retracted"
    return f"{', '.join(names)}: journeys in the news" if names else "Places in the news"
