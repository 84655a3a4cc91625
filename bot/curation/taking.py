"""Taking an article in: whether the base has it already, has it from elsewhere, or meets it for the first time.

One article is one whatever brings it: the same address, the same text, or nearly the same text by the same publisher.
The same text elsewhere is a copy, kept with a link to the first, and nothing is proposed of it: its claims are there.
"""

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from typing import Final, Literal, NamedTuple, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.curation.alike import ONE, Runs, likeness, runs
from bot.curation.found import FoundArticle
from knowledge.article import Article, Original, Published
from knowledge.folding import fold

_LONGEST_ID: Final = 60
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|ref|cmpid|ns_\w+|wt_\w+|at_\w+", re.IGNORECASE)


class Shelf(Protocol):
    """What is needed of the base."""

    def articles(self) -> Iterator[Article]:
        """All articles."""

    def text(self, article: str) -> str | None:
        """The full text of an article, where the base keeps it."""


class Taken(NamedTuple):
    """The article as the base has it or is to have it.

    `known` is one that the base has: it stays as it is. A `copy` is new and names its first; a `new` one is new.
    """

    outcome: Literal["new", "copy", "known"]
    article: Article


def take(found: FoundArticle, shelf: Shelf) -> Taken:
    """What `found` is to the base."""
    held = list(shelf.articles())
    digest = hashlib.sha256(found.text.encode()).hexdigest()
    if found.url:
        here = _place(found.url)
        for article in held:
            if article.url and _place(article.url) == here:
                return Taken("known", article)
    first = _first(found, digest, held, shelf)
    if first and (_same_publisher(found, first) or first.withdrawn):
        return Taken("known", first)
    new = Article(
        id=_id(found, {article.id for article in held}),
        title=found.title,
        publisher=found.publisher,
        author=found.author,
        published=Published(date=found.published),
        language=found.language,
        url=found.url,
        original=_original(first) if first else None,
        copy_of=first.id if first else None,
        sha256=digest,
    )
    return Taken("copy" if first else "new", new)


def _first(found: FoundArticle, digest: str, held: Iterable[Article], shelf: Shelf) -> Article | None:
    """The article whose text this is, exactly or nearly; of a copy, the one it was copied from."""
    by_id = {article.id: article for article in held}
    same = next((article for article in by_id.values() if article.sha256 == digest), None)
    if same is None:
        own = runs(found.text)
        near = [(likeness(own, _runs_of(article, shelf)), article) for article in by_id.values()]
        score, closest = max(near, key=lambda one: one[0], default=(0.0, None))
        same = closest if score >= ONE else None
    return by_id.get(same.copy_of or same.id, same) if same else None


def _runs_of(article: Article, shelf: Shelf) -> Runs:
    return runs(shelf.text(article.id) or "")


def _same_publisher(found: FoundArticle, first: Article) -> bool:
    """Whether both come from one publisher: by name, else by site; a text of unknown origin is no copy."""
    if found.publisher and first.publisher:
        return fold(found.publisher) == fold(first.publisher)
    if found.url and first.url:
        return _site(found.url) == _site(first.url)
    return not (found.url or found.publisher) or not (first.url or first.publisher)


def _original(first: Article) -> Original:
    return Original(
        title=first.title,
        publisher=first.publisher,
        author=first.author,
        url=first.url,
        date=first.published.date,
        language=first.language,
    )


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _place(url: str) -> tuple[str, str, str]:
    """What an address leads to: without scheme, what follows visitors, and what a page is told besides."""
    parts = urlsplit(url)
    asked = sorted((key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key))
    return _site(url), parts.path.rstrip("/"), urlencode(asked)


def _id(found: FoundArticle, taken: Container[str]) -> str:
    """A short name for the article, made of its title; counted up where it is taken."""
    plain = unicodedata.normalize("NFKD", found.title.casefold().translate(_GERMAN)).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain)) or "article"
    short = words if len(words) <= _LONGEST_ID else words[: _LONGEST_ID + 1].rpartition("-")[0] or words[:_LONGEST_ID]
    count = 2
    chosen = short
    while chosen in taken:
        chosen, count = f"{short}-{count}", count + 1
    return chosen
