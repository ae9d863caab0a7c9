"""What a person decided in an itinerary file outlives whatever a later reading says: or it is told, and stays in the file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import geo
from gazetteer.model import Kind, Place
from geo.journeys.itinerary_file.itinerary import load_itinerary, update_itinerary, write_itinerary
from tests.geo.journeys.itinerary_file.readings import At, Said, Trip, at, reading

if TYPE_CHECKING:
    from pathlib import Path

    from geo.journeys.itinerary_file.carried import Carried
    from geo.model import Itinerary

TURKU = Place("geonames:633679", "Turku", Kind("P", "PPLA"), 60.45148, 22.26869, "FI", "02", population=175945)
NAANTALI = Place("geonames:637292", "Naantali", Kind("P", "PPL"), 60.46744, 22.02428, "FI", "02", population=18000)
TAMPERE = Place("geonames:634963", "Tampere", Kind("P", "PPLA"), 61.49911, 23.78712, "FI", "06", population=202687)
OULU = Place("geonames:643492", "Oulu", Kind("P", "PPLA"), 65.01236, 25.46816, "FI", "08", population=136000)
VAASA = Place("geonames:632978", "Vaasa", Kind("P", "PPLA"), 63.096, 21.61577, "FI", "13", population=57000)
PLAN = Said("1.md", "Elsa Niemi will travel to Turku on Wednesday.", "planned")
DONE = Said("2.md", "Elsa Niemi arrived in Turku on Wednesday.")
THREAT = "safety: {show: none, by: Jo, reason: threat}"

PLANNED = reading(Trip("Elsa Niemi", [at(TURKU, PLAN)]))
#: The later readings of one planned stop: it came true, its article is worded otherwise, another article tells of it first, it came to be somebody
#: else's by another spelling of the name.
LATER = {
    "came true": reading(Trip("Elsa Niemi", [at(TURKU, DONE, PLAN)])),
    "other words": reading(
        Trip("Elsa Niemi", [at(TURKU, PLAN._replace(words="Elsa Niemi is to travel to Turku on Wednesday."))])
    ),
    "another sentence": reading(Trip("Elsa Niemi", [at(TURKU, PLAN)]), also=[("1.md", "It rained.")]),
    "told anew": reading(
        Trip(
            "Elsa Niemi",
            [at(TURKU, Said("1.md", "The train of Elsa Niemi, who is expected in Turku, leaves at noon.", "planned"))],
        )
    ),
    "longer": reading(
        Trip(
            "Elsa Niemi",
            [at(VAASA, Said("3.md", "Niemi left Vaasa.")), at(TURKU, DONE, PLAN), at(OULU, Said("3.md", "She went on to Oulu."))],
        )
    ),
    "whole name": reading(Trip("Elsa Maria Niemi", [at(TURKU, DONE)])),
}


class File:
    """An itinerary file on a desk: corrected by hand, and read again."""

    def __init__(self, path: Path, first: Itinerary) -> None:
        self.path = write_itinerary(first, path)
        self.told: list[Carried] = []

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def write(self, mark: str, *, into: str = "Turku", nth: int = 0) -> File:
        """Put a line into the nth stop, or meeting, at a place."""
        return self.change(f"    name_in_text: {into}\n", f"    name_in_text: {into}\n    {mark}\n", nth)

    def change(self, old: str, new: str, nth: int = 0) -> File:
        parts = self.text.split(old)
        assert len(parts) > nth + 1, old
        text = f"{old.join(parts[: nth + 1])}{new}{old.join(parts[nth + 1 :])}"
        self.path.write_text(text, encoding="utf-8")
        load_itinerary(self.path)
        return self

    def read(self, later: Itinerary) -> Itinerary:
        self.told = []
        return update_itinerary(later, self.path, tell=self.told.append)

    @property
    def outcomes(self) -> set[tuple[str, str, str]]:
        return {(one.name, one.decision, one.outcome) for one in self.told}


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "itinerary.yaml", PLANNED)


def drawn(itinerary: Itinerary) -> list[tuple[str, str]]:
    return [(stop.place.name, stop.status) for journey in itinerary.journeys for stop in journey.stops]


def public(itinerary: Itinerary) -> str:
    """All words that are published of an itinerary."""
    published = geo.publish(itinerary, quotes="full").itinerary
    return f"{published} {geo.to_geojson(published, geo.build_routes(published))}"


@pytest.mark.parametrize("later", LATER)
class TestOneStop:
    def test_hidden_for_safety_stays_hidden(self, file: File, later: str) -> None:
        after = file.write(THREAT).read(LATER[later])
        assert "Turku" in {name for name, _ in drawn(after)}
        assert "Turku" not in public(after)
        assert "Turku" not in public(load_itinerary(file.path))

    def test_removed_stays_removed(self, file: File, later: str) -> None:
        after = file.write("removed: true").read(LATER[later])
        assert "Turku" not in {name for name, _ in drawn(after)}
        assert file.text.count("    removed: true\n") == 1

    def test_a_note_stays(self, file: File, later: str) -> None:
        file.write("note: ask the embassy").read(LATER[later])
        assert file.text.count("    note: ask the embassy\n") == 1
        assert "untold" not in file.text.partition("journeys:")[2]

    def test_a_new_name_stays(self, file: File, later: str) -> None:
        after = file.change("name: Turku", "name: Åbo").read(LATER[later])
        assert [name for name, _ in drawn(after)].count("Åbo") == 1
        assert "Turku" not in {name for name, _ in drawn(after)}
        assert dict(drawn(after))["Åbo"] == dict(drawn(LATER[later]))["Turku"], "and all else follows the reading"

    def test_another_place_stays(self, file: File, later: str) -> None:
        file.change("name: Turku", "name: Pori").change("lat: 60.45148", "lat: 61.48").change("id: geonames:633679", "id: desk:1")
        names = [name for name, _ in drawn(file.read(LATER[later]))]
        assert "Turku" not in names
        assert names.count("Pori") == 1

    def test_a_status_stays(self, file: File, later: str) -> None:
        after = file.change("    status: planned", "    status: possible").read(LATER[later])
        assert [status for name, status in drawn(after) if name == "Turku"] == ["possible"]

    def test_a_date_stays(self, file: File, later: str) -> None:
        after = file.write("arrive: 2024-06-02").read(LATER[later])
        stop = next(stop for stop in after.journeys[0].stops if stop.place.name == "Turku")
        assert [when.edtf for when in stop.arrive] == ["2024-06-02"]
        assert stop.status == dict(drawn(LATER[later]))["Turku"]

    def test_the_second_time_nothing_changes(self, file: File, later: str) -> None:
        file.write(THREAT).write("note: ask the embassy").change("    status: planned", "    status: possible").read(LATER[later])
        before = file.text
        file.read(LATER[later])
        assert file.text == before
        assert file.told == []


class TestTold:
    def test_that_it_is_still_removed_and_told_as_happened(self, file: File) -> None:
        file.write("removed: true").read(LATER["came true"])
        (one,) = file.told
        assert (one.name, one.decision, one.outcome, one.before, one.told) == ("Turku", "removed", "kept", "planned", "happened")

    def test_that_it_is_still_hidden(self, file: File) -> None:
        file.write(THREAT).read(LATER["came true"])
        (one,) = file.told
        assert one.safety is not None
        assert (one.decision, one.outcome, one.safety.by) == ("safety", "kept", "Jo")

    def test_that_a_tick_fell(self, file: File) -> None:
        after = file.change("    checked: false", "    checked: true").read(LATER["came true"])
        assert not after.journeys[0].stops[0].checked
        assert file.outcomes == {("Turku", "checked", "fell")}

    def test_a_tick_stays_where_only_other_sentences_changed(self, file: File) -> None:
        claim = "  background: false\n  places:"
        file.change("    checked: false", "    checked: true").change(claim, f"  checked: true\n{claim}")
        after = file.read(LATER["another sentence"])
        assert after.journeys[0].stops[0].checked
        assert after.claims[0].checked
        assert file.told == []

    def test_what_was_corrected_and_is_told_otherwise(self, file: File) -> None:
        file.change("    status: planned", "    status: possible").read(LATER["came true"])
        (one,) = file.told
        assert (one.field, one.value, one.told) == ("status", "possible", "happened")

    def test_nothing_where_nothing_changed(self, file: File) -> None:
        file.write(THREAT).write("note: hm").change("    checked: false", "    checked: true").read(PLANNED)
        assert file.told == []


class TestNoLongerTold:
    """The article says nothing of the stop any more."""

    @pytest.fixture
    def later(self) -> Itinerary:
        return reading(
            Trip("Elsa Niemi", [at(OULU, Said("1.md", "Elsa Niemi will travel to Oulu."))]), mentioned=[("1.md", TURKU)]
        )

    @pytest.mark.parametrize("show", ["none", "area"])
    def test_what_was_hidden_stays_hidden_also_where_it_is_only_mentioned(self, file: File, later: Itinerary, show: str) -> None:
        after = file.write(f"safety: {{show: {show}, by: Jo, reason: threat}}").read(later)
        assert drawn(after) == [("Oulu", "happened")]
        assert "Turku" not in public(after)
        assert "Turku" not in public(load_itinerary(file.path))
        assert ("Turku", "safety", "untold") in file.outcomes

    def test_and_where_it_was_removed_too(self, file: File, later: Itinerary) -> None:
        assert "Turku" not in public(file.write("removed: true").write(THREAT).read(later))

    def test_a_note_stays_in_the_file_and_nothing_is_drawn(self, file: File, later: Itinerary) -> None:
        after = file.write("note: ask the embassy").read(later)
        assert drawn(after) == [("Oulu", "happened")]
        assert "note: ask the embassy" in file.text
        assert file.outcomes == {("Turku", "note", "untold")}

    def test_and_is_back_when_it_is_told_again(self, file: File, later: Itinerary) -> None:
        file.write("note: ask the embassy").write(THREAT).read(later)
        file.read(later)
        assert file.told == [], "it is told once"
        after = file.read(LATER["came true"])
        assert ("Turku", "happened") in drawn(after)
        assert "Turku" not in public(after)
        assert file.text.count("note: ask the embassy") == 1

    def test_where_its_own_passage_names_another_place_now_that_is_hidden_too(self, file: File, later: Itinerary) -> None:
        assert "Oulu" not in public(file.write(THREAT).read(later))
        assert ("Oulu", "safety", "also") in file.outcomes

    def test_what_was_removed_is_still_removed_when_it_is_told_again(self, file: File, later: Itinerary) -> None:
        file.write("removed: true").read(later)
        assert file.outcomes == {("Turku", "removed", "untold")}
        assert "Turku" not in {name for name, _ in drawn(file.read(LATER["came true"]))}

    def test_what_was_corrected_stays_drawn_and_is_told(self, file: File, later: Itinerary) -> None:
        after = file.change("    status: planned", "    status: possible").read(later)
        assert ("Turku", "possible") in drawn(after)
        assert file.outcomes == {("Turku", "corrected", "untold")}

    def test_what_was_checked_is_told(self, file: File, later: Itinerary) -> None:
        file.change("    checked: false", "    checked: true").read(later)
        assert ("Turku", "checked", "untold") in file.outcomes

    def test_a_journey_that_disappears(self, file: File) -> None:
        later = reading(Trip("Otto Berg", [at(OULU, Said("1.md", "Otto Berg went to Oulu."))]))
        after = (
            file.write("note: ask the embassy").change("  background: false\n", f"  background: false\n  {THREAT}\n").read(later)
        )
        assert drawn(after) == [("Oulu", "happened")]
        assert "note: ask the embassy" in file.text
        assert len(after.withheld) == 1
        assert file.told
        assert "Turku" not in public(file.read(LATER["came true"]))

    def test_a_removed_journey_that_disappears_and_comes_back(self, file: File) -> None:
        file.change("  background: false\n", "  background: false\n  removed: true\n")
        file.read(reading(Trip("Otto Berg", [at(OULU, Said("1.md", "Otto Berg went to Oulu."))])))
        assert file.outcomes == {("Elsa Niemi", "removed", "untold")}
        assert drawn(file.read(LATER["came true"])) == []


class TestSeveral:
    ROUND = (
        at(TURKU, Said("1.md", "Elsa Niemi set out from Turku on Monday.")),
        at(TAMPERE, Said("1.md", "She stopped in Tampere for a day.")),
        at(TURKU, Said("1.md", "On Friday she was back in Turku.")),
    )

    @pytest.fixture
    def round_trip(self, tmp_path: Path) -> File:
        return File(tmp_path / "itinerary.yaml", reading(Trip("Elsa Niemi", self.ROUND)))

    @pytest.mark.parametrize("nth", [0, 1])
    def test_a_round_trip_of_which_one_end_was_removed(self, round_trip: File, nth: int) -> None:
        round_trip.write("removed: true", nth=nth)
        kept = [self.ROUND[2].said[0].words, self.ROUND[0].said[0].words][nth]
        for more in ("It rained.", "It rained all day."):
            after = round_trip.read(reading(Trip("Elsa Niemi", self.ROUND), also=[("1.md", more)]))
            turku = [stop for stop in after.journeys[0].stops if stop.place.name == "Turku"]
            assert [after.claim(claim).quote.text for stop in turku for claim in stop.claims] == [kept]

    def test_two_stops_of_one_place_become_one(self, round_trip: File) -> None:
        """The second was removed, not the first."""
        after = round_trip.write("removed: true", nth=1).read(reading(Trip("Elsa Niemi", self.ROUND[:2])))
        assert [name for name, _ in drawn(after)] == ["Turku", "Tampere"]

    def test_two_stops_of_which_one_was_hidden_become_one(self, round_trip: File) -> None:
        assert "Turku" not in public(round_trip.write(THREAT, nth=1).read(reading(Trip("Elsa Niemi", self.ROUND[:2]))))

    def test_one_stop_that_was_removed_becomes_two(self, file: File) -> None:
        after = file.write("removed: true").read(reading(Trip("Elsa Niemi", self.ROUND)))
        assert [name for name, _ in drawn(after)] == ["Tampere"]
        assert ("Turku", "removed", "also") in file.outcomes

    def test_one_stop_that_was_hidden_becomes_two(self, file: File) -> None:
        after = file.write(THREAT).read(reading(Trip("Elsa Niemi", self.ROUND)))
        assert "Turku" not in public(after)
        assert ("Turku", "safety", "also") in file.outcomes

    def test_a_town_near_by_is_another(self, file: File) -> None:
        later = reading(Trip("Elsa Niemi", [at(TURKU, PLAN), at(NAANTALI, Said("2.md", "Then she went to Naantali."))]))
        assert [name for name, _ in drawn(file.write("removed: true").read(later))] == ["Naantali"]

    def test_what_is_hidden_is_told_as_a_meeting(self, file: File) -> None:
        met = At(TURKU, [Said("1.md", "Elsa Niemi will meet the mayor in Turku.", "planned")], meets=True)
        later = reading(Trip("Elsa Niemi", [at(OULU, Said("1.md", "Elsa Niemi went to Oulu.")), met]))
        assert "Turku" not in public(file.write(THREAT).read(later))

    def test_what_is_hidden_is_told_of_another_traveller(self, file: File) -> None:
        later = reading(Trip("the convoy", [at(TURKU, Said("1.md", "The convoy went to Turku."))]))
        assert "Turku" not in public(file.write(THREAT).read(later))


class TestJourneys:
    TWO = (
        Trip(
            "Elsa Niemi",
            [at(TURKU, Said("1.md", "Elsa Niemi went to Turku.")), at(TAMPERE, Said("1.md", "She then went to Tampere."))],
        ),
        Trip(
            "Otto Berg", [at(OULU, Said("2.md", "Otto Berg was in Oulu.")), at(VAASA, Said("2.md", "Otto Berg left for Vaasa."))]
        ),
    )

    @pytest.fixture
    def two(self, tmp_path: Path) -> File:
        return File(tmp_path / "itinerary.yaml", reading(*self.TWO))

    def of(self, file: File, mark: str, nth: int) -> File:
        return file.change("  background: false\n", f"  background: false\n  {mark}\n", nth)

    def test_are_known_again_when_they_are_numbered_otherwise(self, two: File) -> None:
        self.of(two, "removed: true", 0)
        after = two.read(reading(*reversed(self.TWO)))
        assert [journey.traveller for journey in after.journeys] == ["Otto Berg"]
        assert [journey.traveller for journey in two.read(reading(*self.TWO)).journeys] == ["Otto Berg"]

    def test_hidden_ones_too(self, two: File) -> None:
        self.of(two, THREAT, 1)
        told = public(two.read(reading(*reversed(self.TWO))))
        assert "Tampere" in told
        assert not {"Oulu", "Vaasa"} & set(told.replace("'", " ").split())

    def test_one_that_went_into_another(self, two: File) -> None:
        """Two journeys turn out to be one: of what was hidden, removed and free each stays so."""
        self.of(two, THREAT, 1).write("removed: true", into="Tampere")
        merged = Trip("Elsa Niemi", [*self.TWO[0].stops, *self.TWO[1].stops])
        after = two.read(reading(merged))
        assert [name for name, _ in drawn(after)] == ["Turku", "Oulu", "Vaasa"]
        told = public(after)
        assert "Turku" in told
        assert "Oulu" not in told
        assert "Vaasa" not in told

    def test_leave_to_show_one_is_no_leave_for_what_went_into_it(self, two: File) -> None:
        self.of(two, "safety: {show: exact, by: Jo, reason: announced}", 0)
        merged = Trip("Elsa Niemi", [*self.TWO[0].stops, *self.TWO[1].stops])
        (journey,) = two.read(reading(merged)).journeys
        assert journey.safety is None
        assert [bool(stop.safety) for stop in journey.stops] == [True, True, False, False]

    def test_one_that_falls_apart(self, two: File) -> None:
        self.of(two, THREAT, 0)
        first, second = self.TWO[0].stops
        after = two.read(
            reading(
                Trip("Elsa Niemi", [first]),
                Trip("Elsa Niemi", [second, at(NAANTALI, Said("1.md", "So she did Naantali."))], True),
                self.TWO[1],
            )
        )
        told = public(after)
        assert "Oulu" in told
        assert all(name not in told for name in ("Turku", "Tampere", "Naantali"))

    def test_a_new_one_of_a_traveller_who_is_hidden_everywhere(self, two: File) -> None:
        self.of(two, THREAT, 0)
        later = reading(
            *self.TWO, Trip("Elsa Niemi", [at(NAANTALI, Said("3.md", "Years ago Elsa Niemi saw Naantali.", "past"))], True)
        )
        assert "Naantali" not in public(two.read(later))
        assert ("Elsa Niemi", "safety", "also") in two.outcomes

    def test_a_removed_one_that_went_further(self, two: File) -> None:
        self.of(two, "removed: true", 0)
        longer = Trip("Elsa Niemi", [*self.TWO[0].stops, at(NAANTALI, Said("1.md", "At last she came to Naantali."))])
        assert [journey.traveller for journey in two.read(reading(longer, self.TWO[1])).journeys] == ["Otto Berg"]
        assert any(one.role == "journey" and one.told == "Naantali" for one in two.told)

    def test_a_title_that_nobody_wrote_names_no_stop_that_was_removed(self, two: File) -> None:
        two.write("removed: true", into="Tampere")
        assert load_itinerary(two.path).journeys[0].title == "Elsa Niemi: Turku"
        longer = Trip("Elsa Niemi", [*self.TWO[0].stops, at(NAANTALI, Said("1.md", "At last she came to Naantali."))])
        assert two.read(reading(longer, self.TWO[1])).journeys[0].title == "Elsa Niemi: Turku to Naantali"
        assert two.told == []

    def test_a_note_and_a_title_stay(self, two: File) -> None:
        self.of(two, "note: two of them", 0).change('title: "Elsa Niemi: Turku to Tampere"', "title: By rail")
        after = two.read(reading(*reversed(self.TWO), also=[("1.md", "It rained.")]))
        assert [journey.title for journey in after.journeys][1] == "By rail"
        assert two.text.count("note: two of them") == 1


class TestAddedAndLegs:
    PAIR = (at(TURKU, Said("1.md", "Elsa Niemi went to Turku.")), at(TAMPERE, Said("1.md", "She then went to Tampere.")))

    @pytest.fixture
    def pair(self, tmp_path: Path) -> File:
        file = File(tmp_path / "itinerary.yaml", reading(Trip("Elsa Niemi", self.PAIR)))
        return file.change(
            "  legs:\n", "  - place: {name: Oulu, lat: 65.01, lon: 25.46}\n    id: mine\n    note: from her agent\n  legs:\n"
        )

    def test_an_added_stop_stays_in_an_article_of_other_words(self, pair: File) -> None:
        for more in ("It rained.", "It snowed."):
            after = pair.read(reading(Trip("Elsa Niemi", self.PAIR), also=[("1.md", more)]))
            assert [name for name, _ in drawn(after)] == ["Turku", "Tampere", "Oulu"]
        assert pair.text.count("from her agent") == 1
        assert pair.told == []

    def test_an_added_stop_that_an_article_tells_of_now_is_one_with_it(self, pair: File) -> None:
        told = at(OULU, Said("2.md", "On Sunday Elsa Niemi reached Oulu.", day=date(2024, 5, 26)))
        after = pair.read(reading(Trip("Elsa Niemi", [*self.PAIR, told])))
        assert drawn(after) == [("Turku", "happened"), ("Tampere", "happened"), ("Oulu", "happened")]
        assert "from her agent" in pair.text
        assert pair.outcomes == {("Oulu", "added", "kept")}

    def test_an_added_leg_follows_its_stops(self, pair: File) -> None:
        second = load_itinerary(pair.path).journeys[0].stops[1].id
        pair.change("  legs:\n", f'  legs:\n  - {{from: "{second}", to: mine, mode: plane}}\n')
        for more in ("It rained.", "It snowed."):
            (journey,) = pair.read(reading(Trip("Elsa Niemi", self.PAIR), also=[("1.md", more)])).journeys
            names = {stop.id: stop.place.name for stop in journey.stops}
            assert [(names[leg.origin], names[leg.destination], leg.mode) for leg in journey.legs if leg.mode == "plane"] == [
                ("Tampere", "Oulu", "plane")
            ]

    def test_a_leg_that_was_removed_or_corrected(self, pair: File) -> None:
        longer = reading(Trip("Elsa Niemi", [*self.PAIR, at(VAASA, Said("1.md", "Vaasa came next."))]))
        pair.change("    mode: train\n", "    mode: car\n    note: she drove\n")
        (journey,) = pair.read(longer).journeys
        assert [leg.mode for leg in journey.legs] == ["car", "train"]
        pair.change("    note: she drove\n", "    note: she drove\n    removed: true\n")
        (journey,) = pair.read(reading(Trip("Elsa Niemi", self.PAIR), also=[("1.md", "It rained.")])).journeys
        assert journey.legs == ()

    def test_a_stop_that_an_added_leg_needs_stays(self, pair: File) -> None:
        second = load_itinerary(pair.path).journeys[0].stops[1].id
        pair.change("  legs:\n", f'  legs:\n  - {{from: "{second}", to: mine, mode: plane}}\n')
        (journey,) = pair.read(reading(Trip("Elsa Niemi", self.PAIR[:1]))).journeys
        assert [stop.place.name for stop in journey.stops] == ["Turku", "Tampere", "Oulu"]
        assert len(journey.legs) == 1


class TestOtherElements:
    def test_a_removed_claim_stays_removed_in_other_words(self, file: File) -> None:
        file.change("  background: false\n  places:", "  background: false\n  removed: true\n  places:")
        assert drawn(file.read(LATER["other words"])) == []
        assert [(one.role, one.decision, one.outcome) for one in file.told] == [("claim", "removed", "kept")]

    def test_a_corrected_claim_stays_corrected_in_an_article_of_other_words(self, file: File) -> None:
        file.change("  act: travel\n  status: planned", "  act: travel\n  status: possible")
        after = file.read(LATER["another sentence"])
        assert [claim.status for claim in after.claims] == ["possible"]
        assert after.claims[0].quote.article == after.articles[0].id

    def test_a_removed_mention_stays_removed(self, tmp_path: Path) -> None:
        def story(more: str) -> Itinerary:
            return reading(Trip("Elsa Niemi", [at(TURKU, PLAN)]), also=[("1.md", more)], mentioned=[("1.md", VAASA)])

        file = File(tmp_path / "itinerary.yaml", story("It rained."))
        file.change("- text: Vaasa\n", "- text: Vaasa\n  removed: true\n")
        assert file.read(story("It rained a lot.")).mentions == ()

    def test_words_about_a_traveller_that_protect_stay_under_another_name(self, file: File) -> None:
        file.change("  kind: person\n", "  kind: person\n  described: [refugee]\n")
        (traveller,) = file.read(LATER["whole name"]).travellers
        assert (traveller.name, traveller.described) == ("Elsa Maria Niemi", ("refugee",))

    def test_a_corrected_article_stays_corrected_when_its_text_changes(self, file: File) -> None:
        file.change("publisher: The 1.md", "publisher: The Morning")
        (article,) = file.read(LATER["other words"]).articles
        assert article.publisher == "The Morning"
