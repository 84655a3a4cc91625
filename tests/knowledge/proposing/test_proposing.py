"""What is read of single sentences: each trap of real pages has one."""

from datetime import date

import pytest

from knowledge.proposing.port import Proposal
from knowledge.proposing.proposer import SentenceProposer
from knowledge.value import Language

from .sample import article_of


def read(
    proposer: SentenceProposer, text: str, language: Language = "en", day: date = date(2025, 4, 30)
) -> list[Proposal]:
    return [one for one in proposer.propose(article_of(text, language, day), text) if one.amount]


def only(proposer: SentenceProposer, text: str, language: Language = "en") -> Proposal:
    (one,) = read(proposer, text, language)
    return one


def test_quote_and_amount_stand_where_they_are_said_to(proposer: SentenceProposer) -> None:
    text = "A headline\n\nMeta had a good year. Its capital expenditures were $13.7 billion in Q1 2025, it said. More."
    one = only(proposer, text)
    assert one.quote.stands_in(text)
    assert one.amount is not None
    assert one.amount.stands_in(one.quote.text)
    assert one.quote.text == "Its capital expenditures were $13.7 billion in Q1 2025, it said."


def test_a_firm_is_known_from_the_sentence_before_and_stands_in_the_context(proposer: SentenceProposer) -> None:
    one = only(proposer, "Alphabet hat Zahlen vorgelegt. Der Konzern steigerte den Umsatz um 12 Prozent.", "de")
    assert one.subject == "alphabet"
    assert [passage.text for passage in one.context] == ["Alphabet"]
    assert "subject_from_before" in {doubt.kind for doubt in one.doubts}


def test_the_figures_of_a_firm_that_is_not_known_are_nobody_else_s(proposer: SentenceProposer) -> None:
    found = read(proposer, "Microsoft fell. CoreWeave's revenue rose to $1.2 billion. The company lost $291 million.")
    assert [one.subject for one in found] == [None, None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Google Cloud revenue grew 30% to $11.96 billion in Q4 2024."),
        ("en", "Alphabet had a good year. Google Cloud revenue was $11.96 billion in Q4 2024."),
        ("de", "Der Umsatz von AWS lag im vierten Quartal 2024 bei 28,8 Milliarden Dollar."),
    ],
)
def test_the_figures_of_a_product_are_not_its_firm_s(proposer: SentenceProposer, language: Language, text: str) -> None:
    assert {one.subject for one in read(proposer, text, language)} == {None}


def test_what_analysts_had_expected_is_not_said_by_the_firm_whose_words_stand_before(
    proposer: SentenceProposer,
) -> None:
    text = (
        "Alphabet said it expects to invest about $75 billion in capital expenditures in 2025, "
        "well above the $58.8 billion analysts had expected."
    )
    found = [(one.speaker, one.status) for one in read(proposer, text)]
    assert found == [("alphabet", "plan"), (None, "forecast")]


def test_old_and_new_guidance_in_one_sentence_are_two_claims_of_one_time(proposer: SentenceProposer) -> None:
    text = "Meta raised its 2025 capital expenditure guidance to $64-72 billion from $60-65 billion."
    assert [(one.metric, one.status, one.period and one.period.label) for one in read(proposer, text)] == [
        ("capex", "guidance", "2025"),
        ("capex", "guidance", "2025"),
    ]


def test_a_total_of_several_firms_is_the_group_s(proposer: SentenceProposer) -> None:
    text = "Microsoft, Alphabet, Amazon und Meta investierten 2024 zusammen 230 Milliarden Dollar in Rechenzentren."
    assert only(proposer, text, "de").subject == "big-four"


def test_a_row_of_firms_that_is_no_known_group_is_nobody(proposer: SentenceProposer) -> None:
    assert only(proposer, "Apple and Oracle together had capital expenditures of $40 billion in 2024.").subject is None


