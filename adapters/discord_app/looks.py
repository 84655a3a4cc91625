"""Messages that are at hand: what fits of a reply is found and written once for all who are answered alike.

What fits depends on the words of the buttons below it and not on what is in their ids. So a look is kept for those who
are given the same reply with the same buttons, and only the ids are made for each of them.
"""

from typing import NamedTuple

from discord import ui

from adapters.discord_app.below import Tails, everybodys, tails_of
from adapters.discord_app.layout import Button
from adapters.discord_app.message import body
from adapters.discord_app.view import Json, WrittenView, button_of, components_of, row_of
from adapters.looks import Looks as Shared
from bot.reply import Button as Name
from bot.reply import Reply

_Buttons = tuple[bool, bool, tuple[Name, ...] | None]


class _Look(NamedTuple):
    """What of a message is the same for all: components `above` and `beneath`, between them rows of open buttons.

    Of each of those there is what is written, how its id begins, and with which of the tails it ends.
    """

    above: list[Json]
    rows: list[list[tuple[Json, str, int]]]
    beneath: list[Json]

    def written(self, tails: Tails) -> list[Json]:
        """The components of the message whose ids end so."""
        rows = [row_of([{**one, "custom_id": begin + tails[tail]} for one, begin, tail in row]) for row in self.rows]
        return [*self.above, *rows, *self.beneath]


class Looks:
    """The looks of the replies that were given last."""

    def __init__(self) -> None:
        self._known: Shared[dict[_Buttons, _Look]] = Shared(lambda _: {})

    def view(self, reply: Reply, asker: int | None, sharer: int | None) -> ui.LayoutView:
        """The view of `message` for these persons."""
        under, looks = reply.under, self._known.of(reply)
        buttons = asker is None, sharer is None, under.buttons if under else None
        look = looks.get(buttons)
        if look is None:
            look = looks[buttons] = _look(reply, asker, sharer)
        return WrittenView(look.written(tails_of(reply, asker, sharer)))


def _look(reply: Reply, asker: int | None, sharer: int | None) -> _Look:
    made = body(reply, asker, sharer)
    rows = [
        [(button_of(Button(one.label, one.begin)), one.begin, one.tail) for one in row]
        for row in everybodys(reply, asker, sharer, is_cut=made.is_cut)
    ]
    return _Look(components_of(made.above), rows, components_of(made.beneath))
