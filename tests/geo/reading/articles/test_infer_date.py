from dataclasses import replace
from datetime import date

from gazetteer import Gazetteer
from geo.reading.articles.article import article_from_text
from geo.reading.articles.infer_date import find_inferred_days, infer_published
from geo.reading.times.dates import find_times
from geo.story import read_story

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

    def test_a_dateline_without_a_year_takes_it_from_another_article_of_the_story(self):
        dated = article_from_text("Envoy leaves\n2 January 2024\nThe envoy is in Lima.\n")
        plain = article_from_text("Envoy travels\n\nQUITO, Dec 30 (Wire) - The envoy left by train.\n")
        (found,) = find_inferred_days([dated, plain])
        assert found.day == date(2023, 12, 30)
        assert "its dateline" in found.why

    def test_a_dateline_far_from_every_dated_article_does_not(self):
        dated = article_from_text("Envoy leaves\n2 July 2024\nThe envoy is in Lima.\n")
        plain = article_from_text("Envoy travels\n\nQUITO, Dec 30 (Wire) - The envoy left by train.\n")
        assert find_inferred_days([dated, plain]) == []


class TestInAStory:
    def test_the_story_is_read_with_the_inferred_day_and_its_times_say_so(self):
        dated = article_from_text("Envoy waits\n2 January 2024\nIt rained in Lima.\n", name="dated.txt")
        plain = article_from_text("Envoy travels\n\nQUITO, Jan 2 (Wire) - President Anna Berg flew to Lima on Monday.\n")
        told = read_story([dated, plain], Gazetteer.bundled())
        assert [a.published_basis for a in told.articles] == ["text", "inferred"]
        (lima,) = [s for j in told.journeys for s in j.stops if s.place.name == "Lima"]
        assert [(w.edtf, w.basis) for w in lima.arrive] == [("2024-01-01", "inferred")]

    def test_what_a_text_dates_itself_is_stated_even_so(self):
        plain = replace(article_from_text("He left on 5 May 2020 and on Monday."), published=DAY, published_basis="inferred")
        assert [w.basis for w in find_times(plain)] == ["stated", "inferred"]
