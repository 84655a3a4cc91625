"""What is proposed of annotated articles, beside public readers of amounts, and of the shipped articles' own texts.

`aside` was kept apart while the proposer was made. A peer reads amounts only: it is counted where it finds number and
unit of an annotated figure, and everything else it finds counts against it, as for the proposer. The shipped articles
are read where `CAPEX_ARTICLE_TEXTS` names a folder with their texts.
"""

import warnings
from collections.abc import Iterator, Sequence
from decimal import Decimal
from time import perf_counter

from bot.curation.proposing import proposed
from bot.names.others import is_other_name
from bot.places import shipped_corpus
from knowledge.amount import Amount
from knowledge.check.loading import read_corpus
from knowledge.proposing.proposer import SentenceProposer
from knowledge.proposing.sentences import sentences
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary
from tests.benchmarks.readers import AmountReader, peers
from tests.knowledge.readings import AmountCase
from tests.proposals.annotated import Sample, samples
from tests.proposals.scoring import FIELDS, pairs, score
from tests.proposals.seeds import seeds


def run() -> None:
    """Print all figures."""
    located = read_corpus(shipped_corpus()).vocabulary
    vocabulary = located.value if located else Vocabulary()
    proposer = SentenceProposer(vocabulary, is_other_name)
    for name, found in (("dev", samples("dev")), ("aside", samples("aside")), ("shipped", seeds())):
        if not found:
            _print(f"proposals, {name}: no texts")
            continue
        begun = perf_counter()
        counts = score(pairs(proposer, found))
        took = (perf_counter() - begun) / len(found)
        fields = ", ".join(f"{field} {counts.share(field):.3f}" for field in FIELDS)
        _print(
            f"proposals, {name}: {counts.wanted} figures in {len(found)} articles; recall {counts.recall:.3f}, "
            f"precision {counts.precision:.3f}; of those found: {fields}; {took * 1000:.1f} ms an article"
        )
        _print(f"  kept by the proof: {_kept(found, vocabulary, proposer)} of {counts.proposed}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # peers warn of what they lack and of old syntax
            for peer, reader in peers().items():
                _print(f"  {peer}: {_of_peer(found, reader)}")


def _kept(found: Sequence[Sample], vocabulary: Vocabulary, proposer: SentenceProposer) -> int:
    outcomes = [proposed(one.article, one.text, vocabulary, (), proposer) for one in found]
    return sum(claim.amount is not None for outcome in outcomes for claim in outcome.claims)


def _of_peer(found: Sequence[Sample], reader: AmountReader) -> str:
    """A peer's figures, sentence by sentence, each end of a range by itself."""
    wanted = right = told = 0
    for sample in found:
        language: Language = "de" if sample.article.language == "de" else "en"
        left = [
            (one.value, one.kind)
            for sentence in sentences(sample.text)
            for one in reader(AmountCase(sentence.text, language, ()))
        ]
        told += len(left)
        for value in (value for figure in sample.figures for value in _ends(figure.amount)):
            wanted += 1
            if value in left:
                left.remove(value)
                right += 1
    return f"recall {right / wanted:.3f}, precision {right / told if told else 0:.3f} (number and unit alone)"


def _ends(amount: Amount) -> Iterator[tuple[Decimal, str]]:
    kind = "plain" if amount.unit in ("count", "times") else amount.unit[:3] if "/" in amount.unit else amount.unit
    ends = dict.fromkeys(end for end in (amount.low, amount.high) if end is not None)
    yield from ((end, kind) for end in ends)


def _print(line: str) -> None:
    print(line)  # noqa: T201 (what a benchmark is for)
