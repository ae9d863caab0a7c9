"""What the lines at the top of a Markdown file state, and what is said where it can't be taken."""

import pytest

from geo.reading.articles.article import read_article
from geo.reading.articles.front_matter import say_what_is_not_taken


def read(folder, lines):
    (folder / "monday.md").write_text(f"---\n{lines}\n---\nShe left Oslo on Monday.\n", encoding="utf-8")
    return read_article(folder / "monday.md")


class TestSayWhatIsNotTaken:
    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            ("date: 99999-13-45", "its date '99999-13-45' is no day, and is left out; write it like 2024-05-31."),
            ("published: [2024]", "its published '[2024]' is no day"),
            ("source: [1, 2]", "its source '[1, 2]' is no text"),
            ("title: 1984", "its title '1984' is no text"),
            ("- a\n- b", "nothing is taken from its front matter, which is no list of fields"),
            ("only words", "nothing is taken from its front matter"),
        ],
    )
    def test_names_the_file_and_the_value(self, tmp_path, lines, said):
        (sentence,) = say_what_is_not_taken([read(tmp_path, lines)])
        assert sentence.startswith(f"monday.md: {said}")

    @pytest.mark.parametrize(
        "lines",
        ["date: 2024-05-06", "date: 2024-05-06T10:00:00Z", 'date: "6 May 2024"', "title: A trip", "title:", "tags: [a, b]", ""],
    )
    def test_is_silent_where_all_was_taken(self, tmp_path, lines):
        assert not list(say_what_is_not_taken([read(tmp_path, lines)]))

    def test_a_file_of_another_kind_has_none(self, tmp_path):
        (tmp_path / "monday.txt").write_text("---\n- a\n---\nShe left Oslo.\n", encoding="utf-8")
        assert not list(say_what_is_not_taken([read_article(tmp_path / "monday.txt")]))