def test_each_figure_of_an_enumeration_has_its_own_noun(proposer: SentenceProposer) -> None:
    text = "OpenAI rechnet mit 4 Milliarden Dollar an Inferenzkosten und 3 Milliarden Dollar an Trainingskosten."
    assert [one.metric for one in read(proposer, text, "de")] == ["inference-cost", "training-cost"]


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("Amazon had capital expenditures of $83 billion in 2024.", "en", "actual"),
        ("Amazon plans to spend $100 billion on data centres in 2025.", "en", "plan"),
        ("Amazon guided to capital expenditure of $100 billion in 2025.", "en", "guidance"),
        ("Amazon's capital expenditure could reach $100 billion in 2025.", "en", "forecast"),
        ("Analysts expect Amazon's capital expenditure to reach $100 billion in 2025.", "en", "forecast"),
        ("Amazon reportedly had capital expenditures of $83 billion in 2024.", "en", "alleged"),
        ("Amazon erwartet 2025 Investitionsausgaben von 100 Milliarden Dollar.", "de", "guidance"),
        ("Amazon will 2025 rund 100 Milliarden Dollar investieren.", "de", "plan"),
        ("Die Investitionsausgaben von Amazon könnten 2025 auf 100 Milliarden Dollar steigen.", "de", "forecast"),
        (
            "Laut Barclays dürften die Investitionsausgaben von Amazon 2025 bei 100 Mrd. Dollar liegen.",
            "de",
            "forecast",
        ),
    ],
)
def test_the_status_is_that_of_its_words(
    proposer: SentenceProposer, text: str, language: Language, status: str
) -> None:
    assert only(proposer, text, language).status == status


def test_a_year_earlier_is_derived_and_named_as_inferred(proposer: SentenceProposer) -> None:
    text = "Meta's net profit was $16.6 billion in Q1 2025, compared with $12.4 billion a year earlier."
    now, before = read(proposer, text)
    assert now.period is not None
    assert before.period is not None
    assert (now.period.label, before.period.label) == ("Q1 2025", "Q1 2024")
    assert [one.field for one in before.inferred] == ["period"]


def test_a_fiscal_year_lies_where_the_vocabulary_ends_it(proposer: SentenceProposer) -> None:
    one = only(proposer, "Microsoft had capital expenditures of $22.6 billion in the second quarter of fiscal 2025.")
    assert one.period is not None
    assert (one.period.start, one.period.end) == (date(2024, 10, 1), date(2024, 12, 31))


def test_a_fiscal_year_whose_end_is_not_known_stays_open(proposer: SentenceProposer) -> None:
    one = only(proposer, "Oracle had capital expenditures of $21 billion in fiscal 2025.")
    assert one.period is None
    assert "fiscal_year_unknown" in {doubt.kind for doubt in one.doubts}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nvidia took a charge of $4.5 billion on unsold chips.", "en"),
        ("Das Modell von Meta hat 405 Milliarden Parameter.", "de"),
        ("Elon Musk besitzt 13 Prozent der Tesla-Aktien.", "de"),
        ("Meta employed 76,834 people at the end of March.", "en"),
        ("Der Fonds verwaltet 70 Milliarden Dollar.", "de"),
    ],
)
def test_an_amount_without_a_word_for_what_it_measures_is_no_claim(
    proposer: SentenceProposer, text: str, language: Language
) -> None:
    assert read(proposer, text, language) == []


def test_what_somebody_says_without_a_figure_is_a_statement_of_his(proposer: SentenceProposer) -> None:
    text = "Sundar Pichai said that the risk of investing too little is greater for Alphabet than that of too much."
    (one,) = proposer.propose(article_of(text, "en"), text)
    assert (one.measure, one.status, one.speaker, one.subject) == ("statement", "opinion", "sundar-pichai", "alphabet")


def test_nothing_is_read_in_other_languages(proposer: SentenceProposer) -> None:
    text = "Meta a dépensé 40 milliards de dollars en 2024."
    assert proposer.propose(article_of(text, "en").model_copy(update={"language": "fr"}), text) == ()


def test_an_empty_text_asserts_nothing(proposer: SentenceProposer) -> None:
    assert proposer.propose(article_of("", "en"), "") == ()
