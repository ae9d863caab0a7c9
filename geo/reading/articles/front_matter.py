"""Read the front matter of a Markdown file, and say what of it could not be taken."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from geo.reading.articles.page_date import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.model import Article

__all__ = ["DATES", "FIELDS", "day_of", "find_front_matter", "load_front_matter", "say_what_is_not_taken"]

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)(?:^|\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
#: Longest front matter that is parsed, in characters.
_LIMIT = 20_000
#: By what is taken, the names under which a file may state it, the first before the others.
FIELDS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site"),
    "url": ("url", "link", "canonical"),
    "lang": ("lang", "language"),
}
DATES = ("published", "date", "pubdate", "datePublished")


def find_front_matter(text: str) -> re.Match[str] | None:
    """Find the lines between two ``---`` at the top of a text, in its group ``yaml``."""
    found = _FRONT_MATTER.match(text)
    return found if found and len(found["yaml"]) <= _LIMIT else None


def load_front_matter(yaml: str) -> Any:
    """Load front matter; raises ValueError if it is not YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(yaml)
    except YAMLError as error:
        raise ValueError(str(error)) from error


def day_of(value: object) -> date | None:
    """Take a day as a file may state it: as a date, or in words."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else parse_day(value) if isinstance(value, str) else None


def say_what_is_not_taken(articles: Iterable[Article]) -> Iterator[str]:
    """Say of each article with what in its front matter nothing could be done, and what to do."""
    for article in articles:
        found = find_front_matter(article.text) if article.name.lower().endswith(".md") else None
        if found is None:
            continue
        stated = load_front_matter(found["yaml"])
        if stated is not None and not isinstance(stated, dict):
            yield f"{article.name}: nothing is taken from its front matter, which is no list of fields; write it like 'date: 2024-05-31'."
            continue
        for name, value in (stated or {}).items():
            if value is None:
                continue
            if name in DATES and day_of(value) is None:
                yield f"{article.name}: its {name} {_short(value)} is no day, and is left out; write it like 2024-05-31."
            elif any(name in names for names in FIELDS.values()) and not isinstance(value, str):
                yield f"{article.name}: its {name} {_short(value)} is no text, and is left out; write it as one, in quotes."


def _short(value: object, longest: int = 60) -> str:
    words = " ".join(str(value).split())
    return f"'{words}'" if len(words) <= longest else f"'{words[: longest - 1]}…'"
