"""What stands under an answer: its key and the buttons that do something there.

A button that would show nothing is not there: no *More* where the message shows all, no *Quotes* without the words of
an article, no *Compare…* where nobody or a crowd was asked about.
"""

from collections.abc import Iterator
from typing import Final

from bot.answer import AnyAnswer, Found
from bot.brief import is_cut
from bot.reply import Button, Reply, Under

MOST_COMPARED: Final = 4
"""Subjects beside each other that a phone can still show."""


def under(key: str, answer: AnyAnswer, reply: Reply) -> Under | None:
    """What stands under the reply to an answer that is kept under `key`; nothing where no claim is shown."""
    buttons = buttons_under(answer, reply)
    return Under(key=key, buttons=buttons) if buttons else None


def buttons_under(answer: AnyAnswer, reply: Reply) -> tuple[Button, ...]:
    """What can be done with an answer; nothing where no claim is shown."""
    return tuple(_buttons(answer, reply)) if isinstance(answer, Found) else ()


def _buttons(answer: Found, reply: Reply) -> Iterator[Button]:
    if reply.more or is_cut(reply):
        yield "more"
    if any(line.quotes for line in (*reply.lines, *reply.more)):
        yield "quotes"
    if 0 < len(answer.question.asked) < MOST_COMPARED:
        yield "compare"
    yield "wrong"
    yield "helpful"
    yield "unhelpful"
