"""Checking a sentence: what the base says of each figure in it. Pure.

A sentence is read as an article is, by the same proposer, and each figure that it asserts is held against the claims
of the same subject and metric. It is supported where a claim says the same of the same time, contradicted where the
claims of that time exclude it, partly right where only one part differs, which is named; all else is not in the base,
since silence proves nothing.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from knowledge.amount import Amount
from knowledge.article import Article, Published
from knowledge.claim import FORWARD, Claim
from knowledge.period import Period
from knowledge.proposing.port import Proposal, Proposer
from knowledge.value import Language

Verdict = Literal["supported", "contradicted", "partly", "unknown"]
Part = Literal["amount", "period", "status", "metric"]

SPENDING: Final = frozenset({"capex", "ai-investment"})
"""What a verb of spending may mean in a sentence that does not say which."""

_ABOUT: Final = Decimal("0.03")
_LEAST_DIGITS: Final = 2
_PART_OF_YEAR = re.compile(r"(?:FY\d{4} )?([QH][1-4])\b")
_YEAR_SAID = re.compile(
    r"\d{4}|\b(?:this|last|next|dies\w*|letzt\w*|vergangen\w*|nächst\w*|vorjahr\w*|previous)\b", re.IGNORECASE
)


class Judged(NamedTuple):
    """A figure of the sentence, the verdict on it, and the claims that it rests on, best first.

    `wrong` are the parts that differ, `others` claims that say otherwise beside those that support it.
    """

    proposal: Proposal
    verdict: Verdict
    claims: tuple[Claim, ...] = ()
    wrong: tuple[Part, ...] = ()
    others: tuple[Claim, ...] = ()


def figures_of(sentence: str, language: Language, on: date, proposer: Proposer) -> tuple[Proposal, ...]:
    """The figures that a sentence asserts, with times as seen from `on`."""
    digest = hashlib.sha256(sentence.encode()).hexdigest()
    article = Article(id="sentence", title="sentence", published=Published(date=on), language=language, sha256=digest)
    return tuple(one for one in proposer.propose(article, sentence) if one.amount)


def metrics_meant(figure: Proposal) -> frozenset[str]:
    """The metrics that a figure may be of: its own, or both kinds of spending where it says only that."""
    own = frozenset({figure.metric} if figure.metric else ())
    return own | SPENDING if any(doubt.kind == "metric_guessed" for doubt in figure.doubts) or own & SPENDING else own


def judge(figure: Proposal, claims: Iterable[Claim]) -> Judged:
    """The verdict on one figure, by the claims of its subject."""
    if figure.amount is None or figure.subject is None:
        return Judged(figure, "unknown")
    own = [one for one in claims if one.subject == figure.subject and one.amount]
    alike = [one for one in own if one.metric in metrics_meant(figure) and one.measure == figure.measure]
    timely = [one for one in alike if _same_time(figure, one)]
    saying = [one for one in timely if _says(figure, one)]
    if saying:
        return _by_status(figure, saying, timely)
    denying = [one for one in timely if _excludes(figure, one) and _same_face(figure, one)]
    if denying and figure.period:
        return Judged(figure, "contradicted", tuple(denying), ("amount",))
    return _partly(figure, timely, alike, own)


def whole(judged: Sequence[Judged]) -> Verdict:
    """The verdict on a sentence of several figures: a wrong one makes it wrong, an unknown one partly right."""
    verdicts = {one.verdict for one in judged}
    if "contradicted" in verdicts:
        return "contradicted"
    if verdicts <= {"supported"} and verdicts:
        return "supported"
    return "unknown" if verdicts <= {"unknown"} else "partly"


def _by_status(figure: Proposal, saying: Sequence[Claim], timely: Sequence[Claim]) -> Judged:
    """Supported, unless what the base has as a forecast is told as a fact, or a fact as a forecast."""
    facing = [one for one in saying if _same_face(figure, one)]
    others = tuple(one for one in timely if _excludes(figure, one) and _same_face(figure, one))
    if facing:
        return Judged(figure, "supported", tuple(facing), (), others)
    return Judged(figure, "partly", tuple(saying), ("status",), others)


def _partly(figure: Proposal, timely: Sequence[Claim], alike: Sequence[Claim], own: Sequence[Claim]) -> Judged:
    """What is right but for one part: the time, the bound of the amount, or what is measured."""
    elsewhere = [one for one in alike if _says(figure, one)]
    near = [one for one in timely if _same_face(figure, one) and _meets(figure, one)]
    otherwise = [one for one in own if one not in alike and _says(figure, one) and _same_time(figure, one)]
    found: tuple[tuple[list[Claim], Part], ...] = ((elsewhere, "period"), (near, "amount"), (otherwise, "metric"))
    for claims, part in found:
        if claims:
            return Judged(figure, "partly", tuple(claims), (part,))
    return Judged(figure, "unknown")


def _same_time(figure: Proposal, claim: Claim) -> bool:
    """Whether both speak of one time; a figure without a time speaks of any, a quarter without its year of each."""
    asked, known = figure.period, claim.period
    if asked is None:
        return True
    if known is None:
        return False
    if (asked.start, asked.end) == (known.start, known.end) or asked.label == known.label:
        return True
    return not _says_year(asked) and _part(asked) is not None and _part(asked) == _part(known)


def _says_year(period: Period) -> bool:
    return _YEAR_SAID.search(period.words or period.label) is not None


def _part(period: Period) -> str | None:
    match = _PART_OF_YEAR.match(period.label)
    return match[1] if match else None


def _same_face(figure: Proposal, claim: Claim) -> bool:
    """Whether both look back or both look ahead."""
    return (figure.status in FORWARD) == (claim.status in FORWARD)


def _says(figure: Proposal, claim: Claim) -> bool:
    """Whether the claim's amount is what the sentence says, as exactly as the sentence says it."""
    said, known = figure.amount, claim.amount
    if said is None or known is None or said.unit != known.unit or _turns(figure, claim):
        return False
    if (said.low, said.high) == (known.low, known.high):
        return True
    if said.low is None or known.low is None or said.high is None or known.high is None:
        return _bounded_by(said, known)
    if said.bound == "range" or known.bound == "range":
        return False
    return _rounds(said, known.low)


