"""List the nouns for persons and animals of WordNet: ``python -m geo.reading.fit.animate_nouns WORDNET_FOLDER``.

WordNet is not part of the project; the shipped list was made from the database of its version 3.1 (``data.noun``, ``index.noun`` and
``index.sense``). A noun is listed where its first sense is a person or an animal, and where most of its uses, as counted in WordNet's
own tagged texts, have such a sense: "boxer", "lapwing" and "retiree" are, "star" and "subject" are not.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.files import write_lines_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = Path(__file__).parent.parent / "data"
#: WordNet's files of nouns for animals and for persons, by number.
_ANIMATE = {"05": "animal", "18": "person"}
#: The least part of a noun's uses that must mean somebody.
_MOSTLY = 0.65
#: What a sense counts that WordNet's tagged texts never use.
_UNSEEN = 0.5


def find_animate(folder: Path) -> dict[str, str]:
    """Find the nouns of one word in lower case that mostly mean a person or an animal, in order, with what their first sense is."""
    animate, spelt = _synsets(folder / "data.noun")
    uses = _uses(folder / "index.sense")
    found = {}
    for fields in _rows(folder / "index.noun"):
        word, senses = fields[0], fields[-int(fields[2]) :]
        if not word.isalpha() or senses[0] not in animate or word not in spelt[senses[0]]:
            continue
        counts = {sense: uses[word, sense] + _UNSEEN for sense in senses}
        if sum(n for sense, n in counts.items() if sense in animate) >= _MOSTLY * sum(counts.values()):
            found[word] = animate[senses[0]]
    return dict(sorted(found.items()))


def _rows(path: Path) -> Iterator[list[str]]:
    """The fields of each line, without the licence, whose lines begin with two spaces."""
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            yield line.split()


def _synsets(path: Path) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Which senses are persons or animals, and how the words of each sense are spelt."""
    animate, spelt = {}, {}
    for fields in _rows(path):
        number = int(fields[3], 16)
        spelt[fields[0]] = {fields[4 + 2 * n] for n in range(number)}
        if fields[1] in _ANIMATE:
            animate[fields[0]] = _ANIMATE[fields[1]]
    return animate, spelt


def _uses(path: Path) -> Counter[tuple[str, str]]:
    """How often WordNet's tagged texts use a noun in a sense."""
    counts: Counter[tuple[str, str]] = Counter()
    for key, sense, _, count in _rows(path):
        word, _, kind = key.partition("%")
        if kind.startswith("1:"):
            counts[word, sense] = int(count)
    return counts


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(folder: Path) -> None:
    """Write the nouns of a WordNet database for persons and animals."""
    nouns = find_animate(folder)
    path = _DATA / "animate_nouns.csv"
    rows = ["lemma,kind", *(f"{noun},{kind}" for noun, kind in nouns.items())]
    write_lines_whole(path, rows)
    click.echo(f"{len(nouns):,} nouns in {path}", err=True)


if __name__ == "__main__":
    main()
