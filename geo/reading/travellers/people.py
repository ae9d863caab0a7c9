"""Who stands at a word: a traveller under one name for all the ways in which the texts call it.

Persons come from `geo.reading.travellers.names`, groups and vehicles from the nouns themselves; a definite noun ("the plane") means what was called
something fuller before. A pronoun is taken for the nearest fitting traveller before it; where that is not safe it is nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.model import NARRATOR, Traveller
from geo.reading.parsing.lemmas import lemma_of
from geo.reading.text.stretches import overlaps
from geo.reading.travel_words.vehicles import is_type_of_aircraft, may_be_one_ship, vehicle_mode
from geo.reading.travellers.actors import (
    FIRMS,
    Actor,
    first_of_name,
    is_many,
    is_vehicle_name,
    noun_actor,
    noun_name,
    office_of,
    told_mode,
)
from geo.reading.travellers.antecedents import foretell, is_aside, is_quoted, recall, speaks_for_others
from geo.reading.travellers.coreference import names_again
from geo.reading.travellers.elisions import opens_entry
from geo.reading.travellers.encounters import Encounters
from geo.reading.travellers.epithets import adjective_actor, age_of, counted, describes_one, is_native, named_at_age
from geo.reading.travellers.name_spans import NamedShip, is_team_name, proper_run, ship_named_most
from geo.reading.travellers.names import Names
from geo.reading.travellers.relatives import antecedent_of, with_companions
from geo.reading.travellers.shares import Share, happened_once, share_actor, share_told
from geo.reading.vocabulary.parties import OTHERS
from geo.reading.vocabulary.person_names import may_mean
from geo.reading.vocabulary.persons import KIN, TITLES, is_animal, people_kind
from geo.reading.vocabulary.pronouns import FIRST, PLURAL, SINGULAR, THING
from geo.reading.vocabulary.speech import QUOTING, TELLING_OF_OTHERS
from geo.reading.vocabulary.tables import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from geo.reading.parsing.passages import Passage
    from geo.reading.travellers.actors import Kind

__all__ = ["Cast"]

#: Who tells the news of others.
_TELLERS = frozenset(
    "activist advocate authority campaigner investigator official organiser organizer police prosecutor relative rescuer researcher scientist "
    "source volunteer witness".split()
)
#: Nouns for those who are always about somebody who travels.
_RETINUES = frozenset({"entourage", "motorcade", "retinue"})
_HOUSEHOLD = frozenset({"family", "couple", "household"})
_BEARERS = {"papal": "pope", "presidential": "president", "royal": "king"}
#: How far back, in words, the noun may stand for a ship that is called by its name.
_NEAR_NOUN = 40
#: How long, in characters, the list may be of those with whom somebody travels.
_PHRASE = 60
#: Within how many characters "they" may open an article before those are named whom it means.
_OPENING = 300
#: Titles by which a text calls one person who needs no other name.
_ALONE = frozenset({"dalai lama", "emperor", "king", "pontiff", "pope", "queen"})
#: How far back a pronoun may reach for its noun, in characters.
_REACH = 900


@dataclass(slots=True)
class Cast:
    """All who travel in a story. Build it with `gather`; then `actor` says who stands at a token.

    It remembers groups and vehicles as they are met, so tokens are to be asked for in the order of the text.
    """

    names: Names
    _places: Mapping[str, Sequence[tuple[int, int]]]
    _passages: Mapping[str, Sequence[Passage]]
    _met: Encounters = field(default_factory=Encounters)
    _company: list[tuple[str, int, Actor]] = field(default_factory=list)
    _members: dict[str, Actor] = field(default_factory=dict)
    _pairs: dict[frozenset[str], Actor] = field(default_factory=dict)
    _recalling: bool = False
    _ship: NamedShip | None = None

    @classmethod
    def gather(cls, passages: Sequence[Passage], places: Mapping[str, Sequence[tuple[int, int]]]) -> Cast:
        """Gather the persons of a story; parameters as in `geo.reading.travellers.names.Names.gather`."""
        by_article: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            by_article[passage.article.id].append(passage)
        return cls(Names.gather(passages, places), places, by_article, _ship=ship_named_most(passages))

    def actor(self, token: Token, passage: Passage) -> Actor | None:
        """Say who stands at the token; None where it is nobody in particular, or nobody that can travel."""
        if token.tag_ in ("WP", "WDT", "WP$") or token.lower_ in ("who", "which", "that"):
            antecedent = antecedent_of(token)
            if antecedent is not None and antecedent.dep_ == "appos" and (bearer := self._person(antecedent.head)) is not None:
                return bearer  # "Anna Berg, a teacher who left Oslo"
            return self.actor(antecedent, passage) if antecedent is not None else None
        if (share := share_told(token)) is not None:
            return self._share(share, token, passage)
        if (craft := _aircraft_of(token)) is not None:
            return self._noun(craft, passage)
        if (whole := counted(token)) is not None:
            if whole.i != token.i:
                return self.actor(whole, passage)
            group = self._together(token, passage) or self._latest("group", passage, passage.offset(token))
            if group is not None and _are_more(token, group):
                return self._share(Share(str(token.text), single=False), token, passage)
            return group or self._some(token, passage)
        if token.pos_ == "PRON" or token.tag_ == "PRP$" or (token.is_upper and token.lower_ in SINGULAR):
            return self._pronoun(token, passage)
        owner = self._owner(token, passage)
        if owner is not None:
            return Actor(owner, "person", vehicle_mode(token), named=True)
        at = passage.offset(token)
        if overlaps(self._places.get(passage.article.id, ()), at, at + 1):
            return None
        if _is_told_in_rank(token):
            return None
        if (
            token.tag_ == "NNPS" and token.ent_type_ != "PERSON" and (group := self._noun(token, passage)) is not None
        ):  # "the Salt Box Fiddlers"
            return group
        return self._ship_named(token, passage) or self._team(token, passage) or self._person(token) or self._noun(token, passage)

    def party(self, tokens: Sequence[Token], passage: Passage) -> Actor | None:
        """Say who stands at coordinated tokens: one traveller, "A and B" where both are named persons."""
        tokens = with_companions(tokens)
        if (teller := next((t for t in tokens if t.lower_ in FIRST), None)) is not None:  # "my sister and I"
            return self.actor(teller, passage)
        if (head := self._head_of_kin(tokens, passage)) is not None:
            return head
        if _are_kin(tokens):
            return Actor(" and ".join(t.text for t in tokens), "group", named=True)
        actors = [a for t in tokens if (a := self.actor(t, passage)) is not None]
        names = [a.name for a in actors if a.kind == "person" and a.named]
        if len(names) < 2 or len(names) != len(tokens) or any(t.pos_ != "PROPN" for t in tokens):
            return actors[0] if actors else None
        fresh = Actor(f"{', '.join(names[:-1])} and {names[-1]}", "group", actors[0].mode, named=True)
        group = self._pairs.setdefault(frozenset(names), fresh)  # the same in another order
        if not self._met.knows(group, passage.article.id):
            self._meet(group, tokens[0], passage)
        self._members.update(dict.fromkeys(names, group))
        return group

    def _head_of_kin(self, tokens: Sequence[Token], passage: Passage) -> Actor | None:
        """The person with whom go those who are called by what they are to him: "she and her two sons", whom "they" means afterwards."""
        kin = [
            t for t in tokens[1:] if lemma_of(t) in KIN and any(c.dep_ == "poss" and c.lower_ in ("her", "his") for c in t.lefts)
        ]
        if not kin or len(kin) != len(tokens) - 1 or tokens[0].lower_ in FIRST:
            return None
        head = self.actor(tokens[0], passage)
        if head is None or head.kind != "person" or not head.named:
            return None
        self._company.append((passage.article.id, passage.offset(kin[-1]), head))
        return head

    def diarist(self, verb: Token, latest: Actor | None) -> Actor | None:
        """Say who travels in a sentence without a subject, as diaries have them: "Left Ulaanbaatar at six", and after it "Then walked on to X"."""
        if not opens_entry(verb, told=latest is not None and latest.name == NARRATOR):
            return None
        return Actor(NARRATOR, "person", named=True)

    def topic(self, token: Token, passage: Passage) -> Actor | None:
        """Say which person an article is about, whose a journey may be that it tells before it says that anybody travels."""
        name = self.names.topic_of(passage.article.id, passage.offset(token))
        return Actor(name, "person", named=True) if name is not None else None

    def label(self, token: Token, passage: Passage) -> str:
        """Call a person or people at the token, in particular or not: "Russian officials"; "" for a thing."""
        actor = self.actor(token, passage)
        if actor is not None:
            return actor.name if actor.kind != "vehicle" and actor.named else ""
        return noun_name(token, passage) if lemma_of(token) in words_of("people_nouns", "kind") else ""

    def travellers(self, used: Iterable[Actor]) -> tuple[Traveller, ...]:
        """List the travellers that claims name, in their order, with their aliases, and whoever else the story names."""
        everyone = [*used, *(Actor(name, "person", named=True) for name in self.names.full.values())]
        found: dict[str, Traveller] = {}
        for actor in everyone:
            aliases = tuple(dict.fromkeys(self.names.aliases.get(actor.name, ())))
            found.setdefault(actor.name, Traveller(actor.name, actor.kind, aliases))
        return tuple(found.values())

    def _together(self, number: Token, passage: Passage) -> Actor | None:
        """Who goes with somebody, and is "the two" with him: "Berg flew to X with his daughter. The two"."""
        if number.pos_ != "NUM" or not any(c.lower_ == "the" for c in number.children):
            return None
        kin = (t for t in reversed(number.doc[: number.i]) if lemma_of(t) in KIN and t.dep_ == "pobj")
        return next((led for t in kin if (led := self._led(t, passage)) is not None), None)

    def _some(self, number: Token, passage: Passage) -> Actor | None:
        """So many as a number says of those whom the noun before it means: "The two fled to X"."""
        share = Share(str(number.text), single=number.lower_ == "one")
        return self._share(share, number, passage) if happened_once(number) else None

    def _share(self, share: Share, token: Token, passage: Passage) -> Actor | None:
        return share_actor(share, token, passage, self._passages.get(passage.article.id, ()))

    def _ship_named(self, token: Token, passage: Passage) -> Actor | None:
        """The vehicle that a name alone means, after "the whaler Harriet": "The Harriet came home"."""
        if token.pos_ != "PROPN":
            return None
        if any(c.lower_ == "the" for c in token.children) and (ship := self._called(token, passage)) is not None:
            return ship
        name = proper_run(token).text.casefold()
        met = [a for a in self._met.of_kind("vehicle") if a.name.casefold().endswith(f" {name}")]
        return met[0] if len(met) == 1 else None

    def _called(self, token: Token, passage: Passage) -> Actor | None:
        """A ship or plane by its name, after the noun for it: "a yacht is overdue. The Sandpiper left X"."""
        run = proper_run(token)
        modes = [vehicle_mode(t) for t in token.doc[max(0, run.start - _NEAR_NOUN) : run.start] if t.pos_ == "NOUN"]
        mode = next((m for m in reversed(modes) if m in ("ship", "plane")), None)
        if mode is None or token.tag_ != "NNP" or token.lower_ in TITLES or token.lower_ in FIRMS or is_vehicle_name(token):
            return None
        return self._same_again(Actor(run.text, "vehicle", mode, named=True), token, passage)

    def _team(self, token: Token, passage: Passage) -> Actor | None:
        """A group by its name: "the Otago Kestrels", "the Appleyards"."""
        if not is_team_name(token):
            return None
        name = " ".join(t.text for t in token.doc[first_of_name(proper_run(token)[0]).i : proper_run(token).end])
        return self._same_again(Actor(name, "group", named=True), token, passage)

    def _person(self, token: Token) -> Actor | None:
        name = self.names.of(token)
        return Actor(name, "person", named=True) if name is not None else None

    def _pronoun(self, token: Token, passage: Passage) -> Actor | None:
        found = self._near(token, passage)
        return found if found is not None or token.lower_ in FIRST else self._recall(token, passage)

    def _recall(self, token: Token, passage: Passage) -> Actor | None:
        """The bearer of a pronoun among the subjects told before it; nobody while another is sought, so that no two wait for each other."""
        if self._recalling:
            return None
        self._recalling = True
        found = recall(token, passage, self._passages.get(passage.article.id, ()), _REACH, self._with_conjuncts)
        found = found if found is not None or token.lower_ not in PLURAL else self._only_party(passage, passage.offset(token))
        if found is None and token.lower_ == "they" and passage.offset(token) < _OPENING:
            passages = self._passages.get(passage.article.id, ())
            found = foretell(token, passage, passages, _REACH, self._with_conjuncts)
        self._recalling = False
        return found

    def _with_conjuncts(self, token: Token, passage: Passage) -> Actor | None:
        return self.party([token, *(t for t in token.conjuncts if t.i > token.i)], passage)

    def _only_party(self, passage: Passage, position: int) -> Actor | None:
        """The one group that an article has told of before a position, however far back."""
        groups = self._met.before("group", passage.article.id, position)
        return groups.pop() if len(groups) == 1 else None

    def _near(self, token: Token, passage: Passage) -> Actor | None:
        """The bearer of a pronoun by its own sentence and those right before it."""
        lower = token.lower_
        if lower in SINGULAR:
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
                and (ship := self._latest("vehicle", passage, passage.offset(token), one=True)) is not None
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
        subjects = [t for t in token.doc[: token.i] if t.dep_ in ("nsubj", "nsubjpass", "poss") and t.pos_ in ("PROPN", "NOUN")]
        above = token.head.head if token.head.dep_ == "advcl" else None
        for subject in sorted(subjects, key=lambda t: (not speaks_for_others(t, token), t.head == above, t.i), reverse=True):
            if _is_acted_on_by(token, subject):
                continue
            name = self.names.of(subject)
            if not may_mean(token.lower_, name or str(subject.lower_)):
                continue
            if name is not None:
                return Actor(name, "person", named=True)
            known = office_of(subject) in TITLES or lemma_of(subject) in KIN  # "her father flew to X, but he"
            if subject.sent == token.sent and subject.dep_ != "poss" and known:
                return self._noun(subject, passage)
        return None

    def _title_before(self, token: Token, passage: Passage) -> Actor | None:
        """Who was the subject last before a pronoun, called by a title that one alone bears: "The Pope flew to X. He"."""
        found = self._recall(token, passage)
        return found if found is not None and found.name.casefold() in _ALONE and found.name.istitle() else None

    def _topic_before(self, token: Token, passage: Passage) -> str | None:
        """The person by name who was the subject last before the passage, rather than whoever was named last in it."""
        found = self._recall(token, passage)
        if found is None or found.name not in self.names.aliases:
            return None
        return self.names.topic_before(passage.article.id, passage.offset(token), found.name, token.lower_)

    def _last_named(self, token: Token, passage: Passage) -> str | None:
        """The person named last before a pronoun, or the one whom the article names far more often."""
        article, at = passage.article.id, passage.offset(token)
        last = self.names.last_before(article, at, _REACH, token.lower_)
        return self.names.topic_before(article, at, last, token.lower_) if last is not None else None

    def _named_before(self, token: Token, passage: Passage) -> Actor | None:
        """A name that the parser took for no person's, or the lists for one of the other sex, as the subject told last: "The trader Tome de Brito sailed. He"."""
        roots = (s.root for s in token.doc.sents if s.start <= token.i)
        subjects = [c for root in roots for c in root.children if c.dep_ == "nsubj" and c.pos_ == "PROPN" and c.i < token.i]
        if not subjects:
            return None
        actor = self._person(subjects[-1]) or self._noun(subjects[-1], passage)
        return actor if actor is not None and actor.kind == "person" else None

    def _subject_after(self, token: Token) -> str | None:
        """The person who is the subject of the sentence that a pronoun begins: "On his return from X, Berg said"."""
        subjects = [c for c in token.sent.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i]
        names = (name for t in subjects if (name := self.names.of(t)) is not None)
        return next((name for name in names if may_mean(token.lower_, name)), None)

    def _led(self, token: Token, passage: Passage) -> Actor | None:
        """The person in whose company somebody is: "she left with her two sons" is told of her."""
        verb = token.head.head
        while verb.pos_ in ("NOUN", "ADP") and verb.dep_ in ("pobj", "prep"):  # "left before dawn with her mother"
            verb = verb.head
        if token.dep_ != "pobj" or token.head.lower_ not in ("with", "alongside") or verb.pos_ not in ("VERB", "AUX"):
            return None
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ not in PLURAL), None)
        actor = self.actor(subject, passage) if subject is not None else None
        people = token.pos_ == "PROPN" or token.lower_ == "others" or people_kind(lemma_of(token)) is not None
        if actor is None or actor.kind == "vehicle" or not people:
            return None
        self._company.append((passage.article.id, passage.offset(token), actor))
        return actor

    def _parent(self, token: Token, passage: Passage) -> Actor | None:
        """Whose child or parent somebody is: after "Berg gathered her son", "they" are told of her."""
        owner = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in ("his", "her")), None)
        with_him = token.dep_ == "conj" and token.head.lower_ in ("he", "she")  # "She and her two sons fled. They"
        if owner is None or lemma_of(token) not in KIN or not (token.dep_ == "dobj" or with_him):
            return None
        actor = self.actor(owner, passage)
        return actor if actor is not None and actor.kind == "person" else None

    def _thing_before(self, token: Token, passage: Passage) -> Actor | None:
        """The thing, animal or vehicle that a sentence, or the one before it, is about: "The violin was stolen from a taxi. It"."""
        sentence = token.sent
        own = [c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i]
        before = token.doc[sentence.start - 1].sent.root.children if sentence.start else ()
        subject = next((c for c in (*own, *before) if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")), None)
        if subject is None or subject.tag_ in ("NNS", "NNPS") or _is_acted_on_by(token, subject):
            return None
        if (ship := self._ship_named(subject, passage)) is not None:
            return ship
        told = told_mode(subject) != "unknown" or people_kind(lemma_of(subject)) == "thing" or is_animal(lemma_of(subject))
        actor = self.actor(subject, passage) if told else None
        return actor if actor is not None and actor.named else None

    def _noun_before(self, token: Token, passage: Passage, *, plural: bool) -> Actor | None:
        known = plural and self._latest_party(passage, passage.offset(token)) is not None
        for other in reversed(token.doc[: token.i]):
            if (known and _tells_of_others(other, token)) or (plural and speaks_for_others(other, token)):
                continue
            if other.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or other.pos_ not in ("NOUN", "PROPN"):
                continue
            if _is_acted_on_by(token, other) or is_aside(other, token):
                continue
            if plural and (leader := self._led(other, passage) or self._parent(other, passage)) is not None:
                return leader
            many = other.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in other.children)
            if plural and not many and words_of("people_nouns", "kind").get(lemma_of(other)) != "group":
                continue
            party = other.tag_ == "NN" and other.dep_ == "nsubj" and people_kind(lemma_of(other)) == "group"
            if plural and other.tag_ == "NN" and other.dep_ in ("dobj", "pobj") and self._knows_a_group(other, passage):
                continue  # "the Rovers play a local side. They"
            one = party or told_mode(other) != "unknown"
            actor = self.party([other, *(t for t in other.conjuncts if t.i < token.i)], passage) if plural or one else None
            if actor is not None and actor.named:
                topic = _topic(other, token) if plural else None
                above = self.party([topic, *topic.conjuncts], passage) if topic is not None else None
                return above if above is not None and above.named and above.kind == "group" else actor
        position = passage.offset(token)
        if not plural:
            return self._latest("vehicle", passage, position, one=True) or self._latest("group", passage, position)
        return self._latest_party(passage, position)

    def _knows_a_group(self, rival: Token, passage: Passage) -> bool:
        """Whether a group was met before one that is only brought in now: "a local side"."""
        new = any(c.lower_ in ("a", "an", "another") for c in rival.children)
        return new and self._latest("group", passage, passage.offset(rival)) is not None

    def _speaker(self, token: Token, passage: Passage) -> Actor | None:
        """Who says "I" or "we": whoever the passage says is speaking, else, without quotation marks, the one who tells the story."""
        if '"' not in token.doc.text:
            return Actor(NARRATOR, "person", named=True)
        verbs = [t for t in token.doc if t.lemma_ in QUOTING]
        subjects = [c for v in verbs for c in v.children if c.dep_ == "nsubj" and (c.pos_ == "PROPN" or c.lower_ in SINGULAR)]
        speaker = next((a for c in subjects if (a := self.actor(c, passage)) is not None and a.kind == "person"), None)
        return (
            self._members.get(speaker.name, speaker) if speaker is not None and token.lower_ in ("we", "us", "our") else speaker
        )

    def _owner(self, token: Token, passage: Passage) -> str | None:
        """The person whose vehicle or company it is: "his train", "Kim's entourage", "a train belonging to Kim", "the plane carrying the president"."""
        if vehicle_mode(token) == "unknown" and token.lower_ not in _RETINUES:
            return None
        for child in token.children:
            if (bearer := self.names.titled(_BEARERS.get(child.lower_, ""))) is not None:
                return bearer
            if child.dep_ == "poss" and (owner := self.actor(child, passage)) is not None and owner.kind == "person":
                return owner.name
        for load in _loads(token):
            carried = self._pronoun(load, passage) if load.lower_ in SINGULAR else None
            name = carried.name if carried is not None and carried.kind == "person" else self.names.of(load)
            if name is not None:
                return name
        return None

    def _noun(self, token: Token, passage: Passage) -> Actor | None:
        if (described := self._described(token, passage)) is not None:
            return described
        actor = noun_actor(token, passage) or adjective_actor(token)
        if actor is None:
            return self._met_again(token)
        run = proper_run(token).text
        typed = is_type_of_aircraft(token)
        if typed or (token.pos_ == "PROPN" and actor.mode == "unknown" and re.search(r"\d", run)):  # "the Airbus A310"
            around = (*token.children, *(token.head.children if token.dep_ == "appos" else ()))
            of_type = any(c.lower_ == "the" for c in around) or re.search(r"\d[A-Z-]|[A-Z-]\d", run)
            known = self._only_vehicle() if of_type else None
            named = Actor(actor.name if typed else run, "vehicle", actor.mode, named=True)
            return known or self._same_again(named, token, passage)
        if describes_one(token, actor):
            only = self.names.only_before(passage.article.id, passage.offset(token))
            if only is not None and not self.names.holds_other(only, token):
                return Actor(only, "person", named=True)
        head = self.names.head_of_family(passage.article.id, passage.offset(token)) if lemma_of(token) in _HOUSEHOLD else None
        if head is not None:
            return Actor(head, "person", named=True)
        return self._same_again(actor, token, passage) if actor.kind != "person" else actor

    def _described(self, token: Token, passage: Passage) -> Actor | None:
        """The one person named before, whom "the Welshman" or "the 34-year-old" means; of those of an age the one told to be so old."""
        if (age := age_of(token)) and (name := self.names.bearer(named_at_age(passage.article.text, age) or "")) is not None:
            return Actor(name, "person", named=True)
        if not (age or is_native(token)):
            return None
        only = self.names.only_before(passage.article.id, passage.offset(token))
        return Actor(only or f"{age}-year-old", "person", named=True) if only is not None or age else None

    def _met_again(self, token: Token) -> Actor | None:
        """A bare plural for a group that was met before: "carry migrants to X" after "the Central American migrants"."""
        if (
            token.tag_ != "NNS"
            or people_kind(lemma_of(token)) is None
            or any(c.dep_ in ("amod", "det", "compound") for c in token.children)
        ):
            return None
        groups = (a for a in self._met.latest_first() if a.kind == "group")
        return next((a for a in groups if a.name.casefold().split()[-1] == token.lower_), None)

    def _same_again(self, actor: Actor, token: Token, passage: Passage) -> Actor:
        """What was called something fuller before: "the plane" after "a hijacked Sudan Airways plane"; else remember the new name."""
        for earlier in self._met.latest_first():
            fits = earlier.kind == actor.kind and (earlier.mode == actor.mode or "unknown" in (earlier.mode, actor.mode))
            if fits and names_again(token, actor, earlier, self._met, self._members.values()):
                self._meet(earlier, token, passage)
                return earlier
        actor = self._by_its_name(actor, token, passage)
        if actor.kind == "vehicle" or not is_quoted(token):
            self._meet(actor, token, passage)
        return actor

    def _by_its_name(self, actor: Actor, token: Token, passage: Passage) -> Actor:
        """Name a ship that is only described, "the rusted liner", as the story does elsewhere; before it does so, "a ship" may be it too."""
        if self._ship is None or actor.mode != "ship" or token.pos_ != "NOUN" or is_many(actor.name):
            return actor
        name, article, first, nouns = self._ship
        own = noun_name(token, passage)
        definite = any(c.lower_ in ("the", "this") for c in token.children)
        opens = article == passage.article.id and passage.offset(token) < first
        if (
            not (definite or opens)
            or not may_be_one_ship(str(token.lower_), nouns)
            or own.split()[-1][:1].isupper()
            or OTHERS & set(own.casefold().split())
        ):
            return actor
        return Actor(name, "vehicle", "ship", named=True)

    def _meet(self, actor: Actor, token: Token, passage: Passage) -> None:
        self._met.add(actor, passage.article.id, passage.offset(token))

    def _only_vehicle(self) -> Actor | None:
        """The one vehicle of the story, where there is one: "the Airbus A310" after "a hijacked plane"."""
        vehicles = self._met.of_kind("vehicle")
        return vehicles[0] if len(vehicles) == 1 else None

    def _latest_party(self, passage: Passage, position: int) -> Actor | None:
        """Those who were named last, in the same article and near: a group, or who was said to travel with others."""
        article, start, end = passage.article.id, position - _REACH, position + _PHRASE
        groups = self._met.near("group", article, start, end)
        # "With her mother and two sons" is told of her.
        led = [(at + _PHRASE, a) for i, at, a in self._company if i == article and start <= at + _PHRASE < end]
        return max((*groups, *led), key=lambda m: m[0], default=(0, None))[1]

    def _latest(self, kind: Kind, passage: Passage, position: int, *, one: bool = False) -> Actor | None:
        """The traveller of this kind named last before the position, in the same article and near; of vehicles perhaps ``one`` alone."""
        met = self._met.near(kind, passage.article.id, position - _REACH, position)
        fitting = [(at, a) for at, a in met if not (one and is_many(a.name))]
        return max(fitting, key=lambda m: m[0])[1] if fitting else None


def _are_kin(tokens: Sequence[Token]) -> bool:
    """Whether two are called by what they are to each other, of a family told of before: "Father and daughter flew home"."""
    return len(tokens) > 1 and all(
        t.pos_ in ("NOUN", "PROPN") and lemma_of(t) in KIN and not any(True for _ in t.lefts) for t in tokens
    )


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


def _aircraft_of(airline: Token) -> Token | None:
    """The aircraft right behind the name of whose it is, or before its number: "the Norair Boeing 737", wherever the parser hangs them."""
    if airline.like_num and airline.i and airline.nbor(-1).dep_ == "compound" and is_type_of_aircraft(airline.nbor(-1)):
        return airline.nbor(-1)
    behind = airline.nbor() if airline.pos_ == "PROPN" and airline.i + 1 < len(airline.doc) else None
    apposed = behind is not None and behind.dep_ == "appos" and behind.head.i == airline.i
    return behind if behind is not None and apposed and is_type_of_aircraft(behind) else None


def _are_more(number: Token, group: Actor) -> bool:
    """Whether a number counts more than there are in a group, and so others: "Some 2,000 people were flown out, 8,000 walked"."""
    count, own = (re.match(r"\d[\d,]*", w) for w in (number.text, group.name))
    return count is not None and own is not None and int(count[0].replace(",", "")[:9]) > int(own[0].replace(",", "")[:9])


def _is_told_in_rank(noun: Token) -> bool:
    """Whether a sentence tells who did something first or last of all: "The last minister to visit X was Y"; it is of him, and of long ago."""
    ranked = any(c.lower_ in ("first", "last", "only") for c in noun.lefts)
    named = noun.dep_ == "nsubj" and noun.head.lower_ == "was" and any(c.dep_ == "attr" for c in noun.head.children)
    return ranked and named and vehicle_mode(noun) == "unknown" and any(c.tag_ == "VB" for c in noun.rights)


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


def _loads(vehicle: Token) -> Iterator[Token]:
    """The nouns that a vehicle carries or belongs to, wherever the parse hangs "belonging to"."""
    for word in (*vehicle.children, *(t for t in vehicle.sent if t.i < vehicle.i and t.lower_ == "belonging")):
        if word.lower_ in ("carrying", "taking", "bringing", "belonging"):
            yield from (t for t in word.subtree if t.dep_ in ("dobj", "pobj"))
