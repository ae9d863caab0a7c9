"""The word lists of ``geo/reading/data``, as rows and as columns."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

__all__ = ["table", "words_of"]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Read one of the reader's word lists, ``geo/reading/data/NAME.csv``, as rows."""
    text = resources.files("geo.reading").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def words_of(name: str, column: str) -> dict[str, str]:
    """Read one column of a word list, by lemma."""
    return {row["lemma"]: row[column] for row in table(name)}
