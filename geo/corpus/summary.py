"""What an archive is about: its places, countries, travellers and months, counted part by part.

An article lies in one part, so the articles of a place are counted exactly although no more than one part is in memory. Only mentions
that say that something is, or was written, at a place count; Washington that speaks is not where a story takes place.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.corpus.grid import Cell, cell_at, fitting_size
from geo.corpus.manifest import load_manifest
from geo.corpus.parts import Parts
from geo.corpus.storage import open_input
from geo.model import TOOK_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa

    from geo.corpus.tables import Table

__all__ = ["Count", "PlaceCount", "Summary", "summarise"]

_LITERAL = ("place", "dateline")
_PLACE = ["place_id", "place", "country", "place_type", "lat", "lon"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles, and how many mentions (of a traveller: stops), something has; ``note`` says more of it."""

    name: str
    articles: int
    mentions: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceCount(Count):
    """A place with its counts; ``lat`` and ``lon`` are degrees, EPSG:4326."""

    id: str = ""
    country: str = ""
    is_area: bool = False
    lat: float = 0.0
    lon: float = 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """An archive in counts.

    Attributes
    ----------
    articles, mentions, set_aside
        How many were read, how many mentions were located, and how many articles were not read.
    shared_ids
        How many ids more than one article bears: tables that are joined by them mix these articles.
    complete
        Whether the run that made the archive came to its end.
    places, countries, travellers
        Those of most articles first.
    months
        ``2024-05`` in order; articles without a day of publication come last, as ``unknown``.
    cell_size, cells
        The grid's height in degrees, and the mentions of places that are points, by cell.
    """

    articles: int
    mentions: int
    set_aside: int
    shared_ids: int
    complete: bool
    places: tuple[PlaceCount, ...]
    countries: tuple[Count, ...]
    travellers: tuple[Count, ...]
    months: tuple[Count, ...]
    cell_size: float
    cells: tuple[tuple[Cell, int], ...]


def summarise(folder: str) -> Summary:
    """Sum up an archive.

    Parameters
    ----------
    folder
        What ``dateline corpus`` wrote, or its address.

    Raises
    ------
    InputError
        There is no archive in it, or a part is damaged.
    """
    manifest = load_manifest(folder)
    if manifest is None:
        raise InputError(f"{folder} holds no archive; make one with: dateline corpus ARTICLES -o {folder}")
    tally = _Tally()
    parts = Parts(folder)
    for shard in parts.shards():
        tally.add_articles(_read(parts, "articles", shard, ["article", "published", "state"]))
        tally.add_mentions(_read(parts, "mentions", shard, ["article", "published", "kind", *_PLACE]))
        tally.add_journeys(_read(parts, "journeys", shard, ["article", "traveller", "place", "status"]))
    return tally.summary(complete=manifest.complete)


def _read(parts: Parts, table: Table, shard: str, columns: Sequence[str]) -> pa.Table:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = parts.path(table, shard)
    try:
        with open_input(path) as file:
            return pq.read_table(file, columns=list(columns))
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path} is damaged; run the command that made the archive again, and it is made anew.") from error


def _counted(table: pa.Table, by: Sequence[str]) -> Iterable[dict[str, Any]]:
    """Count articles and rows of a table by some columns."""
    pairs = table.group_by(["article", *by], use_threads=False).aggregate([([], "count_all")])
    found = pairs.group_by(list(by), use_threads=False).aggregate([("article", "count"), ("count_all", "sum")])
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


