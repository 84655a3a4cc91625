"""The gate: a number that is not in its quote never becomes a claim, whoever proposes it and whatever was changed."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.curation.proposing import proposed
from bot.names.others import is_other_name
from bot.places import shipped_corpus
from knowledge.article import Article
from knowledge.check.case import Known
from knowledge.check.loading import read_corpus
from knowledge.claim import Claim
from knowledge.fault import Fault
from knowledge.proposing.claims import claim_of
from knowledge.proposing.port import Proposal
from knowledge.proposing.proof import refusals
from knowledge.proposing.proposer import SentenceProposer
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary
from tests.proposals.annotated import Sample, samples

from .sample import article_of

DIGITS = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d+)*")


def _vocabulary() -> Vocabulary:
    located = read_corpus(shipped_corpus()).vocabulary
    assert located is not None
    return located.value


WORDS = _vocabulary()
PROPOSER = SentenceProposer(WORDS, is_other_name)
KNOWN = Known(WORDS, ())
ARTICLES: list[Sample] = [one for one in samples("dev") if one.figures]
PROPOSALS: list[tuple[Sample, Proposal]] = [
    (sample, proposal)
    for sample in ARTICLES
    for proposal in PROPOSER.propose(sample.article, sample.text)
    if proposal.amount and proposal.subject
]


def told_of(claim: Claim, article: Article, text: str, *held: Claim, language: Language = "en") -> tuple[str, ...]:
    return tuple(one.in_language(language) for one in refusals(claim, article, text, KNOWN, held))


def kept(proposal: Proposal, article: Article, text: str) -> Claim | None:
    """The claim that becomes of a proposal, if any."""
    try:
        claim = claim_of(proposal, article, WORDS)
    except Fault:
        return None
    return None if refusals(claim, article, text, KNOWN, ()) else claim


def mantissa(number: Decimal | str) -> str:
    """A number's digits without scale."""
    return re.sub(r"\D", "", str(number)).strip("0")


def prints_its_numbers(claim: Claim, text: str) -> bool:
    """Whether the quote stands in the text and prints each number of the amount, seen without any reader of ours.

    A number that is printed in words is looked for by the words themselves. A claim without an amount says no number in
    its statement that its quote does not print.
    """
    amount, quote = claim.amount, claim.receipt
    if text[quote.start : quote.end] != quote.text:
        return False
    if amount is None:
        said = f"{claim.statement.en or ''} {claim.statement.de or ''}"
        return set(DIGITS.findall(said)) <= set(DIGITS.findall(quote.text))
    if not amount.stands_in(quote.text):
        return False
    printed = {mantissa(match.group()) for match in DIGITS.finditer(amount.text)}
    wanted = {mantissa(end) for end in (amount.low, amount.high) if end is not None}
    return printed == wanted if printed else not DIGITS.search(amount.text)


def with_other_amounts(proposal: Proposal) -> Iterator[Proposal]:
    """The proposal with each part of its amount changed by a little or much."""
    amount = proposal.amount
    assert amount is not None
    for factor in (Decimal(10), Decimal("0.1"), Decimal("1.01"), Decimal(2)):
        ends = {name: end * factor if end else end for name, end in (("low", amount.low), ("high", amount.high))}
        yield proposal.model_copy(update={"amount": amount.model_copy(update=ends)})
    for unit in {"EUR", "USD", "percent", "count"} - {amount.unit}:
        yield proposal.model_copy(update={"amount": amount.model_copy(update={"unit": unit})})
    for bound in {"exact", "about", "almost"} - {amount.bound}:
        yield proposal.model_copy(update={"amount": amount.model_copy(update={"bound": bound})})


def test_what_the_proposer_reads_passes_the_gate() -> None:
    passed = [claim for sample, one in PROPOSALS if (claim := kept(one, sample.article, sample.text))]
    assert len(passed) == len(PROPOSALS)
    assert all(claim.state == "proposed" and claim.proposed for claim in passed)


@pytest.mark.parametrize("place", range(len(PROPOSALS)))
def test_an_amount_that_its_words_do_not_print_becomes_no_claim(place: int) -> None:
    sample, proposal = PROPOSALS[place]
    for changed in with_other_amounts(proposal):
        assert kept(changed, sample.article, sample.text) is None


