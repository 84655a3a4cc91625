"""Feeds taken apart: what they name, and what is refused of them."""

from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.articles.feed import feed_of
from adapters.articles.feed_reading import MOST_ENTRIES, Feed, dumped, loaded, read_feed
from adapters.articles.fetcher import Sent
from bot.feed import Entry
from knowledge.fault import Fault

HERE = "https://paper.example/news/feed.xml"
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title> The\n Paper </title><ttl>90</ttl>'
    "<item><title>A</title><link>/a</link><guid isPermaLink='false'>mark-a</guid>"
    "<pubDate>Wed, 30 Apr 2025 23:30:00 +0200</pubDate></item>"
    "<item><title>B</title><link>b?x=1#top</link></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><id>tag:paper,1</id>'
    '<link rel="alternate" href="https://other.example/a"/><updated>2025-04-30T10:00:00Z</updated></entry></feed>'
)


def read(body: str | bytes, kind: str = "application/rss+xml") -> Feed:
    found = read_feed(body.encode() if isinstance(body, str) else body, kind, HERE)
    assert found
    return found


def sent(body: str | bytes) -> Sent:
    return Sent(HERE, httpx.Headers({"content-type": "text/xml"}), body.encode() if isinstance(body, str) else body)


def refusal(body: str | bytes, seconds: float = 60) -> str:
    with pytest.raises(Fault) as caught:
        feed_of(sent(body), seconds)
    return str(caught.value)


def linking(*links: str) -> str:
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    return f'<rss version="2.0"><channel>{items}</channel></rss>'


def test_rss_gives_addresses_marks_days_and_its_wish() -> None:
    assert read(RSS) == Feed(
        "The Paper",
        (
            Entry("mark-a", "https://paper.example/a", date(2025, 4, 30)),
            Entry("https://paper.example/news/b?x=1#top", "https://paper.example/news/b?x=1#top"),
        ),
        timedelta(minutes=90),
    )


def test_a_feed_is_the_same_when_another_process_has_read_it() -> None:
    assert feed_of(sent(RSS), 60) == read(RSS)


@pytest.mark.parametrize("body", [RSS, ATOM, "<p>no feed</p>"])
def test_what_one_process_tells_another_is_what_it_read(body: str) -> None:
    found = read_feed(body.encode(), "text/xml", HERE)
    assert loaded(dumped(found)) == found


def test_atom_gives_the_same() -> None:
    [entry] = read(ATOM).entries
    assert entry == Entry("tag:paper,1", "https://other.example/a", date(2025, 4, 30))


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_feed_in_another_character_set_is_read(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' + linking("/ä")
    [entry] = read(declared.encode(encoding), "text/xml").entries
    assert entry.link == "https://paper.example/ä"


def test_a_feed_with_a_fault_in_its_form_gives_what_can_be_read() -> None:
    assert read(RSS.replace("</channel>", "<oops>")).entries[0].link == "https://paper.example/a"


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://x.example/", "http://[bad/", ""]
)
def test_a_link_that_leads_nowhere_on_the_web_is_no_entry(link: str) -> None:
    assert [entry.link for entry in read(linking(link, "/good")).entries] == ["https://paper.example/good"]


def test_a_path_of_a_link_is_one_on_the_site_and_never_one_of_this_machine() -> None:
    assert [entry.link for entry in read(linking("/etc/passwd")).entries] == ["https://paper.example/etc/passwd"]


def test_an_entry_that_stands_there_twice_is_one() -> None:
    assert len(read(linking("/a", "/a")).entries) == 1


def test_only_the_first_entries_of_an_endless_list_are_read() -> None:
    assert len(read(linking(*(f"/{number}" for number in range(MOST_ENTRIES * 2)))).entries) == MOST_ENTRIES


@pytest.mark.parametrize("ttl", ["", "-5", "soon", "9" * 400, "٣"])
def test_a_wish_that_is_none_is_none(ttl: str) -> None:
    assert read(RSS.replace("<ttl>90", f"<ttl>{ttl}")).ttl == timedelta(0)


def test_a_wish_for_years_is_cut() -> None:
    assert read(RSS.replace("<ttl>90", "<ttl>9999999")).ttl == timedelta(days=30)


LAUGHS = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_words_that_grow_without_end_are_refused_before_they_are_read(encoding: str) -> None:
    bomb = LAUGHS + "]>" + RSS.partition("?>")[2].replace("The", "&i;")
    assert refusal(bomb.encode(encoding)) == (
        "the feed defines words of its own (XML entities), which can grow without end, and was left"
    )


def test_a_feed_that_asks_for_a_file_of_this_machine_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("word", encoding="utf-8")
    body = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + linking("/&x;")
    assert "entities" in refusal(body)


def test_a_body_that_is_the_name_of_a_file_does_not_open_it(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(RSS, encoding="utf-8")
    assert refusal(str(feed)) == "there is no feed at this address (neither RSS nor Atom)"
    assert refusal(feed.as_uri()) == "there is no feed at this address (neither RSS nor Atom)"


def test_a_huge_feed_is_left() -> None:
    assert refusal(RSS + " " * 2_000_000) == "the feed is larger than 2,000,000 bytes, and was left"


def test_a_feed_that_takes_for_ever_is_left_in_time() -> None:
    assert refusal("\n<!DOCTYPE" * 190_000 + ATOM, 1.5) == "the feed took longer than 1.5 seconds to read, and was left"


def test_a_feed_that_breaks_its_reader_is_said_so() -> None:
    assert refusal(RSS.replace("/a<", "/&#x110000;<")) == "the feed is broken, so that it cannot be read"


@pytest.mark.parametrize("body", ["", "<html><body>No feed</body></html>", "%PDF-1.4", "{}", "\0" * 99])
def test_what_is_no_feed_is_said_so(body: str) -> None:
    assert refusal(body) == "there is no feed at this address (neither RSS nor Atom)"


PARTS = st.sampled_from(
    [
        *RSS.replace(">", ">\n").split("\n"),
        "<![CDATA[",
        "]]>",
        "<!",
        "<!--",
        "&#0;",
        "<?xml",
        "<![",
        "\ud7ff",
    ]
)


@given(st.lists(PARTS | st.text(max_size=9), max_size=30))
def test_whatever_stands_there_every_link_leads_to_the_web(parts: list[str]) -> None:
    body = '<rss version="2.0"><channel>' + "".join(parts)
    found = read_feed(body.encode("utf-8", "replace"), "text/xml", HERE)
    assert found is None or all(entry.link.startswith(("http://", "https://")) for entry in found.entries)
