"""A reply in ever shorter forms, until one fits a message.

Lines go from the end, and those that are left out are counted. A line is shown with its notes, the article's words and
all its sources or not at all: caution, conflict, basis and date are part of the figure. Only a line that does not fit
alone goes without the article's words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.brief import referred
from bot.reply import Action, Citation, Line, Note, Outcome, Reply
from bot.wording.rest import left_text
from knowledge.value import Language

_LONGEST_HEADLINE: Final = 300


@dataclass(frozen=True, slots=True)
class Shown:
    """As much of a reply as a message shows. `citations` are those that its lines and notes refer to."""

    outcome: Outcome
    language: Language
    headline: str
    lines: tuple[Line, ...]
    left: str
    notes: tuple[Note, ...]
    citations: tuple[Citation, ...]
    actions: tuple[Action, ...]


def shorter(reply: Reply) -> Iterator[Shown]:
    """Forms of `reply`, the whole first, each shorter than the one before; the last is its headline."""
    for count in range(len(reply.lines), 0, -1):
        yield _with(reply, reply.lines[:count])
    if reply.lines:
        yield _with(reply, (replace(reply.lines[0], quotes=()),))
    shown = _with(reply, ())
    yield shown
    yield from (replace(shown, actions=shown.actions[:count]) for count in range(len(shown.actions) - 1, -1, -1))
    yield replace(shown, notes=(), citations=(), actions=())


def clipped(text: str, most: int) -> str:
    """`text` in at most `most` characters, with an ellipsis where something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _with(reply: Reply, lines: tuple[Line, ...]) -> Shown:
    return Shown(
        outcome=reply.outcome,
        language=reply.language,
        headline=clipped(reply.headline, _LONGEST_HEADLINE),
        lines=lines,
        left=left_text(reply, len(lines)),
        notes=reply.notes,
        citations=referred(reply, lines),
        actions=reply.actions,
    )
