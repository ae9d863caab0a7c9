"""Measure the build of a gazetteer from a dump of any size: ``python -m tests.benchmarks.gazetteer_build --rows 12000000 --folder /tmp/dump``.

The dump is made up (`tests.benchmarks.geonames_dump`), in GeoNames' form and of its size: the bundled places, and others around them. The build is
killed with signal 9 when half of the dump is read, and once more when half of the names are sorted; then it is let finish. Told of each run are
its time, its peak memory (of the one process that it is), and what it did not do again. Then names are asked of both gazetteers in turn, in one
process: how many times longer the large one takes. The last line is JSON of all that. The folder keeps the dump and the gazetteer.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
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


def questions_of(gazetteer):
    """Return what is asked, each with its questions and how to bind it to a gazetteer: names that both have, each once, and strange ones."""
    chance = random.Random(1)
    places = chance.sample([place for place in gazetteer if place.name.isascii()], ASKED)
    names = list(dict.fromkeys(place.name for place in places))
    strange = [name[::-1].title() for name in names if name[::-1] not in gazetteer]
    points = places[:200]
    return {
        "is it a name": (names, lambda gaz: gaz.__contains__),
        "is it a name, strange": (strange, lambda gaz: gaz.__contains__),
        "ids": (names, lambda gaz: gaz.ids),
        "candidates": (names, lambda gaz: gaz.lookup),
        "the best candidate's place": (names, lambda gaz: lambda name: gaz.lookup(name)[0].place),
        "all 20 candidates' places": (names, lambda gaz: lambda name: [c.place for c in gaz.lookup(name)]),
        "other romanisations": (names[:500], lambda gaz: lambda name: gaz.lookup(name, fold=True)),
        "what comes near": (strange[:500], lambda gaz: lambda name: list(gaz.lookup(name))),
        "within 25 km": (points, lambda gaz: lambda place: gaz.near(place.lat, place.lon)),
        "in a box of half a degree": (
            points,
            lambda gaz: lambda p: sum(1 for _ in gaz.within(BBox(p.lon - 0.25, p.lat - 0.25, p.lon + 0.25, p.lat + 0.25))),
        ),
    }


def measure_lookups(path):
    """Ask both gazetteers in turn, opened anew each round; return how many times longer the large one takes, at the best of each."""
    ratios = {}
    for label, (questions, bind) in questions_of(Gazetteer.bundled()).items():
        best = {}
        for _ in range(ROUNDS):
            for which, file in (("bundled", Gazetteer.bundled().path), ("large", path)):
                gazetteer = Gazetteer.open(file)
                gazetteer.lookup("Ruritania")  # maps the file
                best[which] = min(best.get(which, 1e9), seconds(bind(gazetteer), questions))
        ratios[label] = round(best["large"] / best["bundled"], 2)
        each = {which: 1e6 * best[which] / len(questions) for which in best}
        print(f"  {label}: {each['bundled']:.1f} and {each['large']:.1f} microseconds, {ratios[label]} times", flush=True)
    return ratios


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
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    dump, names, output = (asked.folder / f"{asked.rows}{ending}" for ending in (".txt", ".names.txt", ".gaz"))
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
