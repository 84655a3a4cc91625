"""What small words ask for: a reason, a quantity, a change, what was said before, or help."""

import pytest

from bot.cues import asks_for_change, asks_for_help, asks_how_much, asks_why, points_back
from knowledge.folding import tokens


def words(text: str) -> list[str]:
    return [token.folded for token in tokens(text)]


@pytest.mark.parametrize(
    "text", ["why?", "Why does meta spend", "the reason for it", "warum", "weshalb das", "wieso?", "Was ist der Grund"]
)
def test_a_reason_is_asked_for(text: str) -> None:
    assert asks_why(words(text))


@pytest.mark.parametrize("text", ["", "how much", "what does meta spend", "wie viel", "whyever"])
def test_no_reason_is_asked_for(text: str) -> None:
    assert not asks_why(words(text))


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


@pytest.mark.parametrize("text", ["how fast did it grow", "why this?", "und wer sagt das", "und davon?"])
def test_a_word_points_back(text: str) -> None:
    assert points_back(words(text))


@pytest.mark.parametrize("text", ["", "meta capex", "italy", "why"])
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
