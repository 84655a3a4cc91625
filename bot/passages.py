"""The receipts of an answer in full: for each figure the passage of its article, whole and word for word.

Beside the quote stand the further spans in which the article names subject, speaker or period, as far as they are no
more than `LONGEST_CONTEXT` in all. What rests on the same passages is told together.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.answer import Entry, Found
from bot.cleaning import plain
from bot.names import Names
from bot.plain import line_text
from bot.reply import Figure, Proof
from bot.wording.citations import citations
from bot.wording.lines import Labels, line_of, rows
from bot.wording.titles import Titles
from knowledge.claim import Claim

LONGEST_CONTEXT: Final = 400
"""Characters of an article that are shown beside a quote."""


def proofs(answer: Found, names: Names) -> tuple[Proof, ...]:
    """The passages on which the lines of an answer rest, in the order of the lines."""
    titles = Titles(names, answer.question.language)
    sources = {citation.number: citation for citation in citations(answer.entries, titles)}
    resting: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for row in rows(answer, titles):
        key = row.entries[0].citation, tuple(dict.fromkeys(_passages(row.entries)))
        resting.setdefault(key, []).append(line_text(row.line))
    return tuple(
        Proof(figures=tuple(figures), passages=passages, source=sources[number])
        for (number, passages), figures in resting.items()
    )


def figures(answer: Found, names: Names) -> tuple[Figure, ...]:
    """The claims of an answer, each in words that tell it from the others."""
    titles = Titles(names, answer.question.language)
    named = Labels(subject=len({entry.claim.subject for entry in answer.entries}) > 1, metric=True)
    return tuple(
        Figure(claim=entry.claim.id, words=line_text(line_of((entry,), named, titles))) for entry in answer.entries
    )


def _passages(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield plain(entry.claim.receipt.text)
        yield from _context(entry.claim)


def _context(claim: Claim) -> Iterator[str]:
    left = LONGEST_CONTEXT
    for passage in claim.context:
        left -= len(passage.text)
        if left < 0:
            return
        yield plain(passage.text)
