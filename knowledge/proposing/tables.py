"""A table in the page: whose a row is stands in its first cell, what and when in the head of the column.

What head and row do not say comes from the sentence before the table. Only a cell that prints its own unit is read:
"39.2" under "in billion dollars" is not what a reader reads in "39.2".
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from knowledge.proposing.sentences import Sentence

_RULE = re.compile(r"[\s|:-]+")
_CELL: Final = re.compile(r"[^|]+")


class Cell(NamedTuple):
    """The words of a cell and where they begin in the article."""

    text: str
    start: int


class Row(NamedTuple):
    """The cells of one row, without the one that names it; `heads` are the heads of the columns."""

    sentence: Sentence
    name: Cell
    cells: tuple[Cell, ...]
    heads: tuple[Cell, ...]


def rows(found: Sequence[Sentence]) -> Iterator[Row]:
    """The rows below a head, among the sentences of one paragraph."""
    head: tuple[Cell, ...] = ()
    for sentence in found:
        if not sentence.is_row or _RULE.fullmatch(sentence.text):
            continue
        cells = tuple(_cells(sentence))
        if not head:
            head = cells
        elif len(cells) > 1:
            yield Row(sentence, cells[0], cells[1:], head[1:] if len(head) == len(cells) else head)


def _cells(sentence: Sentence) -> Iterator[Cell]:
    for match in _CELL.finditer(sentence.text):
        words = match.group().strip()
        if words:
            yield Cell(words, sentence.start + match.start() + match.group().index(words))
