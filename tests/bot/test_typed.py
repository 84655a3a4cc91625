"""Sentences as they are typed are written out as they would be printed, and what is right already stays."""

import pytest

from bot.names import Names
from bot.typed import completed, written_out
from knowledge.value import Language


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("meta spent it", "en", "Meta spent it"),
        ("google in Q2 and in March", "en", "Google in Q2 and in March"),
        ("metas capex", "en", "Metas capex"),
        ("microsft und amazon", "de", "Microsoft und Amazon"),
        ("nvidia has AI chips", "en", "Nvidia has AI chips"),
        ("openai will es investiren", "de", "Openai will es investieren"),
        ("im 1. Hj. 2024", "de", "im 1. Halbjahr 2024"),
        ("im ersten Halbjar 2024", "de", "im ersten halbjahr 2024"),
    ],
)
def test_names_and_slips_are_put_right(shipped_names: Names, typed: str, language: Language, meant: str) -> None:
    assert written_out(typed, language, shipped_names) == meant


@pytest.mark.parametrize(
    "right",
    [
        "Meta's capex was $6.7 billion in Q1 2024.",
        "Die Investitionsausgaben von Alphabet stiegen im ersten Halbjahr 2024 um 90 Prozent.",
        "Samsung spent $3 billion on apples.",
    ],
)
def test_what_is_right_stays(shipped_names: Names, right: str) -> None:
    assert written_out(right, "en", shipped_names) == right


@pytest.mark.parametrize(
    ("typed", "language", "text"),
    [
        ("Meta spent 14bn", "en", "Meta spent 14bn USD"),
        ("33 Mrd. im Jahr", "de", "33 Mrd. USD im Jahr"),
        ("40 Milliarden investiert", "de", "40 Milliarden USD investiert"),
        ("35 bis 40 Milliarden, dann 5 Mrd. Verlust", "de", "35 bis 40 Milliarden USD, dann 5 Mrd. USD Verlust"),
    ],
)
def test_a_large_figure_that_counts_nothing_gets_a_currency(
    shipped_names: Names, typed: str, language: Language, text: str
) -> None:
    found = completed(typed, language, shipped_names, ())
    assert found.text == text
    assert [found.text[place : place + 4] for place in found.places] == [" USD"] * text.count("USD")


@pytest.mark.parametrize(
    "typed", ["300 million users", "$14bn", "14bn euros", "228,000", "70 billion parameters", "in 2024", "90 percent"]
)
def test_what_counts_something_or_has_a_unit_stays(shipped_names: Names, typed: str) -> None:
    assert completed(typed, "en", shipped_names, ()).text == typed


def test_a_figure_that_is_read_already_stays(shipped_names: Names) -> None:
    assert completed("300 million lost", "en", shipped_names, [(0, 11)]).text == "300 million lost"
