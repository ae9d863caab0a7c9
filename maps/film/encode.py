"""From frames to a file: ffmpeg, from the package ``imageio-ffmpeg``, told to write nothing but the pictures."""

from __future__ import annotations

import subprocess
import tempfile
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.errors import InputError, OutputError
from geo.files import write_bytes_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import IO

    from maps.film.frames import Stage
    from maps.film.scenes import Scene

__all__ = ["encoded", "ffmpeg", "frame_counts"]

#: Frames a second, by suffix: a GIF's delays are hundredths of a second, and it keeps every frame whole.
_RATES = {".mp4": 20, ".gif": 10}
#: One number of threads everywhere: the encoder's bytes depend on it.
_OUTPUTS = {
    ".mp4": "-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -threads 2 -movflags +faststart -f mp4",
    ".gif": "-filter_complex split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=none -f gif",
}
_EXACT = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact"


def encoded(stage: Stage, scenes: Sequence[Scene], path: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Draw the scenes and write them as a film, whole or not at all.

    Raises
    ------
    InputError
        If the extra ``film`` is not installed.
    OutputError
        If ffmpeg fails or the file can't be written.
    """
    suffix = path.suffix.lower()
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / f"film{suffix}"
        command = [
            ffmpeg(),
            *_input(stage.size, _RATES[suffix]),
            *_EXACT.split(),
            *_metadata(stage),
            *_OUTPUTS[suffix].split(),
            str(made),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - a fixed program
            assert process.stdin is not None
            try:
                _feed(process.stdin, stage, scenes, _RATES[suffix], progress)
                process.stdin.close()
            except BrokenPipeError:
                pass  # ffmpeg says below what it did not like
            except BaseException:
                process.kill()
                raise
            said = process.stderr.read().decode(errors="replace").strip() if process.stderr else ""
        if process.returncode:
            raise OutputError(f"{path}: ffmpeg could not make the film ({(said.splitlines() or ['no message'])[-1]}).")
        write_bytes_whole(path, made.read_bytes())


def ffmpeg() -> str:
    """Return the path of ffmpeg.

    Raises
    ------
    InputError
        If the extra ``film`` is not installed.
    """
    try:
        from imageio_ffmpeg import get_ffmpeg_exe
    except ImportError as error:
        raise InputError("A film needs what comes with the extra 'film': pip install 'dateline[film]'.") from error
    return str(get_ffmpeg_exe())


def _input(size: tuple[int, int], rate: int) -> list[str]:
    return [
        "-y",
        "-loglevel",
        "error",
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-s",
        f"{size[0]}x{size[1]}",
        "-r",
        str(rate),
        "-i",
        "-",
        "-an",
    ]


def _metadata(stage: Stage) -> list[str]:
    from maps.stills.svg import plain

    story = stage.picture.story
    words = {"title": story["title"], "comment": story["alt"], "copyright": " ".join(story["credits"])}
    return [part for key, value in words.items() for part in ("-metadata", f"{key}={plain(value)}")]


def _feed(pipe: IO[bytes], stage: Stage, scenes: Sequence[Scene], rate: int, progress: Callable[[int, int], None] | None) -> None:
    counts = frame_counts(scenes, rate)
    done = 0
    for place, (scene, count) in enumerate(zip(scenes, counts, strict=True)):
        for frame, times in _frames(stage, scene, scenes[:place], count):
            for _ in range(times):
                pipe.write(frame)
            done += times
            if progress:
                progress(done, sum(counts))


def frame_counts(scenes: Sequence[Scene], rate: int) -> list[int]:
    """Give each scene its frames; of a long story, told fast, some scenes have none, and what they tell is in the next."""
    ends = [round(end * rate) for end in accumulate(scene.seconds for scene in scenes)]
    return [end - start for start, end in pairwise([0, *ends])]


def _frames(stage: Stage, scene: Scene, told: Sequence[Scene], count: int) -> Iterator[tuple[bytes, int]]:
    """Draw a scene, each frame with how often it is shown: what stands still is drawn once."""
    if scene.kind != "leg":
        if count:
            yield stage.frame_of(scene, told, 1.0), count
        return
    for frame in range(1, count + 1):
        yield stage.frame_of(scene, told, _eased(frame / count)), 1


def _eased(share: float) -> float:
    """Start and end slowly."""
    return share * share * (3 - 2 * share)
