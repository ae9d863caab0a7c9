"""What the gazetteer knows of a phrase, in a few letters: the form in which the tagger uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.reading.vocabulary.common_words import common_words

if TYPE_CHECKING:
    from gazetteer import Candidate, Gazetteer, Place

__all__ = ["GROUPS", "Lexicon"]

#: The groups of names, see `Lexicon`.
GROUPS: Final = "CRSDKPTHGNO"

_CACHED_PHRASES: Final = 1 << 17
_GROUPS: Final = {"PPLC": "K", "ADM1": "S", "ADM2": "D", "AIRP": "T", "AIRB": "T", "CONT": "R", "RGN": "R"}
#: A name of one or two letters, or one that only some place far away bears as a spelling variant, tells nothing.
_SHORTEST: Final = 2
_SHORT_CAPITALS: Final = 4


class Lexicon:
    """Codes of phrases, such as ``C9n2``: group, magnitude, kind of name and number of meanings.

    The group is C for a country, R region or continent, S first-order and D second-order area, K capital, P other town, T airport,
    H water, G a seat of government, O anything else; the magnitude is the number of digits of the population; the kind is the first letter of the
    candidate's ``name_kind``; the number of meanings goes up to 3. A demonym has the group N.
    """

    def __init__(self, gaz: Gazetteer, common: frozenset[str] | None = None) -> None:
        self.gaz = gaz
        #: Words that news writes in lower case, so that beside a name they are no surname: "Alexandria City Council".
        self.common = common_words() if common is None else common
        self._codes: dict[str, str] = {}

    def code(self, phrase: str) -> str:
        """Return the code of a phrase, ``""`` where the gazetteer has no such name."""
        code = self._codes.get(phrase)
        if code is None:
            if len(self._codes) >= _CACHED_PHRASES:
                self._codes.clear()
            code = self._codes[phrase] = self._find_code(phrase)
        return code

    def _find_code(self, phrase: str) -> str:
        if len(phrase) < _SHORTEST:
            return ""
        found = self.gaz.lookup(phrase, limit=6, exact=True)
        # The tagger was fitted where farms and brooks are not listed.
        candidates = tuple(c for c in found if c.name_kind != "code" and not self.gaz.is_minor(c.place))[:4]
        if not candidates:
            return ""
        best = candidates[0]
        group = (
            "N"
            if best.name_kind == "demonym"
            else "G"
            if any(c.place.kind.code == "GOVT" for c in candidates)
            else _group(best.place)
        )
        if group == "P" and any(c.place.kind.code == "ADM1" and c.name_kind == "name" for c in candidates):
            group = "S"  # a town that its province is named after is better known than others
        if group == "D" and any(c.place.kind.is_populated and c.name_kind == "name" for c in candidates):
            group = "P"  # a town that its district is named after
        letter = _name_letter(candidates)
        if letter == "l" and group not in "CSGN" and len(phrase) <= _SHORT_CAPITALS and phrase.isupper() and "." not in phrase:
            return ""  # the initials of a firm or a paper, which some place far away also goes by
        people = max((c.place.population for c in candidates), default=0)
        return f"{group}{len(str(people)) if people else 0}{letter}{min(len(candidates), 3)}"


def _group(place: Place) -> str:
    if place.kind.is_country:
        return "C"
    letter = _GROUPS.get(place.kind.code)
    if letter:
        return letter
    return {"P": "P", "H": "H", "L": "R", "A": "D"}.get(place.kind.feature_class, "O")


def _name_letter(candidates: tuple[Candidate, ...]) -> str:
    kinds = {c.name_kind for c in candidates}
    for kind in ("demonym", "name", "abbreviation", "alternate", "part"):
        if kind in kinds:
            return kind[0] if kind != "alternate" else "l"
    return "l"
