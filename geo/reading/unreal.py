"""Tell places where nobody is: states that exist no more, and places of fiction and myth."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UnrealName", "find_unreal"]

_FICTION = r"(?:fictional|fictitious|imaginary|mythical|mythological|made-up|make-believe|invented|legendary|fabled|fantastical)"
_NAME = r"[A-Z][\w’'-]+(?:\s(?:(?:of|the|upon)\s){0,2}[A-Z][\w’'-]+){0,3}"
#: "the fictional town of X", "the mythical X"; "the lost city of X"; "X, an imaginary kingdom".
_CALLED_FICTION = re.compile(
    rf"\b(?:{_FICTION}\s+(?:[a-z]+\s+){{0,3}}?|lost\s+(?:city|continent|island|kingdom)\s+)(?:(?:of|called|named)\s+)?(?:the\s+)?(?P<behind>{_NAME})"
    rf"|(?P<before>{_NAME}),\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,2}}{_FICTION}\s"
)
#: Letters of which a text has some if the pattern, which is slow, finds anything.
_CUES = ("ficti", "imaginary", "myth", "made-up", "make-believe", "invented", "legendary", "fabled", "fantastical", "lost")
#: The first word of a name, up to the first mark.
_OPENING = re.compile(r"[A-Z]\w*")


class UnrealName(NamedTuple):
    """Where a text names such a place, and which sort it is."""

    start: int
    end: int
    kind: Literal["former", "fictional"]


@lru_cache(maxsize=1)
def _known() -> tuple[re.Pattern[str], dict[str, Literal["former", "fictional"]], frozenset[str]]:
    text = resources.files("geo.reading").joinpath("data/unreal.csv").read_text(encoding="utf-8")
    kinds: dict[str, Literal["former", "fictional"]] = {}
    for line in text.split("\n"):
        if line and not line.startswith(("#", "name,")):
            name, kind = line.split(",")
            kinds[name] = "former" if kind == "former" else "fictional"
    names = "|".join(re.escape(name) for name in sorted(kinds, key=lambda name: (-len(name), name)))
    openings = frozenset(found.group() for name in kinds if (found := _OPENING.match(name)))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])"), kinds, openings


def find_unreal(text: str) -> Iterator[UnrealName]:
    """Yield the places of a text that are former or fictional, by a table of names and by what the text calls them."""
    pattern, kinds, openings = _known()
    if not openings.isdisjoint(_OPENING.findall(text)):  # many texts name none, and the pattern is slow
        last = 0
        for opening in _OPENING.finditer(text):
            found = pattern.match(text, opening.start()) if opening.group() in openings and opening.start() >= last else None
            if found is not None:
                last = found.end()
                yield UnrealName(found.start(), last, kinds[found.group()])
    if any(cue in text for cue in _CUES):
        for found in _CALLED_FICTION.finditer(text):
            group = "behind" if found["behind"] else "before"
            yield UnrealName(found.start(group), found.end(group), "fictional")
