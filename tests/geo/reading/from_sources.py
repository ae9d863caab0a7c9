"""Read the places of texts with nothing compiled: ``python -m tests.geo.reading.from_sources < TEXTS.json > RECORDS.json``.

Python takes a compiled module before its source. Here the folders of the project have a finder that knows sources only, so that what is compiled
can be compared with what it was compiled from.
"""

import json
import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from pathlib import Path

ROOT = Path(__file__).parents[3]


def find_sources(folder):
    """Return the finder of a folder of the project; of another ImportError, so that the usual one is asked."""
    if Path(folder) != ROOT / "geo" and ROOT / "geo" not in Path(folder).parents:
        raise ImportError(folder)
    return FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES))


def read_places(texts):
    """Return the places of each text, with reasons and what else was weighed, as plain records."""
    from gazetteer import Gazetteer
    from geo.model import Article
    from geo.reading.places import PlaceReader, resolution_record

    reader = PlaceReader(Gazetteer.bundled())
    return [[resolution_record(found, explain=True) for found in reader.read(Article("", text, ""))] for text in texts]


if __name__ == "__main__":
    sys.path_hooks.insert(0, find_sources)
    sys.path_importer_cache.clear()
    records = read_places(json.load(sys.stdin))
    tokens = sys.modules["geo.reading.tokens"].__file__
    json.dump({"tokens": tokens, "records": records}, sys.stdout)
