"""Checking a sentence: what the base says of each figure in it. Pure.

A sentence is read as an article is, by the same proposer, and each figure that it asserts is held against the claims
of the same subject and metric. It is supported where a claim says the same of the same time, contradicted where the
claims of that time exclude it, partly right where only one part differs, which is named; all else is not in the base,
since silence proves nothing. What a sentence denies is contradicted where it would be supported. A currency that is
not said is any currency, and the verdict says so.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from bot.names import Names
from bot.typed import UNSAID, completed, written_out
from knowledge.amount import Amount
from knowledge.article import Article, Published
from knowledge.claim import FORWARD, Claim
from knowledge.period import Period
from knowledge.proposing.port import Proposal, Proposer
from knowledge.value import Language

Verdict = Literal["supported", "contradicted", "partly", "unknown"]
Part = Literal["amount", "period", "status", "metric", "whole", "denial", "currency"]

SPENDING: Final = frozenset({"capex", "ai-investment"})
"""What a verb of spending may mean in a sentence that does not say which."""

_ABOUT: Final = Decimal("0.05")
"""How far a number may be from the one that "about" or "almost" stands before: 6.7 is almost 7."""
_LEAST_DIGITS: Final = 2
_PART_OF_YEAR = re.compile(r"(?:FY\d{4} )?([QH][1-4])\b")
_DENIES = re.compile(
    r"\b(?:not(?! (?:only|just|least))|never|nowhere|didn['’]?t|don['’]?t|doesn['’]?t|isn['’]?t|wasn['’]?t|won['’]?t|"
    r"weren['’]?t|"
    r"hasn['’]?t|haven['’]?t|nicht(?! nur)|nie|niemals|keine\w*|kein|keineswegs)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:did|do|does|is|was|were|has|have|hat|haben|hatte|ist|war|wird)(?:n['’]?t)?\b", re.IGNORECASE)
"""How a question begins: "didn't Meta spend …" denies nothing."""
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


def figures_of(sentence: str, language: Language, on: date, names: Names, proposer: Proposer) -> tuple[Proposal, ...]:
    """The figures that a sentence asserts, with times as seen from `on`; `names` put its slips right."""
    text = written_out(sentence, language, names)
    plain = _read(text, language, on, proposer)
    whole_text = completed(text, language, names, (_span(one) for one in plain))
    if not whole_text.places:
        return plain
    return tuple(
        _without_currency(one) if whole_text.is_added_to(*_span(one)) else one
        for one in _read(whole_text.text, language, on, proposer)
    )


def _read(text: str, language: Language, on: date, proposer: Proposer) -> tuple[Proposal, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(id="sentence", title="sentence", published=Published(date=on), language=language, sha256=digest)
    return tuple(one for one in proposer.propose(article, text) if one.amount)


def _span(figure: Proposal) -> tuple[int, int]:
    """Where the amount stands in the sentence."""
    if figure.amount is None:
        return 0, 0
    start = figure.quote.start + figure.amount.start
    return start, start + len(figure.amount.text)


def _without_currency(figure: Proposal) -> Proposal:
    """The figure as it was typed, in a currency that is not said."""
    if figure.amount is None:
        return figure
    typed = figure.amount.text.rsplit(maxsplit=1)[0]
    return figure.model_copy(update={"amount": figure.amount.model_copy(update={"unit": UNSAID, "text": typed})})


def metrics_meant(figure: Proposal) -> frozenset[str]:
    """The metrics that a figure may be of: its own, or both kinds of spending where it says only that."""
    own = frozenset({figure.metric} if figure.metric else ())
    return own | SPENDING if any(doubt.kind == "metric_guessed" for doubt in figure.doubts) or own & SPENDING else own


def judge(figure: Proposal, claims: Iterable[Claim]) -> Judged:
    """The verdict on one figure, by the claims of its subject."""
    judged = _denied(figure, _judge(figure, claims))
    unsaid = figure.amount is not None and figure.amount.unit == UNSAID and judged.verdict != "unknown"
    return judged._replace(wrong=(*judged.wrong, "currency")) if unsaid else judged


def _denied(figure: Proposal, judged: Judged) -> Judged:
    """The verdict turned round where the sentence denies the figure; what is denied in part is left open."""
    text, (start, end) = figure.quote.text, _span(figure)
    around = text[: start - figure.quote.start] + " " + text[end - figure.quote.start :]
    if _ASKS.match(text) or not _DENIES.search(around):
        return judged
    return (
        Judged(figure, "contradicted", judged.claims, ("denial",))
        if judged.verdict == "supported"
        else Judged(figure, "unknown")
    )


def _judge(figure: Proposal, claims: Iterable[Claim]) -> Judged:
    if figure.amount is None or figure.subject is None:
        return Judged(figure, "unknown")
    own = [one for one in claims if one.subject == figure.subject and one.amount]
    alike = [one for one in own if _measures_same(figure, one)]
    timely = [one for one in alike if _same_time(figure, one)]
    saying = [one for one in timely if _says(figure, one)]
    if saying and figure.measure == "share" and figure.of is None:
        return Judged(figure, "partly", tuple(saying), ("whole",))
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


def _measures_same(figure: Proposal, claim: Claim) -> bool:
    """Whether both are of one metric, and of one whole where both name it."""
    same = claim.metric in metrics_meant(figure) and claim.measure == figure.measure
    return same and (figure.of is None or claim.of is None or figure.of == claim.of)


def _amounts(figure: Proposal, claim: Claim) -> tuple[Amount, Amount] | None:
    """Both amounts where they have one unit; a currency that is not said is the claim's."""
    said, known = figure.amount, claim.amount
    if said is None or known is None:
        return None
    if said.unit == UNSAID and re.fullmatch(r"[A-Z]{3}", known.unit):
        said = said.model_copy(update={"unit": known.unit})
    return (said, known) if said.unit == known.unit else None


def _same_time(figure: Proposal, claim: Claim) -> bool:
    """Whether both speak of one time; a figure without a time speaks of any, a quarter without its year of each."""
    asked, known = figure.period, claim.period
    if asked is None:
        return True
    if known is None:
        return False
    if asked.ends == known.ends or asked.label == known.label:
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
    both = _amounts(figure, claim)
    if both is None or _turns(figure, claim):
        return False
    said, known = both
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
    both = _amounts(figure, claim)
    if both is None:
        return False
    said, known = both
    return _turns(figure, claim) or (said.is_disjoint_from(known) and not _says(figure, claim))


def _meets(figure: Proposal, claim: Claim) -> bool:
    """Whether both amounts share a number without being the same: 37 of a range from 35 to 40."""
    both = _amounts(figure, claim)
    return both is not None and not both[0].is_disjoint_from(both[1])


def _turns(figure: Proposal, claim: Claim) -> bool:
    return figure.measure == "change" and {figure.direction, claim.direction} == {"up", "down"}
