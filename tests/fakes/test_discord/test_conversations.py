"""What a bot and a person can say to each other through the fake."""

from typing import Any

import discord
import pytest

from tests.fakes.discord import DiscordServer
from tests.fakes.discord.world import GROUP
from tests.fakes.test_discord.tiny_bot import TinyBot

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


async def test_a_command_is_answered_in_the_persons_language(server: DiscordServer) -> None:
    asked = await server.slash("capex", question="meta", locale="de")
    reply = await server.reply(asked)
    assert (reply.content, reply.ephemeral) == ("meta: 70 bn (de)", True)
    assert reply.channel is server.channel
    assert server.replies_to(asked) == server.messages == [reply]
    assert not server.violations


async def test_autocomplete_gives_choices(server: DiscordServer) -> None:
    choices = await server.autocomplete("capex", question="me")
    assert [choice["name"] for choice in choices] == ["Meta", "Mercedes"]


async def test_a_sub_command_is_reached_by_its_words(server: DiscordServer) -> None:
    assert (await server.reply(await server.slash("figures sources"))).content == "five articles"


async def test_a_deferred_answer_is_one_message(server: DiscordServer) -> None:
    asked = await server.slash("sheet")
    reply = await server.reply(asked)
    assert asked.callback == 5
    assert server.replies_to(asked) == [reply]
    assert reply.text == "**Meta** 70 bn"
    assert not server.violations


async def test_a_button_made_before_works_through_its_pattern(server: DiscordServer) -> None:
    sheet = await server.reply(await server.slash("sheet"))
    await server.acknowledged(await server.click("more:meta", message=sheet))
    assert sheet.text == "More of meta"
    assert len(sheet.versions) == 2
    assert not server.violations


async def test_a_button_is_found_by_its_label(server: DiscordServer) -> None:
    sheet = await server.reply(await server.slash("sheet"))
    assert (await server.acknowledged(await server.click(label="More", message=sheet))).callback == 7


async def test_a_select_sends_its_values(server: DiscordServer, bot: TinyBot) -> None:
    sheet = await server.reply(await server.slash("sheet"))
    heard: list[Any] = []

    @bot.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        heard.append(interaction.data)

    await server.select("compare", "Microsoft", message=sheet)
    await server.settled()
    assert heard[-1]["values"] == ["Microsoft"]


async def test_nobody_chooses_what_is_not_offered(server: DiscordServer) -> None:
    sheet = await server.reply(await server.slash("sheet"))
    with pytest.raises(AssertionError, match="not among"):
        await server.select("compare", "Apple", message=sheet)
    with pytest.raises(AssertionError, match="no control"):
        await server.click("less:meta", message=sheet)
    with pytest.raises(AssertionError, match="no command"):
        await server.slash("capital")
    with pytest.raises(AssertionError, match="needs"):
        await server.slash("capex")


async def test_a_private_answer_is_for_one_person(server: DiscordServer) -> None:
    reply = await server.reply(await server.slash("capex", question="meta"))
    with pytest.raises(AssertionError, match="does not see"):
        await server.click("more:meta", message=reply, user=server.other_person)


async def test_a_modal_comes_back_filled_in(server: DiscordServer) -> None:
    opened = await server.acknowledged(await server.slash("wrong"))
    sent = await server.submit_modal(opened, reason="it is 72")
    assert (await server.reply(sent)).content == "Noted: it is 72"
    assert not server.violations


async def test_a_menu_brings_the_words_of_the_message(server: DiscordServer) -> None:
    said = await server.say("Meta spends a lot", user=server.other_person)
    assert said.message
    asked = await server.context_menu("Ask about this", said.message)
    assert (await server.reply(asked)).content == "About: Meta spends a lot"


async def test_a_mention_is_answered_with_a_reply(server: DiscordServer) -> None:
    said = await server.mention("meta?")
    reply = await server.reply(said)
    assert reply.content == f"You said: {server.bot.mention} meta?"
    assert reply.reference is said.message
    assert reply.pings == []
    assert not server.violations
    assert server.integer_ids == ["POST /channels/{channel_id}/messages"]


async def test_a_thread_is_a_place_of_its_own(server: DiscordServer) -> None:
    thread = server.add_thread("about meta")
    assert (await server.reply(await server.mention("and 2025?", channel=thread))).channel is thread


async def test_a_direct_message_needs_no_mention(server: DiscordServer) -> None:
    reply = await server.reply(await server.direct_message("meta"))
    assert (reply.content, reply.channel) == ("You said: meta", server.direct())


async def test_a_reply_to_the_bot_carries_its_text(server: DiscordServer) -> None:
    first = await server.reply(await server.mention("meta?"))
    again = await server.reply(await server.reply_to_bot("and 2025?", first))
    assert again.content == "You said: and 2025?"


async def test_words_for_others_stay_hidden(server: DiscordServer, bot: TinyBot) -> None:
    said = await server.say("among ourselves")
    await server.settled()
    assert bot.wishes.heard == [""]
    assert server.replies_to(said) == []


async def test_an_edit_reaches_the_bot(server: DiscordServer, bot: TinyBot) -> None:
    said = await server.mention("meta?")
    await server.reply(said)
    await server.edit_message(said, f"{server.bot.mention} microsoft?")
    await server.settled()
    assert bot.wishes.edits == [f"{server.bot.mention} microsoft?"]


async def test_an_edit_without_the_mention_hides_its_text(server: DiscordServer, bot: TinyBot) -> None:
    said = await server.mention("meta?")
    await server.edit_message(said, "never mind")
    await server.settled()
    assert bot.wishes.edits == [""]


async def test_another_bot_is_marked_as_one(server: DiscordServer) -> None:
    said = await server.mention("meta?", user=server.other_bot)
    await server.settled()
    assert server.replies_to(said) == []


async def test_a_redelivery_is_the_same_event(server: DiscordServer) -> None:
    said = await server.mention("meta?")
    await server.reply(said)
    await server.redeliver(said)
    assert len({(await server.reply(said, number)).reference for number in (1, 2)}) == 1


async def test_a_person_takes_the_bot_where_it_is_no_member(server: DiscordServer, bot: TinyBot) -> None:
    group = server.add_group("friends", server.person, server.other_person)
    reply = await server.reply(await server.slash("capex", question="meta", channel=group))
    assert reply.channel.kind == GROUP
    elsewhere = server.add_guild("Elsewhere", with_bot=False)
    await server.reply(await server.slash("capex", question="meta", guild=elsewhere))
    with pytest.raises(AssertionError, match="not offered"):
        await server.slash("sheet", channel=group)
    with pytest.raises(discord.Forbidden, match="50001"):
        await bot.fetch_channel(elsewhere.channels[0].id)
