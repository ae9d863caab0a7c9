"""Compare our reading of time expressions with the search of dateparser, on the same table.

    python -m tests.benchmarks.dates [--wrong]

The table is ``tests/geo/reading/data/times.csv``. Ours must give the very interval. dateparser gives points in time, so a point counts
where the answer is a day and it is that day, or where the answer is longer and the point lies inside it; it is told the day of publication
and the best of its three preferences (past, current period, future) counts. ``--wrong`` lists our errors.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import datetime

from geo.journeys.edtf import parse_edtf
from geo.reading.dates import find_dates
from tests.geo.reading.times import Row, is_right, read_rows


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
    options = parser.parse_args()
    rows = read_rows()
    total = Counter(r.kind for r in rows)
    right = Counter(r.kind for r in rows if is_right(r, ours(r)))
    theirs = {p: Counter(r.kind for r in rows if dateparser_is_right(r, p)) for p in ("past", "current_period", "future")}
    best = max(theirs.values(), key=Counter.total)
    print(f"{'kind':32}{'rows':>5}{'ours':>7}{'dateparser':>12}")
    for kind, n in total.items():
        print(f"{kind:32}{n:5}{right[kind]:7}{best[kind]:12}")
    n = total.total()
    print(f"{'all':32}{n:5}{right.total():7}{best.total():12}")
    print(
        f"ours {right.total() / n:.1%}; dateparser {best.total() / n:.1%} (by its preference: "
        + ", ".join(f"{k} {c.total()}" for k, c in theirs.items())
        + ")"
    )
    if options.wrong:
        for row in rows:
            if not is_right(row, ours(row)):
                print(f"{row.kind}: {row.published} {row.words!r} gives {ours(row)} for {row.answer}: {row.text}")


if __name__ == "__main__":
    main()
