"""What a modal shows, page by page: an answer with nothing shortened, or the passages on which it rests.

A modal has no text beside its blocks and no limit to their characters but to their number. A page ends where a phone
has been scrolled for long enough, never between a figure and its notes, and has the sources of its own lines.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from adapters.slack_app.blocks import characters, line_elements, note_text, sources
from adapters.slack_app.elements import Json, quoted, rich, section, small_whole, styled
from bot.brief import referred
from bot.reply import Line, Proof, Reply

T = TypeVar("T")
Pages = list[list[Json]]

_MOST_BLOCKS: Final = 60
"""A modal has 100: room is left for the row of buttons, and for a figure with many notes."""
_MOST_CHARACTERS: Final = 5_000


def pages_of_answer(reply: Reply) -> Pages:
    """The whole answer: all lines with their notes in full."""
    lines = (*reply.lines, *reply.more)
    top = [*rich(section(styled(reply.headline or "…", "bold"))), *small_whole(note.text for note in reply.notes)]
    pages = [_lines(reply, some) for some in _cut(lines, lambda some: _lines(reply, some))] or [[]]
    return [[*top, *pages[0]], *pages[1:]]


def pages_of_proofs(proofs: Sequence[Proof]) -> Pages:
    """The passages, each below the figures that rest on it and above its article."""
    return [_proofs(some) for some in _cut(proofs, _proofs)]


def _cut(things: Sequence[T], build: Callable[[Sequence[T]], list[Json]]) -> Iterator[Sequence[T]]:
    """The things in pieces of a page each; one that is more than a page has its own."""
    start = 0
    for end in range(1, len(things) + 1):
        if end - start > 1 and not _fits(build(things[start:end])):
            yield things[start : end - 1]
            start = end - 1
    if things:
        yield things[start:]


def _fits(blocks: list[Json]) -> bool:
    return len(blocks) <= _MOST_BLOCKS and characters(blocks) <= _MOST_CHARACTERS


def _lines(reply: Reply, lines: Iterable[Line]) -> list[Json]:
    shown = tuple(lines)
    blocks = [block for line in shown for block in _line(line)]
    return [*blocks, *sources(referred(reply, shown), small_whole)]


def _line(line: Line) -> Iterator[Json]:
    yield from rich(section(*line_elements(line)), *map(quoted, line.quotes))
    yield from small_whole(map(note_text, line.notes))


def _proofs(proofs: Iterable[Proof]) -> list[Json]:
    return [block for proof in proofs for block in _proof(proof)]


def _proof(proof: Proof) -> Iterator[Json]:
    figures = (section(styled(words, "bold")) for words in proof.figures)
    yield from rich(*figures, *map(quoted, proof.passages))
    yield from sources([proof.source], small_whole)
