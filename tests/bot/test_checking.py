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
from tests.checked.sentences import ON, Sentence, sentences

HEADLINES: dict[Verdict, tuple[str, str]] = {
    "supported": ("Supported", "Belegt"),
    "contradicted": ("Contradicted", "Widerlegt"),
    "partly": ("Partly right", "Teilweise richtig"),
    "unknown": ("Not in the knowledge base", "Nicht in der Wissensbasis"),
}

TRUE, FALSE, UNKNOWN = (
    [one for one in sentences("dev") if one.verdict == verdict] for verdict in ("supported", "contradicted", "unknown")
)
PARTLY = [
    ("Microsoft spent $33bn in Q4 2024.", "the period"),
    ("Meta's capex was $6.7 billion in Q3 2024.", "the period"),
    ("Alphabet's capex was $25 billion in 2019.", "the period"),
    ("Meta spent $40 billion in 2024.", "fact or forecast"),
    ("Meta will Ende 2029 13,47 Milliarden Dollar Nettogewinn machen.", "der Zeitraum"),
]


def verdict(shipped: Line, text: str, on: date = ON) -> Verdict:
    """The verdict in the headline."""
    headline = shipped.ask(text, on).reply.headline
    return next(one for one, words in HEADLINES.items() if headline in words)


def checked(sentence: str) -> str:
    return f"{'prüfe' if any(word in sentence for word in ('Milliarden', 'Prozent')) else 'check'} {sentence}"


def typed(sentence: Sentence) -> str:
    return f"{'prüfe' if sentence.language == 'de' else 'check'} {sentence.text}"


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_supported_has_its_receipt(shipped: Line, sentence: Sentence) -> None:
    asked = shipped.ask(typed(sentence), ON)
    assert isinstance(asked.answer, Found)
    assert asked.reply.citations
    assert all(line.quotes for line in asked.reply.lines[:1])


@pytest.mark.parametrize("sentence", FALSE)
def test_what_is_contradicted_shows_what_says_otherwise(shipped: Line, sentence: Sentence) -> None:
    asked = shipped.ask(typed(sentence), ON)
    assert isinstance(asked.answer, Found)
    assert asked.reply.citations


@pytest.mark.parametrize(("sentence", "part"), PARTLY)
def test_what_is_right_but_for_one_part_is_partly_right_and_the_part_is_named(
    shipped: Line, sentence: str, part: str
) -> None:
    assert verdict(shipped, checked(sentence)) == "partly"
    assert part in plain_text(shipped.ask(checked(sentence), ON).reply)


@pytest.mark.parametrize("sentence", UNKNOWN)
def test_of_what_the_base_does_not_know_nothing_is_cited(shipped: Line, sentence: Sentence) -> None:
    asked = shipped.ask(typed(sentence), ON)
    assert isinstance(asked.answer, NotFound)
    assert not asked.reply.citations
    assert not asked.reply.lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("check meta will spend 40bn this year", "“40bn”: Supported; what differs: the currency, which is not said."),
        ("prüfe Meta investierte im Q1 2024 9 Mrd.", "„9 Mrd“: Widerlegt; was abweicht: der Betrag, die Währung"),
    ],
)
def test_a_currency_that_is_not_said_is_any_and_told(shipped: Line, text: str, told: str) -> None:
    assert told in " ".join(plain_text(shipped.ask(text, ON).reply).split())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("check Meta did not spend $6.7bn in Q1 2024", "contradicted"),
        ("check Meta did not spend $9.9bn in Q1 2024", "unknown"),
        ("check Meta's capex was not more than $10bn in Q1 2024", "supported"),
        ("check Didn't Meta spend $6.7bn on capex in Q1 2024?", "supported"),
        ("prüfe Meta hat im Q1 2024 nie 6,7 Mrd. Dollar investiert", "contradicted"),
        ("prüfe Meta hat im Q1 2024 nicht nur 6,7 Mrd. Dollar investiert", "supported"),
    ],
)
def test_what_is_denied_is_turned_round(shipped: Line, text: str, told: Verdict) -> None:
    assert verdict(shipped, text) == told


def test_a_share_of_a_whole_that_is_not_read_is_never_supported(shipped: Line) -> None:
    reply = shipped.ask("check cisco had 85% of the switch market in 2000", ON).reply
    assert "of what it is a share" in plain_text(reply)


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
