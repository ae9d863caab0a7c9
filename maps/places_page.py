"""A page that shows a text with its places marked: each mention, what it was taken for, and why. No script, no request."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.model import Article, Resolution

__all__ = ["places_page"]

_KINDS = {
    "place": "a place",
    "dateline": "a dateline: where the report was written",
    "metonym": "those who govern there, not the place",
    "part": "a part of another name",
    "demonym": "an adjective or a people",
    "former": "a place that exists no more",
    "fictional": "a place of fiction or myth",
}
#: Control characters, and the marks that could make a browser show the text in another order than it is written.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:#fde9a9;color:#1d1d1d;border-radius:.2em;padding:0 .15em}
mark.metonym{background:#d9d2ee}mark.dateline{background:#cfe5f7}mark.part,mark.demonym,mark.former,mark.fictional{background:#e6e6e6}
mark.unlocated{background:#fff;color:#1d1d1d;outline:1px dashed #a33}
mark a{color:inherit;text-decoration:none}
mark a:focus-visible,mark a:hover{text-decoration:underline}
li{margin:.8rem 0}
li:target{outline:2px solid #c4560f;outline-offset:.3rem}
ul{margin:.2rem 0;padding-left:1.2rem}
"""


def places_page(texts: Iterable[tuple[Article, Sequence[Resolution]]]) -> str:
    """Build the page.

    Parameters
    ----------
    texts
        Each article with its resolutions, in the order of the text and none overlapping.

    Returns
    -------
    str
        HTML that holds everything it shows. Its content policy forbids scripts and requests, and every word of an article is escaped.
    """
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    sections = "\n".join(_section(article, found, f"{number}") for number, (article, found) in enumerate(texts, 1))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>Places</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{sections}\n</main>\n</body>\n</html>\n"
    )


def _section(article: Article, found: Sequence[Resolution], number: str) -> str:
    title = article.title or article.name or "Article"
    items = "\n".join(_item(resolution, f"m{number}-{i}") for i, resolution in enumerate(found, 1))
    listed = f"<h2>Places of this text</h2>\n<ol>\n{items}\n</ol>" if found else "<p>No place was found in this text.</p>"
    return f'<article>\n<h1 dir="auto">{_safe(title)}</h1>\n<div class="text" dir="auto">{_marked(article, found, number)}</div>\n{listed}\n</article>'


def _marked(article: Article, found: Sequence[Resolution], number: str) -> str:
    pieces: list[str] = []
    at = 0
    for i, resolution in enumerate(found, 1):
        quote = resolution.mention.quote
        look = resolution.mention.kind if resolution.place or resolution.mention.kind == "part" else "unlocated"
        pieces.append(_safe(article.text[at : quote.start]))
        pieces.append(f'<mark class="{look}"><a href="#m{number}-{i}">{_safe(quote.text)}</a></mark>')
        at = quote.end
    pieces.append(_safe(article.text[at:]))
    return "".join(pieces)


def _item(resolution: Resolution, anchor: str) -> str:
    place = resolution.place
    reasons = "".join(f"<li>{_safe(reason)}</li>" for reason in resolution.reasons)
    others = ", ".join(
        f"{c.place.name} ({c.place.country or c.place.kind.code}), {round(100 * chance)}"
        for c, chance in zip(resolution.candidates, resolution.chances, strict=False)
    )
    weighed = f"<li>Also weighed, with chances in 100: {_safe(others)}.</li>" if others else ""
    where = (
        f"{place.name}, {place.lat:.3f}, {place.lon:.3f} ({round(100 * resolution.confidence)} chances in 100)"
        if place
        else f"not located{_vicinity(resolution)}"
    )
    return (
        f'<li id="{anchor}"><bdi>{_safe(resolution.mention.quote.text)}</bdi>: {_safe(where)}, as {_KINDS[resolution.mention.kind]}'
        f"<ul>{reasons}{weighed}</ul></li>"
    )


def _vicinity(resolution: Resolution) -> str:
    near = resolution.vicinity
    return f", perhaps in or near {near.place.name} ({round(100 * near.confidence)} chances in 100)" if near else ""


def _safe(text: str) -> str:
    """Escape a text, and show a mark for each character that is not seen."""
    return escape(_UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text))
