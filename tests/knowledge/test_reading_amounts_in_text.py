"""Amounts among other words: where their words end, what they borrow from their sentence, and what is none."""

from decimal import Decimal

import pytest

from knowledge.reading.amounts import read_amounts
from knowledge.value import Language


@pytest.mark.parametrize(
    ("language", "text", "spans"),
    [
        ("de", "ein 500-Milliarden-Dollar-Supercomputer", ["500-Milliarden-Dollar"]),
        ("de", "ein Zehn-Milliarden-Dollar-Fonds", ["Zehn-Milliarden-Dollar"]),
        ("de", "eine 30-prozentige Steigerung", ["30-prozentige"]),
        ("en", "a $500 billion project", ["$500 billion"]),
        ("de", "300 Millionen Arbeitsplätze", ["300 Millionen"]),
        ("de", "mehr als 12.000 Produkte", ["mehr als 12.000"]),
        ("de", "mehr als 500 neue Stellen", ["mehr als 500"]),
        ("en", "300 million jobs", ["300 million"]),
        ("en", "over 350,000 H100s", ["over 350,000"]),
        ("en", "about 100K H100s a year", ["about 100K H100s"]),
        ("de", "wuchs auf 1156 Mitarbeiter", ["1156 Mitarbeiter"]),
        ("de", "fast 70 Milliarden Parameter", ["fast 70 Milliarden"]),
        ("de", "stieg um 78 % auf 33 Milliarden Dollar", ["78 %", "33 Milliarden Dollar"]),
        ("de", "von 3 bis 4 Prozent auf 11 bis 12 Prozent", ["3 bis 4 Prozent", "11 bis 12 Prozent"]),
        ("en", "in 2024 $5 billion", ["$5 billion"]),
        ("en", "up $2 billion to $35 billion", ["$2 billion", "$35 billion"]),
        ("en", "10 times the compute", ["10 times"]),
        ("de", "„fast zehnmal“ höher", ["fast zehnmal"]),
        ("en", "$80\nbillion", ["$80\nbillion"]),
        ("en", "$80\n\nbillion", ["$80"]),
    ],
)
def test_only_the_words_of_the_amount_belong_to_it(language: Language, text: str, spans: list[str]) -> None:
    assert [amount.text for amount in read_amounts(text, language)] == spans


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "stieg von 6 auf 7 Milliarden Dollar", [6 * 10**9, 7 * 10**9]),
        ("de", "von 6,4 Milliarden auf mehr als 7,1 Milliarden Dollar", [6_400_000_000, 7_100_000_000]),
        ("en", "rose from 6 to 7 billion dollars", [6 * 10**9, 7 * 10**9]),
        ("en", "rose from $6 billion to $7 billion", [6 * 10**9, 7 * 10**9]),
    ],
)
def test_a_change_is_two_amounts_in_the_unit_of_the_second(language: Language, text: str, values: list[int]) -> None:
    amounts = read_amounts(text, language)
    assert [amount.low for amount in amounts] == values
    assert [amount.unit for amount in amounts] == ["USD", "USD"]


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("en", "Amazon plans $200 billion, Alphabet 185 billion and Meta 135 billion.", ["USD", "USD", "USD"]),
        ("de", "stieg um 6 % auf 2,39 Mrd. Euro (Vorjahr: 2,37 Mrd.)", ["percent", "EUR", "EUR"]),
        ("en", "It spent $5 billion on 300 million users.", ["USD", "count"]),
        ("en", "It spent $5 billion. It has 300 million.", ["USD", "count"]),
        ("en", "It spent $5 billion on 300 million users and 400 million.", ["USD", "count", "count"]),
    ],
)
def test_a_large_bare_figure_has_the_currency_of_its_sentence(language: Language, text: str, units: list[str]) -> None:
    assert [amount.unit for amount in read_amounts(text, language)] == units


def test_of_two_respective_amounts_the_first_borrows_from_the_second() -> None:
    first, second = read_amounts("auf zehn beziehungsweise acht Milliarden Euro", "de")
    assert (first.low, first.unit) == (Decimal(10 * 10**9), "EUR")
    assert (second.low, second.unit) == (Decimal(8 * 10**9), "EUR")


