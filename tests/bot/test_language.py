from dataclasses import replace

import pytest

from bot.line import Line
from bot.names import Names
from bot.read import read
from knowledge.value import Language

from .samples import ON


@pytest.mark.parametrize(
    "text",
    [
        "how much does Meta spend on AI",
        "what is the capex of Meta",
        "who says that AI is a bubble",
        "Meta revenue",
        "show me the outlook for Microsoft",
        "compare the revenue of Meta and Google",
    ],
)
def test_an_english_question_is_answered_in_english(shipped_names: Names, text: str) -> None:
    question = read(text, shipped_names, ON)
    assert (question.language, question.translated) == ("en", False)


@pytest.mark.parametrize(
    "text",
    [
        "wie viel gibt Meta für KI aus",
        "was sind die Investitionsausgaben von Meta",
        "Metas Umsatz",
        "Gewinn Meta",
        "wer sagt, dass KI eine Blase ist",
        "Investitionsausgaben Microsoft",
        "Meta gegen Microsoft",
        "Wie hoch war der Umsatz?",
    ],
)
def test_a_german_question_is_answered_in_german(shipped_names: Names, text: str) -> None:
    question = read(text, shipped_names, ON)
    assert (question.language, question.translated) == ("de", False)


FOREIGN = [
    "Combien dépense Meta pour cette année",
    "quel est le chiffre d'affaires de Meta et la perte que",
    "¿Cuánto gasta Meta en este año?",
    "¿Cuál es el gasto de Meta según los analistas?",
    "quanto spende Meta per questo anno",
    "Meta 今年的资本支出是多少",
    "Сколько тратит Meta",
    "メタの設備投資",
    "كم تنفق ميتا",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_a_question_in_another_language_is_answered_in_english_with_a_note(shipped: Line, text: str) -> None:
    asked = shipped.ask(text, ON)
    assert asked.question.translated
    assert asked.reply.language == "en"
    assert asked.reply.notes[-1].text == "I answer in English or German."


@pytest.mark.parametrize("text", ["meta", "Meta Google", "MSFT", "Meta 2024", "capex meta"])
def test_names_alone_are_answered_in_english_and_no_note_says_so(shipped: Line, text: str) -> None:
    asked = shipped.ask(text, ON)
    assert (asked.question.language, asked.question.translated) == ("en", False)
    assert "I answer in English or German." not in [note.text for note in asked.reply.notes]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("text", ["how much does Meta spend", "wie viel gibt Meta aus", "meta", *FOREIGN, ""])
def test_a_language_that_is_asked_for_overrides_that_of_the_question(
    shipped: Line, text: str, language: Language
) -> None:
    reply = shipped.ask(text, ON, language).reply
    assert reply.language == language


def test_the_language_changes_the_words_and_not_the_claims(shipped: Line) -> None:
    english, german = (shipped.ask("meta capex 2024", ON, language) for language in ("en", "de"))
    assert replace(english.answer, question=german.question) == german.answer
    assert english.reply.headline != german.reply.headline
