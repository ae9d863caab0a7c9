"""Tell which articles of a story are about the same places, so that only those help each other to choose among namesakes."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from geo.reading.resolution.scene import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from geo.model import Mention

__all__ = ["group_by_places"]

#: Articles are alike that share so many names, and this much of those of the one that names fewer. Compared with other values in
#: docs/decisions/tagger.md.
_FEWEST = 2
_SHARE = 1 / 3


def group_by_places(mentions: Sequence[Sequence[Mention]], is_telling: Callable[[str], bool]) -> list[list[int]]:
    """Group articles that name the same places.

    All articles of a group are alike in pairs, so that unrelated ones are not drawn together through a third. An article that names too
    few places to be judged goes with the others where they are one group, or there is none.

    Parameters
    ----------
    mentions
        Those of each article.
    is_telling
        Whether a name, as `key_of` gives it, says what an article is about; a country does not, for unrelated news shares it.

    Returns
    -------
    list of list of int
        The numbers of the articles, in order; each is in one group.
    """
    names = [frozenset(key for m in own if m.kind in ("place", "dateline") and is_telling(key := key_of(m))) for own in mentions]
    alike = {
        (one, other)
        for (one, other), shared in _shared_names(names).items()
        if shared >= max(_FEWEST, _SHARE * min(len(names[one]), len(names[other])))
    }
    groups: list[list[int]] = []
    few: list[int] = []
    for number, own in enumerate(names):
        group = next((group for group in groups if all((other, number) in alike for other in group)), None)
        if len(own) < _FEWEST:
            few.append(number)
        elif group is None:
            groups.append([number])
        else:
            group.append(number)
    return [list(range(len(names)))] if len(groups) < 2 else sorted([*groups, *([number] for number in few)])


def _shared_names(names: Sequence[Collection[str]]) -> Counter[tuple[int, int]]:
    """Count the names that each two articles share."""
    bearers: dict[str, list[int]] = {}
    for number, own in enumerate(names):
        for name in own:
            bearers.setdefault(name, []).append(number)
    return Counter(pair for numbers in bearers.values() for pair in combinations(numbers, 2))
