"""A reply follows its question when that is edited, and goes when its asker deletes it."""

import pytest

from tests.fakes.discord import DiscordServer, User

from .acting import ids

pytestmark = pytest.mark.asyncio


async def test_an_edited_question_has_its_reply_updated(discord: DiscordServer) -> None:
    said = await discord.mention("meta capex 2024")
    reply = await discord.reply(said)
    await discord.settled()
    edited = await discord.edit_message(said, f"{discord.bot.mention} samsung capex")
    await discord.updated(reply)
    await discord.settled()
    assert reply.text.startswith("### Not in the knowledge base")
    assert discord.replies_to(edited) == []
    assert len(discord.replies_to(said)) == 1


async def test_an_edit_before_the_answer_has_the_last_word(discord: DiscordServer) -> None:
    said = await discord.mention("meta capex 2024")
    await discord.edit_message(said, f"{discord.bot.mention} samsung capex")
    await discord.until(lambda: discord.messages, "a reply")
    [reply] = discord.messages
    await discord.updated(reply)
    assert reply.text.startswith("### Not in the knowledge base")


async def test_an_edit_told_twice_updates_once(discord: DiscordServer) -> None:
    said = await discord.mention("meta capex 2024")
    reply = await discord.reply(said)
    await discord.settled()
    edited = await discord.edit_message(said, f"{discord.bot.mention} samsung capex")
    await discord.updated(reply)
    await discord.redeliver(edited)
    await discord.settled()
    assert len(reply.versions) == 2


async def test_an_edited_direct_message_has_its_reply_updated(discord: DiscordServer) -> None:
    said = await discord.direct_message("meta capex 2024")
    reply = await discord.reply(said)
    await discord.settled()
    await discord.edit_message(said, "hi")
    await discord.updated(reply)
    assert reply.text.startswith("### Ask about AI spending")


async def test_an_edit_after_a_minute_changes_nothing(discord: DiscordServer) -> None:
    said = await discord.mention("meta")
    reply = await discord.reply(said)
    discord.clock.advance(61)
    await discord.edit_message(said, f"{discord.bot.mention} samsung capex")
    await discord.settled()
    assert len(reply.versions) == 1


async def test_the_asker_deletes_a_reply(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.mention("meta"))
    await discord.click(_delete(discord.person), message=reply)
    await discord.deleted(reply)


async def test_nobody_else_deletes_a_reply(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.mention("meta"))
    click = await discord.click(_delete(discord.person), message=reply, user=discord.other_person, locale="de")
    told = await discord.reply(click)
    assert told.ephemeral
    assert told.text == "Das kann nur löschen, wer gefragt hat."
    assert not reply.deleted


async def test_a_private_answer_has_no_button_to_delete_it(discord: DiscordServer) -> None:
    reply = await discord.reply(await discord.slash("capex", question="meta"))
    assert [one for one in ids(reply) if one.startswith("delete:")] == []


def _delete(asker: User) -> str:
    return f"delete:{asker.id}"
