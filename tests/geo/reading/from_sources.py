"""Look names up and read texts with nothing compiled: ``python -m tests.geo.reading.from_sources < ASKED.json > ANSWERS.json``.

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
    if not {ROOT / "gazetteer", ROOT / "geo"} & {Path(folder), *Path(folder).parents}:
        raise ImportError(folder)
    return FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES))


def read_places(texts):
    """Return the places of each text, with reasons and what else was weighed, as plain records."""
    from gazetteer import Gazetteer
    from geo.model import Article
    from geo.reading.places import PlaceReader, resolution_record

    reader = PlaceReader(Gazetteer.bundled())
    return [[resolution_record(found, explain=True) for found in reader.read(Article("", text, ""))] for text in texts]


def look_up(names):
    """Return what the gazetteer says of each name, by every way of asking, and of what lies about the place that it means, as plain records."""
    from gazetteer import BBox, Gazetteer

    gaz = Gazetteer.bundled()
    answers = []
    for name in names:
        found = gaz.lookup(name)
        folded, starting = gaz.lookup(name, fold=True, limit=8), gaz.prefix(name[:6], limit=3)
        place = found[0].place if found else gaz.place("geonames:2643743")
        box = BBox(place.lon - 0.1, place.lat - 0.1, place.lon + 0.1, place.lat + 0.1)
        around = [other.id for other in (*gaz.parents(place), *gaz.near(place.lat, place.lon, km=8), *gaz.within(box))]
        answers.append((gaz.ids(name), repr(found), repr(folded), repr(starting), around))
    return answers


if __name__ == "__main__":
    sys.path_hooks.insert(0, find_sources)
    sys.path_importer_cache.clear()
    asked = json.load(sys.stdin)
    answers = {"records": read_places(asked["texts"]), "found": look_up(asked["names"])}
    read = [sys.modules[module].__file__ for module in ("gazetteer.store", "geo.reading.text.tokens")]
    json.dump({"read": read, **answers}, sys.stdout)
