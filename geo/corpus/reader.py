"""Read the articles of a shard, one after the other, each as a story of its own."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.corpus.rows import claim_rows, journey_rows, mention_rows
from geo.corpus.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.corpus.edition import Edition
    from geo.corpus.records import Record
    from geo.corpus.rows import Rows
    from geo.corpus.tables import Table

__all__ = ["ArticleReader", "ShardRows", "open_reader", "read_records", "set_aside_row"]


@dataclass(slots=True)
class ShardRows:
    """The rows of some articles, by table."""

    rows: dict[Table, Rows] = field(default_factory=lambda: {table: [] for table in TABLES})

    def add(self, other: ShardRows) -> None:
        """Append the rows of further articles."""
        for table, rows in other.rows.items():
            self.rows[table].extend(rows)

    @property
    def set_aside(self) -> list[tuple[str, str]]:
        """The articles that were not read, each with its reason."""
        return [(row["article"], row["remark"]) for row in self.rows["articles"] if row["state"] == "set aside"]


class ArticleReader:
    """Reads articles for one edition, one after the other in a `session`, and keeps what it looked up."""

    def __init__(self, edition: Edition) -> None:
        gaz = edition.open_gazetteer()
        self._mentions_only = edition.mentions_only
        self._lock = Lock()
        if edition.mentions_only:
            from geo.reading.places import PlaceReader

            self._places = PlaceReader(gaz)
        else:
            from geo.story import StoryReader

            self._stories = StoryReader(gaz)

    @contextmanager
    def session(self) -> Iterator[None]:
        """Hold the reader for some articles: other threads wait, and the parser forgets the words that it met."""
        with self._lock:
            if self._mentions_only:
                yield
                return
            from geo.reading.parsing.parser import words_for_a_while

            with words_for_a_while():
                yield

    def read(self, record: Record) -> ShardRows:
        """Read one article; whatever goes wrong with it becomes its row in ``articles``."""
        try:
            return self._read(record)
        except InputError as error:
            return set_aside_row(record, str(error))
        except Exception as error:  # noqa: BLE001 - one article of millions must not end the run, and its row tells of it
            return set_aside_row(record, f"The reader failed on it ({type(error).__name__}: {error}).")

    def _read(self, record: Record) -> ShardRows:
        article = record.article()
        claims: Rows = []
        journeys: Rows = []
        if self._mentions_only:
            found = self._places.read(article)
        else:
            reading = self._stories.read([article])
            found = list(reading.resolutions[article.id])
            claims = claim_rows(record.id, article, reading.itinerary)
            journeys = journey_rows(record.id, article, reading.itinerary)
        about: dict[str, Any] = {
            "article": record.id,
            "sha256": article.sha256,
            **{name: getattr(article, name) or None for name in ("title", "publisher", "url", "lang")},
            "published": article.published,
            "published_basis": article.published_basis,
            "characters": len(article.text),
            "mentions": len(found),
            "claims": len({row["claim"] for row in claims}),
            "journeys": len({row["journey"] for row in journeys}),
            "state": "read",
            "remark": record.remark or None,
        }
        return ShardRows(
            {"mentions": mention_rows(record.id, article, found), "claims": claims, "journeys": journeys, "articles": [about]}
        )


def set_aside_row(record: Record, reason: str) -> ShardRows:
    """Give the rows of an article that can't be read: one in ``articles``, with the reason."""
    aside = ShardRows()
    aside.rows["articles"].append({"article": record.id, "state": "set aside", "remark": " ".join(reason.split())})
    return aside


@lru_cache(maxsize=1)
def open_reader(edition: Edition) -> ArticleReader:
    """Open the gazetteer and the model of an edition, once a process."""
    return ArticleReader(edition)


def read_records(records: Iterable[Record], edition: Edition) -> ShardRows:
    """Read articles in order, in this process."""
    reader = open_reader(edition)
    together = ShardRows()
    with reader.session():
        for record in records:
            together.add(reader.read(record))
    return together
