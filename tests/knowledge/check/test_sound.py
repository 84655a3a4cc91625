"""The corpus that all other tests break is sound, and what was proved is counted."""

from knowledge.check import check_corpus

from .sample import GROWTH, LATER, Corpus


def test_a_sound_corpus_has_no_fault(corpus: Corpus) -> None:
    assert corpus.faults() == []


def test_the_notes_count_what_was_judged(corpus: Corpus) -> None:
    assert corpus.judged().notes == ("judged 1 claims: 1 passages, 1 amounts, 1 periods, 2 statements",)


def test_all_faults_are_told_not_only_the_first(corpus: Corpus) -> None:
    corpus.claim |= {"subject": "nobody", "speaker": "nothing", "metric": "nowhere"}
    assert [fault.line for fault in corpus.faults()] == ["subject: nobody", "speaker: nothing", "metric: nowhere"]


def test_a_file_that_cannot_be_read_hides_no_fault_of_another(corpus: Corpus) -> None:
    (corpus.folder / "broken.yaml").write_text("article: 3\n", encoding="utf-8")
    corpus.claim["metric"] = "nowhere"
    assert len(corpus.faults()) == 2


def test_without_vocabulary_no_claim_is_judged(corpus: Corpus) -> None:
    corpus.judged()
    (corpus.folder / "vocabulary.yaml").unlink()
    proof = check_corpus(corpus.folder, None)
    assert [fault.what for fault in proof.faults] == ["the corpus has no vocabulary"]


def test_a_change_with_bound_and_inferred_period_is_sound(corpus: Corpus) -> None:
    corpus.quote(GROWTH)
    corpus.name_context()
    corpus.claim |= {"metric": "revenue", "measure": "change", "status": "actual", "direction": "up"}
    corpus.claim["amount"] = {
        "start": GROWTH.index("fast"),
        "text": "fast 7 %",
        "low": 7,
        "high": 7,
        "unit": "percent",
        "bound": "almost",
    }
    corpus.says(
        "Acme's revenue rose by almost 7% from April to June 2024.",
        "Acmes Umsatz stieg von April bis Juni 2024 um fast 7 %.",
    )
    corpus.claim["period"] = {
        "start": "2024-04-01",
        "end": "2024-06-30",
        "label": "FY2024 Q4",
        "kind": "fiscal_quarter",
    }
    corpus.claim["period"]["words"] = "Im vierten Quartal"
    corpus.infer("period")
    assert corpus.faults() == []


def test_a_relative_period_is_proved_by_its_length(corpus: Corpus) -> None:
    corpus.quote(LATER)
    corpus.name_context()
    corpus.says(
        "Acme will invest more in the next five years.", "Acme wird in den nächsten fünf Jahren mehr investieren."
    )
    corpus.claim["period"] = {"start": "2024-08-03", "end": "2029-08-03", "label": "next five years (2024–2029)"}
    corpus.claim["period"] |= {"kind": "relative", "words": "In den nächsten fünf Jahren"}
    assert corpus.faults() == []
