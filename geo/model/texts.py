"""Articles, and words cut from them. Offsets are into the original text, in Python characters: ``text[start:end]``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.model.quickly_made import quickly_made

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Article", "Quote", "Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text that is not prose, and what it is: ``header``, ``chrome``, ``caption``, ``byline``, ``separator``."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text never altered.

    Attributes
    ----------
    id
        The first 12 hex digits of ``sha256``.
    text
        The original text; every offset in the project counts its characters.
    sha256
        Of the text's UTF-8 bytes.
    name
        What the desk calls it: a file's name. It never leaves the desk.
    title, publisher, url, lang
        ``""`` where unknown (``lang``: BCP 47).
    published
        The day of publication, or None.
    published_basis
        ``text`` (read from it), ``editor`` (given), ``inferred`` (from other articles of the story) or ``unknown``.
    skipped
        The stretches that are not prose, in order; readers skip them.
    """

    id: str
    text: str
    sha256: str
    name: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    lang: str = ""
    published: date | None = None
    published_basis: Literal["text", "editor", "inferred", "unknown"] = "unknown"
    skipped: tuple[Span, ...] = ()

    def quote(self, start: int, end: int) -> Quote:
        """Cut a quote from the text; ``article.text[start:end] == quote.text``."""
        return Quote(self.id, start, end, self.text[start:end])


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article, with where they stand: ``article.text[start:end] == text``, white space included."""

    article: str
    start: int
    end: int
    text: str

    def overlaps(self, other: Quote) -> bool:
        """Tell whether both are of one article and share a character."""
        return self.article == other.article and self.start < other.end and other.start < self.end
