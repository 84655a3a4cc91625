"""Whom an answer can be compared with: subjects that have claims, found by any of their names in spite of typos.

A name that begins as typed comes before one with such a word inside, and both before names that are meant by a slip;
of those alike, who has what was asked about comes first, then who has most claims.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from bot.names import Names
from bot.question import Cue, Question
from bot.wording.titles import Titles
from knowledge.folding import fold, tokens

MOST: Final = 100
"""Subjects that are offered at once."""


_MEASURES: Final[frozenset[Cue]] = frozenset({"change", "percent", "ratio", "count"})
"""What is asked of each side alike; a reason or a view is one side's own."""


class Other(NamedTuple):
    """A subject to compare with: its id and its name."""

    subject: str
    name: str


class Others:
    """Those of whom a base has claims, or by whom, with all their names as they are compared."""

    def __init__(self, names: Names, claims: Mapping[tuple[str, str | None], int]) -> None:
        """`claims` counts the claims of each, by metric too."""
        self._names = names
        self._claims = claims
        self._counts: dict[str, int] = {}
        for (subject, _), count in claims.items():
            self._counts[subject] = self._counts.get(subject, 0) + count
        held = (names.subjects[one] for one in self._counts if one in names.subjects)
        self._folded = {one.id: tuple(map(fold, one.names())) for one in held}

    def matching(self, typed: str, question: Question) -> tuple[Other, ...]:
        """Those that `typed` may mean, the likeliest first, without those that the question asks about already."""
        beginning, titles = fold(typed), Titles(self._names, question.language)
        if typed.strip() and not beginning:
            return ()
        likely = dict.fromkeys(
            (
                *self._ordered(self._with(lambda name: name.startswith(beginning)), question),
                *self._ordered(self._with(lambda name: f" {beginning}" in name), question),
                *self._meant(typed),
            )
        )
        left = [one for one in likely if one not in question.asked]
        return tuple(Other(one, titles.subject(one)) for one in left[:MOST])

    def _with(self, wanted: Callable[[str], bool]) -> Iterator[str]:
        return (one for one, names in self._folded.items() if any(map(wanted, names)))

    def _ordered(self, subjects: Iterable[str], question: Question) -> list[str]:
        def rank(one: str) -> tuple[bool, int, str]:
            has_it = any((one, metric) in self._claims for metric in question.metrics)
            return (not has_it, -self._counts[one], one)

        return sorted(subjects, key=rank)

    def _meant(self, typed: str) -> Iterator[str]:
        words = tokens(typed)
        owners = (*self._names.near(words), *self._names.resembling(words[-1].folded)) if words else ()
        return (key for kind, key in owners if kind == "subject" and key in self._folded)


def compared(question: Question, other: str, names: Names) -> Question:
    """The question about its own subjects and another one side by side: what, when, and nothing else of it."""
    titles = Titles(names, question.language)
    subjects = tuple(dict.fromkeys((*question.asked, other)))
    sides = " vs ".join(map(titles.subject, subjects))
    metrics = " ".join(map(titles.metric, question.metrics))
    return Question(
        text=f"{sides} {metrics}".rstrip(),
        language=question.language,
        intent="comparison",
        subjects=subjects,
        people=names.people_of(subjects),
        metrics=question.metrics,
        named_by=tuple(fold(metrics).split()),
        asks=question.asks & _MEASURES,
        statuses=question.statuses,
        periods=question.periods,
    )
