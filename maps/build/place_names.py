"""Names of towns in a language of the page, from GeoNames' alternate names.

This edition of the names does not say of which language each is, so a name is taken only where that is plain: it is the only one in the
letters of the language, or the only one of them that is romanised into the name that the place has. CLDR names about 230 of the same cities in
each language, and where both have a name they are the same, or nearly, as often as docs/decisions/map-page.md says.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["Populated", "place_names", "read_populated"]

#: Smaller places are named only in the countries of the language.
_LEAST_PEOPLE = 10_000
_AT_HOME = {"ja": ("JP",), "ko": ("KR", "KP"), "ru": ("RU", "BY", "KZ", "KG"), "uk": ("UA",), "zh": ("CN",)}

#: How each letter is romanised (BGN/PCGN, without its marks).
_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
_UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch  yu ya".split(" "),
        strict=True,
    )
)
#: A Cyrillic name that is less like the place's name than this is an old one, or another language's.
_LIKE = 0.75


@dataclass(frozen=True, slots=True)
class Populated:
    """A populated place of GeoNames: its id, name, name in plain letters, alternate names, ISO code of its country, and people."""

    id: int
    name: str
    ascii_name: str
    alternates: tuple[str, ...]
    country: str
    people: int


def read_populated(path: Path) -> tuple[Populated, ...]:
    """Read the places of a file in the columns of GeoNames' dumps."""
    with path.open(encoding="utf-8") as file:
        return tuple(_populated(line.rstrip("\n").split("\t")) for line in file)


def _populated(row: Sequence[str]) -> Populated:
    alternates = tuple(dict.fromkeys(name.strip() for name in row[3].split(",") if name.strip()))
    return Populated(int(row[0]), row[1], row[2], alternates, row[8], int(row[14] or 0))


def place_names(code: str, places: Iterable[Populated]) -> dict[str, str]:
    """Return names in a language by GeoNames id; empty for languages whose letters do not tell them from others."""
    if code not in _NAMES:
        return {}
    worth = (place for place in places if place.people >= _LEAST_PEOPLE or place.country in _AT_HOME[code])
    return {str(place.id): name for place in worth if (name := _only(_NAMES[code](place)))}


def _only(names: Iterable[str]) -> str:
    """Return the name if it is the only one; else none."""
    different = set(names)
    return different.pop() if len(different) == 1 else ""


def _korean(place: Populated) -> Iterator[str]:
    return (name for name in place.alternates if re.fullmatch(r"[가-힣·]+( [가-힣·]{2,})*", name))


def _japanese(place: Populated) -> Iterator[str]:
    """Names in kana; in Japan those in the characters of Japanese, without the word for a city."""
    if place.country == "JP":
        return (name.removesuffix("市") for name in place.alternates if _han(name) and _encodable(name, "shift_jis"))
    return (name for name in place.alternates if re.search("[ぁ-ゖァ-ヺ]", name) and not name.endswith(("市", "区")))


def _chinese(place: Populated) -> Iterator[str]:
    """Names in simplified characters, without the words for a city, a district or a county where more than one is left."""
    for name in place.alternates:
        if _han(name) and _encodable(name, "gb2312"):
            yield name[:-1] if len(name) > 2 and name[-1] in "市区县" else name


def _russian(place: Populated) -> Sequence[str]:
    names = [name for name in place.alternates if re.fullmatch(r"[А-ЯЁа-яё][А-ЯЁа-яё .-]*", name)]
    return _romanised(place, names, _RUSSIAN, at_home=place.country in _AT_HOME["ru"])


def _ukrainian(place: Populated) -> Sequence[str]:
    """Names with letters that Russian lacks; in Ukraine also those without them."""
    names = [name for name in place.alternates if re.fullmatch(r"[А-ЩЬЮЯЄІЇҐ][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ' ʼ’.-]*", name)]
    at_home = place.country in _AT_HOME["uk"]
    own = [name for name in names if re.search("[іїєґІЇЄҐ]", name)]
    return _romanised(place, names if at_home else own, _UKRAINIAN, at_home=at_home) or (own if at_home else ())


def _romanised(place: Populated, names: Sequence[str], letters: Mapping[str, str], *, at_home: bool) -> Sequence[str]:
    """Keep the names if each is romanised nearly into the place's own; where the place is named in this language, those that exactly are."""
    own = {_plain(place.name), _plain(place.ascii_name)}
    exact = [name for name in names if at_home and _roman(name, letters) in own]
    like = all(max(_likeness(_roman(name, letters), each) for each in own) >= _LIKE for name in names)
    return exact or (names if like else ())


def _likeness(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two).ratio()


def _roman(name: str, letters: Mapping[str, str]) -> str:
    roman = "".join(letters.get(letter, letter) for letter in name.casefold())
    return re.sub("[^a-z]", "", roman).replace("yy", "y")


def _plain(name: str) -> str:
    return re.sub("[^a-z]", "", unicodedata.normalize("NFKD", name.casefold())).replace("yy", "y")


def _han(name: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff]+", name) is not None


def _encodable(name: str, encoding: str) -> bool:
    try:
        name.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_NAMES: Mapping[str, Callable[[Populated], Iterable[str]]] = {
    "ja": _japanese,
    "ko": _korean,
    "ru": _russian,
    "uk": _ukrainian,
    "zh": _chinese,
}
