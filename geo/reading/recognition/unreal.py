"""Tell places where nobody is: states that exist no more, and places of fiction and myth."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from geo.reading.text.tokens import FIRST, tokenise

if TYPE_CHECKING:
    from geo.reading.text.tokens import Words

__all__ = ["UnrealName", "find_unreal"]

_FICTION: Final = (
    r"(?:fictional|fictitious|imaginary|mythical|mythological|made-up|make-believe|invented|legendary|fabled|fantastical)"
)
_NAME: Final = r"[A-Z][\w’'-]+(?:\s(?:(?:of|the|upon)\s){0,2}[A-Z][\w’'-]+){0,3}"
#: "the fictional town of X", "the mythical X"; "the lost city of X"; "X, an imaginary kingdom". The last is not looked for within a word: of one
#: without end, such as a picture in letters, each capital would be tried up to that end.
_CALLED_FICTION: Final = re.compile(
    rf"\b(?:{_FICTION}\s+(?:[a-z]+\s+){{0,3}}?|lost\s+(?:city|continent|island|kingdom)\s+)(?:(?:of|called|named)\s+)?(?:the\s+)?(?P<behind>{_NAME})"
    rf"|(?<!\w)(?<!\w[’'-])(?P<before>{_NAME}),\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,2}}{_FICTION}\s"
)
#: What a text has some of if the pattern, which is slow, finds anything: those of its words that tell fiction, or what they have in common.
_CUES: Final = ("ficti", "imaginary", "myth", "made-up", "make-believe", "invented", "legendary", "fabled", "fantastical")
_LOST: Final = re.compile(r"lost\s+(?:city|continent|island|kingdom)\s")


class UnrealName(NamedTuple):
    """Where a text names such a place, and which sort it is."""

    start: int
    end: int
    kind: Literal["former", "fictional"]


@lru_cache(maxsize=1)
def _known() -> tuple[re.Pattern[str], dict[str, Literal["former", "fictional"]]]:
    text = resources.files("geo.reading").joinpath("data/unreal.csv").read_text(encoding="utf-8")
    kinds: dict[str, Literal["former", "fictional"]] = {}
    for line in text.split("\n"):
        if line and not line.startswith(("#", "name,")):
            name, kind = line.split(",")
            kinds[name] = "former" if kind == "former" else "fictional"
    names = "|".join(re.escape(name) for name in sorted(kinds, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])"), kinds


@lru_cache(maxsize=1)
def _by_opening() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for name in _known()[1]:
        names.setdefault(tokenise(name).texts[FIRST], []).append(name)
    return names


def find_unreal(text: str, words: Words) -> list[UnrealName]:
    """Find the places of a text that are former or fictional, by a table of names and by what the text calls them.

    Parameters
    ----------
    text
        The whole text.
    words
        Its words, as `geo.reading.text.tokens.tokenise` cuts them.
    """
    found: list[UnrealName] = []
    if _names_known(text, words):  # few texts do, and the pattern is slow
        pattern, kinds = _known()
        found += [UnrealName(match.start(), match.end(), kinds[match.group()]) for match in pattern.finditer(text)]
    if _calls_fiction(text):
        for match in _CALLED_FICTION.finditer(text):
            group = "behind" if match["behind"] else "before"
            found.append(UnrealName(match.start(group), match.end(group), "fictional"))
    return found


def _names_known(text: str, words: Words) -> bool:
    by_opening, texts = _by_opening(), words.texts
    asked: set[str] = set()  # each asks the whole text
    for number in words.capitals:
        opening = texts[number]
        names = by_opening.get(opening)
        if names is not None and opening not in asked:
            asked.add(opening)
            if any(name in text for name in names):
                return True
    return False


def _calls_fiction(text: str) -> bool:
    for cue in _CUES:
        if cue in text:
            return True
    return "lost" in text and _LOST.search(text) is not None
