"""Read the articles of one story, from texts to an itinerary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.assemble import assemble
from geo.reading.claims import find_claims
from geo.reading.dates import find_dates
from geo.reading.mentions import MentionFinder
from geo.reading.names import without_person_names
from geo.reading.overlooked import find_overlooked, with_short_forms
from geo.reading.resolve import resolve_story
from geo.reading.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazetteer import Gazetteer
    from geo.model import Article, Itinerary

__all__ = ["read_story"]


def read_story(articles: Sequence[Article], gaz: Gazetteer) -> Itinerary:
    """Find the places of the articles, choose among their namesakes, read the claims and assemble the journeys."""
    finder = MentionFinder(gaz)
    passages = {a.id: parse(a) for a in articles}
    mentions = {a.id: find_overlooked(a, passages[a.id], finder.find(a), gaz) for a in articles}
    resolutions = with_short_forms(resolve_story(articles, mentions, gaz))
    whens = {a.id: find_dates(a.text, published=a.published, article_id=a.id) for a in articles}
    resolutions = without_person_names(resolutions, passages)
    claims, travellers = find_claims(articles, passages, resolutions, whens)
    return assemble(articles, claims, travellers, resolutions)
