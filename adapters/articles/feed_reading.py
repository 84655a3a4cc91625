"""What a feed names, read by feedparser; run as a program it reads one feed from its input (see `feed`).

Only addresses, marks and days are taken from a feed; what an article says comes from its page, so that a feed can put
no word into the base. feedparser opens what it is given as an address or a file where it can, so it is given a stream.
"""

import io
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, BinaryIO, Final, NamedTuple, TextIO
from urllib.parse import urljoin, urlsplit

from bot.feed import Entry

MOST_ENTRIES: Final = 200
"""Entries that are read of a feed, the first ones: most feeds have ten to fifty, the newest in front."""

_MEMORY: Final = 1 << 30
_LONGEST: Final = 1000
_LONGEST_TTL: Final = timedelta(days=30)


class Feed(NamedTuple):
    """What a feed says: its title, its entries in its order, and how long it asks to be left alone after a reading."""

    title: str
    entries: tuple[Entry, ...]
    ttl: timedelta


def read_feed(body: bytes, kind: str, address: str) -> Feed | None:
    """The feed at `address`, of the type that the server says; None where it is none."""
    import feedparser  # slow to load

    headers = {"content-type": kind, "content-location": address}
    parsed: Mapping[str, Any] = feedparser.parse(
        io.BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not parsed.get("version"):
        return None
    about = parsed["feed"]
    entries = {entry.mark: entry for entry in _entries(parsed["entries"][:MOST_ENTRIES], address)}
    return Feed(" ".join(str(about.get("title") or "").split())[:_LONGEST], tuple(entries.values()), _ttl(about))


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


def dumped(feed: Feed | None) -> str:
    """A feed as one process tells it another."""
    if feed is None:
        return "null"
    entries = [(entry.mark, entry.link, entry.day.isoformat() if entry.day else "") for entry in feed.entries]
    return json.dumps([feed.title, entries, feed.ttl.total_seconds()])


def loaded(told: str) -> Feed | None:
    """What `dumped` told."""
    if told == "null":
        return None
    title, entries, ttl = json.loads(told)
    days = ((mark, link, date.fromisoformat(day) if day else None) for mark, link, day in entries)
    return Feed(title, tuple(Entry(*one) for one in days), timedelta(seconds=ttl))


def main(given: BinaryIO, out: TextIO) -> None:
    """Read the type and the address from the first line, the feed from the rest; tell what it names."""
    with suppress(ImportError):  # where there is no such module, time alone is bounded
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    kind, address = json.loads(given.readline())
    out.write(dumped(read_feed(given.read(), kind, address)))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout)
