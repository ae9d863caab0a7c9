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
#: One of these must be in a text for the slow pattern to be tried.
_CUE = re.compile(rf"\b(?:{_FICTION}|lost\s+(?:city|continent|island|kingdom))\b")


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


def find_unreal(text: str) -> Iterator[UnrealName]:
    """Yield the places of a text that are former or fictional, by a table of names and by what the text calls them."""
    pattern, kinds = _known()
    if any(name in text for name in kinds):  # most texts name none, and the pattern is slow
        for found in pattern.finditer(text):
            yield UnrealName(found.start(), found.end(), kinds[found.group()])
    if _CUE.search(text) is not None:
        for found in _CALLED_FICTION.finditer(text):
            group = "behind" if found["behind"] else "before"
            yield UnrealName(found.start(group), found.end(group), "fictional")
