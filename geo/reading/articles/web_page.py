"""Take the words of an article, and what is stated about it, out of a saved web page; standard library only."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from geo.reading.articles.page_date import parse_day
from geo.reading.articles.source import Source

if TYPE_CHECKING:
    from datetime import date

__all__ = ["find_unclosed", "read_web_page"]

_HIDDEN = frozenset("script style noscript template svg nav aside form iframe button select head footer dialog".split())
_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol "
    "p pre section table td th tr ul time".split()
)
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_DATE_META = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def read_web_page(markup: str) -> Source:
    """Read a page: the words of its ``<article>``, else of ``<main>``, else of the whole body, without menus, scripts and forms.

    Each paragraph is a line of the text; the rest is what the meta data of the page state.
    """
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    for part in ("article", "main", ""):
        text = _paragraphs(parser.pieces, part)
        # A page may hold an empty or teaser <article>: a real one has at least a sentence or two.
        if len(text) > 200 or not part:
            break
    meta = parser.meta
    return Source(
        text,
        meta.get("og:title") or " ".join("".join(parser.title).split()),
        meta.get("og:site_name", ""),
        meta.get("og:url") or meta.get("canonical", ""),
        meta.get("lang", ""),
        _published(meta, parser.times, markup),
    )


def find_unclosed(markup: str) -> str:
    """Find the first tag that hides what stands in it and is never closed, as a title that swallows the article; "" if there is none."""
    parser = _Parser()
    parser.feed(markup)
    parser.close()
    return parser.unclosed or next(filter(_hides, parser.still_open), "")


def _hides(tag: str) -> bool:
    """Whether what stands in a tag is not shown; a head that stays open does so for what stays open in it."""
    return tag == "title" or tag in _HIDDEN - {"head"}


def _published(meta: dict[str, str], times: list[str], markup: str) -> date | None:
    stated = [meta[key] for key in _DATE_META if key in meta]
    in_json = _JSON_DATE.search(markup)
    for value in [*stated, *([in_json[1]] if in_json else []), *times[:1]]:
        if day := parse_day(value):
            return day
    return None


def _paragraphs(pieces: list[tuple[str, frozenset[str]]], part: str) -> str:
    chosen = "".join(piece for piece, inside in pieces if not part or part in inside)
    lines = (" ".join(line.split()) for line in chosen.split("\n"))
    return "\n\n".join(line for line in lines if line)


class _Parser(HTMLParser):
    """Collects visible pieces of text, each with the parts of the page that it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[str, frozenset[str]]] = []
        self.meta: dict[str, str] = {}
        self.times: list[str] = []
        self.title: list[str] = []
        self.unclosed = ""
        self._open: list[str] = []
        self._hidden = 0
        self._parts: frozenset[str] = frozenset()
        self._depth = {"article": 0, "main": 0}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self._note(tag, values)
        if tag in _BLOCKS:
            self.pieces.append(("\n", self._parts))
        if tag in _VOID:
            return
        self._open.append(tag)
        self._count(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        # Close what was left open inside; an end tag without a start is ignored. The search is bounded: markup may be hostile.
        if tag in self._open[-200:]:
            while self._open:
                last = self._open.pop()
                self._count(last, -1)
                if last == tag:
                    break
                self.unclosed = self.unclosed or (last if _hides(last) else "")
        if tag in _BLOCKS:
            self.pieces.append(("\n", self._parts))

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title" and "svg" not in self._open[-4:]:
            self.title.append(data)
        if not self._hidden:
            self.pieces.append((data.replace("\n", " "), self._parts))

    @property
    def still_open(self) -> list[str]:
        """The tags that were never closed, the outermost first."""
        return self._open

    def _count(self, tag: str, step: int) -> None:
        self._hidden += step * (tag in _HIDDEN)
        if tag in self._depth:
            self._depth[tag] += step
            self._parts = frozenset(part for part, depth in self._depth.items() if depth)

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """Keep what a tag states about the page."""
        if tag == "html" and values.get("lang"):
            self.meta.setdefault("lang", values["lang"])
        elif tag == "meta":
            key = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
            if key and values.get("content"):
                self.meta.setdefault(key, values["content"].strip())
        elif tag == "link" and values.get("rel") == "canonical":
            self.meta.setdefault("canonical", values.get("href", ""))
        elif tag == "time" and values.get("datetime"):
            self.times.append(values["datetime"])
