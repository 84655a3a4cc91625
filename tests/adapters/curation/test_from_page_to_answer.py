"""The whole way, in both chats: a page on the web, proposed claims, a curator's approval, the answer with its source.

Nothing between is left out or stood in for: the page is served over a socket and fetched, both SDKs are the genuine
ones, the bot does by itself what it does by itself, and the command is the one that `capex article add` runs.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.articles.fetcher import Fetcher
from adapters.articles.networks import Networks
from adapters.attending import Attending
from adapters.collecting import adding
from adapters.desk import Desk
from adapters.errands import Errands
from bot.conversation import Conversation
from bot.curation.counter import Counter
from bot.curation.office import Office
from bot.curation.roles import Roles
from bot.line import Line
from bot.places import shipped_corpus
from bot.records import SqlRecords
from knowledge.store import Store
from tests.adapters.articles.hostile import ok, serving
from tests.adapters.curation.chats import Chat, in_slack, on_discord

pytestmark = pytest.mark.asyncio
PAGE = (
    "<html lang=en><head><title>Amazon on capex</title><meta property='og:site_name' content='The Daily Ledger'>"
    "<meta property='article:published_time' content='2025-05-01'></head><body><article><h1>Amazon on capex</h1>"
    "<p>Amazon reported capital expenditure of $24.3 billion in the first quarter of 2025. "
    + "The company spoke at length about its data centres and warehouses on that day. " * 12
    + "</p></article></body></html>"
)
QUESTION = "amazon capex Q1 2025"
BOTH = pytest.mark.parametrize("opened", [in_slack, on_discord])
Opened = Callable[[], AbstractAsyncContextManager[Chat]]


def fetcher() -> Fetcher:
    """What fetches, from this machine too."""
    return Fetcher(Networks(["127.0.0.1/32"]))


@asynccontextmanager
async def serving_bot(chat: Chat, url: str) -> AsyncIterator[None]:
    """A bot in the chat, with what it does by itself."""
    with Store(url, corpus=shipped_corpus()) as store, SqlRecords(url) as records:
        line = Line(store)
        line.warm()
        roles = Roles([chat.curator], records, lambda: True)
        counter = Counter(Office(store, records), roles, records, line.names)
        desk = Desk(Conversation(line, records, counter), in_threads=False)
        platform = chat.platform(desk, line)
        await platform.start()
        await chat.ready()
        attending = Attending(Errands(store, records, fetcher()), records, every=0.05)
        going = asyncio.create_task(attending.go_on([platform]))
        try:
            yield
        finally:
            going.cancel()
            await asyncio.wait({going})
            await platform.stop()
            await desk.finish()


def proposed(url: str) -> str:
    """The id of the one claim that is proposed."""
    with Store(url, corpus=shipped_corpus()) as store:
        [key] = [claim.id for claim, _ in store.claims("proposed")]
    return key


async def approve_and_ask(chat: Chat, key: str) -> None:
    """Approve the claim in the chat; it answers then, and did not before."""
    assert "24.3" not in await chat.answers(QUESTION)
    card = await chat.tells("review")
    assert key in chat.reads(card)
    assert "«Amazon reported capital expenditure of $24.3 billion in the first quarter of 2025.»" in chat.reads(card)
    await chat.press(card, "approve")
    assert "✓ Approved; it answers from now on." in chat.reads(card)
    answer = await chat.answers(QUESTION)
    assert "US$24.3 bn" in answer
    assert "Amazon on capex" in answer
    assert "The Daily Ledger" in answer
    assert chat.breaches() == []


@BOTH
async def test_from_an_address_given_in_the_chat_to_its_answer(opened: Opened, sqlite_url: str) -> None:
    async with opened() as chat, serving_bot(chat, sqlite_url):
        with serving({"/": ok(PAGE)}) as page:
            told = await chat.tells(f"add {page.address()}")
            assert "It is being fetched" in chat.reads(told)
            outcome = await chat.hears("Amazon on capex")
        assert "Claims proposed: 1" in outcome
        await approve_and_ask(chat, proposed(sqlite_url))


@BOTH
async def test_from_the_command_at_a_terminal_to_the_answer_in_the_chat(
    opened: Opened, sqlite_url: str, tmp_path: Path
) -> None:
    async with opened() as chat, serving_bot(chat, sqlite_url):
        with serving({"/": ok(PAGE)}) as page:
            environment = {"CAPEX_DATABASE_URL": sqlite_url, "XDG_DATA_HOME": str(tmp_path)}
            command = [page.address()]
            ran = await asyncio.to_thread(CliRunner().invoke, adding(fetcher), command, env=environment)
        assert (ran.exit_code, ran.exception) == (0, None)
        assert "Added 'amazon-on-capex' (2025-05-01, en)." in ran.output
        assert "1 claim proposed, for a curator to approve." in ran.output
        await approve_and_ask(chat, proposed(sqlite_url))
