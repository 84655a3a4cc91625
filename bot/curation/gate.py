"""The gate for what a curator stores: the proof of the corpus, on the claim as it would stand.

Nobody is asked to be trusted: what a person edited passes the same rules as what a program proposed. Only a statement
may wait for its second language. Where the base keeps no text of an article, its words cannot be proved anew, so that
they stay as they are.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from bot.wording.phrases_of_refusals import why
from knowledge.article import Article
from knowledge.check.case import Case, Known
from knowledge.check.exemptions import EXEMPTIONS
from knowledge.check.rules import findings
from knowledge.claim import Claim
from knowledge.proposing.phrases import why as unkept
from knowledge.proposing.proof import is_same
from knowledge.reason import Reason
from knowledge.value import Passage

_TOLD: Final = ("subject", "metric", "of", "direction", "period", "speaker", "about")


def objections(  # noqa: PLR0913, PLR0917 - what the proof looks at
    claim: Claim, before: Claim, article: Article, text: str | None, known: Known, held: Iterable[Claim]
) -> tuple[Reason, ...]:
    """Why `claim` may not take the place of `before`, each reason in a sentence; `held` are its article's claims."""
    return tuple(dict.fromkeys(_objections(claim, before, article, text, known, held)))


def _objections(  # noqa: PLR0913, PLR0917 - as above
    claim: Claim, before: Claim, article: Article, text: str | None, known: Known, held: Iterable[Claim]
) -> Iterator[Reason]:
    if (claim.id, claim.article) != (before.id, before.article):
        yield why("keeps_its_id")
        return
    if claim.quote is None:
        yield why("quote_withdrawn")
        return
    if text is None and _words(claim) != _words(before):
        yield why("text_not_kept")
    if text is not None and hashlib.sha256(text.encode()).hexdigest() != article.sha256:
        yield unkept("another_text")
    if article.language not in ("en", "de"):
        yield unkept("language_unread", article.language)
        return
    waiting = claim.model_copy(update={"state": "proposed", "retired": None})
    excused = {one.rule for one in EXEMPTIONS if one.claim == claim.id}
    yield from (one.what for one in findings(Case(waiting, article, text, known)) if one.rule not in excused)
    if any(_is_told_by(claim, other) for other in held if other.id != claim.id and other.state != "retired"):
        yield unkept("held_already")


def _is_told_by(claim: Claim, other: Claim) -> bool:
    """Whether another claim says the same of the same words; of one sentence several things may be claimed."""
    fields = _TOLD if claim.amount else (*_TOLD, "statement")
    return is_same(claim, other) and all(getattr(claim, field) == getattr(other, field) for field in fields)


def _words(claim: Claim) -> tuple[Passage | None, tuple[Passage, ...]]:
    return claim.quote, claim.context
