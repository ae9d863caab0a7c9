"""Write what Dateline reads of a folder of journey records, for a scorer to compare with their answers.

    python -m tests.benchmarks.journeys GOLD_DIR -o PRED_DIR

Each record is a JSON file with an ``id``, a ``text`` and perhaps a ``date_published``; nothing else of it is read. Several articles in one
text are split at a line of exactly ``-----``. PRED_DIR gets ``ID.geojson`` for each: what was read, before people's safety holds anything
back. The last line is one JSON object with the counts and the time.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import geo
from gazetteer import Gazetteer
from geo.reading.articles.article import article_from_text

if TYPE_CHECKING:
    from geo.model import Article, Itinerary


def split(text: str) -> list[str]:
    """Split the text of a record into its articles."""
    return text.split("\n-----\n")


def read(record: dict[str, str], gaz: Gazetteer) -> Itinerary:
    """Read one record as `dateline map` reads the same articles from files."""
    published = date.fromisoformat(record["date_published"]) if record.get("date_published") else None
    articles: list[Article] = [article_from_text(text, published=published) for text in split(record["text"])]
    return geo.read_itinerary(articles, gaz)


def main() -> None:
    """Read the records of a folder and write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    gaz = Gazetteer.bundled()
    journeys = 0
    start = time.perf_counter()
    records = sorted(options.gold.glob("*.json"))
    for path in records:
        record = json.loads(path.read_text(encoding="utf-8"))
        itinerary = read({k: record.get(k) or "" for k in ("text", "date_published")}, gaz)
        unguarded = geo.publish(itinerary, rules=()).itinerary
        geo.write_geojson(unguarded, geo.build_routes(unguarded), options.output / f"{record['id']}.geojson")
        journeys += len(itinerary.journeys)
    print(json.dumps({"records": len(records), "journeys": journeys, "seconds": round(time.perf_counter() - start, 2)}))


if __name__ == "__main__":
    main()
