"""The platform-neutral message: what every adapter shows, in its own form, and to which it adds no fact.

Every text in it is plain: no markup, no control characters. An adapter decorates (bold, links, buttons) and decides
nothing about spending.
"""

from dataclasses import dataclass, fields
from operator import attrgetter, is_
from typing import Literal

from bot.cleaning import is_plain, plain
from bot.people import Person
from knowledge.value import Language

Outcome = Literal["found", "ambiguous", "not_found", "help"]
Button = Literal["more", "quotes", "compare", "wrong", "helpful", "unhelpful"]
"""What can be done with an answer; the last two say what somebody thinks of it."""


@dataclass(frozen=True)
class _Plain:
    """Holds text without control and invisible characters only, whatever it was made from."""

    def __post_init__(self) -> None:
        for name in self.__dataclass_fields__:
            value = getattr(self, name)
            if isinstance(value, str):
                if not is_plain(value):
                    object.__setattr__(self, name, plain(value))
            elif isinstance(value, tuple) and value and isinstance(value[0], str):
                object.__setattr__(self, name, tuple(map(plain, value)))


@dataclass(frozen=True, kw_only=True)
class Note(_Plain):
    """A sentence that belongs to a line or to the whole reply; `kind` lets an adapter choose a sign for it.

    `short` is what a short message says in its place, where that is not the whole.
    """

    kind: Literal["caution", "conflict", "revision", "contrast", "calculated", "hint"]
    text: str
    short: str = ""


@dataclass(frozen=True, kw_only=True)
class Line(_Plain):
    """One row: a label ("2024 guidance"), the figure or the statement, who and when, and where it is cited.

    `notes` stand with their figure however short the message gets, and so do `quotes`: the few words of the article
    that prove it. `is_sentence` says that the figure is told by a sentence, or that there is none.
    """

    label: str
    figure: str
    detail: str = ""
    citations: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    quotes: tuple[str, ...] = ()
    is_sentence: bool = False


@dataclass(frozen=True, kw_only=True)
class Citation(_Plain):
    """One numbered source. `source` names publisher, language and origin, `date` when it appeared.

    `quotes` are the article's words around the figures of all lines, longer than beside a line. `short_title` and
    `short_source` are what a short message says in place of the whole.
    """

    number: int
    title: str
    source: str
    date: str
    url: str | None = None
    quotes: tuple[str, ...] = ()
    short_title: str = ""
    short_source: str = ""


@dataclass(frozen=True, kw_only=True)
class Action(_Plain):
    """Something to do next: asking `ask` by one click."""

    label: str
    ask: str


@dataclass(frozen=True, kw_only=True)
class Under:
    """What stands under an answer: the key by which it is found again, and the buttons that do something there."""

    key: str
    buttons: tuple[Button, ...]


Decide = Literal["approve", "edit", "reject", "retire", "stands", "accept", "decline", "close_gap", "skip"]
"""What a curator can do with what waits."""


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """What a curator decides on: the name of the matter, what it is about, and the mark of what is seen of that."""

    matter: str
    about: str
    mark: str
    buttons: tuple[Decide, ...]


@dataclass(frozen=True)
class Granting:
    """That the person may name curators, and who curates now."""

    curators: tuple[Person, ...]


@dataclass(frozen=True, kw_only=True)
class Proof(_Plain):
    """The passages of one article, word for word, on which `figures` rest, each of these a line of the answer."""

    figures: tuple[str, ...]
    passages: tuple[str, ...]
    source: Citation


@dataclass(frozen=True, kw_only=True)
class Figure(_Plain):
    """A claim of an answer, told in `words`."""

    claim: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Reply(_Plain):
    """A message: what fits a phone in `lines`, the rest in `more`; `notes` stand under the headline.

    `example` is a question that shows some of the rest, `under` what can be done with an answer, `announcement` what
    everybody at the place is to be told besides, where the reply is not for everybody; `deciding` is what a curator may
    do with what the reply shows, `granting` who curates, for somebody who may say so.
    """

    outcome: Outcome
    language: Language
    headline: str
    lines: tuple[Line, ...] = ()
    more: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    citations: tuple[Citation, ...] = ()
    actions: tuple[Action, ...] = ()
    example: str = ""
    under: Under | None = None
    announcement: str = ""
    deciding: Deciding | None = None
    granting: Granting | None = None

    def holds_the_same(self, other: "Reply") -> bool:
        """Whether two replies hold the very same but for what stands under them; known by identity, which is quick."""
        return all(map(is_, _held(self), _held(other)))

    def standing_on(self, under: Under | None) -> "Reply":
        """The same message with this under it; made without a look at its texts, which are plain already."""
        reply = object.__new__(Reply)
        vars(reply).update(vars(self), under=under)
        return reply


_held = attrgetter(*(field.name for field in fields(Reply) if field.name != "under"))
