"""How an amount fills its period is said where it matters: a yearly sum as yearly, a sum of years over years.

A sum of one year and a yearly sum of the same number differ by the length of the period, so `per_*` has its word in
both statements; and only a period that is longer than a calendar year can be cumulative.
"""

import re
from collections.abc import Iterator

from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.check.proof import Finding

_EACH = "a|per|each|every"
_WORDS = {
    "per_year": rf"(?:{_EACH}) year|annual|annually|yearly|jährlich\w*|(?:pro|jedes) Jahr|Jahres\w+",
    "per_quarter": rf"(?:{_EACH}) quarter|quarterly|vierteljährlich\w*|(?:pro|jedes) Quartal|Quartals\w+",
    "per_month": rf"(?:{_EACH}) month|monthly|monatlich\w*|(?:pro|jeden) Monat|Monats\w+",
}
_SAID = {flow: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for flow, words in _WORDS.items()}
_LONG = ("since", "span", "relative")


def flow_is_said(case: Case) -> Iterator[Finding]:
    """A rate has its word in both statements; `cumulative` has a long period."""
    period = case.claim.period
    if period is None:
        return
    if period.flow == "cumulative" and period.kind not in _LONG:
        yield Finding("period", ("period", "flow"), why("not_cumulative", why(f"kind_{period.kind}")))
    if period.flow not in _SAID:
        return
    for language, text in case.statements.items():
        if not _SAID[period.flow].search(text):
            yield Finding("period", ("statement", language), why("flow_unsaid", why(f"flow_{period.flow}")))
