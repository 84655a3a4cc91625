"""The tables of how a language writes, against CLDR."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_name, get_currency_symbol
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.habits import CURRENCIES, LANGUAGES, Currency, currency, day_in, language_name, month_in, number_in
from knowledge.value import Language

LOCALES: dict[Language, str] = {"en": "en_GB", "de": "de"}
DAYS: dict[Language, str] = {"en": "d MMM y", "de": "d. MMM y"}

both = pytest.mark.parametrize("language", LOCALES)


@both
@given(day=st.dates())
def test_a_day_is_written_as_cldr_writes_it(language: Language, day: date) -> None:
    assert day_in(day, language) == format_date(day, DAYS[language], locale=LOCALES[language])


@both
@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_is_written_as_cldr_writes_it(language: Language, month: int) -> None:
    day = date(2024, month, 1)
    assert month_in(day, language) == format_date(day, "MMM y", locale=LOCALES[language])


@both
@given(number=st.decimals(0, 10**15, allow_nan=False, places=6))
def test_a_number_is_written_as_cldr_writes_it(language: Language, number: Decimal) -> None:
    assert number_in(number, language) == format_decimal(number, "#,##0.######", locale=LOCALES[language])


def cldr(code: str) -> Currency:
    english = get_currency_name(code, count=1, locale="en_GB")
    return Currency(get_currency_symbol(code, "en_GB"), english, get_currency_name(code, count=2, locale="de"))


@pytest.mark.parametrize("code", CURRENCIES)
def test_a_usual_currency_is_called_what_cldr_calls_it(code: str) -> None:
    assert CURRENCIES[code] == cldr(code)


def test_a_rare_currency_is_asked_of_cldr() -> None:
    assert "NOK" not in CURRENCIES
    assert currency("NOK") == Currency("NOK", "Norwegian krone", "Norwegische Kronen")


def test_a_currency_that_nobody_knows_is_called_by_its_code() -> None:
    assert currency("XQQ") == Currency("XQQ", "XQQ", "XQQ")


@both
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_usual_language_is_called_what_cldr_calls_it(language: Language, code: str) -> None:
    assert language_name(code, language) == Locale.parse(LOCALES[language]).languages[code]


def test_a_rare_language_is_asked_of_cldr() -> None:
    assert "cy" not in LANGUAGES
    assert (language_name("cy", "en"), language_name("cy", "de")) == ("Welsh", "Walisisch")


@both
def test_a_language_that_nobody_knows_is_called_by_its_code(language: Language) -> None:
    assert language_name("qq", language) == "qq"
