"""Time expressions in context, with their answers: the table ``data/times.csv``.

A row gives a day of publication, a text, some words of it and the interval that they stand for, as `geo.model.When.edtf` writes it, or
``none`` where a careful reader gives no date. The conventions are those of TimeML: a preposition ("by", "since", "until") is no part of
the value; "early", "mid" and "late" do not narrow it; "two weeks ago" is a day, "two months ago" a month.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "times.csv"


@dataclass(frozen=True)
class Row:
    """One time expression: ``answer`` is EDTF or ``none``."""

    kind: str
    published: date
    words: str
    answer: str
    text: str

    @property
    def span(self) -> tuple[int, int]:
        start = self.text.index(self.words)
        return start, start + len(self.words)


def read_rows() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Row(r["kind"], date.fromisoformat(r["published"]), r["words"], r["answer"], r["text"]) for r in csv.DictReader(lines)
        ]


def is_right(row: Row, values: list[str]) -> bool:
    """Whether what was read where the words stand is the answer, and nothing else was read there."""
    return set(values) == (set() if row.answer == "none" else {row.answer})
