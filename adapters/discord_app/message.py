"""A Reply as a Discord message: the text of one message and the buttons below it.

One message holds 2,000 characters. What does not fit goes from the end: quotes first, then lines, whose number is said.
A line that is shown keeps its notes, its sources and their dates, whatever the cost; all text in it is inert.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from adapters.discord_app.escaping import escape
from bot.plain import MARKS, citation_text
from bot.reply import Citation, Line, Note, Reply
from bot.wording.phrases import phrase
from knowledge.value import Language

LONGEST = 2000
LONGEST_ID = 100
LONGEST_LABEL = 80
MOST_BUTTONS = 20
_LONGEST_HEADLINE = 300
_LONGEST_URL = 300
_SMALL = frozenset({"caution", "calculated", "hint"})
_NUMBER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Button:
    """A choice: `id` carries the question that a click asks, so that it needs no memory."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Message:
    """What one message shows."""

    content: str
    buttons: tuple[Button, ...]


def message(reply: Reply) -> Message:
    """The message for a reply."""
    return Message(_content(reply), _buttons(reply))


def size(text: str) -> int:
    """The length as the strictest of Discord's counters has it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def ask_id(language: Language, ask: str) -> str:
    """The id of a button that asks `ask`."""
    return f"ask:{language}:{ask}"


def _buttons(reply: Reply) -> tuple[Button, ...]:
    ids = {ask_id(reply.language, action.ask): _cut(action.label, LONGEST_LABEL) for action in reply.actions}
    fitting = [Button(label, key) for key, label in ids.items() if label.strip() and size(key) <= LONGEST_ID]
    return tuple(fitting[:MOST_BUTTONS])


def _content(reply: Reply) -> str:
    parts = _Parts(reply)
    lines = _most(len(reply.lines), lambda count: parts.text(count, 0))
    if lines is None:
        return _without_lines(parts)
    quotes = _most(len(parts.quotes(lines)), lambda count: parts.text(lines, count))
    return _something(parts.text(lines, quotes or 0))


def _most(count: int, text: Callable[[int], str]) -> int | None:
    """The largest number up to `count` with which the text fits a message."""
    return next((number for number in range(count, -1, -1) if size(text(number)) <= LONGEST), None)


def _without_lines(parts: "_Parts") -> str:
    """Not even the notes fit: as many of them as do, and no figure, as it could not keep what belongs to it."""
    notes = _most(len(parts.reply.notes), lambda count: parts.text(0, 0, count))
    return _something(parts.text(0, 0, notes or 0))


def _something(text: str) -> str:
    """Discord takes no empty message."""
    return text if text.strip() else "…"


class _Parts:
    """A reply's pieces, rendered once, joined in any number."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply
        self._headline = _bold(_cut(reply.headline, _LONGEST_HEADLINE))
        self._lines = ["\n".join((_line(line), *map(_note, line.notes))) for line in reply.lines]
        self._notes = [escape(note.text) for note in reply.notes]
        self._sources = {citation.number: _source(citation) for citation in reply.citations}
        self._quotes = [(one.number, f"> «{escape(words)}»") for one in reply.citations for words in one.quotes]

    def text(self, lines: int, quotes: int, notes: int | None = None) -> str:
        """The message with that many lines, quotes of their sources, and notes."""
        shown = self.quotes(lines)[:quotes]
        return "\n".join(
            (
                self._headline,
                *self._lines[:lines],
                *self._left(lines),
                *self._notes[:notes],
                *self._with_quotes(self._cited(lines), shown),
            )
        )

    def quotes(self, lines: int) -> list[tuple[int, str]]:
        """The quotes of the sources that the first lines cite."""
        cited = self._cited(lines)
        return [one for one in self._quotes if one[0] in cited]

    def _with_quotes(self, cited: frozenset[int], quotes: Sequence[tuple[int, str]]) -> Iterable[str]:
        for number, source in self._sources.items():
            if number in cited:
                yield source
                yield from (words for of, words in quotes if of == number)

    def _cited(self, lines: int) -> frozenset[int]:
        """The sources of the lines, and those that their notes name."""
        shown = self.reply.lines[:lines]
        notes = (note.text for line in shown for note in line.notes)
        named = (int(number) for text in notes for number in _NUMBER.findall(text))
        return frozenset((*(number for line in shown for number in line.citations), *named))

    def _left(self, lines: int) -> Iterable[str]:
        left = len(self.reply.lines) - lines + len(self.reply.more)
        return [f"-# {phrase('left_out', self.reply.language, left)}"] if left else []


def _line(line: Line) -> str:
    label = f"{escape(line.label)}: " if line.label else ""
    figure = f"{_bold(line.figure.removesuffix('.'))}, {escape(line.detail)}" if line.detail else escape(line.figure)
    return f"{label}{figure}{''.join(f' [{number}]' for number in line.citations)}"


def _note(note: Note) -> str:
    return f"{'-# ' if note.kind in _SMALL else ''}{MARKS[note.kind]} {escape(note.text)}"


def _source(citation: Citation) -> str:
    link = _link(citation.url)
    return f"{escape(citation_text(citation))}{f' {link}' if link else ''}"


def _link(url: str | None) -> str:
    """An address that can be clicked and shows where it leads, without a preview; nothing for any other scheme."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    safe = quote(url or "", safe=":/?#&=%+,;!$'()")
    honest = parts.scheme in {"http", "https"} and parts.netloc and "@" not in parts.netloc
    return f"<{safe}>" if honest and len(safe) <= _LONGEST_URL else ""


def _bold(text: str) -> str:
    return f"**{escape(text)}**" if text.strip() else ""


def _cut(text: str, longest: int) -> str:
    if size(text) <= longest:
        return text
    shorter = text[: longest - 1]
    while size(shorter) >= longest:
        shorter = shorter[:-1]
    return shorter + "…"
