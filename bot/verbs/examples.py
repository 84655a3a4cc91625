"""Questions to begin with that have an answer in this base, whatever it holds: each was asked before it is offered.

The usual ones come first; where they lead to nothing, the base's own subjects and metrics make others.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, Protocol

from bot.names import Names
from bot.wording.help import help_lines
from bot.wording.titles import Titles
from knowledge.evidence import Coverage
from knowledge.value import Language

_MOST: Final = 4


class Covering(Protocol):
    """What is needed of the base."""

    def change_number(self) -> int:
        """The number of the last change."""

    def coverage(self) -> Sequence[Coverage]:
        """What there are claims on, most first."""


class Examples:
    """The examples of a base, as it is."""

    def __init__(self, base: Covering, has_answer: Callable[[str, Language], bool]) -> None:
        self._base = base
        self._has_answer = has_answer
        self._number = -1
        self._known: dict[Language, tuple[str, ...]] = {}
        self._covered: tuple[str, ...] | None = None

    def of(self, language: Language, names: Names) -> tuple[str, ...]:
        """The examples in a language; none where the base answers nothing."""
        self._look()
        if language not in self._known:
            answered = (one for one in self._tried(language, names) if self._has_answer(one, language))
            self._known[language] = tuple(islice(answered, _MOST))
        return self._known[language]

    def covered(self) -> str | None:
        """The subject that most claims are on."""
        self._look()
        if self._covered is None:
            counted = Counter[str]()
            for row in self._base.coverage():
                counted[row.subject] += row.claims
            self._covered = tuple(subject for subject, _ in counted.most_common(1))
        return next(iter(self._covered), None)

    def _look(self) -> None:
        """Forget what was found where the base has changed."""
        number = self._base.change_number()
        if number != self._number:
            self._number, self._known, self._covered = number, {}, None

    def _tried(self, language: Language, names: Names) -> Iterator[str]:
        yield from help_lines(language)
        titles = Titles(names, language)
        figures = [row for row in self._base.coverage() if row.metric][: 2 * _MOST]
        for row in figures:
            yield f"{titles.subject(row.subject)} {titles.metric(row.metric or '')}"
        for one, other in pairwise(dict.fromkeys(row.subject for row in figures)):
            yield f"{titles.subject(one)} {'vs' if language == 'en' else 'gegen'} {titles.subject(other)}"
