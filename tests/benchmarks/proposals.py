"""What is proposed of annotated articles, beside public readers of amounts, and of the shipped articles' own texts.

`aside` was kept apart while the proposer was made. A peer reads amounts only: it is counted where it finds number and
unit of an annotated figure, and everything else it finds counts against it, as for the proposer. The shipped articles
are read where `CAPEX_ARTICLE_TEXTS` names a folder with their texts.

The time from a page to its proved proposals stands beside trafilatura's own extraction of the same pages, in turns.
"""

import hashlib
import warnings
from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from statistics import median
from time import perf_counter

from adapters.articles.extracting import extract
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
from tests.benchmarks.timing import ROUNDS, in_turns, ratio, shown
from tests.knowledge.readings import AmountCase
from tests.proposals.annotated import Sample, samples
from tests.proposals.scoring import FIELDS, pairs, score
from tests.proposals.seeds import seeds


def run() -> None:
    """Print all figures."""
    located = read_corpus(shipped_corpus()).vocabulary
    vocabulary = located.value if located else Vocabulary()
    proposer = SentenceProposer(vocabulary, is_other_name)
    _beside_extraction([*samples("dev"), *samples("aside")], vocabulary, proposer)
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


def _beside_extraction(found: Sequence[Sample], vocabulary: Vocabulary, proposer: SentenceProposer) -> None:
    """Pages of the articles, extracted alone, and extracted, proposed of and proved."""
    from trafilatura import bare_extraction

    pages = [(one, _page(one)) for one in found]

    def extracted() -> None:
        for _, page in pages:
            bare_extraction(page, with_metadata=True, include_tables=True)

    def proposed_of() -> None:
        for sample, page in pages:
            text = extract(page, None).text
            digest = hashlib.sha256(text.encode()).hexdigest()
            article = sample.article.model_copy(update={"sha256": digest})
            proposed(article, text, vocabulary, (), proposer)

    times = in_turns({"trafilatura": extracted, "whole": proposed_of})
    share = {name: median(taken) / len(pages) for name, taken in times.items()}
    _print(
        f"page to proposals, {len(pages)} pages, {ROUNDS} rounds in turns: {shown(share['whole'])} a page, trafilatura "
        f"alone {shown(share['trafilatura'])}; {ratio(times['whole'], times['trafilatura']):.2f}× (median of rounds)"
    )


def _page(sample: Sample) -> str:
    """The article as a page of a newspaper has it."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in sample.text.split("\n\n"))
    menu = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(30))
    title = escape(sample.article.title)
    return (
        f'<!doctype html><html lang="{sample.article.language}"><head><title>{title}</title></head>'
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>{paragraphs}</article>"
        f"</main><footer><p>Imprint</p></footer></body></html>"
    )


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
