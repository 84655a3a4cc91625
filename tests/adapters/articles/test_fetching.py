"""Fetching from servers that mean ill: each is refused in one sentence, within the limits."""

import gzip
import zlib
from collections.abc import Iterator, Sequence

import pytest

from adapters.articles.fetcher import Fetcher, Unchanged
from adapters.articles.networks import Networks
from adapters.articles.wire import Limits
from knowledge.fault import Fault

from .hostile import (
    PAGE,
    PROSE,
    Reply,
    Server,
    bomb,
    dripping,
    endless,
    endless_headers,
    ok,
    sends_on,
    serving,
    silent,
    told,
)

LOOPBACK = Networks(["127.0.0.1/32"])
SMALL = Limits(seconds=1.0, sent=200_000, unpacked=400_000, redirects=3)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({"/": ok(PAGE)}) as one:
        yield one


def fetched(server: Server, reply: Reply, limits: Limits = SMALL) -> str:
    """The text of a page that is served so."""
    server.replies["/page"] = reply
    return Fetcher(LOOPBACK, limits).page(server.address("/page")).text


def refusal(server: Server, reply: Reply) -> str:
    """The sentence with which a page that is served so is refused."""
    with pytest.raises(Fault) as caught:
        fetched(server, reply)
    return str(caught.value)


def test_an_honest_page_comes_as_it_is(server: Server) -> None:
    assert PROSE in fetched(server, ok(PAGE))


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_page_is_unpacked(server: Server, name: str, pack: "type[bytes]") -> None:
    assert PROSE in fetched(server, ok(pack(PAGE.encode()), Content_Encoding=name))


def test_loopback_is_not_reached_unless_the_caller_allows_it(server: Server) -> None:
    for host in ("127.0.0.1", "localhost", "127.1", "0x7f000001", "[::ffff:127.0.0.1]"):
        with pytest.raises(Fault, match=r"not on the public internet|no server by the name"):
            Fetcher().page(server.address(host=host))
    assert server.requests == []


def test_a_redirect_into_another_network_is_refused(server: Server) -> None:
    with serving({"/": ok(PAGE)}, host="127.0.0.2") as inside:
        told = refusal(server, sends_on(inside.address(host="127.0.0.2")))
        assert told == "'127.0.0.2' is not on the public internet (127.0.0.2); nothing is fetched from there"
        assert inside.requests == []


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "javascript:1"])
def test_a_redirect_to_no_web_address_is_refused(server: Server, to: str) -> None:
    assert "is no web address" in refusal(server, sends_on(to))


def test_a_name_that_points_elsewhere_a_moment_later_leads_nowhere_else(server: Server) -> None:
    answers = [["127.0.0.1"], ["127.0.0.2"]]

    def rebinding(host: str, port: int) -> Sequence[str]:
        del host, port
        return answers.pop(0)

    with (
        serving({"/": ok(PAGE)}, host="127.0.0.2", port=server.port) as inside,
        pytest.raises(Fault, match=r"not on the public internet \(127\.0\.0\.2\)"),
    ):
        Fetcher(LOOPBACK, SMALL, rebinding).page(server.address(host="rebinding.example"))
    assert inside.requests == []
    assert server.paths == ["/robots.txt"]


def test_a_name_with_one_address_inside_is_not_reached_at_all(server: Server) -> None:
    with pytest.raises(Fault, match="not on the public internet"):
        Fetcher(LOOPBACK, SMALL, lambda *_: ["127.0.0.1", "10.0.0.1"]).page(server.address(host="both.example"))
    assert server.requests == []


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (endless, "the page is larger than 200,000 bytes, and was left"),
        (endless_headers, None),
        (dripping, "the page took longer than 1 seconds, and was left"),
        (silent, "the page took longer than 1 seconds, and was left"),
        (bomb(), "the page is larger than 400,000 bytes once unpacked, and was left"),
        (ok(b"no gzip", Content_Encoding="gzip"), "the page is not packed as the server says ('gzip')"),
        (ok(PAGE, Content_Encoding="br"), "the server packs the page in a way that was not asked for ('br')"),
        (ok(b"%PDF-1.7 ..."), "the page is a PDF; save its text to a file and add that"),
        (ok(b"", "application/pdf"), "the page is a PDF; save its text to a file and add that"),
        (ok(b"\x89PNG\r\n\0\0\0", "text/html"), "the page is no text, whatever the server says"),
        (ok(PAGE, "application/zip"), "the page is no article but 'application/zip'"),
        (ok(b"Ausgaben f\xfcr KI", "text/html; charset=utf-8"), None),
        (ok(PAGE, "text/html; charset=klingon"), "the page names a character set that is not known ('klingon')"),
        (ok("fÃ¼r Ã¤hnliche MÃ¤rkte kÃ¶nnen".encode()), None),
        (told("404 Not Found"), "'127.0.0.1' has no such page (404)"),
        (told("500 Oops"), "'127.0.0.1' cannot give the page (500)"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "'127.0.0.1' broke off, or does not speak HTTP"),
        (sends_on("/page"), "the page sends on more than 3 times"),
    ],
)
def test_a_page_that_is_not_to_be_had_is_refused_in_one_sentence(
    server: Server, reply: Reply, sentence: str | None
) -> None:
    refused = refusal(server, reply)
    assert refused == sentence or (sentence is None and refused)
    assert "\n" not in refused


