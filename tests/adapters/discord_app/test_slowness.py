"""A base that takes its time costs neither the answer nor the three seconds that Discord waits."""

import time
from datetime import date

import pytest

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from bot.conversation import Conversation
from bot.line import Asked, Line
from bot.question import Question
from bot.records import MemoryRecords
from knowledge.store import Store
from knowledge.value import Language
from tests.fakes.discord import DiscordServer

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


def _slow_platform(server: DiscordServer, store: Store) -> DiscordPlatform:
    line = _SlowLine(store)
    return DiscordPlatform(Desk(Conversation(line, MemoryRecords()), in_threads=True), line, settings_for(server))


async def test_a_slow_answer_is_acknowledged_first(server: DiscordServer, shipped_store: Store) -> None:
    async with running(_slow_platform(server, shipped_store)):
        asked = await server.acknowledged(await server.slash("capex", question="meta"))
        reply = await server.reply(asked)
    assert asked.callback == 5
    assert reply.ephemeral
    assert "US$35–40 bn" in reply.text


async def test_an_answer_under_way_goes_out_before_the_end(server: DiscordServer, shipped_store: Store) -> None:
    async with running(_slow_platform(server, shipped_store)):
        said = await server.mention("meta")
        await server.settled()
        assert server.replies_to(said) == []
    assert len(server.replies_to(said)) == 1
