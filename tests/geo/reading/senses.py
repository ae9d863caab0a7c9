"""Sentences of our own with the sense in which each uses a name, and how many of them are read right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.reading.articles.article import article_from_text
from geo.reading.recognition.mentions import find_mentions

if TYPE_CHECKING:
    from gazetteer import Gazetteer

#: What the kinds of a mention amount to; a name that is not found, or is a people's, is no place here.
_SENSES = {
    "place": "place",
    "dateline": "place",
    "metonym": "metonym",
    "part": "part",
    "demonym": "none",
    "former": "unreal",
    "fictional": "unreal",
}
_MARKED = re.compile(r"\[(.+?)\]")


class Sentence(NamedTuple):
    """A sentence, the name in it, and the sense in which it is used."""

    text: str
    start: int
    end: int
    sense: str


def read_sentences(file: str) -> list[Sentence]:
    """Read the sentences of a file of the data folder."""
    lines = (Path(__file__).parent / "data" / file).read_text(encoding="utf-8").split("\n")
    return [_sentence(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def _sentence(sense: str, marked: str) -> Sentence:
    found = _MARKED.search(marked)
    assert found is not None, marked
    return Sentence(_MARKED.sub(r"\1", marked), found.start(), found.end() - 2, sense)


def sense_read(sentence: Sentence, gaz: Gazetteer) -> str:
    """Return the sense in which the name of a sentence is read."""
    mentions = find_mentions(article_from_text(sentence.text), gaz)
    found = next((m for m in mentions if m.quote.start < sentence.end and sentence.start < m.quote.end), None)
    if found is None:
        return "none"
    rest = sentence.text[found.quote.start : sentence.start] + sentence.text[sentence.end : found.quote.end]
    # "University of Oslo" found whole is not Oslo; "northern Kenya" is Kenya.
    return "part" if any(word.istitle() for word in rest.split() if word != "The") else _SENSES[found.kind]


def is_right(expected: str, read: str) -> bool:
    """Tell whether a sense is right; a part of another name may also be left out, for neither is a place."""
    return read == expected or {read, expected} == {"part", "none"}
