"""Waiting for what the bot does. Every wait has a deadline, and fails with what was seen instead."""

import asyncio
import contextlib
from collections.abc import Callable

from tests.fakes.discord.deliveries import Delivery
from tests.fakes.discord.state import State
from tests.fakes.discord.web import Exchange
from tests.fakes.discord.world import Message

DEADLINE = 5.0
LAST = 12
TICK = 0.02  # how soon a condition on the bot's own state is seen, of which the server hears nothing


class Waiting(State):
    """Conditions, checked whenever the server's state changes, and every now and then for what it does not see."""

    async def until(self, condition: Callable[[], object], what: str, deadline: float = DEADLINE) -> None:
        """Return as soon as the condition holds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(deadline):
                while not condition():
                    await self._moved(TICK)
        assert condition(), f"waited {deadline} s in vain for {what}. {self.seen()}"

    async def connected(self, shards: int | None = None, deadline: float = DEADLINE) -> None:
        """Every shard has identified."""
        wanted = self.shards if shards is None else shards
        await self.until(lambda: len(self.gateway.connected) >= wanted, f"{wanted} connected shards", deadline)

    async def synced(self, times: int = 1, deadline: float = DEADLINE) -> None:
        """The commands have been registered this often."""
        await self.until(lambda: len(self.commands.syncs) >= times, f"{times} syncs of commands", deadline)

    async def reply(self, delivery: Delivery, number: int = 1, deadline: float = DEADLINE) -> Message:
        """The answer (or the second, third, …) to a delivery, once it is more than "is thinking"."""

        def arrived() -> list[Message]:
            return [one for one in delivery.replies if not one.loading]

        await self.until(lambda: len(arrived()) >= number, f"reply {number} to {delivery}", deadline)
        return arrived()[number - 1]

    async def updated(self, message: Message, versions: int = 2, deadline: float = DEADLINE) -> Message:
        """The message has been written this often, the first time counted."""
        await self.until(lambda: len(message.versions) >= versions, f"version {versions} of {message.text!r}", deadline)
        return message

    async def deleted(self, message: Message, deadline: float = DEADLINE) -> Message:
        await self.until(lambda: message.deleted, f"deletion of {message.text!r}", deadline)
        return message

    async def acknowledged(self, delivery: Delivery, deadline: float = DEADLINE) -> Delivery:
        """The interaction has its one callback."""
        await self.until(lambda: delivery.callback is not None, f"acknowledgement of {delivery}", deadline)
        return delivery

    async def called(self, operation: str, times: int = 1, deadline: float = DEADLINE) -> Exchange:
        """An operation has been called and answered this often; the last of these calls."""

        def done() -> list[Exchange]:
            return [one for one in self.exchanges if one.operation == operation and one.status]

        await self.until(lambda: len(done()) >= times, f"call {times} of {operation}", deadline)
        return done()[times - 1]

    async def settled(self, quiet: float = 0.1, deadline: float = DEADLINE) -> None:
        """The bot has heard everything and has nothing more to say: for proving that no reply comes.

        Each client is asked for a heartbeat, which it answers after what it was told before; then no call may be
        running, and none come for the quiet time.
        """
        beats = {session.socket: session.socket.beats for session in self.gateway.connected if session.socket}
        self.gateway.ask_for_beats()
        heard = "an answered heartbeat of every shard"
        await self.until(lambda: all(one.beats > before for one, before in beats.items()), heard, deadline)
        try:
            async with asyncio.timeout(deadline):
                while await self._moved(quiet) or self.busy:
                    pass
        except TimeoutError:
            raise AssertionError(f"after {deadline} s the bot is still at work. {self.seen()}") from None

    async def _moved(self, quiet: float) -> bool:
        try:
            async with asyncio.timeout(quiet):
                await self.change()
        except TimeoutError:
            return False
        return True

    def replies_to(self, delivery: Delivery) -> list[Message]:
        """Every message that answers a delivery, deleted ones too."""
        return list(delivery.replies)

    @property
    def refusals(self) -> list[Exchange]:
        """The calls that did not succeed."""
        return [one for one in self.exchanges if not 200 <= one.status < 300]

    def seen(self) -> str:
        """The last things that happened, for a failing test."""
        shards = [
            f"{one.shard}/{one.shards}{'' if one.socket else ' (away)'}" for one in self.gateway.sessions.values()
        ]
        return "\n  ".join(
            (
                f"Shards: {shards or 'none'}; identifies: {len(self.gateway.identifies)}",
                *(f"violation: {one}" for one in self.violations),
                *(str(one) for one in list(self.deliveries)[-LAST:]),
                *(str(one) for one in self.exchanges[-LAST:]),
            )
        )
