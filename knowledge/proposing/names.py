"""Names of the vocabulary in running text, with their places: the longest first, inflected as German and English do.

A firm's name inside of a joined word ("Meta-Aktie", "Google-Mutter") counts, since hyphens part words. What looks like
the name of a firm and is none of the vocabulary is told too: its figures are nobody else's.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from knowledge.folding import Token, fold, tokens
from knowledge.vocabulary import Subject, Vocabulary

Kind = Literal["subject", "metric", "whole", "basis"]

_ENDINGS: Final = ("s", "es", "n", "en", "e", "er", "em")
_SHORTEST: Final = 4
_SHORTEST_HEAD: Final = 6
_TICKER_IS_WORD: Final = 5


def word_set(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


_OTHER_KINDS: Final = ("betriebs", "brutto", "vorsteuer", "kurs", "buch", "rohgewinn", "bilanz")
"""Beginnings of joined words that make something else of what they end with: "Kursgewinn", "Bruttogewinn"."""
_FIRM_BEFORE: Final = word_set(
    """konzern unternehmen firma hersteller anbieter start startup gründung riese gigant bank fonds dienst
    betreiber entwickler techkonzern chipkonzern softwarekonzern onlinehändler maker firm company
    startup provider developer giant"""
)
_VERB_AFTER: Final = word_set(
    """will hat hatte plant erwartet rechnet steigerte erzielte investiert investierte meldete kündigt gab
    gibt verlor verdiente wuchs schrieb peilt stellt legte has had plans expects said reported posted
    spent will raised invested earned lost grew announced forecast is was sees aims"""
)
_CAMEL = re.compile(r"^[A-Z][a-z]+(?!(?:Der|Die|Das|In|Im|Bis|Es|Am|Ein|Und|The|It|An)\b)[A-Z]\w+$")


_STANDS_FOR = re.compile(
    r"(?:-|\s)(?:konzern|hersteller|anbieter|riese|maker|giant|owner|entwickler)\w*", re.IGNORECASE
)


class Mention(NamedTuple):
    """A name at `start` to before `end` of a sentence; `key` is its owner, None for a firm that is not known."""

    kind: Kind
    key: str | None
    start: int
    end: int
    text: str


class NameFinder:
    """The names of one vocabulary. `is_other` tells a folded word that names a firm or person outside of it."""

    def __init__(self, vocabulary: Vocabulary, is_other: Callable[[str], bool] | None = None) -> None:
        self.subjects: Mapping[str, Subject] = {subject.id: subject for subject in vocabulary.subjects}
        self.metrics = frozenset(metric.id for metric in vocabulary.metrics)
        self._is_other = is_other or (lambda _: False)
        self._owners: dict[str, tuple[Kind, str | None]] = {}
        for name, owner in _names(vocabulary):
            self._owners.setdefault(name, owner)
        self._tickers = {ticker: one.id for one in vocabulary.subjects for ticker in one.tickers}
        self._longest = max((name.count(" ") + 1 for name in self._owners), default=1)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names in `text`, in order and without overlap."""
        words = tokens(text)
        return tuple(self._walk(words, text))

    def _walk(self, words: Sequence[Token], text: str) -> Iterator[Mention]:
        place = 0
        while place < len(words):
            found = self._at(words, place)
            if found:
                (kind, key), end = found
                first, last = words[place], words[end - 1]
                yield Mention(kind, key, first.start, last.end, text[first.start : last.end])
                place = end
                continue
            if self._is_stranger(words, place, text):
                word = words[place]
                yield Mention("subject", None, word.start, word.end, word.text)
            place += 1

    def _at(self, words: Sequence[Token], place: int) -> tuple[tuple[Kind, str | None], int] | None:
        for count in range(min(self._longest, len(words) - place), 0, -1):
            span = words[place : place + count]
            owner = self._owner(" ".join(word.folded for word in span))
            if owner and not (owner[0] == "subject" and not _has_capital(span)):
                return owner, place + count
        ticker = self._tickers.get(words[place].text)
        if ticker and len(words[place].text) < _TICKER_IS_WORD:
            return ("subject", ticker), place + 1
        return None

    def _owner(self, typed: str) -> tuple[Kind, str | None] | None:
        owner = self._owners.get(typed)
        if owner is None and len(typed) >= _SHORTEST:
            stems = (typed.removesuffix(ending) for ending in _ENDINGS if typed.endswith(ending))
            owner = next((self._owners[stem] for stem in stems if stem in self._owners), None)
        return owner or self._joined(typed)

    def _joined(self, typed: str) -> tuple[Kind, str | None] | None:
        """The metric that a German joined word ends with ("Jahresumsatz", "Gesamtinvestitionen")."""
        if typed.startswith(_OTHER_KINDS):
            return None
        heads = (typed[-size:] for size in range(len(typed) - 2, _SHORTEST_HEAD - 1, -1)) if " " not in typed else ()
        found = (self._owners[head] for head in heads if head in self._owners)
        return next((owner for owner in found if owner[0] == "metric"), None)

    def _is_stranger(self, words: Sequence[Token], place: int, text: str) -> bool:
        """Whether a word names somebody whom the vocabulary lacks."""
        word = words[place]
        if _STANDS_FOR.match(text, word.end):
            return False
        if self._is_other(word.folded) or _CAMEL.match(word.text):
            return True
        if not word.text[:1].isupper() or not word.text.isalpha() or len(word.text) < _SHORTEST:
            return False
        before = words[place - 1] if place else None
        if before and before.folded in _FIRM_BEFORE and text[before.end : word.start] == " ":
            return True
        after = words[place + 1] if place + 1 < len(words) else None
        owns = text[word.end : word.end + 2] in ("'s", "’s")
        begins = before is None or (text[before.end : word.start].strip() in (",", ";", ":", "–"))
        verb = after is not None and after.folded in _VERB_AFTER
        return (owns or (begins and verb)) and self._is_name_like(word)

    def _is_name_like(self, word: Token) -> bool:
        return word.folded not in _NO_NAMES and not word.folded.endswith("weise")


