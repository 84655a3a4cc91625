"""What a test looks at and waits for: always on a condition, and at the deadline it is told what was seen instead."""

from collections.abc import Collection

from .delivery import Ack, Delivery
from .messages import Entry
from .socket_mode import SocketMode
from .timing import PATIENCE
from .values import Json, Violation
from .world import Call, World

SOON = 0.2


class Watching:
    """The view from outside."""

    world: World
    sockets: SocketMode

    @property
    def messages(self) -> list[Entry]:
        """Everything that became visible, in order."""
        return self.world.log.entries

    @property
    def calls(self) -> list[Call]:
        """Every call of the Web API, in order."""
        return self.world.calls

    @property
    def violations(self) -> list[Violation]:
        """Every rule that the bot broke."""
        return self.world.violations

    @property
    def views(self) -> list[Json]:
        """The modals that are open, oldest first."""
        return [view for view in self.world.views.values() if view["type"] == "modal"]

    def home(self, user: str) -> Json | None:
        """The App Home of a person, by id."""
        return self.world.homes.get(user)

    def replies_to(
        self, delivery: Delivery, *, kinds: Collection[str] = ("post", "ephemeral", "update")
    ) -> list[Entry]:
        """What the bot said to a delivery, in order."""
        return [entry for entry in self.messages if entry.delivery is delivery and entry.kind in kinds]

    async def replies(self, delivery: Delivery, count: int = 1, within: float = PATIENCE) -> list[Entry]:
        """The same as soon as there are so many."""

        def enough() -> list[Entry]:
            found = self.replies_to(delivery)
            return found if len(found) >= count else []

        return await self.world.changes.until(enough, self.seen, within)

    async def reply(self, delivery: Delivery, within: float = PATIENCE) -> Entry:
        """The first thing that the bot says to a delivery."""
        return (await self.replies(delivery, 1, within))[0]

    async def acknowledged(self, delivery: Delivery, count: int = 1, within: float = PATIENCE) -> Ack:
        """The latest acknowledgement as soon as there are so many."""
        await self.world.changes.until(lambda: len(delivery.acks) >= count, self.seen, within)
        return delivery.acks[-1]

    async def called(self, method: str, count: int = 1, within: float = PATIENCE) -> list[Call]:
        """The calls of a method as soon as there are so many."""

        def enough() -> list[Call]:
            found = [call for call in self.calls if call.method == method]
            return found if len(found) >= count else []

        return await self.world.changes.until(enough, self.seen, within)

    async def opened(self, count: int = 1, within: float = PATIENCE) -> Json:
        """The newest modal as soon as so many are open."""
        await self.world.changes.until(lambda: len(self.views) >= count, self.seen, within)
        return self.views[-1]

    async def connected(self, count: int = 1, ever: int = 0, within: float = PATIENCE) -> None:
        """Wait until so many sockets are open, and so many were opened in all."""

        def enough() -> bool:
            return len(self.sockets.open) >= count and self.sockets.ever >= ever

        await self.world.changes.until(enough, self.seen, within)

    async def quiet(self, during: float = SOON) -> None:
        """Wait until nothing happened for a while; the only way to show that nothing more comes."""
        await self.world.changes.quiet(during)

    def seen(self) -> str:
        """All that happened, for a failure to show."""
        calls = (f"{call.method} -> {call.answer.get('error', 'ok')}" for call in self.calls)
        parts = {
            "deliveries": map(str, self.world.deliveries),
            "calls": calls,
            "messages": map(str, self.messages),
            "violations": map(str, self.violations),
        }
        return "\n".join(f"{name}:\n  " + "\n  ".join(found) for name, lines in parts.items() if (found := list(lines)))
