"""The few words that only Slack needs, in both languages."""

from typing import Final

from knowledge.value import Language

_LABELS: Final[dict[str, tuple[str, str]]] = {
    "delete": ("Delete", "Löschen"),
    "only_asker": (
        "Only the person who asked can delete this reply.",
        "Nur wer gefragt hat, kann diese Antwort löschen.",
    ),
    "sorry": (
        "Sorry, something went wrong here; please ask again later.",
        "Entschuldigung, hier ist etwas schiefgegangen; bitte frage später noch einmal.",
    ),
}


def label(key: str, language: Language, *values: object) -> str:
    """The words of `key` in `language`, their places filled with `values`."""
    english, german = _LABELS[key]
    return (english if language == "en" else german).format(*values)
