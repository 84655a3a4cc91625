"""The bot's seat in one workspace: whoever does something there, each made with no more than it needs.

All of it is made with the workspace's token and the bot's id there, so that nothing of one workspace, not even the
language of a person, is ever used in another.
"""

from collections.abc import Callable
from typing import TypeVar

from adapters.desk import Desk
from adapters.slack_app.buttons import Buttons
from adapters.slack_app.curating import Curating
from adapters.slack_app.forms import Forms
from adapters.slack_app.handler import Handler
from adapters.slack_app.people import People
from adapters.slack_app.pressing import Pressing
from adapters.slack_app.sending import Sender
from adapters.slack_app.thinking import Thinking
from adapters.slack_app.under_way import UnderWay
from adapters.slack_app.views import Views
from adapters.slack_app.visits import Visits

T = TypeVar("T")


class Seat:
    """Who does what in the workspace of a token."""

    def __init__(
        self, token: str, bot_user: str, desk: Desk, under_way: UnderWay, sender: Callable[[str], Sender]
    ) -> None:
        """`sender` makes what sends with a workspace's token."""
        self.token = token
        self.sender = sender(token)
        client = self.sender.client
        people = People(client)
        visits = Visits(desk, client, self.sender, people, bot_user, under_way)
        handler = Handler(desk, self.sender, bot_user, under_way, people, visits, Thinking(client))
        pressing = Pressing(desk.ledger, self.sender, under_way)
        buttons, forms = Buttons(desk, self.sender, Views(client), pressing), Forms(desk, self.sender, pressing)
        curating = Curating(desk, self.sender, Views(client), pressing, people)
        self._there: tuple[object, ...] = (handler, visits, buttons, forms, curating)

    def of(self, kind: type[T]) -> T:
        """The one of this kind who sits here."""
        return next(one for one in self._there if isinstance(one, kind))
