"""What was made of things that come again and again, known by the very thing: to compare it would cost as much.

The line gives the same answer to the same question as long as its base stands as it stood, so that what is made of the
answer is the same too. It is forgotten with the thing, so that nothing is held for its sake.
"""

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class AtHand(Generic[Thing, Made]):
    """What is made of things that do not change; safe where several threads ask."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Thing], Made]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, thing: Thing, make: Callable[[], Made]) -> Made:
        """What `make` makes of the thing, at once if it came before; it must not hold the thing."""
        key = id(thing)
        known = self._known.get(key)
        if known is not None and known[0]() is thing:
            return known[1]
        made = make()
        self._known[key] = weakref.ref(thing, lambda _: self._forget(key)), made
        return made

    def _forget(self, key: int) -> None:
        self._known.pop(key, None)
