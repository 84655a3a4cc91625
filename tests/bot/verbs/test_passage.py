"""What of a message is checked: all of a short one, of a long one whole sentences with its first figures."""

from datetime import date

import pytest

from bot.answer import Found, NotFound
from bot.cleaning import LONGEST_QUESTION, clean
from bot.line import Line
from bot.plain import plain_text
from bot.verbs.passage import asked_of, passage_of

ON = date(2026, 11, 21)
CHAT = "And then we talked about the weather for a while. " * 20


def test_lines_of_a_list_are_sentences() -> None:
    message = "Figures:\n\n- Meta spent $37 billion\n• Google too!\n  \n"
    assert passage_of(message) == ("Figures: Meta spent $37 billion. Google too!", True)


def test_of_a_long_message_the_sentences_around_its_first_figure_are_taken_whole() -> None:
    message = f"{CHAT}Meta spoke. It guided to $35 billion. {CHAT}"
    text, is_whole = passage_of(message)
    assert text.startswith("Meta spoke. It guided to $35 billion. And then")
    assert text.endswith(".")
    assert not is_whole
    assert len(clean(asked_of(passage_of(message)))) <= LONGEST_QUESTION


def test_a_figure_with_a_letter_for_its_scale_is_one() -> None:
    assert passage_of(f"{CHAT}Meta spoke. It spent 14b. {CHAT}").text.startswith("Meta spoke. It spent 14b. And then")


def test_a_sentence_that_is_too_long_is_left_out_and_the_next_is_taken() -> None:
    endless = "Microsoft spent " + "a lot and " * 60 + "$3 billion"
    assert passage_of(f"{endless}. Meta spent $4 billion.").text == "Meta spent $4 billion."
    assert passage_of(endless) == ("", False)


@pytest.mark.parametrize("words", ["hello there", "sources", "meta capex", "", "check", "help me, please"])
def test_a_message_without_a_figure_is_no_question_and_says_so(shipped: Line, words: str) -> None:
    asked = shipped.check(words, ON, None, "en")
    assert isinstance(asked.answer, NotFound)
    assert "No figure of a firm was read" in plain_text(asked.reply)


def test_a_message_that_was_checked_is_checked_again_behind_its_buttons(shipped: Line) -> None:
    message = "Did you know?\nAlphabet's advertising revenue was $64.6 billion in Q2 2024"
    asked = shipped.check(message, ON, None, "en")
    assert isinstance(asked.answer, Found)
    assert asked.reply.headline == "Supported"
    assert shipped.again(asked.question, ON).reply == asked.reply


def test_a_message_is_checked_in_its_language(shipped: Line) -> None:
    reply = shipped.check("Die Werbeeinnahmen von Meta stiegen im zweiten Quartal 2024 um 22 %.", ON, None, "en").reply
    assert reply.language == "de"


def test_that_a_part_was_not_looked_at_is_said(shipped: Line) -> None:
    message = f"Alphabet's advertising revenue was $64.6 billion in Q2 2024. {CHAT}"
    text = plain_text(shipped.check(message, ON, None, "en").reply)
    assert text.startswith("Supported")
    assert "The message is long; only the part with its first figures was checked." in text
