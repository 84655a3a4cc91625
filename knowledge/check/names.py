"""Names of the vocabulary as running text prints them.

A name is found with its inflections ("Metas", "der Technologiegiganten", "KI-Branche"), since German declines and
joins names. Names that hold a number (S&P 500, Magnificent Seven) are blanked out before the numbers of a statement
are looked at: their digits are no figures.
"""

import re
from functools import cache, lru_cache

from knowledge.check.number_words import holds_number
from knowledge.vocabulary import Vocabulary

_ENDING = r"(?:['’]?s|['’]|n|en|e|es|er|em|ern)?"
_GAP = r"[\s\-\u2011]+"


class NumberedNames:
    """The names of the vocabulary that hold a number."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        names = {name for subject in vocabulary.subjects for name in subject.names()}
        names |= {name for metric in vocabulary.metrics for name in metric.names()}
        for term in (*vocabulary.bases, *vocabulary.wholes, *vocabulary.topics):
            names |= {name for name in (term.name.en, term.name.de, *term.aliases) if name}
        numbered = sorted((name for name in names if holds_number(name)), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_worded, numbered)) or r"(?!)", re.IGNORECASE)

    def blanked(self, text: str) -> str:
        """The text with every such name replaced by blanks of the same length."""
        return self._pattern.sub(lambda match: " " * len(match.group()), text)


def prints_name(text: str, name: str) -> bool:
    """Whether `text` prints `name`, perhaps inflected or as the first part of a joined word."""
    return _finder(name).search(text) is not None


@cache
def _finder(name: str) -> re.Pattern[str]:
    return re.compile(_worded(name), re.IGNORECASE)


def _worded(name: str) -> str:
    words = (re.escape(word) + _ENDING for word in re.split(_GAP, name) if word)
    return rf"(?<!\w){_GAP.join(words)}(?!\w)"


@lru_cache(maxsize=2)
def numbered_names(vocabulary: Vocabulary) -> NumberedNames:
    """Those of a vocabulary, made once while it stays as it is."""
    return NumberedNames(vocabulary)
