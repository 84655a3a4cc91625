"""The wide part of the phrasebook: twelve questions for each claim, and a thousand that no claim answers.

Both were written from the claims alone, by several people who saw no other question. A line of `by_claim.txt` is
language, manner, the claims of which any is right as the first one shown, and the question; of `unanswerable.txt`
language, kind and question. A question belongs to a share by the checksum of its text: of four shares one is kept
aside, which is only counted; the others weigh the signs (`python -m tests.fitting`). What is nearly a question of the
parts that are kept aside is not used at all.
"""

import zlib
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from knowledge.value import Language
from tests.bot.phrasebook import ASIDE, cases
from tests.bot.phrasebook.alike import nearly_asked

Share = Literal["fitted", "aside"]

_SHARES = 4


class Wide(NamedTuple):
    """A question, how it is asked, and the claims of which one is right; none for what no claim answers."""

    language: Language
    manner: str
    right: frozenset[str]
    ask: str

    @property
    def share(self) -> Share:
        """Whether it is counted only."""
        return "fitted" if zlib.crc32(self.ask.encode()) % _SHARES else "aside"


@cache
def wide_questions() -> tuple[Wide, ...]:
    """All of them, but those that are nearly asked elsewhere."""
    every = (*_by_claim(), *_unanswerable())
    elsewhere = [case.ask for part in ASIDE for case in cases(part)]
    twice = frozenset(nearly_asked([one.ask for one in every], elsewhere))
    return tuple(one for one in every if one.ask not in twice)


def _by_claim() -> list[Wide]:
    return [
        Wide(cast(Language, language), manner, frozenset(claims.split(",")), ask)
        for language, manner, claims, ask in (line.split(" | ", 3) for line in _lines("by_claim.txt"))
    ]


def _unanswerable() -> list[Wide]:
    return [
        Wide(cast(Language, language), kind, frozenset(), ask)
        for language, kind, ask in (line.split(" | ", 2) for line in _lines("unanswerable.txt"))
    ]


def _lines(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
