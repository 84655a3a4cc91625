"""The connected client: which of Discord's events are for the bot, and who answers each.

It reads messages that mention it and direct messages, by people only, and keeps none of them. It needs no privileged
intent.
"""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import discord
import yarl
from discord import app_commands

from adapters.desk import Desk
from adapters.discord_app.answering import Answering
from adapters.discord_app.buttons import ActButton, AskButton, DeedButton, DeleteButton, GrantPicker
from adapters.discord_app.closed import Closed
from adapters.discord_app.commands import BY, WHERE, add_commands
from adapters.discord_app.curating import Curating
from adapters.discord_app.failing import apologise
from adapters.discord_app.forms import Forms
from adapters.discord_app.ids import Act, Deed
from adapters.discord_app.places import data_of
from adapters.discord_app.pressing import Pressing
from adapters.discord_app.registering import register_if_changed
from adapters.discord_app.suggesting import Suggesting
from adapters.discord_app.visits import Visits
from bot.completing import Completing
from bot.people import Workspace
from knowledge.fault import Fault
from knowledge.value import Language

_LOG = logging.getLogger("capex.discord")
_SAID = frozenset({discord.MessageType.default, discord.MessageType.reply})

Interaction = discord.Interaction[Any]


class CapexClient(discord.AutoShardedClient):
    """See the module. `online` is set with the first shard that is connected."""

    def __init__(self, desk: Desk, completing: Callable[[], Completing], *, gateway: yarl.URL | None) -> None:
        """`completing` is of the base as it is; `gateway` is used in place of the one that Discord tells."""
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.online = asyncio.Event()
        self._gateway = gateway
        self._ledger = desk.ledger
        self._closed = Closed()
        self._answering = Answering(desk, self._closed)
        self._pressing = Pressing(desk)
        self._forms = Forms(desk, self._pressing)
        self._curating = Curating(desk, self._pressing)
        self._visits = Visits(desk)
        self._under_way: set[asyncio.Task[Any]] = set()
        self._tree = _Tree(self, allowed_contexts=WHERE, allowed_installs=BY)
        add_commands(self._tree, self, Suggesting(desk, completing))

    async def setup_hook(self) -> None:
        """Take the buttons of earlier processes as one's own, and register the commands."""
        self.add_dynamic_items(AskButton, DeleteButton, ActButton, DeedButton, GrantPicker)
        await register_if_changed(self._tree, self._ledger)

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard, at the gateway of the settings where there is one."""
        await super().launch_shard(self._gateway or gateway, shard_id, initial=initial)

    async def finish(self, within: float) -> None:
        """Wait for the answers that are under way."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while self._under_way:
                    await asyncio.wait(self._under_way)

    async def on_connect(self) -> None:
        """Say that there is a line to Discord."""
        self.online.set()

    async def on_ready(self) -> None:
        """Say in how many servers the bot is; one that it comes to from now on is a new one."""
        _LOG.info("all servers are known", extra={"servers": len(self.guilds)})

    async def on_message(self, message: discord.Message) -> None:
        """Answer what is said to the bot."""
        if self._is_addressed(message):
            await self._whole(self._answering.message(message))

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Answer anew what is changed; Discord also tells of its own additions, which change no text."""
        at = event.message.edited_at
        if at is not None and self._is_addressed(event.message):
            await self._whole(self._answering.edited(event.message, at))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget what is of a server that has removed the bot."""
        await self._whole(self._forget(Workspace(platform="discord", id=str(guild.id))))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say hello to a server that the bot is new in."""
        await self._whole(self._visits.joined(guild))

    async def on_guild_channel_update(self, _: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        """Try channels again whose permissions may be others now."""
        self._closed.open(after.guild.id)

    async def on_guild_role_update(self, _: discord.Role, after: discord.Role) -> None:
        """The same for those that a role opens."""
        self._closed.open(after.guild.id)

    async def on_capex_ask(self, interaction: Interaction, ask: str, language: Language, alone: bool) -> None:  # noqa: FBT001 - an event's arguments have no names
        """Answer a question behind a button, for whoever presses `alone`, or as visibly as it was offered."""
        private = alone or (interaction.message is not None and interaction.message.flags.ephemeral)
        await self._whole(self._answering.ask(interaction, ask, language, "private" if private else "public"))

    async def on_capex_delete(self, interaction: Interaction, asker: int) -> None:
        """Delete a reply for its asker."""
        await self._whole(self._answering.delete(interaction, asker))

    async def on_capex_act(self, interaction: Interaction, act: Act) -> None:
        """Do what stands under an answer."""
        await self._whole(self._pressing.press(interaction, act))

    async def on_capex_deed(self, interaction: Interaction, deed: Deed) -> None:
        """Do what a curator wants done about a matter."""
        await self._whole(self._curating.pressed(interaction, deed))

    async def on_capex_grant(self, interaction: Interaction, language: Language) -> None:
        """Let somebody curate, or no more."""
        await self._whole(self._curating.named(interaction, language))

    def dispatch(self, event: str, /, *args: Any, **named: Any) -> None:
        """Tell of an event; of interactions not those that commands and buttons answer, which are most."""
        if event != "interaction" or args[0].type is discord.InteractionType.modal_submit:
            super().dispatch(event, *args, **named)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Take a form that was sent off, whichever process opened it; the library knows its own forms only."""
        ident = str(data_of(interaction).get("custom_id", ""))
        act, deed = Act.of(ident), Deed.of(ident)
        if act:
            await self._whole(self._forms.sent_off(interaction, act))
        if deed:
            await self._whole(self._curating.sent_off(interaction, deed))

    async def on_error(self, event_method: str, /, *args: Any, **_: Any) -> None:
        """Apologise to whom the failed event came from."""
        error = sys.exception()
        if error is not None:
            await apologise(args[0] if args else None, error, event_method)

    async def asked(self, interaction: Interaction, text: str) -> None:
        """Answer a command."""
        await self._whole(self._answering.ask(interaction, text))

    async def asked_about(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer what a message asks to whoever uses its menu."""
        await self._whole(self._answering.ask_about(interaction, message))

    async def asked_to_check(self, interaction: Interaction, message: discord.Message) -> None:
        """Check what a message says for whoever uses its menu."""
        await self._whole(self._answering.check_this(interaction, message))

    async def asked_to_add(self, interaction: Interaction, message: discord.Message) -> None:
        """Suggest the page that a message links to."""
        await self._whole(self._answering.add_this(interaction, message))

    async def _forget(self, server: Workspace) -> None:
        try:
            await self._ledger.forget_workspace(server, discord.utils.utcnow())
        except Fault as fault:  # Discord does not tell it again
            _LOG.error("a server could not be forgotten", extra={"reason": str(fault)})

    def _is_addressed(self, message: discord.Message) -> bool:
        if message.author.bot or message.webhook_id or message.type not in _SAID or self.user is None:
            return False
        return message.guild is None or any(named.id == self.user.id for named in message.mentions)

    async def _whole(self, work: Awaitable[None]) -> None:
        """Let `finish` wait for this work."""
        task = asyncio.current_task()
        if task is not None:
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        await work


class _Tree(app_commands.CommandTree[CapexClient]):
    """Commands whose failures are answered."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Apologise to the person who gave the command."""
        await apologise(interaction, error, "command")
