"""A Reply as a Discord message: the text of one message and the buttons below it.

One message holds 2,000 characters. What does not fit goes from the end, line by line, and is counted. A line that is
shown keeps its notes, the article's words, its sources and their dates; only a line that does not fit alone goes
without the article's words. All text is inert.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, urlsplit

from adapters.discord_app.escaping import escape
from bot.brief import brief, referred
from bot.plain import MARKS, citation_text
from bot.reply import Action, Citation, Line, Note, Reply
from bot.wording.rest import left_text
from knowledge.value import Language

LONGEST = 2000
LONGEST_ID = 100
LONGEST_LABEL = 80
MOST_BUTTONS = 20
_LONGEST_HEADLINE = 300
_LONGEST_URL = 300
_LARGE: Final = frozenset({"conflict", "revision"})
"""Notes that are as large as their figure."""


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
    buttons = _buttons(reply)
    clickable = {button.id for button in buttons}
    others = [action.ask for action in reply.actions if _id(reply, action) not in clickable]
    return Message(_content(brief(reply), others), buttons)


def size(text: str) -> int:
    """The length as the strictest of Discord's counters has it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def ask_id(language: Language, ask: str) -> str:
    """The id of a button that asks `ask`."""
    return f"ask:{language}:{ask}"


def _buttons(reply: Reply) -> tuple[Button, ...]:
    ids = {_id(reply, action): _cut(action.label, LONGEST_LABEL) for action in reply.actions}
    fitting = [Button(label, key) for key, label in ids.items() if label.strip() and size(key) <= LONGEST_ID]
    return tuple(fitting[:MOST_BUTTONS])


def _id(reply: Reply, action: Action) -> str:
    return ask_id(reply.language, action.ask)


def _content(reply: Reply, others: Iterable[str]) -> str:
    """The longest form that fits a message, which takes no empty text; `others` are questions without a button."""
    asks = [f"→ {escape(ask)}" for ask in others if ask.strip()]
    return next((text for text in _forms(reply, asks) if size(text) <= LONGEST and text.strip()), "…")


def _forms(reply: Reply, asks: list[str]) -> Iterator[str]:
    """The message in ever shorter forms. Without lines there are fewer and fewer questions and notes, and no figure."""
    for count in range(len(reply.lines), 0, -1):
        yield _text(reply, reply.lines[:count], asks)
    if reply.lines:
        yield _text(reply, (replace(reply.lines[0], quotes=()),), asks)
    for count in range(len(asks), 0, -1):
        yield _text(reply, (), asks[:count])
    for count in range(len(reply.notes), -1, -1):
        yield _text(replace(reply, notes=reply.notes[:count]), (), [])


def _text(reply: Reply, lines: tuple[Line, ...], asks: Iterable[str]) -> str:
    """Headline and notes, the lines, and what is left with the sources, an empty line before each."""
    small = "-# " if reply.outcome == "found" else ""
    left = left_text(reply, len(lines))
    paragraphs = (
        [_bold(_cut(reply.headline, _LONGEST_HEADLINE)), *(f"{small}{escape(note.text)}" for note in reply.notes)],
        *(_line(line) for line in lines),
        [*([f"-# {escape(left)}"] if left else []), *map(_source, referred(reply, lines))],
        list(asks),
    )
    return "\n\n".join("\n".join(one) for one in paragraphs if one)


def _line(line: Line) -> list[str]:
    cited = "".join(f" [{number}]" for number in line.citations)
    quotes = [f"> «{escape(words)}»" for words in line.quotes]
    return [f"{_figure(line)}{cited}", *quotes, *map(_note, line.notes)]


def _figure(line: Line) -> str:
    """The figure first, in bold; a sentence after its label, as it would read like a fact without its status."""
    figure = line.figure.removesuffix(".") if line.detail else line.figure
    if line.is_sentence or not line.detail:
        label = f"{escape(line.label)}: " if line.label else ""
        return label + escape(figure) + (f", {escape(line.detail)}" if line.detail else "")
    return f"{_bold(figure)} · {', '.join(escape(part) for part in (line.label, line.detail) if part)}"


def _note(note: Note) -> str:
    return f"{'' if note.kind in _LARGE else '-# '}{MARKS[note.kind]} {escape(note.text)}"


def _source(citation: Citation) -> str:
    link = _link(citation.url)
    return f"-# {escape(citation_text(citation))}{f' {link}' if link else ''}"


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
