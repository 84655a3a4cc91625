"""The texts of articles, told apart by the hash of their bytes.

A text is the article's only if its hash is the one that the article records: quotes are proved against exactly what
was read, never against a later edition. A text that holds an article's quotes or bears its name, and has another hash,
was changed, or the hash was; that is a fault, since nothing else would tell.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from knowledge.corpus_file import ArticleFile, Located
from knowledge.fault import FileFault


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


def changed_texts(texts: Sequence[Text], files: Sequence[Located[ArticleFile]]) -> Iterator[FileFault]:
    """Texts that are an article's by name or by its quotes, and not by its hash."""
    for file in _missing(texts, files):
        for text in _strangers(texts, files):
            if _is_meant(text, file):
                line = file.line("article", "sha256")
                what = f"'{text.path.name}' is the text of this article, but not with this hash (it has {text.sha256})"
                yield FileFault(str(file.path), line, what)


def notes_on_texts(texts: Sequence[Text], files: Sequence[Located[ArticleFile]]) -> Iterator[str]:
    """Which articles have no text here, and which texts belong to no article by their hash."""
    missing = _missing(texts, files)
    if missing:
        yield f"text not there, quotes not proved: {', '.join(file.value.article.id for file in missing)}"
    for text in _strangers(texts, files):
        yield f"'{text.path.name}' belongs to no article of the corpus by its hash"


def _missing(texts: Sequence[Text], files: Sequence[Located[ArticleFile]]) -> list[Located[ArticleFile]]:
    there = {text.sha256 for text in texts}
    return [file for file in files if file.value.article.sha256 not in there]


def _strangers(texts: Sequence[Text], files: Sequence[Located[ArticleFile]]) -> list[Text]:
    known = {file.value.article.sha256 for file in files}
    return [text for text in texts if text.sha256 not in known]


def _is_meant(text: Text, file: Located[ArticleFile]) -> bool:
    if text.path.stem in (file.value.article.id, file.path.stem):
        return True
    claims = [claim for claim in file.value.claims if claim.quote]
    return bool(claims) and 2 * sum(claim.receipt.text in text.words for claim in claims) > len(claims)


def _read(path: Path) -> Text:
    content = path.read_bytes()
    return Text(path, hashlib.sha256(content).hexdigest(), content.decode("utf-8", errors="replace"))
