"""Dates without a year in a text that keeps to one, and whose day of publication nobody knows."""

from datetime import date

import pytest

from geo.reading.articles.article import article_from_text
from geo.reading.times.dates import find_times


def edtf(text, published=None):
    return [(when.edtf, when.basis) for when in find_times(article_from_text(text, published=published))]


def test_a_log_keeps_to_the_year_that_it_began_in():
    text = "We sailed from Bergen on 22 August 1874. On 2 September we came to Leith, and on the 9th to Hull."
    assert edtf(text) == [("1874-08-22", "stated"), ("1874-09-02", "inferred"), ("1874-09-09", "inferred")]


def test_a_month_early_in_the_year_is_of_the_next():
    text = "They left Oslo on 3 December 1910. They reached Hobart on 20 January. They were home in March."
    assert [when for when, _ in edtf(text)] == ["1910-12-03", "1911-01-20", "1911-03"]


def test_february_has_the_days_of_its_year():
    *_, month = find_times(article_from_text("They left Oslo on 3 December 1910. They were home in February."))
    assert (month.start, month.end) == (date(1911, 2, 1), date(1911, 2, 28))


def test_a_day_a_little_before_is_of_the_same():
    text = "She reached Porto on 20 May 1999. She had left Lisbon on 2 May."
    assert [when for when, _ in edtf(text)] == ["1999-05-20", "1999-05-02"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("On 2 September we came to Leith. We had left Bergen on 22 August 1874.", "XXXX-09-02"),  # no year was told before it
        (
            "The bridge fell on 28 December 1879. It was rebuilt by 11 July 1887. We crossed it on 3 June.",
            "XXXX-06-03",
        ),  # of which year?
        ("Built in 1987, the yacht left Victoria on October 28.", "XXXX-10-28"),  # the year of something else
    ],
)
def test_no_year_is_better_than_a_wrong_one(text, left):
    assert left in dict(edtf(text))


def test_the_day_of_publication_goes_before():
    text = "We sailed from Bergen on 22 August 1874. On 2 September the diary will be sold."
    assert edtf(text, date(2024, 8, 1))[1][0] == "2024-09-02"
