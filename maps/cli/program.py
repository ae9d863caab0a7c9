"""The boundary between the command and its user: every expected failure becomes one sentence and an exit code.

Exit codes: 0 all of it was done; 1 something failed, and what could be done was done and kept; 2 the command was typed wrongly.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any

import click

from gazetteer.errors import DatelineError

__all__ = ["Failure", "Program", "examples"]


def examples(*commands: str) -> str:
    """Format example commands for the end of a command's help, one a line."""
    # click takes a backspace alone on a line to mean that the lines of this paragraph stay as they are.
    return "\n".join(["\b", "Examples:", *(f"  {command}" for command in commands)])


class Failure(click.ClickException):
    """What could not be done, in one sentence for the user; the command ends with exit code 1."""


class Program(click.Group):
    """A group of commands whose users never meet a traceback for what they typed or for what they have on disk."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for.

        Raises
        ------
        Failure
            In place of each `DatelineError`, of an error of the file system, of Ctrl-C and of a pipe that nobody reads any more.
        """
        if sys.stdout is None:
            sys.stdout = _Closed()
        try:
            result = super().invoke(ctx)
            # The pipe may be found broken only now; at the interpreter's exit it would be too late for a sentence.
            sys.stdout.flush()
        except DatelineError as error:
            raise Failure(str(error)) from error
        except BrokenPipeError as error:
            _discard_stdout()
            raise Failure("Nothing reads the output any more, so it was cut short.") from error
        except KeyboardInterrupt as error:
            raise Failure("Stopped. Every file that was written before is whole.") from error
        except OSError as error:
            name = error.filename if isinstance(error.filename, str) else "The output"
            raise Failure(f"{name} can't be used: {error.strerror or error}.") from error
        return result


class _Closed(io.TextIOBase):
    """The standard output of a command that was started without one: data for it would be lost without a word."""

    def write(self, _: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _discard_stdout() -> None:
    """Send what is still buffered nowhere, or Python complains about the broken pipe a second time when it exits."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
