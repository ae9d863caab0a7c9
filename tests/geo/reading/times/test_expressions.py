from geo.reading.times.dates import find_dates

from .expressions import is_right, read_rows


def _read(row):
    start, end = row.span
    return [w.edtf for w in find_dates(row.text, published=row.published) if w.words.start < end and start < w.words.end]


def test_of_a_hundred_time_expressions_ninety_five_are_right():
    rows = read_rows()
    wrong = [f"{r.published} {r.words!r}: {_read(r)} for {r.answer}" for r in rows if not is_right(r, _read(r))]
    assert len(rows) >= 150
    assert len(wrong) <= 0.05 * len(rows), "\n".join(wrong)
