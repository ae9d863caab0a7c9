"""What persons are by calling, and whether somebody known by one can be meant by the noun for another: "the judge" is no singer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["callings_of", "excludes", "tells_of_crime"]

#: Callings that nobody takes up on the way, as he may the wheel or an oar.
_APART = frozenset("army church crime law medicine press science state trade work".split())
#: Words of a crime that somebody is said to have committed.
_CHARGES = frozenset(
    "accuse accused arrest arrested charge charged convict convicted crime detain detained escape escaped extradite extradited fled flee fraud fugitive "
    "hunt hunted indicted jail jailed kill killed killing manhunt murder murdered police prison robbed robbery sentence sentenced shooting "
    "steal stole stolen suspected theft trial wanted warrant".split()
)


def tells_of_crime(words: Iterable[str]) -> bool:
    """Tell whether words, in lower case, speak of a crime or of who committed one."""
    return any(word in _CHARGES or "crime" in callings_of([word]) for word in words)


def excludes(told: Iterable[str], held: Collection[str], *, charged: bool) -> bool:
    """Tell whether a noun means somebody else than a person of the story.

    Parameters
    ----------
    told
        The words that call somebody: "rebel", "leader".
    held
        The nouns that stand beside the person's name.
    charged
        Whether a crime is told of him; "the thief" is nobody else.
    """
    callings, own = callings_of(told), callings_of(held)
    if callings == {"crime"}:
        return not charged
    return bool(callings) and callings <= _APART and bool(own) and not callings & own


def callings_of(nouns: Iterable[str]) -> set[str]:
    """Give what those are by calling who are called by nouns: "sport" of "footballer"."""
    known = words_of("callings", "callings")
    return {calling for noun in nouns for calling in known.get(noun, "").split()}
