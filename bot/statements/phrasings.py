"""How people ask for a claim: phrasings whose words neither its statement nor its terms need to hold.

Each line of `phrasings.txt` is a claim's id, a language and a way to ask for it. What a question has in common with
them is learned (see `likeness`) and is one sign of several; a phrasing never answers by itself. A claim that has none
is known by its own words alone.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, get_args

from bot.statements.likeness import Learned, Likeness
from bot.statements.rarity import rarity
from bot.statements.stems import stems_of, without_umlauts
from knowledge.folding import folded_words
from knowledge.value import Language

_SEVERAL: Final = 3
"""Claims for which people ask with a word that is none by mistake."""

_RARELY: Final = 2
"""Phrasings that hold a word which may yet be a slip: people mistype them, too."""

_NOBODY: Final = frozenset[str]()


class Phrasings:
    """Phrasings of claims, against which questions are held."""

    def __init__(self, lines: Iterable[str], unanswered: Iterable[str] = ()) -> None:
        """Of lines as in `phrasings.txt` and in `unanswered.txt`, in any order."""
        plain: defaultdict[str, list[list[str]]] = defaultdict(list)
        words: defaultdict[tuple[str, Language], set[str]] = defaultdict(set)
        self._holding: Mapping[Language, Counter[str]] = {code: Counter() for code in get_args(Language)}
        for line in sorted(lines):
            claim, language, phrasing = line.split(" | ", 2)
            own = folded_words(phrasing)
            plain[claim].append(_plain(own))
            code: Language = "de" if language == "de" else "en"
            words[claim, code].update(own)
            self._holding[code].update(set(own))
        self._learned = Learned(plain, (_plain(folded_words(line.split(" | ", 1)[1])) for line in sorted(unanswered)))
        self._words = {key: frozenset(own) for key, own in words.items()}
        self._stems: dict[Language, Counter[str]] = {}

    def __len__(self) -> int:
        """How many claims have phrasings."""
        return len({claim for claim, _ in self._words})

    def likeness(self, text: str) -> Likeness:
        """How much a text is like the phrasings of each claim."""
        return self._learned.likeness(_plain(folded_words(text)))

    def _in(self, language: Language) -> Iterator[frozenset[str]]:
        return (own for (_, code), own in self._words.items() if code == language)

    def words(self, claim: str, language: Language) -> Collection[str]:
        """The folded words with which people ask for a claim in a language."""
        return self._words.get((claim, language), _NOBODY)

    def uses(self, word: str, language: Language) -> bool:
        """Whether people ask for any claim with a folded word in a language."""
        return word in self._holding[language]

    def hardly_uses(self, word: str, language: Language) -> bool:
        """Whether so few phrasings in a language have a folded word that it may be a slip in them."""
        return self._holding[language][word] <= _RARELY

    def usual(self, language: Language) -> Iterator[str]:
        """The folded words with which people ask for several claims in a language, so that none is a slip."""
        counts = Counter(word for own in self._in(language) for word in own)
        return (word for word, count in counts.items() if count >= _SEVERAL)

    def rarity(self, one: str, language: Language) -> float:
        """How telling a stem is by for how few claims people ask with it in a language."""
        if language not in self._stems:
            self._stems[language] = Counter(one for own in self._in(language) for one in stems_of(own, language))
        return rarity(self._stems[language][one], len(self))


def _plain(words: Iterable[str]) -> list[str]:
    return [without_umlauts(word) for word in words]
