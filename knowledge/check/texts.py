"""The texts of articles, told apart by the hash of their bytes.

A text is the article's only if its hash is the one that the article records: quotes are proved against exactly what
was read, never against a later edition.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from knowledge.corpus_file import ArticleFile, Located


class Text(NamedTuple):
    """A text file: its path, the hash of its bytes, and its words."""

    path: Path
    sha256: str
    words: str


def read_texts(folder: Path | None) -> tuple[Text, ...]:
    """Every `*.txt` in the folder, in the order of their names; bytes that are not UTF-8 match no quote."""
    if folder is None:
        return ()
    return tuple(_read(path) for path in sorted(folder.glob("*.txt")))


def by_hash(texts: Sequence[Text]) -> dict[str, str]:
    """The words of each text by its hash."""
    return {text.sha256: text.words for text in texts}


def notes_on_texts(texts: Sequence[Text], files: Sequence[Located[ArticleFile]]) -> Iterator[str]:
    """Which articles have no text here, and which texts belong to no article by their hash."""
    there = {text.sha256 for text in texts}
    missing = [file for file in files if file.value.article.sha256 not in there]
    if missing:
        yield f"text not there, quotes not proved: {', '.join(file.value.article.id for file in missing)}"
    for text in texts:
        yield from _other(text, missing, {file.value.article.sha256 for file in files})


def _other(text: Text, missing: Sequence[Located[ArticleFile]], known: set[str]) -> Iterator[str]:
    if text.sha256 in known:
        return
    named = [file for file in missing if text.path.stem in (file.value.article.id, file.path.stem)]
    if named:
        yield f"{text.path.name} has the name of '{named[0].value.article.id}', but not its hash: it was changed"
    else:
        yield f"{text.path.name} belongs to no article of the corpus by its hash"


def _read(path: Path) -> Text:
    content = path.read_bytes()
    return Text(path, hashlib.sha256(content).hexdigest(), content.decode("utf-8", errors="replace"))
