"""Infer a day of publication that an article does not state, where another article of the story makes it certain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.reading.date_words import WEEKDAYS
from geo.reading.page import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geo.model import Article

__all__ = ["infer_published"]

#: A paragraph of so many characters is not the same in two articles by chance.
_LONG = 80


def infer_published(articles: Sequence[Article]) -> list[Article]:
    """Date the articles whose own text does not, from the wire copy that they share with dated ones.

    An article is dated only if it shares a paragraph that names a weekday, word for word, with an article that is dated by its text
    or by an editor, and if all such articles are of one day: weekdays are rewritten when copy is reprinted on another. Everything
    else stays unknown.

    Parameters
    ----------
    articles
        The articles of one story.

    Returns
    -------
    list of Article
        In the same order; the newly dated ones have ``published_basis="inferred"``.
    """
    days: dict[str, set[date]] = {}
    for article in articles:
        if article.published is not None and article.published_basis in ("text", "editor"):
            for paragraph in _telling_paragraphs(article):
                days.setdefault(paragraph, set()).add(article.published)
    return [_dated(article, days) for article in articles]


def _dated(article: Article, days: dict[str, set[date]]) -> Article:
    if article.published is not None:
        return article
    found = set().union(*(days.get(paragraph, ()) for paragraph in _telling_paragraphs(article)))
    return replace(article, published=found.pop(), published_basis="inferred") if len(found) == 1 else article


def _telling_paragraphs(article: Article) -> list[str]:
    paragraphs = (" ".join(line.words.split()) for line in lines_of(article.text))
    return [p for p in paragraphs if len(p) >= _LONG and any(day in p for day in WEEKDAYS)]
