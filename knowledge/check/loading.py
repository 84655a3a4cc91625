"""The files of a corpus, read; a file that cannot be read is a fault beside those of the others."""

from pathlib import Path
from typing import NamedTuple

from knowledge.corpus_file import VOCABULARY_FILE, ArticleFile, Located, read_article_file, read_vocabulary
from knowledge.fault import FileFault
from knowledge.vocabulary import Vocabulary


class Corpus(NamedTuple):
    """What could be read of a corpus; without its vocabulary no claim can be judged."""

    vocabulary: Located[Vocabulary] | None
    files: tuple[Located[ArticleFile], ...]
    faults: tuple[FileFault, ...]


def read_corpus(folder: Path) -> Corpus:
    """Every YAML file in `folder`."""
    faults: list[FileFault] = []
    files: list[Located[ArticleFile]] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == VOCABULARY_FILE:
            continue
        try:
            files.append(read_article_file(path))
        except FileFault as fault:
            faults.append(fault)
    try:
        vocabulary = _vocabulary(folder / VOCABULARY_FILE)
    except FileFault as fault:
        return Corpus(None, tuple(files), (fault, *faults))
    return Corpus(vocabulary, tuple(files), tuple(faults))


def _vocabulary(path: Path) -> Located[Vocabulary]:
    if not path.is_file():
        raise FileFault(str(path), 1, "the corpus has no vocabulary")
    return read_vocabulary(path)
