"""Small made-up stories, and texts that no newsroom would send, for the properties of the whole pipeline."""

from __future__ import annotations

from hypothesis import strategies as st

PEOPLE = [
    "Anna Berg",
    "President Maria Lind",
    "Otto Kranz",
    "Berg",
    "The two cyclists",
    "A Polish delegation",
    "A hijacked ferry",
]
PLACES = ["Lisbon", "Porto", "Prague", "Vienna", "Oslo", "Hamburg", "Portugal", "Siberia", "Larnaca airport", "Qwzxtown"]
DAYS = ["", " on Sunday", " on Monday morning", " on May 3", " in April 2019", " last week", " from May 6 to 9", " every Friday"]
SAID = [
    "",
    ", Reuters reported",
    ", according to state television",
    ", an official said",
    ", Kyodo said, citing Danish officials",
]
MOVED = [
    "left {a}", "left {a} for {b}", "arrived in {b}", "travelled from {a} to {b}", "flew to {b}", "took a train to {b}", "was driven to {b}",
    "is on the way to {b}", "will go on to {b}", "may visit {b}", "did not reach {b}", "previously visited {b}", "met officials in {b}",
    "was diverted to {b}", "stayed in {b}", "returned to {b}",
]  # fmt: skip
HEDGED = [
    "may travel to {b}", "might fly to {b}", "could visit {b}", "is expected to head to {b}", "plans to travel to {b}", "will go to {b}",
    "hopes to visit {b}", "is due to arrive in {b}", "was invited to visit {b}", "is considering travelling to {b}", "did not travel to {b}",
    "refused to go to {b}", "will perhaps leave for {b}",
]  # fmt: skip
#: What is told of a place without a word of travel.
BESIDE = [
    "A concert in {b} sold out", "Thieves broke into the car in {b}", "The mayor of {b} was pleased", "The engine failed in {b}",
    "The next show, in {b}, drew 300 people", "Prices rose in {b}",
]  # fmt: skip
HOSTILE = [
    "\x00", "\x07", "\x1b[31m", "\u202e", "\u202b", "\u200f", "\u200d", "\ufeff", "\u2028", "\x85", "\r", "\n", "\t", "\U0001f6a2", "e\u0301", "“", "”", '"',
    "‘", "’", "«", "»", "(", ")", "—", "…", "</script>", "${x}", "{{x}}", "Москва", "北京", "تهران", "A. B. C.", "a.m.", "0000-00-00", "Feb 30", "13/13/13",
]  # fmt: skip


@st.composite
def sentences(draw: st.DrawFn, moves: list[str] | None = None) -> str:
    """Tell one movement: who, what, when, and who says so."""
    start, end = draw(st.sampled_from(PLACES)), draw(st.sampled_from(PLACES))
    move = draw(st.sampled_from(moves or MOVED)).format(a=start, b=end)
    return f"{draw(st.sampled_from(PEOPLE))} {move}{draw(st.sampled_from(DAYS))}{draw(st.sampled_from(SAID))}."


def texts(moves: list[str] | None = None, *, most: int = 4) -> st.SearchStrategy[str]:
    """Join a few sentences, some on lines of their own."""
    return st.lists(st.tuples(sentences(moves), st.sampled_from([" ", "\n\n"])), min_size=1, max_size=most).map(
        lambda parts: "".join(sentence + gap for sentence, gap in parts)
    )


def stories(moves: list[str] | None = None) -> st.SearchStrategy[list[str]]:
    """Give the texts of one or two articles."""
    return st.lists(texts(moves), min_size=1, max_size=2, unique=True)


@st.composite
def tours(draw: st.DrawFn) -> str:
    """Tell a movement or two, and of places beside them that no word of travel claims."""
    beside = [
        f"{draw(st.sampled_from(BESIDE)).format(b=draw(st.sampled_from(PLACES)))}{draw(st.sampled_from(DAYS))}." for _ in range(3)
    ]
    return " ".join(draw(st.permutations([*draw(st.lists(sentences(), min_size=1, max_size=2)), *beside])))


def hostile_texts() -> st.SearchStrategy[str]:
    """Mix sentences of travel with signs that break readers, and with any text at all."""
    part = st.one_of(sentences(), st.sampled_from(HOSTILE), st.sampled_from(PLACES), st.text(max_size=20))
    return st.lists(part, min_size=1, max_size=8).map(" ".join)
