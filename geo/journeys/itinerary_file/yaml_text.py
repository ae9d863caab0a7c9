"""Write plain values as YAML 1.2 that a person likes to edit.

It is written here rather than by a library so that the same itinerary gives the same bytes under every version of that library,
and so that comments can stand beside values. Strings are bare where no YAML reader could take them for something else, and
otherwise stand in double quotes with JSON's escapes, which YAML 1.2 shares.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Explained", "OneLine", "to_yaml"]

_BARE = re.compile(r"[^\W\d_](?:[\w./()'-]|:(?=\w)| (?=[\w(]))*", re.ASCII)
#: Words that YAML 1.1 or 1.2 reads as a truth value or as nothing.
_NOT_BARE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
#: Characters that YAML does not print, or takes for a line's end, and JSON leaves as they are.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


class OneLine(dict[str, Any]):
    """A mapping to be written on one line, in braces."""


class Explained(str):
    """A string with a comment to stand beside it, for an id that tells a person nothing."""

    __slots__ = ("comment",)
    comment: str

    def __new__(cls, text: str, comment: str) -> Self:
        """Keep the text, and the comment on one line."""
        explained = super().__new__(cls, text)
        explained.comment = " ".join(comment.split())
        return explained


def to_yaml(document: Mapping[str, Any], headings: Mapping[str, str]) -> str:
    """Write ``document`` in block style, its fields in the order given.

    Parameters
    ----------
    document
        Mappings, lists, strings, numbers, truth values and None.
    headings
        A comment to stand above each top field (may have several lines).
    """
    lines: list[str] = []
    for name, value in document.items():
        if name in headings:
            lines += ["", *(f"# {line}".rstrip() for line in headings[name].splitlines())]
        lines += _field(name, value, "")
    return "\n".join(lines).lstrip("\n") + "\n"


def _field(name: str, value: Any, indent: str) -> Iterator[str]:
    """Lines of one field; list items stand level with their field's name, which keeps the file narrow."""
    inline = _inline(value)
    if isinstance(value, Explained):
        yield f"{indent}{name}: {inline}  # {_UNPRINTABLE.sub('', value.comment)}"
    elif inline is not None:
        yield f"{indent}{name}: {inline}"
    elif isinstance(value, dict):
        yield f"{indent}{name}:"
        yield from _block(value, indent + "  ")
    else:
        yield f"{indent}{name}:"
        for item in value:
            yield from _item(item, indent)


def _block(mapping: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in mapping.items():
        yield from _field(name, value, indent)


def _item(value: Any, indent: str) -> Iterator[str]:
    inline = _inline(value)
    if inline is not None:
        yield f"{indent}- {inline}"
        return
    first, *rest = _block(value, indent + "  ")
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _inline(value: Any) -> str | None:
    """Give the value as it stands on a line, or None for one that needs lines of its own."""
    if isinstance(value, OneLine) or not isinstance(value, (dict, list)):
        return _flow(value)
    if not value or (isinstance(value, list) and all(isinstance(item, float) for item in value)):
        return _flow(value)
    return None


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, str):
        return _string(value)
    return json.dumps(value)


def _string(text: str) -> str:
    if _BARE.fullmatch(text) and text.lower() not in _NOT_BARE:
        return text
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
