"""*Check this* on Discord: the verdict on a message, for whoever wants to know, with what any answer has."""

import pytest

from tests.fakes.discord import Delivery, DiscordServer

from .acting import labels, pressed, told

pytestmark = pytest.mark.asyncio
TRUE = "Alphabet's advertising revenue was $64.6 billion in Q2 2024"


async def check(discord: DiscordServer, text: str, locale: str | None = None) -> Delivery:
    """Somebody chooses the menu's entry on somebody's message."""
    said = await discord.say(text)
    assert said.message
    return await discord.context_menu("Check this", said.message, user=discord.other_person, locale=locale)


async def test_a_message_is_checked_for_whoever_wants_to_know(discord: DiscordServer) -> None:
    reply = await told(discord, await check(discord, f"I read that {TRUE}."))
    assert (reply.ephemeral, reply.hidden_from_all_but) == (True, discord.other_person)
    assert reply.text.startswith("### Supported")
    assert "US$64.6 bn" in reply.text
    assert {"Compare…", "Quotes", "Wrong figure?", "Share here"} <= set(labels(reply))


async def test_a_wrong_figure_is_contradicted_with_what_is_known(discord: DiscordServer) -> None:
    reply = await told(discord, await check(discord, TRUE.replace("64.6", "99.9")))
    assert reply.text.startswith("### Contradicted")
    assert "US$64.6 bn" in reply.text


async def test_the_quotes_of_a_verdict_are_a_press_away(discord: DiscordServer) -> None:
    reply = await told(discord, await check(discord, TRUE))
    await discord.settled()
    assert "64,6" in (await pressed(discord, reply, "quotes", user=discord.other_person)).text


async def test_a_message_that_would_be_a_question_is_checked_all_the_same(discord: DiscordServer) -> None:
    reply = await told(discord, await check(discord, "meta capex"))
    assert "No figure of a firm was read" in reply.text


async def test_a_message_without_words_is_told_so(discord: DiscordServer) -> None:
    reply = await told(discord, await check(discord, "<@&7>", locale="de"))
    assert reply.ephemeral
    assert "keine Zahl einer Firma gelesen" in reply.text


async def test_the_command_checks_a_sentence_as_the_verb_does(discord: DiscordServer) -> None:
    reply = await told(discord, await discord.slash("capexbot check", sentence=TRUE))
    assert reply.text.startswith("### Supported")
