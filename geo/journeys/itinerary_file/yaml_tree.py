"""Read YAML 1.2 into a tree that remembers its lines, refusing whatever an itinerary has no use for.

The tree is built from the parser's events, not from a loader: so nothing in the file can name a Python type, an alias can't blow
up into gigabytes, and a plain ``NO`` or ``2023-09-12`` stays the word that the person typed until the schema says what it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Node", "read_tree", "tree_of"]

#: An itinerary is nine levels deep; more is a mistake or an attack on the call stack.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of the file.

    Attributes
    ----------
    line
        From 1; for a field of a mapping, the line of its name.
    value
        Fields by name, a list of nodes, or the words of a scalar.
    plain
        Whether it is a scalar without quotes (so ``null`` means nothing rather than the word).
    """

    line: int
    value: dict[str, Node] | list[Node] | str
    plain: bool = False


@lru_cache(maxsize=2)
def read_tree(text: str, name: str) -> Node:
    """Parse one YAML document, or give the tree again: an itinerary that is updated is read, written and read within one run.

    Parameters
    ----------
    text
        The file's text.
    name
        What to call the file in messages.

    Raises
    ------
    InputError
        If it is not YAML, or has an alias, anchor, tag, second document or repeated field; with the line.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _Builder(name, YAML(typ="safe", pure=True).parse(text)).document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(
            f"{name}{line}: this is not YAML ({error.problem}); check the indents, dashes and quotes there."
        ) from error
    except YAMLError as error:
        raise InputError(f"{name}: it holds a character that YAML does not allow; save it as plain UTF-8 text.") from error


def tree_of(value: Any) -> Node:
    """Give the tree of what was written of plain values, but for its lines: to read a large file takes a hundred times as long."""
    if isinstance(value, dict):
        return Node(0, {name: tree_of(item) for name, item in value.items()})
    if isinstance(value, list):
        return Node(0, [tree_of(item) for item in value])
    return Node(0, str(value)) if isinstance(value, str) else Node(0, json.dumps(value), plain=True)


class _Builder:
    """Turns parser events into nodes."""

    def __init__(self, name: str, events: Iterator[Any]) -> None:
        self._name = name
        self._events = events

    def document(self) -> Node:
        from ruamel.yaml.events import DocumentEndEvent, DocumentStartEvent, StreamEndEvent, StreamStartEvent

        root: Node | None = None
        for event in self._events:
            if isinstance(event, (StreamStartEvent, StreamEndEvent, DocumentEndEvent)):
                continue
            if isinstance(event, DocumentStartEvent):
                if root is not None:
                    self._refuse(event, "a second document starts here; keep one itinerary in a file.")
            else:
                root = self._node(event, 0)
        return root or Node(1, "", plain=True)

    def _node(self, event: Any, depth: int, line: int | None = None) -> Node:
        from ruamel.yaml.events import AliasEvent, MappingStartEvent, SequenceStartEvent

        if isinstance(event, AliasEvent) or event.anchor is not None:
            self._refuse(event, "aliases and anchors (* and &) can't be used; write the value out.")
        if event.tag not in (None, "!"):
            self._refuse(event, "tags (!) can't be used; put words that start with ! in quotes.")
        if depth > _DEEPEST:
            self._refuse(event, "the file is nested too deeply to be an itinerary.")
        line = line or event.start_mark.line + 1
        if isinstance(event, MappingStartEvent):
            return Node(line, self._fields(depth + 1))
        if isinstance(event, SequenceStartEvent):
            return Node(line, self._items(depth + 1))
        return Node(line, str(event.value), plain=event.style is None)

    def _fields(self, depth: int) -> dict[str, Node]:
        from ruamel.yaml.events import MappingEndEvent, ScalarEvent

        fields: dict[str, Node] = {}
        while not isinstance(key := next(self._events), MappingEndEvent):
            if not isinstance(key, ScalarEvent):
                self._refuse(key, "the name of a field must be a word.")
            name = self._node(key, depth)
            if str(name.value) in fields:
                self._refuse(key, f"'{name.value}' stands twice in one block; keep one.")
            fields[str(name.value)] = self._node(next(self._events), depth, name.line)
        return fields

    def _items(self, depth: int) -> list[Node]:
        from ruamel.yaml.events import SequenceEndEvent

        items = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event, depth))
        return items

    def _refuse(self, event: Any, why: str) -> NoReturn:
        raise InputError(f"{self._name}, line {event.start_mark.line + 1}: {why}")
