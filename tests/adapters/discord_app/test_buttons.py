"""What the buttons under an answer do on Discord, through the genuine library: pages, quotes, sharing and opinions."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.answer import Found
from bot.line import Line
from bot.records import MemoryRecords
from bot.records.port_of_answers import Opinions
from tests.fakes.discord import DiscordServer, Message
from tests.fakes.discord.deliveries import Delivery

from .acting import act_id, asked, ids, keys, labels, pressed, told
from .conftest import platform_for, running
from .markup import live, shown, undecorated

pytestmark = pytest.mark.asyncio
ALL = ["More", "Quotes", "Compare…", "Wrong figure?", "👍", "👎"]


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords()


@pytest_asyncio.fixture
async def discord(server: DiscordServer, shipped: Line, records: MemoryRecords) -> AsyncIterator[DiscordServer]:
    """The server with the bot connected to it, whose records are at hand."""
    async with running(platform_for(server, shipped, records)):
        await server.connected()
        yield server


async def turned(discord: DiscordServer, page: Message, label: str) -> Delivery:
    """The page after a press on a button of it, in its place."""
    before = len(page.versions)
    press = await discord.click(label=label, message=page)
    await discord.until(lambda: len(page.versions) > before, "another page")
    return press


async def every_page(discord: DiscordServer, page: Message) -> list[str]:
    pages = [page.text]
    while "Next" in labels(page):
        await turned(discord, page, "Next")
        pages.append(page.text)
    return pages


def plain(pages: list[str]) -> str:
    return "\n".join(shown(undecorated(page, set())) for page in pages)


async def test_a_private_answer_can_be_shared_and_a_public_one_deleted(discord: DiscordServer) -> None:
    assert labels(await asked(discord)) == [*ALL, "Share here"]
    assert labels(await discord.reply(await discord.mention("meta"))) == [*ALL, "Delete"]


async def test_all_buttons_of_an_answer_have_one_short_key(discord: DiscordServer) -> None:
    [key] = keys(await asked(discord))
    assert len(key) == 16


@pytest.mark.parametrize("text", ["samsung capex", "capex", "hi"])
async def test_under_what_shows_no_claim_stands_nothing_but_choices(discord: DiscordServer, text: str) -> None:
    assert all(one.startswith("ask:") for one in ids(await asked(discord, text)))


async def test_more_shows_the_whole_answer_with_every_caution_in_full(discord: DiscordServer, shipped: Line) -> None:
    reply = shipped.ask("meta", datetime.now(UTC).date()).reply
    page = await pressed(discord, await asked(discord), "more")
    assert page.ephemeral
    seen = plain(await every_page(discord, page))
    assert reply.more
    for line in (*reply.lines, *reply.more):
        assert line.figure.removesuffix(".") in seen
        assert all(note.text in seen for note in line.notes)
    assert all(f"[{one.number}] {one.title}" in seen for one in reply.citations)


async def test_pages_are_turned_forth_and_back_in_their_place(discord: DiscordServer) -> None:
    page = await pressed(discord, await asked(discord), "more")
    first = page.text
    assert "Back" not in labels(page)
    assert first.startswith("-# The whole answer · Page 1 of ")
    forth = await turned(discord, page, "Next")
    assert page.text != first
    await turned(discord, page, "Back")
    assert page.text == first
    assert forth.replies == []


async def test_quotes_are_the_passages_of_the_claims_word_for_word(discord: DiscordServer, shipped: Line) -> None:
    answer = shipped.ask("OpenAI loss 2026", datetime.now(UTC).date()).answer
    pages = await every_page(discord, await pressed(discord, await asked(discord, "OpenAI loss 2026"), "quotes"))
    assert isinstance(answer, Found)
    for entry in answer.entries:
        assert f"«{entry.claim.receipt.text}»" in plain(pages)
        assert entry.article.title in plain(pages)


async def test_a_button_works_in_another_process_that_has_the_records(
    server: DiscordServer, shipped: Line, records: MemoryRecords
) -> None:
    async with running(platform_for(server, shipped, records)):
        answer = await asked(server)
        await server.settled()
    async with running(platform_for(server, shipped, records)):
        await server.connected()
        assert "Meta" in (await pressed(server, answer, "quotes")).text


async def test_an_answer_that_is_not_kept_any_more_is_told_so(server: DiscordServer, shipped: Line) -> None:
    async with running(platform_for(server, shipped)):
        answer = await asked(server)
    async with running(platform_for(server, shipped)):
        await server.connected()
        for act in ("more", "quotes", "compare", "wrong", "helpful", "share"):
            gone = await pressed(server, answer, act)
            assert (gone.ephemeral, gone.text) == (True, "This answer is no longer at hand; please ask again.")


async def test_a_private_answer_is_shared_with_its_askers_name(discord: DiscordServer) -> None:
    public = await pressed(discord, await asked(discord), "share")
    assert not public.ephemeral
    assert public.text.startswith("-# Asked and shared by Ada:\n### Meta · capital expenditure")
    assert labels(public) == [*ALL, "Delete"]


async def test_what_was_shared_is_deleted_by_who_asked(discord: DiscordServer) -> None:
    public = await pressed(discord, await asked(discord), "share")
    await discord.click(act_id(public, "delete"), message=public)
    await discord.deleted(public)


async def test_an_answer_is_shared_once(discord: DiscordServer) -> None:
    answer = await asked(discord)
    await pressed(discord, answer, "share")
    again = await pressed(discord, answer, "share")
    assert (again.ephemeral, again.text) == (True, "This answer is shared already.")


async def test_a_hostile_name_is_text_in_what_is_shared(discord: DiscordServer) -> None:
    mallory = discord.add_user("@everyone **x** [a](https://evil.example) " * 9)
    answer = await discord.reply(await discord.slash("capex", question="meta", user=mallory))
    public = await pressed(discord, answer, "share", user=mallory)
    assert live(undecorated(public.text.split("\n")[0], set())) == set()
    assert public.pings == []


async def test_nothing_is_shared_from_a_direct_message(discord: DiscordServer) -> None:
    answer = await discord.reply(await discord.slash("capex", question="meta", channel=discord.direct()))
    assert "Share here" not in labels(answer)


async def test_of_each_person_the_last_opinion_counts(discord: DiscordServer, records: MemoryRecords) -> None:
    answer = await discord.reply(await discord.mention("meta"))
    for name in ("helpful", "unhelpful", "helpful"):
        thanks = await pressed(discord, answer, name)
        assert (thanks.ephemeral, thanks.text) == (True, "Thanks for telling.")
    await pressed(discord, answer, "unhelpful", user=discord.other_person)
    assert records.answers.opinions() == Opinions(1, 1)


async def test_a_press_that_is_told_twice_is_worked_on_once(discord: DiscordServer) -> None:
    answer = await asked(discord)
    press = await discord.click(act_id(answer, "helpful"), message=answer)
    await told(discord, press)
    await discord.redeliver(press)
    await discord.settled()
    assert len(press.replies) == 1
    assert not discord.refusals


async def test_a_follow_ups_button_is_of_what_it_followed(discord: DiscordServer) -> None:
    await discord.reply(await discord.mention("meta capex 2024"))
    await discord.settled()
    answer = await discord.reply(await discord.mention("and microsoft?"))
    page = await pressed(discord, answer, "more")
    assert "### Microsoft · capital expenditure · 2024" in page.text


async def test_a_german_answer_has_german_buttons_and_pages(discord: DiscordServer) -> None:
    answer = await asked(discord, "Investitionsausgaben von Meta")
    assert labels(answer) == ["Mehr", "Zitate", "Vergleichen…", "Zahl falsch?", "👍", "👎", "Hier teilen"]
    assert (await pressed(discord, answer, "quotes")).text.startswith("-# Zitate")
