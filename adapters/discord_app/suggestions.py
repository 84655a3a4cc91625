"""What may be meant by the beginning of a question: names of the base, to choose from while typing.

The last words that begin a name, or miss one by a slip, are completed; what stands before them stays. Names of
subjects come before metrics, those that begin so before those that have such a word inside, near misses last.
"""

from collections.abc import Iterator

from bot.names import Names, Owner
from knowledge.folding import Token, fold, tokens
from knowledge.value import Language

MOST = 25
LONGEST = 100
_TAIL = 3
"""How many last words may be the beginning of a name."""


def suggestions(typed: str, names: Names, language: Language) -> list[str]:
    """Questions that `typed` may become, the likeliest first, each short enough to be a choice."""
    words = tokens(typed)
    found = dict.fromkeys(_questions(typed, words, names, language)) if words else _all(names, language)
    return [question for question in found if 0 < len(question) <= LONGEST][:MOST]


def _all(names: Names, language: Language) -> dict[str, None]:
    return dict.fromkeys(_name(owner, names, language) for owner, _ in _entries(names))


def _questions(typed: str, words: tuple[Token, ...], names: Names, language: Language) -> Iterator[str]:
    for count in range(min(_TAIL, len(words)), 0, -1):
        tail = words[-count:]
        before = typed[: tail[0].start].lstrip()
        for owner in _beginning(" ".join(word.folded for word in tail), names):
            yield before + _name(owner, names, language)
    for owner in names.near(words):
        yield _name(owner, names, language)
    last = words[-1]
    for owner in (*names.near((last,)), *names.resembling(last.folded)):
        yield typed[: last.start].lstrip() + _name(owner, names, language)


def _beginning(typed: str, names: Names) -> list[Owner]:
    """Owners of names that begin with `typed`, then of those with a later word that does."""
    first: dict[Owner, None] = {}
    inside: dict[Owner, None] = {}
    for owner, folded in _entries(names):
        if any(name.startswith(typed) for name in folded):
            first[owner] = None
        elif any(f" {typed}" in name for name in folded):
            inside[owner] = None
    return [*first, *inside]


def _entries(names: Names) -> Iterator[tuple[Owner, list[str]]]:
    for subject in names.subjects.values():
        yield ("subject", subject.id), [fold(name) for name in subject.names()]
    for metric in names.metrics.values():
        yield ("metric", metric.id), [fold(name) for name in metric.names()]


def _name(owner: Owner, names: Names, language: Language) -> str:
    kind, key = owner
    if kind == "subject":
        return names.subjects[key].name.in_language(language)
    if kind == "metric":
        return names.metrics[key].name.in_language(language)
    return names.topics[key].name.in_language(language)
