import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gazetteer.errors import InputError
from geo.reading.articles.article import article_from_text
from geo.reading.recognition.mentions import find_mentions
from geo.reading.recognition.tagger import Tagger
from geo.reading.resolution.resolve import resolve
from geo.reading.text.tokens import tokenise

#: What a text may be pieced together from: words, initials, marks, and white space of many sorts.
PIECES = (
    *(
        "Lima",
        "north",
        "of",
        "the",
        "Sunday",
        "U.S.",
        "N.",
        "Y.",
        "A.",
        "Va",
        "St.",
        "O’Hara",
        "Élan",
        "e\u0301",
        "日本",
        "3.5",
        "x" * 50,
    ),
    *(" ", " ", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\xa0", "\u2028", "\x00", ".", ",", "“", "'s", "-", "@"),
)


def kinds(text, gaz):
    return [(mention.quote.text, mention.kind) for mention in find_mentions(article_from_text(text), gaz)]


def places(text, gaz):
    return [words for words, kind in kinds(text, gaz) if kind in ("place", "dateline")]


def seen(text):
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


class TestFinding:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The ferry left Trieste for Bari.", ["Trieste", "Bari"]),
            ("He grew up in Duluth, Minnesota, and now lives in Spokane, Wash.", ["Duluth", "Minnesota", "Spokane", "Wash."]),
            ("Trains from Madrid, Valencia and Seville were late.", ["Madrid", "Valencia", "Seville"]),
            ("Crowds in Atlanta and Savannah, Georgia, cheered.", ["Atlanta", "Savannah", "Georgia"]),
            ("Storms crossed the Gulf of Mexico towards Alabama.", ["Gulf of Mexico", "Alabama"]),
            ("Germany's chancellor flew to Riga.", ["Germany", "Riga"]),
            ("The envoy flew from N. Korea to S. Korea.", ["N. Korea", "S. Korea"]),
        ],
    )
    def test_places_are_found_with_exact_bounds(self, text, expected, gaz):
        assert places(text, gaz) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Mr. Lincoln said that he was tired, and Lincoln went to bed.",
            "The chef, Logan Hollander, cooked for forty guests.",
            "He bought shares of Apple and a Dell computer.",
        ],
    )
    def test_people_and_brands_are_no_places(self, text, gaz):
        assert places(text, gaz) == []

    def test_furniture_is_skipped_and_captions_are_read(self, gaz):
        text = "Minister in Oslo\n\nShare Tweet Print\n\nThe minister flew to Oslo on Monday.\n\nThe minister in Bergen. Photo: Paris Press / AP\n"
        assert places(text, gaz) == ["Oslo", "Oslo", "Bergen"]

    def test_a_story_without_places_has_none(self, gaz):
        assert kinds("The committee met. Nothing was decided.", gaz) == []


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Moscow said on Monday that it would reply.", "Moscow"),
            ("Berlin has rejected the offer.", "Berlin"),
            ("The Kremlin denied the report.", "Kremlin"),
            ("Neither Ankara nor Athens has commented on the matter.", "Ankara"),
            ("Neither Ankara nor Athens has commented on the matter.", "Athens"),
            ("There were warnings from Washington that the deal was unwise.", "Washington"),
            ("The deal strained relations between Tokyo and Beijing.", "Beijing"),
            ("Paris’s response was cool.", "Paris"),
        ],
    )
    def test_a_place_that_speaks_is_a_metonym(self, text, name, gaz):
        found = dict(kinds(text, gaz))
        assert found[name] == "metonym"

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Officials in Moscow said on Monday that it would snow.", "Moscow"),
            ("She arrived in Berlin and rejected the offer.", "Berlin"),
            ("They drove from Ankara to Athens.", "Athens"),
            ("He was born in Washington.", "Washington"),
        ],
    )
    def test_a_place_where_something_is_stays_a_place(self, text, name, gaz):
        assert (name, "place") in kinds(text, gaz)

    @pytest.mark.parametrize(
        "text",
        [
            "LIMA (Reuters) - The envoy left on Sunday.",
            "LIMA, Peru, March 5, 2024 (AFP) - The envoy left.",
            "LIMA 2024-03-05\nThe envoy left.",
        ],
    )
    def test_a_dateline(self, text, gaz):
        assert kinds(text, gaz)[0] == ("LIMA", "dateline")

    def test_a_part_of_another_name(self, gaz):
        assert ("New York", "part") in kinds("She told the New York Times that she was well.", gaz)

    def test_an_area_with_its_sort_is_a_place(self, gaz):
        found = places("They rested in Juchitan, Oaxaca State, Mexico.", gaz)
        assert found[1] in ("Oaxaca", "Oaxaca State")

    def test_a_demonym(self, gaz):
        assert ("Norwegian", "demonym") in kinds("The Norwegian minister left.", gaz)


