"""What stands in one message, top to bottom, before it is anything of the library's: texts, and buttons below them.

A message holds 40 components and 4,000 characters over all of them. The count is made here, with the words on buttons
in it, so that a form that does not fit is never built.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

from adapters.discord_app.wording import size

MOST_COMPONENTS: Final = 40
LONGEST: Final = 3_800
"""Characters; the rest of Discord's 4,000 is left free for the name of who shares a message."""
LONGEST_LABEL: Final = 80
LONGEST_ID: Final = 100
ROW: Final = 5

T = TypeVar("T")


class Button(NamedTuple):
    """Words to press, and the id that says what a press means, so that it needs no memory."""

    label: str
    id: str
    is_first: bool = False
    """Whether it is what is done mostly, and stands out."""


Rows = tuple[tuple[Button, ...], ...]
"""Buttons, side by side as far as a screen has room."""


@dataclass(frozen=True, slots=True)
class Picker:
    """A list of people to pick one from, with what it says before that."""

    words: str
    id: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A message.

    Attributes:
        head: what it is about and what holds for the whole.
        body: texts with a little space between them.
        foot: sources and what was left out; a rule stands before it, and one after the head.
        rows: buttons.
        picker: people to pick from, below all.
    """

    head: str
    body: tuple[str, ...] = ()
    foot: str = ""
    rows: Rows = ()
    picker: Picker | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts."""
        return tuple(text for text in (self.head, *self.body, self.foot) if text)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons."""
        return tuple(button for row in self.rows for button in row)

    def fits(self) -> bool:
        """Whether one message holds it."""
        picking = 2 if self.picker else 0
        components = 1 + 2 + len(self.texts) + len(self.rows) + len(self.buttons) + picking
        length = sum(map(size, self.texts)) + sum(size(button.label) for button in self.buttons)
        return bool(self.texts) and components <= MOST_COMPONENTS and length <= LONGEST


def in_rows(buttons: Sequence[T]) -> tuple[tuple[T, ...], ...]:
    """Buttons, as many in a row as Discord takes."""
    return tuple([tuple(buttons[start : start + ROW]) for start in range(0, len(buttons), ROW)])
