"""What a gazetteer holds, by sort of place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer.model import Kind
    from gazetteer.store import Gazetteer

__all__ = ["Contents", "describe"]

_BY_CLASS = {
    "P": "cities, towns and villages",
    "H": "seas, straits, rivers and lakes",
    "T": "mountains, islands, deserts and capes",
    "A": "other areas",
    "L": "regions, parks and bases",
    "S": "buildings and sites",
}
_BY_CODE = {
    "ADM1": "first-order areas",
    "ADM2": "second-order areas",
    "CONT": "continents",
    "AIRP": "airports",
    "AIRB": "airports",
}


@dataclass(frozen=True, slots=True)
class Contents:
    """A summary of a gazetteer.

    Attributes
    ----------
    path
        The compiled file.
    size
        Bytes of that file and of the overlay beside it if it has one.
    names
        Different names in the compiled file.
    places
        How many places there are of each sort, the most frequent first.
    sources
        Packages and licences (`Gazetteer.sources`).
    """

    path: Path
    size: int
    names: int
    places: dict[str, int]
    sources: str


def describe(gazetteer: Gazetteer) -> Contents:
    """Count what a gazetteer holds, and read where it is from."""
    counts: Counter[str] = Counter()
    for kind, count in gazetteer.count_kinds().items():
        counts[_sort(kind)] += count
    return Contents(
        path=gazetteer.path,
        size=sum(path.stat().st_size for path in gazetteer.paths),
        names=gazetteer.names,
        places=dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        sources=gazetteer.sources(),
    )


def _sort(kind: Kind) -> str:
    if kind.is_country:
        return "countries and dependencies"
    return _BY_CODE.get(kind.code) or _BY_CLASS.get(kind.feature_class, "others")
