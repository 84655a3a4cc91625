"""The welcome when the bot has come to a channel: what it does, how it is asked, and three questions that work."""

from typing import Final

from bot.reply import Note, Reply
from bot.wording.phrases import phrase

_QUESTIONS: Final = 3


def welcome(helping: Reply) -> Reply:
    """The welcome, from the help of the same base in the same language."""
    language = helping.language
    keys = ("help_what", "welcome_how") if helping.actions else ("help_what",)
    return Reply(
        outcome="help",
        language=language,
        headline=phrase("welcome", language),
        notes=tuple(Note(kind="hint", text=phrase(key, language)) for key in keys),
        actions=helping.actions[:_QUESTIONS],
    )
