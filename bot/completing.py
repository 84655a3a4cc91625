"""What may be meant by the beginning of a question: names, then metrics and periods, of which there really are claims.

What is typed stays as it is; its last words that begin a name, or miss one by a slip, are completed, and a name that
stands there whole is gone on from. So whatever is offered has an answer. Names that begin as typed come before those
with such a word inside, and of those alike who has most claims comes first. A beginning is looked up in a sorted list,
which costs the same at any size of the vocabulary but for what is found.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice
from operator import itemgetter
from typing import Final, NamedTuple

from bot.names import Names
from bot.wording.times import period_text
from bot.wording.titles import Titles
from knowledge.folding import Token, fold, tokens
from knowledge.period import Period
from knowledge.value import Language

MOST: Final = 25
LONGEST: Final = 100
_TAIL: Final = 3
"""How many last words may be the beginning of a name."""

_LAST: Final = "\U0010ffff"
"""A letter that sorts after all others."""

_NAMED: Final = ("year", "quarter", "half", "month")
"""Periods that a question can name."""

_AND: Final = frozenset({"and", "und"})

Claims = Mapping[tuple[str, str | None], int]
Periods = Mapping[tuple[str, str | None], Sequence[Period]]


class _Entry(NamedTuple):
    """A name, or what follows in it from a later word on; `rank` has whoever is likelier before the others."""

    beginning: str
    rank: tuple[bool, int]
    owner: str


class _Begun(NamedTuple):
    """A question as far as it is typed: whom and what it names, where these end, and the words after them."""

    subject: str | None
    metric: str | None
    typed: str
    rest: str


class Completing:
    """The names, metrics and periods of a base, as far as it has claims on them."""

    def __init__(self, names: Names, claims: Claims, periods: Periods) -> None:
        """`claims` counts the claims of each subject, by metric too, and `periods` has theirs."""
        self._names, self._claims, self._periods = names, claims, periods
        counts: dict[str, int] = {}
        for (subject, _), count in claims.items():
            if subject in names.subjects:
                counts[subject] = counts.get(subject, 0) + count
        self._subjects = sorted(counts, key=lambda one: (-counts[one], one))
        self._metrics = _by_count({metric: 0 for _, metric in claims if metric}, names)
        self._of: dict[str, dict[str, int]] = {}
        for (subject, metric), count in claims.items():
            if metric:
                self._of.setdefault(subject, {})[metric] = count
        self._entries = sorted(_entries(self._subjects, names))

    def is_of(self, names: Names, claims: Claims, periods: Periods) -> bool:
        """Whether these are the very objects that this was made of."""
        return self._names is names and self._claims is claims and self._periods is periods

    def offered(self, typed: str, language: Language) -> list[str]:
        """Questions that `typed` may become, the likeliest first, each short enough to be a choice."""
        words, titles = tokens(typed), Titles(self._names, language)
        return _fitting(self._questions(typed, words, titles) if words else map(titles.subject, self._subjects))

    def named(self, typed: str, language: Language) -> list[str]:
        """Lists of names and metrics that `typed` may become; these have no periods."""
        words, titles = tokens(typed), Titles(self._names, language)
        found = self._lists(typed, words, titles) if words else map(titles.subject, self._subjects)
        return _fitting(one for one in found if self._is_list(one))

    def _lists(self, typed: str, words: Sequence[Token], titles: Titles) -> Iterator[str]:
        begun = self._begun(typed, words)
        yield from self._completed(typed, words, titles)
        yield from self._further(begun._replace(metric=None), titles)
        yield from self._meant(typed, words, titles)

    def _is_list(self, typed: str) -> bool:
        """Whether a text is names and nothing else, each of one thing."""
        words = tokens(typed)
        matches = self._names.exact(words)
        inside = {place for match in matches for place in range(match.start, match.end)}
        left = (word.folded for place, word in enumerate(words) if place not in inside)
        return _AND.issuperset(left) and all(len(match.owners) == 1 for match in matches)

    def _questions(self, typed: str, words: Sequence[Token], titles: Titles) -> Iterator[str]:
        begun = self._begun(typed, words)
        if begun.subject:
            yield from self._further(begun, titles) if begun.rest else ()
        yield from self._completed(typed, words, titles)
        if begun.subject:
            yield from self._further(begun, titles)
        yield from self._meant(typed, words, titles)

    def _begun(self, typed: str, words: Sequence[Token]) -> _Begun:
        matches = [match for match in self._names.exact(words) if len(match.owners) == 1]
        owners = [match.owners[0] for match in matches]
        subject = next((key for kind, key in reversed(owners) if kind == "subject"), None)
        metric = next((key for kind, key in reversed(owners) if kind == "metric"), None)
        end = matches[-1].end if matches else 0
        start = words[end].start if end < len(words) else len(typed)
        return _Begun(subject, metric, typed[:start].strip(), " ".join(word.folded for word in words[end:]))

    def _further(self, begun: _Begun, titles: Titles) -> Iterator[str]:
        """What there is of the subject, or of its metric, that begins with the words after it."""
        if begun.subject is None:
            return
        if begun.metric is None:
            of = _by_count(self._of.get(begun.subject, {}), self._names)
            yield from (f"{begun.typed} {titles.metric(one)}" for one in of if self._is_called(one, begun.rest))
            return
        for covered in self._names.covered(begun.metric):
            for period in self._periods.get((begun.subject, covered), ()):
                text = period_text(period, titles.language) if period.kind in _NAMED else ""
                if text and fold(text).startswith(begun.rest):
                    yield f"{begun.typed} {text}"

    def _completed(self, typed: str, words: Sequence[Token], titles: Titles) -> Iterator[str]:
        """The last words as the beginning of a name, unless they are within one that is there already."""
        within = self._within_names(words)
        for count in range(min(_TAIL, len(words)), 0, -1):
            if len(words) - count in within:
                continue
            tail = words[-count:]
            before, folded = typed[: tail[0].start].lstrip(), " ".join(word.folded for word in tail)
            yield from (before + titles.subject(one) for one in self._beginning(folded))
            if not before:
                yield from (titles.metric(one) for one in self._metrics if self._is_called(one, folded))

    def _within_names(self, words: Sequence[Token]) -> frozenset[int]:
        """The places of words that go on a name that is there already."""
        return frozenset(place for match in self._names.exact(words) for place in range(match.start + 1, match.end))

    def _beginning(self, typed: str) -> Iterator[str]:
        start = bisect_left(self._entries, (typed,))
        end = bisect_left(self._entries, (typed + _LAST,), start)
        return (entry.owner for entry in nsmallest(2 * MOST, self._entries[start:end], key=itemgetter(1)))

    def _is_called(self, metric: str, beginning: str) -> bool:
        """Whether a name of a metric begins so, or a later word of one."""
        folded = (fold(name) for name in self._names.metrics[metric].names())
        return any(name.startswith(beginning) or f" {beginning}" in name for name in folded)

    def _meant(self, typed: str, words: Sequence[Token], titles: Titles) -> Iterator[str]:
        """Those that all words, or the last one, miss by a slip."""
        last = words[-1]
        before = typed[: last.start].lstrip()
        yield from self._titled(self._names.near(words), "", titles)
        if len(words) - 1 not in self._within_names(words):
            near = (*self._names.near((last,)), *self._names.resembling(last.folded))
            yield from self._titled(near, before, titles)

    def _titled(self, owners: Iterable[tuple[str, str]], before: str, titles: Titles) -> Iterator[str]:
        for kind, key in owners:
            if kind == "subject" and (key in self._of or (key, None) in self._claims):
                yield before + titles.subject(key)
            elif kind == "metric" and key in self._metrics:
                yield before + titles.metric(key)


def _entries(subjects: Iterable[str], names: Names) -> Iterator[_Entry]:
    for rank, subject in enumerate(subjects):
        for name in names.subjects[subject].names():
            folded = fold(name)
            starts = [0, *(place + 1 for place, letter in enumerate(folded) if letter == " ")]
            yield from (_Entry(folded[start:], (start > 0, rank), subject) for start in starts if folded)


def _by_count(counts: Mapping[str, int], names: Names) -> list[str]:
    return sorted((one for one in counts if one in names.metrics), key=lambda one: (-counts[one], one))


def _fitting(found: Iterable[str]) -> list[str]:
    """As many different ones as can be offered, each short enough to be a choice."""
    fitting = (one for one in dict.fromkeys(islice(found, 4 * MOST)) if 0 < len(one) <= LONGEST)
    return list(islice(fitting, MOST))
