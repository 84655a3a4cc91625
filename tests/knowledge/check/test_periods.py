"""The label is the period's own, and its words or both statements prove it."""

from datetime import date

import pytest

from .sample import GROWTH, LATER, Corpus

PUBLISHED = date(2024, 8, 3)


def told(corpus: Corpus) -> str:
    """All that is said about the corpus."""
    return "\n".join(fault.what for fault in corpus.faults())


@pytest.fixture
def statement(corpus: Corpus) -> Corpus:
    """A claim without an amount on what comes later, by a quote with several times in it."""
    corpus.quote(LATER)
    corpus.name_context()
    corpus.says("Acme will invest more.", "Acme wird mehr investieren.")
    return corpus


@pytest.fixture
def growth(corpus: Corpus) -> Corpus:
    """A claim on a quarter that the article names without its year."""
    corpus.quote(GROWTH)
    corpus.name_context()
    corpus.claim |= {"metric": "revenue", "status": "actual"}
    corpus.says("Acme's revenue rose in the fourth quarter of 2023.", "Acmes Umsatz stieg im vierten Quartal 2023.")
    corpus.covers(date(2023, 10, 1), date(2023, 12, 31), label="Q4 2023", kind="quarter", words="Im vierten Quartal")
    return corpus


def test_another_label_is_found(corpus: Corpus) -> None:
    corpus.claim["period"]["label"] = "2025"
    faults = corpus.faults()
    assert faults[0].line == "label: '2025'"
    assert "the label of this period is '2024', not '2025'" in faults[0].what


def test_another_kind_of_the_same_days_is_found(corpus: Corpus) -> None:
    corpus.claim["period"]["kind"] = "span"
    assert "'2024' is a whole year, not a span" in told(corpus)


def test_another_year_of_a_sound_label_is_found_by_its_words(corpus: Corpus) -> None:
    corpus.covers(date(2025, 1, 1), date(2025, 12, 31), label="2025", kind="year", words="im Jahr 2024")
    faults = corpus.faults()
    assert "the reader finds year 2024-01-01 to 2024-12-31 in 'im Jahr 2024'" in faults[-1].what
    assert faults[-1].line == "words: im Jahr 2024"


def test_words_that_are_not_printed_are_found(corpus: Corpus) -> None:
    corpus.claim["period"]["words"] = "im laufenden Jahr"
    assert corpus.only_fault().what.endswith("'im laufenden Jahr' stands in neither quote nor context")


def test_words_that_break_off_inside_a_word_are_found(corpus: Corpus) -> None:
    corpus.claim["period"]["words"] = "im Jahr 2024 Investition"
    assert "stands in neither quote nor context" in corpus.faults()[0].what


def test_words_that_neither_reader_nor_passages_resolve_are_found(statement: Corpus) -> None:
    statement.covers(date(2025, 1, 1), date(2025, 12, 31), label="2025", kind="year", words="wird mehr investiert")
    fault = statement.only_fault()
    assert fault.line == "words: wird mehr investiert"
    assert "the reader finds no period in 'wird mehr investiert'" in fault.what


def test_words_that_point_elsewhere_are_resolved_by_the_passages(corpus: Corpus) -> None:
    corpus.claim["period"]["words"] = "Acme erwartet"
    assert corpus.faults() == []


def test_a_period_without_words_is_to_be_inferred(corpus: Corpus) -> None:
    del corpus.claim["period"]["words"]
    fault = corpus.only_fault()
    assert fault.line.startswith("start: 2024-01-01")
    assert "has no words of the article and is not named as inferred" in fault.what


def test_an_inferred_period_is_said_by_both_statements(corpus: Corpus) -> None:
    del corpus.claim["period"]["words"]
    corpus.infer("period")
    corpus.says("Acme expects 35 to 40 billion US dollars.", corpus.claim["statement"]["de"])
    assert corpus.only_fault().line.startswith("en:")


