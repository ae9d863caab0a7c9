"""Find the places that an article names, and say in what sense it names each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.model import Mention, Quote
from geo.reading.recognition.foreign import SEARCHED, ForeignFinder
from geo.reading.recognition.lexicon import Lexicon
from geo.reading.recognition.longer_names import is_part_of_name
from geo.reading.recognition.metonyms import is_dateline, is_speaking
from geo.reading.recognition.no_places import is_body, is_kin, is_month, is_office
from geo.reading.recognition.segments import is_surname, read_page
from geo.reading.recognition.tagger import Tagger
from geo.reading.recognition.teams import is_team
from geo.reading.recognition.token_sequences import tokens_of
from geo.reading.recognition.unreal import find_unreal
from geo.reading.text.beside import word_before
from geo.reading.text.language import language_of
from geo.reading.text.tokens import DIRECTIONS, is_capitalised
from geo.reading.text.unseen import as_seen
from geo.reading.vocabulary.person_names import name_class

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.model import Article, MentionKind
    from geo.reading.recognition.segments import Page, Segment
    from geo.reading.text.tokens import Words

__all__ = ["MentionFinder", "find_mentions"]

#: Gazetteer groups whose names can stand for a government: countries, capitals, and buildings such as the Kremlin.
_CAN_SPEAK: Final = frozenset("CKO")
#: Groups that are worth reporting as a part of another name: a village's name is part of too many surnames.
_KNOWN_AS_PART: Final = frozenset("CKS")
#: These, and demonyms and seats of government, are reported though the tagger takes them for no place.
_WORTH_REPORTING: Final = _KNOWN_AS_PART | {"G", "N"}


#: Behind the name of an area, what it is; then the name stands for the area itself, whatever the tagger makes of a second capital.
_AREA_WORD: Final = re.compile(r"\s(?:Province|Oblast|Region|Prefecture|Governorate|Krai|Voivodeship|State(?=,\s[A-Z]))\b")
_OPENS_AREA_WORD: Final = frozenset("PORGKVS")
#: Before a seat of government that is meant as a building.
_IS_AT: Final = re.compile(
    r"\b(?:in|at|outside|near|inside|to|into|from|of|around|leaving|left|entered)\s+(?:the\s+)?$", re.IGNORECASE
)


#: A capitalised word right beside a name.
_WORD_BEFORE: Final = re.compile(r"(?<![\w.’'-])(?P<word>[A-Z][a-z]+) $")
_WORD_BEHIND: Final = re.compile(r" (?P<word>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?! [A-Z])")
_PREPOSITION: Final = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|via|into|the) $", re.IGNORECASE)
_REACH: Final = 24


class MentionFinder:
    """Finds mentions with one gazetteer and one set of weights, and keeps what it worked out for the next article.

    Parameters
    ----------
    gaz
        The gazetteer.
    tagger
        The weights, those of the package by default.
    lexicon
        What the weights were fitted with, where they are not those of the package.
    """

    def __init__(self, gaz: Gazetteer, tagger: Tagger | None = None, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or Lexicon(gaz)
        self._tagger = tagger or Tagger.bundled()
        self._foreign = ForeignFinder(gaz)

    def find(self, article: Article) -> list[Mention]:
        """Find the mentions of an article.

        Parameters
        ----------
        article
            The article; stretches that are not prose are stepped over, captions are read. One in another language is searched for
            well-known names only, see `geo.reading.recognition.foreign`.

        Returns
        -------
        list of Mention
            In the order of the text, none overlapping; kinds as in `geo.model.Mention`.
        """
        language = language_of(article)
        if language in SEARCHED:
            return self._foreign.find(article, language)
        seen = as_seen(article)
        return self._find(article) if seen is None else seen.original(self._find(seen.article), article)

    def _find(self, article: Article) -> list[Mention]:
        page = read_page(article.text, self._lexicon, [span for span in article.skipped if span.kind != "caption"])
        found: list[Mention] = []
        for number in range(len(page.runs)):
            labels = self._tagger.label(tokens_of(page, number))
            if 1 in labels:
                found.extend(self._places(article, page, number, labels))
            found.extend(self._others(article, page, number, labels))
        found.sort(key=_start_of)
        return _with_unreal(article, found, page.words)

    def _places(self, article: Article, page: Page, number: int, labels: list[int]) -> list[Mention]:
        spans: list[tuple[int, int]] = []
        for word, label in enumerate(labels, page.runs[number][0]):
            if label == 1:
                spans.append((page.words.start(word), page.words.ends[word]))
            elif label == 2:
                spans[-1] = (spans[-1][0], page.words.ends[word])
        text = page.text
        return [
            Mention(Quote(article.id, start, end, text[start:end]), self._kind(text, start, end))
            for start, end in spans
            if not (self._is_person(page, start, end) or is_month(text, start, end) or is_kin(text, start))
        ]

    def _is_person(self, page: Page, start: int, end: int) -> bool:
        name = page.text[start:end]
        if " " in name:
            return False
        known = self._lexicon.code(name)[:1] in ("P", "O") and is_surname(page, name)
        return known or self._has_full_name(page.text, start, end, name)

    def _has_full_name(self, text: str, start: int, end: int, name: str) -> bool:
        """Tell whether a name has a given name right before it, or is one and has a surname behind: "Paul London", "Victoria Okafor"."""
        before = _capitalised_before(text, start)
        if before and name_class(before) == "g" and not self._lexicon.code(before):
            return True
        opens = end + 1 < len(text) and is_capitalised(text[end + 1])  # as few words behind a name
        after = _WORD_BEHIND.match(text, end, end + _REACH) if opens else None
        if (
            after is None
            or name_class(name) not in ("g", "b")
            or (before or _PREPOSITION.search(text, max(0, start - _REACH), start))
        ):
            return False
        word = after["word"]
        return word.lower() not in self._lexicon.common and not self._lexicon.code(word)

    def _kind(self, text: str, start: int, end: int) -> MentionKind:
        before = word_before(text, start)
        if is_part_of_name(text, start, end, before) or is_body(text[start:end]):
            return "part"
        if is_dateline(text, start, end):
            return "dateline"
        code = self._lexicon.code(text[start:end])
        if code[:1] == "G" and (not _IS_AT.search(text, max(0, start - 24), start) or is_office(text, start, end)):
            return "metonym"
        if code[:1] in _CAN_SPEAK and is_speaking(text, start, end, before):
            return "metonym"
        return "metonym" if is_team(text, start, end, before) else "place"

    def _others(self, article: Article, page: Page, number: int, labels: list[int]) -> list[Mention]:
        """Report demonyms, and well-known places inside other names."""
        found: list[Mention] = []
        segments, begin = page.segments[number], page.runs[number][0]
        for order in range(len(segments)):
            code = segments[order].code
            if not code or code[0] not in _WORTH_REPORTING:
                continue
            first, last = segments[order].first, segments[order].last
            if any(labels[first - begin : last - begin]):
                continue
            start, end = page.words.start(first), page.words.ends[last - 1]
            is_known = code[0] in _KNOWN_AS_PART and article.text[end + 1 : end + 2] in _OPENS_AREA_WORD
            area = _AREA_WORD.match(article.text, end) if is_known else None
            if area and not any(labels[last - begin : last - begin + 1]):
                found.append(Mention(article.quote(start, area.end())))
            elif code[0] == "G":
                found.append(Mention(article.quote(start, end), self._kind(article.text, start, end)))
            elif code[0] == "N":
                found.append(Mention(article.quote(start, end), "demonym"))
            elif (
                page.words.texts[first].lower() not in DIRECTIONS
                and not is_surname(page, article.text[start:end])
                and self._is_part(page, segments, order, labels, begin)
            ):
                found.append(Mention(article.quote(start, end), "part"))
        return found

    def _is_part(self, page: Page, segments: list[Segment], order: int, labels: list[int], begin: int) -> bool:
        """Tell whether a capitalised word that is no place stands right beside the segment."""
        for other in (order - 1, order + 1):
            if 0 <= other < len(segments):
                first = segments[other].first
                if page.words.texts[first][0].isupper() and not labels[first - begin]:
                    return True
        return False


def _capitalised_before(text: str, start: int) -> str:
    """Return the capitalised word that stands right before an offset, ``""`` where there is none."""
    first = max(0, start - _REACH)
    word = max(first, text.rfind(" ", first, start - 1) + 1)
    if start < 2 or text[start - 1] != " " or not "a" <= text[start - 2] <= "z" or text[word:start].islower():  # as nearly always
        return ""
    found = _WORD_BEFORE.search(text, first, start)
    return "" if found is None else str(found["word"])


def _with_unreal(article: Article, found: list[Mention], words: Words) -> list[Mention]:
    """Mark what is a former or fictional place, and add those that the tagger does not know; a longer name is left as it is."""
    skipped = [span for span in article.skipped if span.kind != "caption"]
    for name in find_unreal(article.text, words):
        if any(span.start <= name.start < span.end for span in skipped):
            continue
        over = [m for m in found if m.quote.start < name.end and name.start < m.quote.end]
        if any(m.quote.start < name.start or m.quote.end > name.end for m in over):
            continue
        found = [m for m in found if m not in over]
        found.append(Mention(article.quote(name.start, name.end), name.kind))
    found.sort(key=_start_of)
    return found


def _start_of(mention: Mention) -> int:
    return mention.quote.start


@lru_cache(maxsize=2)
def _finder(gaz: Gazetteer) -> MentionFinder:
    return MentionFinder(gaz)


def find_mentions(article: Article, gaz: Gazetteer) -> list[Mention]:
    """Find the mentions of an article with the bundled weights; see `MentionFinder.find`."""
    return _finder(gaz).find(article)
