"""What small words ask for: a reason, a quantity, a change, what was said before, or help."""

import pytest

from bot.cues import (
    asks_for_a_count,
    asks_for_a_view,
    asks_for_change,
    asks_for_percent,
    asks_for_ratio,
    asks_for_the_whole,
    asks_how_much,
    asks_why,
    sets_side_by_side,
    statuses_of,
)
from bot.help_asked import asks_for_help, asks_how_to_ask
from bot.pointing import points_back
from knowledge.folding import tokens


def words(text: str) -> list[str]:
    return [token.folded for token in tokens(text)]


@pytest.mark.parametrize(
    "text",
    [
        "why?",
        "Why does meta spend",
        "the reason for it",
        "warum",
        "weshalb das",
        "wieso?",
        "Was ist der Grund",
        "what is it for?",
        "what was it spent on",
        "wozu",
        "wofür",
        "how come?",
        "because of what",
        "what's behind it",
        "what drove it",
    ],
)
def test_a_reason_is_asked_for(text: str) -> None:
    assert asks_why(text.casefold(), words(text))


@pytest.mark.parametrize("text", ["", "how much", "what does meta spend", "wie viel", "whyever"])
def test_no_reason_is_asked_for(text: str) -> None:
    assert not asks_why(text.casefold(), words(text))


@pytest.mark.parametrize(
    "text",
    ["how much is it", "how many chips", "how often", "wie viel", "wieviele chips", "wie hoch ist", "what share of",
     "what percentage", "welcher anteil", "welche summe"],
)  # fmt: skip
def test_an_amount_is_asked_for(text: str) -> None:
    assert asks_how_much(text)


@pytest.mark.parametrize("text", ["", "how does it", "somehow much", "wie geht es", "what", "how fast", "warum"])
def test_no_amount_is_asked_for(text: str) -> None:
    assert not asks_how_much(text)


@pytest.mark.parametrize(
    "text", ["how fast did it", "by how much", "wie stark", "wie schnell", "um wie viel", "um wieviel", "growth",
             "did it fall", "ist es gestiegen"],
)  # fmt: skip
def test_a_change_is_asked_for(text: str) -> None:
    assert asks_for_change(text, words(text))


@pytest.mark.parametrize("text", ["", "how much", "wie viel", "wie hoch", "fast food", "capex"])
def test_no_change_is_asked_for(text: str) -> None:
    assert not asks_for_change(text, words(text))


@pytest.mark.parametrize(
    "text",
    [
        "how fast did it grow",
        "why this?",
        "und wer sagt das",
        "und davon?",
        "most of that",
        "how much is that",
        "what do they say",
        "wie kam es darauf",
    ],
)
def test_a_word_points_back(text: str) -> None:
    assert points_back(words(text))


@pytest.mark.parametrize("text", ["", "meta capex", "italy", "why", "who says that"])
def test_no_word_points_back(text: str) -> None:
    assert not points_back(words(text))


@pytest.mark.parametrize(
    "text", ["help", "good morning", "guten Tag", "thanks!", "Danke", "which questions can I ask you", "bot, help me",
             "wie funktioniert der bot", "Welche Fragen kann ich fragen?"],
)  # fmt: skip
def test_help_is_asked_for(text: str) -> None:
    assert asks_for_help(words(text))


@pytest.mark.parametrize("text", ["", "meta", "help bananas", "the", "what is it", "good chips"])
def test_no_help_is_asked_for(text: str) -> None:
    assert not asks_for_help(words(text))


@pytest.mark.parametrize("text", ["what does he say", "according to Barclays", "was meint er", "OpenAI selbst"])
def test_a_view_is_asked_for(text: str) -> None:
    assert asks_for_a_view(words(text))


@pytest.mark.parametrize("text", ["", "how much", "wie viel", "essay", "sage"])
def test_no_view_is_asked_for(text: str) -> None:
    assert not asks_for_a_view(words(text))


@pytest.mark.parametrize("text", ["by how many percent", "in percent?", "wie viel prozent", "what percentage"])
def test_percent_are_asked_for(text: str) -> None:
    assert asks_for_percent(text)


@pytest.mark.parametrize("text", ["", "how much", "5 percent", "wie viel"])
def test_no_percent_are_asked_for(text: str) -> None:
    assert not asks_for_percent(text)


@pytest.mark.parametrize(
    "text", ["loss per dollar", "verlust pro dollar", "je eingenommenem dollar", "for every dollar"]
)
def test_a_ratio_is_asked_for(text: str) -> None:
    assert asks_for_ratio(text)


@pytest.mark.parametrize("text", ["", "loss in dollars", "per year", "pro jahr"])
def test_no_ratio_is_asked_for(text: str) -> None:
    assert not asks_for_ratio(text)


@pytest.mark.parametrize("text", ["combined capex", "capex insgesamt", "all together"])
def test_several_are_asked_about_as_one(text: str) -> None:
    assert asks_for_the_whole(words(text))


@pytest.mark.parametrize("text", ["", "capex", "whole", "ganz"])
def test_each_is_asked_about(text: str) -> None:
    assert not asks_for_the_whole(words(text))


@pytest.mark.parametrize("text", ["how many jobs", "wie viele jobs", "wieviele produkte"])
def test_things_are_to_be_counted(text: str) -> None:
    assert asks_for_a_count(text)


@pytest.mark.parametrize("text", ["", "how many billions", "how many percent", "wie viele milliarden", "wie viel"])
def test_nothing_is_to_be_counted(text: str) -> None:
    assert not asks_for_a_count(text)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("capex guidance", {"guidance"}),
        ("what did they actually spend", {"actual"}),
        ("how much did they spend", {"actual"}),
        ("wie viel hat meta investiert", {"actual"}),
        ("forecast", {"forecast", "estimate"}),
        ("die Prognose von damals", {"forecast", "estimate"}),
        ("how much will they spend", {"plan", "guidance"}),
        ("was planen sie", {"plan", "guidance"}),
    ],
)
def test_the_status_that_is_asked_for(text: str, statuses: set[str]) -> None:
    assert statuses_of(words(text)) == statuses


@pytest.mark.parametrize("text", ["", "capex", "what did he say", "was hat er gesagt", "wie hoch"])
def test_no_status_is_asked_for(text: str) -> None:
    assert statuses_of(words(text)) == frozenset()


@pytest.mark.parametrize(
    "text", ["meta and google", "meta vs google", "meta, google", "meta & google", "meta oder google"]
)
def test_names_stand_side_by_side(text: str) -> None:
    assert sets_side_by_side(text, words(text))


@pytest.mark.parametrize("text", ["", "does meta buy from nvidia", "was zahlt google an nvidia"])
def test_names_are_related(text: str) -> None:
    assert not sets_side_by_side(text, words(text))


@pytest.mark.parametrize(
    "text",
    [
        "i am new here. what kind of questions can i put to you?",
        "what are you good for?",
        "wie benutzt man dich eigentlich",
        "was kann man dich alles fragen?",
    ],
)
def test_a_sentence_that_asks_how_to_ask_asks_for_help(text: str) -> None:
    assert asks_how_to_ask(text)


@pytest.mark.parametrize("text", ["how does google use ai", "what can big tech do", "was kann chatgpt"])
def test_what_somebody_else_can_do_is_a_question(text: str) -> None:
    assert not asks_how_to_ask(text)
