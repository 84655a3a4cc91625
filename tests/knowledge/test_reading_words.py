"""The readers' tables against CLDR: no name, sign or scale that CLDR knows in either language is missing."""

from typing import Literal

import pytest
from babel import Locale
from babel.dates import get_day_names, get_month_names
from babel.numbers import get_currency_name, get_currency_symbol

from knowledge.reading.amounts import read_amounts
from knowledge.reading.time_words import MONTHS, WEEKDAYS
from knowledge.reading.tokens import Tokens
from knowledge.value import Language

LANGUAGES: tuple[Language, ...] = ("en", "de")
CODES = ("USD", "EUR", "GBP", "CHF", "JPY", "CNY", "SGD", "AUD", "CAD", "HKD", "NZD", "TWD", "BRL", "INR")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_each_name_of_a_currency_is_read(code: str, language: Language) -> None:
    for name in {get_currency_name(code, count, locale=language) for count in (1, 5)}:
        (amount,) = read_amounts(f"5 {name}", language)
        assert (amount.text, amount.unit) == (f"5 {name}", code)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_each_sign_of_a_currency_is_read(code: str, language: Language) -> None:
    (amount,) = read_amounts(f"{get_currency_symbol(code, language)} 5", language)
    assert amount.unit == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_scale_word_is_read(language: Language) -> None:
    patterns = Locale(language).compact_decimal_formats["long"]
    for count in ("one", "other"):
        for power, pattern in patterns[count].items():
            phrase = pattern.pattern.replace("0", "5", 1).replace("0", "")
            (amount,) = read_amounts(f"{phrase} Euro", language)
            assert amount.low == 5 * 10 ** (len(power) - 1 - (len(power) - 1) % 3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_each_month_name_is_known(language: Language, width: Literal["wide", "abbreviated"]) -> None:
    for number, name in get_month_names(width, locale=language).items():
        found = MONTHS.find(Tokens(name), 0)
        assert found is not None
        assert found[0] == number


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_weekday_is_known(language: Language) -> None:
    names = get_day_names("wide", locale=language)
    assert {WEEKDAYS[name.casefold()]: name for name in names.values()} == dict(names)
