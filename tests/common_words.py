"""`python -m tests.common_words` makes bot/names/common_words.txt: the words that a common text may hold.

With `--check` it makes no file and fails where the one that is there is another.

English and German words with their inflections, common names and abbreviations, folded, one a line, sorted. They are
wordfreq's, by how often a word occurs in a million words of its language: from a half on any of them counts, from a
fifth on those that a spelling list confirms (symspellpy's or pyspellchecker's). First and last names are Faker's.

Lists made from subtitles and the web hold misspellings. What no second list confirms and what is one slip of a hand or
an ear away from a word ten times as frequent ("appel", "seperate") is left out: taken for a word, it would keep a
mistyped name from being found. A word too few costs little: to be mistaken for a name it must miss one by a slip.
"""

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.resources import files
from itertools import chain
from pathlib import Path

from bot.names.hand import ALIKE
from tests.slips import KINDS, slips

LIST = Path(__file__).parents[1] / "bot" / "names" / "common_words.txt"

_ANY = 5e-7
_CONFIRMED = 2e-7
_OFTEN = 1e-6
"""Shares of all words of a language."""
_RARER = 10
"""How much rarer than a word one slip away a word must be to be taken for its misspelling."""
_SHORTEST_SLIP = 5
"""The index forgives slips from five letters on, so that shorter misspellings do not matter."""
_FEW = 50
"""pyspellchecker's count up to which its English list holds misspellings."""
_MISLISTED = {"appel"}
"""What symspellpy's list of spellings has, though it is none: seen among the slips of well-known company names."""
_LAST_LATIN = 0x24F
_ALIKE_TO = {pair[0]: "".join(other[1] for other in ALIKE if other[0] == pair[0]) for pair in sorted(ALIKE)}
_LANGUAGES = ("en", "de")
_LOCALES = ("en_US", "en_GB", "de_DE", "de_AT", "de_CH")
_NAMES = ("first_names", "first_names_male", "first_names_female", "last_names")
_BUSINESS = [
    "ebit",
    "ebitda",
    "esg",
    "gaap",
    "ifrs",
    "iot",
    "kpi",
    "kpis",
    "llm",
    "mrd",
    "mrr",
    "qoq",
    "rnd",
    "roce",
    "roi",
    "saas",
    "wacc",
    "yoy",
    "ytd",
]
"""Abbreviations of the trade that are too new or too rare for lists of words."""
_TICKERS_ONLY = {"btc", "eth"}
"""Frequent in texts and nothing but tickers."""


def made() -> list[str]:
    """The words of the list."""
    frequencies = {language: _frequencies(language) for language in _LANGUAGES}
    confirmed = {language: _confirmed(language) for language in _LANGUAGES}
    names = set(_names())
    frequent = {
        word
        for language, shares in frequencies.items()
        for word, share in shares.items()
        if share >= (_CONFIRMED if word in confirmed[language] else _ANY)
    }
    misspelt = set(_misspelt(frequencies)) - names.union(*confirmed.values())
    return sorted((frequent - misspelt - _TICKERS_ONLY) | names | set(_BUSINESS))


def _frequencies(language: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict

    shares: dict[str, float] = {}
    for word, share in get_frequency_dict(language, "large").items():
        folded = word.casefold()
        if _is_word(folded):
            shares[folded] = max(share, shares.get(folded, 0))
    return shares


def _confirmed(language: str) -> set[str]:
    from spellchecker import SpellChecker

    counts = SpellChecker(language=language).word_frequency.dictionary
    if language == "de":
        return {word.casefold() for word in counts}
    lines = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").splitlines()
    listed = {line.split()[0] for line in lines} - _MISLISTED
    return listed | {word for word, count in counts.items() if count > _FEW}


def _names() -> Iterator[str]:
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for kind in _NAMES:
            yield from filter(_is_word, (name.casefold() for name in getattr(provider, kind, ())))


def _misspelt(frequencies: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Words that are one slip away from a word ten times as frequent, in whichever language either is frequent."""
    shares: dict[str, float] = {}
    for one in frequencies.values():
        for word, share in one.items():
            shares[word] = max(share, shares.get(word, 0))
    for word, share in shares.items():
        if share >= _OFTEN and len(word) >= _SHORTEST_SLIP:
            slipped = chain(_misheard(word), *(slips(word, kind) for kind in KINDS))
            yield from (form for form in slipped if 0 < shares.get(form, 0) * _RARER <= share)


def _misheard(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        yield from (word[:place] + other + word[place + 1 :] for other in _ALIKE_TO.get(letter, ""))


def _is_word(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and all(ord(letter) <= _LAST_LATIN for letter in word)


if __name__ == "__main__":
    words = made()
    if sys.argv[1:] == ["--check"]:
        sys.exit(None if LIST.read_text(encoding="utf-8").splitlines() == words else f"{LIST.name} is not what is made")
    LIST.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words):,} words, {LIST.stat().st_size:,} bytes", file=sys.stderr)  # noqa: T201
