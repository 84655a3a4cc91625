"""By what an article is known again: where it stands, the hash of its text, and runs of its words.

Of the runs of five words some are chosen, in each sixteen neighbours the one with the least hash (winnowing, as
Schleimer, Wilkerson and Aiken have it): so two texts with a stretch of twenty words in common have a chosen run in
common, whatever stands around it, and a text keeps about one run for eight of its words, at most 2,048; of longer texts
the least hashes, so that nearly the same ones keep nearly the same. The hashes are the same in every process.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from knowledge.article import Article
from knowledge.folding import tokens

TraceKind = Literal["address", "text", "run"]

STRETCH: Final = 20
"""Words in a row that two texts have in common from which they are sure to meet."""
MOST: Final = 2048
"""Runs that are kept of one text, those with the least hashes."""

_RUN: Final = 5
_WINDOW: Final = STRETCH - _RUN + 1
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|ref|cmpid|ns_\w+|wt_\w+|at_\w+", re.IGNORECASE)


def address_of(url: str) -> str:
    """What an address leads to: without scheme, what follows visitors, and the order of what a page is told besides."""
    parts = urlsplit(url)
    asked = sorted((key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key))
    return f"{site_of(url)}{parts.path.rstrip('/')}?{urlencode(asked)}"


def site_of(url: str) -> str:
    """The host of an address, without its www."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def traces_of_article(article: Article) -> Iterator[tuple[TraceKind, str]]:
    """What an article is known by without its text."""
    if article.url:
        yield "address", address_of(article.url)
    yield "text", article.sha256


def runs_of(text: str) -> frozenset[str]:
    """The chosen runs of a text."""
    words = [token.folded for token in tokens(text)]
    hashes = [_hash(words[place : place + _RUN]) for place in range(max(len(words) - _RUN + 1, 1))]
    last = max(len(hashes) - _WINDOW + 1, 1)
    chosen = {min(hashes[place : place + _WINDOW]) for place in range(last)}
    return frozenset(sorted(chosen)[:MOST])


def _hash(words: list[str]) -> str:
    return blake2b(" ".join(words).encode(), digest_size=8).hexdigest()
