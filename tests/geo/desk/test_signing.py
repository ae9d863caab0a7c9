"""Who answers for a publication, what its versions say, and that a signature holds only for what was signed."""

from dataclasses import replace
from datetime import date

import pytest

import geo
from gazetteer.errors import InputError
from geo.desk.model import Change
from geo.desk.signing import retract, sign
from geo.journeys.itinerary_file.head import write_head
from tests.geo.desk.cases import CASES, story
from tests.geo.example import ITINERARY, ROUTES

DAY, NEXT = date(2024, 5, 18), date(2024, 5, 19)
SIGNED = sign(ITINERARY, by="M. Tora", day=DAY)


def with_status(itinerary, status):
    journey = itinerary.journeys[0]
    stops = tuple(replace(stop, status=status) if stop.id == "stop-tokelau" else stop for stop in journey.stops)
    return replace(itinerary, journeys=(replace(journey, stops=stops), *itinerary.journeys[1:]))


def edition(itinerary, **options):
    return geo.publish(itinerary, **options).itinerary.edition


class TestASignature:
    def test_makes_the_first_version_and_an_id_that_stays(self):
        first = edition(SIGNED)
        assert (first.state, first.version, first.updated) == ("signed", 1, "2024-05-18")
        grown = replace(SIGNED, articles=SIGNED.articles[:1] + tuple(replace(a, sha256="0" * 64) for a in SIGNED.articles[1:]))
        assert edition(grown).id == first.id == edition(ITINERARY).id

    def test_holds_for_every_length_of_quotes(self):
        assert {edition(SIGNED, quotes=quotes).state for quotes in ("none", "short", "full")} == {"signed"}

    @pytest.mark.parametrize("status", ["planned", "happened"])
    def test_falls_when_something_published_changes(self, status):
        changed = with_status(SIGNED, status)
        assert edition(changed).state == "draft"
        assert not geo.publish(changed).itinerary.review.signed

    @pytest.mark.parametrize("other", [{"reviewed_by": "Somebody Else"}, {"reviewed_at": "2024-05-19"}])
    def test_falls_when_another_name_or_day_is_typed_over_it(self, other):
        assert edition(replace(SIGNED, review=replace(SIGNED.review, **other))).state == "draft"

    def test_stands_when_only_the_desks_own_changes(self):
        article = replace(SIGNED.articles[0], name="another-name.txt")
        ticked = tuple(replace(claim, checked=True) for claim in SIGNED.claims)
        assert edition(replace(SIGNED, articles=(article, *SIGNED.articles[1:]), claims=ticked)).state == "signed"

    def test_falls_when_people_are_protected_otherwise(self):
        signed = sign(story(CASES[0]), by="M. Tora", day=DAY)
        assert edition(signed).state == "signed"
        assert edition(signed, as_of=date(2024, 6, 17)).state == "draft"

    def test_needs_a_name(self):
        with pytest.raises(InputError, match="--by NAME"):
            sign(ITINERARY, by="  ", day=DAY)

    @pytest.mark.parametrize(
        "name", ["A.\nEditor", "A.\x1b[2JEditor", "rotidE\u202e A.", "A.\u2028Editor", "A.\tEditor", "\ud83d Editor"]
    )
    def test_is_one_line_of_plain_text(self, name):
        with pytest.raises(InputError, match=r"--by holds a line break or a sign that can't be seen \(U\+[0-9A-F]{4}\)"):
            sign(ITINERARY, by=name, day=DAY)

    def test_is_no_longer_than_a_name(self):
        with pytest.raises(InputError, match="--by is 100,000 characters long: give at most 100"):
            sign(ITINERARY, by="A" * 100_000, day=DAY)

    @pytest.mark.parametrize("name", ["Ana  Vaipou-Tora", "Ásta Þórðardóttir", "编辑", "नेहा क्\u200dष"])
    def test_takes_names_of_all_scripts(self, name):
        assert sign(ITINERARY, by=name, day=DAY).review.reviewed_by == " ".join(name.split())


