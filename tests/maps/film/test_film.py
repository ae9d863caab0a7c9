from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PIL import Image

import maps
from gazetteer.errors import InputError, OutputError
from maps.film import SHAPES
from maps.film.encode import encoded, frame_counts
from maps.film.frames import Stage
from maps.film.scenes import Scene, scenes_of
from maps.stills.picture import picture_of
from tests.maps import example, journeys

SIZE = (320, 240)


@pytest.fixture(scope="module")
def rail():
    return picture_of(maps.journey_map(*example.rail_trip()))


@pytest.fixture(scope="module")
def stage(rail):
    return Stage(rail, SIZE)


def few(picture):
    """The scenes of the first leg alone, each as short as it can be."""
    return [replace(scene, seconds=0.3) for scene in scenes_of(picture)[:4]]


def at(picture, kind, name):
    """A scene by its kind and name, and those before it."""
    scenes = scenes_of(picture)
    place = next(
        place for place, scene in enumerate(scenes) if scene.kind == kind and scene.element and scene.element["name"] == name
    )
    return scenes[place], scenes[:place]


class TestScenes:
    def test_go_from_stop_to_stop_in_the_order_of_the_story(self, rail):
        told = [(scene.kind, scene.element["name"]) for scene in scenes_of(rail) if scene.element]
        assert told[:5] == [
            ("stop", "Berlin"),
            ("leg", "Berlin to Prague"),
            ("stop", "Prague"),
            ("leg", "Prague to Vienna"),
            ("stop", "Vienna"),
        ]

    def test_open_and_close_with_the_map(self, rail):
        scenes = scenes_of(rail)
        assert (scenes[0].kind, scenes[-1].kind) == ("opening", "closing")
        assert scenes[-1].seconds >= 3

    def test_a_long_story_takes_no_longer_than_people_watch(self):
        scenes = scenes_of(picture_of(maps.journey_map(*journeys.many(3, 20))))
        assert sum(scene.seconds for scene in scenes) < 50

    def test_five_hundred_stops_have_no_more_frames_than_that(self):
        told = [Scene("stop", 40 / 982) for _ in range(982)]
        counts = frame_counts([Scene("opening", 1.2), *told, Scene("closing", 4.0)], 20)
        assert sum(counts) == round(45.2 * 20)
        assert set(counts[1:-1]) == {0, 1}

    def test_the_bar_only_grows(self, rail):
        done = [scene.done for scene in scenes_of(rail)]
        assert done == sorted(done)
        assert done[-1] == 1


class TestFrames:
    def test_certainty_is_burnt_in(self, rail, stage):
        for kind, name, word in (
            ("leg", "Slovakia to Budapest", "planned"),
            ("stop", "Budapest", "planned"),
            ("stop", "Belgrade", "possible"),
            ("stop", "Zagreb", "denied"),
        ):
            caption = stage.over(*at(rail, kind, name)).split('id="caption"')[1]
            assert f">{word}</text>" in caption

    def test_what_is_reported_bears_no_badge(self, rail, stage):
        caption = stage.over(*at(rail, "stop", "Prague")).split('id="caption"')[1]
        assert "stroke-dasharray" not in caption

    def test_a_plan_grows_dotted_and_its_tip_is_hollow(self, rail, stage):
        drawn = stage.over(*at(rail, "leg", "Slovakia to Budapest"), 0.5)
        assert 'stroke-dasharray="0.1 7"' in drawn.split('id="not-done"')[1]
        assert f'fill="{rail.palette.paper}"' in drawn.split('id="caption"')[0].rsplit("<circle", 1)[1]

    def test_nothing_is_shown_before_it_is_told(self, rail, stage):
        drawn = stage.over(*at(rail, "leg", "Berlin to Prague"), 0.5)
        assert "Berlin" in drawn
        for name in ("Budapest", "Belgrade", 'id="areas"', "Prague</text>"):
            assert name not in drawn.split('id="caption"')[0]

    def test_a_draft_says_so_in_every_frame(self, rail, stage):
        for place, scene in enumerate(scenes_of(rail)):
            assert "Draft, not reviewed</text>" in stage.over(scene, scenes_of(rail)[:place])

    def test_the_last_frame_has_the_whole_map(self, rail, stage):
        scenes = scenes_of(rail)
        drawn = stage.over(scenes[-1], scenes[:-1])
        for part in ("Belgrade", "Warsaw", 'id="areas"', 'id="earlier"', 'id="not-done"', 'id="route"'):
            assert part in drawn

    def test_days_are_counted_where_they_are_known(self):
        walk = picture_of(maps.journey_map(*journeys.walk()))
        assert "Day 3, Arrived Wed 3 April 2024" in Stage(walk, SIZE).over(*at(walk, "stop", "Kettle Bay"))

    def test_are_the_same_each_time(self, rail, stage):
        scene, told = at(rail, "leg", "Berlin to Prague")
        assert stage.frame_of(scene, told, 0.4) == Stage(rail, SIZE).frame_of(scene, told, 0.4)
        assert stage.frame_of(scene, told, 0.4) != stage.frame_of(scene, told, 0.6)


