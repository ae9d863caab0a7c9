"""From the normal form of a name to its meanings: the places that bear it, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gazetteer.layout import ROW_BITS, ROW_MASK
from gazetteer.prior import NAME_KINDS
from gazetteer.trie import open_trie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from gazetteer.container import Container
    from gazetteer.rows import Rows

    Names = Mapping[str, Sequence[tuple[str, str]]]

__all__ = ["NameIndex", "row_and_kind"]

_CODE: Final = NAME_KINDS.index("code")


def row_and_kind(meaning: int) -> tuple[int, str]:
    """Return the row of the place that is meant, and what the name is to it."""
    return meaning & ROW_MASK, NAME_KINDS[meaning >> ROW_BITS]


class NameIndex:
    """The names of the compiled file and those beside it.

    A meaning is a number that holds a row and a name kind.

    Parameters
    ----------
    container
        The compiled file.
    rows
        The places.
    ranked
        Names beside the compiled file: for each normal form, all its meanings, those of the compiled file among them (`rank`).
    own
        A newsroom's own names: for each normal form, pairs of place id and name kind. They come before all others.
    """

    def __init__(self, container: Container, rows: Rows, ranked: Mapping[str, list[int]], own: Names) -> None:
        self.trie = open_trie(container, "names")
        self._rows = rows
        self._first = container.column("first", "I")
        self._postings = container.column("postings", "I")
        self._number_of: Callable[[str], int | None] = self.trie.get
        self._ranked = ranked
        self._own = own

    def __contains__(self, key: str) -> bool:
        return key in self.trie or key in self._ranked or key in self._own

    def meanings(self, key: str, *, codes: bool, limit: int | None = None) -> list[int]:
        """Return the meanings of a normal form, best first, with or without those that are codes; `row_and_kind` tells what each is."""
        ranked = self._ranked.get(key)
        if ranked is not None:
            meanings = ranked[:limit]
        elif (number := self._number_of(key)) is not None:
            begin, end = self._first[number], self._first[number + 1]
            if limit is not None and end - begin > limit:  # thousands of hamlets bear one name in a large file
                end = begin + limit
            meanings = self._postings[begin:end].tolist()
        else:
            meanings = []
        if self._own and key in self._own:
            meanings = _once((*self._meanings_of(self._own[key]), *meanings))[:limit]
        if not codes:  # the prior puts them last
            while meanings and meanings[-1] >> ROW_BITS == _CODE:
                meanings.pop()
        return meanings

    def rank(self, key: str, added: Iterable[tuple[str, str]]) -> list[int]:
        """Return the meanings of a normal form with more of them, given as pairs of place id and name kind, put in by their prior."""
        meanings = [*self._meanings_of(added), *self.meanings(key, codes=True)]
        return _once(sorted(meanings, key=lambda meaning: -self._rows.prior(*row_and_kind(meaning))))

    def _meanings_of(self, named: Iterable[tuple[str, str]]) -> Iterator[int]:
        for place_id, name_kind in named:
            yield self._rows.find(place_id) | NAME_KINDS.index(name_kind) << ROW_BITS

    def openings(self, key: str) -> Iterator[str]:
        """Yield the names that begin with a key, in no order that means anything; some twice."""
        yield from self.trie.iterkeys(key)
        for names in (self._ranked, self._own):
            for name in names:
                if name.startswith(key):
                    yield name


def _once(meanings: Iterable[int]) -> list[int]:
    """Return meanings, the first of each place."""
    first_of_row: dict[int, int] = {}
    for meaning in meanings:
        first_of_row.setdefault(meaning & ROW_MASK, meaning)
    return list(first_of_row.values())
