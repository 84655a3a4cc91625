"""Messages that are at hand: what fits of a reply is found and written once for all who are answered alike.

The line gives the same reply to the same question, and it looks the same each time: where all that two replies hold is
the very same, but for what stands under them, and below them are the same buttons. What fits depends on the words of
those and not on their ids, which alone are made for each answer. To compare what replies hold by its value would take
as long as to write them.
"""

from collections import OrderedDict
from typing import Final, NamedTuple

from discord import ui

from adapters.discord_app.below import Tails, everybodys, tails_of
from adapters.discord_app.layout import Button
from adapters.discord_app.message import body
from adapters.discord_app.view import Json, WrittenView, button_of, components_of, row_of
from bot.reply import Button as Name
from bot.reply import Reply

MOST: Final = 256

_Kind = tuple[int, bool, bool, tuple[Name, ...] | None]


class _Look(NamedTuple):
    """What of a message is the same for all: components `above` and `beneath`, between them rows of open buttons.

    Of each of those there is what is written, how its id begins, and with which of the tails it ends.
    """

    reply: Reply
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
        self._known: OrderedDict[_Kind, _Look] = OrderedDict()

    def view(self, reply: Reply, asker: int | None, sharer: int | None) -> ui.LayoutView:
        """The view of `message` for these persons."""
        kind = id(reply.lines), asker is None, sharer is None, reply.under.buttons if reply.under else None
        look = self._known.get(kind)
        if look is None or not look.reply.holds_the_same(reply):
            look = self._known[kind] = _look(reply, asker, sharer)
        self._known.move_to_end(kind)
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return WrittenView(look.written(tails_of(reply, asker, sharer)))


def _look(reply: Reply, asker: int | None, sharer: int | None) -> _Look:
    made = body(reply, asker, sharer)
    rows = [
        [(button_of(Button(one.label, one.begin)), one.begin, one.tail) for one in row]
        for row in everybodys(reply, asker, sharer, is_cut=made.is_cut)
    ]
    return _Look(reply, components_of(made.above), rows, components_of(made.beneath))
