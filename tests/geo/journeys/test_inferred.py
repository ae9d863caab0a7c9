"""Inferred claims in the itinerary file: written, read back, ticked, corrected, and what changed in words."""

from dataclasses import replace

import pytest

from geo.desk.facts import changes_between, facts_of
from geo.desk.look import findings
from geo.desk.model import Change
from geo.journeys.itinerary_file.itinerary import load_itinerary, update_itinerary, write_itinerary
from geo.journeys.itinerary_file.ticks import carry_ticks
from tests.maps import example

ITINERARY, _ = example.inferred_trip()


@pytest.fixture
def path(tmp_path):
    return write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")


def bases(itinerary):
    return {stop.place.name: stop.basis for stop in itinerary.journeys[0].stops}


def correct(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_itinerary(path)


class TestFile:
    def test_it_keeps_what_is_inferred(self, path):
        assert bases(load_itinerary(path)) == {
            "Berlin": "stated", "Prague": "stated", "Vienna": "inferred", "Budapest": "inferred",
        }  # fmt: skip

    def test_only_what_is_inferred_has_the_key_so_an_older_file_reads_as_stated(self, path):
        assert path.read_text(encoding="utf-8").count("basis: inferred") == 2
        path.write_text(path.read_text(encoding="utf-8").replace("  basis: inferred\n", ""), encoding="utf-8")
        assert set(bases(load_itinerary(path)).values()) == {"stated"}

    def test_a_stop_that_stands_on_a_stated_claim_too_is_stated(self, path):
        told = correct(path, "    claims:\n    - i2\n", "    claims:\n    - i2\n    - i1\n")
        assert bases(told)["Vienna"] == "stated"

    def test_a_stop_that_a_person_added_is_stated(self, path):
        told = correct(path, "  stops:\n", "  stops:\n  - place: {name: Linz, lat: 48.3, lon: 14.3}\n")
        assert bases(told)["Linz"] == "stated"


class TestCorrections:
    def test_a_tick_says_that_a_person_agrees_and_it_stays_inferred(self, path):
        ticked = carry_ticks(path, {"i2"})
        assert [(claim.checked, claim.basis) for claim in ticked.claims[1:2]] == [(True, "inferred")]
        assert bases(load_itinerary(path))["Vienna"] == "inferred"

    def test_without_the_key_it_is_stated_and_a_later_reading_leaves_it_so(self, path):
        correct(path, "  basis: inferred\n", "")
        assert bases(update_itinerary(ITINERARY, path))["Vienna"] == "stated"

    def test_nobody_is_its_source_until_a_person_finds_a_report(self, tmp_path):
        unreported = tuple(replace(s, sources=0) if s.basis == "inferred" else s for s in ITINERARY.journeys[0].stops)
        path = write_itinerary(
            replace(ITINERARY, journeys=(replace(ITINERARY.journeys[0], stops=unreported),)), tmp_path / "i.yaml"
        )
        before, after = load_itinerary(path), correct(path, "  basis: inferred\n", "")
        assert [{s.place.name: s.sources for s in told.journeys[0].stops}["Vienna"] for told in (before, after)] == [0, 1]

    def test_what_a_person_removed_stays_out(self, path):
        correct(path, "  id: i2\n", "  id: i2\n  removed: true\n")
        assert "Vienna" not in bases(update_itinerary(ITINERARY, path))


class TestDesk:
    def test_an_editor_is_told_to_look(self):
        said = [finding.what for finding in findings(ITINERARY) if finding.where.startswith("3. Vienna")]
        assert said[0] == "no report of a stop here was found: it is inferred from the context"
        assert not any("one source" in what for what in said)

    def test_a_report_that_was_found_later_is_a_change(self):
        journey = ITINERARY.journeys[0]
        found = tuple(replace(stop, basis="stated") for stop in journey.stops)
        later = replace(ITINERARY, journeys=(replace(journey, stops=found),))
        assert Change("stop", "Vienna", "basis", "inferred", "") in changes_between(facts_of(ITINERARY), facts_of(later))
