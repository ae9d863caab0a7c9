"""Where the names of persons, groups and vehicles stand in a parse, and what belongs to them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.reading.parsing.lemmas import lemma_of
from geo.reading.text.stretches import overlaps
from geo.reading.times.date_words import NEAR_DAYS
from geo.reading.travel_words.vehicles import vehicle_mode
from geo.reading.travellers.actors import FIRMS, is_vehicle_name, told_mode
from geo.reading.vocabulary.common_words import common_words
from geo.reading.vocabulary.person_names import name_class
from geo.reading.vocabulary.persons import TITLES, people_kind
from geo.reading.vocabulary.prepositions import BEFORE_PLACE
from geo.reading.vocabulary.tables import table, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Span, Token

    from geo.reading.parsing.passages import Passage

__all__ = [
    "NamedShip",
    "clean_name",
    "ends_office",
    "is_team_name",
    "offices_beside",
    "person_spans",
    "proper_run",
    "ship_named_most",
    "titles_in",
    "vehicle_names",
]

_FEATURES = frozenset("bay cape fort lake mount mt point port river".split())
#: Verbs that begin a question and look like names: "Will", "May".
_ASKING = frozenset({"Can", "May", "Might", "Shall", "Will"})
#: Words in lower case within a name: "Bert ter Hart", "Vasco da Gama".
_PARTICLES = frozenset("al bin d' da de degli del della den der di dos du el ibn la le ten ter van von zu".split())


def proper_run(token: Token) -> Span:
    """Find the run of proper nouns, hyphens and particles ("van") included, that the token stands in."""
    doc = token.doc

    def belongs(i: int, step: int) -> bool:
        if not 0 <= i < len(doc):
            return False
        beyond = i + step
        if doc[i].ent_type_ in ("DATE", "TIME") and doc[i].ent_type_ != token.ent_type_:  # "On Wednesday Macron flew"
            return False
        if step < 0 and doc[i].dep_ == "pobj" and doc[i].head.lower_ in ("for", "of"):  # "Archbishop of Canterbury Ann Lowe"
            return False
        joins = doc[i].text == "-" or doc[i].text in _PARTICLES
        return doc[i].pos_ == "PROPN" or (joins and 0 <= beyond < len(doc) and doc[beyond].pos_ == "PROPN")

    start = end = token.i
    while belongs(start - 1, -1):
        start -= 1
    while belongs(end + 1, 1):
        end += 1
    return doc[start : end + 1]


def clean_name(span: Span) -> str:
    """Cut the office before a name; a single name keeps its title ("Pope Francis", "President Bush")."""
    words = re.sub(r"(?:['’]s?|[*†])+$", "", " ".join(span.text.split())).split()
    if len(words) > 1 and words[0].casefold() in NEAR_DAYS:
        words = words[1:]  # "Tomorrow Berg goes to X"
    if (
        len(words) > 1
        and span.start > 1
        and span.doc[span.start - 1].lower_ == "of"
        and span.doc[span.start - 2].lower_ in TITLES
    ):
        words = words[1:]  # "Secretary of State Ann Lee"
    titles = [i for i, w in enumerate(words) if w.strip(".").casefold() in TITLES]
    if titles and titles[-1] < len(words) - 1:
        last = titles[-1]
        words = words[last:] if len(words) - last == 2 and words[last][:1].isupper() else words[last + 1 :]
    return " ".join(words)


def person_spans(passage: Passage, places: Sequence[tuple[int, int]]) -> Iterable[Span]:
    """Yield the names of persons in a passage, except where ``places`` has the offsets of a place."""
    doc = passage.doc
    seen: set[int] = set()
    for found in (*[_with_surname(e) for e in doc.ents if e.label_ == "PERSON"], *_proper_subjects(doc)):
        span = _trimmed(found)
        start, end = passage.start + span.start_char, passage.start + span.end_char
        named = (any(t.pos_ == "PROPN" for t in span) or _is_taken_up(span.root)) and not (
            is_vehicle_name(span.root)
            or is_team_name(span.root)
            or _is_somewhere(span.root)
            or _is_feature(span)
            or _is_house(span)
            or _is_numbered(span)
            or _has_article(span)
            or _is_goods(span)
            or _is_beside_place(span.root, passage, places)
        )
        if span.start not in seen and not overlaps(places, start, end) and named:
            seen.update(range(span.start, span.end))
            yield span


def _trimmed(span: Span) -> Span:
    """Cut from a name the verb of a question before it, "Will Berg go to X?", and what the name's office is for."""
    if len(span) > 2 and ends_office(span[-1]):
        return span[-2:]
    asks = span.sent.text.rstrip("\"”' ").endswith("?") and span.start == span.sent.start
    return span[1:] if asks and len(span) > 1 and span[0].text in _ASKING else span


