"""Measure the build of a gazetteer from a dump of any size: ``python -m tests.benchmarks.gazetteer_build --rows 12000000 --folder /tmp/dump``.

The dump is made up (`tests.benchmarks.geonames_dump`), in GeoNames' form and of its size: the bundled places, and others around them. The build is
killed with signal 9 when half of the dump is read, and once more when half of the names are sorted; then it is let finish. Told of each run are
its time, its peak memory (of the one process that it is), and what it did not do again. Then names and positions are asked of both gazetteers in
turn, in one process: how many times longer the large one takes for a question, and for each place of the answers where those differ in number. The
last line is JSON of all that. The folder keeps the dump and the gazetteer; ``--lookups`` asks a gazetteer that is there already, and nothing else.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

from gazetteer import Gazetteer
from gazetteer.model import BBox
from tests.benchmarks.geonames_dump import write_dump

ASKED = 4_000
ROUNDS = 5

_OPEN = """
import time
begin = time.perf_counter()
from gazetteer import Gazetteer
Gazetteer.open({path!r}).lookup("Paris")[0]
end = time.perf_counter()
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print((end - begin) * 1000, int(peak.split()[1]) / 1024)
"""


def run_build(dump, alternate_names, output, kill_at=None):
    """Run the command in a process of its own, and kill it when it tells a step; return what it cost and all that it told."""
    command = [sys.executable, "-m", "maps", "gazetteer", "build", "--geonames", str(dump), "-o", str(output)]
    command += ["--alternate-names", str(alternate_names)] if alternate_names else []
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    told = []
    for words in process.stderr:
        told.append(words.strip())
        print(f"  {time.monotonic() - begin:6.0f} s  {told[-1]}", flush=True)
        if kill_at and told[-1].startswith(kill_at):
            process.send_signal(signal.SIGKILL)
            break
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in (0, -signal.SIGKILL):
        raise SystemExit(f"the build ended with {process.returncode}")
    return {
        "seconds": round(time.monotonic() - begin),
        "processor_seconds": round(usage.ru_utime + usage.ru_stime),
        "peak_mb": usage.ru_maxrss // 1024,
        "began_at": told[0] if told else "",
        "killed": process.returncode != 0,
    }


def measure_build(dump, alternate_names, output):
    """Build, killed twice; return the figures of the three runs."""
    runs = []
    for kill_at in ("Reading places: 5", "Sorting names: 5", None):
        print(f"build, {f'killed at {kill_at}0 %' if kill_at else 'to its end'}")
        runs.append(run_build(dump, alternate_names, output, kill_at))
    return runs


def seconds(asked, questions):
    """Return the thread's own processor time for asking all questions."""
    begin = time.thread_time()
    for question in questions:
        asked(question)
    return time.thread_time() - begin


def places_asked(gazetteer):
    """Return places that both gazetteers have, the same each time."""
    return random.Random(1).sample([place for place in gazetteer if place.name.isascii()], ASKED)


def questions_by_name(places):
    """Return what is asked of names, each with its questions and how to bind it to a gazetteer: names that both have, each once, and strange ones."""
    names = list(dict.fromkeys(place.name for place in places))
    strange = [name[::-1].title() for name in names if name[::-1] not in Gazetteer.bundled()]
    return {
        "is it a name": (names, lambda gaz: gaz.__contains__),
        "is it a name, strange": (strange, lambda gaz: gaz.__contains__),
        "ids": (names, lambda gaz: gaz.ids),
        "candidates": (names, lambda gaz: gaz.lookup),
        "the best candidate's place": (names, lambda gaz: lambda name: gaz.lookup(name)[0].place),
        "all 20 candidates' places": (names, lambda gaz: lambda name: [c.place for c in gaz.lookup(name)]),
        "other romanisations": (names[:500], lambda gaz: lambda name: gaz.lookup(name, fold=True)),
        "what comes near": (strange[:500], lambda gaz: lambda name: list(gaz.lookup(name))),
    }


