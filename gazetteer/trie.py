"""Names by number and numbers by name, in one MARISA trie or in several that divide the alphabet."""

from __future__ import annotations

import json
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazetteer.container import Container

__all__ = ["PartedTrie", "open_trie"]


def open_trie(container: Container, name: str) -> Any:
    """Open the trie of a section, or the parts of one that was too large to be built at once.

    Parameters
    ----------
    container
        The compiled file. A trie in parts has, in place of the section ``name``, the section ``name.parts``, a JSON list of the least
        string that each part may hold, and the sections ``name.0``, ``name.1``...

    Returns
    -------
    marisa_trie.Trie or PartedTrie
        Both have ``in``, ``len``, ``get``, ``restore_key`` and ``iterkeys``; nothing is copied.

    Raises
    ------
    InputError
        If the section is damaged so that it can't be opened.
    """
    if name in container:
        return _mapped(container, name)
    least = json.loads(bytes(container.section(f"{name}.parts")))
    return PartedTrie(least, [_mapped(container, f"{name}.{part}") for part in range(len(least))])


def _mapped(container: Container, name: str) -> Any:
    import marisa_trie

    try:
        return marisa_trie.Trie().map(container.section(name))
    except RuntimeError as error:
        raise container.damaged(f"its section '{name}' is damaged") from error


class PartedTrie:
    """Tries that together act as one: the strings of each come after those of the part before it.

    Parameters
    ----------
    least
        The least string that each part may hold, ascending; that of the first counts as ``""``.
    parts
        The tries.
    """

    def __init__(self, least: Sequence[str], parts: Sequence[Any]) -> None:
        self._least = list(least[1:])
        self._parts = parts
        self._offsets = [0, *accumulate(len(part) for part in parts)]
        self._get = [part.get for part in parts]

    def __len__(self) -> int:
        return self._offsets[-1]

    def __contains__(self, key: str) -> bool:
        return key in self._parts[bisect_right(self._least, key)]

    def get(self, key: str) -> int | None:
        """Return the number of a string, or None."""
        part = bisect_right(self._least, key)
        number = self._get[part](key)
        return None if number is None else number + self._offsets[part]

    def restore_key(self, number: int) -> str:
        """Return the string of a number; KeyError if there is none."""
        part = bisect_right(self._offsets, number) - 1
        if not 0 <= part < len(self._parts):
            raise KeyError(number)
        key: str = self._parts[part].restore_key(number - self._offsets[part])
        return key

    def iterkeys(self, prefix: str = "") -> Iterator[str]:
        """Yield the strings that begin with a prefix, in no order that means anything."""
        part = bisect_right(self._least, prefix)
        yield from self._parts[part].iterkeys(prefix)
        while part < len(self._least) and self._least[part].startswith(prefix):
            part += 1
            yield from self._parts[part].iterkeys(prefix)
