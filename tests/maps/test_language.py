from __future__ import annotations

import re
from datetime import date

import pytest

from gazetteer.errors import InputError
from maps.language import ENGLISH, LANGUAGES, language_of
from maps.names import place_name
from tests.maps import example


def blanks(phrase: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", phrase))


@pytest.mark.parametrize("code", LANGUAGES)
class TestEveryLanguage:
    def test_has_every_phrase_with_the_same_blanks(self, code):
        theirs = language_of(code).phrases
        for key, phrase in ENGLISH.phrases.items():
            if not key.startswith("count."):
                assert blanks(theirs[key]) == blanks(phrase), key
        assert language_of(code).lists.keys() == ENGLISH.lists.keys()

    def test_counts_every_noun(self, code):
        language = language_of(code)
        for noun in {key.split(".")[1] for key in ENGLISH.phrases if key.startswith("count.")}:
            for number in (0, 1, 2, 5, 11, 21):
                assert str(number) in language.counted(number, noun)


def test_slavic_counts_follow_the_last_digits():
    russian = language_of("ru")
    assert [russian.counted(number, "article") for number in (1, 2, 5, 11, 21, 22)] == [
        "1 статья", "2 статьи", "5 статей", "11 статей", "21 статья", "22 статьи",
    ]  # fmt: skip


def test_english_counts_and_lists_read_as_a_sentence():
    assert ENGLISH.counted(1, "source") == "1 independent source"
    assert ENGLISH.joined(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.joined(["a", "b"], last="or") == "a or b"


def test_days_are_written_as_each_language_writes_them():
    day = date(2023, 9, 12)
    assert ENGLISH.day(day) == "Tue 12 Sept 2023"
    assert language_of("de").day(day) == "Di, 12. Sept. 2023"
    assert language_of("zh").day(day) == "2023年9月12日周二"


def test_places_are_named_in_the_language_where_the_data_have_them():
    assert place_name(example.SLOVAKIA, language_of("de")) == "Slowakei"
    assert place_name(example.BELGRADE, language_of("ru")) == "Белград"
    assert place_name(example.KRAKOW, language_of("ru")) == "Kraków"


def test_what_is_filled_in_is_never_a_template():
    assert ENGLISH.say("title.whole", who="{course}", course="{0.__class__}") == "{course}: {0.__class__}"


def test_an_unknown_language_is_refused():
    with pytest.raises(InputError, match="'xx' is no language of the page; choose one of de, en"):
        language_of("xx")
