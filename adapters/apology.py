"""What a person is told when the bot or its base fails: the same words on every platform, in the person's language.

Why a base failed names its file or its server, so that only its owner is told: a channel is told that it failed. The
language is that of the text where its small words tell one, else that of the person's client where the platform
names it, else English. Nothing here asks the base, as that may be what failed.
"""

from bot.cleaning import clean
from bot.language import detect
from bot.reply import Note, Reply
from bot.wording.phrases import phrase
from knowledge.folding import tokens
from knowledge.value import Language


def sorry(text: str, hint: Language | None = None) -> str:
    """The sentence after a defect; `hint` is the language of the person's client."""
    return phrase("sorry", language_of(text, hint))


def unanswered(language: Language, reason: str | None = None) -> Reply:
    """The reply where the base failed; `reason`, the sentence of its fault, is for the owner of the base alone."""
    note = Note(kind="hint", text=reason or phrase("base_away", language))
    return Reply(outcome="not_found", language=language, headline=phrase("cannot_answer", language), notes=(note,))


def too_many(language: Language, most: int) -> Reply:
    """The reply to the first question that is more than one person may ask in a minute."""
    note = Note(kind="hint", text=phrase("too_many_why", language, most))
    return Reply(outcome="not_found", language=language, headline=phrase("too_many", language), notes=(note,))


def language_of(text: str, hint: Language | None = None) -> Language:
    """The language in which to apologise to whoever said `text`."""
    words = (token.folded for token in tokens(clean(text)))
    return detect(words, hints=(), default=hint or "en").language
