"""The itinerary file as a desk uses it: written, read back, corrected by hand, and refused with reasons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from gazetteer.errors import InputError, OutputError
from geo.journeys.itinerary_file.itinerary import load_itinerary, update_itinerary, write_itinerary
from geo.model import Itinerary, Resolution, Review
from geo.passages import passage_around
from tests.geo.example import FIRST_TEXT, ITINERARY, LEGS, SECOND, STOPS, words

if TYPE_CHECKING:
    from pathlib import Path


def without_candidates(found: Resolution, itinerary: Itinerary, *, passage: bool = False) -> Resolution:
    mention = found.mention
    if passage:
        mention = replace(mention, passage=passage_around(itinerary.article(mention.quote.article), mention.quote))
    return replace(found, mention=mention, candidates=())


def as_kept(itinerary: Itinerary) -> Itinerary:
    """What the file promises to keep of an itinerary."""
    return replace(
        itinerary,
        articles=tuple(replace(article, text="", skipped=()) for article in itinerary.articles),
        claims=tuple(
            replace(
                claim,
                places=tuple(replace(part, resolution=without_candidates(part.resolution, itinerary)) for part in claim.places),
            )
            for claim in itinerary.claims
        ),
        mentions=tuple(without_candidates(found, itinerary, passage=True) for found in itinerary.mentions),
        unlocated=tuple(without_candidates(found, itinerary, passage=True) for found in itinerary.unlocated),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")


def correct(path: Path, old: str, new: str) -> Itinerary:
    """Do what a person does in an editor, once, and load the file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_itinerary(path)


class TestRoundTrip:
    def test_nothing_is_lost(self, path: Path) -> None:
        assert load_itinerary(path) == as_kept(ITINERARY)

    def test_the_second_writing_has_the_same_bytes(self, path: Path, tmp_path: Path) -> None:
        again = write_itinerary(load_itinerary(path), tmp_path / "again.yaml")
        assert again.read_bytes() == path.read_bytes()

    def test_an_empty_itinerary(self, tmp_path: Path) -> None:
        empty = Itinerary(())
        assert load_itinerary(write_itinerary(empty, tmp_path / "empty.yaml")) == empty

    def test_the_article_text_stays_out(self, path: Path) -> None:
        assert "in a light rain" in FIRST_TEXT
        assert "Choir sails for Samoa\n\nSUVA" not in path.read_text(encoding="utf-8")
        assert all(article.text == "" for article in load_itinerary(path).articles)

    def test_the_same_itinerary_has_the_same_bytes(self, path: Path, tmp_path: Path) -> None:
        assert write_itinerary(ITINERARY, tmp_path / "twin.yaml").read_bytes() == path.read_bytes()

    def test_a_signature_is_kept(self, tmp_path: Path) -> None:
        signed = replace(ITINERARY, review=Review("M. Tora", "2024-05-18"))
        assert load_itinerary(write_itinerary(signed, tmp_path / "signed.yaml")).review == signed.review

    def test_another_yaml_reader_sees_the_same_values(self, path: Path) -> None:
        loaded = YAML(typ="safe", pure=True).load(path)
        stop = loaded["journeys"][0]["stops"][1]
        assert (stop["place"]["name"], stop["place"]["lat"]) == ("Apia", -13.83333)
        assert stop["arrive"][0]["date"] == "2024-05-17"
        assert loaded["claims"][0]["quote"]["text"] == ITINERARY.claims[0].quote.text

    def test_a_passage_too_short_to_be_evidence_takes_words_along(self, tmp_path: Path) -> None:
        short = replace(ITINERARY.claims[3], quote=words(SECOND, "docked in Apia"))
        story = replace(ITINERARY, claims=(*ITINERARY.claims[:3], short, *ITINERARY.claims[4:]))
        kept = load_itinerary(write_itinerary(story, tmp_path / "short.yaml")).claim(short.id).quote
        assert kept.text == "The choir, which boarded on Monday, docked in Apia this morning."
        assert SECOND.text[kept.start : kept.end] == kept.text


