from datetime import date

from geo.reading.article import article_from_text
from geo.reading.infer_date import infer_published

WIRE = "The envoy left Quito by train on Sunday, her office said, and is due in Lima on Friday for talks on the border.\n"
DAY = date(2024, 3, 5)


def undated(text):
    return article_from_text(f"An envoy travels\n\n{text}")


class TestInferPublished:
    def test_shared_wire_copy_dates_an_article_and_says_so(self):
        dated = article_from_text(f"Envoy leaves\nMarch 5, 2024\n{WIRE}")
        (_, found) = infer_published([dated, undated(WIRE)])
        assert (found.published, found.published_basis) == (DAY, "inferred")

    def test_another_text_does_not(self):
        dated = article_from_text(f"Envoy leaves\nMarch 5, 2024\n{WIRE}")
        (_, found) = infer_published([dated, undated("The envoy left on Sunday.\n")])
        assert (found.published, found.published_basis) == (None, "unknown")

    def test_two_days_leave_it_unknown(self):
        first = article_from_text(f"Envoy leaves\nMarch 5, 2024\n{WIRE}")
        second = article_from_text(f"Envoy leaves\nMarch 6, 2024\n{WIRE}")
        assert infer_published([first, second, undated(WIRE)])[2].published is None

    def test_a_stated_day_stands(self):
        first = article_from_text(f"Envoy leaves\nMarch 5, 2024\n{WIRE}")
        second = article_from_text(f"Envoy leaves\nMarch 6, 2024\n{WIRE}")
        assert [a.published_basis for a in infer_published([first, second])] == ["text", "text"]