def vehicle_names(passages: Sequence[Passage]) -> frozenset[str]:
    """Collect what vehicles are called, without the noun that introduces them: "Harriet" for "the whaler Harriet"."""
    runs = [(t, proper_run(t)) for p in passages for t in p.doc if t.dep_ != "compound" and is_vehicle_name(t)]
    return frozenset(" ".join(w.text for w in run if vehicle_mode(w) == "unknown") for _, run in runs)


class NamedShip(NamedTuple):
    """A ship by its name, where an article first names it, and the nouns that stand before the name."""

    name: str
    article: str
    first: int
    called: frozenset[str]


def ship_named_most(passages: Sequence[Passage]) -> NamedShip | None:
    """Find the ship that a story is about: the one it names most often, of equals the first."""
    named: dict[str, list[tuple[str, int]]] = defaultdict(list)
    called: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for token in passage.doc:
            if token.pos_ == "PROPN" and token.dep_ != "compound" and is_vehicle_name(token):
                run = proper_run(token)
                noun = token.doc[run.start - 1] if run.start else token
                if run[-1].i == token.i and "ship" in (told_mode(token), vehicle_mode(noun)):
                    named[run.text].append((passage.article.id, passage.offset(run[0])))
                    called[run.text].add(str(noun.lower_))
    if not named:
        return None
    name = max(named, key=lambda n: len(named[n]))
    return NamedShip(name, *named[name][0], frozenset(called[name]))


def titles_in(span: Span) -> set[str]:
    """Collect the titles in a name and right before it in its sentence."""
    before = span.doc[max(span.sent.start, span.start - 3) : span.start]
    return {t.lower_ for t in (*before, *span) if t.lower_ in TITLES}


def offices_beside(span: Span) -> list[Token]:
    """List the nouns of office beside a name: "North Korean leader Kim Jong Un", "Madeleine Albright, the ambassador"."""
    people = words_of("people_nouns", "kind")
    nouns = [
        t for t in span.root.children if t.dep_ in ("compound", "nmod", "appos") and (t.pos_ == "NOUN" or t.lower_ in people)
    ]
    if span.root.dep_ == "appos" and span.root.head.pos_ in ("NOUN", "PROPN"):
        nouns.append(span.root.head)
    if span.start and span.doc[span.start - 1].lower_ in people:
        nouns.append(span.doc[span.start - 1])
    if span.start > 1 and span.doc[span.start - 1].lower_ == "of" and span.doc[span.start - 2].lower_ in people:
        nouns.append(span.doc[span.start - 2])  # "Secretary of State Ann Lee"
    return nouns


def is_team_name(token: Token) -> bool:
    """Tell a plural name with an article, which no person bears: "the Otago Kestrels"; not that of a paper or a place."""
    plural = token.pos_ == "PROPN" and len(token.text) > 3 and token.text.endswith("s") and not token.text.endswith("ss")
    article = any(c.lower_ == "the" and c.dep_ == "det" for c in token.children)
    many = token.tag_ == "NNPS" or len(proper_run(token)) > 1 or token.head.tag_ == "VBP"
    return plural and article and many and token.lower_ not in FIRMS and token.lower_.removesuffix("s") not in TITLES


def _with_surname(span: Span) -> Span:
    """The name up to its end, where the parser's recogniser stopped before a particle: "Bert" of "Bert ter Hart"."""
    cut = span.end < len(span.doc) and span.doc[span.end].text in _PARTICLES
    return span.doc[span.start : max(span.end, proper_run(span[-1]).end)] if cut else span


def _is_feature(span: Span) -> bool:
    """Whether a name begins as those of capes and the like do: "Cape Leeuwin"."""
    first = proper_run(span.root)[0]
    return first.lower_ in _FEATURES


def _is_house(span: Span) -> bool:
    """Whether a name of several words ends as those of firms and houses do, or has a ticker behind it: "the Royal Hotel", "Gull Air <GLL>"."""
    run = [t for t in proper_run(span.root) if t.is_alpha]
    ticker = span.end < len(span.doc) and span.doc[span.end].text == "<"
    return ticker or (len(run) > 1 and run[-1].lower_ in FIRMS)


def _is_numbered(span: Span) -> bool:
    """Whether a number belongs to a name, as to that of a craft: "Sun Glider 2"."""
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    return behind is not None and behind.text.isdigit() and behind.dep_ == "nummod" and behind.head.i == span.root.i


def _is_goods(span: Span) -> bool:
    """Whether one word that begins a sentence, and so has a capital, is no person's name but goods: "Heroin was flown to X"."""
    word = span[0]
    return len(span) == 1 and bool(word.is_sent_start) and words_of("not_travellers", "why").get(word.lower_) == "goods"


