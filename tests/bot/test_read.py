from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.cleaning import LONGEST_QUESTION
from bot.names import Names
from bot.question import Intent
from bot.read import read
from knowledge.value import Language

ON = date(2024, 9, 1)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("meta", "overview"),
        ("meta capex", "figure"),
        ("meta capex 2024", "figure"),
        ("capex", "overview"),
        ("meta vs google", "comparison"),
        ("meta google capex", "comparison"),
        ("according to Barclays", "overview"),
        ("Susan Li capex", "figure"),
        ("bananas", "unclear"),
        ("help", "help"),
    ],
)
def test_the_intent_follows_from_what_is_named(shipped_names: Names, text: str, intent: Intent) -> None:
    assert read(text, shipped_names, ON).intent == intent


@pytest.mark.parametrize(
    "text",
    ["", "   ", "/capex", "?", "!!!", "...", "🚀", "help", "Help!", "/capex help", "hilfe", "hi", "hello",
     "Hallo", "hey", "moin", "hello there", "what can you do", "was kannst du"],
)  # fmt: skip
def test_an_empty_question_or_a_greeting_asks_for_help(shipped_names: Names, text: str) -> None:
    assert read(text, shipped_names, ON).intent == "help"


@pytest.mark.parametrize("text", ["hi meta", "hello, what is Meta's capex", "help meta"])
def test_a_greeting_before_a_question_is_no_call_for_help(shipped_names: Names, text: str) -> None:
    assert read(text, shipped_names, ON).subjects == ("meta",)


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("capex", "capex"),
        ("capital expenditure", "capex"),
        ("capital expenditures", "capex"),
        ("CAPEX", "capex"),
        ("Investitionsausgaben", "capex"),
        ("Kapitalausgaben", "capex"),
        ("Sachinvestitionen", "capex"),
        ("revenue", "revenue"),
        ("sales", "revenue"),
        ("Umsatz", "revenue"),
        ("Werbeeinnahmen", "advertising-revenue"),
        ("net profit", "net-profit"),
        ("earnings", "net-profit"),
        ("Nettogewinn", "net-profit"),
        ("Verlust", "loss"),
        ("market cap", "market-value"),
        ("Börsenwert", "market-value"),
        ("share price", "share-price"),
        ("Aktienkurs", "share-price"),
        ("EPS", "earnings-per-share"),
        ("Gewinn je Aktie", "earnings-per-share"),
        ("market share", "market-share"),
        ("Marktanteil", "market-share"),
    ],
)
def test_a_metric_is_known_by_its_words_in_both_languages(shipped_names: Names, words: str, metric: str) -> None:
    question = read(f"meta {words}", shipped_names, ON)
    assert question.metrics == (metric,)
    assert question.subjects == ("meta",)
    assert question.not_understood == ()


@pytest.mark.parametrize(
    "words", ["AI investment", "AI spending", "KI-Investitionen", "KI Investitionen", "KI-Ausgaben"]
)
def test_spending_on_ai_is_asked_for_in_both_languages(shipped_names: Names, words: str) -> None:
    question = read(f"meta {words}", shipped_names, ON)
    assert "ai-investment" in question.metrics
    assert (question.subjects, question.not_understood) == (("meta",), ())


