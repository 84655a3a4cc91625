"""Feeds polled against a local server: politely, once, and never further than the fetcher may go."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import PUBLIC, Networks
from adapters.articles.sources import Told, article_on_page
from adapters.articles.wire import Limits
from adapters.collecting import taken_in
from adapters.polling import AT_ONCE, PAUSE, Polling, StoreIntake, followed
from bot.feed import Entry, EntryCounts, FollowedFeed
from bot.records import MemoryRecords
from knowledge.fault import Fault
from knowledge.store import Store
from tests.adapters.articles.hostile import PAGE, Reply, Server, bomb, dripping, endless, ok, serving, told
from tests.curated import opened_copy

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
LOOPBACK = Networks(["127.0.0.1/32"])
SMALL = Limits(seconds=1.0, sent=3_000_000, unpacked=6_000_000, redirects=3)


class Clock:
    """The time that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Intake:
    """Takes anything in, but what it is told to refuse; remembers what came."""

    def __init__(self) -> None:
        self.came: list[Entry] = []
        self.refusing: set[str] = set()

    def __call__(self, entry: Entry, who: str, at: datetime) -> int:  # noqa: ARG002 (as the port has it)
        self.came.append(entry)
        if entry.link in self.refusing:
            raise Fault("the article is not to be had")
        return 1


