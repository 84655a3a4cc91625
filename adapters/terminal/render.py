"""A Reply on a terminal: columns that fit its width, colour where it has colour, the same words everywhere."""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from adapters.terminal.layout import (
    ALARM,
    BOLD,
    CYAN,
    DIM,
    ITALIC,
    MAGENTA,
    PLAIN,
    YELLOW,
    Row,
    is_coloured,
    terminal_width,
    wrapped,
)
from bot.plain import MARKS, citation_text
from bot.reply import Citation, Line, Note, Reply
from bot.wording.phrases import phrase

Styled = list[tuple[str, str]]

_WIDEST_LABEL = 26
_NARROWEST = 10
_INDENT = 2
_REFERENCE = re.compile(r"\[(\d+)\]")
_STYLES = {"caution": YELLOW, "conflict": ALARM, "revision": YELLOW, "contrast": MAGENTA}


def show(reply: Reply) -> None:
    """Print what fits a phone's screen."""
    _print(reply, reply.lines)
    named = _named(reply.lines)
    sources = [citation for citation in reply.citations if citation.number in named]
    _print_citations(sources, [citation.quotes for citation in sources])


def show_rest(reply: Reply, way: str) -> None:
    """Say how much more there is, if anything, and the way to it: the key of a phrase."""
    if reply.more:
        _print_text(phrase(way, reply.language, len(reply.more)), DIM)


def show_whole(reply: Reply) -> None:
    """Print the whole reply."""
    _print(reply, (*reply.lines, *reply.more))
    quotes = [tuple(dict.fromkeys((*citation.quotes, *citation.more_quotes))) for citation in reply.citations]
    _print_citations(reply.citations, quotes)


def _named(lines: Sequence[Line]) -> set[int]:
    """The sources that lines cite, and those that only their notes name."""
    notes = " ".join(note.text for line in lines for note in line.notes)
    return {number for line in lines for number in line.citations} | set(map(int, _REFERENCE.findall(notes)))


def _print(reply: Reply, lines: Sequence[Line]) -> None:
    _print_text(reply.headline, BOLD)
    widest = max((cell_len(line.label) for line in lines), default=0)
    label_width = min(widest, _WIDEST_LABEL, terminal_width() // 3)
    for label, body in _rows(lines):
        _print_columns(label, body, label_width)
    for note in reply.notes:
        _print_text(note.text, ITALIC)
    if reply.outcome != "help":
        for action in reply.actions:
            _print_text(f"  → {action.ask}", CYAN)


def _rows(lines: Sequence[Line]) -> Iterator[tuple[Styled, Styled]]:
    """Label and body of each row; a note has no label."""
    for line in lines:
        yield [(line.label, DIM)], _figure(line)
        for note in line.notes:
            yield [], _note(note)


def _figure(line: Line) -> Styled:
    cited = "".join(f" [{number}]" for number in line.citations)
    if line.detail:
        return [(line.figure, BOLD), ("  " + line.detail, PLAIN), (cited, CYAN)]
    return [(line.figure, PLAIN), (cited, CYAN)]


def _note(note: Note) -> Styled:
    return [(f"{MARKS[note.kind]} {note.text}", _STYLES.get(note.kind, PLAIN))]


def _print_citations(citations: Sequence[Citation], quotes: Sequence[Sequence[str]]) -> None:
    for citation, words in zip(citations, quotes, strict=True):
        _print_text(citation_text(citation), CYAN)
        if citation.url:
            row = Row()
            row.add(f"    {citation.url}", DIM)
            _print_row(row)
        for quote in words:
            _print_columns([], [(f"«{quote}»", ITALIC)], _INDENT)


def _print_text(text: str, style: str) -> None:
    _print_columns([], [(text, style)], 0)


def _print_columns(label: Styled, body: Styled, label_width: int) -> None:
    """Print two columns, each wrapped to its width."""
    gap = 2 if label_width else 0
    left = wrapped(label, label_width)
    right = wrapped(body, max(terminal_width() - label_width - gap, _NARROWEST))
    for first, second in zip_longest(left, right):
        row = first or Row()
        if second:
            row.add(" " * (label_width + gap - row.width), PLAIN)
            row.parts.extend(second.parts)
        _print_row(row)


def _print_row(row: Row) -> None:
    # Not by click, which takes an output that knows ASCII only for a mistake and writes UTF-8 to it.
    sys.stdout.write(row.shown(coloured=is_coloured()) + "\n")
