"""How much one person may ask: so many questions a minute, over all doors of a platform.

The window begins with a person's first question and ends a minute later; the first question too many is told so, what
follows in the same window is met with silence, so that nobody can make the bot fill a channel. Counted in this process
alone: a count that all processes share would cost every answer a write, and what it protects is the process.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.people import Person

MOST: Final = 30
"""Questions a window: more than a person reads the answers of."""

WINDOW: Final = timedelta(minutes=1)


@dataclass(slots=True)
class _Window:
    begin: datetime
    asked: int = 0
    told: bool = False


class Allowance:
    """The windows of all persons who asked within the last minute."""

    def __init__(self, most: int = MOST) -> None:
        """`most` are the questions that one person may ask in a window."""
        self.most = most
        self._windows: dict[str, _Window] = {}

    def ask(self, person: Person, at: datetime) -> bool:
        """Count a question; whether it is one of those that are answered."""
        window = self._window(person, at)
        window.asked += 1
        return window.asked <= self.most

    def give_back(self, person: Person, at: datetime) -> None:
        """A question that was counted was none: it had been asked, and counted, before."""
        self._window(person, at).asked -= 1

    def tell(self, person: Person, at: datetime) -> bool:
        """Whether the person is to be told that this was one too many: once in a window."""
        window = self._window(person, at)
        told, window.told = window.told, True
        return not told

    def is_used_up(self, person: Person, at: datetime) -> bool:
        """Whether what this person asks now is not answered."""
        window = self._windows.get(_key(person))
        return window is not None and at - window.begin < WINDOW and window.asked >= self.most

    @property
    def persons(self) -> int:
        """How many are counted."""
        return len(self._windows)

    def _window(self, person: Person, at: datetime) -> _Window:
        key = _key(person)
        window = self._windows.get(key)
        if window is None or at - window.begin >= WINDOW:
            self._forget(at)
            self._windows.pop(key, None)  # the new window goes to the end, as the oldest are looked for at the front
            window = self._windows[key] = _Window(at)
        return window

    def _forget(self, at: datetime) -> None:
        """Let go of the windows that have ended; they stand in the order in which they began."""
        while self._windows:
            oldest = next(iter(self._windows))
            if at - self._windows[oldest].begin < WINDOW:
                return
            del self._windows[oldest]


def _key(person: Person) -> str:
    """The person over all doors: on Discord somebody is the same on every server and in direct messages."""
    return f"discord:{person.user}" if person.platform == "discord" else person.key
