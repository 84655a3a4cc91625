"""Export: the whole base as corpus files, the same that an import reads; nothing is lost on the way.

What was imported in canonical form comes out byte for byte, in the order of its files. Full texts go beside their
articles. Files of the folder that the base knows nothing of are left alone.
"""

from pathlib import Path

from sqlalchemy import Connection

from knowledge.article import Article
from knowledge.corpus_file import VOCABULARY_FILE, ArticleFile, write
from knowledge.fault import Fault
from knowledge.store.reading import all_articles, article_text, claims_of_article, vocabulary


def export(connection: Connection, folder: Path) -> None:
    """Write what `connection` sees to `folder`, which is made where it is missing; raises Fault."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(vocabulary(connection), folder / VOCABULARY_FILE)
        for article in all_articles(connection):
            _export_article(connection, article, folder)
    except OSError as error:
        raise Fault(f"{error.filename or folder} cannot be written: {error.strerror}") from None


def _export_article(connection: Connection, article: Article, folder: Path) -> None:
    file = folder / f"{article.id}.yaml"
    if file.name == VOCABULARY_FILE:
        raise Fault(f"the article '{article.id}' cannot be exported: its file would be the vocabulary's")
    write(ArticleFile(article=article, claims=tuple(claims_of_article(connection, article.id))), file)
    text = article_text(connection, article.id)
    if text is not None:
        file.with_suffix(".txt").write_bytes(text.encode())
