"""List given names, whose they are, and surnames, out of Faker: ``python -m geo.reading.fit.person_names``.

Faker is not part of the project: ``pip install faker==40.54.0`` gives the version of which the shipped lists were made. A given name that
its lists for women have and those for men have not is one of women alone; and the other way round.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from geo.files import write_lines_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATA = Path(__file__).parent.parent / "data"
_LOCALES = ("en_US", "en_GB", "en_IN", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "pt_BR", "sv_SE", "tr_TR")
_SURNAMES = ("last_names", "last_names_female", "last_names_male", "last_names_nonbinary")
#: Shorter surnames are words as well: "De", "Le", "Li", "VI".
_SHORTEST_SURNAME = 3


class PersonNames(NamedTuple):
    """Names of one word of letters, in order."""

    given: list[str]
    #: Given names of women (f) or of men (m) alone.
    genders: dict[str, str]
    surnames: list[str]


def find_person_names(providers: Iterable[Any]) -> PersonNames:
    """Find the names in Faker's lists, which are attributes of its providers, one provider for each locale."""
    women: set[str] = set()
    men: set[str] = set()
    given: set[str] = set()
    family: set[str] = set()
    for provider in providers:
        women |= _words(provider, "first_names_female")
        men |= _words(provider, "first_names_male")
        given |= _words(provider, "first_names", "first_names_nonbinary")
        family |= {name for name in _words(provider, *_SURNAMES) if len(name) >= _SHORTEST_SURNAME}
    genders = {name: "f" if name in women else "m" for name in sorted(women ^ men)}
    return PersonNames(sorted(given | women | men), genders, sorted(family))


def _words(provider: Any, *lists: str) -> set[str]:
    return {name for attribute in lists for name in getattr(provider, attribute, ()) if name.isalpha()}


@click.command()
def main() -> None:
    """Write the given names, their genders and the surnames of twelve of Faker's locales."""
    try:
        version = importlib.import_module("faker").VERSION
    except ModuleNotFoundError as error:
        raise click.ClickException("The package Faker is not installed; run: pip install faker==40.54.0") from error
    names = find_person_names(importlib.import_module(f"faker.providers.person.{locale}").Provider for locale in _LOCALES)
    source = f"of twelve countries, from the package Faker {version} (MIT licence, (c) Daniele Faraglia and its contributors)."
    write_lines_whole(_DATA / "given_names.txt", [f"# Given names {source}", *names.given])
    write_lines_whole(
        _DATA / "name_genders.csv", ["lemma,gender", *(f"{name},{gender}" for name, gender in names.genders.items())]
    )
    write_lines_whole(_DATA / "surnames.txt", [f"# Surnames {source}", *names.surnames])
    click.echo(f"{len(names.given):,} given names and {len(names.surnames):,} surnames in {_DATA}", err=True)


if __name__ == "__main__":
    main()
