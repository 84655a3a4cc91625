"""The one grammar: a text whose first word is a verb, in English or in German, and what follows it.

Pure, and without the vocabulary: whether the words that follow can be an argument of the verb is read elsewhere, since
everything that is no verb with its arguments is a question. A further verb is a line in the table.
"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from bot.cleaning import LONGEST_QUESTION, clean
from knowledge.folding import tokens
from knowledge.value import Language

Verb = Literal[
    "help",
    "sources",
    "coverage",
    "settings",
    "check",
    "digest",
    "follow",
    "unfollow",
    "follows",
    "add",
    "review",
    "curators",
]

ORDERS: Final[frozenset[Verb]] = frozenset({"digest", "follow", "unfollow", "follows"})
"""The verbs by which a channel orders what it is told of by itself."""

WORDS: Final[dict[Verb, tuple[str, str]]] = {
    "help": ("help", "hilfe"),
    "sources": ("sources", "quellen"),
    "coverage": ("coverage", "abdeckung"),
    "settings": ("settings", "einstellungen"),
    "check": ("check", "prüfe"),
    "digest": ("digest", "überblick"),
    "follow": ("follow", "folge"),
    "unfollow": ("unfollow", "entfolge"),
    "follows": ("follows", "gefolgt"),
    "add": ("add", "hinzufügen"),
    "review": ("review", "freigabe"),
    "curators": ("curators", "kuratoren"),
}
"""Each verb's word in English and in German."""

_VERBS: Final = {word: verb for verb, words in WORDS.items() for word in words} | {"pruefe": "check", "prüf": "check"}
_GERMAN: Final = frozenset(german for _, german in WORDS.values()) | {"pruefe", "prüf"}


_CURATING: Final[frozenset[Verb]] = frozenset({"add", "review", "curators"})
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


class Typed(NamedTuple):
    """A verb as it was typed, the text after it, and the whole text made plain.

    `language` is that of a German verb; an English one is used in both languages.
    """

    verb: Verb
    argument: str
    text: str
    language: Language | None


@lru_cache(maxsize=64)  # a text is looked at by all that it passes on its way
def verb_in(text: str) -> Typed | None:
    """The verb that `text` begins with, if any."""
    cleaned = clean(text)
    first, _, rest = cleaned.partition(" ")
    verb = _VERBS.get(first.strip(" :,.!?").casefold())
    if verb is None or len(cleaned) > LONGEST_QUESTION:
        return None
    argument = rest.strip(" :,.!?")
    is_german = first.strip(" :,.!?").casefold() in _GERMAN
    return Typed(verb, argument if tokens(argument) else "", cleaned, "de" if is_german else None)


def verb_word(verb: Verb, language: Language) -> str:
    """The word of a verb, as it is offered to people."""
    english, german = WORDS[verb]
    return english if language == "en" else german


def curating_in(text: str) -> Typed | None:
    """The verb of curation that a text is: to add takes one address or nothing, the others take nothing."""
    typed = verb_in(text)
    if typed is None or typed.verb not in _CURATING:
        return None
    fits = _ADDRESS.fullmatch(typed.argument) if typed.verb == "add" else None
    return typed if fits or not typed.argument else None
