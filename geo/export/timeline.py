"""The dated stops and meetings as TimelineJS JSON."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from geo.export.credits import credit_words, credits_of_places
from geo.export.wording import (
    basis_words,
    dates_words,
    drawn_date,
    evidence_lines,
    hedged_name,
    publication_words,
    status_words,
    title_of,
)
from geo.journeys.itinerary_file.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["to_timeline"]


def to_timeline(collection: Mapping[str, Any]) -> dict[str, Any]:
    """Build a TimelineJS document: a slide for each stop and meeting whose day, month or year is known, a row for each journey.

    TimelineJS takes texts for HTML, so they are escaped. The first slide names what has no date, the review and the credits.
    """
    points = [feature for feature in collection["features"] if feature["properties"]["role"] in ("stop", "meeting")]
    slides = [(feature, _days_of(feature["properties"])) for feature in points]
    undated = [_headline(feature["properties"]) for feature, days in slides if days is None]
    return {
        "title": _slide(title_of(collection), _opening(collection, undated)),
        "events": [_event(feature, days, collection) for feature, days in slides if days is not None],
    }


def _opening(collection: Mapping[str, Any], undated: list[str]) -> list[str]:
    without = [f"Without a date: {', '.join(undated)}."] if undated else []
    return [publication_words(collection), *without, credit_words(credits_of_places(collection["credits"]))]


def _event(feature: Mapping[str, Any], days: tuple[str, date, date, str], collection: Mapping[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    shown, first, last, precision = days
    told = [
        f"{status_words(properties).capitalize()}.",
        *([basis_words(properties["basis"])] if "basis" in properties else []),
        *evidence_lines(properties["evidence"], collection["articles"]),
    ]
    return {
        "unique_id": feature["id"].replace(":", "-"),
        "group": html.escape(properties["traveller"]),
        "start_date": _date(first, precision),
        **({"end_date": _date(last, "day")} if precision == "range" else {}),
        "display_date": html.escape(shown),
        "autolink": False,
        **_slide(_headline(properties), told),
    }


def _slide(headline: str, paragraphs: list[str]) -> dict[str, Any]:
    text = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs if paragraph)
    return {"text": {"headline": html.escape(headline), "text": text}}


def _headline(properties: Mapping[str, Any]) -> str:
    place = f"Meeting in {properties['name']}" if properties["role"] == "meeting" else properties["name"]
    return hedged_name(place, properties)


def _days_of(properties: Mapping[str, Any]) -> tuple[str, date, date, str] | None:
    """Give the date to show, its first and last day and how fine it is; None where there is no date or no year."""
    dates = properties.get("arrive") or properties.get("depart") or properties.get("when")
    if not dates:
        return None
    days = parse_edtf(drawn_date(dates))
    return None if days.yearless else (dates_words(dates), days.start, days.end, days.precision)


def _date(day: date, precision: str) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    finest = {"year": 1, "month": 2}.get(precision, 3)
    return dict(list(parts.items())[:finest])
