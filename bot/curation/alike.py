"""When two texts are one: alike in nearly all runs of five words of the shorter one.

A reprint changes its headline, drops a paragraph, adds a line about the agency; a second article about the same news
shares single phrases. The shipped articles share fewer than one run in a hundred, pair by pair; a copy with one
paragraph in ten replaced shares nine in ten. Half lies far from both.
"""

from typing import Final

from knowledge.folding import tokens

_RUN: Final = 5
_LEAST_RUNS: Final = 20
"""Below so many runs a text is too short to be told from a quote of it."""

ONE: Final = 0.5
"""The share of runs from which two texts are one."""

Runs = frozenset[int]


def runs(text: str) -> Runs:
    """The runs of words of a text, as they are compared."""
    words = [token.folded for token in tokens(text)]
    return frozenset(hash(tuple(words[place : place + _RUN])) for place in range(len(words) - _RUN + 1))


def likeness(one: Runs, other: Runs) -> float:
    """The share of the shorter text's runs that the other has as well, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _LEAST_RUNS else float(one == other and bool(one))
