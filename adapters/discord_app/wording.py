"""What a Reply says, as text in Discord's markup: the one place that decorates, and all that is said is inert in it.

A line is its figure, then the article's words as a quote, then its notes in small print; only a conflict or a revision
is as large as the figure. An address stands in angle brackets: it can be clicked, shows where it leads and has no
preview; what is no plain web address stands nowhere.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlsplit

from adapters.discord_app.escaping import escape
from bot.plain import MARKS, citation_text
from bot.reply import Citation, Line, Note

_LONGEST_URL: Final = 300
_REMEMBERED: Final = 1_000
"""Lines and sources, which are of the base and no person's, that are not decorated anew each time."""

_LARGE: Final = frozenset({"conflict", "revision"})
"""Notes that are as large as their figure."""


def size(text: str) -> int:
    """The length as the strictest of Discord's counters has it: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def heading(text: str) -> str:
    """What a message is about, larger than all else."""
    return f"### {escape(text)}" if text.strip() else ""


def small(text: str) -> str:
    """A line of small print."""
    return f"-# {escape(text)}" if text.strip() else ""


def joined(parts: Iterable[str]) -> str:
    """The parts that say something, one a line."""
    return "\n".join(part for part in parts if part)


@lru_cache(_REMEMBERED)
def line_text(line: Line) -> str:
    """A line with all that belongs to it."""
    return joined([figure_text(line), *map(quoted, line.quotes), *map(note_text, line.notes)])


def figure_text(line: Line) -> str:
    """The figure first, in bold; a sentence after its label, as it would read like a fact without its status."""
    cited = "".join(f" [{number}]" for number in line.citations)
    figure = line.figure.removesuffix(".") if line.detail else line.figure
    if line.is_sentence or not line.detail:
        label = f"{escape(line.label)}: " if line.label else ""
        return label + escape(figure) + (f", {escape(line.detail)}" if line.detail else "") + cited
    return f"{bold(figure)} · {', '.join(escape(part) for part in (line.label, line.detail) if part)}{cited}"


def quoted(words: str) -> str:
    """The article's words, set off from ours."""
    return f"> «{escape(words)}»"


def note_text(note: Note) -> str:
    """A note with the sign of its kind."""
    return f"{'' if note.kind in _LARGE else '-# '}{MARKS[note.kind]} {escape(note.text)}"


@lru_cache(_REMEMBERED)
def source_text(citation: Citation) -> str:
    """A numbered source in small print, with its address."""
    link = _link(citation.url)
    return f"-# {escape(citation_text(citation))}{f' {link}' if link else ''}"


def bold(text: str) -> str:
    """Text in bold."""
    return f"**{escape(text)}**" if text.strip() else ""


def cut(text: str, longest: int) -> str:
    """`text` in at most so many UTF-16 units, with an ellipsis where something is missing."""
    if size(text) <= longest:
        return text
    shorter = text[: longest - 1]
    while size(shorter) >= longest:
        shorter = shorter[:-1]
    return shorter + "…"


def _link(url: str | None) -> str:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    safe = quote(url or "", safe=":/?#&=%+,;!$'()")
    honest = parts.scheme in {"http", "https"} and parts.netloc and "@" not in parts.netloc
    return f"<{safe}>" if honest and len(safe) <= _LONGEST_URL else ""
