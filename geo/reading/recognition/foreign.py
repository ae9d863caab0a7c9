"""Find places in texts that are not English, by the gazetteer's names in their scripts.

The tagger learned from English news, so here a name counts only where it is plain: a well-known place, or one behind a preposition of place.
What speaks, what is a part of another name, claims and dates are not read in these languages.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.model import Mention
from geo.reading.recognition.cases import nominatives
from geo.reading.vocabulary.person_names import name_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer import Gazetteer, Place
    from geo.model import Article

__all__ = ["SEARCHED", "ForeignFinder"]

#: The languages whose texts are searched here.
SEARCHED = ("de", "fr", "es", "ru", "uk", "ko", "zh", "ja")

#: Behind these stands where something is, or where it comes from or goes.
_PREPOSITIONS = {
    "de": "in aus nach bei von vor zwischen über um ab bis gegen nahe zu im am vom",
    "fr": "à de en vers dans depuis près par entre au aux du d l jusqu",
    "es": "en de a hacia desde hasta entre por para cerca del al",
    "ru": "в во из на с со у до от под через около к ко над между близ",
    "uk": "в у із з зі на до від під через біля к над між поблизу",
}
#: Behind these a word is a common noun; German writes all of them with a capital.
_ARTICLES = {
    "de": "der die das den dem des ein eine einen einem einer eines zum zur beim ins kein keine viel mehr sein ihr",
}
#: Countries that German calls with an article.
_WITH_ARTICLE = frozenset(("CH", "TR", "UA", "SK", "MN", "US", "NL", "CZ", "IR", "IQ", "SD", "YE", "LB"))
#: A place with this many people is meant wherever its name stands; behind a preposition a smaller one will do.
_KNOWN = 100_000
_SMALL = 500
#: Of the scripts without spaces: a shorter name must be a larger place, for most pairs of signs are some village's name.
_LARGE_SHORT = 400_000
_LARGE_LONG = 5_000
_LONGEST_SIGNS = 12
_LONGEST_WORDS = 4
#: What is glued to a name in Korean, and says its part in the sentence; and what sort of place it is.
_PARTICLES = frozenset(
    "은 는 이 가 을 를 에 의 와 과 도 로 으로 에서 까지 부터 에서는 에서도 에는 에도 만 에게 로부터 으로부터 에서의 로의 과의 와의 행 발 산 시 시는 시에 시에서 시의 역 역에 역에서 "
    "공항 공항에 공항에서 인근 항 항에 항에서".split()
)
_NO_NAMES = frozenset(" ".join((*_PREPOSITIONS.values(), *_ARTICLES.values())).split())
#: A word; "d'Espagne" and "l'Italie" are two.
_WORD = re.compile(r"[dl](?=[’'])|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HAN_KANA = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々ー]+")
_HANGUL = re.compile(r"[\uac00-\ud7af]+")
_GAP = re.compile(r"[ -]")
_CACHED = 1 << 15


class ForeignFinder:
    """Finds places in texts of languages other than English with one gazetteer."""

    def __init__(self, gaz: Gazetteer) -> None:
        self._gaz = gaz
        self._best = lru_cache(_CACHED)(self._look_up)

    def find(self, article: Article, language: str) -> list[Mention]:
        """Find the places of an article.

        Parameters
        ----------
        article
            The article; stretches that are not prose are stepped over, captions are read.
        language
            As `geo.reading.text.language.language_of` tells it.

        Returns
        -------
        list of Mention
            In the order of the text, none overlapping, all of the kind ``place``.
        """
        find = {"zh": self._signs, "ja": self._signs, "ko": self._korean}.get(language)
        spans = find(article.text) if find else self._words(article.text, language)
        skipped = [span for span in article.skipped if span.kind != "caption"]
        return [
            Mention(article.quote(start, end))
            for start, end in spans
            if not any(span.start < end and start < span.end for span in skipped)
        ]

    def _look_up(self, name: str) -> Place | None:
        """Return the best-known place of a name, adjectives and codes aside."""
        found = [c for c in self._gaz.lookup(name, limit=6, exact=True) if c.name_kind not in ("demonym", "code", "part")]
        return found[0].place if found else None

    def _signs(self, text: str) -> Iterator[tuple[int, int]]:
        """Cut runs of Chinese and Japanese from the left into the longest names that are well known."""
        for run in _HAN_KANA.finditer(text):
            position = run.start()
            while position < run.end():
                end = self._longest(text, position, run.end())
                if end:
                    yield position, end
                position = end or position + 1

    def _longest(self, text: str, start: int, limit: int) -> int:
        for end in range(min(limit, start + _LONGEST_SIGNS), start + 1, -1):
            place = self._best(text[start:end])
            if place is not None and (_is_area(place) or place.population >= (_LARGE_SHORT if end - start == 2 else _LARGE_LONG)):
                # A name in katakana ends where the katakana ends: ロシア is no place inside another word.
                return 0 if _splits_katakana(text, start, end) else end
        return 0

    def _korean(self, text: str) -> Iterator[tuple[int, int]]:
        """Find names that open a word, with nothing behind but particles."""
        for word in _HANGUL.finditer(text):
            for end in range(word.end(), word.start() + 1, -1):
                if end < word.end() and text[end : word.end()] not in _PARTICLES:
                    continue
                place = self._best(text[word.start() : end])
                if place is not None and (
                    _is_area(place) or place.population >= (_LARGE_SHORT if end - word.start() == 2 else _LARGE_LONG)
                ):
                    yield word.start(), end
                    break

    def _words(self, text: str, language: str) -> Iterator[tuple[int, int]]:
        """Find names of one to four capitalised words."""
        words = list(_WORD.finditer(text))
        number = 0
        while number < len(words):
            length = self._length(text, words, number, language)
            if length:
                yield words[number].start(), words[number + length - 1].end()
            number += length or 1

    def _length(self, text: str, words: list[re.Match[str]], number: int, language: str) -> int:
        """Return how many words from a number on are a place's name; 0 for none."""
        first = words[number]
        if (
            not first.group()[0].isupper()
            or first.group().lower() in _NO_NAMES
            or (len(first.group()) < 3 and not first.group().isupper())
        ):
            return 0
        before = words[number - 1].group().lower() if number and _is_beside(text, words[number - 1], first) else ""
        for length in range(min(_LONGEST_WORDS, len(words) - number), 0, -1):
            last = words[number + length - 1]
            if not last.group()[0].isupper() or not _is_one(text, words[number : number + length]):
                continue
            place = self._place(text[first.start() : last.end()])
            if place is not None and self._is_meant(place, before, language):
                return 0 if length == 1 and self._is_person(text, words, number, before, language) else length
        return 0

    def _place(self, name: str) -> Place | None:
        place = self._best(name)
        if place is None:
            known = (self._best(form) for form in nominatives(name))
            place = max((p for p in known if p is not None), key=lambda p: (_is_area(p), p.population), default=None)
        return place

    def _is_meant(self, place: Place, before: str, language: str) -> bool:
        if before in _ARTICLES.get(language, "").split() and not (place.kind.is_country and place.country in _WITH_ARTICLE):
            return False
        if _is_area(place) or place.population >= _KNOWN:
            return True
        return before in _PREPOSITIONS.get(language, "").split() and place.population >= _SMALL

    def _is_person(self, text: str, words: list[re.Match[str]], number: int, before: str, language: str) -> bool:
        """Tell whether a name stands right beside another capitalised word that is no place, as a person's name does; German nouns do too."""
        if language == "de" and before in _PREPOSITIONS["de"].split():
            return False
        for other, left, right in ((number + 1, number, number + 1), (number - 1, number - 1, number)):
            if 0 <= other < len(words) and _is_one(text, [words[left], words[right]]):
                word = words[other].group()
                if other < number and name_class(word) in ("g", "b"):
                    return True
                opens = other < number and (other == 0 or not _is_beside(text, words[other - 1], words[other]))
                if word[0].isupper() and not opens and self._place(word) is None and language != "de":
                    return True
        return False


def _is_area(place: Place) -> bool:
    return place.kind.is_country or place.kind.code in ("CONT", "PPLC", "ADM1", "RGN")


def _is_beside(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return text[left.end() : right.start()] in (" ", "\n", "’", "'")


def _is_one(text: str, words: list[re.Match[str]]) -> bool:
    return all(_GAP.fullmatch(text, left.end(), right.start()) for left, right in pairwise(words))


def _splits_katakana(text: str, start: int, end: int) -> bool:
    def katakana(position: int) -> bool:
        return 0 <= position < len(text) and "\u30a0" <= text[position] <= "\u30ff"

    return (katakana(start) and katakana(start - 1)) or (katakana(end - 1) and katakana(end))
