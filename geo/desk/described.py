"""What the texts call a traveller beside the name, as far as the rules of safety ask for it: "minister", "refugee", "15-year-old".

Looked at are the words that lead up to a name ("the Polish prime minister Ana Sol") and an apposition beside it ("Ana Sol, 15, a
schoolgirl from Lodz"; "The country's envoy, Ana Sol,"). An itinerary file does not hold the articles' text, so this is noted when they are read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.desk.rules import known_words, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.model import Itinerary, Traveller

__all__ = ["with_descriptions"]

#: Words that may lead up to a name; a title has no more.
_MOST_WORDS = 6
_BEFORE = re.compile(r"(?:[\w.'’-]+[ \n])+$")
#: From a comma behind the name to the next break, or to the word where the apposition speaks of somebody else.
_BEHIND = re.compile(r"(?:['’]s)?,\s+((?:an?|the|his|her|their|\d|former|then)\b[^,;:.()\n]{0,80}|\d{1,2}(?=,))", re.IGNORECASE)
#: The same before it: "The country's envoy, Ana Sol, left".
_AHEAD = re.compile(
    r"(?:^|[,;:.()\n“\"])\s*((?:an?|the|its|his|her|their|one|[\w-]+['’]s)\b[^,;:.()\n]{0,80}),\s+$", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"\b(?:of|to|for|who|whose|that|which|from|in|at|with|by|and)\b")
_BARE_AGE = re.compile(r"\d{1,2}")


def with_descriptions(itinerary: Itinerary) -> Itinerary:
    """Note, for each traveller, the words of the rules that stand beside one of its names in the articles' text."""
    texts = [article.text for article in itinerary.articles]
    described = (replace(traveller, described=tuple(_descriptions(traveller, texts))) for traveller in itinerary.travellers)
    return replace(itinerary, travellers=tuple(described))


def _descriptions(traveller: Traveller, texts: Iterable[str]) -> list[str]:
    names = sorted({traveller.name, *traveller.aliases}, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names if name)})(?!\w)")
    found = [word for text in texts for start, end in _spans(pattern, text) for word in _beside(text, start, end)]
    own = set(words_in(" | ".join(names)))
    return [word for word in dict.fromkeys(found) if word not in own]


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(text))


def _beside(text: str, start: int, end: int) -> Iterator[str]:
    before = text[max(0, start - 100) : start]
    yield from words_in(" ".join(_leading_words(before)))
    if ahead := _AHEAD.search(before):
        yield from words_in(_ELSEWHERE.split(ahead[1])[0])
    behind = _BEHIND.match(text, end)
    if behind is None:
        return
    if _BARE_AGE.fullmatch(behind[1]):
        yield f"{behind[1]}-year-old"
    else:
        yield from words_in(_ELSEWHERE.split(behind[1])[0])


def _leading_words(before: str) -> list[str]:
    """Return the words of a title before a name: as long as they are capitals' or words of the rules, and nothing stands between."""
    run = _BEFORE.search(before)
    words: list[str] = []
    for word in reversed(run.group().split()[-_MOST_WORDS:] if run else []):
        if not (word[0].isupper() or known_words().fullmatch(word)):
            break
        words.insert(0, word)
    return words
