"""The shipped corpus proves itself, and mutations of it are found."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from knowledge.check import Proof, check_corpus
from knowledge.check.exemptions import EXEMPTIONS
from knowledge.corpus_file import ArticleFile, read_article_file, write

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "knowledge" / "corpus"
TEXTS = ROOT.parent / "shared" / "articles"

with_texts = pytest.mark.skipif(not TEXTS.is_dir(), reason=f"the texts of the articles are not at {TEXTS}")


def _mutation() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutation", ROOT / "tests" / "benchmarks" / "mutation.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def alone() -> Proof:
    """What the corpus proves without the texts of its articles."""
    return check_corpus(CORPUS, None)


def test_the_shipped_corpus_has_no_fault(alone: Proof) -> None:
    assert [str(fault) for fault in alone.faults] == []


@with_texts
def test_the_shipped_corpus_stands_in_the_texts_of_its_articles() -> None:
    proof = check_corpus(CORPUS, TEXTS)
    assert [str(fault) for fault in proof.faults] == []
    assert not [note for note in proof.notes if note.startswith("text not there")]


def test_three_claims_are_exempt_and_no_more(alone: Proof) -> None:
    printed = [note for note in alone.notes if note.startswith("exempt:")]
    assert len(printed) == len(EXEMPTIONS) == 3


@with_texts
def test_mutations_of_every_kind_are_found() -> None:
    mutation = _mutation()
    cases = mutation.read_cases(CORPUS, TEXTS)
    trials = [mutation.trial(case, change) for case, change in mutation.mutations(cases, 60, seed=3)]
    assert {trial.mutation.kind for trial in trials} == set(mutation.KINDS)
    assert [trial.mutation for trial in trials if not trial.found_by] == []


@with_texts
def test_a_mutation_on_disk_is_found_as_it_is_in_memory(tmp_path: Path) -> None:
    mutation = _mutation()
    source = read_article_file(CORPUS / "meta-raises-ai-infrastructure.yaml").value
    write(source, tmp_path / "meta-raises-ai-infrastructure.yaml")
    (tmp_path / "vocabulary.yaml").write_bytes((CORPUS / "vocabulary.yaml").read_bytes())
    cases = mutation.read_cases(tmp_path, TEXTS)
    for case, change in mutation.mutations(cases, 20, seed=5):
        found = mutation.trial(case, change)
        if found.found_by == ("types",):
            continue
        claims = [
            claim if claim.id != change.claim else type(claim).model_validate(change.plain) for claim in source.claims
        ]
        write(
            ArticleFile(article=source.article, claims=tuple(claims)), tmp_path / "meta-raises-ai-infrastructure.yaml"
        )
        assert bool(check_corpus(tmp_path, TEXTS).faults) == bool(found.found_by), change
