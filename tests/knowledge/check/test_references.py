"""Every id that is named exists, and no claim is filed under a broad metric."""

import pytest

from .sample import Corpus

REASON = {"en": "Why.", "de": "Warum."}


@pytest.mark.parametrize("field", ["subject", "speaker", "via", "metric", "basis"])
def test_an_unknown_name_is_found_at_its_line(corpus: Corpus, field: str) -> None:
    corpus.claim[field] = "unheard-of"
    assert corpus.only_fault().line == f"{field}: unheard-of"


@pytest.mark.parametrize("field", ["about", "topics"])
def test_an_unknown_name_in_a_list_is_found_at_its_line(corpus: Corpus, field: str) -> None:
    corpus.claim[field] = ["acme" if field == "about" else "plans", "unheard-of"]
    assert corpus.only_fault().line == "- unheard-of"


def test_an_unknown_whole_is_found(corpus: Corpus) -> None:
    corpus.claim |= {"measure": "share", "of": "unheard-of"}
    assert corpus.only_fault().line == "of: unheard-of"


def test_a_broad_metric_is_refused_with_its_narrow_ones(corpus: Corpus) -> None:
    corpus.claim["metric"] = "spending"
    fault = corpus.only_fault()
    assert fault.line == "metric: spending"
    assert "file the claim under one of: capex" in fault.what


def test_a_contrast_to_no_claim_is_found(corpus: Corpus) -> None:
    corpus.claim["contrasts"] = [{"claim": "unheard-of", "reason": REASON}]
    assert corpus.only_fault().line == "- claim: unheard-of"


def test_a_contrast_to_itself_is_found(corpus: Corpus) -> None:
    corpus.claim["contrasts"] = [{"claim": "acme-capex-2024", "reason": REASON}]
    assert "a claim is no contrast to itself" in corpus.only_fault().what


def test_a_successor_that_does_not_exist_is_found(corpus: Corpus) -> None:
    corpus.claim |= {"state": "retired", "retired": {"reason": "Wrong.", "superseded_by": "unheard-of"}}
    assert corpus.only_fault().line == "superseded_by: unheard-of"


def test_an_unknown_affiliation_is_found(corpus: Corpus) -> None:
    corpus.vocabulary["subjects"][4]["affiliation"] = "unheard-of"
    assert corpus.only_fault().line == "affiliation: unheard-of"


def test_an_unknown_member_is_found(corpus: Corpus) -> None:
    corpus.vocabulary["subjects"][2]["members"] = ["acme", "unheard-of"]
    assert corpus.only_fault().line == "- unheard-of"


def test_an_unknown_covered_metric_is_found(corpus: Corpus) -> None:
    corpus.vocabulary["metrics"][2]["covers"] = ["unheard-of"]
    assert corpus.only_fault().line == "- unheard-of"


def test_an_id_that_stands_twice_in_the_vocabulary_is_found(corpus: Corpus) -> None:
    corpus.vocabulary["topics"].append({"id": "plans", "name": {"en": "other", "de": "andere"}})
    assert corpus.only_fault().what == "the id 'plans' stands twice among the topics"


def test_a_name_in_one_language_only_is_found(corpus: Corpus) -> None:
    corpus.vocabulary["subjects"][1]["name"] = {"en": "Bolt"}
    assert corpus.only_fault().what == "'bolt' needs its name in both languages"
