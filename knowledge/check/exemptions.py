"""Exemptions: what a rule cannot prove of one claim, reviewed by a person, with the reason.

Invariant: an exemption excuses something. One whose claim keeps the rule is a fault itself, so that the list never
outlives its reasons; each one is printed with the notes of a check.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.check.phrases import why
from knowledge.check.proof import Finding, Rule


class Exemption(NamedTuple):
    """A claim that need not keep a rule, and why."""

    claim: str
    rule: Rule
    reason: str


_BARE_COUNT = "the amount is a bare small number; the reader takes one for a count only beside a bound"
_YEARS = "the amount counts years, which the reader takes for a time"

EXEMPTIONS: tuple[Exemption, ...] = (
    Exemption("ai-phenomenal-products-past-two-years", "amount", _BARE_COUNT),
    Exemption("ai-breakout-products-count", "amount", _BARE_COUNT),
    Exemption("alphabet-years-to-reach-revenue-mark", "amount", _YEARS),
)
"""Those of the shipped corpus. Both statements still have to say each of these amounts."""


def excused(claim: str, findings: Iterable[Finding], exemptions: Sequence[Exemption]) -> list[Finding]:
    """What remains of the findings about a claim; an exemption without a finding becomes one."""
    found = list(findings)
    own = [exemption for exemption in exemptions if exemption.claim == claim]
    rules = {exemption.rule for exemption in own}
    broken = {finding.rule for finding in found}
    idle = [
        Finding("identity", ("id",), why("exempted", exemption.rule))
        for exemption in own
        if exemption.rule not in broken
    ]
    return [finding for finding in found if finding.rule not in rules] + idle
