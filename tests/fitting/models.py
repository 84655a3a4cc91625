"""The two models: a conditional logit that ranks claims, and a logistic regression of the best one being right.

Both are linear in the signs, scaled by the largest or usual size of each, with a small penalty on large weights
(ridge), and found with L-BFGS (R. Byrd et al. 1995). The conditional logit is D. McFadden's (1974): the share of the
exponentials of points that falls on the right claims is to be as large as it can be over all questions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize

from bot.statements.signs import Signs
from tests.fitting.gathering import Gathered

_RIDGE = 0.5
_RIDGE_OF_CHANCE = 1.7
_WRONG_TO_ANSWER = 3.0
"""How much more a wrong answer to a question without any counts than one to a question that has one."""
_LEAST = 0.005
"""A weight that is told."""

Floats = Any


def fitted_points(questions: Sequence[Gathered]) -> Mapping[str, float]:
    """What each sign weighs where claims are set against each other."""
    known = [one for one in questions if any(one.right)]
    names = _names(signs for one in known for signs in one.signs)
    tables = [(_table(one.signs, names), np.flatnonzero(one.right)) for one in known]
    scale = np.maximum(np.max([np.abs(table).max(0) for table, _ in tables], 0), 1e-6)

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = _RIDGE * weights @ weights, 2 * _RIDGE * weights
        for table, right in tables:
            scaled = table / scale
            points = scaled @ weights
            shares = np.exp(points - points.max())
            shares /= shares.sum()
            of_right = shares[right]
            value -= np.log(of_right.sum())
            slope -= of_right @ scaled[right] / of_right.sum() - shares @ scaled
        return value, slope

    return _told(names, _least(loss, len(names)) / scale)


def fitted_chance(questions: Sequence[Gathered]) -> Mapping[str, float]:
    """What each sign of the best claim says of its being right."""
    names = _names(one.of_the_best for one in questions)
    table = _table([one.of_the_best for one in questions], names)
    scale = np.where(table.std(0) > 0, table.std(0), 1.0)
    right = np.array([one.shown for one in questions])
    count = np.array([1.0 if one.answerable else _WRONG_TO_ANSWER for one in questions])
    free = np.array([not name.endswith("always") for name in names])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = np.where(right, 1, -1) * (table / scale @ weights)
        missed = count / (1 + np.exp(odds))
        value = (count * np.logaddexp(0, -odds)).sum() + _RIDGE_OF_CHANCE * (weights[free] ** 2).sum()
        slope = -((np.where(right, 1, -1) * missed) @ (table / scale)) + 2 * _RIDGE_OF_CHANCE * weights * free
        return value, slope

    return _told(names, _least(loss, len(names)) / scale)


def _names(all_signs: Iterable[Signs]) -> list[str]:
    return sorted({name for signs in all_signs for name in signs})


def _table(rows: Sequence[Signs], names: Sequence[str]) -> Floats:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def _least(loss: Callable[[Floats], tuple[float, Floats]], count: int) -> Floats:
    return minimize(loss, np.zeros(count), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def _told(names: Sequence[str], weights: Floats) -> Mapping[str, float]:
    return {name: round(float(one), 2) for name, one in zip(names, weights, strict=True) if abs(one) >= _LEAST}
