"""What is wished of the settings: to see them, a person's language, or whom a channel's answers are for.

Pure. A value that a setting does not take is read as a wish too, so that whoever mistyped it is told what it takes;
words that speak of no setting are no wish, as "Einstellungen" also means people who are hired.
"""

from typing import Final, Literal, NamedTuple

from bot.verbs.grammar import verb_in
from knowledge.folding import tokens

Setting = Literal["all", "language", "channel", "unknown"]

_SETTINGS: Final[dict[str, Setting]] = {
    "language": "language",
    "sprache": "language",
    "channel": "channel",
    "kanal": "channel",
}
_VALUES: Final[dict[Setting, dict[str, str]]] = {
    "language": {
        "de": "de",
        "deutsch": "de",
        "german": "de",
        "en": "en",
        "englisch": "en",
        "english": "en",
        "auto": "auto",
        "automatic": "auto",
        "automatisch": "auto",
    },
    "channel": {
        "public": "public",
        "öffentlich": "public",
        "oeffentlich": "public",
        "private": "private",
        "privat": "private",
    },
}


class Wish(NamedTuple):
    """A setting and the value that is wanted; no value where it takes none such, which then is `typed`."""

    setting: Setting
    value: str = ""
    typed: str = ""


def wish(argument: str) -> Wish | None:
    """What the words after the verb wish; None where they speak of no setting."""
    words = [token.folded for token in tokens(argument)]
    if not words:
        return Wish("all")
    setting = _SETTINGS.get(words[0])
    if setting is None:
        return Wish("unknown", typed=argument) if len(words) == 1 else None
    value = _VALUES[setting].get(words[1], "") if len(words) == 2 else ""  # noqa: PLR2004 - a setting and its value
    return Wish(setting, value, argument)


def wish_in(text: str) -> Wish | None:
    """The wish that a text is, where its first word is the verb of settings."""
    typed = verb_in(text)
    return wish(typed.argument) if typed and typed.verb == "settings" else None