class TestVersions:
    def test_a_changed_fact_makes_a_new_one_that_says_what_changed(self):
        again = sign(with_status(SIGNED, "planned"), by="M. Tora", day=NEXT)
        assert [version.number for version in again.record.versions] == [1, 2]
        assert again.record.versions[1].changes == (Change("stop", "Tokelau", "status", "denied", "planned"),)
        assert geo.to_geojson(again, ROUTES)["publication"]["changes"] == [
            {
                "version": 2,
                "date": "2024-05-19",
                "role": "stop",
                "name": "Tokelau",
                "field": "status",
                "before": "denied",
                "after": "planned",
            }
        ]

    def changed(self, **values):
        """The changes that readers are told of where the first stop is corrected."""
        journey = SIGNED.journeys[0]
        first = replace(journey.stops[0], **values)
        corrected = replace(SIGNED, journeys=(replace(journey, stops=(first, *journey.stops[1:])), *SIGNED.journeys[1:]))
        return edition(sign(corrected, by="M. Tora", day=NEXT)).versions[-1].changes

    def test_another_part_of_the_day_is_a_change(self):
        (left, other) = SIGNED.journeys[0].stops[0].depart
        morning = replace(left, precision="part", part="morning")
        told = self.changed(depart=(morning, other))
        assert told == (Change("stop", "Suva", "depart", "2024-05-14 or 2024-05-13", "2024-05-14 morning or 2024-05-13"),)

    def test_another_town_of_the_same_name_is_a_change_and_tells_no_position(self):
        moved = replace(SIGNED.journeys[0].stops[0].place, id="own:suva", lat=45.0)
        assert self.changed(place=moved) == (Change("stop", "Suva", "position"),)

    def test_another_traveller_is_a_change(self):
        journey = replace(SIGNED.journeys[0], traveller="Suva Brass Band")
        again = sign(replace(SIGNED, journeys=(journey, *SIGNED.journeys[1:])), by="M. Tora", day=NEXT)
        (change,) = [one for one in again.record.versions[1].changes if one.role == "journey"]
        assert (change.field, change.before, change.after) == ("name", "Lautoka Harbour Choir", "Suva Brass Band")

    def test_signing_the_same_again_makes_none(self):
        again = sign(SIGNED, by="B. Vuli", day=NEXT)
        assert edition(again).version == 1
        assert again.review.reviewed_by == "B. Vuli"

    def test_a_stop_that_came_and_one_that_went_are_told(self):
        journey = SIGNED.journeys[0]
        fewer = replace(SIGNED, journeys=(replace(journey, stops=journey.stops[:2], legs=journey.legs[:1]), *SIGNED.journeys[1:]))
        changes = sign(fewer, by="M. Tora", day=NEXT).record.versions[1].changes
        assert ("stop", "Tokelau", "removed") in {(change.role, change.name, change.field) for change in changes}

    def test_a_change_that_names_a_protected_place_is_not_told(self):
        case = story(CASES[0])
        later = sign(case, by="M. Tora", day=DAY, as_of=date(2024, 6, 17))
        protected = sign(later, by="M. Tora", day=NEXT, as_of=date(2024, 5, 17))
        told = (
            str(geo.to_geojson(protected, ())["publication"])
            if not protected.journeys[0].legs
            else str(edition(protected).versions)
        )
        assert "Svilengrad" in str(protected.record.versions)
        assert "Svilengrad" not in told


class TestARetraction:
    def test_leaves_a_notice_and_nothing_else(self):
        gone = geo.to_geojson(retract(SIGNED, reason="It was another choir.", day=NEXT, by="M. Tora"), ROUTES)
        assert gone["publication"]["retracted"] == {"reason": "It was another choir.", "date": "2024-05-19"}
        assert (gone["features"], gone["articles"], gone["conflicts"]) == ([], {}, [])
        assert gone["publication"]["id"] == edition(SIGNED).id
        assert "M. Tora" not in str(gone)

    @pytest.mark.parametrize(
        ("reason", "said"), [("It was\nanother.", "--reason holds a line break"), ("x" * 601, "--reason is 601 char")]
    )
    def test_has_a_reason_that_readers_can_read(self, reason, said):
        with pytest.raises(InputError, match=said):
            retract(SIGNED, reason=reason, day=NEXT)

    def test_is_not_signed_over(self):
        with pytest.raises(InputError, match="was taken back"):
            sign(retract(SIGNED, reason="It was another choir.", day=NEXT), by="M. Tora", day=NEXT)


class TestTheFile:
    @pytest.fixture
    def path(self, tmp_path):
        return geo.write_itinerary(ITINERARY, tmp_path / "itinerary.yaml")

    def test_keeps_the_signature_and_the_versions(self, path):
        again = sign(with_status(SIGNED, "planned"), by="M. Tora", day=NEXT)
        kept = geo.load_itinerary(geo.write_itinerary(again, path))
        assert (kept.review, kept.record) == (again.review, again.record)
        assert edition(kept).state == "signed"

    @pytest.mark.parametrize("line", ['    date: "2024-05-18"', '  as_of: "2024-05-18"', '    date: "2024-05-19"'])
    def test_with_a_day_that_no_calendar_has_is_refused_with_its_line(self, path, line):
        signed = sign(ITINERARY, by="M. Tora", day=DAY, as_of=DAY)
        geo.write_itinerary(retract(signed, reason="It was another choir.", day=NEXT), path)
        text = path.read_text(encoding="utf-8")
        assert f"{line}\n" in text
        path.write_text(text.replace(f"{line}\n", f'{line[:-6]}13-45"\n'), encoding="utf-8")
        with pytest.raises(InputError, match=r"mend this and try again: line \d+: there is no day 2024-13-45\."):
            geo.load_itinerary(path)

    def test_is_signed_without_touching_another_line(self, path):
        text = path.read_text(encoding="utf-8").replace("\njourneys:", "\n# The desk's own remark.\njourneys:")
        path.write_text(text, encoding="utf-8")
        for day in (DAY, NEXT):
            write_head(sign(geo.load_itinerary(path), by="M. Tora", day=day), path)
        lines = path.read_text(encoding="utf-8").splitlines()
        assert (
            lines[lines.index("# The desk's own remark.") :]
            == text.splitlines()[text.splitlines().index("# The desk's own remark.") :]
        )
        assert edition(geo.load_itinerary(path)).state == "signed"
        assert sum(line.startswith("publication:") for line in lines) == 1

    def test_keeps_what_was_published_when_it_is_read_again(self, path):
        from geo.journeys.itinerary_file.itinerary import update_itinerary

        write_head(sign(geo.load_itinerary(path), by="M. Tora", day=DAY), path)
        after = update_itinerary(replace(ITINERARY, conflicts=()), path)
        assert after.record.id == edition(SIGNED).id
        assert edition(after).state == "draft"
