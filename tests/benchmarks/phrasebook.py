"""How many questions of the phrasebook our line reacts to rightly, beside plain searchers on the same questions.

Right is what the phrasebook calls right. A peer answers with its best claim, where a question has several groups with
as many as ours shows, and at least one for each group. Help and choices are nothing a searcher has, so only what has an
answer or none is asked of all. A peer refuses where its best claim scores below a threshold, one a language: the one
that is best for the peer on the development part, by the number of questions answered rightly and refused rightly
together. 'No refusing' counts, of what has an answer, the right ones without any threshold. Of the questions kept
aside only numbers are printed.

Of the wide part, twelve questions for each claim and a thousand without an answer, the share that is kept aside is
counted for ours alone: right is a right claim first, shown one further below, wrong neither; and how often the claim
that people ask for in words most like it is right.

Times are of the development part, warm: ours from the text to the worded reply, the peers' from the text to the id of
the best claim.
"""

import math
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bot.answer import AnyAnswer, Found
from bot.line import Line
from bot.places import shipped_corpus
from bot.statements.shipped import shipped_phrasings
from knowledge.store import Store
from knowledge.value import Language
from tests.benchmarks.phrasebook_peers import Peer, language_of, peers, text_of
from tests.benchmarks.tallies import Attempt, Result, best_threshold, row, table
from tests.benchmarks.timing import in_turns, ratio, shown
from tests.bot.phrasebook import DAY, PARTS, Case, Part, cases, fits, last_of, main_claims, represents
from tests.bot.phrasebook.wide import Wide, wide_questions

_OURS = "ours"
_ROUNDS = 5

Thresholds = Mapping[str, Mapping[Language, float]]


class Tried(NamedTuple):
    """A question, whether ours is right, and what each peer would show; no attempts at what peers are not asked."""

    case: Case
    ours: bool
    attempts: Mapping[str, Attempt]


def run() -> None:
    """Print a table of each part, then the times."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
    ):
        line, others = Line(store), peers([claim for claim, _ in store.claims("approved")])
        parts = {part: [_tried(case, line, others) for case in cases(part)] for part in PARTS}
        thresholds = {name: _thresholds(name, parts["development"]) for name in others}
        for part, tries in parts.items():
            _tell(part, tries, thresholds)
        _tell_wide(line)
        _tell_times(line, others)


def _tried(case: Case, line: Line, others: Mapping[str, Peer]) -> Tried:
    answer = line.ask(case.ask, case.on, last=last_of(case, line)).answer
    asked = others if _searched(case) else {}
    count = _count(case, answer)
    return Tried(case, fits(case, answer), {name: _attempt(case, peer, count) for name, peer in asked.items()})


def _searched(case: Case) -> bool:
    return case.expect in ("found", "refused")


def _count(case: Case, answer: AnyAnswer) -> int:
    """How many claims a peer may show."""
    ours = len(main_claims(answer)) if isinstance(answer, Found) else 0
    return max(ours, len(case.right)) if len(case.right) > 1 else 1


def _attempt(case: Case, peer: Peer, count: int) -> Attempt:
    claims, score = peer[language_of(case)](text_of(case), count)
    return Attempt(case.answerable, represents(case.right, claims), score)


def _thresholds(name: str, tries: Sequence[Tried]) -> Mapping[Language, float]:
    alike: dict[Language, list[Attempt]] = {}
    for case, _, attempts in tries:
        if name in attempts:
            alike.setdefault(language_of(case), []).append(attempts[name])
    return {language: best_threshold(attempts) for language, attempts in alike.items()}


def _tell(part: Part, tries: Sequence[Tried], thresholds: Thresholds) -> None:
    results = [
        Result(
            case,
            {_OURS: ours} | {name: one.is_right(thresholds[name][language_of(case)]) for name, one in attempts.items()},
        )
        for case, ours, attempts in tries
    ]
    unrefused = [
        Result(case, {name: one.is_right(-math.inf) for name, one in attempts.items()})
        for case, _, attempts in tries
        if case.expect == "found"
    ]
    names = (_OURS, *thresholds)
    print(f"phrasebook, {part}: right, of all questions | of those that peers are asked too")  # noqa: T201
    print("\n".join((*table(results, names), row("no refusing", unrefused, names))))  # noqa: T201


def _tell_wide(line: Line) -> None:
    phrasings = shipped_phrasings()
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in wide_questions():
        if one.share == "aside":
            outcome = _outcome(one, line.ask(one.ask, DAY).answer)
            for kind in ("answerable" if one.right else "unanswerable", one.manner):
                kinds[kind][outcome] += 1
    answerable = [one for one in wide_questions() if one.share == "aside" and one.right]
    alone = sum(not one.right.isdisjoint(phrasings.likeness(one.ask).most(1)) for one in answerable)
    print(f"phrasebook, wide part aside, first by its phrasings alone: {alone} of {len(answerable)}")  # noqa: T201
    for kind, outcomes in sorted(kinds.items()):
        told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items()))
        print(f"phrasebook, wide part aside, {kind} ({sum(outcomes.values())}): {told}")  # noqa: T201


def _outcome(asked: Wide, answer: AnyAnswer) -> str:
    if not isinstance(answer, Found):
        return "refused"
    main = main_claims(answer)
    if main[0] in asked.right:
        return "right"
    return "wrong" if asked.right.isdisjoint(main) else "shown"


def _tell_times(line: Line, others: Mapping[str, Peer]) -> None:
    questions = [case for case in cases("development") if _searched(case)]
    lasts = [last_of(case, line) for case in questions]

    def ours() -> None:
        for case, last in zip(questions, lasts, strict=True):
            line.ask(case.ask, case.on, last=last)

    def searching(peer: Peer) -> Callable[[], None]:
        def act() -> None:
            for case in questions:
                peer[language_of(case)](text_of(case), 1)

        return act

    times = in_turns({_OURS: ours} | {name: searching(peer) for name, peer in others.items()}, _ROUNDS)
    ratios = ", ".join(f"{ratio(times[_OURS], times[name]):.2f}× {name}" for name in others)
    means = ", ".join(f"{name} {shown(median(taken) / len(questions))}" for name, taken in times.items())
    print(f"phrasebook, mean time a question: ours {ratios}; {means}")  # noqa: T201
