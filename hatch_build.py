"""Compile the inner loops to machine code while the package is built, where a C compiler is at hand.

The modules that `pyproject.toml` lists under ``tool.hatch.build.hooks.custom.libraries`` are compiled by mypyc from the sources that are run without it, and
go into the wheel, or, where the package is installed to be worked on, beside the sources: Python takes the compiled one where there is one. Without a
compiler, or with ``DATELINE_PURE=1`` in the environment, the sources alone are installed; docs/decisions/compiled.md says what that costs.
"""

from __future__ import annotations

import os
import shutil
import sysconfig
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUFFIX = sysconfig.get_config_var("EXT_SUFFIX")
#: Types are checked by `make check`; here neither what else is installed matters, nor how well the modules that are not compiled fit it.
_MYPY_OPTIONS = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent", "--cache-dir=/dev/null"]


class CompiledModules(BuildHookInterface[Any]):
    """Puts compiled modules into the wheel, or beside their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what is not compiled yet, or no more as its source is."""
        if self.target_name != "wheel":
            return
        root, libraries = Path(self.root), self.config["libraries"]
        cache = root / "build-cache" / "compiled"
        names = [name for library, sources in libraries.items() for name in _compiled(library, sources)]
        if version == "editable":
            for name in names:
                (root / name).unlink(missing_ok=True)
        if os.environ.get("DATELINE_PURE"):
            return
        try:
            for library, sources in libraries.items():
                if not _is_fresh(root, sources, [cache / name for name in _compiled(library, sources)]):
                    _compile(root, library, sources, cache)
            if version == "editable":
                for name in names:
                    shutil.copyfile(cache / name, root / name)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever is amiss with a compiler, there is a way without
            self.app.display_warning(f"Dateline is installed without compiled modules, and reads more slowly ({error!r}).")
            return
        if version != "editable":
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            build_data["force_include"].update({str(cache / name): name for name in names})


def _compiled(library: str, sources: Sequence[str]) -> list[str]:
    """Name the compiled modules: a small file for each source, and the library that they share."""
    stems = [source.removesuffix(".py") for source in sources]
    return [stem + _SUFFIX for stem in (*stems, library.replace(".", "/") + "__mypyc")]


def _is_fresh(root: Path, sources: Sequence[str], compiled: Sequence[Path]) -> bool:
    made_from = [*(root / source for source in sources), Path(__file__), root / "pyproject.toml"]
    newest = max(path.stat().st_mtime_ns for path in made_from)
    return all(path.exists() and path.stat().st_mtime_ns > newest for path in compiled)


def _compile(root: Path, library: str, sources: Sequence[str], cache: Path) -> None:
    from mypyc.build import mypycify
    from setuptools import Distribution

    with tempfile.TemporaryDirectory() as folder, chdir(root):
        extensions = mypycify(
            [*_MYPY_OPTIONS, *sources],
            only_compile_paths=sources,
            group_name=library,
            opt_level="3",
            debug_level="0",
            target_dir=folder,
        )
        if os.name == "posix":  # what no other library calls can be called directly, and inlined
            for extension in extensions:
                extension.extra_compile_args.append("-fvisibility=hidden")
        distribution = Distribution({"name": "dateline", "ext_modules": extensions, "packages": []})
        command = distribution.get_command_obj("build_ext")
        command.force, command.build_lib, command.build_temp = True, str(cache), folder
        command.ensure_finalized()
        command.run()