def questions_by_position(places):
    """Return what is asked of positions, in the same form; every answer is a list of places."""
    points = [(place.lat, place.lon) for place in places[:200]]
    boxes = [BBox(lon - 0.25, lat - 0.25, lon + 0.25, lat + 0.25) for lat, lon in points]
    return {
        "the nearest 20 within 25 km": (points, lambda gaz: lambda point: gaz.near(*point)),
        "the same, not minor": (points, lambda gaz: lambda point: gaz.near(*point, minor=False)),
        "the nearest 10 towns within 250 km": (points, lambda gaz: lambda p: gaz.near(*p, km=250, limit=10, feature_classes="P")),
        "a box of half a degree, the first 20": (boxes, lambda gaz: lambda box: list(islice(gaz.within(box), 20))),
        "the same, all that are not minor": (boxes, lambda gaz: lambda box: list(gaz.within(box, minor=False))),
        "the same, all": (boxes, lambda gaz: lambda box: list(gaz.within(box))),
    }


def microseconds(path, questions, bind):
    """Return microseconds for each question to the bundled gazetteer and to another, asked in turn and opened anew each round: the best of each."""
    best = [float("inf")] * 2
    for _ in range(ROUNDS):
        for which, file in enumerate((Gazetteer.bundled().path, path)):
            gazetteer = Gazetteer.open(file)
            gazetteer.lookup("Ruritania")  # maps the file
            gc.collect()  # what closing the one before costs is no part of an answer
            best[which] = min(best[which], seconds(bind(gazetteer), questions))
    return [1e6 * each / len(questions) for each in best]


def measure_lookups(path):
    """Ask both gazetteers; return how many times longer the large one takes for each question, and for each place of the answer."""
    places = places_asked(Gazetteer.bundled())
    ratios, by_place = {}, {}
    for label, (questions, bind) in questions_by_name(places).items():
        bundled, large = microseconds(path, questions, bind)
        ratios[label] = round(large / bundled, 2)
        print(f"  {label}: {bundled:.1f} and {large:.1f} microseconds, {ratios[label]} times", flush=True)
    for label, (questions, bind) in questions_by_position(places).items():
        bundled, large = microseconds(path, questions, bind)
        few, many = (
            sum(map(len, map(bind(gaz), questions))) / len(questions) for gaz in (Gazetteer.bundled(), Gazetteer.open(path))
        )
        ratios[label], by_place[label] = round(large / bundled, 2), round(large / many / (bundled / few), 2)
        print(f"  {label}: {bundled:.0f} and {large:.0f} microseconds, {ratios[label]} times", end="; ")
        print(f"{few:.0f} and {many:.0f} places, {by_place[label]} times for each", flush=True)
    return {"a question": ratios, "a place": by_place}


def measure_start(path):
    """Return milliseconds and megabytes of a fresh process to its first place: the best of several."""
    code = _OPEN.format(path=str(path))
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(ROUNDS)]
    return [round(min(values)) for values in zip(*(map(float, run.stdout.split()) for run in runs), strict=True)]


def main(arguments):
    """Make the dump, build, and ask."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("build-cache/dump"))
    parser.add_argument("--lookups", action="store_true", help="ask the gazetteer that an earlier run has built")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    dump, names, output = (asked.folder / f"{asked.rows}{ending}" for ending in (".txt", ".names.txt", ".gaz"))
    if asked.lookups:
        print(json.dumps({"rows": asked.rows, "ratios": measure_lookups(output)}))
        return
    if not names.exists():
        write_dump(dump, asked.rows, names)
    print(f"dump: {asked.rows:,} rows, {dump.stat().st_size / 1e6:,.0f} MB")
    runs = measure_build(dump, names, output)
    print(f"gazetteer: {output.stat().st_size / 1e6:,.0f} MB, {Gazetteer.open(output).names:,} names")
    start = {which: measure_start(path) for which, path in (("bundled", Gazetteer.bundled().path), ("large", output))}
    print(f"start to the first place, ms and MB: {start}")
    ratios = measure_lookups(output)
    print(json.dumps({"rows": asked.rows, "runs": runs, "start": start, "ratios": ratios}))


if __name__ == "__main__":
    main(sys.argv[1:])
