"""Films: the journey drawn leg by leg, from the same drawing as the stills, as MP4 or GIF."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InputError, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from maps.folium_map import JourneyMap

__all__ = ["FORMATS", "SHAPES", "check_film", "write_film"]

#: Formats of a film by the suffix of its file.
FORMATS = (".mp4", ".gif")
#: Shapes of a film and their sizes in pixels.
SHAPES = {"16:9": (1280, 720), "1:1": (1080, 1080), "9:16": (1080, 1920)}


def check_film(path: str | os.PathLike[str], shape: str) -> None:
    """Find out whether a film can be made at all, before anything of it is drawn.

    Raises
    ------
    InputError
        If the suffix or the shape can't be used, or the extra ``film`` is not installed.
    OutputError
        If its folder is missing or can't be written to.
    """
    from maps.film.encode import ffmpeg

    target = Path(path)
    if target.suffix.lower() not in FORMATS:
        raise InputError(f"{path} is no name for a film; end it in {' or '.join(FORMATS)}.")
    if shape not in SHAPES:
        raise InputError(f"{shape!r} is no shape of a film; choose {', '.join(SHAPES)}.")
    if not target.parent.is_dir():
        raise OutputError(f"{target}: can't be written ({target.parent} is no folder); make it first, or choose another.")
    if not os.access(target.parent, os.W_OK):
        raise OutputError(f"{target}: can't be written (you may not write into {target.parent}); choose another folder.")
    ffmpeg()


def write_film(
    m: JourneyMap, path: str | os.PathLike[str], *, shape: str = "16:9", progress: Callable[[int, int], None] | None = None
) -> None:
    """Write a journey map as a film that draws each leg as it was told, and ends with the whole map.

    Parameters
    ----------
    m
        What `maps.journey_map` returned.
    path
        Ends in ``.mp4`` (H.264, no sound) or ``.gif``; it is written whole or not at all.
    shape
        One of `SHAPES`.
    progress
        Called with how many frames are drawn, and of how many.

    Raises
    ------
    InputError
        If the suffix or the shape can't be used, no journey is told, or the extra ``film`` is not installed.
    OutputError
        If its folder is missing, or the file can't be written.
    """
    from maps.film.encode import encoded
    from maps.film.frames import Stage
    from maps.film.scenes import scenes_of
    from maps.stills.picture import picture_of

    check_film(path, shape)
    picture = picture_of(m)
    if picture.story["retracted"]:
        raise InputError("This map was taken back, so there is no film of it.")
    if not picture.main:
        raise InputError("No journey is told that is not an earlier trip, so there is nothing to draw leg by leg.")
    encoded(Stage(picture, SHAPES[shape]), scenes_of(picture), Path(path), progress)
