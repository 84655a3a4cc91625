"""What is sent off in Discord's forms: a comparison is posted as visibly as the answer, a report is kept."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from adapters.discord_app.ids import Act
from adapters.discord_app.modals import chosen_figure, complaint
from bot.answer import Found
from bot.line import Line
from bot.people import Person
from bot.records import MemoryRecords
from bot.reply import Figure
from tests.fakes.discord import Delivery, DiscordServer, Message
from tests.fakes.discord.components import walk

from .acting import act_id, asked, controls, opened, told
from .conftest import platform_for, running

pytestmark = pytest.mark.asyncio
FIGURES = "OpenAI loss 2026"


@pytest.fixture
def records() -> MemoryRecords:
    return MemoryRecords()


@pytest_asyncio.fixture
async def discord(server: DiscordServer, shipped: Line, records: MemoryRecords) -> AsyncIterator[DiscordServer]:
    """The server with the bot connected to it, whose records are at hand."""
    async with running(platform_for(server, shipped, records)):
        await server.connected()
        yield server


async def sent(discord: DiscordServer, form: Delivery, **values: Any) -> Message:
    """The one message that comes of a form."""
    return await told(discord, await discord.submit_modal(form, **values))


def offered(form: Delivery, field: str) -> list[str]:
    assert form.modal is not None
    [select] = [one for _, one in walk(form.modal["components"]) if one.get("custom_id") == field]
    return [str(option["value"]) for option in select["options"]]


async def test_the_picker_offers_who_has_claims_without_whom_was_asked_about(discord: DiscordServer) -> None:
    others = offered(await opened(discord, await asked(discord, "meta capex"), "compare"), "other")
    assert {"microsoft", "amazon"} <= set(others[:10])
    assert "meta" not in others
    assert len(others) == 25


async def test_a_comparison_of_a_private_answer_is_private(discord: DiscordServer) -> None:
    form = await opened(discord, await asked(discord, "meta capex"), "compare")
    reply = await sent(discord, form, other=["microsoft"])
    assert reply.ephemeral
    assert reply.text.startswith("### Meta vs Microsoft · capital expenditure")


async def test_a_comparison_of_a_public_answer_is_public_and_can_be_compared_further(discord: DiscordServer) -> None:
    answer = await discord.reply(await discord.mention("meta capex"))
    reply = await sent(discord, await opened(discord, answer, "compare"), other=["microsoft"])
    assert not reply.ephemeral
    further = await sent(discord, await opened(discord, reply, "compare"), other=["amazon"])
    assert further.text.startswith("### Meta vs Microsoft vs Amazon")


@pytest.mark.parametrize("typed", ["Microsoft", "microsoft", "MSFT", "mircosoft"])
async def test_a_name_that_means_one_alone_can_be_typed(discord: DiscordServer, typed: str) -> None:
    form = await opened(discord, await asked(discord, "meta capex"), "compare")
    assert (await sent(discord, form, name=typed)).text.startswith("### Meta vs Microsoft")


async def test_of_several_whom_a_name_may_mean_one_is_picked(discord: DiscordServer) -> None:
    answer = await discord.reply(await discord.mention("meta capex"))
    guesses = await sent(discord, await opened(discord, answer, "compare"), name="a")
    [select] = controls(guesses)
    assert guesses.ephemeral
    assert {"alphabet", "amazon"} <= {option["value"] for option in select["options"]}
    reply = await told(discord, await discord.select(act_id(guesses, "pick"), "amazon", message=guesses))
    assert not reply.ephemeral
    assert reply.text.startswith("### Meta vs Amazon")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": "zorptech"}, "I have no claim on anybody called “zorptech”."),
        ({}, "Choose somebody or type a name, please."),
    ],
)
async def test_nobody_is_compared_who_is_not_named(
    discord: DiscordServer, values: dict[str, str], sentence: str
) -> None:
    reply = await sent(discord, await opened(discord, await asked(discord, "meta capex"), "compare"), **values)
    assert (reply.ephemeral, reply.text) == (True, sentence)


async def test_a_form_that_is_told_twice_is_worked_on_once(discord: DiscordServer) -> None:
    form = await opened(discord, await asked(discord, "meta capex"), "compare")
    submitted = await discord.submit_modal(form, other=["microsoft"])
    await told(discord, submitted)
    await discord.redeliver(submitted)
    await discord.settled()
    assert len(submitted.replies) == 1
    assert not discord.refusals


async def test_a_form_that_was_opened_before_a_restart_is_taken_after_it(
    server: DiscordServer, shipped: Line, records: MemoryRecords
) -> None:
    async with running(platform_for(server, shipped, records)):
        answer = await asked(server, FIGURES)
        await server.settled()
        form = await opened(server, answer, "wrong")
    async with running(platform_for(server, shipped, records)):
        await server.connected()
        reply = await sent(server, form, which0=offered(form, "which0")[:1], why="no")
    assert reply.text.startswith("Thanks.")


async def test_a_wrong_figure_is_kept_with_who_says_so_and_thanked_for(
    discord: DiscordServer, records: MemoryRecords
) -> None:
    form = await opened(discord, await asked(discord, FIGURES), "wrong")
    claim = offered(form, "which0")[0]
    thanks = await sent(discord, form, which0=[claim], why="It was 14,\n says cfo@example.com.")
    assert thanks.ephemeral
    assert thanks.text.startswith("Thanks.")
    [report] = records.reports.reports(datetime.now(UTC))
    assert (report.claim, report.reason, report.question) == (claim, "It was 14, says ***", FIGURES)
    person = Person(platform="discord", workspace=str(discord.guild.id), user=str(discord.person.id))
    assert report.by == person


async def test_every_claim_that_is_shown_can_be_called_wrong(discord: DiscordServer, shipped: Line) -> None:
    answer = shipped.ask("meta", datetime.now(UTC).date()).answer
    assert isinstance(answer, Found)
    form = await opened(discord, await asked(discord), "wrong")
    assert set(offered(form, "which0")) == {entry.claim.id for entry in answer.entries}


async def test_figures_that_one_select_does_not_hold_stand_in_another() -> None:
    figures = [Figure(claim=f"claim-{number}", words="US$1 bn") for number in range(60)]
    fields = list(complaint(Act("wrong", "en", "key"), figures).to_dict()["components"])
    selects = [field["component"] for field in fields[:-1]]
    assert [option["value"] for select in selects for option in select["options"]] == [one.claim for one in figures]
    assert [select["required"] for select in selects] == [False] * 3


async def test_where_no_figure_is_chosen_that_is_said() -> None:
    chosen = {"components": [{"type": 18, "component": {"type": 3, "custom_id": "which0", "values": []}}]}
    assert chosen_figure(chosen) == ""
    other = {"type": 18, "component": {"type": 3, "custom_id": "which1", "values": ["claim-30"]}}
    assert chosen_figure({"components": [*chosen["components"], other]}) == "claim-30"


async def test_what_is_asked_after_a_comparison_builds_on_it(discord: DiscordServer) -> None:
    answer = await discord.reply(await discord.mention("meta capex"))
    await sent(discord, await opened(discord, answer, "compare"), other=["microsoft"])
    reply = await discord.reply(await discord.mention("and in 2024?"))
    assert reply.text.startswith("### Meta vs Microsoft · capital expenditure · 2024")
