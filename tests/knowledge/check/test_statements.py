"""A statement says the amount and the period of its claim, and no other number."""

from datetime import date

import pytest

from .sample import Corpus

SOUND_EN = "Acme expects capital expenditure of 35 to 40 billion US dollars in 2024."
SOUND_DE = "Acme erwartet 2024 Investitionsausgaben von 35 bis 40 Milliarden US-Dollar."


@pytest.mark.parametrize(
    ("old", "new"),
    [("35", "36"), ("US dollars", "euros"), ("35 to 40", "up to 40"), ("35 to 40", "35 to 45"), ("billion", "million")],
)
def test_another_amount_in_english_is_found(corpus: Corpus, old: str, new: str) -> None:
    corpus.says(SOUND_EN.replace(old, new), SOUND_DE)
    assert {fault.line[:3] for fault in corpus.faults()} == {"en:"}


@pytest.mark.parametrize(("old", "new"), [("35", "36"), ("US-Dollar", "Euro"), ("von 35 bis", "von fast")])
def test_another_amount_in_german_is_found(corpus: Corpus, old: str, new: str) -> None:
    corpus.says(SOUND_EN, SOUND_DE.replace(old, new))
    assert {fault.line[:3] for fault in corpus.faults()} == {"de:"}


def test_a_statement_without_the_amount_is_found(corpus: Corpus) -> None:
    corpus.says("Acme expects more capital expenditure in 2024.", SOUND_DE)
    assert "the statement says no amount" in corpus.only_fault().what


def test_a_second_amount_is_found(corpus: Corpus) -> None:
    corpus.says(SOUND_EN.replace(" in 2024", ", after 20 million euros, in 2024"), SOUND_DE)
    assert "'20 million euros' (exact 20000000 EUR) is not the claim's amount" in corpus.only_fault().what


def test_another_year_is_found(corpus: Corpus) -> None:
    corpus.says(SOUND_EN.replace("2024", "2025"), SOUND_DE)
    assert "is not the claim's period" in corpus.faults()[0].what


def test_the_year_of_the_baseline_alone_is_found(corpus: Corpus) -> None:
    corpus.claim["period"]["baseline"] = "2023"
    corpus.says(SOUND_EN.replace("2024", "2023"), SOUND_DE)
    assert "none of them is the claim's period" in corpus.only_fault().what


def test_the_year_of_the_baseline_beside_the_period_passes(corpus: Corpus) -> None:
    corpus.claim["period"]["baseline"] = "2023"
    corpus.says(SOUND_EN.replace("2024.", "2024, more than in 2023."), SOUND_DE)
    assert corpus.faults() == []


@pytest.mark.parametrize("said", ["three plants", "3 plants", "a dozen plants", "twice the plants", "a third plant"])
def test_a_number_that_belongs_to_nothing_is_found(corpus: Corpus, said: str) -> None:
    corpus.says(SOUND_EN.replace(" in 2024", f" for {said} in 2024"), SOUND_DE)
    assert corpus.only_fault().line.startswith("en:")


@pytest.mark.parametrize("said", ["drei Werke", "3 Werke", "ein Dutzend Werke", "das zweite Werk"])
def test_a_german_number_that_belongs_to_nothing_is_found(corpus: Corpus, said: str) -> None:
    corpus.says(SOUND_EN, SOUND_DE.replace("erwartet", f"erwartet für {said}"))
    assert corpus.only_fault().line.startswith("de:")


def test_the_number_in_a_name_of_the_vocabulary_passes(corpus: Corpus) -> None:
    corpus.says(SOUND_EN.replace("Acme", "Acme, maker of Engine 9,"), SOUND_DE)
    assert corpus.faults() == []


def test_the_number_in_a_name_that_is_not_known_is_found(corpus: Corpus) -> None:
    corpus.says(SOUND_EN.replace("Acme", "Acme, maker of X9,"), SOUND_DE)
    assert "the number 'X9' is neither amount nor period nor a name" in corpus.only_fault().what


def test_a_weekday_or_month_without_a_number_passes(corpus: Corpus) -> None:
    corpus.says(SOUND_EN.replace("Acme", "On Friday Acme"), SOUND_DE.replace("Acme", "Am Freitag im Mai: Acme"))
    assert corpus.faults() == []


def test_a_day_inside_a_week_is_not_the_week(corpus: Corpus) -> None:
    corpus.infer("period")
    corpus.covers(date(2024, 7, 22), date(2024, 7, 28), label="week of 22 Jul 2024", kind="week", words="im Jahr 2024")
    week = SOUND_EN.replace("in 2024", "in the week of 22 July 2024"), SOUND_DE.replace("2024", "ab dem 22. Juli 2024")
    corpus.says(*week)
    assert corpus.faults() == []
    corpus.says(week[0].replace("22", "24"), week[1])
    assert "is not the claim's period" in corpus.faults()[0].what


@pytest.mark.parametrize("said", ["from 2024 to 2028", "in the next 6 years"])
def test_another_stretch_of_years_is_found(corpus: Corpus, said: str) -> None:
    corpus.infer("period")
    period = {"label": "next five years (2024–2029)", "kind": "relative", "words": "im Jahr 2024"}
    corpus.covers(date(2024, 8, 3), date(2029, 8, 3), **period)
    corpus.says(SOUND_EN.replace("in 2024", said), SOUND_DE.replace("2024", "bis August 2029"))
    assert any("is not the claim's period" in fault.what for fault in corpus.faults())
