"""Read articles in a child process that says which one it is at, so that one that ends its reader is found, and the others are read.

The child is this module run as a program. It is sent the edition and the records, pickled; for each record it answers ``None`` when it
begins and the rows when it has them. An article at which the child ends is given one more chance, for the cause may lie outside it
(another process that filled the memory, a hand that typed ``kill``); then it is set aside.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from gazetteer.errors import InputError
from geo.corpus.reader import ShardRows, open_reader, set_aside_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.corpus.edition import Edition
    from geo.corpus.records import Record

__all__ = ["death_in_words", "read_carefully"]

_CHANCES = 2


def read_carefully(records: Sequence[Record], edition: Edition) -> ShardRows:
    """Read articles in order, each in a child process; those at which it ends twice are set aside.

    Raises
    ------
    InputError
        The child ends before it has begun with an article.
    """
    together = ShardRows()
    at = failures = 0
    while at < len(records):
        with _start() as child:
            begun, read = _listen(child, records[at:], edition)
        for rows in read:
            together.add(rows)
        failures = 0 if read else failures
        at += len(read)
        if at == len(records):
            break
        if not begun:
            raise InputError(f"The process that reads can't start: it {death_in_words(child.returncode)}.")
        failures += 1
        if failures == _CHANCES:
            reason = f"The process that read it {death_in_words(child.returncode)}, {_CHANCES} times."
            together.add(set_aside_row(records[at], reason))
            at, failures = at + 1, 0
    return together


def death_in_words(code: int | None) -> str:
    """Say how a process ended, by its exit code."""
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else "unknown"
        return f"was killed (signal {-code}, {name})"
    return f"ended (exit code {code})"


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "geo.corpus.careful"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _listen(child: subprocess.Popen[bytes], records: Sequence[Record], edition: Edition) -> tuple[bool, list[ShardRows]]:
    """Send the records and take the rows until the child ends; tell whether it had begun with another article."""
    assert child.stdin is not None
    assert child.stdout is not None
    read: list[ShardRows] = []
    begun = False
    try:
        pickle.dump((edition, list(records)), child.stdin)
        child.stdin.close()
        while len(read) < len(records):
            answer = pickle.load(child.stdout)  # noqa: S301 - it comes from our own child
            begun = answer is None
            if answer is not None:
                read.append(answer)
    except (EOFError, BrokenPipeError):
        child.wait()
    return begun, read


def _serve(asked: IO[bytes], answers: IO[bytes]) -> None:
    edition, records = pickle.load(asked)  # noqa: S301 - it comes from the process that started this one
    reader = open_reader(edition)
    with reader.session():
        for record in records:
            _answer(None, answers)
            _answer(reader.read(record), answers)


def _answer(value: ShardRows | None, answers: IO[bytes]) -> None:
    pickle.dump(value, answers)
    answers.flush()


if __name__ == "__main__":
    # What a library prints must not get between the answers.
    # Where the parent is gone there is nobody to tell.
    with suppress(BrokenPipeError), os.fdopen(os.dup(1), "wb") as stream:
        os.dup2(2, 1)
        _serve(sys.stdin.buffer, stream)