class TestHostileText:
    @settings(max_examples=60, deadline=None)
    @given(text=st.text(alphabet=st.sampled_from("Paris Iowa,.'’-\n\t\0\u200b\u202e😀 ÉабВ東京\u0301"), min_size=1, max_size=200))
    def test_offsets_are_exact_whatever_the_text(self, text, gaz):
        if not text.strip():
            return
        article = article_from_text(text)
        end = 0
        for mention in find_mentions(article, gaz):
            quote = mention.quote
            assert article.text[quote.start : quote.end] == quote.text
            assert quote.start >= end
            end = quote.end

    def test_a_name_ten_thousand_times(self, gaz):
        found = find_mentions(article_from_text("They went to Lima. " * 10_000), gaz)
        assert len(found) == 10_000

    def test_a_name_before_and_after_a_sea_of_blanks(self, gaz):
        article = article_from_text("Lima" + " " * 300_000 + "and Lima" + "\n" * 300_000 + "She left Quito.")
        assert [m.quote.text for m in find_mentions(article, gaz)] == ["Lima", "Lima", "Quito"]

    def test_a_line_of_a_million_letters(self, gaz):
        found = find_mentions(article_from_text("They went to Lima and were happy. " * 30_000), gaz)
        assert len(found) == 30_000

    def test_a_sentence_of_capitals_without_end(self, gaz):
        assert find_mentions(article_from_text("Aaaa Bbbb of the Cccc, " * 5_000), gaz) is not None

    def test_initials_that_a_line_break_parts(self, gaz):
        found = find_mentions(article_from_text("She flew from Buffalo, N.\nY., to Lima and on to Quito."), gaz)
        assert [m.quote.text for m in found][-2:] == ["Lima", "Quito"]

    @settings(max_examples=200, deadline=None)
    @given(parts=st.lists(st.sampled_from(PIECES), max_size=40))
    @example(
        parts=["U.S.", " ", "aid", " ", "to", " ", "N.", "\n", "Korea’s", " ", "north-east", ":", " ", "4,000", "\t", "t", "."]
    )
    @example(
        parts=["H.", " ", "L.", " ", "Snyder", " ", "of", " ", "Buffalo", ",", " ", "N.", "\n", "Y.", ",", " ", "left", " ", " "]
    )
    @example(parts=["N.", " ", "Y.", "\n", "N.", " ", "Va.", "\n", "\n", "A.", " ", "B.", " ", "C.", " ", "D.", " ", "Lima"])
    def test_words_cover_all_but_white_space(self, parts):
        text = "".join(parts)
        words = tokenise(text)
        assert "".join("".join(words.texts[2:-2]).split()) == "".join(text.split())
        assert all(text[words.start(i) : words.ends[i]] == words.texts[i] for run in words.runs for i in range(*run))
        assert [word for word in words.texts if not word or word != word.strip()] == []

    def test_initials_go_together_across_one_blank(self):
        assert tokenise("Mr. H. L. Snyder of N.\nY. and N. Va.").texts[2:-2] == [
            *("Mr.", "H. L.", "Snyder", "of", "N.\nY.", "and", "N. Va."),
        ]
        assert tokenise("Lima, N.  Y.").texts[2:-2] == ["Lima", ",", "N", ".", "Y", "."]

    def test_words_that_never_come_again(self):
        text = " ".join(f"w{number}-x," for number in range(100_000))
        assert len(tokenise(text).texts) == 4 + 5 * 100_000

    def test_initials_without_end(self):
        words = tokenise("A. " * 100_000)
        assert set(words.texts[2:-2]) == {"A. A. A.", "A", "."}

    @settings(max_examples=60, deadline=None)
    @given(cuts=st.lists(st.tuples(st.integers(0, 60), st.sampled_from("\u200b\u200d\u2060\ufeff\u00ad\u202e")), max_size=12))
    def test_characters_that_are_not_seen_lose_no_name(self, cuts, gaz):
        text = plain = "They flew from Lisbon to Peoria, Illinois, and on to Quito."
        for at, sign in sorted(cuts, reverse=True):
            text = text[:at] + sign + text[at:]
        article = article_from_text(text)
        found = find_mentions(article, gaz)
        assert [seen(m.quote.text) for m in found] == ["Lisbon", "Peoria", "Illinois", "Quito"]
        assert all(text[m.quote.start : m.quote.end] == m.quote.text for m in found)
        whole = article_from_text(plain)
        expected = resolve(find_mentions(whole, gaz), whole, gaz)
        assert [(r.place, r.confidence) for r in resolve(found, article, gaz)] == [(r.place, r.confidence) for r in expected]


class TestWeights:
    def test_a_damaged_file_is_named_with_its_line(self):
        with pytest.raises(InputError, match=r"w\.tsv, line 2"):
            Tagger.from_lines(["# ok", "feature only"], "w.tsv")

    def test_a_file_without_transitions_is_refused(self):
        with pytest.raises(InputError, match="transitions"):
            Tagger.from_lines(["w=a\t1\t2\t3"], "w.tsv")
