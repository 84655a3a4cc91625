"""Which of the weighed claims answer: the best one where the odds are for it, and those that are nearly as good.

The odds are those of a logistic model over signs of the best claim and its lead over others (see `weights`). No lead is
over less than a claim has that has nothing to do with the question, so that few claims make no lead.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.fitting import is_general, is_own
from bot.question import Question
from bot.ranking import levels_first, thing
from bot.statements.entry import Held
from bot.statements.signs import Signs, where
from bot.statements.wanted import Asking
from bot.statements.weighing import Weighed, floor, total
from bot.statements.weights import CHANCE
from knowledge.claim import Claim

ENOUGH: Final = 0.35
"""The least chance of being right with which a claim answers."""

ENOUGH_UNNAMED: Final = 0.5
"""The same for a question that names nothing: its words alone speak for the claim."""

ENOUGH_BESIDE_A_STRANGE_WORD: Final = 0.6
"""The same beside a word that nothing knows: it may be somebody's name, and is named as left out."""

ENOUGH_OF_ANOTHER_KIND: Final = 0.9
"""The same for a claim that does not say what kind of thing is asked for."""

ENOUGH_OF_ANOTHER_METRIC: Final = 0.7
"""The same for a figure of another metric than the one that words seem to name, and which the claim does not say."""

ENOUGH_OF_WHAT_IS_NOT_NAMED: Final = 0.8
"""The same where nothing but names is asked for, and the claim is of another metric, topic or time."""

ENOUGH_WITHOUT_AN_AMOUNT: Final = 0.75
"""The same for words without an amount where one is asked for."""

ENOUGH_FOR_A_FIGURE: Final = 0.9
"""The same for words without an amount where somebody's figure of a time is asked for and nothing else."""

ENOUGH_OF_ONE_WORD: Final = 0.9
"""The same for a word alone, where a claim is known by its own words and by nobody's way to ask for it."""

ENOUGH_OF_AN_AMOUNT: Final = 0.03
"""The same for a claim of the very amount that is asked about."""

ENOUGH_OF_ANY_VIEW: Final = 0.3
"""The same where anybody's view of a metric is asked for, so that several are as good and each is less likely."""

ASKED_SO: Final = 0.35
"""The share of all likeness to phrasings from which a claim is asked for in such words."""

SURE: Final = 0.9
"""The chance with which words that a claim does not have no longer stand in its way; they are named as left out."""

NEARLY_AS_GOOD: Final = 1.5
"""Points behind the best claim up to which another stands beside it."""

OF_THE_SAME_THING: Final = 4.0
"""The same for another figure of the same thing at the same time, which may conflict."""

MOST_SAID: Final = 8

_FEW_PAIRS: Final = 3
"""No more pairs of words than these are in a name and a time."""

_FARTHEST_BEHIND: Final = -6.0
"""How far behind another claim's phrasings those of the best claim can be; what is beyond says no more."""

_BENDS: Final[Mapping[str, Sequence[float]]] = {"phrased": (2, 4, 6, 8), "unanswered": (-4, -2, 0, 2, 4)}
"""From where on a sign may say more or less than before: the chance is linear in what is over each bend."""

_LEAST_SHARE: Final = 1e-3
"""The share of all likeness below which claims are as unlikely as any."""


def chance(weighed: Sequence[Weighed], question: Question, asking: Asking) -> float:
    """How likely the first of the claims, or one that is nearly as good, answers the question."""
    if not weighed:
        return 0.0
    odds = total(signs_of_a_best(weighed, question, asking), CHANCE[weighed[0].phrased])
    return 1 / (1 + math.exp(-odds))


def signs_of_a_best(weighed: Sequence[Weighed], question: Question, asking: Asking) -> Signs:
    """By what the first of the claims is told right or wrong."""
    best = weighed[0]
    least = floor(question, asking, phrased=best.phrased)
    found = dict(best.signs)
    for place in (3, 9):
        behind = weighed[place].points if len(weighed) > place else least
        found[f"lead over {place}"] = min(8.0, best.points - max(behind, least))
    whole = sum(word.weight for word in asking.content)
    missing = found.get("content missing", 0.0)
    found["always"] = 1.0
    found["part"] = 1 - missing / whole if whole else 1.0
    found["part said"] = found.get("content said", 0.0) / whole if whole else 1.0
    found["points"] = best.points - least
    found["nobody"] = float(not question.asked)
    in_full = found.get("own") and found.get("metric") and not (found.get("other period") or found.get("names missing"))
    found["in full"] = float(bool(in_full))
    found["in full, dated"] = float(bool(in_full and (found.get("same period") or found.get("within the period"))))
    found["phrased ahead"] = max(_FARTHEST_BEHIND, asking.phrased.ahead(best.claim.id))
    found["unanswered"] = asking.phrased.unanswered
    found["phrased best"] = float(found["phrased ahead"] > 0)
    shown = [claim.id for claim in nearly_as_good(weighed)]
    found["share of the shown, log"] = math.log(sum(map(asking.phrased.share, shown)) + _LEAST_SHARE)
    found["nearest"] = max(map(asking.phrased.nearest, shown))
    found["nearest unanswered"] = asking.phrased.nearest_unanswered()
    found["words strange"] = float(sum(word.strange for word in asking.content))
    found["words missing"] = len(asking.content) - found.get("words", 0.0)
    for name, bends in _BENDS.items():
        for bend in bends:
            found[f"{name} over {bend:g}"] = max(0.0, found.get(name, 0.0) - bend)
    return found


