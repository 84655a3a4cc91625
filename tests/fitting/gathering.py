"""The questions to fit to, each with the signs of the claims that may answer it, as the line itself weighs them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from bot.follow_up import follow_up
from bot.line import Line
from bot.read import read
from bot.statements.choosing import nearly_as_good, signs_of_a_best
from bot.statements.signs import Signs
from bot.statements.weighing import Weighed
from tests.bot.phrasebook import DAY, DEVELOPED, cases
from tests.bot.phrasebook.wide import wide_questions


class Asked(NamedTuple):
    """A question and the claims that are right, none for what has no answer; `after` is the one that it follows."""

    ask: str
    right: frozenset[str]
    on: date = DAY
    after: str | None = None


class Gathered(NamedTuple):
    """A question's claims, best first by the present weights.

    Attributes:
        signs: of each claim.
        right: which are right.
        of_the_best: by what the best is told right or wrong.
        shown: whether one of those that may stand beside it is right.
        answerable: whether any claim is.
    """

    signs: Sequence[Signs]
    right: Sequence[bool]
    of_the_best: Signs
    shown: bool
    answerable: bool


UNPHRASED: Final = "unphrased: "
"""Before the signs of a claim without phrasings, which have weights of their own."""


def fitted_questions() -> list[Asked]:
    """The parts of the phrasebook that are developed on, and the fitted share of its wide part."""
    every = (case for part in DEVELOPED for case in cases(part))
    developed = (case for case in every if case.expect in {"found", "refused"})
    own = [Asked(case.ask, frozenset().union(*case.right), case.on, case.after) for case in developed]
    return own + [Asked(one.ask, one.right) for one in wide_questions() if one.share == "fitted"]


def gathered(questions: Iterable[Asked], line: Line) -> Iterator[Gathered]:
    """What the line weighs of each question; nothing of one with a word that nothing knows."""
    for one in questions:
        question = read(one.ask, line.names(), one.on)
        if one.after:
            question = follow_up(question, line.ask(one.after, one.on).question)
        weighing = line.weighing(question)
        if weighing.asking is not None and weighing.claims:
            right = [found.claim.id in one.right for found in weighing.claims]
            best = _told_apart(signs_of_a_best(weighing.claims, question, weighing.asking), weighing.claims[0])
            shown = any(claim.id in one.right for claim in nearly_as_good(weighing.claims))
            yield Gathered(_signs(weighing.claims), right, best, shown, bool(one.right))


def _signs(claims: Iterable[Weighed]) -> list[Signs]:
    return [_told_apart(one.signs, one) for one in claims]


def _told_apart(of_claim: Signs, one: Weighed) -> Signs:
    return of_claim if one.phrased else {f"{UNPHRASED}{name}": value for name, value in of_claim.items()}
