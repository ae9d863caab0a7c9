"""The itinerary file: all that was read, with every passage, for a person to check, correct and draw again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import InputError
from geo.files import write_text_whole
from geo.journeys.itinerary_file.corrections import with_corrections
from geo.journeys.itinerary_file.from_document import from_document
from geo.journeys.itinerary_file.schema import Faults, Record, check
from geo.journeys.itinerary_file.to_document import to_document
from geo.journeys.itinerary_file.yaml_text import to_yaml
from geo.journeys.itinerary_file.yaml_tree import Node, read_tree, tree_of

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from geo.journeys.itinerary_file.carried import Carried
    from geo.model import Itinerary

__all__ = ["load_itinerary", "parse_itinerary", "update_itinerary", "write_itinerary"]

#: Some 25,000 claims, which take about a minute to read; a larger file is something else.
_LARGEST_BYTES = 20_000_000

#: How the names of articles end, and those of itineraries do not.
_ARTICLES = frozenset({".htm", ".html", ".md"})

_PREAMBLE = """\
# Dateline itinerary: what was read of the articles, and where each thing stands in them.
# This is the desk's own file and is not for publication. Draw it again with: dateline map itinerary.yaml
#
# You may correct anything here:
#   a name, a position (lat and lon in degrees), a country (two letters), a mode (train, plane, car, ship, foot, other, unknown),
#   a status: happened, under_way, planned, possible, denied, past (an earlier, finished trip),
#   a date: 2023-09-12, 2023-09, 2023, XXXX-09-12 (no year known), 2023-09-10/2023-09-13 (from, to).
#   Several dates for one thing stand in a list; the first is drawn.
# To take something out, write "removed: true" in it: a later reading then leaves it out too. The legs of a stop go with it.
# To put a stop in, write it where it belongs; a place with name, lat and lon is enough. It is "possible" unless you give a status.
# "untold: true" stands in what no article tells of any more and you had decided on: it is not drawn, and waits until one does. Delete it to draw it.
# Stops are numbered in the order in which they stand. Any element may have a "note", and "checked: true" when you have checked it.
#
# People in danger, and private people, are shown on maps only as the region they are in. To decide otherwise, write into the stop or the journey:
#   safety: {show: exact, by: YOUR NAME, reason: WHY}      (area: only the region; none: not at all)
#
# Leave as they are: "id", "at" (where words stand in an article), "text" (the article's own words), and "read", by which
# a later reading sees what you changed and keeps your version.
"""

_HEADINGS = {
    "journeys": "One traveller, one trip each, in the order of travel.",
    "conflicts": "What the sources disagree about.",
    "claims": "What each passage says. The stops and legs above are made of these.",
    "mentions": "Places that are only mentioned.",
    "unlocated": "Names that look like places and were not found, each with the reason.",
    "articles": 'The articles, without their text. "name" is the file\'s name and is never published.',
}


def write_itinerary(itinerary: Itinerary, path: str | os.PathLike[str]) -> Path:
    """Write the itinerary as YAML for a person to edit; the same itinerary gives the same bytes.

    The articles' text is not written; every passage that a claim stands on is. A file that is there is replaced, with whatever a
    person corrected in it: `update_itinerary` keeps that.

    Parameters
    ----------
    itinerary
        What was read.
    path
        The file, replaced whole.

    Raises
    ------
    OutputError
        If the file can't be written.
    """
    _write(to_document(itinerary), path)
    return Path(path)


def update_itinerary(
    itinerary: Itinerary,
    path: str | os.PathLike[str],
    *,
    into: str | os.PathLike[str] | None = None,
    tell: Callable[[Carried], object] = lambda _: None,
) -> Itinerary:
    """Write a later reading to an itinerary file, and keep what a person corrected, added, removed, hid, checked or noted in it.

    A file to which the later reading adds nothing is left as it is, with its signature. Otherwise it takes the
    reading's signature, if any: nobody has reviewed the rest.

    Parameters
    ----------
    itinerary
        The later reading.
    path
        The file. If there is none, this is `write_itinerary`.
    into
        Where to write instead, for a set of files that is to appear together; ``path`` then stays as it is.
    tell
        Called with what became of each decision that did not simply stay as it was.

    Returns
    -------
    Itinerary
        What the file now says, as `load_itinerary` gives it.

    Raises
    ------
    InputError
        If the file that is there can't be read; it is then left as it is.
    OutputError
        If the file can't be written.
    """
    path = Path(path)
    if path.is_char_device():  # /dev/null holds nothing that could be read again, and /dev/full has no end
        write_itinerary(itinerary, path)
        return itinerary
    if not path.exists():
        return _checked(tree_of(_write(to_document(itinerary), into or path)), path.name)[1]
    written, before = _read(path)
    document = with_corrections(to_document(itinerary), written, to_document(before), tell)
    after = _checked(tree_of(document), path.name)[1]
    if not itinerary.review.signed and replace(after, review=before.review) == before:
        return before
    _write(document, into or path)
    return after


def load_itinerary(path: str | os.PathLike[str]) -> Itinerary:
    """Read an itinerary file, as written or as a person corrected it.

    Elements marked ``removed: true`` are left out, with the legs of a removed stop and whatever stood on removed claims alone. The
    articles come back without text.

    Raises
    ------
    InputError
        If the file is missing, too large, not YAML, or does not fit the schema or itself; all faults are named, with their lines.
    """
    return _read(Path(path))[1]


def parse_itinerary(text: str, name: str) -> Itinerary:
    """Read the text of an itinerary file; ``name`` is what messages call it. As `load_itinerary` otherwise."""
    return _parsed(text, name)[1]


def _write(document: dict[str, Any], path: str | os.PathLike[str]) -> dict[str, Any]:
    write_text_whole(path, _PREAMBLE + "\n" + to_yaml(document, _HEADINGS))
    return document


def _read(path: Path) -> tuple[Record, Itinerary]:
    return _parsed(_text(path), path.name)


def _parsed(text: str, name: str) -> tuple[Record, Itinerary]:
    return _checked(read_tree(text, name), name)


def _checked(tree: Node, name: str) -> tuple[Record, Itinerary]:
    """Take a file's plain values from its tree, and the itinerary that they make."""
    faults = Faults()
    document = check(tree, faults)
    if not faults.found:
        assert isinstance(document, Record)
        itinerary = from_document(document, faults)
        if not faults.found:
            return document, itinerary
    raise InputError(faults.sentence(name))


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if path.suffix.lower() in _ARTICLES:
            raise InputError(
                f"{path} is an article, not an itinerary; give the file that is made of it: dateline read {path} -o itinerary.yaml"
            )
        if size > _LARGEST_BYTES:
            raise InputError(
                f"{path}: {size:,} bytes are too many for an itinerary (at most {_LARGEST_BYTES:,}); is it the right file?"
            )
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); check the name.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: this is not UTF-8 text; save it as UTF-8.") from error
