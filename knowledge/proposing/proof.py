"""The one gate for proposals, whoever made them: what it lets through may be kept as proposed, and nothing else.

A proposed claim keeps every rule that a shipped claim keeps, on the very text that its article was read from: the quote
verbatim, the amount read in its words, names and period printed or named as inferred. Besides, what is measured stands
in quote or context, and the same place makes no second claim. Only its statement may wait for its second language.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from knowledge.article import Article
from knowledge.check.case import Case, Known
from knowledge.check.names import prints_name
from knowledge.check.rules import findings
from knowledge.claim import Claim
from knowledge.proposing import cues
from knowledge.proposing.phrases import why
from knowledge.reason import Reason, called

_VERBS: Final = {
    "capex": (cues.SPEND,),
    "ai-investment": (cues.SPEND, cues.FOR_AI),
    "training-cost": (cues.TRAIN,),
    "net-profit": (cues.EARN,),
    "ai-revenue": (cues.EARN,),
    "loss": (cues.LOSE,),
    "market-value": (cues.VALUE, cues.SHARES),
    "share-price": (cues.SHARES, cues.MOVED),
    "market-share": (cues.MARKET,),
    "earnings-per-share": (cues.PER_SHARE,),
}
"""Verbs and short words that say a metric without its name."""


def refusals(claim: Claim, article: Article, text: str, known: Known, held: Iterable[Claim]) -> tuple[Reason, ...]:
    """Why the claim may not be kept, each reason a sentence; empty for one that may."""
    return tuple(_refusals(claim, article, text, known, held))


def _refusals(claim: Claim, article: Article, text: str, known: Known, held: Iterable[Claim]) -> Iterator[Reason]:
    if claim.state != "proposed" or claim.quote is None:
        yield why("only_proposed")
        return
    if claim.article != article.id or hashlib.sha256(text.encode()).hexdigest() != article.sha256:
        yield why("another_text")
        return
    if article.language not in ("en", "de"):
        yield why("language_unread", article.language)
        return
    case = Case(claim, article, text, known)
    yield from (finding.what for finding in findings(case))
    if not _names_metric(case):
        yield why("metric_unsaid", _called(case))
    if any(is_same(claim, other) for other in held):
        yield why("held_already")


def _names_metric(case: Case) -> bool:
    metric = case.known.metrics.get(case.claim.metric or "")
    if metric is None:
        return case.claim.measure == "statement"
    if any(prints_name(case.printed, name) or _ends_a_word(case.printed, name) for name in metric.names()):
        return True
    return any(pattern.search(case.printed) for pattern in _VERBS.get(metric.id, ()))


def _called(case: Case) -> Reason:
    key = str(case.claim.metric)
    metric = case.known.metrics.get(key)
    return called(key, metric.name.in_language("de") if metric else key)


def _ends_a_word(text: str, name: str) -> bool:
    """Whether a German joined word ends with the name: "Jahresumsatz"."""
    return len(name) > _SHORTEST and " " not in name and name.casefold() in text.casefold()


_SHORTEST: Final = 5


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims of one article tell the same figure at the same place; a statement, the same words."""
    if one.article != other.article or other.quote is None or one.quote is None or one.measure != other.measure:
        return False
    if one.amount is None or other.amount is None:
        return one.amount is other.amount and one.quote == other.quote and one.subject == other.subject
    first, second = one.quote.start + one.amount.start, other.quote.start + other.amount.start
    return first < second + len(other.amount.text) and second < first + len(one.amount.text)
