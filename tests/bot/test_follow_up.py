from dataclasses import replace
from datetime import date

import pytest

from bot.line import Line
from bot.names import Names
from bot.question import Question
from bot.read import read

ON = date(2024, 9, 1)


def after(names: Names, first: str, *texts: str) -> Question:
    """The last question of a conversation."""
    last = read(first, names, ON)
    for text in texts:
        last = read(text, names, ON, last=last)
    return last


@pytest.mark.parametrize(
    "text", ["and google?", "what about google?", "how about Alphabet", "und google?", "was ist mit Google?"]
)
def test_a_new_name_takes_the_place_of_the_old_and_keeps_the_rest(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert question.subjects == ("alphabet",)
    assert question.metrics == ("capex",)
    assert question.period is not None
    assert question.period.label == "2024"
    assert question.intent == "figure"


@pytest.mark.parametrize("text", ["what about 2023?", "and in 2023?", "und 2023?", "wie sieht es mit 2023 aus?"])
def test_a_new_period_takes_the_place_of_the_old(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert (question.subjects, question.metrics) == (("meta",), ("capex",))
    assert question.period is not None
    assert question.period.label == "2023"
    assert question.not_understood == ()


@pytest.mark.parametrize("text", ["and revenue?", "und der Umsatz?", "what about the revenue"])
def test_a_new_metric_takes_the_place_of_the_old(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert (question.subjects, question.metrics) == (("meta",), ("revenue",))
    assert question.intent == "figure"


def test_a_conversation_goes_on_from_the_completed_question(shipped_names: Names) -> None:
    question = after(shipped_names, "meta capex 2024", "and google?", "and revenue?")
    assert (question.subjects, question.metrics) == (("alphabet",), ("revenue",))


@pytest.mark.parametrize("text", ["google", "capex", "2023", "google capex", "Andersen", "help"])
def test_a_question_that_does_not_open_as_a_follow_up_stands_alone(shipped_names: Names, text: str) -> None:
    assert after(shipped_names, "meta capex 2024", text) == read(text, shipped_names, ON)


def test_a_follow_up_to_nothing_is_read_alone(shipped_names: Names) -> None:
    assert read("and google?", shipped_names, ON).subjects == ("alphabet",)


def test_a_word_that_is_not_understood_stays_so_in_a_follow_up(shipped: Line, shipped_names: Names) -> None:
    last = read("meta capex 2024", shipped_names, ON)
    asked = shipped.ask("and bananas?", ON, last=last)
    assert asked.reply.outcome == "not_found"
    assert asked.question.not_understood == ("bananas",)


def test_a_follow_up_is_answered_as_the_whole_question_is(shipped: Line, shipped_names: Names) -> None:
    last = read("meta capex H1 2024", shipped_names, ON)
    whole = shipped.ask("alphabet capex H1 2024", ON)
    short = shipped.ask("and alphabet?", ON, last=last)
    assert replace(short.answer, question=whole.question) == whole.answer
    assert short.reply == whole.reply


def test_the_same_text_after_the_same_question_is_read_alike(shipped_names: Names) -> None:
    last = read("meta capex 2024", shipped_names, ON)
    assert read("and google?", shipped_names, ON, last=last) == read("and google?", shipped_names, ON, last=last)
    assert last == read("meta capex 2024", shipped_names, ON)