@pytest.mark.parametrize("words", ["spending", "spend", "Ausgaben", "investiert", "invests"])
def test_a_broad_metric_asks_for_those_that_it_covers(shipped_names: Names, words: str) -> None:
    assert read(f"meta {words}", shipped_names, ON).metrics == ("capex", "ai-investment")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("in 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("H1 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("first half of 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("im ersten Halbjahr 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("Q1 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("Q4 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("im zweiten Quartal 2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("this year", date(2024, 1, 1), date(2024, 12, 31)),
        ("dieses Jahr", date(2024, 1, 1), date(2024, 12, 31)),
        ("last year", date(2023, 1, 1), date(2023, 12, 31)),
        ("letztes Jahr", date(2023, 1, 1), date(2023, 12, 31)),
        ("next year", date(2025, 1, 1), date(2025, 12, 31)),
        ("nächstes Jahr", date(2025, 1, 1), date(2025, 12, 31)),
        ("April 2024", date(2024, 4, 1), date(2024, 4, 30)),
        ("Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("Q4", date(2023, 10, 1), date(2023, 12, 31)),
    ],
)
def test_a_period_is_resolved_as_seen_from_the_day_of_asking(
    shipped_names: Names, words: str, start: date, end: date
) -> None:
    question = read(f"meta capex {words}", shipped_names, ON)
    assert question.period is not None
    assert (question.period.start, question.period.end) == (start, end)
    assert (question.subjects, question.metrics, question.not_understood) == (("meta",), ("capex",), ())


def test_this_year_moves_with_the_day_of_asking(shipped_names: Names) -> None:
    for of in (2023, 2024, 2031):
        period = read("meta capex this year", shipped_names, date(of, 5, 1)).period
        assert period is not None
        assert period.start == date(of, 1, 1)


@pytest.mark.parametrize(
    "text", ["meta vs google", "Meta versus Alphabet", "meta gegen google", "compare Meta and Google",
             "Vergleich Meta und Google", "meta, google", "Meta or Alphabet?"],
)  # fmt: skip
def test_two_names_are_compared_in_their_order(shipped_names: Names, text: str) -> None:
    question = read(text, shipped_names, ON)
    assert question.subjects == ("meta", "alphabet")
    assert question.intent == "comparison"
    assert question.not_understood == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("according to Barclays", ("barclays",)),
        ("laut Elliott", ("elliott-management",)),
        ("AI spending according to Goldman Sachs", ("goldman-sachs",)),
        ("Investitionen laut Barclays", ("barclays",)),
        ("Susan Li on Meta", ("susan-li",)),
        ("Meta Susan Li", ("susan-li",)),
    ],
)
def test_who_is_named_as_saying_it_is_the_speaker(shipped_names: Names, text: str, speakers: tuple[str, ...]) -> None:
    question = read(text, shipped_names, ON)
    assert question.speakers == speakers
    assert set(question.subjects).isdisjoint(speakers)


@pytest.mark.parametrize("text", ["who says AI is a bubble", "who says that Meta spends too much"])
def test_what_stands_after_who_says_is_no_speaker(shipped_names: Names, text: str) -> None:
    assert read(text, shipped_names, ON).speakers == ()


@pytest.mark.parametrize(
    "text",
    ["how much did Alphabet's capex grow", "did Alphabet's capex increase", "Investitionsausgaben Alphabet gestiegen",
     "Anstieg Investitionsausgaben Alphabet"],
)  # fmt: skip
def test_a_word_of_growth_asks_for_changes(shipped_names: Names, text: str) -> None:
    question = read(text, shipped_names, ON)
    assert "change" in question.asks
    assert (question.subjects, question.metrics, question.not_understood) == (("alphabet",), ("capex",), ())


def test_no_word_of_growth_asks_for_no_changes(shipped_names: Names) -> None:
    assert "change" not in read("alphabet capex", shipped_names, ON).asks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("samsung capex", ("samsung",)),
        ("meta bananas", ("bananas",)),
        ("Bananen von Meta", ("Bananen",)),
        ("meta not capex", ("not",)),
        ("Meta nicht capex", ("nicht",)),
        ("meta without capex", ("without",)),
        ("<b>meta</b>", ("b", "b")),
    ],
)
def test_each_word_that_nothing_accounts_for_is_named(shipped_names: Names, text: str, words: tuple[str, ...]) -> None:
    assert read(text, shipped_names, ON).not_understood == words


def test_an_amount_is_read_as_one(shipped_names: Names) -> None:
    question = read("who expects 11 billion dollars", shipped_names, ON)
    eleven = Decimal(11 * 10**9)
    assert [(amount.low, amount.high, amount.unit) for amount in question.amounts] == [(eleven, eleven, "USD")]
    assert question.not_understood == ()


@pytest.mark.parametrize("length", [LONGEST_QUESTION + 1, 10_000, 1_000_000])
def test_a_text_that_is_too_long_is_not_half_read(shipped_names: Names, length: int) -> None:
    question = read("meta capex " * (length // 11 + 1), shipped_names, ON)
    assert question.too_long
    assert question.subjects == question.metrics == ()
    assert len(question.text) <= LONGEST_QUESTION


def test_a_text_of_the_greatest_length_is_read(shipped_names: Names) -> None:
    question = read("meta" + " " * 2 + "?" * (LONGEST_QUESTION - 6), shipped_names, ON)
    assert not question.too_long
    assert question.subjects == ("meta",)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_language_of_the_answer_changes_nothing_that_is_understood(
    shipped_names: Names, language: Language
) -> None:
    for text in (
        "meta capex H1 2024",
        "Metas Umsatz im ersten Quartal 2024",
        "laut Elliott",
        "meta 11 billion dollars",
    ):
        free, bound = read(text, shipped_names, ON), read(text, shipped_names, ON, language)
        assert replace(free, language=bound.language) == bound


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who says we are in an AI bubbel?", "who says we are in an ai bubble?"),
        ("metas investitonen", "metas investitionen"),
        ("elliott managment and nvdia", "elliott management and nvidia"),
    ],
)
def test_a_mistyped_name_is_read_as_the_name_that_is_meant(shipped_names: Names, typed: str, meant: str) -> None:
    assert read(typed, shipped_names, ON).spelt == meant
    assert read(typed, shipped_names, ON).named_by == read(meant, shipped_names, ON).named_by


def test_days_that_name_no_year_are_of_the_only_one_that_is_named(shipped_names: Names) -> None:
    question = read("nvidia on 30 July, 31 July and 1 August 2024", shipped_names, date(2026, 11, 23))
    assert [asked.period.label for asked in question.periods] == ["30 Jul 2024", "31 Jul 2024", "1 Aug 2024"]
    assert not any(asked.yearless for asked in question.periods)


def test_what_is_after_an_event_is_of_its_time(shipped_names: Names) -> None:
    question = read("how far did Meta fall after the April 2024 earnings call", shipped_names, date(2026, 11, 23))
    assert question.period is not None
    assert question.period.label == "Apr 2024"


@pytest.mark.parametrize("text", ["12000 products", "what is the '12,000 products' about", '"300 million" jobs'])
def test_an_amount_is_read_in_quotes_and_without_marks_in_its_digits(shipped_names: Names, text: str) -> None:
    assert len(read(text, shipped_names, date(2026, 11, 23)).amounts) == 1
