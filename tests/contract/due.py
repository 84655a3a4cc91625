"""What of a reply has to be seen, and what of it is not: the one comparison that all platforms are held to.

A message shows the short form of a reply (`bot.brief`). Words are compared without regard to white space, which each
platform lays out in its own way. Where a message is too short, the first lines are due, as many as it does not say it
leaves out; a line is never due in part: its sources, its article's words and its notes come with it.
"""

import re
from collections.abc import Iterable, Iterator

from bot.plain import citation_text
from bot.reply import Line, Note, Reply
from bot.wording.phrases import phrase
from tests.contract.shown import Remark, Row, Shown

_NUMBER = re.compile(r"\[(\d+)\]")
_AFTER_KIND = ": "
_BEGINNING = 50
"""Characters of a note that are seen, if not all."""


def lines_due(reply: Reply, shown: Shown) -> tuple[Line, ...]:
    """The lines that the message does not say it leaves out."""
    return reply.lines[: max(0, len(reply.lines) + len(reply.more) - shown.left)]


def lost(reply: Reply, shown: Shown) -> list[str]:
    """All that is not seen of the lines that are due and of what is said of the whole."""
    checks = lost_lines, lost_quotes, lost_notes, lost_remarks_on_the_whole
    return [missing for check in checks for missing in check(reply, shown)]


def lost_lines(reply: Reply, shown: Shown) -> Iterator[str]:
    """Lines of which label, figure, detail or the numbers of their sources are not seen together in one row."""
    for line in lines_due(reply, shown):
        row = row_of(line, shown)
        if row is None:
            yield f"{line.label}: {line.figure} {line.detail}"
        elif row.cited != line.citations:
            yield f"{line.figure} cites {line.citations}, not {row.cited}"


def lost_quotes(reply: Reply, shown: Shown) -> Iterator[str]:
    """Lines below which not exactly the words of their own articles stand."""
    for line in lines_due(reply, shown):
        row = row_of(line, shown)
        seen = row.quotes if row else ()
        if seen != tuple(map(_even, line.quotes)):
            yield f"{line.figure}: {line.quotes}, not {seen}"


def lost_notes(reply: Reply, shown: Shown) -> Iterator[str]:
    """Lines below which not exactly their cautions, conflicts and other notes stand, in their order."""
    for line in lines_due(reply, shown):
        row = row_of(line, shown)
        seen = row.remarks if row else ()
        if seen != tuple(map(_remark, line.notes)):
            yield f"{line.figure}: {line.notes}, not {seen}"


def unmentioned_notes(reply: Reply, whole: Reply, shown: Shown) -> Iterator[str]:
    """Notes of the whole reply of which not even the beginning stands below their figure, or above where it says so.

    `reply` is the short form of `whole`.
    """
    above: list[Remark] = []
    for short, line in zip(lines_due(reply, shown), whole.lines, strict=False):
        row = row_of(short, shown)
        seen = row.remarks if row else ()
        for note in line.notes:
            kind, _, _ = note.text.partition(_AFTER_KIND)
            is_above = Remark(note.kind, f"{kind}{_AFTER_KIND}{phrase('see_above', reply.language)}") in seen
            below = [remark for remark in seen if remark.text.startswith(kind)]
            if not (_is_begun(note, below) or (is_above and _is_begun(note, above))):
                yield f"{line.figure}: {note.text}"
        above += seen


def sources_due(reply: Reply, shown: Shown) -> dict[int, str]:
    """The sources that the lines, their notes and what is said of the whole name, by number, as they are worded."""
    lines = lines_due(reply, shown)
    notes = [*reply.notes, *(note for line in lines for note in line.notes)]
    texts = [reply.headline, *(note.text for note in notes)]
    named = {number for line in lines for number in line.citations}
    named.update(int(number) for text in texts for number in _NUMBER.findall(text))
    return {
        one.number: _even(citation_text(one)).removeprefix(f"[{one.number}] ")
        for one in reply.citations
        if one.number in named
    }


def quotes_due(reply: Reply, shown: Shown) -> set[str]:
    """The articles' words that belong to the lines."""
    return {_even(words) for line in lines_due(reply, shown) for words in line.quotes}


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


def _is_begun(note: Note, remarks: Iterable[Remark]) -> bool:
    """Whether a remark has what the note says after its kind, or the beginning of that."""
    said = [_said(one.text).rstrip(" …")[:_BEGINNING] for one in remarks if one.kind == note.kind]
    return any(beginning and _even(_said(note.text)).startswith(beginning) for beginning in said)


def _said(text: str) -> str:
    """A note without its kind, where that stands before it."""
    kind, _, said = text.partition(_AFTER_KIND)
    return said or kind


def _remark(note: Note) -> Remark:
    return Remark(note.kind, _even(note.text))


def _even(text: str) -> str:
    return " ".join(text.split())
