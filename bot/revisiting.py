"""Answers that were shown, revisited by their keys: each is asked again, and is what the base says now.

An answer that is unknown, too old, or no longer an answer is `Gone`. Synchronous, and it may read a base far away: an
adapter runs it where nothing waits for it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.answer import Found
from bot.comparing import Other, Others, compared
from bot.line import Asked, Line
from bot.names import Names
from bot.passages import figures, proofs
from bot.people import Person
from bot.records.port import Records
from bot.reply import Figure, Proof, Reply
from bot.report import report_of
from bot.shown_answer import ShownAnswer
from bot.under import under


class Gone(LookupError):
    """There is no such answer any more."""


class Wrong(NamedTuple):
    """What somebody says against a figure; `ident` is the same when it is told twice."""

    ident: str
    claim: str
    reason: str
    by: Person


class Revisiting:
    """Finds answers again, for whoever presses a button under one."""

    def __init__(self, line: Line, records: Records) -> None:
        self._line = line
        self._records = records
        self._others: tuple[Names, Mapping[tuple[str, str | None], int], Others] | None = None

    def whole(self, key: str, at: datetime) -> Reply:
        """The whole answer, with what stands under it."""
        asked = self._again(key, at)
        return replace(asked.reply, under=under(key, asked.answer, asked.reply))

    def proofs(self, key: str, at: datetime) -> tuple[Proof, ...]:
        """The passages on which it rests."""
        asked = self._again(key, at)
        return proofs(_found(asked), asked.names)

    def figures(self, key: str, at: datetime) -> tuple[Figure, ...]:
        """Its claims, to say of one that it is wrong."""
        asked = self._again(key, at)
        return figures(_found(asked), asked.names)

    def others(self, key: str, typed: str, at: datetime) -> tuple[Other, ...]:
        """Whom it can be compared with, of those that `typed` may mean."""
        question = self._shown(key, at).question
        return self._known().matching(typed, question)

    def compared(self, key: str, other: str, at: datetime) -> Asked:
        """The answer about its subjects and another one, side by side."""
        shown = self._shown(key, at)
        return self._line.again(compared(shown.question, other, self._line.names()), shown.on)

    def share(self, key: str, at: datetime) -> Reply | None:
        """The answer to be shown to everybody; None where it has been shared already."""
        reply = self.whole(key, at)
        return reply if self._records.answers.share(key) else None

    def report(self, key: str, wrong: Wrong, at: datetime) -> None:
        """Keep for the curators what somebody says against a figure of it."""
        report = report_of(wrong.claim, wrong.reason, self._shown(key, at).question, wrong.by, at)
        self._records.reports.report(wrong.ident, report)

    def judge(self, key: str, person: Person, at: datetime, *, helpful: bool) -> None:
        """Keep what a person thinks of it."""
        self._shown(key, at)
        self._records.answers.judge(key, person, at, helpful=helpful)

    def _again(self, key: str, at: datetime) -> Asked:
        shown = self._shown(key, at)
        asked = self._line.again(shown.question, shown.on, shown.beside)
        _found(asked)
        return asked

    def _shown(self, key: str, at: datetime) -> ShownAnswer:
        shown = self._records.answers.shown(key, at)
        if shown is None:
            raise Gone(key)
        return shown

    def _known(self) -> Others:
        """Whom the base has claims of, worked out anew only where the base has changed."""
        names, claims = self._line.names(), self._line.claims_held()
        known = self._others
        if known is None or known[0] is not names or known[1] is not claims:
            known = self._others = names, claims, Others(names, claims)
        return known[2]


def _found(asked: Asked) -> Found:
    if not isinstance(asked.answer, Found):
        raise Gone
    return asked.answer
