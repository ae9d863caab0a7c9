"""Sorted runs of strings, and their division into parts of the alphabet that each fit in memory.

Each shard leaves a run: strings in order, each with a place and a tag. A sample of all runs tells where to divide, so that every part holds about
as many; a part is then read from all runs at once, and is built without the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Run", "divide", "gather", "write_run"]

#: Every so many strings of a run one is looked at to find where to divide.
_SAMPLED = 256


def write_run(path: Path, strings: Sequence[str], places: Sequence[int], tags: Sequence[int]) -> None:
    """Write columns of one length as a run: in order of the strings."""
    import pyarrow as pa
    from pyarrow import compute, feather

    table = pa.table(
        {
            "string": pa.array(strings, pa.large_string()),
            "place": pa.array(places, pa.uint64()),
            "tag": pa.array(tags, pa.uint16()),
        }
    )
    order = compute.array_sort_indices(table["string"])
    feather.write_feather(table.take(order).combine_chunks(), str(path), compression="uncompressed", chunksize=max(1, len(table)))


class Run:
    """A run on disk, mapped into memory.

    Parameters
    ----------
    path
        A file of `write_run`.
    """

    def __init__(self, path: Path) -> None:
        from pyarrow import feather

        self.table: Any = feather.read_table(str(path), memory_map=True)
        self._strings = self.table["string"]

    def __len__(self) -> int:
        return len(self._strings)

    def sample(self) -> list[str]:
        """Return some strings, evenly from the whole run."""
        import numpy as np

        strings: list[str] = self._strings.take(np.arange(_SAMPLED // 2, len(self), _SAMPLED)).to_pylist()
        return strings

    def position(self, string: str) -> int:
        """Return how many strings of the run come before one."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._strings[middle].as_py() < string:
                low = middle + 1
            else:
                high = middle
        return low


def divide(runs: Sequence[Run], size: int) -> list[str]:
    """Return the least string of each part, so that a part has about ``size`` strings; that of the first is ``""``."""
    sample = sorted(string for run in runs for string in run.sample())
    every = max(1, size // _SAMPLED)
    return sorted({"", *sample[every::every]})


def gather(runs: Sequence[Run], least: str, end: str | None) -> Any:
    """Return what all runs have from one string up to another, as a table of one chunk; without ``end``, up to the last."""
    import pyarrow as pa

    bounds = [(run.position(least), len(run) if end is None else run.position(end)) for run in runs]
    slices = [run.table.slice(begin, stop - begin) for run, (begin, stop) in zip(runs, bounds, strict=True)]
    return pa.concat_tables(slices).combine_chunks()
