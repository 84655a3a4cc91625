"""Ids are unique over all files, texts are there in both languages, and an article's record agrees with itself."""

from copy import deepcopy
from datetime import date

import pytest

from .sample import Corpus

REASON = {"en": "Why."}


def test_a_claim_id_that_stands_twice_is_told_with_its_first_place(corpus: Corpus) -> None:
    corpus.claims.append(deepcopy(corpus.claim))
    fault = corpus.only_fault()
    assert fault.line == "- id: acme-capex-2024"
    assert "stands already in acme-changes.yaml:" in fault.what


def test_an_id_that_stands_in_two_files_is_found(corpus: Corpus) -> None:
    corpus.judged()
    source = (corpus.folder / "acme-changes.yaml").read_text(encoding="utf-8")
    (corpus.folder / "second.yaml").write_text(source, encoding="utf-8")
    assert [fault.what.partition(" stands")[0] for fault in corpus.faults()] == [
        "the article id 'acme-changes'",
        "this text",
        "the claim id 'acme-capex-2024'",
    ]


def test_a_claim_in_the_file_of_another_article_is_found(corpus: Corpus) -> None:
    corpus.claim["article"] = "bolt-changes"
    assert corpus.only_fault().line == "article: bolt-changes"


def test_a_statement_in_one_language_only_is_found(corpus: Corpus) -> None:
    del corpus.claim["statement"]["de"]
    assert corpus.only_fault().what == "acme-capex-2024: 'de' is missing"


def test_a_caution_in_one_language_only_is_found(corpus: Corpus) -> None:
    corpus.claim["cautions"] = [{"kind": "scope", "text": {"de": "Nur ein Teil."}}]
    assert corpus.only_fault().what == "acme-capex-2024: 'en' is missing"


def test_a_number_in_one_language_of_a_caution_only_is_found(corpus: Corpus) -> None:
    corpus.claim["cautions"] = [
        {"kind": "scope", "text": {"en": "Cash was 6.4 billion.", "de": "Es waren 6,3 Milliarden."}}
    ]
    assert corpus.only_fault().what == "acme-capex-2024: its two languages say different numbers"


def test_the_same_number_in_the_form_of_each_language_passes(corpus: Corpus) -> None:
    corpus.claim["cautions"] = [
        {"kind": "scope", "text": {"en": "In Q1, 12,000.5 (CIK 007).", "de": "Im ersten Quartal 12.000,5 (CIK 007)."}}
    ]
    assert corpus.faults() == []


def test_a_reason_of_an_inferred_field_in_one_language_only_is_found(corpus: Corpus) -> None:
    corpus.claim["inferred"] = [{"field": "status", "reason": REASON}]
    assert corpus.only_fault().what == "acme-capex-2024: 'de' is missing"


def test_a_reason_of_a_contrast_in_one_language_only_is_found(corpus: Corpus) -> None:
    other = deepcopy(corpus.claim) | {"id": "acme-capex-again"}
    corpus.claims.append(other)
    corpus.claim["contrasts"] = [{"claim": "acme-capex-again", "reason": REASON}]
    assert corpus.only_fault().what == "acme-capex-2024: 'de' is missing"


@pytest.mark.parametrize("precision", ["about", "on_or_after"])
def test_a_date_that_is_only_about_needs_its_reason(corpus: Corpus, precision: str) -> None:
    corpus.article["published"]["precision"] = precision
    assert corpus.only_fault().line == f"precision: {precision}"


def test_the_reason_of_an_inferred_date_is_there_in_both_languages(corpus: Corpus) -> None:
    corpus.article["published"]["inferred"] = REASON
    assert corpus.only_fault().what == "acme-changes: 'de' is missing"


def test_the_reason_of_an_inferred_date_says_the_same_numbers(corpus: Corpus) -> None:
    corpus.article["published"]["inferred"] = {"en": "The call was on 2 August.", "de": "Es war der 1. August."}
    assert corpus.only_fault().what == "acme-changes: its two languages say different numbers"


def test_an_original_that_is_younger_than_its_translation_is_found(corpus: Corpus) -> None:
    corpus.article["original"] = {"date": date(2024, 8, 4)}
    fault = corpus.only_fault()
    assert fault.line.startswith("date: 2024-08-04")
