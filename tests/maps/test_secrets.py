"""A secret in every field of an itinerary that the allow-list does not name, in file names and in notes: in no published file of any format."""

import json
import re
from importlib.resources import files

import pytest

import geo
from geo.journeys.itinerary_file.to_document import to_document
from geo.journeys.itinerary_file.yaml_text import to_yaml
from tests.maps import example
from tests.published import contents, publish_everything, published_files

#: Fields of the file whose words may reach a reader, by the kind of element that holds them.
ALLOWED = {
    "review.reviewed_by",
    *(f"{kind}.{field}" for kind in ("stop", "meeting") for field in ("name_in_text",)),
    *(f"{holder}.name" for holder in ("place", "source", "traveller")),
    "traveller.aliases",
    "journey.title",
    "meeting.participants",
    "claim.companions",
    "conflict.about",
    "side.value",
    *(f"article.{field}" for field in ("title", "publisher", "lang")),
    "unlocated.reasons",
}  # fmt: skip
#: Fields that tie elements together or are checked word by word: a secret in them would make the file wrong.
TIED = set(
    "id read from to of at text traveller journey claims dateline version date before after date url country kind admin1 admin2 members bbox seal as_of sha256 retracted".split()
)
#: What the lists of the schema hold, in words.
KINDS = {
    "journeys": "journey", "stops": "stop", "legs": "leg", "meetings": "meeting", "conflicts": "conflict", "values": "side", "travellers": "traveller",
    "claims": "claim", "mentions": "mention", "unlocated": "unlocated", "articles": "article", "places": "role", "attribution": "source", "via": "place",
    "review": "review", "safety": "safety", "place": "place", "publication": "publication",
}  # fmt: skip
SCHEMA = json.loads(files("geo.journeys.itinerary_file").joinpath("schema.json").read_text(encoding="utf-8"))
WORD = re.compile(r"zqsecret\d+qz")


class Planter:
    """Puts a secret into every field of words that the schema knows, also where nothing stood, and remembers which field it was."""

    def __init__(self):
        self.planted = {}

    def secret(self, field):
        word = f"zqsecret{len(self.planted)}qz"
        self.planted[word] = field
        return word

    def plant(self, value, schema, kind=""):
        schema = self.resolved(schema)
        if "properties" not in schema:
            return
        for name, given in schema["properties"].items():
            field, form = f"{kind}.{name}", self.resolved(given)
            if name in value and name in KINDS and form.get("type") in ("array", "object"):
                for each in value[name] if isinstance(value[name], list) else [value[name]]:
                    if isinstance(each, dict):
                        self.plant(each, form.get("items", form), KINDS[name])
            elif name not in TIED and self.is_words(form):
                value[name] = (
                    [*value.get(name, []), self.secret(field)]
                    if form["type"] == "array"
                    else self.extended(value.get(name, ""), field)
                )
            elif name == "safety" and kind in ("stop", "journey"):
                value[name] = {"show": "exact", "by": self.secret("safety.by"), "reason": self.secret("safety.reason")}

    def extended(self, text, field):
        return f"{text} {self.secret(field)}".strip()

    def is_words(self, form):
        if form.get("type") == "array":
            return self.is_words(self.resolved(form["items"]))
        return form.get("type") == "string" and "enum" not in form and "pattern" not in form

    def resolved(self, schema):
        return SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


@pytest.fixture(scope="module", params=["none", "short", "full"])
def published(request, tmp_path_factory):
    """Which field each secret was planted in, and all that was published."""
    folder = tmp_path_factory.mktemp("zqsecretdeskqz")
    document = json.loads(json.dumps(to_document(example.rail_trip()[0])))
    planter = Planter()
    planter.plant(document, SCHEMA)
    document["claims"].append(unused(document["claims"][0], planter))
    removed = {
        **document["journeys"][0]["stops"][-1],
        "id": "gone",
        "removed": True,
        "name_in_text": planter.secret("removed.name_in_text"),
    }
    document["journeys"][0]["stops"].append(removed)
    desk = folder / "zqsecretfileqz.yaml"
    desk.write_text(to_yaml(document, {}), encoding="utf-8")
    geo.load_itinerary(desk)
    publish_everything(desk, folder / "out", "--quotes", request.param)
    return request.param, planter.planted, {path.name: contents(path) for path in published_files(folder / "out")}


def unused(claim, planter):
    """A claim on which nothing stands."""
    words = planter.secret("unused.quote")
    at = claim["quote"]["at"].split(":")[0]
    return {**claim, "id": "unused", "quote": {"text": words, "at": f"{at}:0-{len(words)}"}, "traveller": "Ilse Brandt"}


def found(data):
    return {word.decode() for word in re.findall(rb"zqsecret\w+?qz", data)}


class TestPublishedFiles:
    def test_hold_only_what_is_allowed(self, published):
        _, planted, out = published
        assert {name: sorted({planted.get(word, word) for word in found(data)} - ALLOWED) for name, data in out.items()} == {
            key: [] for key in out
        }

    def test_hold_what_readers_are_to_see(self, published):
        _, planted, out = published
        seen = {planted[word] for data in out.values() for word in found(data)}
        assert {"place.name", "article.title", "meeting.participants"} <= seen

    def test_hold_as_much_of_a_passage_as_was_asked_for(self, published):
        quotes, _, out = published
        # The passage of the stop in Belgrade is 42 words long: its beginning is near the place's name, its end is not.
        heads = [name for name, data in out.items() if b"She may go on to Belgrade" in data]
        tails = [name for name, data in out.items() if b"when that could be done" in data]
        assert bool(heads) == (quotes != "none")
        assert bool(tails) == (quotes == "full")


def test_every_field_of_words_was_planted():
    planter = Planter()
    document = json.loads(json.dumps(to_document(example.rail_trip()[0])))
    planter.plant(document, SCHEMA)
    assert {
        "article.name",
        "claim.note",
        "stop.note",
        "traveller.described",
        "mention.reasons",
        "review.note",
        "safety.reason",
    } <= set(planter.planted.values())


def test_a_long_text_in_an_article_is_not_published(tmp_path):
    itinerary = geo.write_itinerary(example.rail_trip()[0], tmp_path / "itinerary.yaml")
    publish_everything(itinerary, tmp_path / "out")
    for path in published_files(tmp_path / "out"):
        assert example.WIRE.encode() not in contents(path)
