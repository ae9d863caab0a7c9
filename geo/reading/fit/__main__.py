"""Fit the weights that the package ships: ``python -m geo.reading.fit CORPUS.jsonl ... [-o FOLDER]``.

The corpora are not part of the project. The shipped weights were fitted on LGL and TR-News; see DATA-LICENSES.
"""

from __future__ import annotations

from pathlib import Path

import click

from gazetteer import Gazetteer
from geo.files import write_lines_whole
from geo.reading.fit.corpus import Document, common_words, read_corpus
from geo.reading.fit.resolver_weights import fit_resolver
from geo.reading.fit.tagger_weights import fit_tagger
from geo.reading.fit.vicinity_weights import fit_vicinity
from geo.reading.recognition.lexicon import Lexicon
from geo.reading.resolution.choice import ChoiceModel
from geo.reading.resolution.options import Options
from geo.reading.resolution.resolve import Resolver

_DATA = Path(__file__).parent.parent / "data"


@click.command()
@click.argument("corpora", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "folder", type=click.Path(path_type=Path, file_okay=False), default=_DATA, help="Where the weights go.")
def main(corpora: tuple[Path, ...], folder: Path) -> None:
    """Fit the weights of the tagger and of the resolver on annotated corpora."""
    read = [read_corpus(path) for path in corpora]
    documents: list[Document] = [document for corpus in read for document in corpus]
    fitted_on = f"fitted on {', '.join(path.stem for path in corpora)} ({len(documents)} texts). Licences: LICENCE.md"
    gaz = Gazetteer.bundled()
    common = common_words(documents)
    _write(folder / "common_words.txt", [f"# Words of news in lower case, {fitted_on}", *common])
    _write(
        folder / "tagger.tsv",
        [f"# Weights of the place tagger (feature, O, B, I), {fitted_on}", *fit_tagger(documents, Lexicon(gaz))],
    )
    choosing = fit_resolver(read, Options(gaz))
    _write(folder / "resolver.tsv", [f"# Weights of the resolver (stage, feature, weight), {fitted_on}", *choosing])
    vicinity = fit_vicinity(read, Resolver(gaz, ChoiceModel.from_lines(choosing, "resolver.tsv")))
    _write(
        folder / "vicinity.tsv",
        [f"# Weights of what speaks for a place's lying near another (feature, weight), {fitted_on}", *vicinity],
    )


def _write(path: Path, lines: list[str]) -> None:
    write_lines_whole(path, lines)
    click.echo(f"{len(lines) - 1:,} weights in {path}", err=True)


if __name__ == "__main__":
    main()
