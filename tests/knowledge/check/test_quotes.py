"""Quote and context stand word for word in the text that the article records."""

from .sample import QUOTE, TEXT, Corpus


def test_a_changed_word_of_a_quote_is_found(corpus: Corpus) -> None:
    corpus.claim["quote"]["text"] = QUOTE.replace("erwartet", "vermutet")
    fault = corpus.only_fault()
    assert fault.line.startswith("text: Acme vermutet")
    assert "does not hold these words" in fault.what


def test_a_wrong_place_is_told_with_the_right_one(corpus: Corpus) -> None:
    corpus.claim["quote"]["start"] += 1
    assert f"stand in the text at {TEXT.index(QUOTE)}, not at {TEXT.index(QUOTE) + 1}" in corpus.only_fault().what


def test_a_context_that_is_not_printed_is_found(corpus: Corpus) -> None:
    corpus.claim["context"] = [{"start": 0, "text": "Bolt im Wandel."}]
    assert corpus.only_fault().line == "text: Bolt im Wandel."


def test_without_the_text_the_article_is_named_and_its_quotes_pass(corpus: Corpus) -> None:
    corpus.texts = None
    corpus.claim["quote"]["start"] = 0
    proof = corpus.judged()
    assert proof.faults == ()
    assert proof.notes[0] == "text not there, quotes not proved: acme-changes"


def test_a_text_of_no_article_is_named(corpus: Corpus) -> None:
    assert corpus.texts
    (corpus.texts / "other.txt").write_text("Something else.", encoding="utf-8")
    assert corpus.judged().notes[0] == "'other.txt' belongs to no article of the corpus by its hash"


def test_a_text_that_was_changed_is_known_by_its_quotes(corpus: Corpus) -> None:
    assert corpus.texts
    (corpus.texts / "000.txt").write_text(TEXT + "More.", encoding="utf-8")
    fault = corpus.only_fault()
    assert fault.line.startswith("sha256:")
    assert "'000.txt' is the text of this article, but not with this hash" in fault.what


def test_a_text_that_was_changed_is_known_by_its_name(corpus: Corpus) -> None:
    assert corpus.texts
    (corpus.texts / "000.txt").rename(corpus.texts / "acme-changes.txt").write_text("Rewritten.", encoding="utf-8")
    assert "'acme-changes.txt' is the text of this article" in corpus.only_fault().what
