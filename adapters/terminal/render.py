"""A Reply on a terminal: columns that fit its width, colour where it has colour, the same words everywhere.

All text goes through rich's Text, where nothing is markup, so that no article and no question can format, colour or
link anything.
"""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.plain import MARKS, citation_text
from bot.reply import Citation, Line, Note, Reply
from bot.wording.phrases import phrase

_WIDEST_LABEL = 26
_STYLES = {"caution": "yellow", "conflict": "bold red", "revision": "yellow", "contrast": "magenta"}


def show(reply: Reply) -> None:
    """Print what fits a phone's screen, and how much more there is."""
    console = _console()
    _print(console, reply, reply.lines)
    _print_citations(console, reply.citations, [citation.quotes for citation in reply.citations])
    if reply.more:
        console.print(Text(phrase("more_lines", reply.language, len(reply.more)), style="dim"))


def show_whole(reply: Reply) -> None:
    """Print the whole reply."""
    console = _console()
    _print(console, reply, (*reply.lines, *reply.more))
    quotes = [tuple(dict.fromkeys((*citation.quotes, *citation.more_quotes))) for citation in reply.citations]
    _print_citations(console, reply.citations, quotes)


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)


def _print(console: Console, reply: Reply, lines: Sequence[Line]) -> None:
    console.print(Text(reply.headline, style="bold"))
    if lines:
        console.print(_table(lines, console.width))
    for note in reply.notes:
        console.print(Text(note.text, style="italic"))
    if reply.outcome != "help":
        for action in reply.actions:
            console.print(Text(f"  → {action.ask}", style="cyan"))


def _table(lines: Sequence[Line], width: int) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=max(10, min(_WIDEST_LABEL, width // 3)))
    table.add_column()
    for line in lines:
        table.add_row(Text(line.label, style="dim"), _figure(line))
        for note in line.notes:
            table.add_row("", _note(note))
    return table


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
        console.print(Text(citation_text(citation), style="cyan"))
        if citation.url:
            console.print(Text(f"    {citation.url}", style="dim"))
        for quote in words:
            console.print(_indented(f"«{quote}»"))


def _indented(text: str) -> Table:
    table = Table.grid()
    table.add_column(width=4)
    table.add_column()
    table.add_row("", Text(text, style="italic"))
    return table
