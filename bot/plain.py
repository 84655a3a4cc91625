"""A Reply as plain text, whole: for screen readers, notifications and `text` in JSON.

Nothing of the reply is left out and nothing is added, so that what a text shows can be held against the claims.
"""

from collections.abc import Iterator

from bot.reply import Citation, Line, Reply

MARKS = {
    "caution": "!",
    "conflict": "≠",
    "revision": "→",
    "contrast": "⇄",
    "calculated": "=",
    "hint": "·",
}
"""The sign before a note of each kind, the same everywhere; none that a phone draws as an emoji."""


def plain_text(reply: Reply) -> str:
    """The whole reply, one fact a line, lines joined by newlines."""
    return "\n".join(_lines(reply))


def line_text(line: Line) -> str:
    """A line on one line: "2024 guidance: US$35–40 bn, Meta, about 25 Apr 2024 [1]"."""
    cited = "".join(f" [{number}]" for number in line.citations)
    figure = (
        ", ".join(part for part in (line.figure.removesuffix("."), line.detail) if part) if line.detail else line.figure
    )
    return f"{line.label}: {figure}{cited}" if line.label else f"{figure}{cited}"


def citation_text(citation: Citation) -> str:
    """A source on one line: "[1] Title (German, from the Danish), about 25 Apr 2024"."""
    return f"[{citation.number}] {citation.title} ({citation.source}), {citation.date}"


def _lines(reply: Reply) -> Iterator[str]:
    yield reply.headline
    yield from (note.text for note in reply.notes)
    for line in (*reply.lines, *reply.more):
        yield line_text(line)
        yield from (f"  {MARKS[note.kind]} {note.text}" for note in line.notes)
    for citation in reply.citations:
        yield citation_text(citation)
        if citation.url:
            yield f"  {citation.url}"
        yield from (f"  «{quote}»" for quote in citation.quotes)
    yield from (f"→ {action.ask}" for action in reply.actions)
