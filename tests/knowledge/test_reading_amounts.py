"""Amounts in German and English: number forms, scales, units, bounds, ranges, multiples and ratios."""

from decimal import Decimal

import pytest

from knowledge.reading.amounts import read_amounts
from knowledge.value import Language

Row = tuple[str, int | str | None, int | str | None, str, str]

NUMBERS_DE: list[Row] = [
    ("13,47 Mrd. €", 13_470_000_000, 13_470_000_000, "EUR", "exact"),
    ("100.000 Euro", 100_000, 100_000, "EUR", "exact"),
    ("100 000 Euro", 100_000, 100_000, "EUR", "exact"),
    ("100\u202f000 Euro", 100_000, 100_000, "EUR", "exact"),
    ("100\u00a0000 Euro", 100_000, 100_000, "EUR", "exact"),
    ("100'000 Franken", 100_000, 100_000, "CHF", "exact"),
    ("100’000 Franken", 100_000, 100_000, "CHF", "exact"),
    ("CHF 1'234.50", "1234.5", "1234.5", "CHF", "exact"),
    ("1.234.567,89 Euro", "1234567.89", "1234567.89", "EUR", "exact"),
    ("1 234 567,89 €", "1234567.89", "1234567.89", "EUR", "exact"),
    ("0,125 %", "0.125", "0.125", "percent", "exact"),
    ("7.09 Milliarden Dollar", 7_090_000_000, 7_090_000_000, "USD", "exact"),
    ("$100,000", 100_000, 100_000, "USD", "exact"),
    ("anderthalb Milliarden", 1_500_000_000, 1_500_000_000, "count", "exact"),
    ("zweieinhalb Milliarden Euro", 2_500_000_000, 2_500_000_000, "EUR", "exact"),
    ("eine halbe Milliarde Euro", 500_000_000, 500_000_000, "EUR", "exact"),
    ("eine Billion US-Dollar", 10**12, 10**12, "USD", "exact"),
    ("fünfundzwanzig Millionen Euro", 25_000_000, 25_000_000, "EUR", "exact"),
    ("hundert Millionen Dollar", 100_000_000, 100_000_000, "USD", "exact"),
    ("hunderttausend Euro", 100_000, 100_000, "EUR", "exact"),
    ("ein Prozent", 1, 1, "percent", "exact"),
]
NUMBERS_EN: list[Row] = [
    ("$13.47 billion", 13_470_000_000, 13_470_000_000, "USD", "exact"),
    ("13,47 billion euros", 13_470_000_000, 13_470_000_000, "EUR", "exact"),
    ("$1,234,567.89", "1234567.89", "1234567.89", "USD", "exact"),
    ("$0.5 million", 500_000, 500_000, "USD", "exact"),
    ("half a billion dollars", 500_000_000, 500_000_000, "USD", "exact"),
    ("a quarter of a trillion dollars", 250 * 10**9, 250 * 10**9, "USD", "exact"),
    ("half a percent", "0.5", "0.5", "percent", "exact"),
    ("one and a half billion", 1_500_000_000, 1_500_000_000, "count", "exact"),
    ("a trillion dollars", 10**12, 10**12, "USD", "exact"),
    ("twenty-five billion dollars", 25_000_000_000, 25_000_000_000, "USD", "exact"),
    ("five hundred million dollars", 500_000_000, 500_000_000, "USD", "exact"),
    ("a hundred million dollars", 100_000_000, 100_000_000, "USD", "exact"),
]
SCALES_DE: list[Row] = [
    ("33 Mrd. Dollar", 33_000_000_000, 33_000_000_000, "USD", "exact"),
    ("35 Mrd USD", 35_000_000_000, 35_000_000_000, "USD", "exact"),
    ("15 Mio. €", 15_000_000, 15_000_000, "EUR", "exact"),
    ("500 Tsd. Euro", 500_000, 500_000, "EUR", "exact"),
    ("1,5 Bio. Euro", 1_500_000_000_000, 1_500_000_000_000, "EUR", "exact"),
    ("80 Billionen Euro", 80 * 10**12, 80 * 10**12, "EUR", "exact"),
    ("1 Billion Dollar", 10**12, 10**12, "USD", "exact"),
    ("tausend Milliarden Euro", 10**12, 10**12, "EUR", "exact"),
    ("3.000 Milliarden Dollar", 3 * 10**12, 3 * 10**12, "USD", "exact"),
    ("$80 billion", 80_000_000_000, 80_000_000_000, "USD", "exact"),
    ("$1.5T", 1_500_000_000_000, 1_500_000_000_000, "USD", "exact"),
    ("1 Trillion Euro", 10**18, 10**18, "EUR", "exact"),
]
SCALES_EN: list[Row] = [
    ("$80 Billion", 80_000_000_000, 80_000_000_000, "USD", "exact"),
    ("33 Mrd. Dollar", 33_000_000_000, 33_000_000_000, "USD", "exact"),
    ("5 Milliarden", 5_000_000_000, 5_000_000_000, "count", "exact"),
    ("1 Billion US-Dollar", 10**12, 10**12, "USD", "exact"),
    ("eine Billion Dollar", 10**12, 10**12, "USD", "exact"),
    ("$3 trillion", 3 * 10**12, 3 * 10**12, "USD", "exact"),
    ("$65bn", 65_000_000_000, 65_000_000_000, "USD", "exact"),
    ("$3tn", 3 * 10**12, 3 * 10**12, "USD", "exact"),
    ("€35m", 35_000_000, 35_000_000, "EUR", "exact"),
    ("35m dollars", 35_000_000, 35_000_000, "USD", "exact"),
    ("$5 M", 5_000_000, 5_000_000, "USD", "exact"),
    ("$5 mil", 5_000_000, 5_000_000, "USD", "exact"),
    ("$20K", 20_000, 20_000, "USD", "exact"),
    ("5 thousand dollars", 5_000, 5_000, "USD", "exact"),
]
CURRENCIES: list[Row] = [
    ("US$80 billion", 80_000_000_000, 80_000_000_000, "USD", "exact"),
    ("US$ 35 Mrd.", 35_000_000_000, 35_000_000_000, "USD", "exact"),
    ("USD35bn", 35_000_000_000, 35_000_000_000, "USD", "exact"),
    ("35 billion U.S. dollars", 35_000_000_000, 35_000_000_000, "USD", "exact"),
    ("200 bucks", 200, 200, "USD", "exact"),
    ("£2.5bn", 2_500_000_000, 2_500_000_000, "GBP", "exact"),
    ("2 Mrd. Pfund", 2_000_000_000, 2_000_000_000, "GBP", "exact"),
    ("CHF 10m", 10_000_000, 10_000_000, "CHF", "exact"),
    ("3 Millionen Schweizer Franken", 3_000_000, 3_000_000, "CHF", "exact"),
    ("¥500 billion", 500_000_000_000, 500_000_000_000, "JPY", "exact"),
    ("5 trillion yen", 5 * 10**12, 5 * 10**12, "JPY", "exact"),
    ("10 billion yuan", 10_000_000_000, 10_000_000_000, "CNY", "exact"),
    ("20 Milliarden Renminbi", 20_000_000_000, 20_000_000_000, "CNY", "exact"),
    ("S$5 million", 5_000_000, 5_000_000, "SGD", "exact"),
    ("5 Mrd. Singapur-Dollar", 5_000_000_000, 5_000_000_000, "SGD", "exact"),
    ("SGD 5 million", 5_000_000, 5_000_000, "SGD", "exact"),
    ("A$5 billion", 5_000_000_000, 5_000_000_000, "AUD", "exact"),
    ("$5 billion CAD", 5_000_000_000, 5_000_000_000, "CAD", "exact"),
    ("5 Milliarden kanadische Dollar", 5_000_000_000, 5_000_000_000, "CAD", "exact"),
]
BOUNDS_DE: list[Row] = [
    *((f"{word} 7 %", 7, 7, "percent", "about") for word in ("rund", "rd.", "etwa", "ca.", "circa", "ungefähr", "~")),
    *((f"{word} 7 %", 7, 7, "percent", "almost") for word in ("fast", "knapp", "beinahe", "nahezu")),
    *((f"{word} 7 %", 7, None, "percent", "at_least") for word in ("mindestens", "wenigstens")),
    *((f"{word} 7 %", 7, None, "percent", "more_than") for word in ("mehr als", "über", "gut")),
    *(
        (f"{word} 7 %", None, 7, "percent", "up_to")
        for word in ("bis zu", "höchstens", "maximal", "nicht mehr als", "weniger als", "unter")
    ),
    ("bis zu rund 7 %", None, 7, "percent", "up_to"),
    ("100 Milliarden Dollar oder mehr", 10**11, None, "USD", "at_least"),
    ("50 % übersteigt", 50, None, "percent", "more_than"),
    ("50 % nicht übersteigt", None, 50, "percent", "up_to"),
]
BOUNDS_EN: list[Row] = [
    *(
        (f"{word} $7bn", 7 * 10**9, 7 * 10**9, "USD", "about")
        for word in ("about", "around", "roughly", "approximately", "some")
    ),
    *((f"{word} $7bn", 7 * 10**9, 7 * 10**9, "USD", "almost") for word in ("nearly", "almost", "close to")),
    *((f"{word} $7bn", 7 * 10**9, None, "USD", "at_least") for word in ("at least", "no less than")),
    *((f"{word} $7bn", 7 * 10**9, None, "USD", "more_than") for word in ("more than", "over", "exceed", "north of")),
    *(
        (f"{word} $7bn", None, 7 * 10**9, "USD", "up_to")
        for word in ("up to", "as much as", "no more than", "not exceed", "less than")
    ),
    ("$100 billion-plus", 10**11, None, "USD", "at_least"),
    ("$100bn+", 10**11, None, "USD", "at_least"),
    ("$100+ billion", 10**11, None, "USD", "at_least"),
    ("$30-plus billion", 3 * 10**10, None, "USD", "at_least"),
    ("sub-$1bn", None, 10**9, "USD", "up_to"),
    ("$100 billion or more", 10**11, None, "USD", "at_least"),
]
RANGES_DE: list[Row] = [
    ("35 bis 40 Milliarden US-Dollar", 35 * 10**9, 40 * 10**9, "USD", "range"),
    ("zwischen 35 und 40 Milliarden", 35 * 10**9, 40 * 10**9, "count", "range"),
    ("3 bis 4 Prozent", 3, 4, "percent", "range"),
    ("etwa 3 bis 4 Prozent", 3, 4, "percent", "range"),
    ("35–40 Mrd. Euro", 35 * 10**9, 40 * 10**9, "EUR", "range"),
    ("zwischen 60 und rund 65 Milliarden Dollar", 60 * 10**9, 65 * 10**9, "USD", "range"),
    ("7 % – 9 %", 7, 9, "percent", "range"),
    ("zwei bis drei Milliarden Euro", 2 * 10**9, 3 * 10**9, "EUR", "range"),
    ("zwischen 500 Millionen und einer Milliarde Dollar", 5 * 10**8, 10**9, "USD", "range"),
    ("35 bis zu 40 Milliarden Dollar", 35 * 10**9, 40 * 10**9, "USD", "range"),
    ("6 oder 7 Milliarden Dollar", 6 * 10**9, 7 * 10**9, "USD", "range"),
    ("37 Milliarden Dollar plus/minus eine Milliarde", 36 * 10**9, 38 * 10**9, "USD", "range"),
]
RANGES_EN: list[Row] = [
    ("$35-40bn", 35 * 10**9, 40 * 10**9, "USD", "range"),
    ("$35-40B", 35 * 10**9, 40 * 10**9, "USD", "range"),
    ("$175B–$185B", 175 * 10**9, 185 * 10**9, "USD", "range"),
    ("$35 to $40 billion", 35 * 10**9, 40 * 10**9, "USD", "range"),
    ("$35 billion to $40 billion", 35 * 10**9, 40 * 10**9, "USD", "range"),
    ("35bn-40bn dollars", 35 * 10**9, 40 * 10**9, "USD", "range"),
    ("between $64 billion and $72 billion", 64 * 10**9, 72 * 10**9, "USD", "range"),
    ("500 million to 1 billion dollars", 5 * 10**8, 10**9, "USD", "range"),
    ("500,000 to 1 million", 500_000, 1_000_000, "count", "range"),
    ("35 to 40%", 35, 40, "percent", "range"),
    ("10%-15%", 10, 15, "percent", "range"),
    ("$37 billion, plus or minus $1 billion", 36 * 10**9, 38 * 10**9, "USD", "range"),
    ("2 to 3 times", 2, 3, "times", "range"),
]
MULTIPLES: list[Row] = [
    ("zehnmal", 10, 10, "times", "exact"),
    ("fast zehnmal", 10, 10, "times", "almost"),
    ("10-mal", 10, 10, "times", "exact"),
    ("das Zehnfache", 10, 10, "times", "exact"),
    ("10-fach", 10, 10, "times", "exact"),
    ("das Doppelte", 2, 2, "times", "exact"),
    ("tenfold", 10, 10, "times", "exact"),
    ("10x", 10, 10, "times", "exact"),
    ("ten times", 10, 10, "times", "exact"),
    ("a factor of ten", 10, 10, "times", "exact"),
    ("den Faktor 10", 10, 10, "times", "exact"),
]
RATIOS: list[Row] = [
    ("2 Dollar für jeden eingenommenen Dollar", 2, 2, "USD/USD", "exact"),
    ("für jeden eingenommenen Dollar 2 Dollar", 2, 2, "USD/USD", "exact"),
    ("2 dollars for every dollar", 2, 2, "USD/USD", "exact"),
    ("$2 for every $1", 2, 2, "USD/USD", "exact"),
    ("mehr als 2 Euro pro Dollar", 2, None, "EUR/USD", "more_than"),
]
COUNTS: list[Row] = [
    ("300 Millionen", 300_000_000, 300_000_000, "count", "exact"),
    ("mehr als 12.000", 12_000, None, "count", "more_than"),
    ("mehr als 500", 500, None, "count", "more_than"),
]
PRICES: list[Row] = [
    ("1.299,00 €", 1299, 1299, "EUR", "exact"),
    ("5.329,- €", 5329, 5329, "EUR", "exact"),
    ("CHF 1'200.–", 1200, 1200, "CHF", "exact"),
    ("EUR 12,50", "12.5", "12.5", "EUR", "exact"),
    ("Fr. 49.90", "49.9", "49.9", "CHF", "exact"),
    ("12.5 pence", "0.125", "0.125", "GBP", "exact"),
    ("80 Rappen", "0.8", "0.8", "CHF", "exact"),
]
ORDERS: list[Row] = [
    ("US-Dollar 5 Mrd.", 5 * 10**9, 5 * 10**9, "USD", "exact"),
    ("Dollar 5 Milliarden", 5 * 10**9, 5 * 10**9, "USD", "exact"),
    ("$60 (billion)", 60 * 10**9, 60 * 10**9, "USD", "exact"),
    ("(in millions) $1,234", 1_234_000_000, 1_234_000_000, "USD", "exact"),
    ("(in Mio. Euro): 7.014", 7_014_000_000, 7_014_000_000, "EUR", "exact"),
    ("15,3 Mia. Franken", 15_300_000_000, 15_300_000_000, "CHF", "exact"),
    ("zwei- bis dreimal", 2, 3, "times", "range"),
    ("10- bis 15-prozentige", 10, 15, "percent", "range"),
    ("past $4 trillion", 4 * 10**12, None, "USD", "more_than"),
    ("Für jeden Dollar Umsatz gibt sie 2,35 Dollar", "2.35", "2.35", "USD/USD", "exact"),
]
ABBREVIATED: list[Row] = [
    ("TEUR 1.250", 1_250_000, 1_250_000, "EUR", "exact"),
    ("T€ 1.250", 1_250_000, 1_250_000, "EUR", "exact"),
    ("1.250 TEUR", 1_250_000, 1_250_000, "EUR", "exact"),
    ("1.250 T€", 1_250_000, 1_250_000, "EUR", "exact"),
    ("MEUR 12,5", 12_500_000, 12_500_000, "EUR", "exact"),
    ("12,5 MEUR", 12_500_000, 12_500_000, "EUR", "exact"),
    ("Mio. EUR 12,5", 12_500_000, 12_500_000, "EUR", "exact"),
    ("CHF Mio. 12,5", 12_500_000, 12_500_000, "CHF", "exact"),
    ("EUR 12,5 Mio.", 12_500_000, 12_500_000, "EUR", "exact"),
    ("rund TUSD 300", 300_000, 300_000, "USD", "about"),
    ("TEUR 500 bis 600", 500_000, 600_000, "EUR", "range"),
]
NEGATIVES: list[Row] = [
    ("$(26.1) billion", 26_100_000_000, 26_100_000_000, "USD", "exact"),
    ("(26.1) billion dollars", 26_100_000_000, 26_100_000_000, "USD", "exact"),
    ("$ (1,234) million", 1_234_000_000, 1_234_000_000, "USD", "exact"),
    ("$(0.45)", "0.45", "0.45", "USD", "exact"),
    ("(12.3)%", "12.3", "12.3", "percent", "exact"),
]
GERMAN = [*NUMBERS_DE, *SCALES_DE, *BOUNDS_DE, *RANGES_DE, *MULTIPLES, *RATIOS, *COUNTS, *PRICES, *ORDERS, *ABBREVIATED]
ENGLISH = [*NUMBERS_EN, *SCALES_EN, *CURRENCIES, *BOUNDS_EN, *RANGES_EN, *NEGATIVES]
ROWS = [("de", *row) for row in GERMAN] + [("en", *row) for row in ENGLISH]


def _number(value: int | str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(("language", "text", "low", "high", "unit", "bound"), ROWS)
def test_a_phrase_reads_as_exactly_this_amount(  # noqa: PLR0913, PLR0917 (one column each)
    language: Language, text: str, low: int | str | None, high: int | str | None, unit: str, bound: str
) -> None:
    (amount,) = read_amounts(text, language)
    assert amount.text == text
    assert (amount.low, amount.high, amount.unit, amount.bound) == (_number(low), _number(high), unit, bound)
