"""A folder of corpus files, read and checked as far as that goes without a base.

`vocabulary.yaml` if it is there, every other `*.yaml` an article with its claims, and beside it `<article>.txt`
the full text where the owner of the base keeps it. An id stands once in a folder, and a claim in its article's file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.corpus_file import VOCABULARY_FILE, ArticleFile, Located, read_article_file, read_vocabulary
from knowledge.fault import Fault, FileFault
from knowledge.store.documents import LISTS
from knowledge.store.edits import Edit, PutArticle, PutClaim, PutText, PutWord
from knowledge.store.references import Reference, references
from knowledge.vocabulary import Vocabulary


@dataclass(frozen=True)
class Folder:
    """The files of a folder; every value is valid by itself, what it names need not be known."""

    vocabulary: Located[Vocabulary] | None
    articles: Sequence[Located[ArticleFile]]
    texts: Sequence[PutText]

    def edits(self) -> list[Edit]:
        """What the files say, in their order."""
        edits: list[Edit] = []
        if self.vocabulary:
            for kind, field in LISTS.items():
                words = enumerate(getattr(self.vocabulary.value, field))
                edits += (PutWord(kind, word, position) for position, word in words)
        for file in self.articles:
            edits.append(PutArticle(file.value.article))
            edits += (PutClaim(claim, position) for position, claim in enumerate(file.value.claims))
        return [*edits, *self.texts]

    def references(self) -> Iterator[tuple[Path, int, Reference]]:
        """Everything that the files name, with path and line."""
        if self.vocabulary:
            for place, subject in enumerate(self.vocabulary.value.subjects):
                for one in references(subject):
                    yield self.vocabulary.path, self.vocabulary.line("subjects", place, *one.path), one
        for file in self.articles:
            for one in references(file.value.article):
                yield file.path, file.line("article", *one.path), one
            for place, claim in enumerate(file.value.claims):
                for one in references(claim):
                    yield file.path, file.line("claims", place, *one.path), one


def read_folder(path: Path) -> Folder:
    """The files of the folder at `path`; raises Fault, for a broken file with its line."""
    vocabulary = path / VOCABULARY_FILE
    files = sorted(file for file in path.glob("*.yaml") if file.name != VOCABULARY_FILE)
    if not files and not vocabulary.is_file():
        raise Fault(f"the folder {path} holds no corpus files (*.yaml)")
    articles = [read_article_file(file) for file in files]
    _refuse_twice(articles)
    return Folder(read_vocabulary(vocabulary) if vocabulary.is_file() else None, articles, _texts(path, articles))


def _refuse_twice(articles: Sequence[Located[ArticleFile]]) -> None:
    seen: dict[tuple[str, str], Path] = {}
    for file in articles:
        source = file.value.article.id
        ids = [("article", source, file.line("article", "id"))]
        for place, claim in enumerate(file.value.claims):
            ids.append(("claim", claim.id, file.line("claims", place, "id")))
            if claim.article != source:
                line = file.line("claims", place, "article")
                what = f"the claim '{claim.id}' of '{claim.article}' stands in the file of '{source}'"
                raise FileFault(str(file.path), line, what)
        for kind, key, line in ids:
            if (kind, key) in seen:
                where = "above" if seen[kind, key] == file.path else f"in {seen[kind, key].name}"
                raise FileFault(str(file.path), line, f"the {kind} '{key}' stands already {where}")
            seen[kind, key] = file.path


def _texts(path: Path, articles: Sequence[Located[ArticleFile]]) -> list[PutText]:
    texts = []
    for key in (file.value.article.id for file in articles):
        file = path / f"{key}.txt"
        if file.is_file():
            try:
                texts.append(PutText(key, file.read_bytes().decode()))
            except UnicodeDecodeError as error:
                raise FileFault(str(file), 1, f"the file is not UTF-8 (byte {error.start})") from None
    return texts
