"""Turn folders into files, and read what the desk knows of each file from its ``manifest.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from gazetteer.errors import InputError
from geo.reading.articles.formats import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Known", "expand", "known_of", "read_manifest"]

_MANIFEST = "manifest.toml"


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows of an article.

    ``basis`` says where the day of publication comes from: ``text`` (the text itself states it) or ``editor``.
    """

    publisher: str = ""
    published: date | None = None
    basis: Literal["text", "editor"] = "editor"
    title: str = ""
    url: str = ""
    lang: str = ""


def expand(paths: Iterable[str | Path]) -> tuple[list[Path], list[Path]]:
    """List the article files that the paths stand for.

    Parameters
    ----------
    paths
        Files, and folders, which are read one level deep in the order of their names.

    Returns
    -------
    files, skipped
        The files to read, and the files of a folder whose suffix is unknown (its manifest aside).

    Raises
    ------
    InputError
        A path does not exist, or a folder holds no article.
    """
    files: list[Path] = []
    skipped: list[Path] = []
    for path in map(Path, paths):
        if not path.is_dir():
            if not path.exists():
                raise InputError(f"{path} does not exist; check the name and the folder.")
            files.append(path)
            continue
        inside = sorted(
            (entry for entry in path.iterdir() if entry.is_file() and not entry.name.startswith(".")), key=lambda e: e.name
        )
        known = [entry for entry in inside if entry.suffix.lower() in SUFFIXES]
        if not known:
            raise InputError(f"{path} holds no article; put files that end in {', '.join(SUFFIXES)} in it.")
        files.extend(known)
        skipped.extend(entry for entry in inside if entry not in known and entry.name != _MANIFEST)
    return files, skipped


def known_of(file: Path) -> Known | None:
    """Return what the manifest beside a file says of it, or None."""
    manifest = file.parent / _MANIFEST
    return read_manifest(manifest).get(file.name) if manifest.is_file() else None


def read_manifest(path: Path) -> dict[str, Known]:
    """Read a manifest: one table ``[articles."file name"]`` for each file.

    Raises
    ------
    InputError
        It is not TOML, or a key or value is not one that a manifest has.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("articles", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is not TOML ({error}); mend it or remove it.") from error
    if not isinstance(tables, dict):
        raise InputError(f'{path}: "articles" must hold one table for each file, as [articles."name.txt"].')
    for name in tables:
        if not (path.parent / name).is_file():
            raise InputError(
                f'{path}: [articles."{name}"] names a file that is not beside it; correct the name or remove the table.'
            )
    return {name: _known(path, name, table) for name, table in tables.items()}


def _known(path: Path, name: str, table: Any) -> Known:
    if not isinstance(table, dict):
        raise InputError(f'{path}: [articles."{name}"] must be a table.')
    allowed = ("publisher", "published", "published_basis", "title", "url", "lang")
    for key in table:
        if key not in allowed:
            raise InputError(f'{path}: [articles."{name}"] has an unknown key "{key}"; known are {", ".join(allowed)}.')
    basis = table.get("published_basis", "editor")
    if basis not in ("text", "editor"):
        raise InputError(f'{path}: [articles."{name}"] published_basis is "{basis}"; it must be "text" or "editor".')
    words = {key: table.get(key, "") for key in ("publisher", "title", "url", "lang")}
    for key, value in words.items():
        if not isinstance(value, str):
            raise InputError(f'{path}: [articles."{name}"] {key} must be text in quotation marks.')
    return Known(published=_day(path, name, table.get("published")), basis=basis, **words)


def _day(path: Path, name: str, value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise InputError(f'{path}: [articles."{name}"] published is {value!r}; write a day, such as 2024-05-31.') from error
