"""The short form of a reply, which every platform shows first: the same lines and sources in fewer words.

No line, source or note is left out: a long note is cut short and stays with its figure, its whole text stands in the
whole reply.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from bot.reply import Citation, Line, Note, Reply

_BEGINNING: Final = 50
"""Characters in which notes that begin alike are the same."""

_REMEMBERED: Final = 1_000
"""Lines and sources that are not shortened anew each time: they are of the base, and no person's."""

_REFERENCE: Final = re.compile(r"\[(\d+)\]")


def brief(reply: Reply) -> Reply:
    """`reply` with its notes and sources in their short form, the same note once a line."""
    return replace(
        reply, lines=tuple(map(_brief_line, reply.lines)), citations=tuple(map(_brief_source, reply.citations))
    )


def is_cut(reply: Reply) -> bool:
    """Whether a note of the lines says more in the whole reply."""
    return any(note.short.endswith("…") for line in reply.lines for note in line.notes)


def referred(reply: Reply, lines: Iterable[Line]) -> tuple[Citation, ...]:
    """The sources of `lines`, and those that their notes, the reply's own and its headline name."""
    shown = tuple(lines)
    texts = [reply.headline, *(note.text for note in reply.notes)]
    texts += [note.text for line in shown for note in line.notes]
    numbers = {int(number) for text in texts for number in _REFERENCE.findall(text)}
    numbers.update(number for line in shown for number in line.citations)
    return tuple(citation for citation in reply.citations if citation.number in numbers)


@lru_cache(_REMEMBERED)
def _brief_line(line: Line) -> Line:
    return replace(line, notes=_brief_notes(line.notes))


@lru_cache(_REMEMBERED)
def _brief_source(one: Citation) -> Citation:
    return replace(one, title=one.short_title or one.title, source=one.short_source or one.source)


def _brief_notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes in their short form; of those that begin alike and are cut, the first stands for all."""
    kept: dict[tuple[str, str], Note] = {}
    for note in notes:
        short = note.short or note.text
        beginning = short if short == note.text else short[:_BEGINNING]
        kept.setdefault((note.kind, beginning), Note(kind=note.kind, text=short))
    return tuple(kept.values())