def test_an_inferred_period_that_both_statements_say_is_sound(growth: Corpus) -> None:
    growth.infer("period")
    assert growth.faults() == []


def test_an_inferred_period_of_another_quarter_is_found_in_both_statements(growth: Corpus) -> None:
    growth.infer("period")
    growth.covers(date(2023, 7, 1), date(2023, 9, 30), label="Q3 2023", kind="quarter", words="Im vierten Quartal")
    assert {fault.line[:3] for fault in growth.faults()} == {"en:", "de:"}


def test_a_fiscal_label_follows_the_subjects_year_end(growth: Corpus) -> None:
    growth.infer("period")
    growth.covers(
        date(2023, 10, 1), date(2023, 12, 31), label="FY2023 Q4", kind="fiscal_quarter", words="Im vierten Quartal"
    )
    assert growth.only_fault().what.endswith("the label of this period is 'FY2024 Q2', not 'FY2023 Q4'")


def test_a_fiscal_period_that_ends_elsewhere_is_found(growth: Corpus) -> None:
    growth.infer("period")
    growth.says("Revenue rose from May to July 2023.", "Der Umsatz stieg von Mai bis Juli 2023.")
    growth.covers(date(2023, 5, 1), date(2023, 7, 31), label="FY2024 Q0", kind="fiscal_quarter")
    assert any("the fiscal year of 'acme' ends on 06-30" in fault.what for fault in growth.faults())


def test_a_fiscal_period_of_a_subject_without_fiscal_year_is_found(growth: Corpus) -> None:
    growth.infer("period")
    del growth.vocabulary["subjects"][0]["fiscal_year_end"]
    growth.claim["period"]["kind"] = "fiscal_quarter"
    assert "gives no end of the fiscal year of 'acme'" in told(growth)


def test_a_relative_period_of_another_length_than_its_words_is_found(statement: Corpus) -> None:
    words = "In den nächsten fünf Jahren"
    statement.covers(PUBLISHED, date(2028, 8, 3), label="next four years (2024–2028)", kind="relative", words=words)
    assert f"words: {words}" in [fault.line for fault in statement.faults()]


@pytest.mark.parametrize(
    ("label", "what"),
    [
        ("next five years (2024–2028)", "names 2028, which is not that end"),
        ("next five years (2024–2629)", "names 2629, which is not that end"),
        ("next five years (2024–2024)", "names 2024, which is not that end"),
        ("next five years (to 2024)", "names to 2024, which is not that end"),
        ("next five years (from 2029)", "names from 2029, which is not that end"),
        ("next 3 to five years (2024–2029)", "says '3', which the words 'In den nächsten fünf Jahren' do not"),
        ("next six years (2024–2029)", "does not last from 2024-08-03 to 2029-08-03"),
        ("next five years", "names the year of neither end"),
        ("until Sep 2029", "names until Sep 2029, which is not that end"),
    ],
)
def test_a_relative_label_at_odds_with_its_ends_is_found(statement: Corpus, label: str, what: str) -> None:
    words = "In den nächsten fünf Jahren"
    statement.covers(PUBLISHED, date(2029, 8, 3), label=label, kind="relative", words=words)
    assert what in told(statement)


def test_a_relative_period_on_the_wrong_side_of_the_article_is_found(statement: Corpus) -> None:
    words = "In den nächsten fünf Jahren"
    statement.covers(date(2019, 8, 3), PUBLISHED, label="past five years (2019–2024)", kind="relative", words=words)
    assert statement.only_fault().line == f"words: {words}"


def test_a_relative_period_that_lasts_as_nobody_counts_is_found(statement: Corpus) -> None:
    words = "In den nächsten fünf Jahren"
    statement.covers(PUBLISHED, date(2029, 8, 4), label="until 2029", kind="relative", words=words)
    assert "2024-08-03 to 2029-08-04 is no whole number of weeks or months" in told(statement)


