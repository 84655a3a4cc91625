"""What holds for any text at all, asked of the shipped base."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer import Answer
from bot.answer_json import answer_json
from bot.line import Asked, Line
from bot.names import Names
from bot.plain import plain_text
from bot.question import Question
from bot.reply import Reply
from knowledge.value import Language

ON = date(2026, 8, 2)
WORDS = ["meta", "Google", "MSFT", "$NVDA", "OpenAI", "metta", "metadata", "samsung", "Goldman Sachs",
         "Susan Li", "AI", "KI", "capex", "revenue", "Umsatz", "Investitionsausgaben", "loss", "spending",
         "bubble", "2024", "2031", "Q1 2024", "H1", "this year", "letztes Jahr", "vs", "and", "laut",
         "according to", "how much", "wie viel", "grow", "40 billion dollars", "11 Mrd. Dollar", "35%",
         "what about", "'; DROP TABLE", "<!channel>", "@everyone", "🚀", "\u202e", "\u200b", "?", "l'année",
         "今年", "and and", "-", "0", "999999999999999999999", "Q9 2024", "31.02.2024", "10^9", "1/0"]  # fmt: skip

texts = st.one_of(
    st.text(max_size=80),
    st.text(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Zs", "Mn", "Nd", "No", "Sc"]), max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=8).map("".join),
)
languages = st.sampled_from([None, "en", "de"])
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))

NO_QUESTION = Question(text="", language="en", intent="unclear")

many = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=80, deadline=None)


def facts(asked: Asked) -> tuple[object, object]:
    """All that an answer says, without the spelling of its question."""
    question = asked.question
    named = (question.subjects, question.metrics, question.speakers, question.period and question.period.label)
    return replace(asked.answer, question=NO_QUESTION), (named, asked.reply)


@many
@given(text=texts, language=languages, on=days)
def test_any_text_on_any_day_has_an_answer_and_a_reply(
    shipped: Line, text: str, language: Language | None, on: date
) -> None:
    asked = shipped.ask(text, on, language)
    assert isinstance(asked.answer, Answer)
    assert isinstance(asked.reply, Reply)
    assert answer_json(asked.answer, asked.reply, asked.names)["outcome"] == asked.reply.outcome


@some
@given(first=texts, text=texts)
def test_any_text_after_any_other_has_an_answer(shipped: Line, first: str, text: str) -> None:
    last = shipped.ask(first, ON).question
    assert isinstance(shipped.ask(f"and {text}", ON, last=last).question, Question)


@some
@given(text=texts)
def test_the_same_question_twice_gives_the_same_answer(shipped: Line, text: str) -> None:
    one, other = shipped.ask(text, ON), shipped.ask(text, ON)
    assert one.answer == other.answer
    assert one.reply == other.reply


@some
@given(text=texts)
def test_a_reply_holds_no_control_character_and_no_mark_of_direction(shipped: Line, text: str) -> None:
    shown = plain_text(shipped.ask(text, ON).reply).replace("\n", "")
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@some
@given(
    text=texts, before=st.text(" \t\n\u00a0\u200b\u3000", max_size=4), after=st.text(" \t\r\n\u00a0\u200b", max_size=4)
)
def test_white_space_around_a_question_changes_nothing(shipped: Line, text: str, before: str, after: str) -> None:
    assert facts(shipped.ask(before + text + after, ON)) == facts(shipped.ask(text, ON))


asking = st.sampled_from(
    ["meta", "meta capex", "metta capex", "Meta vs Google", "how much did Alphabet's capex grow",
     "openai loss 2026", "Metas Umsatz im ersten Quartal 2024", "wie viel gibt Meta aus", "samsung capex",
     "meta 2031", "capex", "loss", "help", "according to Barclays", "laut Elliott", "AI spending",
     "is AI a bubble", "generative AI", "Goldman Sachs", "Dell'Oro", "who is Elliott",
     "nvidia data-centre revenue", "microsoft capex FY2024", "alphabet capex H1 2024", "what about 2023",
     "Meta Gewinn pro Aktie", "big tech", "S&P 500", "Combien dépense Meta", "meta bananas",
     "künstliche Intelligenz"]
)  # fmt: skip


@some
@given(
    text=asking, end=st.sampled_from(["?", ".", "!", "?!", "??", " ?", "…", "!!!", ":", ";", ",", " .", '"', "'", ")"])
)
def test_punctuation_at_the_end_of_a_question_changes_nothing(shipped: Line, text: str, end: str) -> None:
    assert facts(shipped.ask(text + end, ON)) == facts(shipped.ask(text, ON))


def is_bound_to_case(text: str, names: Names) -> bool:
    """Whether a word of the text is written like a ticker, which may count in capitals only."""
    tickers = {ticker.casefold() for subject in names.subjects.values() for ticker in subject.tickers}
    return not tickers.isdisjoint(text.casefold().split())


@some
@given(text=asking, spelling=st.sampled_from([str.upper, str.lower, str.casefold, str.swapcase]))
def test_capitals_change_nothing(
    shipped: Line, shipped_names: Names, text: str, spelling: Callable[[str], str]
) -> None:
    spelled = spelling(text)
    if not is_bound_to_case(text, shipped_names) and shipped.ask(text, ON).reply.outcome != "not_found":
        assert facts(shipped.ask(spelled, ON)) == facts(shipped.ask(text, ON))


@pytest.mark.parametrize("length", [10_000, 1_000_000])
@pytest.mark.parametrize("unit", ["a", " ", "meta ", "1", "😀", "\u202e", "9,", "Q1 2024 ", "vs ", "((", "\n"])
def test_a_text_of_any_length_has_an_answer(shipped: Line, unit: str, length: int) -> None:
    asked = shipped.ask(unit * (length // len(unit)), ON)
    assert asked.reply.outcome in ("not_found", "help")
    assert len(asked.question.text) <= 500
