"""Words brought to their stems, so that "invests", "investing" and "invested" meet.

Snowball's stemmers (M. Porter's second English one, and the German one). Umlauts are brought to one spelling first:
für, fuer and fur are one word to those who type without them.
"""

from collections.abc import Iterable
from functools import lru_cache

from knowledge.folding import folded_words
from knowledge.value import Language

_UMLAUTS = (("ß", "ss"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ae", "a"), ("oe", "o"), ("ue", "u"))
_STEMMERS: dict[Language, str] = {"en": "english", "de": "german"}


@lru_cache(maxsize=65_536)
def without_umlauts(word: str) -> str:
    """A folded word in the one spelling that all ways to type its umlauts share."""
    for typed, plain in _UMLAUTS:
        word = word.replace(typed, plain)
    return word


@lru_cache(maxsize=65_536)
def stem(word: str, language: Language) -> str:
    """The stem of a folded word."""
    return without_umlauts(_stemmer(language).stemWord(word))


def stems(texts: Iterable[str], language: Language) -> frozenset[str]:
    """The stems of all words of the texts."""
    return stems_of((word for text in texts for word in folded_words(text)), language)


def stems_of(words: Iterable[str], language: Language) -> frozenset[str]:
    """The stems of folded words."""
    return frozenset([stem(word, language) for word in words])


@lru_cache
def _stemmer(language: Language):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library has no types
    from Stemmer import Stemmer  # loaded when a question is first asked in words

    return Stemmer(_STEMMERS[language])
