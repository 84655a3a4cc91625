"""What had no answer in a conversation at the terminal, recorded as on every platform.

The records are opened for the first such question, so that a conversation in which all is found neither waits for them
nor makes them. Where they cannot be used that is said once, and the conversation goes on.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from typing import Self

import click

from bot.answer import AnyAnswer
from bot.gap import Gap, gap_of
from bot.records.port import Records
from knowledge.fault import Fault


class Noting:
    """Notes questions of one conversation in the records that `opened` gives."""

    def __init__(self, opened: Callable[[], AbstractContextManager[Records]]) -> None:
        self._opened = opened
        self._open = ExitStack()
        self._records: Records | None = None
        self._failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def note(self, answer: AnyAnswer) -> None:
        """Record what was asked, where it had no answer."""
        gap = gap_of(answer)
        if gap is None or self._failed:
            return
        try:
            self._record(gap, datetime.now(UTC))
        except Fault as fault:
            self._failed = True
            click.echo(f"capex: questions without an answer are not recorded: {fault}", err=True)

    def _record(self, gap: Gap, at: datetime) -> None:
        if self._records is None:
            self._records = self._open.enter_context(self._opened())
            self._records.clean_up(at)
        self._records.missed(gap, at)
