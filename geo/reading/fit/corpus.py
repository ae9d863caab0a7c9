"""Read annotated corpora, and divide them into folds."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["FOLDS", "Document", "GoldMention", "common_words", "fold_of", "read_corpus"]

#: Cross-validation leaves out one document in so many.
FOLDS = 5
_LOWER = re.compile(r"(?<![^\W_])[a-z]{2,20}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A place as a person marked it: its offsets, its point (degrees, or None) and whether it is an adjective or to be ignored."""

    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    adjective: bool = False
    ignore: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text."""

    id: str
    text: str
    mentions: tuple[GoldMention, ...]


def read_corpus(path: Path) -> list[Document]:
    """Read a corpus: one JSON object a line with ``doc_id``, ``text`` and ``mentions``.

    Raises
    ------
    InputError
        The file can't be read, or a line is not such an object.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise InputError(f"{path} can't be read ({error.strerror}); give the path of a JSONL corpus.") from error
    return [_document(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _document(line: str, where: str) -> Document:
    try:
        item = json.loads(line)
        mentions = tuple(
            GoldMention(
                m["start"],
                m["end"],
                m["name"],
                m.get("lat"),
                m.get("lon"),
                bool(m.get("adj")),
                bool(m.get("ignore") or m.get("bad_span")),
            )
            for m in item["mentions"]
        )
        return Document(str(item["doc_id"]), item["text"], mentions)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{where}: an object with 'doc_id', 'text' and 'mentions' is expected.") from error


def fold_of(name: str) -> int:
    """Return the fold of the document with this id."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def common_words(documents: Iterable[Document]) -> list[str]:
    """Return the words that at least two documents write in lower case, in alphabetical order."""
    counts = Counter(word for document in documents for word in set(_LOWER.findall(document.text)))
    return sorted(word for word, count in counts.items() if count > 1)