def _is_by_names_alone(best: Weighed, question: Question) -> bool:
    """Whether none of the words tells for a figure or for a claim on a metric: they may change which one is meant.

    A sentence may be asked for in such words by others.
    """
    told = best.signs.get("words") or best.signs.get("words formed")
    told = told or best.signs.get("phrased share", 0.0) >= ASKED_SO
    return not told and bool(best.claim.amount or question.metrics)


def _is_beside_the_names(best: Signs, asking: Asking) -> bool:
    """Whether a claim is of another metric or topic than is named, or hardly of the time that stands beside a name."""
    untimely = best.get("other period") and len(asking.pairs) <= _FEW_PAIRS
    return bool(best.get("other metric") or untimely or best.get("topic", 0.0) < 0)


def enough(weighed: Sequence[Weighed], question: Question, asking: Asking) -> float:
    """The least chance with which the first of the claims answers the question."""
    if question.amounts:
        return ENOUGH_OF_AN_AMOUNT
    if "view" in question.asks and question.metrics and not question.asked:
        return ENOUGH_OF_ANY_VIEW
    usual = ENOUGH if question.names_something else ENOUGH_UNNAMED
    if any(word.strange for word in asking.content):
        usual = ENOUGH_BESIDE_A_STRANGE_WORD
    return next(_enough_of_another_sort(weighed, question), usual) if weighed else usual


def _enough_of_another_sort(weighed: Sequence[Weighed], question: Question) -> Iterator[float]:
    """The same where the first of the claims is not of the sort that is asked for; the strictest first."""
    best = weighed[0]
    if not (best.phrased or question.names_something) and len(question.unnamed) == 1 and not question.asks:
        yield ENOUGH_OF_ONE_WORD
    if "kind missing" in best.signs:
        yield ENOUGH_OF_ANOTHER_KIND
    if "instead" in best.signs:
        yield ENOUGH_OF_ANOTHER_METRIC
    if best.claim.amount is None and asks_for_a_figure_alone(question):
        yield ENOUGH_FOR_A_FIGURE
    if "amount" in question.asks and not any(claim.amount for claim in nearly_as_good(weighed)):
        yield ENOUGH_UNNAMED if question.after else ENOUGH_WITHOUT_AN_AMOUNT


def asks_for_a_figure_alone(question: Question) -> bool:
    """Whether nothing is asked but somebody's metric of a time."""
    figure = question.metrics and question.asked and question.periods and not (question.unnamed or question.topics)
    return bool(figure) and not question.after and question.asks.isdisjoint({"reason", "view", "change", "relation"})


def left_out(asking: Asking, held: Held) -> tuple[str, ...]:
    """The words, as typed, that a claim known by this does not account for."""
    return tuple(word.word for word in asking.content if where(word, held) == "missing")


def nearly_as_good(weighed: Sequence[Weighed]) -> list[Claim]:
    """The best claim, and those that may stand beside it: another figure of the same thing even from farther behind."""
    return [one.claim for one in weighed[:MOST_SAID] if one.points >= weighed[0].points - _behind(weighed[0], one)]


def _behind(best: Weighed, other: Weighed) -> float:
    """How far behind the best claim another may be to stand beside it."""
    figures = best.claim.amount and other.claim.amount and best.claim.measure == other.claim.measure
    return OF_THE_SAME_THING if figures and thing(best.claim) == thing(other.claim) else NEARLY_AS_GOOD


def chosen(weighed: Sequence[Weighed], question: Question, asking: Asking) -> list[Claim]:
    """The claims that answer, best first; none where the best is not likely enough.

    Of several whom the question asks about, the best of each is among them.
    """
    likely = chance(weighed, question, asking)
    if likely < enough(weighed, question, asking):
        return []
    beside_names = asking.content and not question.amounts and likely < SURE
    if beside_names and _is_by_names_alone(weighed[0], question):
        return []
    names_alone = not (asking.content or asking.light or asking.phrases)
    bound = question.asked and question.metrics and not is_general(question)
    if names_alone and bound and "own" not in weighed[0].signs:
        return []  # somebody else's figure, which nothing but a name points to
    if names_alone and likely < ENOUGH_OF_WHAT_IS_NOT_NAMED and _is_beside_the_names(weighed[0].signs, asking):
        return []
    if names_alone and "relation" in question.asks and "all names" not in weighed[0].signs:
        return []  # what is said of a group to which one of them belongs does not relate the two
    others = (one.claim for one in weighed)
    shown = {claim.id: claim for claim in levels_first(nearly_as_good(weighed), question, others)}
    for subject in question.asked:
        best = next((one.claim for one in weighed if is_own(one.claim, subject)), None)
        shown |= {best.id: best} if best else {}
    return list(shown.values())
