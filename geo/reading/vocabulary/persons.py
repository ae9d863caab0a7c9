"""Words for persons that are no names: titles, nouns for who is of somebody's family, and nouns for those who travel."""

from __future__ import annotations

from functools import cache
from importlib import resources

from geo.reading.vocabulary.tables import words_of

__all__ = ["KIN", "TITLES", "people_kind"]

#: Words of an office or a form of address, which a name may carry and which are no name.
TITLES = frozenset(
    "adm ambassador brig capt captain cardinal chancellor cm col consort defence defense deputy dr fm foreign former gen general "
    "gov governor king lady leader lord lt maj minister mp mr mrs ms pm pope premier president prime prince princess queen "
    "rev secretary sen senator sgt sir vice".split()
)
#: Nouns for who is of somebody's family.
KIN = frozenset("baby brother child daughter family father grandchild husband kid mother parent sister son wife".split())
#: Nouns with the ending of one for a person, and nouns for persons by their part in business or law, which tell of nobody who goes somewhere.
_NOT_PEOPLE = frozenset(
    "disaster register cluster career pioneer semester minister monster poster roster booster sinister human engineering virus missile "
    "carrier citizen client consumer contractor controller customer developer employer homeowner humans national owner subcontractor supplier "
    "taxpayer voter".split()
)
#: Endings of nouns for persons.
_ENDINGS = tuple("man woman ist ian eer ster grapher player maker keeper holder seeker fighter worker".split())


@cache
def people_kind(lemma: str) -> str | None:
    """Tell what a noun for those who travel stands for; None for any other noun.

    By the word list it is a ``person`` (or an animal), a ``group`` or a ``thing`` that is taken about as itself, such as a statue; by its
    ending, or by WordNet, it may be a ``person``.
    """
    known = words_of("people_nouns", "kind").get(lemma)
    if known is not None:
        return known
    if lemma in _NOT_PEOPLE:
        return None
    return "person" if (lemma.endswith(_ENDINGS) and len(lemma) > 5) or lemma in _animate_nouns() else None


@cache
def _animate_nouns() -> frozenset[str]:
    """The nouns for persons and animals that `geo.reading.fit.animate_nouns` lists."""
    text = resources.files("geo.reading").joinpath("data/animate_nouns.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
