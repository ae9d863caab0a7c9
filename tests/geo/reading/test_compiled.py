"""What is compiled gives the answers of its source, to the last digit, and is of the source that lies beside it."""

import csv
import importlib
import json
import subprocess
import sys
import tomllib

import pytest

from tests.geo.reading.from_sources import ROOT, look_up, read_places

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LIBRARIES = PROJECT["tool"]["hatch"]["build"]["hooks"]["custom"]["libraries"]
MODULES = [module for modules in LIBRARIES.values() for module in modules]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
OTHERS = [
    "",
    "\n \n",
    "Paris",
    "LONDON (AFP) - The north of Côte d’Ivoire, “St. Petersburg, Fla.” and U.S. officials in N. Korea\nwere in Xi'an, Georgia, and Lima.",
    "Die Bundeskanzlerin reiste am Montag von Berlin nach Wien und sprach dort mit den Ministern über die Lage in der Ukraine.",
    "They left the lost city of Atlantis for the Soviet Union, the fictional town of Blorple and New York, New York.",
]


def altered(text):
    """Yield a text in the shapes in which the worst pages have it."""
    yield text
    yield text.upper()
    yield text.title()
    yield text.replace("'", "’").replace("an", "a\u200bn")
    yield "\n".join(reversed(text.split(". ")))
    yield text.replace(" ", "\n")
    yield text.replace("e", "\u00e9").replace(". ", " . ")


TEXTS = [shape for text in (*SEEDS, *OTHERS) for shape in altered(text)]

with (ROOT / "tests" / "gazetteer" / "hard_names.csv").open(encoding="utf-8", newline="") as file:
    HARD_NAMES = [row["query"] for row in csv.DictReader(file)]
ODD_NAMES = [
    "",
    " ",
    "the",
    "The Hague",
    "THE GAMBIA",
    "\ud800",
    "S\u00e3o Tom\u00e9",
    "U. S. A.",
    "\u0130stanbul",
    "Stra\u00dfe",
    "Port of Rotterdam",
    "Londn",
]
NAMES = [shape for name in (*HARD_NAMES, *ODD_NAMES) for shape in (name, name.upper(), name.lower())]


@pytest.fixture(scope="module")
def sources():
    """What the sources say of the texts."""
    command = [sys.executable, "-m", "tests.geo.reading.from_sources"]
    asked = json.dumps({"texts": TEXTS, "names": NAMES})
    run = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(run.stdout)


class TestCompiledModules:
    def test_the_sources_were_read(self, sources):
        assert sources["read"] == [str(ROOT / "gazetteer" / "store.py"), str(ROOT / "geo" / "reading" / "text" / "tokens.py")]

    def test_give_the_same_answers(self, sources):
        assert sources["records"] == json.loads(json.dumps(read_places(TEXTS)))

    def test_find_the_same_places(self, sources):
        assert sources["found"] == json.loads(json.dumps(look_up(NAMES)))

    def test_the_names_are_found(self, sources):
        assert sum(bool(ids) for ids, *_ in sources["found"]) > 100

    def test_the_texts_hold_places(self, sources):
        assert sum(map(len, sources["records"])) > 1000

    def test_are_all_compiled_or_none(self):
        files = [importlib.import_module(path.removesuffix(".py").replace("/", ".")).__file__ for path in MODULES]
        assert len({file.endswith(".py") for file in files}) == 1

    @pytest.mark.parametrize("path", MODULES)
    def test_are_of_today_s_source(self, path):
        source = ROOT / path
        old = [
            file.name for file in source.parent.glob(f"{source.stem}.*.so") if file.stat().st_mtime_ns < source.stat().st_mtime_ns
        ]
        assert old == [], "the source was changed since: make install"
