"""Holding up: lost lines, late and double acknowledgements, limits, slow bases, and an end in order."""

import asyncio
import time
from datetime import datetime

import pytest

from adapters.desk import Desk
from adapters.discord_app import DiscordPlatform
from bot.conversation import Conversation
from bot.line import Line
from bot.records import MemoryRecords
from bot.records.memory_answers import MemoryAnswers
from bot.shown_answer import ShownAnswer
from knowledge.fault import Fault
from tests.bot.fake_base import BrokenBase
from tests.fakes.discord import DiscordServer, held, rate_limited, refusal

from .acting import act_id, asked, told
from .conftest import platform_for, running, settings_for

pytestmark = pytest.mark.asyncio
_CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback"
_MESSAGES = "POST /channels/{channel_id}/messages"
_PATIENCE = 20.0


class SlowAnswers(MemoryAnswers):
    """Answers that take their time to be found."""

    seconds = 0.0

    def shown(self, key: str, at: datetime) -> ShownAnswer | None:
        time.sleep(self.seconds)
        return super().shown(key, at)


class SlowRecords(MemoryRecords):
    """Records that take their time, once they are asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: SlowAnswers = SlowAnswers()


def far_away(server: DiscordServer, line: Line, records: SlowRecords) -> DiscordPlatform:
    """A bot whose base is not on this machine."""
    return DiscordPlatform(Desk(Conversation(line, records), in_threads=True), line, settings_for(server))


async def test_what_was_said_while_the_line_was_cut_is_answered_once(discord: DiscordServer) -> None:
    discord.gateway.cut()
    said = await discord.mention("meta")
    reply = await discord.reply(said, deadline=_PATIENCE)
    assert "US$35–40 bn" in reply.text
    await discord.settled()
    assert len(discord.replies_to(said)) == 1
    assert len(discord.gateway.resumes) == 1


async def test_a_line_that_discord_asks_to_renew_is_resumed(discord: DiscordServer) -> None:
    discord.gateway.reconnect()
    await discord.until(lambda: discord.gateway.resumes, "a resume", deadline=_PATIENCE)
    assert "US$35–40 bn" in (await asked(discord)).text


async def test_a_session_that_is_void_is_begun_anew(discord: DiscordServer) -> None:
    discord.gateway.invalidate(resumable=False)
    await discord.until(lambda: len(discord.gateway.identifies) == 2, "a new session", deadline=_PATIENCE)
    await discord.connected()
    assert "US$35–40 bn" in (await asked(discord)).text


@pytest.mark.parametrize("code", [10062, 40060])
async def test_an_acknowledgement_that_is_late_or_double_is_not_tried_again(
    discord: DiscordServer, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    answer = await asked(discord)
    before = len(discord.exchanges)
    discord.fail(_CALLBACK, refusal(code))
    await discord.click(act_id(answer, "quotes"), message=answer)
    await discord.until(lambda: "a reply did not arrive" in caplog.text, "the log of the lost reply")
    await discord.settled()
    assert len(discord.exchanges) == before + 1


async def test_two_processes_without_common_records_do_no_harm(server: DiscordServer, shipped: Line) -> None:
    async with running(platform_for(server, shipped)), running(platform_for(server, shipped)):
        delivery = await server.slash("capex", question="meta")
        await server.reply(delivery)
        await server.settled()
    assert len(server.replies_to(delivery)) == 1
    assert {one.answer["code"] for one in server.refusals} == {40060}


async def test_a_limit_of_discord_is_waited_for(discord: DiscordServer) -> None:
    discord.fail(_MESSAGES, rate_limited(0.05))
    said = await discord.mention("meta")
    assert "US$35–40 bn" in (await discord.reply(said)).text
    assert len(discord.replies_to(said)) == 1


async def test_a_slow_page_is_acknowledged_first(server: DiscordServer, shipped: Line) -> None:
    records = SlowRecords()
    async with running(far_away(server, shipped, records)):
        answer = await asked(server)
        await server.settled()
        records.answers.seconds = 1.7
        press = await server.acknowledged(await server.click(act_id(answer, "quotes"), message=answer))
        page = await server.reply(press)
    assert press.callback == 5
    assert page.ephemeral
    assert page.text.startswith("-# Quotes")


async def test_who_opens_a_form_that_takes_too_long_is_asked_to_press_again(
    server: DiscordServer, shipped: Line
) -> None:
    records = SlowRecords()
    async with running(far_away(server, shipped, records)):
        answer = await asked(server)
        await server.settled()
        records.answers.seconds = 2.3
        sentence = await told(server, await server.click(act_id(answer, "compare"), message=answer))
    assert (sentence.ephemeral, sentence.text) == (True, "That took too long; please try once more.")


async def test_a_press_under_way_is_finished_before_the_end(server: DiscordServer, shipped: Line) -> None:
    gate = asyncio.Event()
    platform = platform_for(server, shipped)
    await platform.start()
    await server.connected()
    server.fail(_CALLBACK, held(gate))
    delivery = await server.slash("capex", question="meta")
    await server.until(lambda: server.busy, "an answer on its way")
    stopping = asyncio.create_task(platform.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    gate.set()
    await stopping
    assert len(server.replies_to(delivery)) == 1


async def test_a_base_that_is_away_is_told_under_an_answer(
    server: DiscordServer, shipped: Line, caplog: pytest.LogCaptureFixture
) -> None:
    records = MemoryRecords()
    async with running(platform_for(server, shipped, records)):
        answer = await asked(server)
        await server.settled()
    gone = DiscordPlatform(
        Desk(Conversation(Line(BrokenBase(Fault("no /srv/base.db"))), records), in_threads=False),
        shipped,
        settings_for(server),
    )
    async with running(gone):
        await server.connected()
        for act in ("more", "quotes"):
            sentence = await told(server, await server.click(act_id(answer, act), message=answer))
            assert sentence.text.startswith("The knowledge base cannot be used just now")
            assert "base.db" not in sentence.text
    assert "an answer could not be revisited" in caplog.text
