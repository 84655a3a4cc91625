"""Phrases of business news in both languages: their figures are read, each field as annotated, and no more."""

from collections.abc import Sequence

import pytest

from bot.names.others import is_other_name
from knowledge.proposing.proposer import SentenceProposer
from knowledge.store import Store
from tests.proposals.annotated import Sample, phrases
from tests.proposals.scoring import FIELDS, is_right, pairs

PHRASES: Sequence[Sample] = phrases()


@pytest.fixture(scope="module")
def proposer(shipped_store: Store) -> SentenceProposer:
    return SentenceProposer(shipped_store.vocabulary(), is_other_name)


@pytest.mark.parametrize("phrase", PHRASES, ids=[one.text for one in PHRASES])
def test_a_phrase_is_read(proposer: SentenceProposer, phrase: Sample) -> None:
    for pair in pairs(proposer, [phrase]):
        assert pair.wanted, f"proposed besides: {pair.proposed}"
        assert pair.proposed, f"not proposed: {pair.wanted}"
        for field in FIELDS:
            assert is_right(field, pair.wanted, pair.proposed), f"{field}: {pair.proposed}"


def test_there_are_forty_in_each_language_or_nearly() -> None:
    assert len(PHRASES) >= 80
    assert min(sum(one.article.language == language for one in PHRASES) for language in ("en", "de")) >= 35
