"""What of a reply has to be seen, and what of it is not: the one comparison that all platforms are held to.

Words are compared without regard to white space, which each platform lays out in its own way. Where a message is too
short for a reply, the first lines are due, as many as it does not say it leaves out; a line is never due in part.
"""

import re
from collections.abc import Iterator

from bot.plain import citation_text
from bot.reply import Line, Note, Reply
from tests.contract.shown import Remark, Row, Shown

_NUMBER = re.compile(r"\[(\d+)\]")


def lines_due(reply: Reply, shown: Shown) -> tuple[Line, ...]:
    """The lines that the message does not say it leaves out."""
    return reply.lines[: max(0, len(reply.lines) + len(reply.more) - shown.left)]


def lost_lines(reply: Reply, shown: Shown) -> Iterator[str]:
    """Lines of which label, figure, detail or the numbers of their sources are not seen together in one row."""
    for line in lines_due(reply, shown):
        row = row_of(line, shown)
        if row is None:
            yield f"{line.label}: {line.figure} {line.detail}"
        elif row.cited != line.citations:
            yield f"{line.figure} cites {line.citations}, not {row.cited}"


def lost_notes(reply: Reply, shown: Shown) -> Iterator[str]:
    """Cautions, conflicts and other notes that do not stand below their figure, in their order."""
    for line in lines_due(reply, shown):
        row = row_of(line, shown)
        seen = row.remarks if row else ()
        yield from (f"{line.figure}: {note.text}" for note in line.notes if _remark(note) not in seen)


def sources_due(reply: Reply, shown: Shown) -> dict[int, str]:
    """The sources that the lines and their notes name, by number, as they are worded."""
    lines = lines_due(reply, shown)
    named = {number for line in lines for number in line.citations}
    named.update(int(number) for line in lines for note in line.notes for number in _NUMBER.findall(note.text))
    return {
        one.number: _even(citation_text(one)).removeprefix(f"[{one.number}] ")
        for one in reply.citations
        if one.number in named
    }


def quotes_due(reply: Reply) -> set[str]:
    """The articles' words that belong to the reply."""
    return {_even(words) for citation in reply.citations for words in citation.quotes}


def lost_remarks_on_the_whole(reply: Reply, shown: Shown) -> list[str]:
    """The headline and the notes on the whole reply that are not seen, or more than once."""
    wanted = (reply.headline, *(note.text for note in reply.notes))
    return [text for text in wanted if shown.lines.count(_even(text)) != 1]


def row_of(line: Line, shown: Shown) -> Row | None:
    """The row that shows a line; of rows with the same words the one with its notes."""
    parts = [_even(part) for part in (line.label, line.figure.removesuffix("."), line.detail)]
    fitting = [row for row in shown.rows if all(part in row.words for part in parts)]
    wanted = tuple(map(_remark, line.notes))
    return next((row for row in fitting if row.remarks == wanted), fitting[0] if fitting else None)


def _remark(note: Note) -> Remark:
    return Remark(note.kind, _even(note.text))


def _even(text: str) -> str:
    return " ".join(text.split())
