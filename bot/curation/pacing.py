"""When a feed is asked again, and an article tried again: arithmetic on what was asked for and how often it failed.

A feed that answers is asked once an hour at most, and once a day at least, whatever it wishes. Each failure doubles the
time. Chance is added and never taken away, so that feeds do not all come at once and none comes too soon.
"""

from datetime import datetime, timedelta
from typing import Final

EVERY: Final = timedelta(hours=1)
"""The least time between two requests for a feed."""

SELDOM: Final = timedelta(days=1)
"""The most, where nobody asks for more after a refusal."""

LONGEST: Final = timedelta(days=7)
"""The most that a server's wish after a refusal is honoured."""

TRIES: Final = 3
"""How often an article is tried before it is given up."""

_AGAIN: Final = timedelta(hours=1)
_SPREAD: Final = 0.1
_DOUBLED: Final = 5
"""Doublings of an hour after which a day is over."""


def after_answer(at: datetime, wished: timedelta, chance: float) -> datetime:
    """When a feed is asked again that answered and wishes to be left alone so long; `chance` is from 0 to 1."""
    return _later(at, min(max(EVERY, wished), SELDOM), chance)


def after_failure(at: datetime, failures: int, wished: timedelta, chance: float) -> datetime:
    """When a feed is asked again that failed so often in turn, the last time with this wish."""
    doubled = min(EVERY * 2 ** min(failures, _DOUBLED), SELDOM)
    return _later(at, max(doubled, min(wished, LONGEST)), chance)


def next_try(at: datetime, tries: int) -> datetime | None:
    """When an article is tried again that failed so often; None where it is given up."""
    return at + _AGAIN * 6 ** (tries - 1) if tries < TRIES else None


def _later(at: datetime, wait: timedelta, chance: float) -> datetime:
    return at + wait * (1 + _SPREAD * chance)
