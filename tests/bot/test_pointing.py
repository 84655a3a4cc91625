"""What asks again of what was just answered, or for what there is besides."""

from datetime import date

import pytest

from bot.answer import Found
from bot.line import Line
from bot.pointing import asks_for_others, asks_for_the_source
from knowledge.folding import folded_words

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text", ["source?", "who says that?", "link?", "show me the quote", "when was that?", "stimmt das wirklich?"]
)
def test_who_asks_for_the_receipt_gets_the_answer_again(shipped: Line, text: str) -> None:
    assert asks_for_the_source(folded_words(text))
    last = shipped.ask("What does Elliott say about AI?", ON)
    assert isinstance(last.answer, Found)
    again = shipped.ask(text, ON, last=last.question).answer
    assert isinstance(again, Found)
    assert again.main == last.answer.main


@pytest.mark.parametrize("text", ["source of Meta's capex", "when did it fall?", "capex?", "forecast?"])
def test_anything_else_is_a_question(text: str) -> None:
    assert not asks_for_the_source(folded_words(text))


@pytest.mark.parametrize("text", ["what else?", "anything else?", "noch was?", "what's the other view?"])
def test_who_asks_what_else_is_told_something_else_first(shipped: Line, text: str) -> None:
    assert asks_for_others(folded_words(text))
    last = shipped.ask("What does Elliott say about AI?", ON)
    assert isinstance(last.answer, Found)
    other = shipped.ask(text, ON, last=last.question).answer
    assert isinstance(other, Found)
    assert other.main[0] not in last.answer.main


def test_the_other_forecast_is_the_one_that_was_not_told(shipped: Line) -> None:
    last = shipped.ask("Will OpenAI's losses rise to 11 billion by 2026?", ON).question
    other = shipped.ask("what's the other forecast?", ON, last=last).answer
    assert isinstance(other, Found)
    assert other.main[0].id == "openai-loss-2026-fourteen-billion"