@pytest.mark.parametrize(
    ("language", "text", "values", "unit"),
    [
        ("de", "3,59 (3,42) Mrd. €", [3_590_000_000, 3_420_000_000], "EUR"),
        ("en", "3.59 (3.42) billion euros", [3_590_000_000, 3_420_000_000], "EUR"),
        ("en", "$3.59 (3.42) billion", [3_590_000_000, 3_420_000_000], "USD"),
        ("de", "12,4 (Vorjahr: 11,9) Prozent", ["12.4", "11.9"], "percent"),
        ("de", "12 (i. Vj. 11) Prozent", [12, 11], "percent"),
        ("de", "12 (2023: 11) Prozent", [12, 11], "percent"),
        ("de", "TEUR 1.250 (Vorjahr: TEUR 1.100)", [1_250_000, 1_100_000], "EUR"),
    ],
)
def test_a_comparison_in_brackets_shares_scale_and_unit(
    language: Language, text: str, values: list[int | str], unit: str
) -> None:
    amounts = read_amounts(text, language)
    assert [amount.low for amount in amounts] == [Decimal(value) for value in values]
    assert {amount.unit for amount in amounts} == {unit}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "von 66 bis 72 auf 70 bis 73 Milliarden Dollar"),
        ("de", "von 66–72 auf rund 70–73 Mrd. Dollar"),
        ("en", "from 66-72 to 70-73 billion dollars"),
        ("en", "raised from 66 to 72 to 70 to 73 billion dollars"),
        ("en", "from between 66 and 72 to between 70 and 73 billion dollars"),
        ("en", "from $66-72 to $70-73 billion"),
    ],
)
def test_a_range_borrows_from_the_range_it_changes_to(language: Language, text: str) -> None:
    amounts = read_amounts(text, language)
    billion = 10**9
    assert [(amount.low, amount.high) for amount in amounts] == [
        (Decimal(66 * billion), Decimal(72 * billion)),
        (Decimal(70 * billion), Decimal(73 * billion)),
    ]
    assert [amount.unit for amount in amounts] == ["USD", "USD"]


@pytest.mark.parametrize(
    ("language", "text", "spans"),
    [
        ("de", "von 2022 bis 2024 auf 5 Milliarden Dollar", ["5 Milliarden Dollar"]),
        ("de", "2024 (3,42) Mrd. Euro", ["(3,42) Mrd. Euro"]),
        ("de", "4 Mio. € 12,5", ["4 Mio. €"]),
        ("de", "mehrere Mio. EUR 2024", ["EUR 2024"]),
        ("en", "item (1) $5 billion", ["$5 billion"]),
        ("en", "a cap ($20) T-shirt", ["$20"]),
    ],
)
def test_brackets_years_and_scales_beside_an_amount_are_not_its_own(
    language: Language, text: str, spans: list[str]
) -> None:
    assert [amount.text for amount in read_amounts(text, language)] == spans


def test_a_revised_range_is_a_range_again() -> None:
    now, before = read_amounts("$116B to $118B, revised from $114B to $118B", "en")
    assert (before.bound, before.low, before.high) == ("range", Decimal(114 * 10**9), now.high)


def test_a_range_after_from_without_a_verb_of_change_is_one_amount() -> None:
    (amount,) = read_amounts("estimates from 3 to 4 percent", "en")
    assert amount.low == Decimal(3)
    assert amount.high == Decimal(4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Milliarden-Dollar-Frage"),
        ("de", "die eine Milliarden-Dollar-Frage"),
        ("de", "Milliarden von Dollar"),
        ("de", "zweistellige Milliardenbeträge"),
        ("de", "mehrere hundert Millionen Dollar"),
        ("de", "Es mangelt an Milliarden Dollar"),
        ("de", "Im Jahr 2024 Milliarden Dollar investiert"),
        ("de", "GPT-4 und R1 auf H100 in Q2 2024, im S&P 500 und bei den Mag 7"),
        ("de", "30 Tage, 5 Jahre, mehr als 600 Tage, rund 18 Monate"),
        ("de", "Am 30. November 2022 um 10:30 Uhr, am 27.07.2024"),
        ("de", "das Kapitel über 2024"),
        ("de", "der 2. Quartalsbericht, Seite 12, Tel. 089 123 456"),
        ("de", "um 3 Prozentpunkte"),
        ("de", "um 50 Basispunkte"),
        ("de", "Altman hat bereits zweimal die Preise gesenkt"),
        ("de", "ganz einfach und einmal mehr"),
        ("de", "die 7 großen Firmen"),
        ("de", "5 Millionen Tonnen und 100 Millionen Jahre"),
        ("en", "billions of dollars"),
        ("en", "a couple of billion dollars"),
        ("en", "a fraction of a billion dollars"),
        ("en", "a trillion-dollar company"),
        ("en", "GPT-4, GPT-4.5, o1, R1, H100, Llama 405B and 70B parameters"),
        ("en", "the 10-K, section 3.4, page 12, Nasdaq 100"),
        ("en", "+49 171 234 567, (555) 123-4567, 555 123 4567"),
        ("en", "24/7, 3/4, 10:30, 192.168.1.1, 2024-08-03, July 4th"),
        ("en", "two percentage points"),
        ("en", "three times in 2023"),
        ("en", "5G, 3D, the 1990s, 16GB"),
        ("en", "MX$5 billion"),
        ("de", "am Fr. 24.12. und Fr. 12 Uhr"),
        ("de", "20'000 Quadratmeter und 5 Millionen Kilowattstunden"),
        ("en", "the top 5, Fortune 500 employees, past 7"),
        ("en", "metas capex 2024"),
        ("en", "compare 3 companies"),
        ("en", "more than 2024"),
        ("en", "(1) dollar strength, (2) billion-dollar bets, (2024) billion"),
        ("de", "Milliarden Dollar 5"),
    ],
)
def test_what_is_no_amount_is_not_read(language: Language, text: str) -> None:
    assert read_amounts(text, language) == ()


def test_a_number_too_large_to_be_an_amount_is_not_read() -> None:
    assert read_amounts("9" * 400 + " %", "de") == ()
