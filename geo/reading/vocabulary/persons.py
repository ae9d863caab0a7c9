"""Words for persons that are no names: titles, nouns for who is of somebody's family, and nouns for those who travel."""

from __future__ import annotations

from functools import cache

from geo.reading.vocabulary.tables import words_of

__all__ = ["KIN", "OFFICES", "SINGLE_OFFICES", "TITLES", "is_animal", "is_individual", "people_kind"]

#: Words of an office or a form of address, which a name may carry and which are no name.
TITLES = frozenset(
    "adm ambassador archbishop bishop brig capt captain cardinal chancellor cm col consort defence defense deputy dr fm foreign former gen general "
    "gov governor king lady leader lord lt maj minister miss mp mr mrs ms patriarch pm pope premier president prime prince princess queen "
    "rev secretary sen senator sgt sir vice".split()
)
#: Offices of which one person holds one.
SINGLE_OFFICES = frozenset(
    "ambassador archbishop bishop cardinal chancellor emperor governor king mayor minister patriarch pope president prince princess queen "
    "senator sultan".split()
)
#: Offices by which a text calls their holder.
OFFICES = SINGLE_OFFICES | frozenset("chief commissioner emir envoy general leader pontiff premier secretary".split())
#: Nouns for who is of somebody's family.
KIN = frozenset("baby brother child daughter family father grandchild husband kid mother parent sister son wife".split())
#: Nouns with the ending of one for a person, and nouns for persons by their part in business or law, which tell of nobody who goes somewhere.
_NOT_PEOPLE = frozenset(
    "disaster register cluster career pioneer semester minister monster poster roster booster sinister human virus "
    "citizen client consumer contractor controller customer developer employer homeowner humans national owner subcontractor supplier "
    "taxpayer voter".split()
)
#: Nouns for animals that WordNet's texts do not show to be mostly that.
_ANIMALS = frozenset("animal badger beaver crane donkey eagle heron moggy otter seal swift turtle whale".split())
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
    return "person" if (lemma.endswith(_ENDINGS) and len(lemma) > 5) or lemma in words_of("animate_nouns", "kind") else None


def is_animal(lemma: str) -> bool:
    """Tell whether a noun is one for an animal, which a text may call "it"."""
    return words_of("animate_nouns", "kind").get(lemma) == "animal" or lemma in _ANIMALS


def is_individual(lemma: str) -> bool:
    """Tell whether a noun for people means one of them in the singular: "the soldier", but not "the crew"."""
    return words_of("animate_nouns", "kind").get(lemma) == "person" or lemma.endswith(_ENDINGS)
