"""How English and German write numbers, months, currencies and languages.

The usual ones stand here, and a test holds them to CLDR; what is rare is asked of CLDR itself. It is loaded only then,
as that takes longer than a whole question.
"""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.value import Language

if TYPE_CHECKING:
    from babel import Locale

MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
}


class Currency(NamedTuple):
    """What stands before a number in English, what one unit is called there, and what several are in German."""

    sign: str
    english: str
    german: str


CURRENCIES: Final = {
    "USD": Currency("US$", "US dollar", "US-Dollar"),
    "EUR": Currency("€", "euro", "Euro"),
    "GBP": Currency("£", "British pound", "Britische Pfund"),
    "JPY": Currency("JP¥", "Japanese yen", "Japanische Yen"),
    "CNY": Currency("CN¥", "Chinese yuan", "Renminbi Yuan"),
    "CHF": Currency("CHF", "Swiss franc", "Schweizer Franken"),
    "KRW": Currency("₩", "South Korean won", "Südkoreanische Won"),
    "TWD": Currency("NT$", "New Taiwan dollar", "Neue Taiwan-Dollar"),
    "INR": Currency("₹", "Indian rupee", "Indische Rupien"),
}

LANGUAGES: Final = {
    "en": ("English", "Englisch"),
    "de": ("German", "Deutsch"),
    "fr": ("French", "Französisch"),
    "es": ("Spanish", "Spanisch"),
    "it": ("Italian", "Italienisch"),
    "nl": ("Dutch", "Niederländisch"),
    "da": ("Danish", "Dänisch"),
    "sv": ("Swedish", "Schwedisch"),
    "pt": ("Portuguese", "Portugiesisch"),
    "zh": ("Chinese", "Chinesisch"),
    "ja": ("Japanese", "Japanisch"),
    "ko": ("Korean", "Koreanisch"),
}

_SWAPPED: Final = str.maketrans(",.", ".,")


def number_in(number: Decimal, language: Language) -> str:
    """A number with all its decimals, and none that it does not have."""
    grouped = f"{number.normalize():,f}"
    return grouped if language == "en" else grouped.translate(_SWAPPED)


def month_in(day: date, language: Language) -> str:
    """The month of a day, with its year."""
    return f"{MONTHS[language][day.month - 1]} {day.year}"


def day_in(day: date, language: Language) -> str:
    """A day with its month in letters."""
    return f"{day.day}{'' if language == 'en' else '.'} {month_in(day, language)}"


def currency(code: str) -> Currency:
    """The currency of an ISO 4217 code; one that nobody knows is called by its code."""
    return CURRENCIES.get(code) or _rare_currency(code)


def language_name(code: str, language: Language) -> str:
    """What the language of an ISO 639 code is called; one that nobody knows is called by its code."""
    usual = LANGUAGES.get(code)
    return usual[language == "de"] if usual else str(_locale(language).languages.get(code, code))


@cache
def _rare_currency(code: str) -> Currency:
    from babel.numbers import get_currency_name, get_currency_symbol  # rare, and slow to load

    english, german = _locale("en"), _locale("de")
    return Currency(
        get_currency_symbol(code, english),
        get_currency_name(code, count=1, locale=english),
        get_currency_name(code, count=2, locale=german),
    )


@cache
def _locale(language: Language) -> "Locale":
    from babel import Locale  # rare, and slow to load

    return Locale.parse("en_GB" if language == "en" else language)
