from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.numbers import amount_text, number_text
from knowledge.amount import Amount, Bound
from knowledge.claim import Direction
from knowledge.reading.amounts import read_amounts
from knowledge.value import Language

from .samples import number


@pytest.mark.parametrize(
    ("amount", "english", "german"),
    [
        (number(35 * 10**9, 40 * 10**9), "US$35–40 bn", "35–40 Mrd. US-Dollar"),
        (number("6.7e9"), "US$6.7 bn", "6,7 Mrd. US-Dollar"),
        (number("7.09e9"), "US$7.09 bn", "7,09 Mrd. US-Dollar"),
        (number("13.47e9"), "US$13.47 bn", "13,47 Mrd. US-Dollar"),
        (number(10**12), "US$1 tn", "1 Bio. US-Dollar"),
        (number(5_600_000), "US$5.6 million", "5,6 Mio. US-Dollar"),
        (number(20), "US$20", "20 US-Dollar"),
        (number(12_000), "US$12,000", "12.000 US-Dollar"),
        (number(999_999_999), "US$999.999999 million", "999,999999 Mio. US-Dollar"),
        (number(3 * 10**9, unit="EUR"), "€3 bn", "3 Mrd. Euro"),
        (number(0), "US$0", "0 US-Dollar"),
        (number("0.5"), "US$0.5", "0,5 US-Dollar"),
    ],
)
def test_money_is_written_as_each_language_writes_it(amount: Amount, english: str, german: str) -> None:
    assert amount_text(amount, "en") == english
    assert amount_text(amount, "de") == german


@pytest.mark.parametrize(
    ("bound", "english", "german"),
    [
        ("exact", "US$5 bn", "5 Mrd. US-Dollar"),
        ("about", "about US$5 bn", "rund 5 Mrd. US-Dollar"),
        ("almost", "almost US$5 bn", "fast 5 Mrd. US-Dollar"),
        ("at_least", "at least US$5 bn", "mindestens 5 Mrd. US-Dollar"),
        ("more_than", "more than US$5 bn", "mehr als 5 Mrd. US-Dollar"),
        ("up_to", "up to US$5 bn", "bis zu 5 Mrd. US-Dollar"),
    ],
)
def test_a_bound_is_part_of_the_figure(bound: Bound, english: str, german: str) -> None:
    amount = number(5 * 10**9, bound=bound)
    assert amount_text(amount, "en") == english
    assert amount_text(amount, "de") == german


@pytest.mark.parametrize(
    ("amount", "sign", "english", "german"),
    [
        (number(90, unit="percent"), "none", "90%", "90\N{NO-BREAK SPACE}%"),
        (number(90, unit="percent"), "up", "+90%", "+90\N{NO-BREAK SPACE}%"),
        (number("6.5", unit="percent"), "down", "−6.5%", "−6,5\N{NO-BREAK SPACE}%"),
        (number(10, 15, unit="percent"), "up", "+10–15%", "+10–15\N{NO-BREAK SPACE}%"),
        (number(3, unit="percent", bound="almost"), "down", "almost −3%", "fast −3\N{NO-BREAK SPACE}%"),
        (number(200 * 10**9), "down", "−US$200 bn", "−200 Mrd. US-Dollar"),
        (number(10, unit="times"), "none", "10 times", "10-fach"),
        (number(12_000, unit="count", bound="more_than"), "none", "more than 12,000", "mehr als 12.000"),
        (number(3_000_000, unit="count"), "none", "3 million", "3 Millionen"),
        (number(3, unit="USD/USD"), "none", "US$3 for each US dollar", "3 US-Dollar je US-Dollar"),
    ],
)
def test_percentages_counts_and_ratios_have_their_unit_and_sign(
    amount: Amount, sign: Direction, english: str, german: str
) -> None:
    assert amount_text(amount, "en", sign=sign) == english
    assert amount_text(amount, "de", sign=sign) == german


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        ("-5.5", "−5.5%", "−5,5\N{NO-BREAK SPACE}%"),
        ("50.0", "+50%", "+50\N{NO-BREAK SPACE}%"),
        ("0.0", "+0%", "+0\N{NO-BREAK SPACE}%"),
    ],
)
def test_a_calculated_number_has_its_sign(value: str, english: str, german: str) -> None:
    assert number_text(Decimal(value), "percent", "en") == english
    assert number_text(Decimal(value), "percent", "de") == german


def read_back(amount: Amount, language: Language) -> list[tuple[object, ...]]:
    return [(one.low, one.high, one.unit, one.bound) for one in read_amounts(amount_text(amount, language), language)]


@pytest.mark.parametrize("language", ["en", "de"])
@given(
    digits=st.integers(1, 999_999),
    places=st.integers(-2, 8),
    bound=st.sampled_from(["exact", "about", "almost", "at_least", "more_than", "up_to"]),
)
def test_no_digit_is_rounded_away_so_the_words_read_back_to_the_same_amount(
    language: Language, digits: int, places: int, bound: Bound
) -> None:
    amount = number(f"{Decimal(digits).scaleb(places):f}", bound=bound)
    assert read_back(amount, language) == [(amount.low, amount.high, amount.unit, amount.bound)]


@pytest.mark.parametrize("language", ["en", "de"])
@given(digits=st.integers(1, 999), places=st.integers(-2, 8), factor=st.integers(2, 9))
def test_a_range_reads_back_to_the_same_amount(language: Language, digits: int, places: int, factor: int) -> None:
    low = Decimal(digits).scaleb(places)
    amount = number(f"{low:f}", f"{low * factor:f}")
    assert read_back(amount, language) == [(amount.low, amount.high, amount.unit, amount.bound)]
