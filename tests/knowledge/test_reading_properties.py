"""What holds of the readers on any text: they never fail, their spans are exact, and a span reads the same alone."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.amount import PrintedAmount
from knowledge.reading.amounts import read_amounts
from knowledge.reading.periods import PrintedPeriod, label_of, read_periods
from knowledge.value import Language

LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(("en", "de"))
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
WORDS = (
    "$ US$ € £ ¥ % , . - – — + ± / : ( ) ' “ ” \n \n\n 0 1 2 5 7 12 35 40 78,5 13.47 1.234 100,000 100.000 2023 "
    "2024 2026 1.234.567,89 007 35-40 $35 35% 5bn $5B 10x Q2 H1 H100 GPT-4 R1 S&P S$ A$ million Million "
    "Millionen Milliarde Milliarden billion Billion Billionen trillion Mrd. Mio. Mrd bn tn m B T k thousand "
    "tausend hundert hundred Dollar dollars US-Dollar Euro EUR USD CHF Franken Yen Prozent percent per cent "
    "Prozentpunkte mal times fach tenfold zehnmal Zehnfache das a an ein eine half halbe anderthalb zwei drei "
    "ten twenty five zwischen between und and bis to von from auf bis zu up to fast about rund mehr als more "
    "than über over not exceed übersteigen nicht oder or plus minus für jeden for every Produkte Tage years Jahr "
    "Jahres Jahren year last next this dieses nächsten letzten letztes seit since ab before vor in im am of des "
    "the ersten first zweiten second Quartal quarter Halbjahr half fiscal FY2024 Geschäftsjahr Januar May March "
    "30. November Dienstag Woche week month Monaten decade ago Vorjahres gleichen Zeitraum Ende end 19. "
    "Jahrhundert 1990er wird 2024-08-03 30.11.2022 bzw. Mia. Fr. ,- pence H100s Mitarbeiter (in millions) "
    "(billion) KW ended ending to per months June 30, quarter 2024/25 Montag, past 11/30/2022 and ; respektive zwei- "
    "T€ TEUR MEUR (3,42) (5) (Vorjahr: $(26.1) 2024/1689"
)
PIECES = [*WORDS.split(" "), "\u00a0", "\u202f"]
GAPS = (" ", " ", " ", "", "-")
PROSE = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)).map("".join), max_size=25).map("".join)
TEXTS = st.one_of(PROSE, PROSE, PROSE, st.text(), st.text(alphabet="0123456789.,' $%-–bnx"))

ENDLESS = (
    "1" * 10_000,
    "1," * 5_000,
    "1 " * 5_000,
    "123 " * 2_500,
    "123.456." * 1_250,
    "a-1" * 3_333,
    "a1" * 5_000,
    "$" * 10_000,
    " " * 10_000,
    "von 5 bis " * 1_000,
    "about " * 1_600,
    "5 Milliarden bis " * 600,
    "in 5 Jahren " * 800,
    "first of the " * 800,
    "zwischen " * 1_100,
    "half a " * 1_400,
    "für jeden " * 1_000,
    "2024 bis " * 1_100,
    "Q2 of " * 1_600,
    "'" * 10_000,
    "1'" * 5_000,
    "US-" * 3_300,
    "Q1 and " * 1_400,
    "August und " * 900,
    "für jeden Dollar x " * 520,
    "quarter ended " * 700,
    "1. bis " * 1_400,
    "fiscal 2026 (July 1 to " * 430,
    "(in millions) " * 700,
    "5 bzw. " * 1_400,
    "KW 5/" * 2_000,
    "(" * 10_000,
    "5 (3) " * 1_700,
    "von 5 bis 6 auf " * 600,
    "(Vorjahr: " * 1_000,
    "Mio. EUR " * 1_100,
)


@given(TEXTS, LANGUAGES)
def test_an_amount_stands_in_the_text_exactly_where_it_says(text: str, language: Language) -> None:
    assert all(amount.stands_in(text) for amount in read_amounts(text, language))


@given(TEXTS, LANGUAGES)
def test_amounts_stand_in_order_and_do_not_overlap(text: str, language: Language) -> None:
    _assert_apart(read_amounts(text, language))


@given(TEXTS, LANGUAGES)
@example("from May 5 % to 7 %", "en")
@example("bis zu 35 bis 40 Mrd.", "de")
def test_the_words_of_an_amount_read_alone_give_the_same_amount(text: str, language: Language) -> None:
    for amount in read_amounts(text, language):
        if _is_elided(text, amount) or _is_compared(text, amount):
            continue
        alone = read_amounts(amount.text, language)
        if _is_inherited(amount, alone):
            continue
        assert alone == (amount.model_copy(update={"start": 0}),)


@given(TEXTS, LANGUAGES, DAYS)
def test_a_period_stands_in_the_text_exactly_where_it_says(text: str, language: Language, on: date) -> None:
    assert all(period.stands_in(text) for period in read_periods(text, language, on))


@given(TEXTS, LANGUAGES, DAYS)
def test_periods_stand_in_order_and_do_not_overlap(text: str, language: Language, on: date) -> None:
    _assert_apart(read_periods(text, language, on))


@given(TEXTS, LANGUAGES, DAYS)
def test_a_calendar_period_has_the_label_of_its_ends(text: str, language: Language, on: date) -> None:
    for printed in read_periods(text, language, on):
        period = printed.period
        canonical = label_of(period.kind, period.start, period.end)
        assert canonical is None or period.label == canonical or "FY" in period.label


@pytest.mark.parametrize("text", ENDLESS, ids=lambda text: repr(text[:12]))
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    ending = " . then $5 billion in 2019."
    amounts = read_amounts(text + ending, "en")
    periods = read_periods(text + ending, "en", date(2024, 8, 3))
    assert amounts[-1].text.endswith("$5 billion")
    assert periods[-1].period.label == "2019"


def _assert_apart(printed: tuple[PrintedAmount, ...] | tuple[PrintedPeriod, ...]) -> None:
    assert all(first.end <= second.start for first, second in pairwise(printed))


def _is_inherited(amount: PrintedAmount, alone: tuple[PrintedAmount, ...]) -> bool:
    """A large figure has the currency of the amount before it: "$200 billion, Alphabet 185 billion"."""
    return len(amount.unit) == 3 and alone == (amount.model_copy(update={"start": 0, "unit": "count"}),)


def _is_elided(text: str, amount: PrintedAmount) -> bool:
    """The first amount borrows what only the second prints: "von 6 auf 7 Milliarden", "zehn bzw. acht Milliarden"."""
    before, after = text[: amount.start].rstrip(" -").casefold(), text[amount.end :].lstrip().casefold()
    if after.startswith(("bzw", "beziehungsweise", "respektive")):
        return True
    return before.endswith(("von", "from")) and after.startswith(("auf", "to"))


def _is_compared(text: str, amount: PrintedAmount) -> bool:
    """The amount before a bracket borrows from behind it; the one in it may need the other: "12 (11) Prozent"."""
    compares = text[amount.end :].lstrip().startswith("(")
    return compares or (amount.text.startswith("(") and text[: amount.start].rstrip()[-1:].isdecimal())
