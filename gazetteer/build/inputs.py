"""The packages that data are compiled from: fetched with the registries' ordinary clients, pinned by hash, and credited.

Every build script of the project names its sources as `Input` values. An archive is downloaded once into a cache folder and its
SHA-256 is checked each time that it is used, so a build from the same inputs has the same bytes on every machine.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from gazetteer.errors import InputError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DEFAULT_CACHE", "Input", "fetch", "sha256_of", "unpack", "write_atomically", "write_sources"]

#: Where archives are kept between builds: ``build-cache/`` in the checkout.
DEFAULT_CACHE = Path(__file__).resolve().parents[2] / "build-cache"


@dataclass(frozen=True, slots=True)
class Input:
    """One package of a registry that a build reads.

    Attributes
    ----------
    registry
        ``pypi``, ``npm`` or ``debian``: whose client fetches it.
    name, version
        As the registry spells them.
    sha256
        Of the archive, in hex.
    licence
        Of the data taken from it, with whom to credit, in words.
    """

    registry: Literal["pypi", "npm", "debian"]
    name: str
    version: str
    sha256: str
    licence: str = ""

    @property
    def command(self) -> tuple[str, ...]:
        """The command that downloads the archive into the current folder."""
        match self.registry:
            case "pypi":
                return (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", f"{self.name}=={self.version}")
            case "npm":
                return ("npm", "pack", "--silent", f"{self.name}@{self.version}")
            case "debian":
                return ("apt-get", "download", "--quiet", f"{self.name}={self.version}")


def fetch(source: Input, cache: Path = DEFAULT_CACHE) -> Path:
    """Download a package's archive into the cache, unless it is there, and check its hash.

    Parameters
    ----------
    source
        The package.
    cache
        The folder that keeps archives; made if missing.

    Returns
    -------
    Path
        The archive.

    Raises
    ------
    InputError
        If the client is not installed or fails, or if the archive is not the pinned one.
    """
    folder = cache / source.registry / f"{source.name}-{source.version}"
    if not folder.is_dir():
        _download(source, folder)
    files = sorted(path for path in folder.iterdir() if path.is_file())
    if len(files) != 1 or sha256_of(files[0]) != source.sha256:
        raise InputError(
            f"{folder} does not hold the pinned archive (sha256 {source.sha256}): delete that folder and build again."
        )
    return files[0]


def _download(source: Input, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        arrived = Path(scratch) / "arrived"
        arrived.mkdir()
        try:
            subprocess.run(source.command, cwd=arrived, check=True, capture_output=True, text=True)  # noqa: S603 - fixed commands
        except (FileNotFoundError, PermissionError) as error:
            raise InputError(f"{source.command[0]} is needed to fetch {source.name} and is not installed: install it.") from error
        except subprocess.CalledProcessError as error:
            detail = (error.stderr or error.stdout).strip().splitlines()[-1:] or ["no message"]
            raise InputError(
                f"{source.name} {source.version} could not be fetched from {source.registry}: {detail[0]}"
            ) from error
        if not folder.is_dir():  # another build may have been quicker
            arrived.replace(folder)


def unpack(archive: Path, folder: Path, members: Iterable[str] | None = None) -> Path:
    """Unpack a wheel, a source or npm tarball, or a Debian package.

    Parameters
    ----------
    archive
        What `fetch` returned.
    folder
        Where to; made if missing.
    members
        Names inside a wheel or tarball to unpack; None for all of them. Debian packages are unpacked whole.

    Returns
    -------
    Path
        ``folder``.

    Raises
    ------
    InputError
        If the archive is of another sort, lacks a member, or can't be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = None if members is None else list(members)
    try:
        if archive.suffix in {".whl", ".zip"}:
            with zipfile.ZipFile(archive) as bundle:
                bundle.extractall(folder, wanted)  # noqa: S202 - pinned by hash
        elif archive.suffix in {".tgz", ".gz", ".bz2", ".xz"}:
            with tarfile.open(archive) as bundle:
                chosen = None if wanted is None else [bundle.getmember(name) for name in wanted]
                bundle.extraction_filter = getattr(tarfile, "data_filter", None)  # Python before 3.11.4 has none
                bundle.extractall(folder, chosen)  # noqa: S202 - pinned by hash
        elif archive.suffix == ".deb":
            subprocess.run(("dpkg", "-x", str(archive), str(folder)), check=True, capture_output=True)  # noqa: S603, S607
        else:
            raise InputError(f"{archive} is no wheel, tarball or Debian package: give one of these.")
    except (KeyError, zipfile.BadZipFile, tarfile.TarError, subprocess.CalledProcessError, FileNotFoundError) as error:
        raise InputError(f"{archive} could not be unpacked ({error}): delete it and build again.") from error
    return folder


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sources(path: Path, inputs: Iterable[Input]) -> None:
    """Write a SOURCES file: a paragraph for each input, with its version, hash and licence.

    Parameters
    ----------
    path
        The file to write.
    inputs
        In the order to list them.

    Raises
    ------
    OutputError
        If the file can't be written.
    """
    paragraphs = [
        f"{source.name} {source.version} ({source.registry})\n  sha256 {source.sha256}\n  {source.licence or 'licence not stated'}\n"
        for source in inputs
    ]
    write_atomically(path, "\n".join(paragraphs).encode())


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: to a temporary name beside it, then renamed over it.

    Raises
    ------
    OutputError
        If the folder can't be written to.
    """
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(data)
        scratch.replace(path)
    except OSError as error:
        if scratch.is_file():
            scratch.unlink()
        raise OutputError(f"{path} can't be written ({error.strerror}): choose another folder.") from error
