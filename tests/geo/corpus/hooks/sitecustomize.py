"""Give some articles power over the process that reads them; Python runs this where the folder is on the PYTHONPATH.

An article with the word POISON ends its reader. The first reader of one with the word MEETING writes its process id to the named pipe
of DATELINE_MEETING and stays there until it is killed; the pipe is gone then, and nobody else waits.
"""

import os
import signal
import threading
from pathlib import Path

from geo.reading.places import PlaceReader

usual = PlaceReader.read


def read(self, article):
    if "POISON" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    pipe = Path(os.environ.get("DATELINE_MEETING", ""))
    if "MEETING" in article.text and pipe.is_fifo():
        with pipe.open("w") as meeting:
            pipe.unlink()
            meeting.write(str(os.getpid()))
        threading.Event().wait()
    return usual(self, article)


PlaceReader.read = read
