"""The figure of a claim with all that makes it: unit, bound, sign, whole, flow and what it is measured against."""

from datetime import date

from bot.wording.numbers import amount_text
from bot.wording.phrases import phrase
from bot.wording.times import baseline_text
from bot.wording.titles import Titles
from knowledge.claim import Claim

_IN_WORDS = ("ratio", "count", "statement")
"""Measures whose bare number says nothing: their statement is shown instead."""


def is_told_in_words(claim: Claim) -> bool:
    """Whether a claim is told by its statement."""
    return claim.amount is None or claim.measure in _IN_WORDS


def figure_text(claim: Claim, titles: Titles) -> str:
    """The figure of a claim, or its statement where there is no figure or a bare one would not be understood."""
    language = titles.language
    if claim.amount is None or claim.measure in _IN_WORDS:
        return claim.statement.in_language(language)
    text = amount_text(claim.amount, language, sign=claim.direction if claim.measure == "change" else "none")
    if claim.of:
        text += " " + phrase("of", language, titles.term(claim.of))
    period = claim.period
    if period and period.flow not in ("total", "point"):
        text += " " + phrase(period.flow, language)
    if claim.measure == "change" and period and period.baseline:
        text += " " + phrase(
            "against", language, baseline_text(period.baseline, language, period.end or period.start or date.min)
        )
    return text
