"""What the article does not print is named as inferred, and what is named so has a value."""

import pytest

from .sample import LATER, Corpus


def test_a_subject_that_is_not_printed_is_found(corpus: Corpus) -> None:
    corpus.claim["subject"] = "bolt"
    fault = corpus.only_fault()
    assert fault.line == "subject: bolt"
    assert "no name of 'bolt' stands in quote or context" in fault.what


@pytest.mark.parametrize("field", ["speaker", "via"])
def test_a_speaker_or_source_that_is_not_printed_is_found(corpus: Corpus, field: str) -> None:
    corpus.claim[field] = "bolt"
    assert corpus.only_fault().line == f"{field}: bolt"


def test_a_name_in_the_context_is_printed(corpus: Corpus) -> None:
    corpus.claim["speaker"] = "jane-roe"
    corpus.name_context()
    assert corpus.faults() == []


def test_an_inferred_subject_need_not_be_printed(corpus: Corpus) -> None:
    corpus.claim["subject"] = "bolt"
    corpus.infer("subject")
    assert corpus.faults() == []


def test_a_member_stands_for_its_group(corpus: Corpus) -> None:
    corpus.claim["subject"] = "makers"
    assert corpus.faults() == []


def test_a_genitive_is_the_name(corpus: Corpus) -> None:
    corpus.vocabulary["subjects"][1]["aliases"] = ["US-Dolla"]
    corpus.claim["subject"] = "bolt"
    assert corpus.only_fault().line == "subject: bolt"
    corpus.vocabulary["subjects"][1]["aliases"] = ["Investitionsausgabe"]
    assert corpus.faults() == []


def test_a_pronoun_is_no_name(corpus: Corpus) -> None:
    corpus.quote(LATER)
    del corpus.claim["period"], corpus.claim["speaker"]
    corpus.says("Acme will invest more.", "Acme wird mehr investieren.")
    assert corpus.only_fault().line == "subject: acme"


@pytest.mark.parametrize("field", ["via", "of", "basis", "baseline", "direction"])
def test_an_inferred_field_without_a_value_is_found(corpus: Corpus, field: str) -> None:
    corpus.infer(field)
    fault = corpus.only_fault()
    assert fault.line == f"- field: {field}"
    assert f"'{field}' is named as inferred and has no value" in fault.what


def test_a_field_that_is_inferred_twice_is_found(corpus: Corpus) -> None:
    corpus.infer("status", "status")
    assert "'status' is inferred twice" in corpus.only_fault().what
