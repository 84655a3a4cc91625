"""The stage on which people act: who and where if nothing is said, and how a delivery comes to the bot.

People write and click whatever the transport; the server decides whether the bot hears of it over a socket or as a
signed request.
"""

from abc import ABC, abstractmethod
from typing import Protocol

from .delivery import Delivery, Kind
from .payloads import Payloads
from .values import Json
from .workspace import Channel, User, Workspace
from .world import ResponseUrl, World


class Transport(Protocol):
    """A way to the bot."""

    async def send(self, delivery: Delivery, retry: int = 0, reason: str | None = None) -> None:
        """Tell the bot."""


class Stage(ABC):
    """A world with a way to the bot. Alice, general and the first workspace are meant if left out."""

    world: World
    workspace: Workspace

    @abstractmethod
    def transport(self) -> Transport:
        """The way to the bot at the moment."""

    @property
    @abstractmethod
    def root(self) -> str:
        """The address of the fake."""

    async def event(
        self,
        event: Json,
        *,
        user: User | None = None,
        channel: Channel | None = None,
        workspace: Workspace | None = None,
    ) -> Delivery:
        """Any event of the Events API (`app_home_opened`, `member_joined_channel`, `app_uninstalled`…)."""
        space, who, where = self._scene(user, channel, workspace)
        delivery = self._delivery("events_api", self._payloads.event(space, event), space, who, where)
        if event["type"] in {"message", "app_mention"}:
            delivery.ts, delivery.thread = event["ts"], event.get("thread_ts")
            self.world.log.heard(where.id, event["ts"], event)
        return await self._send(delivery)

    async def uninstall(self, *, workspace: Workspace | None = None) -> Delivery:
        """Somebody removes the app: its tokens end, and two events say so; the second is returned."""
        space = workspace or self.workspace
        self.world.tokens.end_all(space)
        tokens = {"oauth": [], "bot": [space.bot_user.id]}
        await self.event({"type": "tokens_revoked", "tokens": tokens, "event_ts": self.world.ids.ts()}, workspace=space)
        return await self.event({"type": "app_uninstalled", "event_ts": self.world.ids.ts()}, workspace=space)

    async def redeliver(self, delivery: Delivery, reason: str = "timeout") -> Delivery:
        """Tell the bot the same once more, as a retry."""
        await self.transport().send(delivery, len(delivery.attempts), reason)
        return delivery

    @property
    def _payloads(self) -> Payloads:
        return Payloads(self.world)

    def _scene(
        self, user: User | None, channel: Channel | None, space: Workspace | None
    ) -> tuple[Workspace, User, Channel]:
        found = space or self.workspace
        return found, user or found.alice, channel or found.general

    def _delivery(self, kind: Kind, payload: Json, space: Workspace, who: User, where: Channel) -> Delivery:
        delivery = Delivery(len(self.world.deliveries) + 1, kind, payload, space.id, who.id, where.id)
        self.world.deliveries.append(delivery)
        return delivery

    def _response_url(self, delivery: Delivery, original: str | None) -> str:
        ident = self.world.ids.envelope()
        self.world.urls[ident] = ResponseUrl(delivery, self.world.clock.now(), original)
        return f"{self.root}/response/{ident}"

    async def _send(self, delivery: Delivery) -> Delivery:
        await self.transport().send(delivery)
        return delivery