def _has_article(span: Span) -> bool:
    """Whether one word has the article that no person's name has: "the Londoner"."""
    return len(proper_run(span.root)) == 1 and any(c.lower_ == "the" and c.dep_ == "det" for c in span.root.children)


def _is_beside_place(token: Token, passage: Passage, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is listed with a place that somebody is in or goes to: "worked in Lisbon and Brega"."""
    first = token.head if token.dep_ == "conj" else token
    at = passage.offset(first)
    return first.i != token.i and first.dep_ == "pobj" and first.head.lower_ in BEFORE_PLACE and overlaps(places, at, at + 1)


def _is_somewhere(token: Token) -> bool:
    """Whether a name stands where only a place does: "the camp outside Dollo Ado", "set off from Mizen Head"."""
    if token.dep_ != "pobj":
        return False
    moved = lemma_of(token.head.head) in _movements() and token.head.lower_ in ("from", "into", "through", "to", "towards", "via")
    return moved or token.head.lower_ in ("outside", "near", "inside", "off", "across", "throughout")


@cache
def _movements() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("verbs") if row["force"] == "strong" and row["object"] != "traveller")


def _proper_subjects(doc: Doc) -> list[Span]:
    """Runs of proper nouns that are the subject of a verb or own something: names that the parser's own recogniser missed."""
    holders = [doc[t.i - 1 : t.i + 1] for t in doc if ends_office(t)]
    return holders + [
        proper_run(t)
        for t in doc
        if (t.dep_ in ("nsubj", "nsubjpass", "poss") or _is_told_by_calling(t))
        and not t.text.isupper()
        and (_looks_named(t) if t.tag_ == "NNP" else t.tag_ == "NN" and t.text.istitle() and _is_taken_up(t))
    ]


def ends_office(surname: Token) -> bool:
    """Tell whether the parser takes a full name for the end of an office: "Minister for Foreign Trade Ann Lowe flew to X"."""
    if surname.dep_ != "pobj" or surname.head.lower_ not in ("for", "of") or surname.ent_type_ in ("GPE", "LOC"):
        return False
    given, office = surname.nbor(-1), surname.head.head
    named = surname.left_edge.i < given.i and given.head == surname and name_class(given.text) in ("b", "g")
    return named and people_kind(office.lower_) == "person"


def _is_told_by_calling(name: Token) -> bool:
    """Whether a name of two words stands between commas behind what somebody is, whatever the parser labels it: "A Danish surgeon, Ana Negrao, said"."""
    return (
        name.dep_ == "appos"
        and name.pos_ == "PROPN"
        and name.head.tag_ == "NN"
        and people_kind(lemma_of(name.head)) == "person"
        and name.doc[name.left_edge.i - 1].text == ","
    )


def _looks_named(token: Token) -> bool:
    """Whether a proper noun may be a person's: by the parser's label, by what it is told beside, or as a name of two words that has none."""
    run = proper_run(token)
    words = len(run)
    if (words == 2 and _is_told_by_calling(token)) or _is_twice_given(run):
        return True
    speaks = token.ent_type_ == "ORG" and words == 2 and token.head.lemma_ in ("say", "tell") and token.lower_ not in FIRMS
    return token.ent_type_ == "PERSON" or speaks or (token.ent_type_ == "" and words > 1) or (words == 1 and _is_taken_up(token))


def _is_twice_given(run: Span) -> bool:
    """Whether a name begins with two given names joined by a hyphen, whatever the parser labels it: "Anne-Marie Berg"."""
    words = [t.text for t in run[:4]]
    return len(words) == 4 and words[1] == "-" and all(name_class(w) in ("g", "b") for w in (words[0], words[2]))


def _is_taken_up(name: Token) -> bool:
    """Whether a name by itself is the subject that "he" or "she" means afterwards, for want of another: "Stubbin flew north. He"."""
    if name.dep_ != "nsubj" or any(True for _ in name.children) or name.lower_ in FIRMS or name.lower_ in common_words():
        return False
    if people_kind(lemma_of(name)) is not None or vehicle_mode(name) != "unknown":
        return False
    pronoun = next((t for t in name.doc[name.i :] if t.lower_ in ("he", "she") and t.dep_ in ("nsubj", "nsubjpass")), None)
    if pronoun is None:
        return False
    rivals = [t for t in name.doc[: pronoun.i] if t.dep_ in ("nsubj", "nsubjpass", "poss") and t.pos_ in ("PROPN", "NOUN")]
    return all(t.lower_ == name.lower_ or (t.pos_ == "NOUN" and people_kind(lemma_of(t)) is None) for t in rivals)
