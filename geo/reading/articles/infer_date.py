"""Infer a day of publication that an article does not state, where the other articles of the story make it certain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.reading.articles.page import lines_of
from geo.reading.articles.page_date import find_yearless_day
from geo.reading.times.date_words import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.model import Article

__all__ = ["InferredDay", "find_inferred_days", "infer_published"]

#: A paragraph of so many characters is not the same in two articles by chance.
_LONG = 80
#: Articles of one story appear within so many days of each other: a dateline without a year is completed from one as near.
_ONE_STORY = 31


@dataclass(frozen=True, slots=True)
class InferredDay:
    """The day that an article without one is taken to have appeared on, the dated article that tells it, and why in words."""

    article: Article
    day: date
    teller: Article
    why: str


def infer_published(articles: Sequence[Article]) -> list[Article]:
    """Date the articles whose own text does not, from the dated ones of the same story.

    Parameters
    ----------
    articles
        The articles of one story.

    Returns
    -------
    list of Article
        In the same order; the newly dated ones have ``published_basis="inferred"``.
    """
    days = {found.article.id: found.day for found in find_inferred_days(articles)}
    return [replace(a, published=days[a.id], published_basis="inferred") if a.id in days else a for a in articles]


def find_inferred_days(articles: Sequence[Article]) -> list[InferredDay]:
    """Find the days that dated articles give to undated ones of the same story.

    An article is dated if it shares a paragraph that names a weekday, word for word, with one that is dated by its text or by an
    editor: weekdays are rewritten when copy is reprinted on another day. It is also dated if its dateline names a day without a
    year ("LAGOS, March 4 -") and dated articles of that month or the one beside it tell the year. Where two articles tell two days,
    it stays unknown.
    """
    dated = [a for a in articles if a.published is not None and a.published_basis in ("text", "editor")]
    found: list[InferredDay] = []
    for article in articles:
        if article.published is not None:
            continue
        told = [*_by_paragraph(article, dated), *_by_dateline(article, dated)]
        if told and len({t.day for t in told}) == 1:
            found.append(told[0])
    return found


def _by_paragraph(article: Article, dated: Sequence[Article]) -> list[InferredDay]:
    paragraphs = set(_telling_paragraphs(article))
    return [
        InferredDay(
            article, other.published, other, f"it shares a paragraph with {other.name or other.title}, which is of that day"
        )
        for other in dated
        if other.published is not None and not paragraphs.isdisjoint(_telling_paragraphs(other))
    ]


def _by_dateline(article: Article, dated: Sequence[Article]) -> list[InferredDay]:
    stated = find_yearless_day(article.text)
    if stated is None:
        return []
    found: list[InferredDay] = []
    for other in dated:
        if other.published is None:
            continue
        day = next(
            (d for d in _same_day_of_years(stated, other.published) if abs(d - other.published) <= timedelta(days=_ONE_STORY)),
            None,
        )
        if day is not None:
            found.append(
                InferredDay(article, day, other, f"its dateline names the day, and {other.name or other.title} tells the year")
            )
    return found


def _same_day_of_years(stated: date, near: date) -> list[date]:
    days: list[date] = []
    for year in (near.year, near.year - 1, near.year + 1):
        try:
            days.append(stated.replace(year=year))
        except ValueError:  # 29 February
            continue
    return days


def _telling_paragraphs(article: Article) -> list[str]:
    paragraphs = (" ".join(line.words.split()) for line in lines_of(article.text))
    return [p for p in paragraphs if len(p) >= _LONG and any(day in p for day in WEEKDAYS)]
