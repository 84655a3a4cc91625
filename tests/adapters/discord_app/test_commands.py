"""The group of verbs, a message's menu, and who reads the answers, through the genuine library."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.line import Line
from bot.people import Place
from bot.records import MemoryRecords
from tests.fakes.discord import DiscordServer, Message, User
from tests.fakes.discord.world import MEMBER, SEND_MESSAGES

from .acting import labels, told
from .conftest import platform_for, running

pytestmark = pytest.mark.asyncio
MAY_NOT = "Only members with the permission Manage Server can change that."


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords()


@pytest_asyncio.fixture
async def discord(server: DiscordServer, shipped: Line, records: MemoryRecords) -> AsyncIterator[DiscordServer]:
    """The server with the bot connected to it, whose records are at hand."""
    async with running(platform_for(server, shipped, records)):
        await server.connected()
        yield server


async def set_to(discord: DiscordServer, change: str, user: User) -> list[Message]:
    """What is seen of a change."""
    delivery = await discord.slash("capexbot settings", change=change, user=user)
    await discord.reply(delivery)
    await discord.settled()
    return discord.replies_to(delivery)


@pytest.mark.parametrize(
    ("command", "values", "headline"),
    [
        ("capexbot compare", {"first": "meta", "second": "microsoft capex"}, "Meta vs Microsoft · capital expenditure"),
        ("capexbot sources", {}, "Sources"),
        ("capexbot sources", {"name": "Meta"}, "Sources · Meta"),
        ("capexbot coverage", {}, "Coverage"),
        ("capexbot coverage", {"name": "meta"}, "Coverage · Meta"),
        ("capexbot help", {}, "Ask about AI spending"),
        ("capexbot settings", {}, "Settings"),
    ],
)
async def test_a_verb_does_what_it_does_anywhere(
    discord: DiscordServer, command: str, values: dict[str, str], headline: str
) -> None:
    reply = await discord.reply(await discord.slash(command, options=values))
    assert reply.ephemeral
    assert reply.text.split("\n")[0] == f"### {headline}"


async def test_a_verb_is_told_in_the_language_of_the_client(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.slash("capexbot sources", locale="de"))
    assert reply.text.startswith("### Quellen\n")


async def test_both_sides_of_a_comparison_are_completed(discord: DiscordServer) -> None:
    first = await discord.autocomplete("capexbot compare", first="micr")
    second = await discord.autocomplete("capexbot compare", first="meta", second="micr")
    for offered in (first, second):
        assert {"name": "Microsoft", "value": "Microsoft"} in offered


async def test_metrics_and_periods_with_claims_are_completed(discord: DiscordServer) -> None:
    metrics = [one["value"] for one in await discord.autocomplete("capex", question="meta ", locale="de")]
    periods = [one["value"] for one in await discord.autocomplete("capex", question="meta capex ")]
    assert "meta Investitionsausgaben" in metrics
    assert "meta capex 2024" in periods


async def test_a_message_is_asked_about_for_whoever_asks(discord: DiscordServer) -> None:
    said = await discord.say("OpenAI loss 2026")
    assert said.message is not None
    reply = await told(discord, await discord.context_menu("Ask about this", said.message, user=discord.other_person))
    assert reply.ephemeral
    assert reply.text.startswith("### OpenAI")
    assert "Share here" in labels(reply)


async def test_a_message_without_words_is_told_so(discord: DiscordServer) -> None:
    said = await discord.say("<@&7>")
    assert said.message is not None
    reply = await told(discord, await discord.context_menu("Ask about this", said.message))
    assert (reply.ephemeral, reply.text) == (True, "There are no words in this message that I could ask about.")


async def test_where_only_a_person_brought_the_bot_the_answer_is_given_and_can_be_shared(
    discord: DiscordServer,
) -> None:
    elsewhere = discord.add_guild("Elsewhere", with_bot=False)
    group = discord.add_group("friends", discord.person, discord.other_person)
    for channel in (elsewhere.channels[0], group):
        reply = await discord.reply(await discord.slash("capex", question="meta", channel=channel))
        assert reply.ephemeral
        assert "Share here" in labels(reply)


async def test_who_manages_the_server_sets_whom_answers_are_for_and_all_are_told(
    discord: DiscordServer, records: MemoryRecords
) -> None:
    private, public = await set_to(discord, "channel public", discord.owner)
    assert (private.ephemeral, public.ephemeral) == (True, False)
    assert public.text.startswith("Settings: From now on everybody in this channel sees the answers to commands.")
    assert public.text.endswith(f"(<@{discord.owner.id}>)")
    assert public.pings == []
    place = Place(platform="discord", workspace=str(discord.guild.id), channel=str(discord.channel.id))
    assert records.audience(place) == "public"


async def test_nobody_else_sets_it(discord: DiscordServer, records: MemoryRecords) -> None:
    [reply] = await set_to(discord, "channel public", discord.person)
    said = await discord.reply(await discord.mention("settings channel public"))
    assert MAY_NOT in reply.text
    assert MAY_NOT in said.text
    place = Place(platform="discord", workspace=str(discord.guild.id), channel=str(discord.channel.id))
    assert records.audience(place) == "private"


async def test_in_a_public_channel_everybody_sees_answers_and_only_the_person_their_settings(
    discord: DiscordServer,
) -> None:
    await set_to(discord, "channel public", discord.owner)
    answer = await discord.reply(await discord.slash("capex", question="meta"))
    settings = await discord.reply(await discord.slash("capexbot settings"))
    elsewhere = await discord.reply(await discord.slash("capex", question="meta", channel=discord.add_channel("other")))
    assert [one.ephemeral for one in (answer, settings, elsewhere)] == [False, True, True]
    assert labels(answer)[-1] == "Delete"


async def test_a_thread_is_of_its_channel(discord: DiscordServer) -> None:
    thread = discord.add_thread("on Meta")
    await set_to(discord, "channel public", discord.owner)
    assert not (await discord.reply(await discord.slash("capex", question="meta", channel=thread))).ephemeral


async def test_from_a_thread_the_channel_is_told_where_the_bot_may_write_there(discord: DiscordServer) -> None:
    thread = discord.add_thread("on Meta")
    for permissions, where in ((MEMBER, discord.channel), (MEMBER & ~SEND_MESSAGES, thread)):
        discord.channel.bot_permissions = permissions
        delivery = await discord.slash("capexbot settings", change="channel public", user=discord.owner, channel=thread)
        await discord.reply(delivery)
        await discord.settled()
        told = discord.messages[-1]
        assert (told.channel, told.text.startswith("Settings: From now on everybody")) == (where, True)


async def test_in_a_server_where_only_a_person_brought_the_bot_nothing_is_set(discord: DiscordServer) -> None:
    elsewhere = discord.add_guild("Elsewhere", with_bot=False)
    delivery = await discord.slash(
        "capexbot settings", change="channel public", user=discord.owner, channel=elsewhere.channels[0]
    )
    assert "That is set in the channel that it is for" in (await discord.reply(delivery)).text


async def test_a_language_is_chosen_by_a_command(discord: DiscordServer) -> None:
    await set_to(discord, "language de", discord.person)
    reply = await discord.reply(await discord.slash("capex", question="meta"))
    assert reply.text.startswith("### Meta · Investitionsausgaben")


async def test_a_reply_to_an_answer_goes_on_from_it_whoever_asked(discord: DiscordServer) -> None:
    answer = await discord.reply(await discord.mention("meta capex 2024"))
    await discord.reply(await discord.mention("nvidia"))
    await discord.settled()
    asked = await discord.reply_to_bot("and microsoft?", answer, user=discord.other_person)
    assert (await discord.reply(asked)).text.startswith("### Microsoft · capital expenditure · 2024")


async def test_a_message_in_a_german_server_is_answered_in_german(server: DiscordServer, shipped: Line) -> None:
    server.guild.locale = "de"
    async with running(platform_for(server, shipped)):
        await server.connected()
        reply = await server.reply(await server.mention("meta"))
    assert reply.text.startswith("### Meta · Investitionsausgaben")
