"""What the line needs of the base: the port that the store fills, and a fake in tests."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.statements.following import Changing
from knowledge.evidence import Coverage, Evidence, News, Source
from knowledge.vocabulary import Vocabulary


class Base(Changing, Protocol):
    """What the line needs of the store."""

    def vocabulary(self) -> Vocabulary:
        """All words of the base; the same object until one changes."""

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """What is known of the subjects and metrics."""

    def evidence_on(self, topics: Collection[str]) -> Evidence:
        """What is known on the topics."""

    def evidence_of(self, claims: Collection[str]) -> Evidence:
        """These claims, as far as they are approved."""

    def coverage(self) -> Sequence[Coverage]:
        """What there are claims on, most first."""

    def news(self, after: int, upto: int, subjects: Collection[str] = (), metrics: Collection[str] = ()) -> News:
        """What changes after one and up to another have touched."""

    def number_before(self, at: datetime) -> int:
        """The number of the last change before a moment."""

    def sources(
        self, subjects: Collection[str] = (), metrics: Collection[str] = (), topics: Collection[str] = ()
    ) -> Sequence[Source]:
        """The articles that have claims, newest first."""