class Scene:
    """A served feed that is followed, polled on a clock of its own."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.clock = Clock()
        self.intake = Intake()
        self.feeds = MemoryRecords().feeds
        self.polling = self.another()
        self.feeds.follow(FollowedFeed(address=server.address("/feed"), who="terminal:ann", ask_at=NOW, due=NOW))

    def another(self) -> Polling:
        """Another process that polls the same feeds."""
        return Polling(self.feeds, Fetcher(LOOPBACK, SMALL), self.intake, self.clock, lambda: 0.0)

    def after(self, time: timedelta) -> None:
        """One round so much later."""
        self.clock.now += time
        self.polling.round(lambda: True)

    @property
    def feed(self) -> FollowedFeed:
        """How it stands with the feed."""
        [(feed, _)] = self.feeds.feeds()
        return feed

    @property
    def counts(self) -> EntryCounts:
        """What became of its entries."""
        [(_, counts)] = self.feeds.feeds()
        return counts

    @property
    def asked(self) -> int:
        """How often the feed was asked for."""
        return self.server.paths.count("/feed")

    @property
    def links(self) -> list[str]:
        """The links whose articles were taken in, or tried to."""
        return [entry.link for entry in self.intake.came]


def rss(*links: str, more: str = "") -> str:
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    return f'<rss version="2.0"><channel><title>The Paper</title>{more}{items}</channel></rss>'


def xml(*links: str, more: str = "", **headers: str) -> bytes:
    return ok(rss(*links, more=more), "application/rss+xml", **headers)


@pytest.fixture
def scene() -> Iterator[Scene]:
    with serving({"/feed": xml("/a", "/b")}) as server:
        yield Scene(server)


def test_what_a_feed_names_is_taken_in_once(scene: Scene) -> None:
    for _ in range(3):
        scene.after(HOUR)
    assert scene.links == [scene.server.address("/a"), scene.server.address("/b")]
    assert scene.counts == EntryCounts(taken=2)
    assert scene.asked == 3


def test_only_what_is_new_is_taken_in_later(scene: Scene) -> None:
    scene.after(HOUR)
    scene.server.replies["/feed"] = xml("/c", "/a", "/b")
    scene.after(HOUR)
    assert scene.links[2:] == [scene.server.address("/c")]


def test_a_feed_is_not_asked_before_its_time(scene: Scene) -> None:
    scene.after(HOUR)
    scene.after(HOUR - timedelta(seconds=1))
    assert scene.asked == 1
    scene.after(timedelta(seconds=1))
    assert scene.asked == 2


@pytest.mark.parametrize(
    "reply", [xml("/a", more="<ttl>180</ttl>"), xml("/a", Cache_Control="max-age=10800")], ids=["ttl", "cache-control"]
)
def test_a_feed_is_left_alone_as_long_as_it_wishes(scene: Scene, reply: bytes) -> None:
    scene.server.replies["/feed"] = reply
    scene.after(timedelta(0))
    scene.after(3 * HOUR - timedelta(seconds=1))
    assert scene.asked == 1
    scene.after(timedelta(seconds=1))
    assert scene.asked == 2


def test_a_feed_that_is_as_it_was_is_not_sent_again(scene: Scene) -> None:
    scene.server.replies["/feed"] = xml("/a", ETag='"1"', Last_Modified="Wed, 30 Apr 2025 10:00:00 GMT")
    scene.after(timedelta(0))
    scene.server.replies["/feed"] = told("304 Not Modified", Cache_Control="max-age=7200")
    scene.after(HOUR)
    request = scene.server.requests[-1].lower()
    assert b'if-none-match: "1"' in request
    assert b"if-modified-since: wed, 30 apr 2025 10:00:00 gmt" in request
    assert (scene.feed.etag, scene.feed.error, scene.feed.failures) == ('"1"', "", 0)
    assert scene.feed.ask_at == scene.clock.now + 2 * HOUR


def test_chance_makes_feeds_come_apart(scene: Scene) -> None:
    Polling(scene.feeds, Fetcher(LOOPBACK, SMALL), scene.intake, scene.clock, lambda: 0.5).round(lambda: True)
    assert scene.feed.ask_at == NOW + timedelta(minutes=63)


def test_a_feed_that_fails_is_asked_ever_more_seldom_and_said_so_once_a_time(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene.server.replies["/feed"] = told("500 Oh")
    waits = []
    for _ in range(3):
        scene.after(scene.feed.due - scene.clock.now)
        waits.append((scene.feed.ask_at - scene.clock.now) / HOUR)
    assert waits == [2, 4, 8]
    assert (scene.feed.failures, scene.feed.error) == (3, "'127.0.0.1' cannot give the page (500)")
    told_ = [vars(record) for record in caplog.records if record.levelno == logging.WARNING]
    assert [(one["feed"], one["reason"]) for one in told_] == [("127.0.0.1/feed", scene.feed.error)] * 3


@pytest.mark.parametrize("status", ["429 Slow down", "503 Busy"])
def test_a_server_that_says_when_to_come_again_is_believed(scene: Scene, status: str) -> None:
    scene.server.replies["/feed"] = told(status, Retry_After="36000")
    scene.after(timedelta(0))
    assert scene.feed.ask_at == NOW + 10 * HOUR


def test_a_feed_that_is_back_is_asked_as_often_as_before(scene: Scene) -> None:
    good = scene.server.replies["/feed"]
    scene.server.replies["/feed"] = told("500 Oh")
    scene.after(timedelta(0))
    scene.server.replies["/feed"] = good
    scene.after(2 * HOUR)
    assert (scene.feed.failures, scene.feed.error) == (0, "")
    assert scene.feed.ask_at == scene.clock.now + HOUR


HOSTILE = {
    "huge": ok(rss("/a") + " " * 2_100_000),
    "endless": endless,
    "slow": dripping,
    "packed": bomb(),
    "laughing": ok('<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + rss("/&b;")),
    "page": ok(PAGE),
    "to itself": told("302 Found", Location="/feed"),
    "to this machine": told("302 Found", Location="http://[::1]/feed"),
}


@pytest.mark.parametrize("reply", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_feed_that_means_ill_is_one_failure_and_another_feed_is_read(scene: Scene, reply: Reply) -> None:
    scene.server.replies |= {"/feed": reply, "/good": xml("/c")}
    good = replace(scene.feed, address=scene.server.address("/good"), due=NOW)
    scene.feeds.follow(good)
    scene.after(timedelta(0))
    states = {feed.address: feed for feed, _ in scene.feeds.feeds()}
    assert (states[scene.server.address("/feed")].failures, states[good.address].failures) == (1, 0)
    assert scene.links == [scene.server.address("/c")]


def test_an_article_that_fails_is_tried_three_times_and_the_others_are_taken_in(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    bad = scene.server.address("/a")
    scene.intake.refusing.add(bad)
    for _ in range(24):
        scene.after(HOUR)
    assert (scene.links.count(bad), scene.counts) == (3, EntryCounts(taken=1, given_up=1))
    told_ = [vars(record) for record in caplog.records if record.levelno == logging.WARNING]
    assert [(one["article"], one["reason"]) for one in told_] == [("127.0.0.1/a", "the article is not to be had")] * 3
    assert [one["it is"] for one in told_][-1] == "given up"


def test_an_article_that_failed_is_taken_in_later(scene: Scene) -> None:
    scene.intake.refusing.add(scene.server.address("/a"))
    scene.after(timedelta(0))
    scene.intake.refusing.clear()
    scene.after(HOUR)
    assert scene.counts == EntryCounts(taken=2)


def test_a_long_feed_is_taken_in_bit_by_bit_and_asked_no_more_often_for_it(scene: Scene) -> None:
    scene.server.replies["/feed"] = xml(*(f"/{number}" for number in range(AT_ONCE * 2 + 1)))
    scene.after(timedelta(0))
    assert len(scene.links) == AT_ONCE
    scene.after(PAUSE)
    scene.after(PAUSE)
    assert (len(scene.links), scene.asked) == (AT_ONCE * 2 + 1, 1)


def test_what_was_not_taken_in_before_the_end_is_afterwards(scene: Scene) -> None:
    scene.polling.round(lambda: not scene.links)
    assert len(scene.links) == 1
    scene.after(PAUSE)
    assert sorted(scene.links) == [scene.server.address("/a"), scene.server.address("/b")]


def test_a_feed_that_another_process_polls_is_left_to_it(scene: Scene) -> None:
    scene.feeds.claim("another", NOW)
    scene.after(timedelta(minutes=59))
    assert scene.asked == 0


def test_a_feed_that_is_removed_while_it_is_polled_is_left_at_once(scene: Scene) -> None:
    class Removing(Intake):
        def __call__(self, entry: Entry, who: str, at: datetime) -> int:
            scene.feeds.unfollow(scene.server.address("/feed"))
            return super().__call__(entry, who, at)

    scene.intake = Removing()
    scene.another().round(lambda: True)
    assert len(scene.links) == 1
    assert scene.feeds.feeds() == ()


@pytest.fixture
def store(shipped_base: Path, tmp_path: Path) -> Iterator[Store]:
    with opened_copy(shipped_base, tmp_path) as one:
        yield one


def polled(scene: Scene, store: Store) -> None:
    """One round with the intake of a base."""
    fetcher = Fetcher(LOOPBACK, SMALL)
    Polling(scene.feeds, fetcher, StoreIntake(store, fetcher), scene.clock, lambda: 0.0).round(lambda: True)


def test_an_article_of_a_feed_is_in_the_base_with_claims_that_are_proposed_and_answer_nothing(
    scene: Scene, store: Store
) -> None:
    before = {claim.id for claim, _ in store.claims()}
    scene.server.replies |= {"/feed": xml("/a"), "/a": ok(PAGE)}
    polled(scene, store)
    new = [(claim, article) for claim, article in store.claims() if claim.id not in before]
    assert {article.url for _, article in new} == {scene.server.address("/a")}
    assert {claim.state for claim, _ in new} == {"proposed"}
    assert {change.who for change in store.changes() if change.at == NOW} == {"feed:127.0.0.1/feed"}


def test_an_article_whose_taking_in_was_broken_off_gets_its_claims(scene: Scene, store: Store) -> None:
    scene.server.replies |= {"/feed": xml("/a"), "/a": ok(PAGE)}
    address = scene.server.address("/a")
    taken_in(article_on_page(address, Told(), Fetcher(LOOPBACK)), store, "feed:a process that died", NOW)
    polled(scene, store)
    assert any(article.url == address for _, article in store.claims())
    assert len([one for one in store.articles() if one.url == address]) == 1


def test_what_the_base_has_already_is_left_as_it_is(scene: Scene, store: Store) -> None:
    scene.server.replies |= {"/feed": xml("/a"), "/a": ok(PAGE)}
    polled(scene, store)
    count = store.change_number()
    scene.feeds.unfollow(scene.server.address("/feed"))
    scene.feeds.follow(FollowedFeed(address=scene.server.address("/feed"), who="terminal:ann", ask_at=NOW, due=NOW))
    polled(scene, store)
    assert (scene.counts, store.change_number()) == (EntryCounts(taken=1), count)


def test_a_page_that_says_no_day_has_that_of_its_feed(scene: Scene, store: Store) -> None:
    dated = rss("/a").replace("</item>", "<pubDate>Tue, 29 Apr 2025 10:00:00 GMT</pubDate></item>")
    page = PAGE.replace("2025-04-30", "")
    scene.server.replies |= {"/feed": ok(dated, "text/xml"), "/a": ok(page)}
    polled(scene, store)
    [article] = [one for one in store.articles() if one.url == scene.server.address("/a")]
    assert article.published.date.isoformat() == "2025-04-29"


@pytest.mark.parametrize("link", ["http://127.0.0.2/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/"])
def test_an_entry_that_leads_into_a_private_network_is_refused_by_the_fetcher(
    scene: Scene, store: Store, link: str, caplog: pytest.LogCaptureFixture
) -> None:
    scene.server.replies["/feed"] = xml(link)
    count = store.change_number()
    polled(scene, store)
    assert (scene.counts, store.change_number()) == (EntryCounts(waiting=1), count)
    [reason] = [vars(record)["reason"] for record in caplog.records if record.levelno == logging.WARNING]
    assert "is not on the public internet" in reason


def test_an_entry_that_names_a_file_of_this_machine_is_none(scene: Scene, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html>" + PAGE, encoding="utf-8")
    scene.server.replies["/feed"] = xml(file.as_uri(), "file://localhost" + str(file))
    polled(scene, store)
    assert scene.counts == EntryCounts()


def test_who_follows_a_feed_asks_for_it_once(scene: Scene) -> None:
    scene.feeds.unfollow(scene.feed.address)
    found = followed(scene.server.address("/feed#x"), "terminal:ann", Fetcher(LOOPBACK), scene.feeds, NOW)
    assert found
    assert found.title == "The Paper"
    scene.after(timedelta(0))
    assert (scene.asked, len(scene.links), scene.feed.who) == (1, 2, "terminal:ann")


def test_a_feed_is_not_followed_twice(scene: Scene) -> None:
    assert followed(scene.feed.address, "terminal:bob", Fetcher(LOOPBACK), scene.feeds, NOW) is None
    assert scene.feed.who == "terminal:ann"


def test_what_is_no_feed_is_not_followed(scene: Scene) -> None:
    scene.server.replies["/page"] = ok(PAGE)
    with pytest.raises(Fault, match="there is no feed"):
        followed(scene.server.address("/page"), "terminal:ann", Fetcher(LOOPBACK), scene.feeds, NOW)
    with pytest.raises(Fault, match="not on the public internet"):
        followed(scene.server.address("/feed"), "terminal:ann", Fetcher(PUBLIC), scene.feeds, NOW)
    assert len(scene.feeds.feeds()) == 1