class TestCorrections:
    def test_a_name(self, path: Path) -> None:
        assert correct(path, "name: Suva", "name: Suva Harbour").journeys[0].stops[0].place.name == "Suva Harbour"

    def test_a_country_that_yaml_once_took_for_no(self, path: Path) -> None:
        assert correct(path, "country: FJ", "country: NO").journeys[0].stops[0].place.country == "NO"

    def test_a_status(self, path: Path) -> None:
        assert correct(path, "status: denied", "status: planned").journeys[0].stops[2].status == "planned"

    def test_a_position(self, path: Path) -> None:
        place = correct(path, "lat: -18.14161", "lat: -18").journeys[0].stops[0].place
        assert (place.lat, place.lon) == (-18.0, 178.44149)

    def test_a_date_in_quotes_or_bare(self, path: Path) -> None:
        quoted = correct(path, 'date: "2024-05-14"', 'date: "2024-05-12"')
        bare = correct(path, 'date: "2024-05-12"', "date: 2024-05-11")
        assert [story.journeys[0].stops[0].depart[0].edtf for story in (quoted, bare)] == ["2024-05-12", "2024-05-11"]

    @pytest.mark.parametrize("date", ["2024", "2024-05", "XXXX-05-11", "2024-05-11/2024-05-13", "XXXX-12-30/XXXX-01-02"])
    def test_a_date_without_any_words(self, path: Path, date: str) -> None:
        stop = (
            correct(path, "    name_in_text: Tokelau\n", f"    name_in_text: Tokelau\n    arrive: {date}\n").journeys[0].stops[2]
        )
        assert [when.edtf for when in stop.arrive] == [date]

    def test_a_removed_stop_takes_its_legs_along(self, path: Path) -> None:
        journey = correct(path, "    id: stop-tokelau\n", "    id: stop-tokelau\n    removed: true\n").journeys[0]
        assert [(stop.number, stop.id) for stop in journey.stops] == [(1, "stop-suva"), (2, "stop-apia")]
        assert [leg.id for leg in journey.legs] == ["leg-1"]

    def test_so_does_a_stop_whose_block_is_deleted(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        start, end = text.index("  - place:\n      name: Tokelau"), text.index("  legs:")
        journey = correct(path, text[start:end], "").journeys[0]
        assert [leg.id for leg in journey.legs] == ["leg-1"]

    def test_what_stood_on_a_removed_claim_alone_goes_too(self, path: Path) -> None:
        claim = ITINERARY.claims[2].id
        journey = correct(path, f'  id: "{claim}"\n', f'  id: "{claim}"\n  removed: true\n').journeys[0]
        assert [stop.id for stop in journey.stops] == ["stop-suva", "stop-apia"]

    def test_sources_never_outnumber_the_claims_that_are_left(self, path: Path) -> None:
        claim = ITINERARY.claims[3].id
        apia = correct(path, f'  id: "{claim}"\n', f'  id: "{claim}"\n  removed: true\n').journeys[0].stops[1]
        assert (apia.claims, apia.sources) == ((ITINERARY.claims[0].id,), 1)

    def test_an_added_stop_needs_a_name_and_a_position(self, path: Path) -> None:
        added = "  - place: {name: Pago Pago, lat: -14.28, lon: -170.7}\n"
        stops = correct(path, "  - place:\n      name: Tokelau", f"{added}  - place:\n      name: Tokelau").journeys[0].stops
        assert [(stop.number, stop.place.name) for stop in stops] == [(1, "Suva"), (2, "Apia"), (3, "Pago Pago"), (4, "Tokelau")]
        assert (stops[2].status, stops[2].claims, stops[2].sources) == ("possible", (), 0)

    def test_a_leg_to_an_added_stop(self, path: Path) -> None:
        added = "  - id: mine\n    place: {name: Pago Pago, lat: -14.28, lon: -170.7}\n    status: planned\n"
        correct(path, "  legs:\n", f"{added}  legs:\n  - {{from: stop-apia, to: mine, mode: plane}}\n")
        leg = load_itinerary(path).journeys[0].legs[0]
        assert (leg.origin, leg.destination, leg.mode) == ("stop-apia", "mine", "plane")

    def test_notes_and_ticks(self, path: Path) -> None:
        stop = (
            correct(path, "    checked: false\n", "    checked: true\n    note: rang the harbour master\n").journeys[0].stops[0]
        )
        assert stop.checked

    def test_windows_line_ends_and_a_byte_order_mark(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(text.encode("utf-8-sig"))
        assert load_itinerary(path) == as_kept(ITINERARY)


class TestLaterReading:
    """`update_itinerary`: the reader reads again, and what a person did stays."""

    def test_without_corrections_the_file_follows_the_reading(self, path: Path) -> None:
        other = replace(ITINERARY, conflicts=())
        assert update_itinerary(other, path) == as_kept(other)
        assert "departure from Suva" not in path.read_text(encoding="utf-8")

    def test_a_file_that_was_not_there_is_written(self, tmp_path: Path) -> None:
        assert update_itinerary(ITINERARY, tmp_path / "new.yaml") == as_kept(ITINERARY)

    @pytest.mark.parametrize("name", ["null", "NO", "12", "true", "a: b", "\u2028x\u202e", "'\"#", "- x"])
    def test_it_gives_what_the_file_says_when_it_is_loaded(self, tmp_path: Path, name: str) -> None:
        renamed = replace(STOPS[0], place=replace(STOPS[0].place, name=name))
        again = replace(ITINERARY, journeys=(replace(ITINERARY.journeys[0], stops=(renamed, *STOPS[1:])), ITINERARY.journeys[1]))
        for reading in (again, replace(again, conflicts=())):
            assert update_itinerary(reading, tmp_path / "new.yaml") == load_itinerary(tmp_path / "new.yaml")

    def test_a_corrected_element_wins_and_the_others_follow(self, path: Path) -> None:
        correct(path, "status: denied", "status: planned")
        suva = replace(STOPS[0], confidence=0.5)
        again = replace(ITINERARY, journeys=(replace(ITINERARY.journeys[0], stops=(suva, *STOPS[1:])), ITINERARY.journeys[1]))
        stops = update_itinerary(again, path).journeys[0].stops
        assert [(stop.status, stop.confidence) for stop in stops] == [("happened", 0.5), ("happened", 0.97), ("planned", 0.8)]

    def test_a_removed_stop_stays_removed_reading_after_reading(self, path: Path) -> None:
        correct(path, "    id: stop-tokelau\n", "    id: stop-tokelau\n    removed: true\n")
        other = replace(ITINERARY, conflicts=())
        for _ in range(2):
            assert [stop.id for stop in update_itinerary(other, path).journeys[0].stops] == ["stop-suva", "stop-apia"]
        assert path.read_text(encoding="utf-8").count("    removed: true\n") == 1

    def test_an_added_stop_stays_where_it_stands(self, path: Path) -> None:
        added = "  - place: {name: Pago Pago, lat: -14.28, lon: -170.7}\n    note: from the agent\n"
        correct(path, "  - place:\n      name: Tokelau", f"{added}  - place:\n      name: Tokelau")
        for _ in range(2):
            names = [stop.place.name for stop in update_itinerary(replace(ITINERARY, conflicts=()), path).journeys[0].stops]
            assert names == ["Suva", "Apia", "Pago Pago", "Tokelau"]
        assert "note: from the agent" in path.read_text(encoding="utf-8")

    def test_an_added_stop_stays_behind_the_last_one_that_is_left(self, path: Path) -> None:
        added = "  - place: {name: Pago Pago, lat: -14.28, lon: -170.7}\n"
        correct(path, "  legs:\n", f"{added}  legs:\n")
        short = replace(ITINERARY.journeys[0], stops=STOPS[:2], legs=LEGS[:1])
        stops = update_itinerary(replace(ITINERARY, journeys=(short,)), path).journeys[0].stops
        assert [stop.place.name for stop in stops] == ["Suva", "Apia", "Pago Pago"]

    def test_a_claim_that_a_corrected_stop_stands_on_stays(self, path: Path) -> None:
        correct(path, "status: past", "status: happened")
        less = replace(
            ITINERARY,
            claims=tuple(claim for claim in ITINERARY.claims if claim.id != ITINERARY.claims[1].id),
            journeys=ITINERARY.journeys[:1],
        )
        after = update_itinerary(less, path)
        assert after.journeys[1].stops[0].status == "happened"
        assert ITINERARY.claims[1].id in {claim.id for claim in after.claims}

    def test_a_corrected_leg_keeps_the_stop_that_the_reader_lost(self, path: Path) -> None:
        correct(path, "    mode: unknown\n", "    mode: plane\n")
        short = replace(ITINERARY.journeys[0], stops=STOPS[:2], legs=LEGS[:1])
        journey = update_itinerary(replace(ITINERARY, journeys=(short,)), path).journeys[0]
        assert [stop.id for stop in journey.stops] == ["stop-suva", "stop-apia", "stop-tokelau"]
        assert journey.legs[1].mode == "plane"

    def test_a_tick_holds_only_for_what_was_ticked(self, path: Path) -> None:
        correct(path, "    checked: false\n", "    checked: true\n")
        assert update_itinerary(replace(ITINERARY, conflicts=()), path).journeys[0].stops[0].checked
        suva = replace(STOPS[0], confidence=0.5)
        again = replace(ITINERARY, journeys=(replace(ITINERARY.journeys[0], stops=(suva, *STOPS[1:])),))
        assert not update_itinerary(again, path).journeys[0].stops[0].checked

    def test_the_same_reading_leaves_the_file_and_its_signature(self, path: Path) -> None:
        correct(path, 'reviewed_by: ""', "reviewed_by: M. Tora")
        before = path.read_bytes()
        assert update_itinerary(ITINERARY, path).review.signed
        assert path.read_bytes() == before

    def test_a_new_reading_is_unsigned(self, path: Path) -> None:
        correct(path, 'reviewed_by: ""', "reviewed_by: M. Tora")
        assert not update_itinerary(replace(ITINERARY, conflicts=()), path).review.signed

    def test_signing_keeps_the_corrections(self, path: Path) -> None:
        corrected = correct(path, "status: denied", "status: planned")
        update_itinerary(replace(corrected, review=Review("M. Tora", "2024-05-18")), path)
        again = update_itinerary(ITINERARY, path)
        assert again.journeys[0].stops[2].status == "planned"
        assert again.review.signed


class TestFaults:
    def faults(self, path: Path, old: str, new: str) -> str:
        with pytest.raises(InputError) as caught:
            correct(path, old, new)
        return str(caught.value)

    def test_all_are_told_together_with_their_lines(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines()
        status, lat = lines.index("    status: happened") + 1, lines.index("      lat: -18.14161") + 1
        path.write_text(
            path.read_text(encoding="utf-8").replace("    status: happened", "    status: hapened", 1), encoding="utf-8"
        )
        message = self.faults(path, "lat: -18.14161", "lat: ninety")
        assert message == (
            f"itinerary.yaml: mend these 2 things and try again:\n  line {lat}: lat 'ninety' is not a number\n  line {status}: status 'hapened' is "
            "none of happened, under_way, planned, possible, denied, past (did you mean 'happened'?)"
        )

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("    name_in_text:", "    name_in_txt:", "did you mean 'name_in_text'?"),
            ("lon: 178.44149", "lon: 278.4", "lon 278.4 must be -180 or more and 180 or less"),
            ('date: "2024-05-14"', "date: 2024-02-31", "'2024-02-31' is no date"),
            ('date: "2024-05-14"', "date: 14 May", "date '14 May' is not a date in EDTF"),
            ("dateline: 1", "dateline: 2", "this program reads version 1"),
            ("dateline: 1\n", "", "has no dateline"),
            ("text: on Tuesday", "text: on Wednesday", "a passage is never altered"),
            ("id: stop-apia", "id: stop-suva", "the id 'stop-suva' stands twice"),
            ("to: stop-tokelau  # Tokelau", "to: stop-tonga", "'stop-tonga' is the id of no stop of this journey"),
            ('    - "', '    - "x', "is the id of no claim"),
            ("checked: false", "checked: maybe", "checked is true or false, not 'maybe'"),
            ("      lat: -18.14161\n", "", "place has no lat"),
            ("country: FJ", "country: false", "country 'false' is not two capital letters, such as NO"),
            ("country: FJ", "country: Fiji", "country 'Fiji' is not two capital letters"),
            ("sources: 1", "sources: 1.5", "is not a whole number"),
            ("    status: happened", "    status: [happened]", "status must be a single string"),
            ("    status: happened", "    status: &a happened", "aliases and anchors"),
            ("    status: happened", "    status: *a", "aliases and anchors"),
            ("    status: happened", "    status: !!python/object happened", "tags"),
            ("name_in_text: Suva", "name_in_text: Suva\n    name_in_text: Suva", "stands twice in one block"),
            ("dateline: 1", "dateline: 1\n---\ndateline: 1", "a second document"),
            ("dateline: 1", "dateline: [1", "is not YAML"),
            ("dateline: 1", "dateline: 1\nnote: " + "[" * 50 + "]" * 50, "nested too deeply"),
            ("dateline: 1", "dateline: \x00", "does not allow"),
        ],
    )
    def test_each_is_named_with_its_line(self, path: Path, old: str, new: str, said: str) -> None:
        message = self.faults(path, old, new)
        assert said in message
        assert message.startswith("itinerary.yaml")
        assert "line " in message or "\x00" in new

    def test_many_faults_are_counted(self, path: Path) -> None:
        path.write_text(path.read_text(encoding="utf-8").replace("kind: place", "kind: spot"), encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace("text: ", "txt: "), encoding="utf-8")
        with pytest.raises(InputError, match=r"\n  and [0-9]+ more"):
            load_itinerary(path)

    @pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "{}"])
    def test_some_other_file(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "other.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match=r"^other\.yaml: mend this"):
            load_itinerary(tmp_path / "other.yaml")

    def test_passages_without_the_block_of_articles_are_one_fault(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("\narticles:")] + "\narticles: null\n", encoding="utf-8")
        with pytest.raises(InputError, match=r"mend this and try again: line [0-9]+: the block 'articles' is missing"):
            load_itinerary(path)

    def test_an_article_is_called_one(self, tmp_path: Path) -> None:
        (tmp_path / "monday.md").write_text("---\ntitle: A trip\n---\nShe left.\n", encoding="utf-8")
        with pytest.raises(InputError, match=r"monday\.md is an article, not an itinerary; give the file .*: dateline read"):
            load_itinerary(tmp_path / "monday.md")

    def test_a_missing_file_and_one_that_is_not_text(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r"absent\.yaml: can't be read"):
            load_itinerary(tmp_path / "absent.yaml")
        (tmp_path / "picture.yaml").write_bytes(b"\x89PNG\xff\xfe")
        with pytest.raises(InputError, match="not UTF-8"):
            load_itinerary(tmp_path / "picture.yaml")

    def test_a_file_too_large_is_not_read(self, tmp_path: Path) -> None:
        with (tmp_path / "huge.yaml").open("wb") as file:
            file.truncate(20_000_001)
        with pytest.raises(InputError, match="too many for an itinerary"):
            load_itinerary(tmp_path / "huge.yaml")


class TestWriting:
    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(OutputError, match="can't be written"):
            write_itinerary(ITINERARY, tmp_path / "absent" / "itinerary.yaml")

    def test_a_folder_in_the_files_place_is_left_and_no_scrap_remains(self, tmp_path: Path) -> None:
        (tmp_path / "itinerary.yaml").mkdir()
        with pytest.raises(OutputError, match=r"itinerary\.yaml"):
            write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")
        assert [entry.name for entry in tmp_path.iterdir()] == ["itinerary.yaml"]

    def test_a_fault_in_the_old_file_leaves_it_whole(self, path: Path) -> None:
        path.write_text("dateline: 7\n", encoding="utf-8")
        with pytest.raises(InputError):
            update_itinerary(ITINERARY, path)
        assert path.read_text(encoding="utf-8") == "dateline: 7\n"