def _bounded_by(said: Amount, known: Amount) -> bool:
    """Whether "more than 30" or "up to 30" holds of what is known."""
    if said.high is None and said.low is not None:
        return known.low is not None and known.low >= said.low
    if said.low is None and said.high is not None:
        return known.high is not None and known.high <= said.high
    return (known.low or known.high) in (said.low, said.high)


def _rounds(said: Amount, known: Decimal) -> bool:
    """Whether the known number, written with as many digits as the sentence has, is the sentence's."""
    number = said.low or Decimal(0)
    if said.bound in ("about", "almost"):
        return abs(known - number) <= number * _ABOUT
    digits = len(number.normalize().as_tuple().digits)
    if digits < _LEAST_DIGITS or not known:
        return False
    step = Decimal(10) ** (known.adjusted() - digits + 1)
    return (known / step).quantize(Decimal(1)) * step == number


def _excludes(figure: Proposal, claim: Claim) -> bool:
    """Whether no number satisfies both, or they go opposite ways."""
    said, known = figure.amount, claim.amount
    if said is None or known is None or said.unit != known.unit:
        return False
    return _turns(figure, claim) or (said.is_disjoint_from(known) and not _says(figure, claim))


def _meets(figure: Proposal, claim: Claim) -> bool:
    """Whether both amounts share a number without being the same: 37 of a range from 35 to 40."""
    said, known = figure.amount, claim.amount
    return said is not None and known is not None and said.unit == known.unit and not said.is_disjoint_from(known)


def _turns(figure: Proposal, claim: Claim) -> bool:
    return figure.measure == "change" and {figure.direction, claim.direction} == {"up", "down"}
