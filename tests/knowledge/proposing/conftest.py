"""The proposer over the shipped vocabulary."""

import pytest

from bot.names.others import is_other_name
from bot.places import shipped_corpus
from knowledge.check.loading import read_corpus
from knowledge.proposing.proposer import SentenceProposer
from knowledge.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    located = read_corpus(shipped_corpus()).vocabulary
    assert located is not None
    return located.value


@pytest.fixture(scope="session")
def proposer(vocabulary: Vocabulary) -> SentenceProposer:
    return SentenceProposer(vocabulary, is_other_name)
