"""One page of the web, fetched as a polite and distrustful reader does.

http and https only; each address is checked before each connection, redirects are followed by hand and checked alike;
robots.txt is honoured on every site on the way; nothing is kept or sent besides the request: no cookies, no
credentials, no proxies of the environment. A page that is not to be had is a Fault of one sentence.
"""

from collections.abc import Collection, Mapping
from contextlib import closing
from time import monotonic
from typing import Final, NamedTuple
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from adapters.articles.decoding import decoded
from adapters.articles.networks import PUBLIC, Networks
from adapters.articles.phrases import why
from adapters.articles.robots import AGENT, NOTHING, Robots, read_robots
from adapters.articles.transport import Transport
from adapters.articles.unpacking import ACCEPTED, unpacked
from adapters.articles.wire import USUAL, Budget, Limits, Resolve, Wire, resolve
from knowledge.fault import Fault
from knowledge.reason import Reason, grouped

PAGES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""The types of a page that may hold an article."""

_SENDS_ON: Final = frozenset({301, 302, 303, 307, 308})
_OK: Final = 200
_UNCHANGED: Final = 304
_RULES_KEPT: Final = 3600.0
_MOST_RULES: Final = 500_000
_LONGEST: Final = 2000
_TOLD: Final = frozenset((401, 402, 403, 404, 410, 429, 451))
"""Statuses of which it is told what they mean."""


class Page(NamedTuple):
    """A fetched page: its last address, type and text, and what a later request can ask by whether it changed."""

    address: str
    kind: str
    text: str
    etag: str = ""
    modified: str = ""


class Unchanged(Exception):
    """The page is as it was when its `etag` or date was given; `headers` are what the server says of that."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__()
        self.headers = headers


class Refused(Fault):
    """A server's refusal; its `headers` may say when to ask again."""

    def __init__(self, reason: Reason, headers: Mapping[str, str]) -> None:
        super().__init__(reason)
        self.headers = headers


class Sent(NamedTuple):
    """What a server sent: the last address, the headers (whatever their case), the body as it is once unpacked."""

    address: str
    headers: Mapping[str, str]
    body: bytes


class _Answer(NamedTuple):
    status: int
    headers: httpx.Headers
    body: bytes


class Fetcher:
    """Fetches pages from `networks`; a name is resolved by `resolving`."""

    def __init__(self, networks: Networks = PUBLIC, limits: Limits = USUAL, resolving: Resolve = resolve) -> None:
        self._networks = networks
        self._limits = limits
        self._resolve = resolving
        self._rules: dict[str, tuple[float, Robots]] = {}

    def page(self, address: str, accepted: Collection[str] = PAGES, etag: str = "", modified: str = "") -> Page:
        """The page at `address`; raises Fault, and Unchanged where it is still as `etag` or `modified` has it."""
        return _page(self.sent(address, etag, modified), accepted)

    def sent(self, address: str, etag: str = "", modified: str = "") -> Sent:
        """The bytes at `address`, of whatever type; raises as `page` does."""
        budget = Budget(self._limits)
        wire = Wire(self._networks, self._resolve, budget)
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        with closing(Transport(wire)) as transport:
            here = _checked(address)
            for _ in range(self._limits.redirects + 1):
                self._ask_rules(transport, here)
                answer = self._get(transport, here, headers)
                if answer.status not in _SENDS_ON:
                    return _sent(here, answer)
                here = _checked(urljoin(here, answer.headers.get("location", "")))
        raise Fault(why("sends_on", self._limits.redirects))

    def _get(self, transport: Transport, address: str, headers: Mapping[str, str], most: int = 0) -> _Answer:
        own = {"User-Agent": f"{AGENT}/0.1", "Accept-Encoding": ACCEPTED, "Connection": "close", **headers}
        request = httpx.Request("GET", address, headers=own)
        host = request.url.host
        try:
            with closing(transport.handle_request(request)) as response:
                body = b""
                if response.status_code == _OK:
                    packing = response.headers.get("content-encoding", "")
                    body = unpacked(response.iter_raw(), packing, most or self._limits.unpacked)
                return _Answer(response.status_code, response.headers, body)
        except httpcore.TimeoutException:
            raise Fault(why("no_answer_in_time", host)) from None
        except httpcore.ProtocolError:
            raise Fault(why("no_http", host)) from None
        except httpcore.NetworkError as error:
            told = "no_certificate" if "CERTIFICATE_VERIFY" in str(error) else "not_reached"
            raise Fault(why(told, host)) from None

    def _ask_rules(self, transport: Transport, address: str) -> None:
        """Raise Fault where the site forbids the page to programs."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        at, rules = self._rules.get(site, (float("-inf"), NOTHING))
        if monotonic() - at > _RULES_KEPT:
            rules = self._rules_of(transport, site)
            self._rules[site] = (monotonic(), rules)
        if not rules.may_fetch((parts.path or "/") + (f"?{parts.query}" if parts.query else "")):
            raise Fault(why("forbidden_to_programs", parts.hostname))

    def _rules_of(self, transport: Transport, site: str) -> Robots:
        """What the site says; nothing forbidden where it says nothing, all where it cannot tell."""
        here = f"{site}/robots.txt"
        for _ in range(self._limits.redirects + 1):
            answer = self._get(transport, here, {}, _MOST_RULES)
            if answer.status == _OK:
                return read_robots(answer.body.decode("utf-8", "replace"))
            if answer.status not in _SENDS_ON:
                break
            here = _checked(urljoin(here, answer.headers.get("location", "")))
        return Robots() if 400 <= answer.status < 500 else NOTHING  # noqa: PLR2004 (the client's mistakes: no rules)


def _checked(address: str) -> str:
    """The address, where it is one of the web; raises Fault."""
    if len(address) > _LONGEST:
        raise Fault(why("address_too_long", grouped(_LONGEST)))
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
        httpx.URL(address)
    except (ValueError, httpx.InvalidURL):
        raise Fault(why("no_address", address[:80])) from None
    if parts.scheme not in ("http", "https") or not host or port == 0:
        raise Fault(why("no_web_address", address[:80]))
    if parts.username is not None or parts.password is not None:
        raise Fault(why("address_with_password"))
    return parts._replace(fragment="").geturl()


def _sent(address: str, answer: _Answer) -> Sent:
    if answer.status == _UNCHANGED:
        raise Unchanged(answer.headers)
    if answer.status != _OK:
        told = f"status_{answer.status}" if answer.status in _TOLD else "other_status"
        raise Refused(why(told, urlsplit(address).hostname, answer.status), answer.headers)
    return Sent(address, answer.headers, answer.body)


def _page(sent: Sent, accepted: Collection[str]) -> Page:
    named = sent.headers.get("content-type", "")
    kind = named.partition(";")[0].strip().lower()
    if sent.body.startswith(b"%PDF-") or kind == "application/pdf":
        raise Fault(why("page_is_pdf"))
    if kind not in accepted:
        raise Fault(why("no_article_but", kind[:60] or why("of_no_type")))
    text = decoded(sent.body, named)
    return Page(sent.address, kind, text, sent.headers.get("etag", ""), sent.headers.get("last-modified", ""))
