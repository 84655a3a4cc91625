"""The state of the server, and the few acts by which it changes: new people and places, telling the gateway.

Everything else (routes, the vocabulary of tests, waiting) reads and changes this one object.
"""

import asyncio
import itertools
from typing import Any

from tests.fakes.discord import oracle
from tests.fakes.discord.clock import Clock
from tests.fakes.discord.command_book import CommandBook
from tests.fakes.discord.deliveries import Book
from tests.fakes.discord.faults import Fault, Faults
from tests.fakes.discord.gateway import DIRECT_MESSAGES, GUILD_MESSAGES, GUILDS, MESSAGE_CONTENT, Gateway
from tests.fakes.discord.payloads import channel_form, guild_form, message_event, role_form, user_form
from tests.fakes.discord.sessions import Session
from tests.fakes.discord.web import Exchange, Violation
from tests.fakes.discord.world import (
    DIRECT,
    GROUP,
    MANAGE_GUILD,
    MEMBER,
    THREAD,
    VIEW_CHANNEL,
    Channel,
    Guild,
    Message,
    Role,
    User,
)

EPOCH = 1_420_070_400
TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.fake00.not-a-real-token-of-any-bot"  # noqa: S105 - opens this server only


class State:
    """What there is, what was said, what went wrong.

    Attributes:
        messages: every message of the bot, in order, deleted ones too.
        violations: what no correct bot sends; a test ends with `assert not server.violations`.
        integer_ids: operations whose bodies hold ids as integers, which the description does not allow.
        judge: finds what is wrong with bodies; `oracle.NothingWrong()` where only time is of interest.
        mentions_ruled_out: record a violation for each message without an empty `allowed_mentions`.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        shards: int = 1,
        privileged: int = 0,
        clock: Clock | None = None,
        judge: oracle.Judge = oracle,
    ) -> None:
        self.token = token
        self.shards = shards
        self.clock = clock or Clock()
        self.judge = judge
        self.mentions_ruled_out = False
        self.port = 0
        self.busy = 0
        self.faults = Faults()
        self.commands = CommandBook(self.next_id)
        self.deliveries = Book()
        self.messages: list[Message] = []
        self.history: list[Message] = []
        self.exchanges: list[Exchange] = []
        self.violations: list[Violation] = []
        self.integer_ids: list[str] = []
        self.typing: list[Channel] = []
        self.users: list[User] = []
        self.guilds: list[Guild] = []
        self.channels: list[Channel] = []
        self._numbers = itertools.count()
        self._change = asyncio.Event()
        self.gateway = Gateway(token, privileged, self._welcome, self.changed)
        self._first_people()

    def _first_people(self) -> None:
        self.bot = self.add_user("Capex", bot=True)
        self.owner = self.add_user("Olga", permissions=MEMBER | MANAGE_GUILD)
        self.person = self.add_user("Ada")
        self.other_person = self.add_user("Ben")
        self.other_bot = self.add_user("Otto", bot=True)
        self.guild = self.add_guild("Team")
        self.channel = self.guild.channels[0]

    def next_id(self) -> int:
        """A new id: it carries its time, as the platform's do, and is higher than those before."""
        milliseconds = int((self.clock.now() - EPOCH) * 1000)
        return milliseconds << 22 | next(self._numbers) % (1 << 22)

    @property
    def http_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway/"

    @property
    def resume_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/resume/"

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-US", permissions: int = MEMBER) -> User:
        user = User(self.next_id(), name, bot, locale, permissions)
        self.users.append(user)
        return user

    def add_guild(
        self,
        name: str,
        *,
        with_bot: bool = True,
        shard: int | None = None,
        welcoming: bool = False,
        locale: str = "en-US",
    ) -> Guild:
        """A guild with one channel, `welcoming` those who come; `shard` asks for an id that this shard is told of."""
        number = self.next_id()
        while shard is not None and (number >> 22) % self.shards != shard:
            number += 1 << 22
        guild = Guild(number, name, self.owner, with_bot, locale)
        self.guilds.append(guild)
        channel = self.add_channel("general", guild)
        guild.system_channel = channel if welcoming else None
        if with_bot:
            self.add_bot(guild)
        return guild

    def add_bot(self, guild: Guild) -> None:
        """Somebody brings the bot into a guild: only of one that it was in already is told that it is available."""
        guild.with_bot = True
        form = guild_form(guild, self.bot)
        del form["unavailable"]
        self._dispatch(guild, GUILDS, "GUILD_CREATE", form)

    def remove_bot(self, guild: Guild | None = None) -> None:
        """Somebody takes the bot out of a guild."""
        left = guild or self.guild
        left.with_bot = False
        self._dispatch(left, GUILDS, "GUILD_DELETE", {"id": str(left.id)})

    def add_channel(self, name: str, guild: Guild | None = None) -> Channel:
        guild = guild or self.guild
        channel = self.add_untold_channel(name, guild)
        if len(guild.channels) > 1:
            self._dispatch(guild, GUILDS, "CHANNEL_CREATE", channel_form(channel))
        return channel

    def add_untold_channel(self, name: str, guild: Guild | None = None) -> Channel:
        """A channel of which the bot has not heard yet."""
        return self._place(Channel(self.next_id(), name, guild=guild or self.guild))

    def add_role(self, name: str, permissions: int, *members: User) -> Role:
        """A role of the first guild, for these people."""
        role = Role(self.next_id(), name, permissions)
        self.guild.roles.append(role)
        for user in members:
            user.roles.append(role)
            user.permissions |= permissions
        form = {"guild_id": str(self.guild.id), "role": role_form(role)}
        self._dispatch(self.guild, GUILDS, "GUILD_ROLE_CREATE", form)
        return role

    def change_channel(self, channel: Channel) -> None:
        """Somebody changes what may be done in a channel."""
        assert channel.guild is not None
        self._dispatch(channel.guild, GUILDS, "CHANNEL_UPDATE", channel_form(channel))

    def add_thread(self, name: str, parent: Channel | None = None) -> Channel:
        parent = parent or self.channel
        assert parent.guild is not None
        thread = self._place(Channel(self.next_id(), name, THREAD, parent.guild, parent))
        self._dispatch(parent.guild, GUILDS, "THREAD_CREATE", {**channel_form(thread), "newly_created": True})
        return thread

    def add_group(self, name: str, *people: User) -> Channel:
        """A conversation among people, which the bot is never part of."""
        return self._place(Channel(self.next_id(), name, GROUP, people=list(people)))

    def direct(self, user: User | None = None) -> Channel:
        """The direct messages between a person and the bot."""
        user = user or self.person
        known = (one for one in self.channels if one.kind == DIRECT and user in one.people)
        return next(known, None) or self._place(Channel(self.next_id(), "", DIRECT, people=[user]))

    def _place(self, channel: Channel) -> Channel:
        self.channels.append(channel)
        if channel.guild is not None:
            channel.guild.channels.append(channel)
        return channel

    def within_reach(self, channel: Channel) -> bool:
        """Whether the bot sees the channel at all."""
        if channel.kind == GROUP or (channel.guild is not None and not channel.guild.with_bot):
            return False
        return bool(channel.bot_permissions & VIEW_CHANNEL)

    def fail(self, operation: str, fault: Fault, times: int = 1) -> None:
        """Spoil the next calls of an operation, `METHOD /path/{as_described}`."""
        self.faults.order(operation, fault, times)

    def violate(self, operation: str, words: str, body: Any = None) -> None:
        self.violations.append(Violation(operation, words, body))

    def changed(self) -> None:
        """Wake everyone who waits for something."""
        self._change.set()
        self._change = asyncio.Event()

    async def change(self) -> None:
        await self._change.wait()

    def tell(self, event: str, message: Message) -> None:
        """MESSAGE_CREATE or MESSAGE_UPDATE, each session reading what its intents allow."""
        for session in self._listeners(message.channel):
            all_content = bool(session.intents & MESSAGE_CONTENT)
            session.dispatch(event, message_event(message, read_by=self.bot, all_content=all_content))

    def tell_deleted(self, message: Message) -> None:
        guild = message.channel.guild
        form = {"id": str(message.id), "channel_id": str(message.channel.id)}
        for session in self._listeners(message.channel):
            session.dispatch("MESSAGE_DELETE", {**form, "guild_id": str(guild.id)} if guild else form)

    def _listeners(self, channel: Channel) -> list[Session]:
        if not self.within_reach(channel):
            return []
        intent = GUILD_MESSAGES if channel.guild else DIRECT_MESSAGES
        sessions = self.gateway.for_guild(channel.guild.id if channel.guild else None)
        return [session for session in sessions if session.intents & intent]

    def _dispatch(self, guild: Guild, intent: int, event: str, form: dict[str, Any]) -> None:
        for session in self.gateway.for_guild(guild.id):
            if session.intents & intent:
                session.dispatch(event, form)

    def _welcome(self, session: Session) -> None:
        """READY, then each guild of the shard."""
        guilds = [one for one in self.guilds if one.with_bot and (one.id >> 22) % session.shards == session.shard]
        ready = {
            "v": 10,
            "user": {**user_form(self.bot), "mfa_enabled": False, "verified": True, "email": None, "locale": "en-US"},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.resume_url,
            "shard": [session.shard, session.shards],
            "application": {"id": str(self.bot.id), "flags": self.application_flags},
            "private_channels": [],
            "presences": [],
        }
        session.dispatch("READY", ready)
        if session.intents & GUILDS:
            for guild in guilds:
                session.dispatch("GUILD_CREATE", guild_form(guild, self.bot))

    @property
    def application_flags(self) -> int:
        """The limited message content flag, where that intent is switched on."""
        return 1 << 19 if self.gateway.privileged & MESSAGE_CONTENT else 0
