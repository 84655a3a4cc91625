"""Who spends, on what, how often: what money goes into is not the spender, and a rate has its time."""

from datetime import date

import pytest

from bot.curation.proposing import proposed
from knowledge.proposing.proposer import SentenceProposer
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary

from .sample import article_of
from .test_proposing import only, read

DAY = date(2025, 4, 30)


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("de", "Meta investiert 40 Milliarden Dollar in KI-Rechenzentren.", "meta"),
        ("de", "Meta investiert in KI-Rechenzentren 40 Milliarden Dollar.", "meta"),
        ("de", "Meta will in neue KI-Rechenzentren in diesem Jahr 40 Milliarden Dollar stecken.", "meta"),
        ("de", "Meta wächst. Er investiert 40 Milliarden Dollar in KI-Rechenzentren.", "meta"),
        (
            "de",
            "Meta wächst. Geplant sind Investitionen von 65 Milliarden Dollar in Chips und KI-Rechenzentren.",
            "meta",
        ),
        ("de", "Für KI-Rechenzentren werden 2025 weltweit 300 Milliarden Dollar ausgegeben.", "ai-industry"),
        ("de", "Amazon investiert in Anthropic acht Milliarden Dollar.", "amazon"),
        ("en", "Meta grows. It spends $40 billion on AI data centers.", "meta"),
        ("en", "Meta is pouring into the new AI data centres some $40 billion.", "meta"),
        ("en", "Microsoft grew. It invested $13 billion in OpenAI.", "microsoft"),
        ("en", "People poured $40 billion of investment into OpenAI.", None),
    ],
)
def test_what_money_is_spent_on_is_not_who_spends_it(
    proposer: SentenceProposer, language: Language, text: str, subject: str | None
) -> None:
    assert only(proposer, text, language).subject == subject


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("en", "Capital expenditure for Microsoft was $40 billion in 2024.", "microsoft"),
        ("de", "Die Investitionen in Metas Rechenzentren betrugen 40 Milliarden Dollar.", "meta"),
        ("en", "AI data centres need investments of $40 billion.", "ai-data-centres"),
        ("en", "In the AI industry, $40 billion was invested in 2024.", "ai-industry"),
    ],
)
def test_a_small_word_before_a_name_makes_no_object_of_whoever_spends(
    proposer: SentenceProposer, language: Language, text: str, subject: str
) -> None:
    assert only(proposer, text, language).subject == subject


def test_what_was_spent_on_is_not_whom_the_text_goes_on_to_speak_of(proposer: SentenceProposer) -> None:
    text = "In KI-Rechenzentren investiert Meta 40 Milliarden Dollar. Der Konzern machte 10 Milliarden Dollar Gewinn."
    assert [one.subject for one in read(proposer, text, "de")] == ["meta", "meta"]


@pytest.mark.parametrize(
    ("language", "text", "label", "flow"),
    [
        ("en", "Meta spends $10 billion on capital expenditure each quarter.", "each quarter", "per_quarter"),
        ("en", "Every month Meta spends $1 billion on capital expenditure.", "each month", "per_month"),
        ("de", "Meta gibt pro Quartal 10 Milliarden Dollar für Investitionen aus.", "each quarter", "per_quarter"),
        ("de", "Jedes Quartal investiert Microsoft 20 Milliarden Dollar.", "each quarter", "per_quarter"),
        ("de", "Meta investiert jährlich 10 Milliarden Dollar.", "each year", "per_year"),
    ],
)
def test_a_rate_without_a_time_is_of_the_day_on_which_it_is_told_and_passes_the_proof(  # noqa: PLR0913, PLR0917 - cases
    proposer: SentenceProposer, vocabulary: Vocabulary, language: Language, text: str, label: str, flow: str
) -> None:
    outcome = proposed(article_of(text, language, DAY), text, vocabulary, (), proposer)
    assert outcome.left_out == ()
    (claim,) = outcome.claims
    assert claim.period
    assert (claim.period.start, claim.period.end, claim.period.kind) == (DAY, DAY, "relative")
    assert (claim.period.label, claim.period.flow) == (f"{label}, as of Apr 2025", flow)


def test_a_rate_is_told_once_in_the_statement(proposer: SentenceProposer, vocabulary: Vocabulary) -> None:
    text = "Jedes Quartal investiert Microsoft 20 Milliarden Dollar."
    (claim,) = proposed(article_of(text, "de", DAY), text, vocabulary, (), proposer).claims
    assert claim.statement.de == "Microsoft: Investitionsausgaben 20 Milliarden Dollar pro Quartal (Ist)"


@pytest.mark.parametrize(
    ("text", "label", "flow"),
    [
        ("Meta invests $10 billion each quarter in 2025.", "2025", "per_quarter"),
        ("Each year Meta invests $10 billion, and Amazon invested $20 billion in 2024.", None, None),
        ("Meta's annual report says that it invested $10 billion in 2024.", "2024", "total"),
    ],
)
def test_a_rate_is_that_of_its_own_clause_and_time(
    proposer: SentenceProposer, text: str, label: str | None, flow: str | None
) -> None:
    found = read(proposer, text)
    if label:
        assert [(one.period.label, one.period.flow) for one in found if one.period] == [(label, flow)]
    else:
        assert [one.period.flow for one in found if one.period] == ["per_year", "total"]


def test_a_quarter_told_before_is_not_the_time_of_a_rate(proposer: SentenceProposer) -> None:
    text = "Alphabet invested $17 billion in Q1 2025. It spends $5 billion on capital expenditure each month."
    assert [one.period.label for one in read(proposer, text) if one.period] == ["Q1 2025", "each month, as of Apr 2025"]


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "Meta spent $2 billion this week on AI.", "week of 28 Apr 2025"),
        ("de", "Meta hat diese Woche 2 Milliarden Dollar in KI investiert.", "week of 28 Apr 2025"),
        ("de", "Meta hat letzte Woche rund 2 Milliarden Dollar in KI investiert.", "week of 21 Apr 2025"),
        ("en", "Meta said this week that it spent $2 billion on AI.", None),
        ("en", "Meta raised its capex forecast to $70 billion this week.", None),
        ("en", "Meta posted a profit of $20 billion this week.", None),
    ],
)
def test_a_week_is_the_time_of_what_was_spent_in_it_and_not_of_what_was_told(
    proposer: SentenceProposer, language: Language, text: str, label: str | None
) -> None:
    one = only(proposer, text, language)
    assert (one.period.label if one.period else None) == label
