"""What people hand to the curators besides reports, and what became of it: the words that records and curation share.

A suggestion is an address that somebody wants read; nothing is fetched of it before a curator accepts it. An outcome
says what became of a suggestion, a report or a gap, and to whom that is to be told.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from bot.people import Person
from knowledge.value import Language

LONGEST_ADDRESS: Final = 500

Verdict = Literal["added", "copied", "known", "failed", "declined", "mended", "retired", "stands", "closed"]
"""What became of it: an article is added, is a copy, was there, could not be had or is not wanted; a figure was mended,
answers no more, or stands; a gap is done with."""


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """An address that `by` wants read; `accepted` is the key of the curator who said yes, empty before.

    `tries` are how often somebody began to fetch it.
    """

    ident: str
    url: str
    by: Person
    language: Language
    at: datetime
    accepted: str = ""
    tries: int = 0


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of the matter `ident`, decided by `who` (a key); `person` is to be told of it, where there is one.

    `about` is the id of the claim or article that it is about, or the address, and `words` say why.
    """

    ident: str
    verdict: Verdict
    who: str
    at: datetime
    person: Person | None = None
    language: Language = "en"
    about: str = ""
    words: str = ""
