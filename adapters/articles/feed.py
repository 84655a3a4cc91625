"""A feed taken apart: which articles it names, under which marks, and how often it wants to be asked.

Only addresses, marks and days are taken from a feed; what an article says comes from its page, so that a feed can put
no word into the base. The bytes come from our fetcher: feedparser opens what it is given as an address or a file where
it can, so that it is given a stream, and it is asked for neither.
"""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from adapters.articles.fetcher import Sent
from bot.feed import Entry
from knowledge.fault import Fault

MOST_ENTRIES: Final = 200
"""Entries that are read of a feed, the first ones: most feeds have ten to fifty, the newest in front."""

_LARGEST: Final = 2_000_000
"""Bytes; the largest feeds of newspapers have half of it. feedparser reads about 2 MB a second."""

_LONGEST: Final = 1000
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_LONGEST_TTL: Final = timedelta(days=30)


class Feed(NamedTuple):
    """What a feed says: its entries in its order, and the time it asks to be left alone for after each reading."""

    title: str
    entries: tuple[Entry, ...]
    ttl: timedelta


def feed_of(sent: Sent) -> Feed:
    """The feed in what was sent; raises Fault where there is none, or one that is not to be read safely."""
    if len(sent.body) > _LARGEST:
        raise Fault(f"the feed is larger than {_LARGEST:,} bytes, and was left")
    if _ENTITY.search(sent.body.replace(b"\0", b"")):
        raise Fault("the feed defines words of its own (XML entities), which can grow without end, and was left")
    parsed = _parsed(sent)
    if not parsed.get("version"):
        raise Fault("there is no feed at this address (neither RSS nor Atom)")
    about = parsed["feed"]
    entries = {entry.mark: entry for entry in _entries(parsed["entries"][:MOST_ENTRIES], sent.address)}
    return Feed(" ".join(str(about.get("title") or "").split())[:_LONGEST], tuple(entries.values()), _ttl(about))


def _parsed(sent: Sent) -> Mapping[str, Any]:
    import feedparser  # is slow to load, and only needed where a feed is read

    headers = {"content-type": sent.headers.get("content-type", ""), "content-location": sent.address}
    try:
        parsed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(sent.body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        # Its parsers promise to take anything, and break on some of what is no feed at all.
        raise Fault(f"the feed is broken, so that it cannot be read ({type(error).__name__})") from None
    return parsed


def _entries(found: list[Mapping[str, Any]], address: str) -> Iterator[Entry]:
    for one in found:
        link = _on_the_web(str(one.get("link") or ""), address)
        if link:
            yield Entry(mark=str(one.get("id") or link)[:_LONGEST], link=link, day=_day(one))


def _on_the_web(link: str, address: str) -> str:
    """The link as an address of the web; none where it is something else, such as a file."""
    try:
        whole = urljoin(address, link.strip())
        fits = urlsplit(whole).scheme in {"http", "https"} and len(whole) <= _LONGEST
    except ValueError:
        return ""
    return whole if link and fits else ""


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day on which the entry appeared, in UTC, where the feed says it."""
    said = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*said[:3]) if said else None
    except ValueError:
        return None


def _ttl(about: Mapping[str, Any]) -> timedelta:
    said = str(about.get("ttl") or "")
    minutes = int(said) if said.isascii() and said.isdigit() and len(said) < 8 else 0  # noqa: PLR2004 (19 years)
    return min(timedelta(minutes=minutes), _LONGEST_TTL)
