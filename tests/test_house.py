"""The rules of the house: which way imports go, what the wheel and the lock hold, and that every command is explained."""

import ast
import importlib
import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import click
import pytest

from maps.cli import main

ROOT = Path(__file__).parents[1]
#: Each room may import those to its left.
ROOMS = ("gazetteer", "geo", "maps")
#: The same of the rooms of reading; what lies in none of them stands at the right end.
READING = (
    *("text", "vocabulary", "times", "articles", "parsing", "travel_words", "recognition", "resolution"),
    *("travellers", "frames", "factuality", "verbless", "claiming", "revision", "implied"),
)
#: The same of journeys, of which the first three are modules that every room may use; the file in which a desk corrects them knows none.
JOURNEYS = ("claims", "trip", "way_words", "parties", "stops", "order")
ROWS = {"geo.reading": READING, "geo.journeys": JOURNEYS}
#: Folders that have no place in the row beside them.
APART = {"geo.reading": {"fit"}, "geo.journeys": {"itinerary_file"}}
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def imported(source: str) -> set[str]:
    """Name the top-level packages that a file imports, wherever in the file it does so."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


def rooms_within(folder: str, source: str) -> set[str]:
    """Name the rooms of a folder that a file imports from."""
    modules = [node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom) and node.module]
    return {module.removeprefix(f"{folder}.").split(".")[0] for module in modules if module.startswith(f"{folder}.")}


def files_of(folder: str, room: str) -> list[Path]:
    """List the files of a room within a folder, which may be a single one."""
    path = ROOT.joinpath(*folder.split("."), room)
    return sorted(path.glob("*.py")) or [path.with_suffix(".py")]


def wrong_arrows(path: Path) -> set[str]:
    room = path.relative_to(ROOT).parts[0]
    return imported(path.read_text(encoding="utf-8")) & {*ROOMS[ROOMS.index(room) + 1 :], "tests"}


def normal(requirement: str) -> str:
    """Give the name of a requirement in the one spelling that package indexes compare by."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
#: What a user gets by installing the project without extras.
DECLARED = {normal(requirement) for requirement in PROJECT["project"]["dependencies"]}
#: What the rooms may use beyond it: the extra of that name, and a sentence for those who have not installed it.
EXTRAS = {ROOT / "geo" / "corpus": "corpus", ROOT / "maps" / "film": "film"}


def allowed(path: Path) -> set[str]:
    """Name the requirements that a file may import."""
    extras = [extra for folder, extra in EXTRAS.items() if path.is_relative_to(folder)]
    return DECLARED.union(*({normal(name) for name in PROJECT["project"]["optional-dependencies"][extra]} for extra in extras))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class TestImports:
    def test_an_import_in_a_function_is_found_too(self):
        assert imported("def f():\n    from maps.cli import main\n    import os.path") == {"maps", "os"}

    @pytest.mark.parametrize("path", SOURCES, ids=module_name)
    def test_go_one_way(self, path):
        assert wrong_arrows(path) == set()

    @pytest.mark.parametrize(("folder", "room"), [(folder, room) for folder, row in ROWS.items() for room in row])
    def test_go_one_way_within(self, folder, room):
        found = [rooms_within(folder, path.read_text(encoding="utf-8")) for path in files_of(folder, room)]
        assert set().union(*found) <= set(ROWS[folder][: ROWS[folder].index(room) + 1])

    def test_the_itinerary_file_does_not_know_how_journeys_are_assembled(self):
        found = [
            rooms_within("geo.journeys", path.read_text(encoding="utf-8")) for path in files_of("geo.journeys", "itinerary_file")
        ]
        assert set().union(*found) == {"itinerary_file"}

    @pytest.mark.parametrize("folder", ROWS)
    def test_every_room_has_its_place_in_the_row(self, folder):
        rooms = {path.parent.name for path in ROOT.joinpath(*folder.split(".")).glob("*/__init__.py")}
        assert rooms == {room for room in ROWS[folder] if files_of(folder, room)[0].parent.name == room} | APART[folder]


class TestDependencies:
    @pytest.mark.parametrize("path", SOURCES, ids=module_name)
    def test_what_is_imported_is_declared(self, path):
        names = imported(path.read_text(encoding="utf-8")) - set(ROOMS) - set(sys.stdlib_module_names)
        sellers = importlib.metadata.packages_distributions()
        assert {name for name in names if not allowed(path) & {normal(seller) for seller in sellers.get(name, [])}} == set()


class TestExportedNames:
    @pytest.mark.parametrize("path", [path for path in SOURCES if path.name != "__main__.py"], ids=module_name)
    def test_exist(self, path):
        module = importlib.import_module(module_name(path))
        assert [name for name in getattr(module, "__all__", []) if not hasattr(module, name)] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names of the files in the wheel that this checkout makes."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("dateline-*.whl")
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


class TestWheel:
    def test_holds_the_three_packages_and_nothing_beside_them(self, wheel):
        tops = {name.split("/")[0] for name in wheel}
        assert {top for top in tops if not top.endswith(".dist-info")} == set(ROOMS)

    @pytest.mark.parametrize("folder", ["gazetteer/data", "geo/reading/data", "geo/routes/data", "maps/data", "maps/assets"])
    def test_holds_every_file_of_the_data(self, wheel, folder):
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        shipped = {name for name in here if "__pycache__" not in name}
        assert shipped
        assert shipped <= set(wheel)

    def test_holds_the_licences_and_the_types(self, wheel):
        assert {f"{room}/py.typed" for room in ROOMS} <= set(wheel)
        assert {"LICENSE", "DATA-LICENSES.md"} <= {name.rsplit("/", 1)[-1] for name in wheel if ".dist-info/licenses/" in name}


class TestLock:
    LINES = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()

    def test_names_no_address(self):
        assert [line for line in self.LINES if "://" in line or "file:/" in line or line.startswith("-")] == []

    def test_pins_every_dependency(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        extras = project["project"]["optional-dependencies"].values()
        wanted = [
            *project["build-system"]["requires"],
            *project["project"]["dependencies"],
            *(name for extra in extras for name in extra),
        ]
        pinned = {normal(line) for line in self.LINES if "==" in line}
        assert {normal(name) for name in [*wanted, "editables"]} - pinned == set()

    def test_hashes_every_pin(self):
        pins = [index for index, line in enumerate(self.LINES) if "==" in line]
        assert [self.LINES[index] for index in pins if "--hash=sha256:" not in self.LINES[index + 1]] == []


class TestCommands:
    @pytest.mark.parametrize("name", sorted(main.commands))
    def test_has_help_with_an_example(self, name):
        command = main.commands[name]
        text = command.get_help(click.Context(command, info_name=f"dateline {name}"))
        examples = text.split("Examples:\n")[1].splitlines()
        assert len(examples) >= 2
        assert all(line.startswith("    ") for line in examples)
        assert any(f"dateline {name} " in line for line in examples)

    @pytest.mark.parametrize("name", sorted(main.commands))
    def test_is_in_the_readme(self, name):
        assert re.search(rf"^    dateline {name} ", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_no_folder_of_tests_is_left_out(pytestconfig):
    folders = {path.parent.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert not [name for name in folders for pattern in pytestconfig.getini("norecursedirs") if fnmatch(name, pattern)]
