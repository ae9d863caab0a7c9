"""Take the text, and what is stated about it, out of each kind of file: plain, Markdown, a saved page, ninjs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.model import Span
from geo.reading.articles.front_matter import DATES, FIELDS, day_of, find_front_matter, load_front_matter
from geo.reading.articles.source import Source
from geo.reading.articles.web_page import find_unclosed, read_web_page

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

__all__ = ["SUFFIXES", "decode", "read_source"]

#: The kinds of file that are read.
SUFFIXES = (".txt", ".md", ".html", ".htm", ".json")

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)


def read_source(data: bytes, path: Path) -> Source:
    """Read the bytes of a file according to its suffix.

    Raises
    ------
    InputError
        The file is empty, binary, in no encoding that can be read, or not what its suffix says.
    """
    text = decode(data, path)
    match path.suffix.lower():
        case ".md":
            source = _markdown(text, path)
        case ".html" | ".htm":
            source = read_web_page(text)
        case ".json":
            source = _ninjs(text, path)
        case _:
            source = Source(text)
    if not source.text.strip():
        tag = find_unclosed(text) if path.suffix.lower() in (".html", ".htm") else ""
        why = f"all that stands behind <{tag}> is hidden, as it is never closed: put </{tag}> where it ends" if tag else ""
        raise InputError(f"{path} holds no words; {why or 'give a file with an article in it'}.")
    return source


def decode(data: bytes, path: Path) -> str:
    """Decode a file: by its byte order mark, as UTF-8, by the charset that it declares, or else as Windows-1252.

    Raises
    ------
    InputError
        The file is empty or binary, or fits none of these.
    """
    if not data.strip():
        raise InputError(f"{path} is empty; give a file with an article in it.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, path)
    if b"\0" in data[:4096] and path.suffix.lower() not in (".txt", ".md"):
        raise InputError(f"{path} is a binary file, not text; save the article as text, Markdown, HTML or ninjs.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:4096])
        text = _decode_as(data, declared[1].decode() if declared else "cp1252", path)
    if _looks_binary(text):
        raise InputError(f"{path} is a binary file, not text; save the article as text, Markdown, HTML or ninjs.")
    return text


def _decode_as(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(f"{path} is neither UTF-8 nor {encoding} text; save it as UTF-8.") from error


def _looks_binary(text: str) -> bool:
    """Tell bytes that only happen to decode: one control character in fifty is more than any text has."""
    sample = text[:20_000]
    control = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1b")
    return 50 * control > len(sample)


def _markdown(text: str, path: Path) -> Source:
    found = find_front_matter(text)
    if found is None:
        return Source(text)
    try:
        stated = load_front_matter(found["yaml"])
    except ValueError as error:
        raise InputError(
            f"{path} has front matter that is not YAML; mend the lines between the two '---', or remove them."
        ) from error
    stated = stated if isinstance(stated, dict) else {}
    title, publisher, url, lang = (_words(stated, *names) for names in FIELDS.values())
    return Source(text, title, publisher, url, lang, _day(stated, *DATES), (Span(0, found.end(), "header"),))


def _ninjs(text: str, path: Path) -> Source:
    try:
        item = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not JSON; give a ninjs item, or the article as text.") from error
    if not isinstance(item, dict):
        raise InputError(f"{path} is not a ninjs item: an object with 'body_text' or 'body_xhtml' is expected.")
    headline = _words(item, "headline", "title", "name")
    body = _words(item, "body_text", "description_text") or read_web_page(_words(item, "body_xhtml", "body_html")).text
    if not body:
        body = next((read_web_page(value).text if "<" in value else value for value in _bodies(item)), "")
    if not body.strip():
        raise InputError(f"{path} has no article in it: a ninjs item with 'body_text' or 'body_xhtml' is expected.")
    whole = body if not headline or body.lstrip().startswith(headline) else f"{headline}\n\n{body}"
    return Source(
        whole,
        headline,
        _words(item, "source", "copyrightholder"),
        _words(item, "uri", "url"),
        _words(item, "language"),
        _day(item, "firstcreated", "firstCreated", "versioncreated", "versionCreated"),
    )


def _bodies(item: dict[str, Any]) -> list[str]:
    """Return the texts of ninjs 2 and 3, where ``bodies`` is a list of objects with a ``value``."""
    bodies = item.get("bodies")
    values = [body.get("value") for body in bodies if isinstance(body, dict)] if isinstance(bodies, list) else []
    return [value for value in values if isinstance(value, str)]


def _words(stated: dict[str, Any], *keys: str) -> str:
    return next((value.strip() for key in keys if isinstance(value := stated.get(key), str) and value.strip()), "")


def _day(stated: dict[str, Any], *keys: str) -> date | None:
    return next((day for key in keys if (day := day_of(stated.get(key))) is not None), None)
