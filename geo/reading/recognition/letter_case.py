"""Read what is written all in capitals, as wires once were, with the letters that its words usually have.

Capitals tell names from words, and without them neither the tagger nor the parser knows which is which. Each character keeps its offset.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from geo.model import Article, Quote
from geo.reading.parsing.parser import Parser
from geo.reading.recognition.lexicon import Lexicon
from geo.reading.recognition.segments import TITLES
from geo.reading.vocabulary.person_names import name_class
from geo.reading.vocabulary.prepositions import BEFORE_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gazetteer import Gazetteer

__all__ = ["CaseRestorer", "as_written"]

_Value = TypeVar("_Value")

#: A stretch all in capitals has so many words at least, and makes up this part of its article: headings and names do without it.
_FEWEST: Final = 12
_PART: Final = 0.5
_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|\d*[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"(?<!\.[A-Z])[.!?][\"'”’)]*\s+[\"'“‘(]*$|^\s*[\"'“‘(]*$")
#: What opens a paragraph and is no sentence: "BOGOTA, 3 JUN 91 (EFE) --".
_DATELINE: Final = re.compile(r"\s*[^a-z\n]{3,60}?(?:\d|\([A-Z][^a-z\n)]{1,30}\))[^a-z\n]{0,12}?\s?(?:--?|–|—)\s")
_SMALL: Final = frozenset(
    "a about after against all although among an and any are around as at be because been before being below between both but by did do does during each "
    "for from had has have he her here him his how if in into is it its itself me might my near no nor not of off on once or our out over she should "
    "since so some than that the their them then there these they this those though through to toward towards until unto up upon was we were what when "
    "where whether which while who whom whose why will with within without would you your onto".split()
)
_ALWAYS_GREAT: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december i christmas easter".split()
)
#: Months that are also words: names beside a number or behind "in" and "last".
_MAY_BE_MONTHS: Final = frozenset(("may", "march"))
#: Small words inside a name; in lower case between two that have a capital.
_JOINERS: Final = frozenset("bin da das de del della der di do dos du el ibn la las los van von y".split())
_INSIDE: Final = _SMALL | _JOINERS
#: Given names and surnames too, but hardly ever meant as such.
_SAID: Final = frozenset(("said", "told"))
#: Groups of `geo.reading.recognition.lexicon.Lexicon` whose names are known to everybody, and what is large enough for it.
_KNOWN: Final = "CKRSNG"
_TOWNS: Final = "PDTHO"
_CITY: Final = re.compile(r"[PST][6-9][ln]")
_NUMBER: Final = re.compile(r"\d\s?$")
_NATION: Final = re.compile(r"[CKS]\dn")
_BRACKETS: Final = re.compile(r"\(([^\W\d_]+)(?=[)-])")
_DAY_BEHIND: Final = re.compile(r"\.?\s{1,2}\d")
_BEFORE_MONTH: Final = frozenset("in last next since this".split())
_NUMERAL: Final = re.compile(r"[IVX]{2,}")
_LONGEST: Final = 4
#: How far before a word the end of a sentence is looked for.
_REACH: Final = 12
_VOWELS: Final = re.compile(r"[aeiouy]", re.IGNORECASE)


class CaseRestorer:
    """Restores the letters of articles that are written in capitals."""

    def __init__(self, gaz: Gazetteer) -> None:
        self._lexicon = Lexicon(gaz)

    def restore(self, article: Article) -> Article:
        """Give an article with the letters that its words usually have, of the same length; itself where it is not in capitals, as nearly all."""
        found = list(_in_capitals(article.text))
        if sum(end - start for start, end in found) < _PART * len(article.text.strip()):
            return article
        text, last, pieces = article.text, 0, list[str]()
        for start, end in found:
            opening = _DATELINE.match(text, start, end)
            begin = opening.end() if opening is not None else start
            pieces += [text[last:begin], _Capitals(text[begin:end], self._lexicon).restored()]
            last = end
        return replace(article, text="".join([*pieces, text[last:]]))


class _Capitals:
    """A text in capitals: its words, those that go together as names of places, and those that its brackets explain."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon
        self._words = list(_WORD.finditer(text))
        self._initials = frozenset(_BRACKETS.findall(text))
        self._places = self._find_places()

    def restored(self) -> str:
        pieces, last = list[str](), 0
        for word, form in zip(self._words, self._forms(), strict=True):
            pieces += [self._text[last : word.start()], form if len(form) == len(word.group()) else word.group()]
            last = word.end()
        return "".join([*pieces, self._text[last:]])

    def _are_beside(self, number: int) -> bool:
        """Tell whether nothing but white space stands between a word and the next."""
        if not 0 <= number < len(self._words) - 1:
            return False
        between = self._text[self._words[number].end() : self._words[number + 1].start()]
        return between.isspace() and between.count("\n") <= 1

    def _find_places(self) -> set[int]:
        """Find the names of places of two words and more, by the numbers of their words."""
        found: set[int] = set()
        first = 0
        while first < len(self._words):
            last = first + 1
            while last < first + _LONGEST and self._are_beside(last - 1):
                last += 1
            while last > first + 1 and not self._is_place(first, last):
                last -= 1
            if last > first + 1:
                found.update(n for n in range(first, last) if n == first or self._words[n].group().lower() not in _INSIDE)
            first = last
        return found

    def _is_place(self, first: int, last: int) -> bool:
        words = [word.group() for word in self._words[first:last]]
        if words[0].lower() in _SMALL:
            return False
        code = self._lexicon.code(" ".join(words))
        return bool(code) and (code[0] in _KNOWN or (code[0] in _TOWNS and not all(self._is_ordinary(word) for word in words)))

    def _is_ordinary(self, word: str) -> bool:
        low = word.lower()
        return low in self._lexicon.common or low in _SMALL or bool(_kinds(low))

    def _forms(self) -> list[str]:
        forms = [self._form(number) for number in range(len(self._words))]
        people = {forms[n + 1].lower() for n in range(len(forms) - 1) if self._is_full_name(forms, n)}
        forms = [_great(form) if form in people and form not in self._lexicon.common else form for form in forms]
        for number in range(len(forms) - 1, -1, -1):
            if number not in self._places:
                after = forms[number + 1] if self._are_beside(number) else ""
                before = forms[number - 1] if self._are_beside(number - 1) else ""
                forms[number] = self._within(number, forms[number], before, after)
        return forms

    def _is_full_name(self, forms: list[str], number: int) -> bool:
        """Tell whether a word and the next are a person's name, so that the second is one in all the text."""
        first, last = forms[number], forms[number + 1]
        if first.islower() or not self._are_beside(number) or {number, number + 1} & self._places:
            return False
        if not self._is_ordinary(first) and not self._lexicon.code(first):
            return name_class(_great(last)) in ("f", "b")
        return name_class(first) in ("g", "b") and last[:1].isupper()

    def _within(self, number: int, form: str, before: str, after: str) -> str:
        """Give a word as it is written between others: "of" in a name, a title before one, the first of a sentence."""
        if form.lower() in _JOINERS and before[:1].isupper() and after[:1].isupper():
            return form.lower()
        if not form.islower():
            return form
        start = self._words[number].start()
        opens = _SENTENCE_END.search(self._text, max(0, start - _REACH), start) is not None
        is_title = _great(form) in TITLES and after[:1].isupper() and number + 1 not in self._places
        is_title = is_title and (not before.islower() or before in _SMALL or _great(before) in TITLES)
        return form[:1].upper() + form[1:] if opens or is_title else form

    def _form(self, number: int) -> str:
        """Give a word the letters that it has wherever it stands."""
        found = self._words[number]
        word, low = found.group(), found.group().lower()
        if number in self._places:
            return _great(word)
        if not _VOWELS.search(word) and _NUMBER.search(self._text, max(0, found.start() - 2), found.start()):
            return low  # "40 km"
        if self._is_initials(word):
            return word
        stem, mark, ending = re.sub("’", "'", low).partition("'")
        if stem in _ALWAYS_GREAT or f"{_great(word)}{self._text[found.end() : found.end() + 1]}" in TITLES:
            return low[0].upper() + low[1:]
        if stem in _MAY_BE_MONTHS:
            return _great(word) if self._is_dated(number) else low
        if stem in _SMALL or low[0].isdigit():
            return low
        if mark and ending not in ("", "s"):
            return low if self._is_ordinary(stem) else _great(word)
        is_name = self._is_name(number, word[: len(stem)])
        return (_great(stem) if is_name else stem) + low[len(stem) :]

    def _is_initials(self, word: str) -> bool:
        if "." in word or _NUMERAL.fullmatch(word) or not _VOWELS.search(word):
            return _great(word) not in TITLES
        return word in self._initials and not self._lexicon.code(word)

    def _is_dated(self, number: int) -> bool:
        found = self._words[number]
        before = self._words[number - 1].group().lower() if self._are_beside(number - 1) else ""
        day = _DAY_BEHIND.match(self._text, found.end()) or _NUMBER.search(self._text, max(0, found.start() - 2), found.start())
        return before in _BEFORE_MONTH or day is not None

    def _is_name(self, number: int, word: str) -> bool:
        """Tell whether a single word is a name: no word of the dictionary, a well-known place, or a person's behind a title or a given name."""
        low, code, kind = word.lower(), self._lexicon.code(word), name_class(word)
        before = self._words[number - 1].group() if self._are_beside(number - 1) else ""
        after = self._words[number + 1].group() if self._are_beside(number) else ""
        if low in _SAID:
            return False
        common, kinds = low in self._lexicon.common, _kinds(low)
        if self._is_given(before) and (kind or (kinds <= {"noun"} and not common)):
            return True
        if (kind and _great(before) in TITLES) or (before.lower() in BEFORE_PLACE and _NATION.match(code)):
            return True
        is_surname = bool(name_class(after)) and after.lower() not in self._lexicon.common and "verb" not in _kinds(after.lower())
        if kind in ("g", "b") and (is_surname or (not common and kinds <= {"noun"})):
            return True
        if common:
            return False
        return not kinds or code[:1] in tuple(_KNOWN) or (kinds <= {"noun"} and _CITY.match(code) is not None)

    def _is_given(self, word: str) -> bool:
        """Tell whether a word is a given name and hardly anything else."""
        known = name_class(word) in ("g", "b") and word.lower() not in self._lexicon.common
        return known and not _NATION.match(self._lexicon.code(word))