_NO_NAMES: Final = word_set(
    """analysts investors shares revenue sales this that today company group analysten anleger damit dies
    diese dieser dieses jetzt heute morgen gestern they there here which what wall capex spending income
    profit year umsatz gewinn konzern unternehmen finanzchef finanzchefin firmenchef vorstand mitte ende
    anfang sein seine ihre ihr niemand alles nobody everything everyone nothing it he she europe europa
    deutschland china america amerika germany congress apples zugleich dabei davon dafür daran insgesamt
    zusammen together zuletzt bisher dennoch trotzdem monday tuesday wednesday thursday friday saturday
    sunday the and"""
)


def _has_capital(words: Iterable[Token]) -> bool:
    """Whether the words are printed as a name is; "giants" and "tech companies" are names of groups all the same."""
    span = tuple(words)
    return len(span) > 1 or any(letter.isupper() for letter in span[0].text) or span[0].folded in _GROUPS


_GROUPS: Final = frozenset(("hyperscalers", "giants", "analysts", "investors"))


def _names(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[Kind, str | None]]]:
    """The folded names; a product's figures are not its firm's, which only questions mean by it."""
    for subject in vocabulary.subjects:
        yield from ((fold(brand), ("subject", None)) for brand in subject.brands)
        own = (name for name in subject.names() if name not in (*subject.tickers, *subject.brands))
        yield from ((fold(name), ("subject", subject.id)) for name in own)
        if subject.kind == "person" and subject.name.en:
            yield fold(subject.name.en).split()[-1], ("subject", subject.id)
    for metric in vocabulary.metrics:
        yield from ((fold(name), ("metric", metric.id)) for name in metric.names())
    for kind, terms in (("whole", vocabulary.wholes), ("basis", vocabulary.bases)):
        for term in terms:
            names = (term.name.en, term.name.de, *term.aliases)
            yield from ((fold(name), (kind, term.id)) for name in names if name)  # type: ignore[misc]
