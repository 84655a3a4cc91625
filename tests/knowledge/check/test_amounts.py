"""An amount is what the reader reads in its words, alone and within the quote."""

import pytest

from knowledge.check.exemptions import Exemption

from .sample import QUOTE, Corpus

AT_TEXT = "text: zwischen 35 und 40 Milliarden US-Dollar"


@pytest.mark.parametrize(
    "change",
    [{"low": 34_000_000_000}, {"high": 41_000_000_000}, {"unit": "EUR"}, {"bound": "up_to", "low": None}],
    ids=["low", "high", "unit", "bound"],
)
def test_a_changed_amount_is_found_at_its_words_and_in_both_statements(
    corpus: Corpus, change: dict[str, object]
) -> None:
    corpus.claim["amount"] |= change
    lines = {fault.line for fault in corpus.faults()}
    assert AT_TEXT in lines
    assert len([line for line in lines if line.startswith(("en:", "de:"))]) == 2


def test_words_that_leave_out_a_bound_are_found_in_the_whole_quote(corpus: Corpus) -> None:
    words = "35 und 40 Milliarden US-Dollar"
    corpus.claim["amount"] |= {
        "start": QUOTE.index("40 Mill"),
        "text": words[7:],
        "low": 40_000_000_000,
        "bound": "exact",
    }
    corpus.says("Acme expects 40 billion US dollars in 2024.", "Acme erwartet 2024 40 Milliarden US-Dollar.")
    fault = corpus.only_fault()
    assert fault.line == f"text: {words[7:]}"
    assert "in the whole quote the reader finds range 35000000000 to 40000000000 USD" in fault.what


def test_an_exemption_excuses_its_rule_and_is_printed(corpus: Corpus) -> None:
    corpus.claim["amount"] |= {"start": QUOTE.index("35"), "text": "35", "low": 35, "high": 35, "unit": "count"}
    corpus.claim["amount"]["bound"] = "exact"
    corpus.says("Acme expects 35 engines in 2024.", "Acme erwartet 2024 35 Motoren.")
    corpus.exemptions = (Exemption("acme-capex-2024", "amount", "no reader reads it"),)
    proof = corpus.judged()
    assert proof.faults == ()
    assert "exempt: acme-capex-2024 from 'amount': no reader reads it" in proof.notes


def test_an_exemption_excuses_no_other_rule(corpus: Corpus) -> None:
    corpus.claim["amount"]["low"] = 34_000_000_000
    corpus.exemptions = (Exemption("acme-capex-2024", "amount", "no reader reads it"),)
    assert {fault.line[:3] for fault in corpus.faults()} == {"en:", "de:"}


def test_an_exemption_that_excuses_nothing_is_a_fault(corpus: Corpus) -> None:
    corpus.exemptions = (Exemption("acme-capex-2024", "amount", "no reader reads it"),)
    fault = corpus.only_fault()
    assert fault.line == "- id: acme-capex-2024"
    assert "is exempted from the rule 'amount' and keeps it" in fault.what


def test_an_exemption_of_another_corpus_is_of_no_concern(corpus: Corpus) -> None:
    corpus.exemptions = (Exemption("bolt-capex-2024", "amount", "no reader reads it"),)
    assert corpus.faults() == []
