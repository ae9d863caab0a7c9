"""Mark what is not prose in the text of a page: headers, share bars, captions, signatures, lists of related links.

Pages are recognised by the shape of their lines, never by the words of one publisher. Nothing is cut out: each stretch becomes a
`geo.model.Span`, and the readers that want prose step over it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo.model import Span
from geo.reading.articles.page_date import DATE_HEADER, DATELINE_DATE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Line", "find_title", "lines_of", "mark_page"]


class Line(NamedTuple):
    """A line of a text without its white space at either end; ``text[start:end] == words``."""

    start: int
    end: int
    words: str


#: Lines longer than this are paragraphs, and no rule for furniture looks at them.
_FURNITURE_LIMIT = 400
_ICON_WORD = re.compile(r"icon\b|icon$", re.IGNORECASE)
_BAR_WORDS = frozenset(
    "share tweet facebook twitter x whatsapp telegram linkedin reddit pinterest email e-mail mail print copy link save "
    "listen comment comments subscribe follow us sign up in log login menu search home advertisement advertising ad skip "
    "to main content close open read more show less full screen loading cookie cookies settings newsletter newsletters "
    "share: on this article story by via and or our your the like post gift bookmark back top next previous story: "
    "continue reading below".split()
)
_BAR_STARTS = frozenset(
    "share tweet facebook print advertisement subscribe follow sign log menu skip loading comments save copy email listen "
    "home".split()
)
_CLOCK_LINE = re.compile(
    r"(?:(?:first\s+|last\s+)?(?:updated|published|modified|posted)(?:\s+(?:at|on))?:?\s*[\d:.,/ -]+(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?\s*[|·•—–-]?\s*){1,3}",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"(?:[-_=*~]\s?){3,}|[•·]{3,}")
_URL = re.compile(r"\bhttps?://\S{4,}|\bwww\.\S{4,}")
_BULLET = re.compile(r"[•●▪◦‣*·]\s+|-\s+(?=[A-Z“\"‘])")
_RELATED = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:stories|articles|news|content))?|more (?:on|from) .{1,40}|recommended|most read)\b:?",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"""(?: (?:full\s+screen\s+)? \b(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?|[Ff]oto|PHOTOS?|IMAGES?)(?:graph)?(?:\s+(?:credits?|by|courtesy(?:\s+of)?))?\s*:\s*\S.{0,80}
          | ©\s*\S.{0,80}
          | \(\s*(?:AP|AFP|EPA|Getty|Reuters)?\s*[Pp]hoto\s*(?:by|/|:)[^)]{2,80}\)
          | \(AP\s+Photo[^)]{0,80}\)
          | \|\s*(?:[A-Z][\w.'’-]+\s*){1,3}/\s*[A-Z][\w ]{1,30}
          | [A-Z][\w.'’-]+\s[A-Z][\w.'’-]+/(?:AP|AFP|Reuters|REUTERS|Getty\sImages|EPA|UPI)
        )\s*$""",
    re.VERBOSE,
)
_GLUED_CREDIT = re.compile(r"(?<=[a-z])Photo\s*:\s*[A-Z].{0,80}$")
_FULL_SCREEN = re.compile(
    r"(?:full[ -]?screen|view gallery|enlarge(?: image)?|open image in gallery|image caption|hide caption|toggle caption)\b[:\s]*",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:--?|—)\s*[A-Z][\w .,'’-]{2,60}(?:[Nn]ewsroom|[Bb]ureau|[Dd]esk)\b.{0,60}"
    r"|\((?:(?:Additional\s+|With\s+)?[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)\b[^)]{3,300}\)\s*"
    r"|(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:19|20)\d\d\b.{0,160}"
    r"|.{0,20}\ball rights reserved\b.{0,120}"
    r"|[A-Z]{2,6}/[A-Z]{2,6}(?:/[A-Z]{2,6})*"
)
_BYLINE = re.compile(
    r"(?:By|BY|by)[:\s]\s*(?:[A-Z][\w.'’-]*)(?:[ ,]+(?:and|de|van|von|al|bin|la|[A-Z][\w.'’-]*)){0,9}(?:[,|/–—-]?\s*.{0,60})?"
)
_NAME_LINE = re.compile(r"(?:[A-Z][\w'’-]*\.?){1,3}(?:\s[A-Z][\w'’-]+\.?){1,3}")


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text that are not blank."""
    position = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = position + raw.index(words)
            yield Line(start, start + len(words), words)
        position += len(raw)


def mark_page(text: str) -> tuple[Span, ...]:
    """Mark the stretches of a text that are not prose.

    Parameters
    ----------
    text
        The whole text.

    Returns
    -------
    tuple of Span
        In order, none overlapping; kinds ``header``, ``chrome``, ``caption``, ``byline`` and ``separator``.
    """
    lines = list(lines_of(text))
    links = _related_links(lines)
    spans: list[Span] = []
    seen: set[str] = set()
    for number, line in enumerate(lines):
        if number in links or _repeats_title(line, number, seen):
            spans.append(Span(line.start, line.end, "chrome"))
        elif number < 4 and _is_lone_name(lines, number):
            spans.append(Span(line.start, line.end, "byline"))
        else:
            spans.extend(_mark_line(line))
        if number < 6:
            seen.add(_plain(line.words))
    return tuple(spans)


def find_title(text: str, skipped: tuple[Span, ...]) -> str:
    """Return the first line of prose if it has the form of a headline: short, and something follows it; else ``""``."""
    lines = [line for line in lines_of(text[:20_000]) if not any(s.start <= line.start < s.end for s in skipped)]
    if len(lines) < 2:
        return ""
    words = lines[0].words
    longest = 18 if words.endswith(".") else 25
    if len(words) > 160 or len(words.split()) > longest or re.search(r"[a-z]{2}[.!?]\s+[A-Z]", words):
        return ""
    return words.removeprefix("# ").removesuffix(".")


def _mark_line(line: Line) -> list[Span]:
    """Say what a line is on its own."""
    start, end, words = line
    if _SEPARATOR.fullmatch(words):
        return [Span(start, end, "separator")]
    if _is_icon_soup(words) or (len(words) <= _FURNITURE_LIMIT and _is_bar(words)):
        return [Span(start, end, "chrome")]
    if header := DATE_HEADER.match(words):
        return [Span(start, start + header.end(), "header")]
    if len(words) <= _FURNITURE_LIMIT:
        if _CLOCK_LINE.fullmatch(words):
            return [Span(start, end, "header")]
        if _SIGNATURE.fullmatch(words) or (
            _BYLINE.fullmatch(words) and len(words) <= 120 and not words.endswith((".", "?", "!"))
        ):
            return [Span(start, end, "byline")]
    if caption := _mark_caption(line):
        return caption
    spans = [Span(start + found.start(), start + found.end(), "chrome") for found in _URL.finditer(words)]
    if dateline := DATELINE_DATE.match(words):
        spans.insert(0, Span(start + dateline.start("date"), start + dateline.end("date"), "header"))
    return spans


def _mark_caption(line: Line) -> list[Span]:
    """Split a caption from its photo credit: the words may hold facts, the credit does not."""
    words = line.words
    opening = _FULL_SCREEN.match(words)
    first = opening.end() if opening else 0
    tail = words[max(0, len(words) - 120) :]
    offset = len(words) - len(tail)
    credit = _CREDIT.search(tail) or _GLUED_CREDIT.search(tail)
    # A paragraph that ends in a credit is a caption only if it is no longer than captions are.
    if not (credit or opening) or len(words) > 900:
        return []
    last = offset + credit.start() if credit else len(words)
    spans = [Span(line.start, line.start + first, "chrome")] if first else []
    if words[first:last].strip():
        spans.append(Span(line.start + first, line.start + last, "caption"))
    if credit:
        spans.append(Span(line.start + max(first, last), line.end, "chrome"))
    return spans


def _is_icon_soup(words: str) -> bool:
    tokens = words.split()
    return len(tokens) >= 8 and 5 * sum(1 for token in tokens if _ICON_WORD.search(token)) >= len(tokens)


def _is_bar(words: str) -> bool:
    tokens = [token.strip(".,:|·•/()[]!").lower() for token in words.split()]
    tokens = [token for token in tokens if token and not token.isdigit()]
    return bool(tokens) and len(tokens) <= 25 and tokens[0] in _BAR_STARTS and all(token in _BAR_WORDS for token in tokens)


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _repeats_title(line: Line, number: int, seen: set[str]) -> bool:
    return 0 < number < 8 and len(line.words) <= 200 and len(line.words) > 12 and _plain(line.words) in seen


def _is_lone_name(lines: list[Line], number: int) -> bool:
    """Tell a writer's name that stands alone above a dateline."""
    if number == 0 or number + 1 >= len(lines) or not _NAME_LINE.fullmatch(lines[number].words):
        return False
    return len(lines[number].words) <= 40 and DATELINE_DATE.match(lines[number + 1].words) is not None


def _related_links(lines: list[Line]) -> set[int]:
    """Find the lines of a list of links: after "Read also", or closing the text, and none of them a sentence or a date."""
    found: set[int] = set()
    last = len(lines)
    while last > 0 and _is_link(lines[last - 1].words):
        last -= 1
    if len(lines) - last >= 2 and last > 0:
        found.update(range(last, len(lines)))
    for number, line in enumerate(lines):
        if len(line.words) <= 200 and _RELATED.match(line.words) and number > 0:
            heading_only = _RELATED.fullmatch(line.words) is not None
            if ":" in line.words[:40] or heading_only:
                found.add(number)
                following = number + 1
                while heading_only and following < len(lines) and _is_link(lines[following].words):
                    found.add(following)
                    following += 1
    return found


def _is_link(words: str) -> bool:
    bullet = _BULLET.match(words)
    if not bullet or len(words) > 200:
        return False
    item = words[bullet.end() :]
    # Items that open with a date, or end like a sentence, are the article's own list.
    return not item.endswith((".", ";", ":", ",")) and not item[:1].isdigit()
