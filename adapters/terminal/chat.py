"""A conversation in the terminal: each question may build on the one before it.

A question that the base fails at costs its own answer, not the conversation. A person types with history and line
editing; a pipe is read line by line, so that a conversation can be scripted. What had no answer is recorded when its
reply stands on the screen.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from adapters.apology import language_of, unanswered
from adapters.terminal.noting import Noting
from adapters.terminal.render import show, show_rest, show_whole
from bot.line import Asked, Line
from bot.wording.phrases import phrase
from knowledge.fault import Fault
from knowledge.value import Language

if TYPE_CHECKING:
    from prompt_toolkit.history import History

_EXIT = ("exit", "quit", "bye", "ende", "tschüss")
_MORE = ("more", "mehr")
_NUMBERS = tuple("123456789")


def converse(line: Line, language: Language | None, history: Path, noting: Noting) -> None:
    """Answer until the input ends or the person leaves; `history` is the file for what was typed."""
    asked: Asked | None = None
    for typed in _typed(history) if sys.stdin.isatty() else _piped():
        word = typed.strip().casefold()
        if word in _EXIT:
            break
        if word in _MORE and asked:
            show_whole(asked.reply)
            continue
        last = asked.question if asked else None
        try:
            asked = line.ask(_chosen(typed, asked), date.today(), language, last)
        except Fault as fault:  # told in full, as whoever sits here owns the base
            show(unanswered(language or language_of(typed), str(fault)))
            continue
        show(asked.reply)
        show_rest(asked.reply, "more_by_word", "notes_by_word")
        sys.stdout.flush()
        noting.note(asked.answer)
    click.echo(phrase("goodbye", asked.reply.language if asked else language or "en"))


def _chosen(text: str, asked: Asked | None) -> str:
    """The question behind a choice's number, or the text itself."""
    actions = asked.reply.actions if asked else ()
    number = int(text) if text.strip() in _NUMBERS else 0
    return actions[number - 1].ask if 0 < number <= len(actions) else text


def _piped() -> Iterator[str]:
    for text in sys.stdin:
        yield text.rstrip("\r\n")
        sys.stdout.flush()  # a program at the other end waits for this answer before it asks on


def _history(file: Path) -> "History":
    """What was typed before, kept in `file`; where that cannot be written, for this conversation alone."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(file))


def _typed(history: Path) -> Iterator[str]:
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession(history=_history(history))
    while True:
        try:
            yield session.prompt("capex> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
