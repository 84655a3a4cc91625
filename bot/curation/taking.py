"""Taking an article in: whether the base has it already, has it from elsewhere, or meets it for the first time.

One article is one whatever brings it: the same address, the same text, or nearly the same text by the same publisher.
The same text elsewhere is a copy, kept with a link to the first, and nothing is proposed of it: its claims are there.
What may be the same is looked up by its traces, so that at most eight texts are compared however many there are.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Final, Literal, NamedTuple, Protocol

from bot.curation.alike import ONE, likeness, runs
from bot.curation.found import FoundArticle
from knowledge.article import Article, Original, Published
from knowledge.folding import fold
from knowledge.traces import TraceKind, address_of, runs_of, site_of

_LONGEST_ID: Final = 60
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Shelf(Protocol):
    """What is needed of the base."""

    def article(self, key: str) -> Article | None:
        """The article with this id."""

    def text(self, article: str) -> str | None:
        """The full text of an article, where the base keeps it."""

    def traced(self, kind: TraceKind, keys: Collection[str]) -> Sequence[str]:
        """The few articles known by most of these traces, the best first."""


class Taken(NamedTuple):
    """The article as the base has it or is to have it.

    `known` is one that the base has: it stays as it is. A `copy` is new and names its first; a `new` one is new.
    """

    outcome: Literal["new", "copy", "known"]
    article: Article


def take(found: FoundArticle, shelf: Shelf) -> Taken:
    """What `found` is to the base."""
    digest = hashlib.sha256(found.text.encode()).hexdigest()
    here = _known(shelf, "address", [address_of(found.url)]) if found.url else None
    if here:
        return Taken("known", here)
    first = _first(found, digest, shelf)
    if first and (_same_publisher(found, first) or first.withdrawn):
        return Taken("known", first)
    new = Article(
        id=_id(found, shelf),
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


def _known(shelf: Shelf, kind: TraceKind, keys: Collection[str]) -> Article | None:
    """The first of the articles that the base knows by such a trace."""
    return next((one for key in shelf.traced(kind, keys) if (one := shelf.article(key))), None)


def _first(found: FoundArticle, digest: str, shelf: Shelf) -> Article | None:
    """The article whose text this is, exactly or nearly; of a copy, the one it was copied from."""
    same = _known(shelf, "text", [digest]) or _alike(found, shelf)
    return (shelf.article(same.copy_of) if same.copy_of else None) or same if same else None


def _alike(found: FoundArticle, shelf: Shelf) -> Article | None:
    """The likest of the few articles that have most runs in common with the text, if it is like enough."""
    own = runs(found.text)
    near = [(likeness(own, runs(shelf.text(key) or "")), key) for key in shelf.traced("run", runs_of(found.text))]
    score, closest = max(near, key=lambda one: one[0], default=(0.0, ""))
    return shelf.article(closest) if score >= ONE else None


def _same_publisher(found: FoundArticle, first: Article) -> bool:
    """Whether both come from one publisher: by name, else by site; a text of unknown origin is no copy."""
    if found.publisher and first.publisher:
        return fold(found.publisher) == fold(first.publisher)
    if found.url and first.url:
        return site_of(found.url) == site_of(first.url)
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


def _id(found: FoundArticle, shelf: Shelf) -> str:
    """A short name for the article, made of its title; counted up where it is taken."""
    plain = unicodedata.normalize("NFKD", found.title.casefold().translate(_GERMAN)).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain)) or "article"
    short = words if len(words) <= _LONGEST_ID else words[: _LONGEST_ID + 1].rpartition("-")[0] or words[:_LONGEST_ID]
    count = 2
    chosen = short
    while shelf.article(chosen):
        chosen, count = f"{short}-{count}", count + 1
    return chosen
