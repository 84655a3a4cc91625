"""The port of the records for curation: who curates, what is suggested, and what became of what people handed in.

Each matter is settled once, whoever is first; each outcome is told once, by whichever process takes it to tell.
"""

from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.people import Person, Platform
from bot.suggestion import Outcome, Suggestion

MATTER_FOR: Final = timedelta(days=400)
"""How long suggestions and outcomes are kept."""

MOST_SUGGESTIONS: Final = 1_000
"""Suggestions that are kept, so that nobody fills the disk; the oldest leaves first."""

ERRAND_FOR: Final = timedelta(minutes=5)
"""How long a process has for fetching; after that another one tries."""


class CurationRecords(Protocol):
    """What curators and those who hand something to them need remembered."""

    def grant(self, person: Person, by: Person, at: datetime) -> None:
        """Let a person curate, as `by` says; the grant goes when the workspace of the latter does."""

    def revoke(self, person: Person) -> None:
        """Let a person curate no more."""

    def granted(self) -> frozenset[str]:
        """The keys of all who may curate by grant."""

    def suggest(self, suggestion: Suggestion) -> None:
        """Keep a suggestion; one of the same `ident` is kept already."""

    def suggestions(self, at: datetime) -> tuple[Suggestion, ...]:
        """The suggestions that wait for a curator, the oldest first."""

    def accept(self, ident: str, who: str) -> bool:
        """Whether nobody has accepted this suggestion before; from now on it is to be fetched."""

    def errand(self, at: datetime) -> Suggestion | None:
        """The next accepted suggestion, taken for this process to fetch; None where there is none.

        Its `tries` are how often it was taken before, which led to no outcome.
        """

    def settle(self, outcome: Outcome) -> bool:
        """Whether this matter had no outcome before; from now on it has this one."""

    def settled(self) -> dict[str, datetime]:
        """The idents of all matters that have an outcome, and since when."""

    def untold(self, platform: Platform) -> tuple[Outcome, ...]:
        """The outcomes that somebody on a platform is still to be told."""

    def tell(self, ident: str) -> bool:
        """Whether nobody has told this outcome before; from now on it is told."""

    def tell_again(self, ident: str) -> None:
        """Let an outcome be told later, as it could not be told now."""
