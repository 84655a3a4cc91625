"""A Reply on a terminal: columns that fit its width, colour where it has colour, the same words everywhere."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from bot.brief import brief, is_cut, referred
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
    """Print what fits a phone's screen: the article's words beside their figures, then the sources."""
    short = brief(reply)
    _print_head(short)
    _print_lines(short.lines)
    for citation in referred(short, short.lines):
        _print_citation(citation)
    _print_actions(short)


def show_rest(reply: Reply, more: str, notes: str) -> None:
    """Say how much more there is, if anything, and the way to it: the keys of phrases, for lines and for notes."""
    if reply.more:
        _print_text(phrase(more, reply.language, len(reply.more)), DIM)
    elif is_cut(reply):
        _print_text(phrase(notes, reply.language), DIM)


def show_whole(reply: Reply) -> None:
    """Print the whole reply: every line and note, then each source with its words."""
    _print_head(reply)
    _print_lines([replace(line, quotes=()) for line in (*reply.lines, *reply.more)])
    for citation in reply.citations:
        _print_citation(citation)
        for quote in citation.quotes:
            _print_columns([], _quote(quote), _INDENT)
    _print_actions(reply)


def _print_head(reply: Reply) -> None:
    _print_text(reply.headline, BOLD)
    for note in reply.notes:
        _print_text(note.text, ITALIC)


def _print_lines(lines: Sequence[Line]) -> None:
    widest = max((cell_len(line.label) for line in lines), default=0)
    label_width = min(widest, _WIDEST_LABEL, terminal_width() // 3)
    for label, body in _rows(lines):
        _print_columns(label, body, label_width)


def _print_actions(reply: Reply) -> None:
    for action in reply.actions:
        _print_text(f"  → {action.ask}", CYAN)


def _rows(lines: Sequence[Line]) -> Iterator[tuple[Styled, Styled]]:
    """Label and body of each row; a quote and a note have no label."""
    for line in lines:
        yield [(line.label, DIM)], _figure(line)
        for quote in line.quotes:
            yield [], _quote(quote)
        for note in line.notes:
            yield [], _note(note)


def _figure(line: Line) -> Styled:
    cited = "".join(f" [{number}]" for number in line.citations)
    style = BOLD if line.detail and not line.is_sentence else PLAIN
    detail = f"  {line.detail}" if line.detail else ""
    return [(line.figure, style), (detail, PLAIN), (cited, CYAN)]


def _quote(words: str) -> Styled:
    return [(f"«{words}»", ITALIC)]


def _note(note: Note) -> Styled:
    return [(f"{MARKS[note.kind]} {note.text}", _STYLES.get(note.kind, PLAIN))]


def _print_citation(citation: Citation) -> None:
    _print_text(citation_text(citation), CYAN)
    if citation.url:
        row = Row()
        row.add(f"    {citation.url}", DIM)
        _print_row(row)


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
