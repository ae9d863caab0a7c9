"""Find place names that the tagger passed over, by where they lie: behind a preposition of place, and close to where the story is.

The tagger sees a name and the words beside it. Once the places of a story are known, a name that stands where a place would ("At X they
changed", "By X his knee was swollen", "Y on the 9th, X on the 10th") and that the gazetteer has close to them is one more of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

from geo.model import Mention
from geo.reading.recognition.overlooked import NO_PLACES
from geo.reading.recognition.whole_names import WEAK
from geo.reading.text.stretches import overlaps
from geo.reading.vocabulary.common_words import common_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazetteer import Gazetteer, Place
    from geo.model import Resolution
    from geo.reading.parsing.passages import Passage

__all__ = ["find_close_names", "points_of"]

#: What stands before a place: prepositions, verbs that have it as their object, and nouns with "of".
_BEFORE: Final = re.compile(
    r"\b(?:[Aa]t|By|for|[Ff]rom|[Ii]n|into|[Nn]ear|off|[Oo]utside|out\s+of|past|through|[Tt]o|towards?|via|[Ll]eft|[Rr]each(?:ed)?|"
    r"(?:camp|city|port|resort|town|village)\s+of)\s+(?=[^\W\d_])"
)
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*(?<!['’]s)")
#: Small words inside a name: "Alcalá de los Gazules", "Stow on the Wold".
_INSIDE: Final = re.compile(r"(?:\s(?:d[aeio]s?|del|el|la|las|le|los|of|on|sur|the|upon))*\s(?=[^\W\d_])")
#: What joins the next member of a list: "X on the 9th, Y on the 10th and Z".
_JOINT: Final = re.compile(r"(?:\s+on\s+the\s+\d+(?:st|nd|rd|th))?(?:,?\s+(?:and|then|as\s+well\s+as)\s+(?:then\s+)?|,\s+)")
_LONGEST: Final = 5
_MOST: Final = 12
#: How far from another place of the story a town may lie, in km, and one that no other town shares its name with.
_CLOSE_KM: Final = 300.0
_CLOSE_ENOUGH_KM: Final = 1000.0
_SURE: Final = 0.5


def points_of(resolutions: Sequence[Resolution]) -> list[Place]:
    """Return the places of a story that are points and surely meant, each once."""
    sure = [r.place for r in resolutions if r.mention.kind == "place" and r.place is not None and r.confidence >= _SURE]
    return list({place.id: place for place in sure if not place.is_area}.values())


def find_close_names(
    passages: Sequence[Passage], mentions: Iterable[Mention], points: Sequence[Place], gaz: Gazetteer
) -> list[Mention]:
    """Find the names of an article that stand where a place would and lie close to the places of its story.

    Parameters
    ----------
    passages
        Its parsed prose.
    mentions
        What is known of it.
    points
        The places of the story, as `points_of` gives them.
    gaz
        Where names are looked up; minor places are left out.

    Returns
    -------
    list of Mention
        Those that overlap none of the others, in the order of the text.
    """
    taken = sorted((m.quote.start, m.quote.end) for m in mentions)
    found: list[Mention] = []
    for passage in passages:
        for start, end in _names(passage, taken, points, gaz):
            insort(taken, (start, end))
            found.append(Mention(passage.article.quote(start, end)))
    return found


def _names(
    passage: Passage, taken: Sequence[tuple[int, int]], points: Sequence[Place], gaz: Gazetteer
) -> Iterator[tuple[int, int]]:
    text, end = passage.article.text, passage.start + len(passage.doc.text)
    listed = 0
    for before in _BEFORE.finditer(text, passage.start, end):
        at: int | None = max(before.end(), listed)
        while at is not None and at < end:
            number = bisect_left(taken, (at, 0))
            stop = taken[number][1] if number < len(taken) and taken[number][0] == at else None
            if stop is None:
                stop = _end_of_name(text, at, points, gaz)
                if stop is None or overlaps(taken, at, stop) or _is_other(passage, at, stop, listed=at != before.end()):
                    break
                yield at, stop
            joint = _JOINT.match(text, stop)
            listed, at = stop, joint.end() if joint is not None else None


def _end_of_name(text: str, start: int, points: Sequence[Place], gaz: Gazetteer) -> int | None:
    """Where the longest name ends that begins here and lies close by; None where it would be cut from a longer one."""
    ends = list[int]()
    word = _WORD.match(text, start)
    while word is not None and word[0][:1].isupper() and len(ends) < _LONGEST:
        ends.append(word.end())
        inside = _INSIDE.match(text, word.end())
        word = _WORD.match(text, inside.end()) if inside is not None else None
    if not ends or (len(ends) == 1 and text[start : ends[0]].casefold() in common_words()):
        return None
    whole = ends[-1]
    return whole if _lies_close(text[start:whole], points, gaz) else None


def _lies_close(name: str, points: Sequence[Place], gaz: Gazetteer) -> bool:
    if name.isupper():
        return False
    bearing = gaz.lookup(" ".join(name.split()), limit=_MOST, exact=True)
    towns = [c.place for c in bearing if c.name_kind not in WEAK and c.place.kind.is_populated and not gaz.is_minor(c.place)]
    reach = _CLOSE_ENOUGH_KM if len(towns) == 1 else _CLOSE_KM
    return any(t.km_to(p) <= reach for t in towns for p in points)


def _is_other(passage: Passage, start: int, end: int, *, listed: bool) -> bool:
    """Whether the parser takes a name for something that is no place: a full person's name, a day, a work; in a list also who does something."""
    span = passage.doc.char_span(start - passage.start, end - passage.start, alignment_mode="expand")
    if span is None:
        return True
    person = len(span) > 1 and all(t.ent_type_ == "PERSON" for t in span)
    after = span.doc[span.end] if span.end < len(span.doc) else None
    part = after is not None and (after.text[:1].isupper() or after.text in ("'s", "’s", "-"))
    does = listed and span.root.dep_ in ("nsubj", "nsubjpass", "poss")
    return person or part or does or any(t.ent_type_ in NO_PLACES for t in span)