def test_what_is_not_utf_8_though_it_is_said_to_be_is_refused(server: Server) -> None:
    assert "not in the character set" in refusal(server, ok(b"Ausgaben f\xfcr KI", "text/html; charset=utf-8"))


def test_letters_that_were_garbled_before_they_were_sent_are_refused(server: Server) -> None:
    assert "garbled" in refusal(server, ok("fÃ¼r Ã¤hnliche MÃ¤rkte kÃ¶nnen".encode()))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("für".encode("latin-1"), "text/html; charset=iso-8859-1"),
        ("für".encode(), "text/html; charset=iso-8859-1"),
        (b'<meta charset="windows-1252">' + "für".encode("cp1252"), "text/html"),
        ("für".encode("utf-8-sig"), "text/html"),
        ("für".encode("utf-16"), "text/html"),
    ],
    ids=["latin-1", "utf-8 called latin-1", "named in the page", "marked", "utf-16"],
)
def test_other_character_sets_are_read(server: Server, body: bytes, kind: str) -> None:
    assert fetched(server, ok(body, kind)).endswith("für")


def test_an_address_with_a_password_is_not_fetched(server: Server) -> None:
    with pytest.raises(Fault, match="name or password"):
        Fetcher(LOOPBACK).page(f"http://me:secret@127.0.0.1:{server.port}/")


def test_a_server_that_is_not_there_is_said_so() -> None:
    with serving({}) as gone:
        address = gone.address()
    with pytest.raises(Fault, match=r"'127\.0\.0\.1' cannot be reached"):
        Fetcher(LOOPBACK, SMALL).page(address)


def test_no_cookie_comes_back_and_nothing_is_said_of_whoever_asks(server: Server) -> None:
    server.replies["/page"] = told("302 Found", Location="/", Set_Cookie="visit=1; Path=/")
    Fetcher(LOOPBACK, SMALL).page(server.address("/page"))
    assert server.paths == ["/robots.txt", "/page", "/"]
    last = server.requests[-1].decode().lower()
    assert "cookie" not in last
    assert "referer" not in last
    assert "user-agent: capex-bot" in last


def test_what_a_site_forbids_programs_is_not_fetched(server: Server) -> None:
    server.replies["/robots.txt"] = ok("User-agent: *\nDisallow: /page", "text/plain")
    assert refusal(server, ok(PAGE)) == "the rules of '127.0.0.1' (robots.txt) keep programs from this page"
    assert server.paths == ["/robots.txt"]


def test_a_site_that_cannot_tell_its_rules_is_left_alone(server: Server) -> None:
    server.replies["/robots.txt"] = told("503 Busy")
    assert "robots.txt" in refusal(server, ok(PAGE))


def test_the_rules_of_a_site_are_asked_once(server: Server) -> None:
    fetcher = Fetcher(LOOPBACK, SMALL)
    fetcher.page(server.address())
    fetcher.page(server.address())
    assert server.paths == ["/robots.txt", "/", "/"]


def test_a_page_that_is_as_it_was_is_not_sent_again(server: Server) -> None:
    server.replies["/page"] = ok(PAGE, ETag='"1"', Last_Modified="Wed, 30 Apr 2025 10:00:00 GMT")
    fetcher = Fetcher(LOOPBACK, SMALL)
    page = fetcher.page(server.address("/page"))
    server.replies["/page"] = told("304 Not Modified")
    with pytest.raises(Unchanged):
        fetcher.page(page.address, etag=page.etag, modified=page.modified)
    assert b'if-none-match: "1"' in server.requests[-1].lower()
    assert b"if-modified-since: wed, 30 apr 2025" in server.requests[-1].lower()
