"""What can go wrong with a user's input, each with one sentence for that user.

DatelineError
├── InputError      (also ValueError)  a file or value that can't be used
└── OutputError     (also OSError)     a place that can't be written to
"""

from __future__ import annotations

__all__ = ["DatelineError", "InputError", "OutputError"]


class DatelineError(Exception):
    """The root of the errors whose message is meant for a user."""


class InputError(DatelineError, ValueError):
    """A file or value that can't be used; the message names it and says what to do."""


class OutputError(DatelineError, OSError):
    """A place that can't be written to; the message names it and says what to do."""
