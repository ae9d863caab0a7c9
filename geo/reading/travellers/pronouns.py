"""Whom a pronoun means: the nearest fitting traveller before it, and nobody where that is not safe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.model import NARRATOR
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.travellers.actors import Actor, is_many, office_of, told_mode
from geo.reading.travellers.antecedents import foretell, is_aside, recall, speaks_for_others
from geo.reading.travellers.encounters import REACH
from geo.reading.vocabulary.person_names import may_mean
from geo.reading.vocabulary.persons import KIN, TITLES, is_animal, people_kind
from geo.reading.vocabulary.pronouns import FIRST, PLURAL, SINGULAR, THING
from geo.reading.vocabulary.speech import QUOTING, TELLING_OF_OTHERS
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spacy.tokens import Token

    from geo.reading.parsing.passages import Passage
    from geo.reading.travellers.company import Company
    from geo.reading.travellers.nouns import Nouns

__all__ = ["Pronouns"]

#: Who tells the news of others.
_TELLERS = frozenset(
    "activist advocate authority campaigner investigator official organiser organizer police prosecutor relative rescuer researcher scientist "
    "source volunteer witness".split()
)
#: What a person is to a verb, or to a thing, whom a pronoun behind it may mean.
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
#: Within how many characters "they" may open an article before those are named whom it means.
_OPENING = 300
#: Titles by which a text calls one person who needs no other name.
_ALONE = frozenset({"dalai lama", "emperor", "king", "pontiff", "pope", "queen"})


@dataclass(slots=True)
class Pronouns:
    """The pronouns of a story.

    Parameters
    ----------
    nouns, company
        Whom nouns mean, and in whose company they are.
    passages
        By article id, all that are parsed, in the order of the text.
    actor, party
        Say who stands at a word, and at coordinated words.
    """

    _nouns: Nouns
    _company: Company
    _passages: Mapping[str, Sequence[Passage]]
    _actor: Callable[[Token, Passage], Actor | None]
    _party: Callable[[Sequence[Token], Passage], Actor | None]
    _recalling: bool = False

    def bearer(self, token: Token, passage: Passage) -> Actor | None:
        """Find whom a pronoun means; None where that is not safe to say."""
        found = self._near(token, passage)
        if found is not None or token.lower_ in FIRST:
            return found
        return self._recall(token, passage) or self._told_after(token, passage)

    def _told_after(self, token: Token, passage: Passage) -> Actor | None:
        """Whom a sentence is about that a phrase with a pronoun begins: "After her departure from X, the envoy said"."""
        verbs = (
            t
            for t in token.ancestors
            if t.pos_ in ("AUX", "VERB") and (t.lemma_ not in QUOTING or token.lower_ in PLURAL or not _is_said(token, t))
        )
        subjects = (c for v in verbs for c in v.children if c.dep_ in ("nsubj", "nsubjpass") and c.left_edge.i > token.i)
        subject = next((c for c in subjects if c.pos_ in ("NOUN", "PROPN")), None)
        actor = self._with_conjuncts(subject, passage) if subject is not None else None
        return actor if actor is not None and actor.named and _may_be(token.lower_, actor) else None

    def _recall(self, token: Token, passage: Passage) -> Actor | None:
        """The bearer of a pronoun among the subjects told before it; nobody while another is sought, so that no two wait for each other."""
        if self._recalling:
            return None
        self._recalling = True
        found = recall(token, passage, self._passages.get(passage.article.id, ()), REACH, self._with_conjuncts)
        found = found if found is not None or token.lower_ not in PLURAL else self._only_party(passage, passage.offset(token))
        if found is None and token.lower_ == "they" and passage.offset(token) < _OPENING:
            passages = self._passages.get(passage.article.id, ())
            found = foretell(token, passage, passages, REACH, self._with_conjuncts)
        self._recalling = False
        return found

    def _with_conjuncts(self, token: Token, passage: Passage) -> Actor | None:
        return self._party([token, *(t for t in token.conjuncts if t.i > token.i)], passage)

    def _only_party(self, passage: Passage, position: int) -> Actor | None:
        """The one group that an article has told of before a position, however far back."""
        groups = self._nouns.met.before("group", passage.article.id, position)
        return groups.pop() if len(groups) == 1 else None

    def _near(self, token: Token, passage: Passage) -> Actor | None:
        """The bearer of a pronoun by its own sentence and those right before it."""
        lower = token.lower_
        if lower in SINGULAR:
            if (asked := self._asked(token)) is not None:
                return asked
            found = self._subject_before(token, passage)
            if found is not None:
                return found
            if (holder := self._title_before(token, passage)) is not None:
                return holder
            name = self._topic_before(token, passage)
            name = name or self._last_named(token, passage) or self._subject_after(token)
            if name:
                return Actor(name, "person", named=True)
            if (
                lower in ("she", "her")
                and (ship := self._nouns.met.latest("vehicle", passage.article.id, passage.offset(token), one=True)) is not None
            ):
                return ship
            return self._named_before(token, passage)
        if lower in PLURAL:
            return self._noun_before(token, passage, plural=True)
        if lower in THING:
            return self._thing_before(token, passage) or self._noun_before(token, passage, plural=False)
        return self._speaker(token, passage) if lower in FIRST else None

    def _subject_before(self, token: Token, passage: Passage) -> Actor | None:
        """The person who is the subject of the clause above or of an earlier one, the nearest first; by an office alone in the same sentence."""
        subjects = [t for t in token.doc[: token.i] if t.pos_ in ("PROPN", "NOUN") and (t.dep_ in _SUBJECTS or _is_told_doing(t))]
        above = token.head.head if token.head.dep_ == "advcl" else None
        subjects += _doers(above, token) if above is not None else []
        for subject in sorted(subjects, key=lambda t: (not speaks_for_others(t, token), _deed_of(t) == above, t.i), reverse=True):
            if _is_acted_on_by(token, subject):
                continue
            name = self._nouns.names.of(subject)
            if not may_mean(token.lower_, name or str(subject.lower_)):
                continue
            if name is not None:
                return Actor(name, "person", named=True)
            known = office_of(subject) in TITLES or lemma_of(subject) in KIN  # "her father flew to X, but he"
            if subject.sent == token.sent and subject.dep_ != "poss" and known:
                return self._nouns.noun(subject, passage)
        return None

    def _asked(self, token: Token) -> Actor | None:
        """Who is asked about himself, and named behind it: "Asked if he planned to visit X, Berg said"."""
        question = next((t for t in token.ancestors if t.lower_ in ("asked", "questioned") and t.dep_ == "advcl"), None)
        if question is None or not question.i < token.i < question.head.i or any(c.dep_ == "nsubj" for c in question.children):
            return None
        if any(self._nouns.names.of(t) is not None for t in token.doc[question.i : token.i]):
            return None
        names = (self._nouns.names.of(c) for c in question.head.children if c.dep_ == "nsubj")
        name = next((n for n in names if n is not None and may_mean(token.lower_, n)), None)
        return Actor(name, "person", named=True) if name is not None else None

    def _title_before(self, token: Token, passage: Passage) -> Actor | None:
        """Who was the subject last before a pronoun, called by a title that one alone bears: "The Pope flew to X. He"."""
        found = self._recall(token, passage)
        return found if found is not None and found.name.casefold() in _ALONE and found.name.istitle() else None

    def _topic_before(self, token: Token, passage: Passage) -> str | None:
        """The person by name who was the subject last before the passage, rather than whoever was named last in it."""
        found = self._recall(token, passage)
        if found is None or found.name not in self._nouns.names.aliases:
            return None
        return self._nouns.names.heard.topic_before(passage.article.id, passage.offset(token), found.name, token.lower_)

    def _last_named(self, token: Token, passage: Passage) -> str | None:
        """The person named last before a pronoun, or the one whom the article names far more often."""
        article, at = passage.article.id, passage.offset(token)
        last = self._nouns.names.heard.last_before(article, at, REACH, token.lower_)
        return self._nouns.names.heard.topic_before(article, at, last, token.lower_) if last is not None else None

    def _named_before(self, token: Token, passage: Passage) -> Actor | None:
        """A name that the parser took for no person's, or the lists for one of the other sex, as the subject told last: "The trader Tome de Brito sailed. He"."""
        roots = (s.root for s in token.doc.sents if s.start <= token.i)
        subjects = [c for root in roots for c in root.children if c.dep_ == "nsubj" and c.pos_ == "PROPN" and c.i < token.i]
        if not subjects:
            return None
        actor = self._nouns.person(subjects[-1]) or self._nouns.noun(subjects[-1], passage)
        return actor if actor is not None and actor.kind == "person" else None

    def _subject_after(self, token: Token) -> str | None:
        """The person who is the subject of the sentence that a pronoun begins: "On his return from X, Berg said"."""
        subjects = [c for c in token.sent.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i]
        names = (name for t in subjects if (name := self._nouns.names.of(t)) is not None)
        return next((name for name in names if may_mean(token.lower_, name)), None)

    def _thing_before(self, token: Token, passage: Passage) -> Actor | None:
        """The thing, animal or vehicle that a sentence, or the one before it, is about: "The violin was stolen from a taxi. It"."""
        sentence = token.sent
        own = [c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i]
        before = token.doc[sentence.start - 1].sent.root.children if sentence.start else ()
        subject = next((c for c in (*own, *before) if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")), None)
        if subject is None or subject.tag_ in ("NNS", "NNPS") or _is_acted_on_by(token, subject):
            return None
        if (ship := self._nouns.ship_named(subject, passage)) is not None:
            return ship
        told = told_mode(subject) != "unknown" or people_kind(lemma_of(subject)) == "thing" or is_animal(lemma_of(subject))
        actor = self._actor(subject, passage) if told else None
        return actor if actor is not None and actor.named else None

    def _noun_before(self, token: Token, passage: Passage, *, plural: bool) -> Actor | None:
        known = plural and self._company.latest_party(passage, passage.offset(token)) is not None
        for other in reversed(token.doc[: token.i]):
            if (known and _tells_of_others(other, token)) or (plural and speaks_for_others(other, token)):
                continue
            if other.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or other.pos_ not in ("NOUN", "PROPN"):
                continue
            if _is_acted_on_by(token, other) or is_aside(other, token):
                continue
            if plural and (leader := self._company.led(other, passage) or self._company.parent(other, passage)) is not None:
                return leader
            many = other.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in other.children)
            if not plural and other.tag_ in ("NNS", "NNPS"):
                continue
            if plural and not many and words_of("people_nouns", "kind").get(lemma_of(other)) != "group":
                continue
            party = other.tag_ == "NN" and other.dep_ == "nsubj" and people_kind(lemma_of(other)) == "group"
            if plural and other.tag_ == "NN" and other.dep_ in ("dobj", "pobj") and self._knows_a_group(other, passage):
                continue  # "the Rovers play a local side. They"
            one = party or told_mode(other) != "unknown"
            actor = self._party([other, *(t for t in other.conjuncts if t.i < token.i)], passage) if plural or one else None
            if actor is not None and actor.named:
                topic = _topic(other, token) if plural else None
                above = self._party([topic, *topic.conjuncts], passage) if topic is not None else None
                return above if above is not None and above.named and above.kind == "group" else actor
        position = passage.offset(token)
        if not plural:
            return self._nouns.met.latest("vehicle", passage.article.id, position, one=True) or self._nouns.met.latest(
                "group", passage.article.id, position
            )
        return self._company.latest_party(passage, position)

    def _knows_a_group(self, rival: Token, passage: Passage) -> bool:
        """Whether a group was met before one that is only brought in now: "a local side"."""
        new = any(c.lower_ in ("a", "an", "another") for c in rival.children)
        return new and self._nouns.met.latest("group", passage.article.id, passage.offset(rival)) is not None

    def _speaker(self, token: Token, passage: Passage) -> Actor | None:
        """Who says "I" or "we": whoever the passage says is speaking, else, without quotation marks, the one who tells the story."""
        if '"' not in token.doc.text:
            return Actor(NARRATOR, "person", named=True)
        verbs = [t for t in token.doc if t.lemma_ in QUOTING]
        subjects = [c for v in verbs for c in v.children if c.dep_ == "nsubj" and (c.pos_ == "PROPN" or c.lower_ in SINGULAR)]
        speaker = next((a for c in subjects if (a := self._actor(c, passage)) is not None and a.kind == "person"), None)
        return (
            self._nouns.parties.get(speaker.name, speaker)
            if speaker is not None and token.lower_ in ("we", "us", "our")
            else speaker
        )


def _is_told_doing(name: Token) -> bool:
    """Whether somebody behind a preposition is the one who does what the next word says: "spoke of Prime Minister Berg easing the row when he"."""
    return bool(name.dep_ == "pobj" and name.pos_ == "PROPN" and name.i + 1 < len(name.doc) and name.nbor(1).tag_ == "VBG")


def _is_said(word: Token, saying: Token) -> bool:
    """Whether a word stands in what somebody says, who may tell of another: "His tour will end in X, the minister said"."""
    return any(c.dep_ == "ccomp" and c.is_ancestor(word) for c in saying.children)


def _doers(verb: Token, pronoun: Token) -> list[Token]:
    """Those by whom something is done, in the clause above that of a pronoun: "will be attended by the king after he concludes his tour"."""
    return [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj" and o.i < pronoun.i]


def _deed_of(subject: Token) -> Token:
    """What somebody does: his verb, or that whose agent he is."""
    return subject.head.head if subject.head.dep_ == "agent" else subject.head


def _may_be(pronoun: str, actor: Actor) -> bool:
    """Whether a pronoun is that of one, of a thing or of many, as the traveller is."""
    if pronoun in SINGULAR:
        return actor.kind == "person" and may_mean(pronoun, actor.name)
    return actor.kind != "person" if pronoun in THING else actor.kind == "group" or is_many(actor.name)


def _is_acted_on_by(pronoun: Token, subject: Token) -> bool:
    """Whether somebody does to a pronoun what its verb says, and so is another: "soldiers drove them to X"."""
    counted_off = pronoun.dep_ == "pobj" and pronoun.head.lower_ == "of"  # "took the three of them to X"
    thing = pronoun.head.head if counted_off else pronoun
    verb = thing.head
    while verb.dep_ == "xcomp" and verb.head.pos_ in ("AUX", "VERB"):  # "was going to take them"
        verb = verb.head
    by_same_verb = subject.dep_ in ("nsubj", "nsubjpass") and subject.head in (thing.head, verb)
    if verb.dep_ == "relcl" and verb.head == subject:  # "sent 90 buses, which took them to X"
        by_same_verb = any(c.dep_ == "nsubj" and c.lower_ in ("that", "which", "who") for c in verb.children)
    return by_same_verb and thing.dep_ in ("dobj", "dative") and not pronoun.lower_.endswith(("self", "selves"))


def _tells_of_others(teller: Token, pronoun: Token) -> bool:
    """Whether somebody whose business is to tell of others says what "they" do: "the organisers said they would try to reach X"."""
    verb = teller.head
    told = verb.lemma_ in TELLING_OF_OTHERS and teller.dep_ == "nsubj" and pronoun.sent == teller.sent and verb.i < pronoun.i
    return told and lemma_of(teller) in _TELLERS


def _topic(noun: Token, pronoun: Token) -> Token | None:
    """The subject of the sentence in which a noun is an object, which "they" of the next sentence means rather than the object."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is None or noun.dep_ in ("nsubj", "nsubjpass") or noun.sent == pronoun.sent:
        return None
    many = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("NNS", "NNPS")]
    return next((c for c in many if c.i < noun.i), None)
