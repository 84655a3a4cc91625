"""Each limit bites: the call is refused like on the platform, and the violation is kept."""

from typing import Any

import discord
import pytest
from discord.http import Route

from tests.fakes.discord import DiscordServer, oracle
from tests.fakes.test_discord.tiny_bot import TinyBot

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]

V2 = 1 << 15
NO_PINGS: dict[str, Any] = {"allowed_mentions": {"parse": []}}

needs_oracle = pytest.mark.skipif(not oracle.available(), reason="../shared/oracles is not there")


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def button(custom_id: str | None = "one", **more: Any) -> dict[str, Any]:
    given = {} if custom_id is None else {"custom_id": custom_id}
    return {"type": 2, "style": 1, "label": "Press", **given, **more}


def row(*controls: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(controls)}


def select(values: list[str], **more: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "chosen", "options": [{"label": one, "value": one} for one in values], **more}


BAD_MESSAGES = {
    "content": ({"content": "x" * 2001}, "BASE_TYPE_MAX_LENGTH"),
    "sum of texts": ({"flags": V2, "components": [text("x" * 2500), text("x" * 1501)]}, "COMPONENT_DISPLAYABLE_TEXT"),
    "texts": ({"flags": V2, "components": [text(" ")]}, "BASE_TYPE_REQUIRED"),
    "components": (
        {"flags": V2, "components": [{"type": 17, "components": [text("x") for _ in range(40)]}]},
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "content beside": ({"flags": V2, "content": "x", "components": [text("x")]}, "LEGACY_FIELDS"),
    "embeds beside": ({"flags": V2, "embeds": [{"title": "x"}], "components": [text("x")]}, "LEGACY_FIELDS"),
    "texts without the flag": ({"components": [text("x")]}, "UNION_TYPE_CHOICES"),
    "rows": ({"content": "x", "components": [row(button(str(one))) for one in range(6)]}, "BASE_TYPE_BAD_LENGTH"),
    "same id twice": ({"content": "x", "components": [row(button(), button())]}, "COMPONENT_CUSTOM_ID_DUPLICATED"),
    "width": ({"content": "x", "components": [row(button(), select(["a"]))]}, "WIDTH_EXCEEDED"),
    "link with id": ({"content": "x", "components": [row(button(style=5, url="https://x.y"))]}, "INVALID_URL"),
    "scheme": ({"content": "x", "components": [row(button(None, style=5, url="javascript://x"))]}, "INVALID_SCHEME"),
    "no id": ({"content": "x", "components": [row(button(None))]}, "CUSTOM_ID_REQUIRED"),
    "no label": ({"content": "x", "components": [row(button(label=None))]}, "BUTTON_COMPONENT_INVALID"),
    "options": ({"content": "x", "components": [row(select(["a", "a"]))]}, "OPTION_VALUE_DUPLICATED"),
    "values": ({"content": "x", "components": [row(select(["a"], max_values=2))]}, "MAX_VALUES"),
    "embed": ({"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]}, "MAX_EMBED_SIZE"),
    "no such file": ({"embeds": [{"image": {"url": "attachment://chart.png"}}]}, "ATTACHMENT_NOT_FOUND"),
    "no such message": ({"content": "x", "message_reference": {"message_id": "1"}}, "UNKNOWN_MESSAGE"),
}

BY_DESCRIPTION: dict[str, dict[str, Any]] = {
    "id of a button": {"content": "x", "components": [row(button("x" * 101))]},
    "label": {"content": "x", "components": [row(button(label="x" * 81))]},
    "options": {"content": "x", "components": [row(select([str(one) for one in range(26)]))]},
    "no type": {"content": "x", "components": [{"components": []}]},
    "title": {"embeds": [{"title": "x" * 257}]},
    "words for a number": {"content": "x", "flags": "64"},
}


async def post(server: DiscordServer, bot: TinyBot, body: dict[str, Any]) -> Any:
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=server.channel.id)
    return await bot.http.request(route, json=body)


@pytest.mark.parametrize(("body", "code"), BAD_MESSAGES.values(), ids=BAD_MESSAGES.keys())
async def test_a_message_over_a_limit(server: DiscordServer, bot: TinyBot, body: dict[str, Any], code: str) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await post(server, bot, body)
    assert refused.value.code == 50035
    assert code in str(server.violations)
    assert server.messages == []


@needs_oracle
@pytest.mark.parametrize("body", BY_DESCRIPTION.values(), ids=BY_DESCRIPTION.keys())
async def test_a_message_against_the_description(server: DiscordServer, bot: TinyBot, body: dict[str, Any]) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await post(server, bot, body)
    assert refused.value.code == 50035
    assert len(server.violations) == 1


@needs_oracle
async def test_a_refusal_names_the_place(server: DiscordServer, bot: TinyBot) -> None:
    with pytest.raises(discord.HTTPException, match=r"components\.0\.components\.0\.label"):
        await post(server, bot, BY_DESCRIPTION["label"])


async def test_what_just_fits(server: DiscordServer, bot: TinyBot) -> None:
    await post(server, bot, {"content": "x" * 2000, **NO_PINGS})
    texts = [text("x" * 2000), text("x" * 2000), {"type": 17, "components": [row(button())]}]
    with pytest.raises(discord.HTTPException, match="displayable text"):
        await post(server, bot, {"flags": V2, "components": [*texts, text("x")]})
    await post(server, bot, {"flags": V2, "components": texts})
    await post(server, bot, {"flags": V2, "components": [text("x") for _ in range(40)]})
    assert len(server.messages) == 3


async def test_an_empty_message(server: DiscordServer, bot: TinyBot) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await post(server, bot, {"content": ""})
    assert refused.value.code == 50006


async def test_the_version_of_components_stays(server: DiscordServer, bot: TinyBot) -> None:
    sent = await post(server, bot, {"flags": V2, "components": [text("x")]})
    route = Route("PATCH", "/channels/{c}/messages/{m}", c=server.channel.id, m=sent["id"])
    with pytest.raises(discord.HTTPException, match="cannot be used"):
        await bot.http.request(route, json={"content": "x", "flags": 0})


async def test_an_answer_over_the_limit_through_the_library(server: DiscordServer, bot: TinyBot) -> None:
    bot.wishes.sheet = ("x" * 2001, "x" * 2001)
    await server.slash("sheet")
    await server.called("PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original")
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert "DISPLAYABLE_TEXT" in str(server.violations)


async def test_follow_ups_are_bound_too(server: DiscordServer, bot: TinyBot) -> None:
    await server.slash("words", length=2001)
    await server.until(lambda: bot.wishes.faults, "the bot's fault")
    assert len(server.violations) == 1


@pytest.mark.parametrize("choices", [[("x" * 101, "x")], [("x", "x" * 101)], [(str(one), "x") for one in range(26)]])
async def test_choices_have_limits(server: DiscordServer, bot: TinyBot, choices: list[tuple[str, str]]) -> None:
    command = bot.tree.get_command("capex")
    assert isinstance(command, discord.app_commands.Command)

    @command.autocomplete("question")
    async def complete(_: discord.Interaction, __: str) -> list[discord.app_commands.Choice[str]]:
        return [discord.app_commands.Choice(name=name, value=value) for name, value in choices]

    with pytest.raises(AssertionError, match=r"50035|violation"):
        await server.autocomplete("capex", question="me", deadline=0.5)
    assert len(server.violations) == 1


def command(**more: Any) -> dict[str, Any]:
    return {"name": "capex", "description": "Ask", "type": 1, **more}


def option(name: str = "question", **more: Any) -> dict[str, Any]:
    return {"type": 3, "name": name, "description": "What", **more}


BAD_COMMANDS = {
    "capitals": [command(name="Capex")],
    "space": [command(name="ca pex")],
    "no description": [command(description="")],
    "description": [command(description="x" * 101)],
    "name in German": [command(name_localizations={"de": "Groß Geld"})],
    "description in German": [command(description_localizations={"de": "x" * 101})],
    "language": [command(name_localizations={"xx": "capex"})],
    "option's name": [command(options=[option("What?")])],
    "option's description": [command(options=[option(description="")])],
    "same option twice": [command(options=[option(), option()])],
    "order": [command(options=[option(), option("more", required=True)])],
    "choices and autocomplete": [command(options=[option(autocomplete=True, choices=[{"name": "x", "value": "x"}])])],
    "choice": [command(options=[option(choices=[{"name": "x" * 101, "value": "x"}])])],
    "mixed": [command(options=[option(), {"type": 1, "name": "sub", "description": "x"}])],
    "menu with description": [command(type=3, name="Ask about this", description="x")],
    "same name twice": [command(), command()],
    "too many menus": [{"name": f"Menu {one}", "type": 3} for one in range(16)],
    "sum": [
        command(
            options=[
                option(f"o{number}", choices=[{"name": f"{one} " * 30, "value": "x" * 90} for one in range(10, 20)])
                for number in range(9)
            ]
        )
    ],
}


@pytest.mark.parametrize("commands", BAD_COMMANDS.values(), ids=BAD_COMMANDS.keys())
async def test_commands_have_a_form(server: DiscordServer, bot: TinyBot, commands: list[Any]) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await bot.http.bulk_upsert_global_commands(server.bot.id, payload=commands)
    assert refused.value.code == 50035
    assert len(server.violations) == 1
    assert len(server.commands.syncs) == 1


async def test_pings_are_recorded_if_a_test_rules_them_out(server: DiscordServer, bot: TinyBot) -> None:
    server.mentions_ruled_out = True
    await post(server, bot, {"content": "quiet", **NO_PINGS})
    assert server.violations == []
    hostile = f"@everyone <@&7> {server.person.mention}"
    await post(server, bot, {"content": hostile})
    await post(server, bot, {"content": hostile, "allowed_mentions": {"parse": ["users"]}})
    assert len(server.violations) == 2
    assert [one.pings for one in server.messages] == [
        [],
        [f"user {server.person.id}", "role 7", "@everyone"],
        [f"user {server.person.id}"],
    ]


async def test_a_route_that_is_not_there(server: DiscordServer, bot: TinyBot) -> None:
    with pytest.raises(discord.NotFound):
        await bot.http.request(Route("GET", "/guilds/{guild_id}/prune", guild_id=1))
    assert "no such route" in str(server.violations[0])


async def test_what_was_synced_and_how_often(server: DiscordServer, bot: TinyBot) -> None:
    first = {one["name"]: one["id"] for one in server.commands.of()}
    await bot.tree.sync()
    await bot.tree.sync(guild=discord.Object(server.guild.id))
    assert [one.guild_id for one in server.commands.syncs] == [None, None, server.guild.id]
    assert {one["name"]: one["id"] for one in server.commands.of()} == first
    assert {"capex", "Ask about this", "figures"} <= first.keys()
    assert not server.violations
