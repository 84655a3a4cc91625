"""What *More* and *Quotes* show, page by page: an answer with nothing shortened, or the passages on which it rests.

A page ends where a phone has been scrolled for long enough, and between a figure and its notes only where they are more
than a page by themselves: then the figure is said again. It has the sources of its own figures.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from adapters.discord_app.escaping import escape
from adapters.discord_app.ids import Act
from adapters.discord_app.layout import Button, Layout, in_rows
from adapters.discord_app.wording import (
    bold,
    cut,
    figure_text,
    heading,
    joined,
    note_text,
    quoted,
    size,
    small,
    source_text,
)
from bot.brief import referred
from bot.reply import Citation, Line, Proof, Reply
from bot.wording.phrases import phrase

_LONGEST: Final = 2_600
"""Characters of a page: about three screens of a phone."""
_LONGEST_PIECE: Final = 900
"""Characters of a text that is not divided; with its escapes and a lead it is less than a message."""
_LONGEST_LEAD: Final = 800
_MOST_TEXTS: Final = 20
_TITLES: Final = {"more": "whole_answer", "quotes": "quotes"}


@dataclass(frozen=True, slots=True)
class _Block:
    """What belongs together: a lead, which is said again where the rest needs several pages, and its sources."""

    lead: str
    rest: tuple[str, ...]
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return joined([self.lead, *self.rest])


@dataclass(slots=True)
class Page:
    """Texts, and below them the sources of all of them, each once."""

    texts: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    def takes(self, text: str, sources: Sequence[str] = ()) -> bool:
        """Whether there is room for more."""
        length = sum(map(size, (*self.texts, text, *dict.fromkeys((*self.sources, *sources)))))
        return length <= _LONGEST and len(self.texts) < _MOST_TEXTS

    def add(self, text: str, sources: Sequence[str] = ()) -> None:
        """Put it below the rest."""
        self.texts.append(text)
        self.sources = list(dict.fromkeys((*self.sources, *sources)))


def pages_of_answer(reply: Reply) -> list[Page]:
    """The whole answer: all lines with their notes in full, and every source."""
    notes = (piece for note in reply.notes for piece in _pieces(note.text))
    whole = _Block(heading(cut(reply.headline, _LONGEST_PIECE)) or "…", tuple(map(small, notes)), _head_sources(reply))
    return _paged([whole, *(_of_line(reply, line) for line in (*reply.lines, *reply.more))])


def pages_of_proofs(proofs: Sequence[Proof]) -> list[Page]:
    """The passages, each below the figures that rest on it and above its article."""
    return _paged(map(_of_proof, proofs))


def page(pages: Sequence[Page], number: int, opened: Act) -> Layout:
    """Page `number`, from 0, of what `opened` opens, with buttons to the pages beside it."""
    last = len(pages) - 1
    at = max(0, min(number, last))
    what, language = opened.act, opened.language
    place = f" · {phrase('page', language, at + 1, len(pages))}" if last > 0 else ""
    beside = [(at - 1, "back")] * (at > 0) + [(at + 1, "next")] * (at < last)
    turns = [
        Button(phrase(name, language), Act(f"turn-{what}", language, opened.key, str(to)).id) for to, name in beside
    ]
    shown = pages[at] if pages else Page()
    head = small(phrase(_TITLES[what], language) + place)
    return Layout(head, tuple(shown.texts), joined(shown.sources), in_rows(turns))


def _of_line(reply: Reply, line: Line) -> _Block:
    own = replace(reply, headline="", notes=())
    notes = [note_text(replace(note, text=piece)) for note in line.notes for piece in _pieces(note.text)]
    rest = [*map(quoted, _all_pieces(line.quotes)), *notes]
    lead = figure_text(line)
    if size(lead) > _LONGEST_LEAD:  # the sentence as a whole stands below
        rest = [*map(escape, _pieces(line.figure)), *map(escape, _pieces(line.detail)), *rest]
        lead = figure_text(replace(line, label=cut(line.label, 100), figure=cut(line.figure, 100), detail=""))
    return _Block(lead, tuple(rest), _sources(referred(own, [line])))


def _of_proof(proof: Proof) -> _Block:
    first, *further = [*map(bold, _all_pieces(proof.figures))] or [""]
    return _Block(first, (*further, *map(quoted, _all_pieces(proof.passages))), _sources([proof.source]))


def _head_sources(reply: Reply) -> tuple[str, ...]:
    """The sources that only the headline and the notes on the whole name."""
    return _sources(referred(reply, ()))


def _sources(citations: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(source_text(replace(one, title=cut(one.title, _LONGEST_PIECE // 2))) for one in citations)


def _paged(blocks: Iterable[_Block]) -> list[Page]:
    pages = [Page()]
    for block in blocks:
        if not pages[-1].takes(block.text, block.sources) and pages[-1].texts:
            pages.append(Page())
        if pages[-1].takes(block.text, block.sources):
            pages[-1].add(block.text, block.sources)
        else:
            pages[-1:] = _of_many(block)
    return pages


def _of_many(block: _Block) -> list[Page]:
    """The pages of a block that is more than one."""
    pages, text = [], block.lead
    for piece in (*block.rest, *block.sources):
        if size(text) + size(piece) > _LONGEST and text != block.lead:
            pages.append(Page([text]))
            text = block.lead
        text = joined([text, piece])
    return [*pages, Page([text])]


def _all_pieces(texts: Iterable[str]) -> Iterator[str]:
    return (piece for text in texts for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """A text as it is, one that is too long in several parts."""
    left = text
    while len(left) > _LONGEST_PIECE:
        end = left.rfind(" ", _LONGEST_PIECE // 2, _LONGEST_PIECE)
        end = _LONGEST_PIECE if end < 0 else end
        yield left[:end]
        left = left[end:].lstrip()
    if left.strip():
        yield left
