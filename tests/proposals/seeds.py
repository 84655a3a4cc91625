"""The shipped articles as samples: what a proposer finds of the figures that curators made claims of.

Their full texts belong to their publishers and are not shipped; they are looked for in `CAPEX_ARTICLE_TEXTS`.
"""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from bot.places import shipped_corpus
from knowledge.check.loading import read_corpus
from knowledge.claim import Claim
from tests.proposals.annotated import Annotated, Sample

TEXTS = "CAPEX_ARTICLE_TEXTS"


def seeds() -> Sequence[Sample]:
    """The articles whose texts are there, each figure as its curated claim has it."""
    folder = os.environ.get(TEXTS)
    contents = [path.read_bytes() for path in sorted(Path(folder).glob("*.txt"))] if folder else []
    by_hash = {hashlib.sha256(content).hexdigest(): content.decode() for content in contents}
    files = [file.value for file in read_corpus(shipped_corpus()).files]
    return [
        Sample(
            file.article, by_hash[file.article.sha256], tuple(map(_figure, (one for one in file.claims if one.amount)))
        )
        for file in files
        if file.article.sha256 in by_hash
    ]


def _figure(claim: Claim) -> Annotated:
    if claim.amount is None:
        raise ValueError(claim.id)
    period = claim.period.label if claim.period else None
    return Annotated(
        claim.amount.text, claim.amount, claim.subject, claim.metric or "", claim.measure, period, claim.status
    )
