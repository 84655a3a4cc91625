"""Bodies that are at hand: the line gives the same reply to the same question, and it looks the same each time.

Two replies look the same where all that they hold is the very same, but for what stands under them, which is each
answer's own. To compare what they hold by its value would take as long as to render it.
"""

from collections import OrderedDict
from dataclasses import fields
from typing import Final

from adapters.slack_app.blocks import Body, body
from bot.reply import Reply

MOST: Final = 256
_LOOKS: Final = tuple(field.name for field in fields(Reply) if field.name != "under")


class Looks:
    """The bodies of the replies that were given last."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[Reply, Body]] = OrderedDict()

    def of(self, reply: Reply) -> Body:
        """See `blocks.body`; not to be changed by who is given it."""
        known = self._known.pop(id(reply.lines), None)
        if known is None or any(getattr(reply, name) is not getattr(known[0], name) for name in _LOOKS):
            known = reply, body(reply)
        self._known[id(reply.lines)] = known
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return known[1]
