"""A base that takes its time costs neither the answer nor the three seconds that Discord waits."""

import time
from datetime import UTC, date, datetime

import pytest

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from bot.conversation import Conversation
from bot.line import Asked, Line
from bot.people import Audience, Place
from bot.question import Question
from bot.records import MemoryRecords, Records
from knowledge.store import Store
from knowledge.value import Language
from tests.fakes.discord import DiscordServer

from .acting import labels
from .conftest import running, settings_for

pytestmark = pytest.mark.asyncio

_SLOW = 1.7


class _SlowLine(Line):
    def ask(
        self,
        text: str,
        on: date,
        language: Language | None = None,
        last: Question | None = None,
        spoken: Language | None = None,
    ) -> Asked:
        time.sleep(_SLOW)
        return super().ask(text, on, language, last, spoken)


class _SlowRecords(MemoryRecords):
    """Records that take their time to tell whom a channel's answers are for."""

    def audience(self, place: Place) -> Audience:
        time.sleep(_SLOW)
        return super().audience(place)


def _slow_platform(server: DiscordServer, store: Store, records: Records | None = None) -> DiscordPlatform:
    line = _SlowLine(store)
    desk = Desk(Conversation(line, records or MemoryRecords()), in_threads=True)
    return DiscordPlatform(desk, line, settings_for(server))


def _open(server: DiscordServer, records: Records) -> None:
    """Let everybody see the answers in the channel."""
    place = Place(platform="discord", workspace=str(server.guild.id), channel=str(server.channel.id))
    records.show_to(place, "public", datetime.now(UTC))


async def test_a_slow_answer_is_acknowledged_first(server: DiscordServer, shipped_store: Store) -> None:
    async with running(_slow_platform(server, shipped_store)):
        asked = await server.acknowledged(await server.slash("capex", question="meta"))
        reply = await server.reply(asked)
    assert asked.callback == 5
    assert reply.ephemeral
    assert "US$35–40 bn" in reply.text


async def test_where_answers_are_for_everybody_a_slow_one_is_too(server: DiscordServer, shipped_store: Store) -> None:
    records = MemoryRecords()
    _open(server, records)
    async with running(_slow_platform(server, shipped_store, records)):
        asked = await server.acknowledged(await server.slash("capex", question="meta"))
        reply = await server.reply(asked)
    assert asked.callback == 5
    assert not reply.ephemeral
    assert labels(reply)[-1] == "Delete"


async def test_where_that_itself_is_told_late_the_answer_is_for_who_asks(server: DiscordServer, shipped: Line) -> None:
    records = _SlowRecords()
    _open(server, records)
    desk = Desk(Conversation(shipped, records), in_threads=True)
    async with running(DiscordPlatform(desk, shipped, settings_for(server))):
        asked = await server.acknowledged(await server.slash("capex", question="meta"))
        reply = await server.reply(asked)
    assert (asked.callback, reply.ephemeral) == (5, True)
    assert labels(reply)[-1] == "Share here"


async def test_an_answer_under_way_goes_out_before_the_end(server: DiscordServer, shipped_store: Store) -> None:
    async with running(_slow_platform(server, shipped_store)):
        said = await server.mention("meta")
        await server.settled()
        assert server.replies_to(said) == []
    assert len(server.replies_to(said)) == 1
