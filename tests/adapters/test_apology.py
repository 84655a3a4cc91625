"""An apology has the language of the person who is to read it, and can be made whatever that person wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.apology import language_of, sorry
from knowledge.value import Language

GERMAN = "Entschuldigung, hier ist etwas schiefgegangen; bitte frage später noch einmal."


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("What does Meta spend?", "de", "en"),
        ("/capex Was gibt Meta aus?", "en", "de"),
        ("Was gibt Meta aus?", None, "de"),
        ("meta 2024", "de", "de"),
        ("meta 2024", None, "en"),
        ("", "de", "de"),
        ("", None, "en"),
        ("сколько тратит мета", "de", "en"),
    ],
)
def test_the_language_is_the_texts_then_the_clients_then_english(
    text: str, hint: Language | None, language: Language
) -> None:
    assert language_of(text, hint) == language


def test_the_sentence_is_in_that_language() -> None:
    assert sorry("meta", "de") == GERMAN


@given(st.text())
def test_no_text_is_too_broken_to_be_apologised_for(text: str) -> None:
    assert language_of(text, "de") in {"en", "de"}
