"""Pixels drawn in a process beside this one: resvg lets Python do nothing else while it draws, and the large PNG takes as long as all the rest."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from maps.stills.render import drawn, orders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["pixels_beside"]

#: What the process does; it imports nothing of ours, so that it begins within 0.03 s.
_PROGRAM = """\
import json, sys
import resvg_py
sys.stdout.buffer.write(bytes(resvg_py.svg_to_bytes(**json.load(sys.stdin))))
"""


@contextmanager
def pixels_beside(svg: str, lang: str, scale: float) -> Iterator[Callable[[], bytes]]:
    """Begin to draw SVG as PNG in another process; what the block is given waits for it, or draws here if the other process can't.

    Parameters
    ----------
    svg, lang, scale
        As for `maps.stills.render.pixels`, which gives the same bytes.
    """
    asked = orders(svg, lang, scale)
    with ExitStack() as stack:
        child: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            child = stack.enter_context(_start())
            _send(child, json.dumps(asked).encode())
        yield lambda: (_answer(child) if child is not None else b"") or drawn(asked)


def _start() -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-P", "-c", _PROGRAM], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 - fixed


def _send(child: subprocess.Popen[bytes], words: bytes) -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError):  # it ended: its answer will be empty
        child.stdin.write(words)
        child.stdin.close()


def _answer(child: subprocess.Popen[bytes]) -> bytes:
    """What the process drew; nothing if it failed."""
    assert child.stdout is not None
    answer = child.stdout.read()
    return answer if child.wait() == 0 else b""