@settings(max_examples=120)
@given(st.data())
def test_an_article_with_other_numbers_gives_no_claim_with_a_number_that_it_does_not_print(data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(ARTICLES))
    places = [match.start() for match in re.finditer(r"\d", sample.text)]
    assume(places)
    text = list(sample.text)
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=6)):
        text[place] = data.draw(st.sampled_from("0123456789.,'  x"))
    mutated = "".join(text)
    article = article_of(mutated, "de" if sample.article.language == "de" else "en", sample.article.published.date)
    for claim in proposed(article, mutated, WORDS, (), PROPOSER).claims:
        assert prints_its_numbers(claim, mutated)


@settings(max_examples=120)
@given(st.data())
def test_a_proposal_that_was_tampered_with_becomes_no_claim_with_a_number_that_is_not_printed(
    data: st.DataObject,
) -> None:
    sample, proposal = data.draw(st.sampled_from(PROPOSALS))
    _, other = data.draw(st.sampled_from(PROPOSALS))
    fields = st.sampled_from(["quote", "amount", "context", "period", "subject", "metric", "status", "measure", "unit"])
    changes: dict[str, object] = {}
    for field in data.draw(st.lists(fields, min_size=1, max_size=4)):
        if field == "unit":
            shift = data.draw(st.integers(-9, 9))
            amount = proposal.amount
            assert amount is not None
            changes["amount"] = amount.model_copy(update={"start": max(0, amount.start + shift)})
        else:
            changes[field] = getattr(other, field)
    claim = kept(proposal.model_copy(update=changes), sample.article, sample.text)
    assert claim is None or claim.amount is None or prints_its_numbers(claim, sample.text)


@settings(max_examples=100)
@given(st.data())
def test_a_quote_with_a_changed_letter_becomes_no_claim(data: st.DataObject) -> None:
    sample, proposal = data.draw(st.sampled_from(PROPOSALS))
    place = data.draw(st.integers(0, len(proposal.quote.text) - 1))
    letters = list(proposal.quote.text)
    letters[place] = "#"
    changed = proposal.quote.model_copy(update={"text": "".join(letters)})
    assert kept(proposal.model_copy(update={"quote": changed}), sample.article, sample.text) is None


def test_another_text_than_the_one_that_was_read_proves_nothing() -> None:
    sample, proposal = PROPOSALS[0]
    claim = claim_of(proposal, sample.article, WORDS)
    told = told_of(claim, sample.article, sample.text + " ")
    assert told == ("the text is not the one that the article was read from",)


def test_a_claim_that_is_not_proposed_does_not_pass() -> None:
    sample, proposal = PROPOSALS[0]
    claim = claim_of(proposal, sample.article, WORDS).model_copy(update={"state": "approved", "proposed": None})
    assert told_of(claim, sample.article, sample.text) == ("only a proposed claim with its quote is kept",)


def test_the_same_figure_is_kept_once() -> None:
    sample, proposal = PROPOSALS[0]
    claim = claim_of(proposal, sample.article, WORDS)
    assert told_of(claim, sample.article, sample.text, claim) == ("the base has this claim already",)


def test_a_metric_that_no_word_says_does_not_pass() -> None:
    sample, proposal = next((one for one in PROPOSALS if one[1].metric == "net-profit"), PROPOSALS[0])
    claim = claim_of(proposal.model_copy(update={"metric": "funding"}), sample.article, WORDS)
    told = told_of(claim, sample.article, sample.text)
    assert "no word for 'funding' stands in quote or context" in told
    assert "kein Wort für „Finanzierung“ steht in Zitat oder Kontext" in told_of(
        claim, sample.article, sample.text, language="de"
    )


def test_an_article_in_a_language_that_is_not_read_proves_nothing() -> None:
    sample, proposal = PROPOSALS[0]
    french = sample.article.model_copy(update={"language": "fr"})
    told = told_of(claim_of(proposal, french, WORDS), french, sample.text)
    assert told == ("amounts are not read in the article's language ('fr')",)
