"""A text cut into sentences and rows of tables, each with its place.

A full stop ends a sentence unless it belongs to an abbreviation, an ordinal, an initial or a number. Blank lines end
paragraphs; a line that is a heading is a sentence of its own.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_END = re.compile(r"[.!?…]+[\"”“»«’')\]]*(?=\s+|$)|[.!?](?=[\"”“»«])|[.!?](?=[A-ZÄÖÜ][a-zäöü])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(„“\"])(?:[A-ZÄÖÜ]|z|d|u|v|ca|vs|etc|bzw|inkl|exkl|rd|Mrd|Mio|Bio|Tsd|Mr|Mrs|Ms|Dr|Prof|St|Nr|No|Inc|Corp|Co|"
    r"Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Okt|Nov|Dec|Dez|approx|est|Abs|evtl|ggf|sog|usw|mind|max|U\.S|z\.\s?B|"
    r"d\.\s?h|u\.\s?a|e\.g|i\.e|a\.m|p\.m|bn|mn|tn|\d{1,2})\.$"
)
_CLOSES_ALSO: Final = frozenset(("Inc.", "Corp.", "Co.", "Ltd.", "Mrd.", "Mio.", "etc.", "usw.", "bn.", "mn.", "tn."))
_UPPER = re.compile(r"\s+[\"“„»(]?[A-ZÄÖÜ]")
_ROW: Final = "|"


class Sentence(NamedTuple):
    """One sentence, or one row of a table: its words, where they begin, and the paragraph they stand in."""

    text: str
    start: int
    paragraph: int
    is_row: bool = False


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text` in order."""
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        yield from _of_paragraph(paragraph.group(), paragraph.start(), number)


def _of_paragraph(words: str, start: int, number: int) -> Iterator[Sentence]:
    place = 0
    for line in words.splitlines(keepends=True):
        if line.lstrip().startswith(_ROW):
            yield from _trimmed(line, start + place, number, is_row=True)
            place += len(line)
    if place:
        return
    begin = 0
    for end in (match.end() for match in _END.finditer(words) if not _goes_on(words, match.end())):
        yield from _trimmed(words[begin:end], start + begin, number)
        begin = end
    yield from _trimmed(words[begin:], start + begin, number)


def _goes_on(words: str, end: int) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation inside of the sentence."""
    before = words[max(0, end - 12) : end]
    if words[end:].lstrip()[:1].islower():
        return True
    if not _ABBREVIATED.search(before):
        return False
    closes = before.rsplit(maxsplit=1)[-1] in _CLOSES_ALSO
    return not (closes and _UPPER.match(words[end:]) and not _is_unit_follows(words[end:]))


def _is_unit_follows(after: str) -> bool:
    """Whether a currency follows a scale ("80 Mrd. Dollar", "6 Mio. US-Dollar")."""
    return re.match(r"\s+\(?(?:US|Dollar|Euro|Franken|Yuan|Yen|Pfund|EUR|USD|CHF|[A-Z]{3}\b)", after) is not None


def _trimmed(words: str, start: int, number: int, *, is_row: bool = False) -> Iterator[Sentence]:
    whole = words.strip()
    if whole:
        yield Sentence(whole, start + words.index(whole), number, is_row)