@dataclass(slots=True)
class _Tally:
    """Counts that parts are added to; each value is [articles, mentions]."""

    states: Counter[str] = field(default_factory=Counter)
    #: A hash of 64 bits for each article's id: eight bytes an article, where the ids of a large archive would fill the memory.
    ids: array[int] = field(default_factory=lambda: array("Q"))
    places: dict[tuple[Any, ...], list[int]] = field(default_factory=dict)
    countries: dict[str, list[int]] = field(default_factory=dict)
    travellers: dict[str, list[int]] = field(default_factory=dict)
    visited: dict[str, Counter[str]] = field(default_factory=dict)
    months: dict[str, list[int]] = field(default_factory=dict)

    def add_articles(self, table: pa.Table) -> None:
        self.ids.extend(int.from_bytes(blake2b(name.encode(), digest_size=8).digest()) for name in table["article"].to_pylist())
        for row in _counted(table, ["published", "state"]):
            self.states[row["state"]] += row["article_count"]
            if row["state"] == "read":
                _add(self.months, _month(row), row["article_count"], 0)

    def add_mentions(self, table: pa.Table) -> None:
        import pyarrow.compute as pc

        literal = table.filter(pc.and_(_among(table["kind"], _LITERAL), pc.is_valid(table["place_id"])))
        for row in _counted(literal, _PLACE):
            _add(self.places, tuple(row[column] for column in _PLACE), row["article_count"], row["count_all_sum"])
        for row in _counted(literal, ["country"]):
            if row["country"] is not None:
                _add(self.countries, row["country"], row["article_count"], row["count_all_sum"])
        for row in _counted(literal, ["published"]):
            _add(self.months, _month(row), 0, row["count_all_sum"])

    def add_journeys(self, table: pa.Table) -> None:
        real = table.filter(_among(table["status"], TOOK_PLACE))  # plans and denials are no travels
        for row in _counted(real, ["traveller"]):
            _add(self.travellers, row["traveller"], row["article_count"], row["count_all_sum"])
        for row in _counted(real, ["traveller", "place"]):
            self.visited.setdefault(row["traveller"], Counter())[row["place"]] += row["article_count"]

    def summary(self, *, complete: bool) -> Summary:
        places = tuple(
            PlaceCount(name, articles, mentions, "", place_id, country or "", kind == "area", lat, lon)
            for (place_id, name, country, kind, lat, lon), (articles, mentions) in self.places.items()
        )
        size, cells = _cells([place for place in places if not place.is_area])
        return Summary(
            articles=self.states["read"],
            mentions=sum(place.mentions for place in places),
            set_aside=self.states["set aside"],
            shared_ids=_shared(self.ids),
            complete=complete,
            places=tuple(sorted(places, key=lambda place: (-place.articles, -place.mentions, place.name, place.id))),
            countries=_ranked(self.countries),
            travellers=_ranked(self.travellers, {name: _likeliest(places) for name, places in self.visited.items()}),
            months=tuple(Count(month, counts[0], counts[1]) for month, counts in sorted(self.months.items())),
            cell_size=size,
            cells=cells,
        )


def _shared(ids: array[int]) -> int:
    """Count the values that are there more than once."""
    import numpy as np

    _, counts = np.unique(np.frombuffer(ids, dtype=np.uint64), return_counts=True)
    return int((counts > 1).sum())


def _among(column: Any, values: Sequence[str]) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.is_in(column, pa.array(values))


def _month(row: Mapping[str, Any]) -> str:
    return f"{row['published']:%Y-%m}" if row["published"] else "unknown"


def _add(counts: dict[Any, list[int]], key: Any, articles: int, mentions: int) -> None:
    there = counts.setdefault(key, [0, 0])
    there[0] += articles
    there[1] += mentions


def _ranked(counts: Mapping[str, Sequence[int]], notes: Mapping[str, str] | None = None) -> tuple[Count, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1][0], -item[1][1], item[0]))
    return tuple(Count(name, counts[0], counts[1], (notes or {}).get(name, "")) for name, counts in ordered)


def _likeliest(places: Counter[str]) -> str:
    """Name the three places of most articles."""
    return ", ".join(name for name, _ in sorted(places.items(), key=lambda item: (-item[1], item[0]))[:3])


def _cells(places: Sequence[PlaceCount]) -> tuple[float, tuple[tuple[Cell, int], ...]]:
    size = fitting_size((place.lat, place.lon, place.mentions) for place in places)
    counts: Counter[Cell] = Counter()
    for place in places:
        counts[cell_at(place.lat, place.lon, size)] += place.mentions
    return size, tuple(sorted(counts.items()))
