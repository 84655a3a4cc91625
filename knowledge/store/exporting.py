"""Export: the whole base as corpus files, the same that an import reads; nothing is lost on the way.

What was imported in canonical form comes out byte for byte, in the order of its files. Full texts go beside their
articles. An export takes the place of an earlier one, and of nothing else: a folder that holds any file which this
base would not write is refused before anything is written.
"""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from knowledge.article import Article
from knowledge.corpus_file import VOCABULARY_FILE, ArticleFile, write
from knowledge.fault import Fault
from knowledge.store.edits import Exported
from knowledge.store.reading import all_articles, article_text, claims_of_article, vocabulary


def export(connection: Connection, folder: Path) -> Exported:
    """Write what `connection` sees to `folder`, which is made where it is missing; raises Fault."""
    articles = all_articles(connection)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(folder, articles)
        write(vocabulary(connection), folder / VOCABULARY_FILE)
        written = [_export_article(connection, article, folder) for article in articles]
    except OSError as error:
        raise Fault(f"{error.filename or folder} cannot be written: {error.strerror}") from None
    return Exported(len(written), sum(claims for claims, _ in written), sum(texts for _, texts in written))


def _refuse_foreign(folder: Path, articles: Sequence[Article]) -> None:
    """Refuse a folder that is neither empty nor an earlier export of this base."""
    there = {entry.name for entry in folder.iterdir()}
    own = {VOCABULARY_FILE, *(f"{article.id}{suffix}" for article in articles for suffix in (".yaml", ".txt"))}
    foreign = sorted(there - own) or sorted(there - {VOCABULARY_FILE} if VOCABULARY_FILE not in there else ())
    if foreign:
        raise Fault(
            f"the folder {folder} is no earlier export of this base: it holds '{foreign[0]}'; give an empty one"
        )


def _export_article(connection: Connection, article: Article, folder: Path) -> tuple[int, bool]:
    file = folder / f"{article.id}.yaml"
    if file.name == VOCABULARY_FILE:
        raise Fault(f"the article '{article.id}' cannot be exported: its file would be the vocabulary's")
    claims = tuple(claims_of_article(connection, article.id))
    write(ArticleFile(article=article, claims=claims), file)
    text = article_text(connection, article.id)
    if text is None:
        file.with_suffix(".txt").unlink(missing_ok=True)
    else:
        file.with_suffix(".txt").write_bytes(text.encode())
    return len(claims), text is not None
