"""From the normal form of a name to its meanings: the places that bear it, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazetteer.prior import NAME_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from gazetteer.container import Container
    from gazetteer.rows import Rows

    Names = Mapping[str, Sequence[tuple[str, str]]]

__all__ = ["ROW_MASK", "NameIndex", "row_and_kind"]

_ROW_BITS = 24
#: The bits of a meaning that are its row.
ROW_MASK = (1 << _ROW_BITS) - 1
_CODE = NAME_KINDS.index("code")


def row_and_kind(meaning: int) -> tuple[int, str]:
    """Return the row of the place that is meant, and what the name is to it."""
    return meaning & ROW_MASK, NAME_KINDS[meaning >> _ROW_BITS]


class NameIndex:
    """The names of the compiled file and those beside it.

    A meaning is a number that holds a row and a name kind.

    Parameters
    ----------
    container
        The compiled file.
    rows
        The places.
    added
        Names beside the compiled file: for each normal form, pairs of place id and name kind. They are ranked among the others.
    own
        A newsroom's own names, in the same form. They come before all others.
    """

    def __init__(self, container: Container, rows: Rows, added: Names, own: Names) -> None:
        import marisa_trie

        self.trie: Any = marisa_trie.Trie().map(container.section("names"))
        self._rows = rows
        self._first = container.column("first", "I")
        self._postings = container.column("postings", "I")
        self._added = added
        self._own = own

    def __contains__(self, key: str) -> bool:
        return key in self.trie or key in self._added or key in self._own

    def meanings(self, key: str, *, codes: bool) -> list[int]:
        """Return the meanings of a normal form, best first, with or without those that are codes; `row_and_kind` tells what each is."""
        number = self.trie.get(key)
        meanings: list[int] = [] if number is None else self._postings[self._first[number] : self._first[number + 1]].tolist()
        if key in self._added or key in self._own:
            meanings = self._with_added(key, meanings)
        # The prior puts codes last.
        while not codes and meanings and meanings[-1] >> _ROW_BITS == _CODE:
            meanings.pop()
        return meanings

    def _with_added(self, key: str, postings: list[int]) -> list[int]:
        ranked = [*self._postings_of(self._added.get(key, ())), *postings]
        ranked.sort(key=lambda posting: -self._rows.prior(*row_and_kind(posting)))
        first_of_row: dict[int, int] = {}
        for posting in (*self._postings_of(self._own.get(key, ())), *ranked):
            first_of_row.setdefault(posting & ROW_MASK, posting)
        return list(first_of_row.values())

    def _postings_of(self, meanings: Iterable[tuple[str, str]]) -> Iterator[int]:
        for place_id, name_kind in meanings:
            yield self._rows.find(place_id) | NAME_KINDS.index(name_kind) << _ROW_BITS

    def openings(self, key: str) -> Iterator[str]:
        """Yield the names that begin with a key, in no order that means anything; some twice."""
        yield from self.trie.iterkeys(key)
        yield from (name for names in (self._added, self._own) for name in names if name.startswith(key))
