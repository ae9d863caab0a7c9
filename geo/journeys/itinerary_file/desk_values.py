"""The desk's part of the itinerary file, written and read back: signature, safety decisions, and what was published when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.desk.model import Change, Fact, Record, Retraction, Review, Safety, Version
from geo.journeys.itinerary_file.values import present
from geo.journeys.itinerary_file.yaml_text import OneLine

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["record_fields", "record_of", "review_fields", "review_of", "safety_fields", "safety_of"]

#: Fields of a fact that are no values of it.
_OF_FACT = ("of", "what", "name")


def review_fields(review: Review) -> dict[str, Any]:
    """Give a signature's fields; name and day stand there empty, for a person to see that nobody has signed."""
    sealed = present({"seal": review.seal, "as_of": review.as_of})
    return {"reviewed_by": review.reviewed_by, "reviewed_at": review.reviewed_at, **sealed}


def review_of(fields: Mapping[str, Any]) -> Review:
    """Read a signature."""
    return Review(fields.get("reviewed_by", ""), fields.get("reviewed_at", ""), fields.get("seal", ""), fields.get("as_of", ""))


def safety_fields(safety: Safety | None) -> dict[str, Any] | None:
    """Give the fields of an editor's decision, on one line, or None."""
    return OneLine(show=safety.show, by=safety.by, reason=safety.reason) if safety else None


def safety_of(fields: Mapping[str, Any]) -> Safety | None:
    """Read the decision of an element, where it has one."""
    given = fields.get("safety")
    return Safety(given["show"], given["by"], given["reason"]) if given else None


def record_fields(record: Record) -> dict[str, Any]:
    """Give the fields of what was published; none before the first time."""
    gone = record.retraction
    return present(
        {
            "id": record.id,
            "versions": [_version_fields(version) for version in record.versions],
            "facts": [
                OneLine({"of": fact.element, "what": fact.role, "name": fact.name, **dict(fact.values)}) for fact in record.facts
            ],
            "retracted": present({"reason": gone.reason, "date": gone.day, "by": gone.by}) if gone else None,
        }
    )


def _version_fields(version: Version) -> dict[str, Any]:
    changes = [
        OneLine(present({"what": one.role, "name": one.name, "field": one.field, "before": one.before, "after": one.after}))
        for one in version.changes
    ]
    return present({"version": version.number, "date": version.day, "changes": changes})


def record_of(fields: Mapping[str, Any]) -> Record:
    """Read what was published."""
    gone = fields.get("retracted")
    return Record(
        id=fields.get("id", ""),
        versions=tuple(_version_of(version) for version in fields.get("versions", ())),
        facts=tuple(_fact_of(fact) for fact in fields.get("facts", ())),
        retraction=Retraction(gone["reason"], gone["date"], gone.get("by", "")) if gone else None,
    )


def _version_of(fields: Mapping[str, Any]) -> Version:
    changes = (
        Change(one["what"], one["name"], one["field"], one.get("before", ""), one.get("after", ""))
        for one in fields.get("changes", ())
    )
    return Version(fields["version"], fields["date"], tuple(changes))


def _fact_of(fields: Mapping[str, Any]) -> Fact:
    values = tuple((name, value) for name, value in fields.items() if name not in _OF_FACT)
    return Fact(fields["of"], fields["what"], fields["name"], values)
