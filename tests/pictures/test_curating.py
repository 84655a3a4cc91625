"""What curators are shown can be drawn whole, in both chats and both languages."""

from pathlib import Path

import pytest

from knowledge.value import Language
from tests.curated import opened_copy
from tests.pictures.curating import pictures
from tests.pictures.reading import seen


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", {"claim": "In the article", "report": "annual report", "form-reason": "Why?", "check": "Contradicted"}),
        ("de", {"claim": "Im Artikel", "report": "Es war weniger.", "form-reason": "Warum?", "check": "Widerlegt"}),
    ],
)
def test_cards_forms_and_verdicts_are_seen(
    filled: Path, tmp_path: Path, language: Language, words: dict[str, str]
) -> None:
    with opened_copy(filled, tmp_path) as store:
        drawn = pictures(store, language)
    for name, said in words.items():
        for platform in ("slack", "discord"):
            found = [seen(html) for one, on, html in drawn if one.startswith(name) and on == platform]
            assert found, (name, platform)
            assert all(said in text for text in found)
