"""A verb with its arguments, read against the vocabulary: a command; anything else stays a question.

An argument is a list of names and nothing else, letter for letter or nearly. Words of which none is known are taken
for a name that the base lacks, if they are few; words among names are what makes a question ("sources of meta's
revenue in 2024").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.language import detect
from bot.names import Names, Owner
from bot.verbs.digest_words import KEYWORDS, DigestWish, digest_wish
from bot.verbs.grammar import Typed, Verb, curating_in, verb_in
from bot.verbs.wishes import Wish, wish
from bot.words import SMALL
from knowledge.folding import Token, tokens
from knowledge.value import Language

_LONGEST_UNKNOWN: Final = 3
"""Words of a name that the base does not know."""

_BEFORE: Final[dict[Verb, frozenset[str]]] = {
    "sources": frozenset({"on", "for", "about", "zu", "für", "über"}),
    "coverage": frozenset({"on", "for", "of", "zu", "für", "von"}),
}
"""Small words that may stand between a verb and its names."""

_ALONE: Final[frozenset[Verb]] = frozenset({"help", "follows"})
"""Verbs without an argument."""

_NO_TOPICS: Final[frozenset[Verb]] = frozenset({"coverage", "follow", "unfollow"})
"""Verbs that know things by subject and metric alone."""

_BETWEEN: Final = frozenset({"and", "und"})


@dataclass(frozen=True, kw_only=True)
class Command:
    """What was told to do, and the language to answer in.

    `named` are the names of the argument, `unknown` words in their place that name nothing, `guesses` what these may
    have meant; `sentence` is what is to be checked.
    """

    verb: Verb
    text: str
    language: Language
    named: tuple[Owner, ...] = ()
    unknown: str = ""
    guesses: tuple[Owner, ...] = ()
    wish: Wish | None = None
    sentence: str = ""
    digest: DigestWish | None = None

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of one kind that are named."""
        return tuple(key for of, key in self.named if of == kind)


def command_in(text: str, names: Names, language: Language | None, spoken: Language) -> Command | None:
    """The command that `text` is, None where it is a question.

    `language` overrides the text's own; `spoken` is the language of a text that does not show its own.
    """
    typed = verb_in(text)
    if typed is None:
        return None
    words = tokens(typed.argument)
    told = [word for word in words if typed.verb != "digest" or word.folded not in KEYWORDS]
    own = typed.language or detect((word.folded for word in told), names.hints(told), spoken).language
    plain = Command(verb=typed.verb, text=typed.text, language=language or own)
    match typed.verb:
        case "check":
            return _of_sentence(plain, typed, names)
        case "settings":
            return _of_settings(plain, typed, words, names)
        case "digest":
            wanted = digest_wish(typed.argument, names)
            return replace(plain, digest=wanted) if wanted else None
        case "add" | "review" | "curators":
            return plain if curating_in(text) else None
    return _of_names(plain, words, names)


def _of_sentence(plain: Command, typed: Typed, names: Names) -> Command | None:
    """The check of a sentence that holds a figure, be it misspelt; of anything else there is nothing to be checked."""
    from bot.typed import written_out  # not needed by the other verbs, like the next
    from knowledge.reading.amounts import read_amounts

    if not typed.argument:
        return plain
    written = written_out(typed.argument, plain.language, names)
    return replace(plain, sentence=typed.argument) if read_amounts(written, plain.language) else None


def _of_settings(plain: Command, typed: Typed, words: Sequence[Token], names: Names) -> Command | None:
    wanted = wish(typed.argument)
    if wanted is None or (wanted.setting == "unknown" and _whole(words, names)):
        return None
    return replace(plain, wish=wanted)


def _of_names(plain: Command, words: Sequence[Token], names: Names) -> Command | None:
    if not words:
        return plain
    if plain.verb in _ALONE:
        return None
    argument = words[1:] if len(words) > 1 and words[0].folded in _BEFORE.get(plain.verb, ()) else words
    matches = names.exact(argument)
    inside = {place for match in matches for place in range(match.start, match.end)}
    outside = [word for place, word in enumerate(argument) if place not in inside and word.folded not in _BETWEEN]
    if matches and not outside and all(len(match.owners) == 1 for match in matches):
        return _naming(plain, dict.fromkeys(match.owners[0] for match in matches))
    if matches or len(argument) > _LONGEST_UNKNOWN or any(word.folded in SMALL for word in argument):
        return None
    near = names.near(argument)
    if len(near) == 1:
        return _naming(plain, near)
    guesses = near or tuple(owner for word in argument for owner in names.resembling(word.folded))
    return replace(plain, unknown=" ".join(word.text for word in argument), guesses=guesses)


def _naming(plain: Command, named: Iterable[Owner]) -> Command | None:
    """The command on these names; some verbs know nothing by topic."""
    owners = tuple(named)
    by_topic = plain.verb in _NO_TOPICS and any(kind == "topic" for kind, _ in owners)
    return None if by_topic else replace(plain, named=owners)


def _whole(words: Sequence[Token], names: Names) -> bool:
    return bool(names.exact(words) or names.near(words))
