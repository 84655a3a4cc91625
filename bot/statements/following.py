"""The index of statements kept as the base is: filled when first needed, then one entry for each change.

Threads may share it: one brings it up to date while the others wait.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from bot.statements.index import Statements
from bot.statements.shipped import shipped_phrasings
from knowledge.article import Article
from knowledge.claim import Claim, State

if TYPE_CHECKING:
    from bot.statements.phrasings import Phrasings


class Changed(Protocol):
    """What is needed of an entry of the change log."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def kind(self) -> str:
        """What kind of thing was changed."""

    @property
    def key(self) -> str:
        """The id of what was changed."""


class Changing(Protocol):
    """What is needed of the base."""

    def change_number(self) -> int:
        """The number of the last change."""

    def changes(self, after: int) -> Iterable[Changed]:
        """The changes with higher numbers, in order."""

    def claims(self, state: State | None) -> Iterator[tuple[Claim, Article]]:
        """The claims in a state."""

    def claim(self, key: str) -> Claim | None:
        """The claim with this id."""


class Following:
    """An index that follows a base."""

    def __init__(self, base: Changing, phrasings: "Callable[[], Phrasings]" = shipped_phrasings) -> None:
        self._base = base
        self._statements = Statements(phrasings)
        self._number: int | None = None
        self._lock = threading.Lock()

    def current(self) -> Statements:
        """The index as the base is now."""
        number = self._base.change_number()
        if number != self._number:
            with self._lock:
                self._catch_up(number)
        return self._statements

    def _catch_up(self, number: int) -> None:
        if self._number is None:
            for claim, _ in self._base.claims("approved"):
                self._statements.put(claim)
        elif number != self._number:
            for key in {change.key for change in self._base.changes(self._number) if change.kind == "claim"}:
                changed = self._base.claim(key)
                if changed:
                    self._statements.put(changed)
        self._number = number
