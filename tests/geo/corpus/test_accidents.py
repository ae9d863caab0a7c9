"""Real processes that are killed in the middle: after a rerun every article is there once.

The readers of these runs have `hooks/sitecustomize.py` in them, by which an article can end its reader, or hold it until the test kills it.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.geo.corpus import archive

ROOT = Path(__file__).parents[3]
HOOKS = Path(__file__).with_name("hooks")
ARTICLES = 8
NAMES = [f"a{n}" for n in range(ARTICLES)]


def start(*words, **options):
    paths = [str(HOOKS), str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, **options.pop("environment", {}), "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    words = [str(word) for word in words]
    return subprocess.Popen([sys.executable, "-m", *words], env=environment, text=True, stderr=subprocess.PIPE, **options)


def corpus(source, out, *words, **options):
    return start(
        "maps", "corpus", source, "-o", out, "--mentions-only", "--shard-kb", "1", *words, stdout=subprocess.DEVNULL, **options
    )


def finish(process):
    """Wait for a run and give its exit code and what it said."""
    said = process.communicate()[1]
    return process.returncode, said


def events(out, event):
    lines = (out / "log.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in map(json.loads, lines) if line["event"] == event]


@pytest.fixture
def source(tmp_path):
    """Eight articles of half a kilobyte, so two a shard; the sixth is the one that something happens at."""
    return tmp_path / "a.jsonl"


def write(source, word=""):
    rows = [archive.row(n, text=f"{word if n == 5 else ''}\n{archive.text(n) * 5}") for n in range(ARTICLES)]
    return archive.write_lines(source, rows)


@pytest.fixture
def meeting(tmp_path):
    """A named pipe by which the reader of the sixth article says where it is, and the environment that tells it so."""
    pipe = tmp_path / "meeting"
    os.mkfifo(pipe)
    return pipe, {"DATELINE_MEETING": str(pipe)}


def test_a_killed_worker_loses_nothing(source, tmp_path, meeting):
    pipe, environment = meeting
    out = tmp_path / "out"
    with corpus(write(source, "MEETING"), out, "--workers", "2", environment=environment) as run:
        os.kill(int(pipe.read_text(encoding="utf-8")), signal.SIGKILL)
        code, said = finish(run)
    assert code == 0, said
    assert archive.names_of(out) == NAMES
    assert "was killed (signal 9, SIGKILL)" in events(out, "died")[0]["reason"]


def test_a_killed_driver_loses_nothing_that_was_done(source, tmp_path, meeting):
    pipe, environment = meeting
    out = tmp_path / "out"
    with corpus(write(source, "MEETING"), out, "--workers", "1", environment=environment) as run:
        worker = int(pipe.read_text(encoding="utf-8"))
        run.kill()
        finish_without_output(run)
    os.kill(worker, signal.SIGKILL)
    done = archive.names_of(out)
    assert 0 < len(done) < ARTICLES
    with corpus(source, out, "--workers", "1") as rerun:
        code, said = finish(rerun)
    assert code == 0, said
    assert archive.names_of(out) == NAMES
    assert [event["state"] for event in events(out, "shard")].count("kept") == len(done) // 2


def finish_without_output(process):
    """Wait for a killed process; its worker has its streams open still."""
    process.stderr.close()
    process.wait()


@pytest.mark.parametrize("engine", [("--workers", "2"), ("--dask", "--workers", "1")], ids=["processes", "dask"])
def test_an_article_that_kills_its_workers_is_set_aside_by_name(source, tmp_path, engine):
    out = tmp_path / "out"
    with corpus(write(source, "POISON"), out, *engine) as run:
        code, said = finish(run)
    assert code == 1
    assert "1 could not be read" in said
    assert "a5: The process that read it was killed (signal 9, SIGKILL), 2 times." in said
    assert archive.names_of(out) == NAMES
    assert [row["article"] for row in archive.rows_of(out, "articles") if row["state"] == "set aside"] == ["a5"]
    assert {row["article"] for row in archive.rows_of(out, "mentions")} == {*NAMES} - {"a5"}


def test_a_killed_scheduler_is_one_sentence_and_a_rerun_goes_on(source, tmp_path, meeting):
    pipe, environment = meeting
    out = tmp_path / "out"
    with start("dask", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as scheduler:
        address = next(line.split()[-1] for line in scheduler.stderr if "Scheduler at:" in line)
        words = ("dask", "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        with start(*words, environment=environment) as worker:
            with corpus(write(source, "MEETING"), out, "--scheduler", address) as run:
                assert int(pipe.read_text(encoding="utf-8")) == worker.pid
                scheduler.kill()
                code, said = finish(run)
            worker.kill()
    assert code == 1
    assert said.endswith("Error: The Dask scheduler is gone; start it, and run the same command again: what was done is kept.\n")
    assert "Traceback" not in said
    with corpus(source, out, "--workers", "1") as rerun:
        code, said = finish(rerun)
    assert code == 0, said
    assert archive.names_of(out) == NAMES


def test_a_full_disk_is_one_sentence_and_a_rerun_goes_on(source, tmp_path):
    out = tmp_path / "out"

    def no_large_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    with corpus(write(source), out, "--workers", "1", preexec_fn=no_large_files) as run:
        code, said = finish(run)
    assert code == 1
    assert "can't be written (File too large)" in said
    assert "run the command again for the rest." in said
    assert "Traceback" not in said
    with corpus(source, out, "--workers", "1") as rerun:
        assert finish(rerun)[0] == 0
    assert archive.names_of(out) == NAMES


def test_no_scheduler_is_one_sentence(source, tmp_path):
    with corpus(write(source), tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1") as run:
        code, said = finish(run)
    assert code == 1
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in said
    assert "Traceback" not in said