class TestFiles:
    def test_mp4_has_its_size_and_length_and_the_same_bytes(self, rail, stage, tmp_path):
        from imageio_ffmpeg import count_frames_and_secs, read_frames

        told = []
        for name in ("one.mp4", "two.mp4"):
            encoded(stage, few(rail), tmp_path / name, lambda done, total: told.append((done, total)))
        assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()
        frames, seconds = count_frames_and_secs(str(tmp_path / "one.mp4"))
        assert frames == 24
        assert told == sorted(told[: len(told) // 2]) * 2, "it is told how far it is, twice"
        assert told[-1] == (24, 24)
        assert seconds == pytest.approx(1.2, abs=0.1)
        assert next(read_frames(str(tmp_path / "one.mp4")))["size"] == SIZE

    def test_gif_moves(self, rail, stage, tmp_path):
        encoded(stage, few(rail), tmp_path / "film.gif")
        with Image.open(tmp_path / "film.gif") as film:
            assert film.size == SIZE
            assert film.n_frames > 3

    def test_an_interruption_leaves_the_old_film_and_nothing_else(self, rail, stage, tmp_path, monkeypatch):
        (tmp_path / "film.mp4").write_bytes(b"old")
        drawn = stage.frame_of

        def interrupted(scene, told, share=1.0):
            if scene.kind == "leg":
                raise KeyboardInterrupt
            return drawn(scene, told, share)

        monkeypatch.setattr(stage, "frame_of", interrupted)
        with pytest.raises(KeyboardInterrupt):
            encoded(stage, few(rail), tmp_path / "film.mp4")
        assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]
        assert (tmp_path / "film.mp4").read_bytes() == b"old"

    def test_without_the_extra_it_says_what_to_install_before_it_draws(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
        monkeypatch.setattr("maps.film.frames.Stage", None)
        with pytest.raises(InputError, match=r"pip install 'dateline\[film\]'"):
            maps.write_film(maps.journey_map(*example.rail_trip()), tmp_path / "film.mp4")

    def test_a_folder_that_is_not_there_is_told_before_it_draws(self, tmp_path, monkeypatch):
        monkeypatch.setattr("maps.film.frames.Stage", None)
        with pytest.raises(OutputError, match=r"nowhere/film\.mp4: can't be written \(.*nowhere is no folder\)"):
            maps.write_film(maps.journey_map(*example.rail_trip()), tmp_path / "nowhere" / "film.mp4")

    def test_one_stop_is_a_film_too(self, tmp_path):
        itinerary, routes = example.rail_trip()
        journey = replace(itinerary.journeys[0], legs=(), stops=itinerary.journeys[0].stops[:1], meetings=())
        picture = picture_of(maps.journey_map(replace(itinerary, journeys=(journey,)), routes))
        assert [scene.kind for scene in scenes_of(picture)] == ["opening", "stop", "closing"]
        encoded(Stage(picture, SIZE), [replace(scene, seconds=0.1) for scene in scenes_of(picture)], tmp_path / "film.mp4")
        assert (tmp_path / "film.mp4").stat().st_size > 1000

    def test_every_shape_has_sides_that_the_encoder_takes(self):
        assert all(side % 2 == 0 for size in SHAPES.values() for side in size)

    @pytest.mark.parametrize(
        ("name", "shape", "said"), [("film.avi", "1:1", "no name for a film"), ("film.mp4", "4:3", "no shape of a film")]
    )
    def test_what_cannot_be_made_is_told(self, tmp_path, name, shape, said):
        with pytest.raises(InputError, match=said):
            maps.write_film(maps.journey_map(*example.rail_trip()), tmp_path / name, shape=shape)

    def test_a_story_without_a_journey_is_told(self, tmp_path):
        with pytest.raises(InputError, match="No journey is told"):
            maps.write_film(maps.journey_map(*example.no_journey()), tmp_path / "film.mp4")
