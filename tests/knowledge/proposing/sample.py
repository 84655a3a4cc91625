"""Short articles for single behaviours."""

import hashlib
from datetime import date

from knowledge.article import Article, Published
from knowledge.value import Language

DAY = date(2025, 4, 30)


def article_of(text: str, language: Language, day: date = DAY) -> Article:
    """An article with this text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id="sample", title="Sample", published=Published(date=day), language=language, sha256=digest)
