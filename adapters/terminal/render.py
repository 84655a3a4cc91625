"""A Reply on a terminal: columns that fit its width, colour where it has colour, the same words everywhere.

All text goes through rich's Text, where nothing is markup, so that no article and no question can format, colour or
link anything.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.plain import MARKS, citation_text
from bot.reply import Citation, Line, Note, Reply
from bot.wording.phrases import phrase

_WIDEST_LABEL = 26
_NARROWEST = 10
_INDENT = 2
_REFERENCE = re.compile(r"\[(\d+)\]")
_STYLES = {"caution": "yellow", "conflict": "bold red", "revision": "yellow", "contrast": "magenta"}


def show(reply: Reply) -> None:
    """Print what fits a phone's screen."""
    console = _console()
    _print(console, reply, reply.lines)
    named = _named(reply.lines)
    sources = [citation for citation in reply.citations if citation.number in named]
    _print_citations(console, sources, [citation.quotes for citation in sources])


def show_rest(reply: Reply, way: str) -> None:
    """Say how much more there is, if anything, and the way to it: the key of a phrase."""
    if reply.more:
        _print_text(_console(), Text(phrase(way, reply.language, len(reply.more)), style="dim"))


def show_whole(reply: Reply) -> None:
    """Print the whole reply."""
    console = _console()
    _print(console, reply, (*reply.lines, *reply.more))
    quotes = [tuple(dict.fromkeys((*citation.quotes, *citation.more_quotes))) for citation in reply.citations]
    _print_citations(console, reply.citations, quotes)


def _named(lines: Sequence[Line]) -> set[int]:
    """The sources that lines cite, and those that only their notes name."""
    notes = " ".join(note.text for line in lines for note in line.notes)
    return {number for line in lines for number in line.citations} | set(map(int, _REFERENCE.findall(notes)))


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)


def _print(console: Console, reply: Reply, lines: Sequence[Line]) -> None:
    _print_text(console, Text(reply.headline, style="bold"))
    widest = max((cell_len(line.label) for line in lines), default=0)
    label_width = min(widest, _WIDEST_LABEL, console.width // 3)
    for label, body in _rows(lines):
        _print_columns(console, label, body, label_width)
    for note in reply.notes:
        _print_text(console, Text(note.text, style="italic"))
    if reply.outcome != "help":
        for action in reply.actions:
            _print_text(console, Text(f"  → {action.ask}", style="cyan"))


def _rows(lines: Sequence[Line]) -> Iterator[tuple[Text, Text]]:
    """Label and body of each row; a note has no label."""
    for line in lines:
        yield Text(line.label, style="dim"), _figure(line)
        for note in line.notes:
            yield Text(), _note(note)


def _figure(line: Line) -> Text:
    cited = "".join(f" [{number}]" for number in line.citations)
    text = Text(line.figure, style="bold" if line.detail else "")
    if line.detail:
        text.append("  " + line.detail, style="not bold")
    return text.append(cited, style="not bold cyan")


def _note(note: Note) -> Text:
    return Text(f"{MARKS[note.kind]} {note.text}", style=_STYLES.get(note.kind, ""))


def _print_citations(console: Console, citations: Sequence[Citation], quotes: Sequence[Sequence[str]]) -> None:
    for citation, words in zip(citations, quotes, strict=True):
        _print_text(console, Text(citation_text(citation), style="cyan"))
        if citation.url:
            console.print(Text(f"    {citation.url}", style="dim"), soft_wrap=True)
        for quote in words:
            _print_columns(console, Text(), Text(f"«{quote}»", style="italic"), _INDENT)


def _print_text(console: Console, text: Text) -> None:
    _print_columns(console, Text(), text, 0)


def _print_columns(console: Console, label: Text, body: Text, label_width: int) -> None:
    """Print two columns, each wrapped to its width, without trailing space."""
    gap = 2 if label_width else 0
    left = list(label.wrap(console, label_width)) if label.plain else []
    right = body.wrap(console, max(console.width - label_width - gap, _NARROWEST))
    for first, second in zip_longest(left, right, fillvalue=Text()):
        first.rstrip()
        second.rstrip()
        row = first.copy()
        if second.plain:
            row.append(" " * (label_width + gap - first.cell_len))
            row.append_text(second)
        console.print(row, soft_wrap=True)
