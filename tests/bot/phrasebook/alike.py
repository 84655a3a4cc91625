"""Questions that are nearly one question asked twice, whatever the order and the case of their words."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

ALIKE: Final = 90
"""A ratio of sorted words from which two questions count as one asked twice."""


def nearly_asked(questions: Sequence[str], others: Sequence[str]) -> list[str]:
    """The questions that are nearly one of the others; the words of each are sorted once, not for each pair."""
    if not (questions and others):
        return []
    ratios = process.cdist(
        list(map(in_order, questions)),
        list(map(in_order, others)),
        scorer=fuzz.ratio,
        score_cutoff=ALIKE,
        dtype=np.uint8,  # what is under the bound is nought before it is cut to a whole number
        workers=2,
    )
    return [question for question, nearest in zip(questions, ratios.max(axis=1), strict=True) if nearest]


def in_order(question: str) -> str:
    """The words of a question, sorted."""
    return " ".join(sorted(question.casefold().split()))
