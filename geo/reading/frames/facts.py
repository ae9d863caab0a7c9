"""Lay what was found in an article over the parse of one passage: its places, times and words of travel, by token."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.reading.text.stretches import beginning_in
from geo.reading.vocabulary.place_nouns import SETTLEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from geo.model import Resolution, When
    from geo.reading.parsing.passages import Passage
    from geo.reading.travel_words.predicates import Predicate

__all__ = ["PassageFacts", "holds", "is_diary"]

#: What a place is called that is pointed at: "this oil town", "this island".
_POINTED_AT = SETTLEMENTS | {"airbase", "base", "island", "outpost", "suburb"}
#: How far back, in words, "there" may reach.
_NEAR = 45
#: Words that may stand between a place and "where".
_BETWEEN = frozenset({",", ")", "and", "from", "on", "through", "to"})
#: How far behind such a word, in words, the area may stand in which the town lies.
_AROUND = 5
#: What stands between a place and what it lies in: "X, Y", "X (Y", "X in northern Y".
_LIES_IN = re.compile(r"\s*(?:[,(]\s*)?(?:in\s+)?(?:(?:the|(?:north|south|east|west|central)\w*)\s+)*")
#: What follows a date that heads a diary entry.
_HEADING = re.compile(r"\s*[.:]?\s*(?:--|—|–|-\s|:\s)")
_ENTRY = re.compile(rf"{_HEADING.pattern}|\s*[.:]\s+(?=[A-Z\"“‘'])")


def is_diary(text: str, whens: Sequence[When]) -> bool:
    """Tell whether two or more paragraphs of a text begin with different days, each set off as the heading of an entry."""
    days = {
        when.edtf
        for when in whens
        if when.precision in ("part", "day") and _ENTRY.match(text, when.words.end)
        and not text[text.rfind("\n", 0, when.words.start) + 1 : when.words.start].strip()
    }  # fmt: skip
    return len(days) > 1


@dataclass(slots=True)
class PassageFacts:
    """The places and times of one passage, by the token at the head of each.

    ``told`` where the story above it is told in the past, ``coming`` where the movement told last is a plan; ``dateline`` is where the article was
    written, and ``elsewhere`` the offset at which it first names a place that is not there.
    """

    passage: Passage
    predicates: Mapping[int, Predicate]
    places: dict[int, Resolution] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    whens: dict[int, When] = field(default_factory=dict)
    member_of: dict[int, int] = field(default_factory=dict)
    told: bool = False
    coming: bool = False
    dateline: Resolution | None = None
    elsewhere: int = 0

    @classmethod
    def of(
        cls, passage: Passage, predicates: Sequence[Predicate], resolutions: Sequence[Resolution], whens: Sequence[When]
    ) -> PassageFacts:
        """Lay the places and times of an article, both in the order of the text, over the tokens of one of its passages."""
        facts = cls(passage, {p.token.i: p for p in predicates})
        end = passage.start + len(passage.doc.text)
        previous: Resolution | None = None
        last: Resolution | None = None
        last_root = -1
        for r in beginning_in(resolutions, passage.start, end, lambda r: r.mention.quote.start):
            quote = r.mention.quote
            if quote.end > end:
                continue
            span = passage.doc.char_span(quote.start - passage.start, quote.end - passage.start, alignment_mode="expand")
            if span is None or not span.text.strip():  # a dateline, which the parser does not see
                continue
            facts.places[span.root.i] = r
            for token in span:
                facts.member_of[token.i] = span.root.i
            if previous is not None and _is_tail(previous, last, r, passage.article.text):
                facts.inside.add(span.root.i)
            else:
                previous = r
            if last is not None and _owns(last, r, passage.article.text):
                facts.inside.add(last_root)
            last, last_root = r, span.root.i
        facts._place_adverbs()
        facts.dateline = next((r for r in resolutions if r.mention.kind == "dateline"), None)
        facts.elsewhere = _first_elsewhere(resolutions, facts.dateline)
        facts._place_here(facts.dateline)
        for when in beginning_in(whens, passage.start, end, lambda w: w.words.start):
            if when.words.end <= end:
                span = passage.doc.char_span(
                    when.words.start - passage.start, when.words.end - passage.start, alignment_mode="expand"
                )
                if span is not None and span.text.strip():
                    facts.whens[span.root.i] = when
        return facts

    def _place_adverbs(self) -> None:
        """Give "there" in "was diverted there", "from there she flew on" the place named last before it, if that is near.

        "Where" is the place right before it: "landed in X, where she met the mayor", "reached Y, from where they were flown home"; so is "which"
        where a clause is told of the place: "X, which they reached on Friday", "Y, from which they sailed".
        """
        for token in self.passage.doc:
            if token.lower_ == "where" or (token.lower_ == "which" and token.dep_ in ("dobj", "pobj")):
                owner = self._right_before(token)
                if owner is not None and (token.lower_ == "where" or _is_told_of(self.passage.doc[owner], token)):
                    self.places[token.i] = self.places[owner]
            if token.lower_ != "there" or token.tag_ == "EX" or token.dep_ == "expl":
                continue
            before = [i for i in self.places if token.i - _NEAR <= i < token.i and i not in self.inside]
            before = [i for i in before if self.places[i].mention.kind == "place" and self.passage.doc[i].dep_ != "poss"]
            if before:
                self.places[token.i] = self.places[max(before)]

    def _place_here(self, dateline: Resolution | None) -> None:
        """Give "here" in "arrived here on Tuesday", and "this oil town", the place of the dateline; who is quoted may be elsewhere."""
        if dateline is None:
            return
        town = dateline.place is not None and dateline.place.kind.is_populated
        for token in self.passage.doc:
            if town and token.lower_ == "this" and token.head.lemma_ in _POINTED_AT and token.head.dep_ in ("dobj", "pobj"):
                told = [i for i in self.places if token.i < i < token.head.i]  # "this Baltic port"
                told += [i for i in self.places if 0 < i - token.head.i <= _AROUND and holds(self.places[i], dateline)]
                self.inside.update(told)  # "this port in northern Poland"
                self.places[token.head.i] = dateline
            if (
                token.lower_ == "here"
                and token.dep_ in ("advmod", "pcomp", "pobj")
                and token.doc.text.count('"', 0, token.idx) % 2 == 0
            ):
                self.places[token.i] = dateline

    def _right_before(self, where: Token) -> int | None:
        """The place that ends right before a relative "where", but for a day, without what only says where it is: X of "X in Y, where"."""
        doc, before = self.passage.doc, where.i - 1
        while before >= 0 and (doc[before].lower_ in _BETWEEN or doc[before].ent_type_ in ("DATE", "TIME")):
            before -= 1
        if before not in self.member_of:
            return None
        last = self.member_of[before]
        owners = [i for i in self.places if i <= last and i in self.member_of and i not in self.inside]
        return max(owners) if owners and self.places[max(owners)].mention.kind == "place" else None

    def in_sentence(self, token: Token) -> Iterator[tuple[int, Resolution]]:
        """Yield the places of the sentence of a token, with the token at the head of each: no way in the parse leads out of a sentence."""
        start, end = token.sent.start, token.sent.end
        return ((i, r) for i, r in self.places.items() if start <= i < end)

    def heading(self, *, diary: bool = False) -> When | None:
        """Find the date that heads the passage as in a diary: "October 1st.--We started by moonlight".

        In what is known as a diary also "3 June. Left at six", which elsewhere may be the date of a page.
        """
        text = self.passage.article.text
        for when in self.whens.values():
            if when.words.start - self.passage.start <= 2 and (_HEADING if not diary else _ENTRY).match(text, when.words.end):
                return when
        return None


def _first_elsewhere(resolutions: Sequence[Resolution], dateline: Resolution | None) -> int:
    """Where the first place is named that neither is that of the dateline nor lies around it."""
    home = dateline.place if dateline is not None else None
    others = (
        r.mention.quote.start
        for r in resolutions
        if r.mention.kind == "place"
        and (home is None or (r.place is not None and not (r.place.id == home.id or r.place.contains(home))))
    )
    return next(others, sys.maxsize)


def holds(area: Resolution, town: Resolution) -> bool:
    """Tell whether one place that is told of lies in another."""
    return area.place is not None and town.place is not None and area.place.contains(town.place)


def _is_told_of(place: Token, which: Token) -> bool:
    """Whether the clause of a relative pronoun hangs on a place, and not on what the place belongs to: "the bridge in X, which they crossed"."""
    clause = next((t for t in which.ancestors if t.dep_ == "relcl"), None)
    return clause is not None and clause.head.i == place.i


def _owns(first: Resolution, second: Resolution, text: str) -> bool:
    """Whether the first only says whose the second is: "London's Stansted airport"."""
    return text[first.mention.quote.end : second.mention.quote.start] in ("'s ", "’s ")


def _is_tail(first: Resolution, last: Resolution | None, second: Resolution, text: str) -> bool:
    """Whether the second only says where the first is: "Springfield, Massachusetts", "Matias Romero, Oaxaca State, Mexico"."""
    between = text[(last or first).mention.quote.end : second.mention.quote.start]
    if between.strip(" \n,") in ("near", "outside", "just outside", "close to", "not far from"):
        return True
    if first.place is None or second.place is None:
        return False
    if between.strip(" ,") in ("on the", "on") and second.place.kind.feature_class in ("H", "L"):  # "Gao on the Niger River"
        return True
    if not _LIES_IN.fullmatch(between):
        return False
    if between.lstrip().startswith("in ") and second.place.kind.is_area and not second.place.area_codes:
        return first.place.country == second.place.country  # "Ilkley in West Yorkshire", which no code tells
    held = not first.place.is_area and not first.place.admin1  # airports are in no first-order area
    box = second.place.bbox if held and second.place.is_area else None
    return second.place.contains(first.place) or (box is not None and box.contains(first.place.lat, first.place.lon))
