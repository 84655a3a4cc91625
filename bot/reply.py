"""The platform-neutral message: what every adapter shows, in its own form, and to which it adds no fact.

Every text in it is plain: no markup, no control characters. An adapter decorates (bold, links, buttons) and decides
nothing about spending.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator

from bot.cleaning import plain
from knowledge.value import Language, Value

Plain = Annotated[str, AfterValidator(plain)]
"""Text without control and invisible characters, whatever it was made from."""

Outcome = Literal["found", "ambiguous", "not_found", "help"]


class Note(Value):
    """A sentence that belongs to a line or to the whole reply; `kind` lets an adapter choose a sign for it."""

    kind: Literal["caution", "conflict", "revision", "contrast", "calculated", "hint"]
    text: Plain


class Line(Value):
    """One row: a label ("2024 guidance"), the figure or the statement, who and when, and where it is cited.

    `notes` stand with their figure however short the message gets.
    """

    label: Plain
    figure: Plain
    detail: Plain = ""
    citations: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()


class Citation(Value):
    """One numbered source. `source` names publisher, language and origin, `date` when it appeared.

    `quotes` are the article's words, excerpts around the figures of the lines in `Reply.lines`; `more_quotes` those of
    the lines behind "more".
    """

    number: int
    title: Plain
    source: Plain
    date: Plain
    url: Plain | None = None
    quotes: tuple[Plain, ...] = ()
    more_quotes: tuple[Plain, ...] = ()


class Action(Value):
    """Something to do next: asking `ask` by one click."""

    label: Plain
    ask: Plain


class Reply(Value):
    """A message: what fits a phone in `lines`, the rest in `more`."""

    outcome: Outcome
    language: Language
    headline: Plain
    lines: tuple[Line, ...] = ()
    more: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    citations: tuple[Citation, ...] = ()
    actions: tuple[Action, ...] = ()
