"""Forms of replies that are at hand: the same question gets the same reply, and it looks the same each time.

Two replies look the same where all that they hold is the very same, but for what stands under them, which is each
answer's own. To compare what they hold by its value would take as long as to render it.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter, is_
from typing import Final, Generic, TypeVar

from bot.reply import Reply

MOST: Final = 256
_looks: Final = attrgetter(*(field.name for field in fields(Reply) if field.name != "under"))

T = TypeVar("T")


class Looks(Generic[T]):
    """What was made of the replies that were given last."""

    def __init__(self, make: Callable[[Reply], T]) -> None:
        """`make` renders a reply, but for what stands under it."""
        self._make = make
        self._known: OrderedDict[int, tuple[Reply, T]] = OrderedDict()

    def of(self, reply: Reply) -> T:
        """What is made of the reply, the very same object for replies that look the same."""
        key = id(reply.lines)
        known = self._known.get(key)
        if known is None or not all(map(is_, _looks(reply), _looks(known[0]))):
            known = self._known[key] = reply, self._make(reply)
        self._known.move_to_end(key)
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return known[1]
