"""Through the genuine library and real sockets: exactly one reply where one is due."""

import pytest

from bot.line import Line
from bot.records import MemoryRecords
from tests.fakes.discord import DiscordServer
from tests.fakes.discord.world import COMPONENTS_V2

from .acting import ids
from .conftest import platform_for, running
from .markup import live, undecorated

pytestmark = pytest.mark.asyncio


async def test_a_command_is_answered_privately_with_its_sources(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.slash("capex", question="meta"))
    assert reply.ephemeral
    assert "**US$35–40 bn** · 2024 guidance, Meta, about 25 Apr 2024 [1]\n> «" in reply.text
    assert "\n-# [1] Meta erhöht Infrastrukturinvestitionen in KI" in reply.text


async def test_an_answer_is_made_of_components_alone(discord: DiscordServer) -> None:
    private = await discord.reply(await discord.slash("capex", question="meta"))
    public = await discord.reply(await discord.mention("meta"))
    for reply in (private, public):
        assert reply.flags & COMPONENTS_V2
        assert (reply.content, reply.embeds) == ("", [])


@pytest.mark.parametrize("question", ["", "hi"])
async def test_no_question_gives_help(discord: DiscordServer, question: str) -> None:
    reply = await discord.reply(await discord.slash("capex", question=question))
    assert reply.text.startswith("### Ask about AI spending")


async def test_a_command_without_its_option_gives_help(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.slash("capex"))
    assert reply.text.startswith("### Ask about AI spending")


async def test_an_empty_mention_gives_help(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.mention(""))
    assert reply.text.startswith("### Ask about AI spending")


async def test_a_mention_is_answered_by_a_reply_to_it(discord: DiscordServer) -> None:
    said = await discord.mention("meta capex 2024")
    reply = await discord.reply(said)
    assert reply.reference is said.message
    assert not reply.ephemeral
    assert "US$35–40 bn" in reply.text


async def test_a_direct_message_is_answered_without_a_mention(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.direct_message("Investitionsausgaben von Meta 2024"))
    assert "35–40" in reply.text
    assert "Ausblick" in reply.text


async def test_a_thread_carries_the_question_on(discord: DiscordServer) -> None:
    thread = discord.add_thread("on Meta")
    await discord.reply(await discord.mention("meta capex 2024", channel=thread))
    await discord.settled()
    reply = await discord.reply(await discord.mention("and microsoft?", channel=thread, user=discord.other_person))
    assert reply.text.startswith("### Microsoft")


async def test_an_unknown_company_gets_no_figure_but_choices(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.slash("capex", question="samsung capex"))
    assert reply.text.startswith("### Not in the knowledge base")
    assert "US$" not in reply.text
    assert "ask:en:Meta capital expenditure" in ids(reply)


async def test_a_choice_answers_as_privately_as_it_was_offered(discord: DiscordServer) -> None:
    asked = await discord.reply(await discord.slash("capex", question="samsung capex"))
    reply = await discord.reply(await discord.click("ask:en:Meta capital expenditure", message=asked))
    assert reply.ephemeral
    assert "US$35–40 bn" in reply.text
    assert reply is not asked


async def test_a_choice_of_an_earlier_process_is_answered(server: DiscordServer, shipped: Line) -> None:
    async with running(platform_for(server, shipped)):
        asked = await server.reply(await server.mention("samsung capex"))
    async with running(platform_for(server, shipped)):
        await server.connected()
        reply = await server.reply(await server.click("ask:en:Meta capital expenditure", message=asked))
    assert "US$35–40 bn" in reply.text


@pytest.mark.parametrize("text", ["hello all", "meta capex 2024", "@everyone meta"])
async def test_what_is_not_addressed_gets_no_reply(discord: DiscordServer, text: str) -> None:
    said = await discord.say(text)
    await discord.settled()
    assert discord.replies_to(said) == []


async def test_another_bot_gets_no_reply(discord: DiscordServer) -> None:
    said = await discord.mention("meta", user=discord.other_bot)
    direct = await discord.direct_message("meta", user=discord.other_bot)
    await discord.settled()
    assert discord.replies_to(said) + discord.replies_to(direct) == []


async def test_a_message_told_twice_is_answered_once(discord: DiscordServer) -> None:
    said = await discord.mention("meta")
    await discord.reply(said)
    await discord.redeliver(said)
    await discord.settled()
    assert len(discord.replies_to(said)) == 1


async def test_a_command_told_twice_is_answered_once(discord: DiscordServer) -> None:
    asked = await discord.slash("capex", question="meta")
    await discord.reply(asked)
    await discord.redeliver(asked)
    await discord.settled()
    assert len(discord.replies_to(asked)) == 1
    assert not discord.refusals


async def test_two_processes_answer_a_message_once(server: DiscordServer, shipped: Line) -> None:
    records = MemoryRecords()
    first, second = platform_for(server, shipped, records), platform_for(server, shipped, records)
    async with running(first), running(second):
        said = await server.mention("meta")
        await server.reply(said)
        await server.settled()
    assert len(server.replies_to(said)) == 1


async def test_hostile_words_stay_words(discord: DiscordServer) -> None:
    hostile = "@everyone <@&1> **x** [a](https://evil.example) </capex:1> <t:1:R> # y `z` ||s|| zorptech capex"
    reply = await discord.reply(await discord.mention(hostile))
    assert live(undecorated(reply.text, set())) == set()
