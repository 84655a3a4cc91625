"""The commands are told to Discord when they are new to it, and by no restart in between."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import discord as library
import pytest
import pytest_asyncio
from discord import app_commands

from adapters.discord_app.commands import BY, WHERE, add_commands
from adapters.discord_app.german import GERMAN
from adapters.discord_app.operating import clear, invite, sync
from adapters.discord_app.registering import register, register_if_changed
from adapters.ledger import Ledger
from bot.line import Line
from bot.records import MemoryRecords, Records, SqlRecords
from knowledge.fault import Fault
from tests.fakes.discord import DiscordServer, refusal
from tests.fakes.discord.genuine import pointed_at

from .conftest import platform_for, running, settings_for

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NAMES = ["capex", "capexbot", "Ask about this", "Check this", "Add as article"]
PUT = "PUT /applications/{application_id}/commands"
Tree = app_commands.CommandTree[Any]


class _Away(MemoryRecords):
    """Records that keep nothing from one start to the next."""

    def keep(self, key: str, value: str, at: datetime) -> None:
        raise Fault(f"nothing can be written: {key} {value} {at}")

    def kept(self, key: str) -> str | None:
        raise Fault(f"nothing can be read: {key}")


async def start_and_stop(server: DiscordServer, line: Line, records: Records) -> None:
    async with running(platform_for(server, line, records)):
        await server.connected()


class Nobody:
    """Answers no command."""

    async def asked(self, *_: Any) -> None:
        """Nothing."""

    async def asked_about(self, *_: Any) -> None:
        """Nothing."""

    async def asked_to_check(self, *_: Any) -> None:
        """Nothing."""

    async def asked_to_add(self, *_: Any) -> None:
        """Nothing."""


class Nothing:
    """Offers nothing."""

    async def questions(self, *_: Any) -> list[str]:
        return []

    names = zones = followed = questions


@pytest_asyncio.fixture
async def tree(server: DiscordServer) -> AsyncIterator[Tree]:
    """The commands of a client that knows who it is."""
    with pointed_at(server):
        async with library.Client(intents=library.Intents(guilds=True)) as client:
            tree = app_commands.CommandTree(client, allowed_contexts=WHERE, allowed_installs=BY)
            add_commands(tree, Nobody(), Nothing())
            await client.login(server.token)
            yield tree


async def test_a_restart_with_the_same_commands_registers_nothing(
    server: DiscordServer, shipped: Line, sqlite_url: str
) -> None:
    for _ in range(2):
        await start_and_stop(server, shipped, SqlRecords(sqlite_url))
    assert len(server.commands.syncs) == 1
    assert [command["name"] for command in server.commands.of()] == NAMES


async def test_a_changed_command_is_registered_once(server: DiscordServer, tree: Tree, sqlite_url: str) -> None:
    await register(tree, Ledger(SqlRecords(sqlite_url)))
    command = tree.get_command("capex")
    assert isinstance(command, app_commands.Command)
    command.description = "Something else"
    for _ in range(2):
        await register(tree, Ledger(SqlRecords(sqlite_url)))
    assert [sync.sent[0]["description"] for sync in server.commands.syncs] == [
        "Ask about AI spending; each figure comes with its source",
        "Something else",
    ]


async def test_another_application_on_the_same_records_registers_its_own(
    server: DiscordServer, tree: Tree, sqlite_url: str
) -> None:
    records = SqlRecords(sqlite_url)
    records.keep("discord:commands:1", "what another application registered", NOW)
    await register(tree, Ledger(records))
    assert len(server.commands.syncs) == 1
    assert records.kept("discord:commands:1") == "what another application registered"


async def test_what_discord_refused_is_told_again_at_the_next_start(server: DiscordServer, tree: Tree) -> None:
    records = MemoryRecords()
    server.fail(PUT, refusal(50001))
    await register_if_changed(tree, Ledger(records))
    assert server.commands.syncs == []
    await register(tree, Ledger(records))
    assert len(server.commands.syncs) == 1


async def test_without_records_the_commands_are_registered_at_each_start(server: DiscordServer, tree: Tree) -> None:
    for _ in range(2):
        await register(tree, Ledger(_Away()))
    assert len(server.commands.syncs) == 2


def words(value: Any) -> set[str]:
    """All that a command shows: names and descriptions of it, its options and their choices."""
    if isinstance(value, list):
        return set().union(*map(words, value))
    if not isinstance(value, dict):
        return set()
    own = {value[key] for key in ("name", "description") if value.get(key)}
    return own.union(*map(words, (value.get("options"), value.get("choices"))))


async def test_every_word_of_the_commands_is_german_for_germans(server: DiscordServer, tree: Tree) -> None:
    await register(tree, Ledger(MemoryRecords()))
    assert words(server.commands.of()) == set(GERMAN)
    [capex, group, *menus] = server.commands.of()
    assert capex["options"][0]["name_localizations"] == {"de": "frage"}
    assert group["options"][0]["name_localizations"] == {"de": "vergleichen"}
    assert [menu["name_localizations"]["de"] for menu in menus] == [
        "Danach fragen",
        "Das prüfen",
        "Als Artikel hinzufügen",
    ]


async def test_options_and_choices_of_a_digest_are_german_too(server: DiscordServer, tree: Tree) -> None:
    await register(tree, Ledger(MemoryRecords()))
    [digest] = [one for one in server.commands.of()[1]["options"] if one["name"] == "digest"]
    assert digest["name_localizations"] == {"de": "überblick"}
    action, at, *_ = digest["options"]
    assert (action["name_localizations"], at["name_localizations"]) == ({"de": "aktion"}, {"de": "um"})
    offered = {one["value"]: one["name_localizations"]["de"] for one in action["choices"]}
    assert offered["off"] == "Abbestellen"
    assert list(offered) == ["on", "show", "preview", "now", "off", "open", "close"]


async def test_commands_are_for_servers_and_people_everywhere(server: DiscordServer, tree: Tree) -> None:
    await register(tree, Ledger(MemoryRecords()))
    for command in server.commands.of():
        assert (command["contexts"], command["integration_types"]) == ([0, 1, 2], [0, 1])


async def test_the_terminal_tells_discord_once(server: DiscordServer) -> None:
    ledger = Ledger(MemoryRecords())
    assert [await sync(settings_for(server), ledger, None) for _ in range(2)] == [True, False]
    assert len(server.commands.syncs) == 1


async def test_the_terminal_tells_again_what_discord_has_lost(server: DiscordServer) -> None:
    ledger = Ledger(MemoryRecords())
    await sync(settings_for(server), ledger, None)
    server.commands.scopes.clear()
    assert await sync(settings_for(server), ledger, None)
    assert [one["name"] for one in server.commands.of()] == NAMES


async def test_what_the_terminal_told_is_not_told_again_at_the_start(server: DiscordServer, shipped: Line) -> None:
    records = MemoryRecords()
    await sync(settings_for(server), Ledger(records), None)
    await start_and_stop(server, shipped, records)
    assert len(server.commands.syncs) == 1


async def test_one_server_can_be_told_for_development(server: DiscordServer) -> None:
    await sync(settings_for(server), Ledger(MemoryRecords()), server.guild.id)
    assert [one["name"] for one in server.commands.of(server.guild.id)] == NAMES
    assert server.commands.of() == []


async def test_what_one_server_was_told_is_taken_back_and_can_be_told_again(server: DiscordServer) -> None:
    settings, ledger, guild = settings_for(server), Ledger(MemoryRecords()), server.guild.id
    await sync(settings, ledger, None)
    await sync(settings, ledger, guild)
    await clear(settings, ledger, guild)
    assert (server.commands.of(guild), [one["name"] for one in server.commands.of()]) == ([], NAMES)
    assert await sync(settings, ledger, guild)
    assert [one["name"] for one in server.commands.of(guild)] == NAMES


async def test_a_server_without_the_bot_is_said_in_one_sentence(server: DiscordServer) -> None:
    elsewhere = server.add_guild("Elsewhere", with_bot=False)
    with pytest.raises(Fault, match="add it there with the link of 'capex discord invite'"):
        await sync(settings_for(server), Ledger(MemoryRecords()), elsewhere.id)


async def test_a_wrong_token_is_said_in_one_sentence(server: DiscordServer) -> None:
    with pytest.raises(Fault, match="set DISCORD_TOKEN to the one shown"):
        await invite(settings_for(server, "wrong"))


async def test_the_links_ask_for_what_is_needed_and_no_more(server: DiscordServer) -> None:
    links = await invite(settings_for(server))
    asked = parse_qs(urlsplit(links.server).query)
    assert asked["client_id"] == [str(server.bot.id)]
    assert set(asked["scope"][0].split()) == {"bot", "applications.commands"}
    allowed = library.Permissions(int(asked["permissions"][0]))
    assert {name for name, value in allowed if value} == {
        "read_messages",
        "send_messages",
        "send_messages_in_threads",
        "read_message_history",
    }
    assert parse_qs(urlsplit(links.person).query)["integration_type"] == ["1"]
