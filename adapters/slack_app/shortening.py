"""A reply in ever shorter forms, until one fits a message.

Quotes go first, then lines, both from the end, and lines that are left out are counted. A line is shown with its
notes and all its sources or not at all: caution, conflict, basis and date are part of the figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.reply import Action, Citation, Line, Note, Reply
from knowledge.value import Language

_LONGEST_HEADLINE: Final = 300
_REFERENCE: Final = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Shown:
    """As much of a reply as a message shows. `citations` are those that its lines and notes refer to."""

    language: Language
    headline: str
    lines: tuple[Line, ...]
    left: int
    notes: tuple[Note, ...]
    citations: tuple[Citation, ...]
    actions: tuple[Action, ...]
    asks: bool
    """Whether the actions say something that the lines do not."""


def shorter(reply: Reply) -> Iterator[Shown]:
    """Forms of `reply`, the whole first, each shorter than the one before; the last is its headline."""
    for lines in range(len(reply.lines), -1, -1):
        shown = _with(reply, reply.lines[:lines])
        quotes = sum(len(citation.quotes) for citation in shown.citations)
        kept = range(quotes, -1, -1) if lines == len(reply.lines) else (0,)
        yield from (replace(shown, citations=_quoting(shown.citations, count)) for count in kept)
    yield from (replace(shown, actions=shown.actions[:count]) for count in range(len(shown.actions) - 1, -1, -1))
    yield replace(shown, notes=(), citations=(), actions=())


def clipped(text: str, most: int) -> str:
    """`text` in at most `most` characters, with an ellipsis where something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _with(reply: Reply, lines: tuple[Line, ...]) -> Shown:
    return Shown(
        language=reply.language,
        headline=clipped(reply.headline, _LONGEST_HEADLINE),
        lines=lines,
        left=len(reply.lines) - len(lines) + len(reply.more),
        notes=reply.notes,
        citations=_referred(reply, lines),
        actions=reply.actions,
        asks=reply.outcome != "help",
    )


def _referred(reply: Reply, lines: Sequence[Line]) -> tuple[Citation, ...]:
    texts = [reply.headline, *(note.text for note in reply.notes)]
    texts += [note.text for line in lines for note in line.notes]
    numbers = {int(number) for text in texts for number in _REFERENCE.findall(text)}
    numbers.update(number for line in lines for number in line.citations)
    return tuple(citation for citation in reply.citations if citation.number in numbers)


def _quoting(citations: Sequence[Citation], count: int) -> tuple[Citation, ...]:
    """The citations with the first `count` of their quotes."""
    kept = []
    for citation in citations:
        quotes = tuple(dict.fromkeys(citation.quotes))[:count]
        count -= len(quotes)
        kept.append(replace(citation, quotes=quotes))
    return tuple(kept)