def _kinds(word: str) -> frozenset[str]:
    """Tell what the dictionary has a word as; it lacks most adverbs."""
    parser = Parser.shared()
    adverb = word.endswith("ly") and "adj" in parser.kinds_of(word[:-2])
    return frozenset(("adv",)) if adverb else parser.kinds_of(word)


def _great(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def _in_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch of lines that hold no small letter."""
    start = end = position = 0
    for line in text.splitlines(keepends=True):
        if line.isupper():
            start, end = (start if end > start else position), position + len(line)
        elif line.strip():
            if _is_long(text, start, end):
                yield start, end
            start = end = position
        position += len(line)
    if _is_long(text, start, end):
        yield start, end


def _is_long(text: str, start: int, end: int) -> bool:
    return end > start and len(text[start:end].split()) >= _FEWEST


def as_written(value: _Value, articles: Mapping[str, Article]) -> _Value:
    """Give what was read of restored articles with the words as they are written: articles, quotes, and whatever holds them."""
    return _as_written(value, articles) if articles else value  # as nearly always


def _as_written(value: Any, articles: Mapping[str, Article]) -> Any:
    if isinstance(value, Quote):
        own = articles.get(value.article)
        return value if own is None else own.quote(value.start, value.end)
    if isinstance(value, Article):
        return articles.get(value.id, value)
    if isinstance(value, tuple):
        return tuple(_as_written(part, articles) for part in value)
    if isinstance(value, list):
        return [_as_written(part, articles) for part in value]
    if isinstance(value, dict):
        return {key: _as_written(part, articles) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value)}
        return replace(value, **{name: _as_written(part, articles) for name, part in parts.items()})
    return value
