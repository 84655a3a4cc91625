"""Styled words set in lines: a text is wrapped between its words by the columns that its characters take.

A style is an SGR sequence's parameters (ECMA-48, 8.3.117), put around words only when they are printed, so that no text
can bring its own. A line holds no trailing space; a word wider than a line is cut.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.cells import cell_len, chop_cells

PLAIN, BOLD, DIM, ITALIC, CYAN, YELLOW, MAGENTA, ALARM = "", "1", "2", "3", "36", "33", "35", "1;31"

_WORD = re.compile(r"[ \n]*[^ \n]+")


@dataclass(slots=True)
class Row:
    """One line: words with their styles, and the columns they take."""

    parts: list[tuple[str, str]] = field(default_factory=list)
    width: int = 0

    def add(self, text: str, style: str) -> None:
        """Put `text` at the end."""
        self.parts.append((text, style))
        self.width += cell_len(text)

    def shown(self, *, coloured: bool) -> str:
        """The line as it is printed."""
        if not coloured:
            return "".join(text for text, _ in self.parts)
        return "".join(f"\x1b[{style}m{text}\x1b[0m" if style else text for text, style in self.parts)


def wrapped(parts: Iterable[tuple[str, str]], width: int) -> list[Row]:
    """The styled texts in rows of at most `width` columns; none for no text."""
    rows: list[Row] = []
    for text, style in parts:
        for word in _WORD.findall(text):
            _set(rows, word, style, width)
    return rows


def _set(rows: list[Row], word: str, style: str, width: int) -> None:
    """Put a word, with the space before it, in the last row or in new ones; the space that begins a text stays."""
    if rows and rows[-1].width + cell_len(word) <= width and "\n" not in word:
        rows[-1].add(word, style)
        return
    for piece in _cut(word.lstrip() if rows else word, width):
        rows.append(Row())
        rows[-1].add(piece, style)


def _cut(word: str, width: int) -> Iterator[str]:
    yield from chop_cells(word, width) if cell_len(word) > width else (word,)


def terminal_width() -> int:
    """The columns of the terminal, or those that `COLUMNS` asks for; 80 where there is neither."""
    return shutil.get_terminal_size().columns


def is_coloured() -> bool:
    """Whether the output takes colours: it is a terminal that has them, unless NO_COLOR or FORCE_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
