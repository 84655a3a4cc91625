"""Sentences that are true, false and unknown by the shipped base: each verdict, with the claims it rests on."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from bot.answer import Found, NotFound
from bot.answer_json import answer_json
from bot.checking import Verdict
from bot.line import Line
from bot.plain import plain_text
from knowledge.claim import Claim
from knowledge.store import Store
from knowledge.value import Language

ON = date(2024, 11, 21)
HEADLINES: dict[Verdict, tuple[str, str]] = {
    "supported": ("Supported", "Belegt"),
    "contradicted": ("Contradicted", "Widerlegt"),
    "partly": ("Partly right", "Teilweise richtig"),
    "unknown": ("Not in the knowledge base", "Nicht in der Wissensbasis"),
}

TRUE = [
    "Meta expects capital expenditure of $35 billion to $40 billion in 2024.",
    "Meta's capital expenditures were $6.7 billion in the first quarter of 2024.",
    "Meta's capex was $7.09 billion in Q1 2023.",
    "Alphabet's capital expenditures rose 90% in the first half of 2024.",
    "Alphabet's capex was $25 billion in H1 2024.",
    "Alphabet's advertising revenue was $64.6 billion in the second quarter of 2024.",
    "Amazon's capital expenditures were $32.5 billion in the first half of 2024.",
    "Amazon's capex rose 27 percent in H1 2024.",
    "Meta's net profit was $13.47 billion in Q2 2024.",
    "Meta's net profit rose 73% in Q2 2024.",
    "Microsoft, Alphabet, Amazon and Meta had capital expenditures of $106 billion in the first half of 2024.",
    "OpenAI is expected to lose $5 billion in 2024.",
    "Meta erwartet 2024 Investitionsausgaben zwischen 35 und 40 Milliarden Dollar.",
    "Die Investitionsausgaben von Alphabet stiegen im ersten Halbjahr 2024 um 90 Prozent.",
    "Der Nettogewinn von Meta lag im zweiten Quartal 2024 bei 13,47 Milliarden Dollar.",
    "Die Werbeeinnahmen von Meta stiegen im zweiten Quartal 2024 um 22 Prozent.",
]
FALSE = [
    "Meta expects capital expenditure of $60 billion to $65 billion in 2024.",
    "Meta's capital expenditures were $9.9 billion in the first quarter of 2024.",
    "Meta's capex was $2 billion in Q1 2023.",
    "Alphabet's capital expenditures rose 19% in the first half of 2024.",
    "Alphabet's capital expenditures fell 90% in the first half of 2024.",
    "Alphabet's capex was $52 billion in H1 2024.",
    "Alphabet's advertising revenue was $46.6 billion in the second quarter of 2024.",
    "Amazon's capital expenditures were $23.5 billion in the first half of 2024.",
    "Amazon's capex rose 72 percent in H1 2024.",
    "Meta's net profit was $31.47 billion in Q2 2024.",
    "Meta's net profit fell 73% in Q2 2024.",
    "Microsoft, Alphabet, Amazon and Meta had capital expenditures of $601 billion in the first half of 2024.",
    "Meta erwartet 2024 Investitionsausgaben zwischen 70 und 80 Milliarden Dollar.",
    "Die Investitionsausgaben von Alphabet stiegen im ersten Halbjahr 2024 um 9 Prozent.",
    "Der Nettogewinn von Meta lag im zweiten Quartal 2024 bei 1,347 Milliarden Dollar.",
    "Die Werbeeinnahmen von Meta stiegen im zweiten Quartal 2024 um 40 Prozent.",
]
PARTLY = [
    ("Microsoft spent $33bn in Q4 2024.", "the period"),
    ("Meta's capex was $6.7 billion in Q3 2024.", "the period"),
    ("Alphabet's capex was $25 billion in 2019.", "the period"),
    ("Meta spent $40 billion in 2024.", "fact or forecast"),
    ("Meta will Ende 2029 13,47 Milliarden Dollar Nettogewinn machen.", "der Zeitraum"),
]
UNKNOWN = [
    "Samsung spent $3 billion in 2024.",
    "CoreWeave's net loss was $291 million in Q2 2025.",
    "Meta's capex was $72 billion in 2031.",
    "Apple's revenue was $391 billion in 2024.",
    "Nvidia's net profit was $1 billion in 1999.",
    "Meta employs 76,834 people.",
    "Tesla's market share is 17%.",
    "IBM kaufte 2019 Red Hat für 34 Milliarden Dollar.",
    "Der Umsatz von SAP lag 2023 bei 31,2 Milliarden Euro.",
    "Microsoft's training costs were $9 billion in 2018.",
]


def verdict(shipped: Line, text: str, on: date = ON) -> Verdict:
    """The verdict in the headline."""
    headline = shipped.ask(text, on).reply.headline
    return next(one for one, words in HEADLINES.items() if headline in words)


def checked(sentence: str) -> str:
    return f"{'prüfe' if any(word in sentence for word in ('Milliarden', 'Prozent')) else 'check'} {sentence}"


@pytest.mark.parametrize("sentence", TRUE)
def test_what_a_claim_says_is_supported_with_its_receipt(shipped: Line, sentence: str) -> None:
    asked = shipped.ask(checked(sentence), ON)
    assert verdict(shipped, checked(sentence)) == "supported"
    assert isinstance(asked.answer, Found)
    assert asked.reply.citations
    assert all(line.quotes for line in asked.reply.lines[:1])


@pytest.mark.parametrize("sentence", FALSE)
def test_what_the_claims_of_its_time_exclude_is_contradicted(shipped: Line, sentence: str) -> None:
    assert verdict(shipped, checked(sentence)) == "contradicted"
    assert isinstance(shipped.ask(checked(sentence), ON).answer, Found)


@pytest.mark.parametrize(("sentence", "part"), PARTLY)
def test_what_is_right_but_for_one_part_is_partly_right_and_the_part_is_named(
    shipped: Line, sentence: str, part: str
) -> None:
    assert verdict(shipped, checked(sentence)) == "partly"
    assert part in plain_text(shipped.ask(checked(sentence), ON).reply)


@pytest.mark.parametrize("sentence", UNKNOWN)
def test_what_the_base_does_not_know_is_said_so_and_nothing_is_cited(shipped: Line, sentence: str) -> None:
    asked = shipped.ask(checked(sentence), ON)
    assert verdict(shipped, checked(sentence)) == "unknown"
    assert isinstance(asked.answer, NotFound)
    assert not asked.reply.citations
    assert not asked.reply.lines


def test_two_figures_of_a_sentence_have_a_verdict_each(shipped: Line) -> None:
    text = plain_text(shipped.ask("check Alphabet's capex rose 90% to $99 billion in H1 2024.", ON).reply)
    assert "“90%”: Supported." in text
    assert "“$99 billion”: Contradicted" in text


def test_a_quarter_without_its_year_is_each_year_s(shipped: Line) -> None:
    sentence = "check Alphabet's advertising revenue was $64.6 billion in the second quarter"
    assert verdict(shipped, sentence, date(2026, 11, 21)) == "supported"


def test_a_number_in_fewer_digits_is_the_same(shipped: Line) -> None:
    assert verdict(shipped, "check Meta's net profit was $13.5 billion in Q2 2024") == "supported"
    assert verdict(shipped, "check Meta's net profit was $13.4 billion in Q2 2024") == "contradicted"


@pytest.mark.parametrize(("text", "language"), [("check", "en"), ("prüfe", "de")])
def test_the_verb_alone_says_how_it_is_used(shipped: Line, text: str, language: Language) -> None:
    reply = shipped.ask(text, ON).reply
    assert (reply.outcome, reply.language) == ("help", language)
    assert text in reply.notes[0].text


def test_without_a_figure_of_a_firm_there_is_nothing_to_check(shipped: Line) -> None:
    reply = shipped.ask("check nothing of 5 %", ON).reply
    assert reply.outcome == "not_found"
    assert "nothing to check" in reply.notes[0].text


def test_a_text_without_an_amount_stays_a_question(shipped: Line) -> None:
    assert shipped.ask("check meta capex", ON).reply.headline.startswith("Meta")


def test_a_checked_sentence_is_checked_again_when_it_is_revisited(shipped: Line) -> None:
    asked = shipped.ask("check Alphabet's capex rose 50% in H1 2024", ON)
    assert shipped.again(asked.question, ON).reply == asked.reply


def test_the_object_has_the_claims_of_a_verdict(shipped: Line) -> None:
    asked = shipped.ask("check Microsoft spent $33bn in Q4 2024", ON)
    told = answer_json(asked.answer, asked.reply, asked.names)
    assert (told["outcome"], told["claims"][0]["low"]) == ("found", 33000000000)


def simple(claim: Claim) -> bool:
    """Whether a claim can be told in one plain sentence of a firm, a metric, a year or quarter, and an exact sum."""
    amount, period = claim.amount, claim.period
    if amount is None or period is None or claim.measure != "level" or claim.status != "actual" or claim.basis:
        return False
    exact = amount.bound == "exact" and amount.unit == "USD" and (amount.low or 0) >= Decimal(10**8)
    return (
        exact and period.kind in ("year", "quarter", "half") and claim.metric not in ("ai-investment", "market-value")
    )


def test_the_base_s_own_figures_are_supported_and_changed_ones_never(shipped: Line, shipped_store: Store) -> None:
    names = shipped.names()
    counted = Counter[tuple[bool, Verdict]]()
    for claim, _ in shipped_store.claims("approved"):
        if not simple(claim) or claim.amount is None or claim.period is None or claim.amount.low is None:
            continue
        subject, metric = names.subjects[claim.subject].name.en, names.metrics[claim.metric or ""].name.en
        for factor in (Decimal(1), Decimal(3)):
            billions = (claim.amount.low * factor / 10**9).normalize()
            text = f"check {subject}'s {metric} was ${billions:f} billion in {claim.period.label}"
            counted[factor == 1, verdict(shipped, text)] += 1
    assert {right for right, _ in counted} == {True, False}
    assert {told for (right, told) in counted if right} == {"supported"}
    assert {told for (right, told) in counted if not right} == {"contradicted"}
