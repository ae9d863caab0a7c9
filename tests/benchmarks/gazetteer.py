"""Measure what the gazetteer can find at all: ``python -m tests.benchmarks.gazetteer CORPUS.jsonl ...``.

A corpus is a file of JSON lines, a document each: ``{"doc_id", "text", "mentions": [{"start", "end", "name", "lat", "lon", "fcode"?, "adj"?}]}``.
The ceiling is the share of mentions (adjectives left out) with a place within 161 km (100 miles, the measure of the field) among the
first 20 of `Gazetteer.lookup`. The last line printed is JSON. ``--missing`` prints the names that are not found, the most frequent first.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.spatial import distance_km

NEAR_KM = 161.0
FIRST = 20


def gold_mentions(path):
    """Yield the mentions of a corpus that have a place and are no adjectives."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            for mention in json.loads(line)["mentions"]:
                if not mention.get("adj") and mention.get("lat") is not None:
                    yield mention


def is_found(gazetteer, mention):
    """Tell whether a place near the gold one is among the first candidates."""
    places = (candidate.place for candidate in gazetteer.lookup(mention["name"], limit=FIRST))
    return any(distance_km(mention["lat"], mention["lon"], place.lat, place.lon) <= NEAR_KM for place in places)


def measure(gazetteer, path, *, show_missing=False):
    """Print what a corpus asks for and does not get; return its figures."""
    mentions = list(gold_mentions(path))
    missing = [mention for mention in mentions if not is_found(gazetteer, mention)]
    ceiling = round(100 * (1 - len(missing) / len(mentions)), 1)
    kinds = Counter(str(mention.get("fcode")) for mention in missing)
    unknown = sum(1 for mention in missing if not gazetteer.lookup(mention["name"]))
    print(f"{path.stem}: {ceiling} % of {len(mentions)} mentions; {len(missing)} missing, {unknown} of them under no such name")
    print("  missing by kind: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(12)))
    if show_missing:
        for name, count in Counter(mention["name"] for mention in missing).most_common():
            print(f"  {count:4} {name}")
    return {"mentions": len(mentions), "ceiling": ceiling}


def speed(gazetteer, names):
    """Print lookups a second, from a second pass over real names."""
    for label, ask in (("lookup", gazetteer.lookup), ("ids", gazetteer.ids)):
        for name in names:
            ask(name)
        begin = time.perf_counter()
        for name in names:
            ask(name)
        print(f"{label}: {len(names) / (time.perf_counter() - begin):,.0f} a second, warm")


def main(arguments):
    """Measure each corpus, then the speed over all their names."""
    show_missing = "--missing" in arguments
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    gazetteer = Gazetteer.bundled()
    corpora = {path.stem: measure(gazetteer, path, show_missing=show_missing) for path in paths}
    speed(gazetteer, [mention["name"] for path in paths for mention in gold_mentions(path)])
    print(json.dumps({"corpora": corpora}))


if __name__ == "__main__":
    main(sys.argv[1:])
