"""An article's own record: a date that is not printed says why it is believed; nothing is older than its original."""

from collections.abc import Iterator

from knowledge.article import Article
from knowledge.check.languages import says_same_numbers
from knowledge.check.timing import latest

_GUESSED = ("about", "on_or_after")

Keys = tuple[str | int, ...]


def article_faults(article: Article) -> Iterator[tuple[Keys, str]]:
    """What is wrong with the record of one article, each with the keys that lead there."""
    published = article.published
    if published.precision in _GUESSED and published.inferred is None:
        what = f"a date that is known only '{published.precision}' is inferred; give the reason"
        yield ("article", "published", "precision"), what
    for language in ("en", "de"):
        if published.inferred and getattr(published.inferred, language) is None:
            yield ("article", "published", "inferred"), f"'{language}' is missing"
    if published.inferred and not says_same_numbers(published.inferred):
        yield ("article", "published", "inferred"), "its two languages say different numbers"
    original = article.original
    if original and original.date and original.date > latest(published):
        what = f"the original of {original.date} is younger than the article of {published.date}"
        yield ("article", "original", "date"), what
