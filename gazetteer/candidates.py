"""What a lookup found, made when it is looked at."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from gazetteer.index import row_and_kind
from gazetteer.model import Candidate
from gazetteer.prior import CODE_COST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gazetteer.rows import Rows

__all__ = ["Candidates", "NearCandidates"]


class _KeptCandidates(Sequence[Candidate]):
    """Candidates that are made when they are first asked for, and kept. A slice is a tuple."""

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: tuple[Candidate, ...] | None = None

    @abstractmethod
    def _make_all(self) -> tuple[Candidate, ...]: ...

    def _all(self) -> tuple[Candidate, ...]:
        if self._made is None:
            self._made = self._make_all()
        return self._made

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, at: int) -> Candidate: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Candidate, ...]: ...

    def __getitem__(self, at: int | slice) -> Candidate | tuple[Candidate, ...]:
        return self._all()[at]

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


class Candidates(_KeptCandidates):
    """The exact meanings of a name, best first.

    Most callers look at the first, or only ask whether there is any, so each `Candidate` and its place are made when it is asked for.

    Parameters
    ----------
    rows
        The places.
    key
        The normal form that matched.
    meanings
        As `NameIndex.meanings` gives them.
    """

    __slots__ = ("_meanings", "_rows", "key")

    def __init__(self, rows: Rows, key: str, meanings: list[int]) -> None:
        self._rows = rows
        self.key = key
        self._meanings = meanings
        self._made = None

    def __len__(self) -> int:
        return len(self._meanings)

    @overload
    def __getitem__(self, at: int) -> Candidate: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Candidate, ...]: ...

    def __getitem__(self, at: int | slice) -> Candidate | tuple[Candidate, ...]:
        if self._made is not None:
            return self._made[at]
        if isinstance(at, slice):
            return tuple([self._make(meaning) for meaning in self._meanings[at]])
        return self._make(self._meanings[at])

    def _make_all(self) -> tuple[Candidate, ...]:
        return tuple([self._make(meaning) for meaning in self._meanings])

    def _make(self, meaning: int) -> Candidate:
        row, name_kind = row_and_kind(meaning)
        place = self._rows.place(row)
        cost = CODE_COST if name_kind == "code" else 0.0
        return Candidate(place, place.name if name_kind == "name" else self.key, "exact", cost, name_kind)


class NearCandidates(_KeptCandidates):
    """What comes near a name that no place bears. Looking for it takes a hundred times as long as finding a name, so it waits to be asked.

    Parameters
    ----------
    find
        Looks for it.
    """

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[], tuple[Candidate, ...]]) -> None:
        super().__init__()
        self._find = find

    def _make_all(self) -> tuple[Candidate, ...]:
        return self._find()
