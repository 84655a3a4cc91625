"""Bad days: of the base, of Discord, of the code itself. A person hears of it in a sentence, the log without words."""

import logging

import pytest

from bot.line import Line
from knowledge.fault import Fault
from tests.bot.fake_base import BrokenBase
from tests.fakes.discord import DiscordServer, refusal, server_error
from tests.fakes.discord.world import SUPPRESS_EMBEDS

from .conftest import platform_for, running, settings_for

pytestmark = pytest.mark.asyncio

_CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback"
_MESSAGES = "POST /channels/{channel_id}/messages"


async def test_that_the_base_failed_is_told_and_why_is_logged(
    server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    reason = "the base /srv/base.db is away"
    async with running(platform_for(server, Line(BrokenBase(Fault(reason))))):
        command = await server.reply(await server.slash("capex", question="meta"))
        mention = await server.reply(await server.mention("meta"))
    for reply in (command, mention):
        assert "The knowledge base cannot be used just now" in reply.text
        assert "base.db" not in reply.text
    assert [vars(one)["reason"] for one in caplog.records if "reason" in vars(one)] == [reason, reason]


async def test_a_defect_is_apologised_for_and_logged_without_words(
    server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(platform_for(server, Line(BrokenBase(RuntimeError("secret words"))))):
        with caplog.at_level(logging.INFO):
            command = await server.reply(await server.slash("capex", question="secret words"))
            mention = await server.reply(await server.mention("secret words"))
            await server.settled()
    for reply in (command, mention):
        assert "orry" in reply.text
        assert "Traceback" not in reply.text
        assert "RuntimeError" not in reply.text
    assert "secret words" not in caplog.text


@pytest.mark.parametrize(
    ("question", "locale", "words"),
    [
        ("meta", "en-US", "Sorry, something"),
        ("meta", "de", "Entschuldigung, hier"),
        ("Was gibt Meta aus?", "en-US", "Entschuldigung, hier"),
        ("What does Meta spend?", "de", "Sorry, something"),
    ],
)
async def test_an_apology_is_in_the_language_of_the_question_or_else_of_the_client(
    server: DiscordServer, question: str, locale: str, words: str
) -> None:
    async with running(platform_for(server, Line(BrokenBase(RuntimeError("a defect"))))):
        command = await server.reply(await server.slash("capex", question=question, locale=locale))
    assert command.text.startswith(words)


async def test_an_apology_to_a_message_is_in_its_language(server: DiscordServer) -> None:
    async with running(platform_for(server, Line(BrokenBase(RuntimeError("a defect"))))):
        mention = await server.reply(await server.mention("Was gibt Meta aus?"))
    assert mention.text.startswith("Entschuldigung, hier")


async def test_a_fault_of_the_base_is_told_in_the_language_of_the_client(server: DiscordServer) -> None:
    async with running(platform_for(server, Line(BrokenBase(Fault("the base is away"))))):
        command = await server.reply(await server.slash("capex", question="meta", locale="de"))
    assert command.text.startswith("### Entschuldigung, das geht gerade nicht")


async def test_an_interaction_that_is_gone_is_not_tried_again(
    discord: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    discord.fail(_CALLBACK, refusal(10062))
    asked = await discord.slash("capex", question="meta")
    await discord.called(_CALLBACK)
    await discord.until(lambda: "a reply did not arrive" in caplog.text, "the log of the lost reply")
    await discord.settled()
    assert discord.replies_to(asked) == []
    assert len([one for one in discord.exchanges if one.operation == _CALLBACK]) == 1


async def test_where_the_bot_may_not_write_the_asker_has_the_answer_in_private(
    discord: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    discord.fail(_MESSAGES, refusal(50013))
    said = await discord.mention("meta")
    await discord.called(_MESSAGES, 2)
    await discord.settled()
    [given] = discord.messages
    assert given.channel is discord.direct()
    assert given.text.startswith("-# Discord does not let me write where you asked, so here is the answer:\n### Meta")
    assert discord.replies_to(said) == []
    assert "give it View Channel, Send Messages" in caplog.text
    assert discord.integer_ids.pop() == "POST /users/@me/channels"  # the library's own


async def test_a_closed_channel_is_not_tried_again_until_something_changes_there(
    discord: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    discord.fail(_MESSAGES, refusal(50013))
    for tried in (2, 3):
        await discord.mention("meta")
        await discord.called(_MESSAGES, tried)
    assert [one.channel.name for one in discord.messages] == ["", ""]
    discord.change_channel(discord.channel)
    assert (await discord.reply(await discord.mention("meta"))).channel is discord.channel
    assert caplog.text.count("does not let the bot write") == 1
    discord.integer_ids.clear()  # the library's own, when it opens a direct message


async def test_who_takes_no_direct_message_either_is_left_alone(discord: DiscordServer) -> None:
    discord.fail(_MESSAGES, refusal(50013))
    discord.fail(_MESSAGES, refusal(50007))
    await discord.mention("meta")
    await discord.called(_MESSAGES, 2)
    await discord.settled()
    assert discord.messages == []
    discord.integer_ids.clear()


async def test_where_components_are_refused_the_text_goes_out_alone(discord: DiscordServer) -> None:
    discord.fail(_MESSAGES, refusal(50035))
    discord.fail(_CALLBACK, refusal(50035))
    public = await discord.reply(await discord.mention("meta capex"))
    private = await discord.reply(await discord.slash("capex", question="meta capex"))
    for reply in (public, private):
        assert reply.components == []
        assert reply.body["flags"] & SUPPRESS_EMBEDS
        assert reply.content.startswith("### Meta · capital expenditure")
        assert "\n-# [1] Meta" in reply.content
    assert private.ephemeral


async def test_a_slip_of_the_server_does_not_cost_the_reply(discord: DiscordServer) -> None:
    discord.fail(_MESSAGES, server_error(502))
    said = await discord.mention("meta")
    reply = await discord.reply(said)
    assert "US$35–40 bn" in reply.text


async def test_a_wrong_token_is_said_in_one_sentence(server: DiscordServer, shipped: Line) -> None:
    platform = platform_for(server, shipped, token="wrong")  # noqa: S106 - no token
    with pytest.raises(Fault, match="set DISCORD_TOKEN"):
        await platform.start()


@pytest.mark.parametrize(("code", "words"), [(4004, "refuses the token"), (4014, "refuses the intents")])
async def test_a_refusing_gateway_is_said_in_one_sentence(
    server: DiscordServer, shipped: Line, code: int, words: str
) -> None:
    server.gateway.refuse.append(code)
    with pytest.raises(Fault, match=words):
        await platform_for(server, shipped).start()


async def test_an_address_without_a_server_is_said_in_one_sentence(server: DiscordServer, shipped: Line) -> None:
    settings = settings_for(server).model_copy(update={"discord_api_url": "http://127.0.0.1:9/api/v10"})
    with pytest.raises(Fault, match=r"cannot be reached at http://127\.0\.0\.1:9/api/v10"):
        await platform_for(server, shipped, settings=settings).start()


async def test_stopping_says_goodbye_and_puts_the_library_back(server: DiscordServer, shipped: Line) -> None:
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    async with running(platform_for(server, shipped)):
        await server.connected()
    await server.until(lambda: server.gateway.closed, "a closed connection")
    assert server.gateway.closed == [1000]
    assert before == (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY)
