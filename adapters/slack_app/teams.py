"""Who answers in which workspace: a handler each, made when the workspace first speaks.

Bolt has looked up the workspace's token before it asks for one. A workspace that installed the bot again comes with
another token, and gets another handler.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from slack_bolt.async_app import AsyncBoltContext
from slack_bolt.kwargs_injection.async_args import AsyncArgs

from adapters.desk import Desk
from adapters.slack_app.handler import Handler
from adapters.slack_app.sending import Sender
from adapters.slack_app.under_way import UnderWay

Listener = Callable[[AsyncArgs], Awaitable[Any]]


class _Seat(NamedTuple):
    token: str
    sender: Sender
    handler: Handler


class Teams:
    """All workspaces in which the bot is."""

    def __init__(self, desk: Desk, under_way: UnderWay, sender: Callable[[str], Sender]) -> None:
        """`sender` makes what sends with a workspace's token."""
        self._desk = desk
        self._under_way = under_way
        self._sender = sender
        self._seats: dict[str, _Seat] = {}

    def at(self, act: Callable[..., Awaitable[Any]]) -> Listener:
        """A listener that has a method of `Handler` done by the handler of the workspace that spoke."""
        wanted = [name for name in inspect.signature(act).parameters if name != "self"]

        async def listener(args: AsyncArgs) -> Any:
            return await act(self._handler(args.context), **{name: getattr(args, name) for name in wanted})

        return listener

    def hurry(self) -> None:
        """Let what waits for its turn be sent at once: the bot is ending."""
        for seat in self._seats.values():
            seat.sender.hurry()

    def forget(self, team: str) -> None:
        """Let go of the handler of a workspace that has left."""
        self._seats.pop(team, None)

    def _handler(self, context: AsyncBoltContext) -> Handler:
        team, token, bot_user = context.team_id, context.bot_token, context.bot_user_id
        if not (team and token and bot_user):
            raise RuntimeError("Slack speaks for no workspace")
        seat = self._seats.get(team)
        if seat is None or seat.token != token:
            sender = self._sender(token)
            seat = self._seats[team] = _Seat(token, sender, Handler(self._desk, sender, bot_user, self._under_way))
        return seat.handler