def test_since_under_another_kind_is_found(statement: Corpus) -> None:
    words = "seit dem 30. November 2022"
    statement.claim["status"] = "actual"
    statement.covers(date(2022, 11, 30), PUBLISHED, label="since 30 Nov 2022", kind="relative", words=words)
    assert "is the label of a period of kind 'since'" in statement.faults()[0].what


def test_since_without_a_first_day_is_found(statement: Corpus) -> None:
    statement.covers(None, PUBLISHED, label="up to Aug 2024", kind="since", words="in den kommenden Jahren")
    assert statement.faults()[0].line == "kind: since"


def test_a_relative_period_away_from_the_article_is_found(statement: Corpus) -> None:
    words = "in den kommenden Jahren"
    statement.covers(date(2024, 8, 2), None, label="coming years (from Aug 2024)", kind="relative", words=words)
    assert "'relative' begins or ends at the article's date, 2024-08-03" in statement.only_fault().what


def test_an_open_relative_period_needs_no_more_proof(statement: Corpus) -> None:
    words = "in den kommenden Jahren"
    statement.covers(PUBLISHED, None, label="coming years (from Aug 2024)", kind="relative", words=words)
    assert statement.faults() == []


def test_since_that_does_not_end_with_the_article_is_found(statement: Corpus) -> None:
    words = "seit dem 30. November 2022"
    statement.claim["status"] = "actual"
    statement.covers(date(2022, 11, 30), date(2024, 8, 2), label="since 30 Nov 2022", kind="since", words=words)
    assert any("'since' ends at the article's date, 2024-08-03" in fault.what for fault in statement.faults())


def test_since_a_day_that_the_words_name_is_sound(statement: Corpus) -> None:
    words = "seit dem 30. November 2022"
    statement.claim["status"] = "actual"
    statement.covers(date(2022, 11, 30), PUBLISHED, label="since 30 Nov 2022", kind="since", words=words)
    assert statement.faults() == []


@pytest.mark.parametrize("status", ["actual", "estimate"])
def test_a_fact_that_begins_after_its_article_is_found(corpus: Corpus, status: str) -> None:
    corpus.article["published"]["date"] = date(2023, 12, 31)
    corpus.claim["status"] = status
    fault = corpus.only_fault()
    assert fault.line == "start: 2024-01-01"
    assert f"is '{status}' and begins on 2024-01-01, after the article" in fault.what


@pytest.mark.parametrize("status", ["guidance", "plan", "forecast"])
def test_a_look_forward_at_what_is_long_over_is_found(corpus: Corpus, status: str) -> None:
    corpus.article["published"]["date"] = date(2025, 8, 3)
    corpus.claim["status"] = status
    assert corpus.only_fault().line == "end: 2024-12-31"


def test_a_forecast_for_what_is_over_and_not_reported_passes(corpus: Corpus) -> None:
    corpus.article["published"]["date"] = date(2025, 1, 20)
    corpus.claim["status"] = "forecast"
    assert corpus.faults() == []


@pytest.mark.parametrize("baseline", ["2022", "Q4 2023", "2024"])
def test_a_baseline_of_another_part_is_found(corpus: Corpus, baseline: str) -> None:
    corpus.claim["period"]["baseline"] = baseline
    assert corpus.only_fault().line.startswith("baseline:")


@pytest.mark.parametrize("baseline", ["2023", "previous year"])
def test_the_year_before_is_a_baseline(corpus: Corpus, baseline: str) -> None:
    corpus.claim["period"]["baseline"] = baseline
    assert corpus.faults() == []


def test_a_yearly_amount_is_said_as_yearly(corpus: Corpus) -> None:
    corpus.claim["period"]["flow"] = "per_year"
    assert [fault.what.endswith("does not say 'per_year'") for fault in corpus.faults()] == [True, True]


def test_a_year_is_not_cumulative(corpus: Corpus) -> None:
    corpus.claim["period"]["flow"] = "cumulative"
    assert corpus.only_fault().line == "flow: cumulative"
