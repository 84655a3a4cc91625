"""Who answers in which workspace: a seat each, made when the workspace first speaks.

Bolt has looked up the workspace's token before it asks for one. A workspace that installed the bot again comes with
another token, and gets another seat.
"""

import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, TypeVar

from slack_bolt.async_app import AsyncBoltContext
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError

from adapters.desk import Desk
from adapters.slack_app.blocks import message
from adapters.slack_app.refusals import code_of
from adapters.slack_app.seats import Seat
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay
from bot.people import Person, Place
from bot.reply import Reply

_LOG = logging.getLogger("capex.slack")

Listener = Callable[[AsyncArgs], Awaitable[Any]]
T = TypeVar("T")

_NO_CONTEXT = AsyncBoltContext()
"""Of a request that bolt has not seen."""


class Teams:
    """All workspaces in which the bot is."""

    def __init__(
        self,
        desk: Desk,
        under_way: UnderWay,
        sender: Callable[[str], Sender],
        authorize: AsyncAuthorize | None = None,
    ) -> None:
        """`sender` makes what sends with a workspace's token; `authorize` looks up that token, where there are many."""
        self._authorize = authorize
        self._desk = desk
        self._under_way = under_way
        self._sender = sender
        self._seats: dict[str, Seat] = {}

    def at(self, kind: type[T], act: Callable[Concatenate[T, ...], Awaitable[Any]]) -> Listener:
        """A listener that has a method done by the one of its kind in the workspace that spoke."""
        wanted = [name for name in inspect.signature(act).parameters if name != "self"]

        async def listener(args: AsyncArgs) -> Any:
            return await act(self._seat(args.context).of(kind), **{name: getattr(args, name) for name in wanted})

        return listener

    def sit(self, team: str, token: str, bot_user: str) -> None:
        """Take the seat in a workspace before it speaks."""
        self._seats[team] = Seat(token, bot_user, self._desk, self._under_way, self._sender)

    async def seated(self, team: str) -> Seat | None:
        """The seat in a workspace that speaks, if it may; raises Fault where that cannot be looked up."""
        if self._authorize is None:
            return self._seats.get(team)
        known = await self._authorize(context=_NO_CONTEXT, enterprise_id=None, team_id=team, user_id=None)
        return self._taken(team, known.bot_token, known.bot_user_id) if known else None

    async def tell(self, person: Person, reply: Reply) -> bool:
        """Tell a person in direct messages; False where the bot has no seat in the workspace yet.

        What Slack refuses is logged and counts as told.
        """
        seat = self._seats.get(person.workspace)
        if seat is None:
            return False
        there = Place(platform="slack", workspace=person.workspace, channel=person.user, direct=True)
        try:
            await seat.sender.post(there, message(reply))
        except SlackApiError as error:  # said once more it would be refused once more
            _LOG.error("somebody could not be told", extra={"code": code_of(error)})
        return True

    def hurry(self) -> None:
        """Let what waits for its turn be sent at once: the bot is ending."""
        for seat in self._seats.values():
            seat.sender.hurry()

    def forget(self, team: str) -> None:
        """Let go of the seat in a workspace that has left."""
        self._seats.pop(team, None)

    def _seat(self, context: AsyncBoltContext) -> Seat:
        seat = self._taken(context.team_id, context.bot_token, context.bot_user_id)
        if seat is None:
            raise RuntimeError("Slack speaks for no workspace")
        return seat

    def _taken(self, team: str | None, token: str | None, bot_user: str | None) -> Seat | None:
        """The seat in a workspace with this token; None where something of it is missing."""
        if not (team and token and bot_user):
            return None
        seat = self._seats.get(team)
        if seat is None or seat.token != token:
            seat = self._seats[team] = Seat(token, bot_user, self._desk, self._under_way, self._sender)
        return seat
