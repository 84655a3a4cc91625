"""Numbers in words, whole and half: "zehn", "fünfundzwanzig", "anderthalb", "twenty-five", "half a".

An article ("eine", "a") counts only where a scale or a percent follows, which the caller checks: "eine Billion" is a
figure, "eine Firma" is not. After "mehrere" or "several" a word such as "hundert" gives no number.
"""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from knowledge.reading.phrases import Phrases, words
from knowledge.reading.tokens import Tokens
from knowledge.value import Language

_DE_UNITS = words("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
_DE_TEENS = words("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_DE_TENS = words("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_EN_UNITS = words("one two three four five six seven eight nine ten eleven twelve")
_EN_TEENS = words("thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_EN_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_VAGUE = frozenset(words("mehrere mehreren mehrerer einige einigen einiger viele vielen zig several few many some"))
_HALF = Decimal("0.5")


class Spelled(NamedTuple):
    """A number in words; `article` where the word may be a mere article or half of something else."""

    value: Decimal
    language: Language
    article: bool
    end: int


def read_spelled(tokens: Tokens, index: int) -> Spelled | None:
    """The number in words that begins at `index`; None without one."""
    token, before = tokens[index], tokens[index - 1]
    if token.kind != "word" or before.key in _VAGUE or (before.kind == "number" and not token.spaced):
        return None
    if found := _GERMAN_PARTS.find(tokens, index):
        return Spelled(found[0], "de", article=True, end=found[1])
    if (found := _ENGLISH_PARTS.find(tokens, index)) and before.key != "of":
        return Spelled(found[0], "en", article=True, end=found[1])
    if (value := german_number(tokens[index].key)) is not None:
        return Spelled(value, "de", article=False, end=index + 1)
    if found := _english().find(tokens, index):
        return Spelled(found[0], "en", article=False, end=found[1])
    return None


def german_number(word: str) -> Decimal | None:
    """The value of one German number word in lower case, 2 to 999999; "ein" is left to the articles."""
    head, thousand, rest = word.partition("tausend")
    if not thousand:
        return _german().get(word)
    if rest and rest not in _german():
        return None
    if head in ("", "ein"):
        thousands = Decimal(1)
    elif head in _german():
        thousands = _german()[head]
    else:
        return None
    return thousands * 1000 + _german().get(rest, Decimal(0))


def english_number(word: str) -> Decimal | None:
    """The value of one English number word in lower case: up to twenty, a ten, or "hundred"."""
    return _english_words().get(word)


@cache
def _german() -> dict[str, Decimal]:
    below = {word: number for number, word in enumerate(_DE_UNITS + _DE_TEENS, 1)}
    for number, ten in enumerate(_DE_TENS, 2):
        below[ten] = number * 10
        below |= {f"{unit}und{ten}": number * 10 + ones for ones, unit in enumerate(_DE_UNITS[:9], 1)}
    hundreds = {f"{unit}hundert": number * 100 for number, unit in enumerate(_DE_UNITS[:9], 1)} | {"hundert": 100}
    spelled = below | hundreds
    spelled |= {f"{hundred}{word}": value + more for hundred, value in hundreds.items() for word, more in below.items()}
    spelled |= {word.replace("ß", "ss"): value for word, value in spelled.items()}
    del spelled["ein"]
    numbers = {word: Decimal(value) for word, value in spelled.items()}
    halves = {f"{unit}einhalb": number + _HALF for number, unit in enumerate(_DE_UNITS[:9], 1)}
    return numbers | halves | {"anderthalb": 1 + _HALF}


@cache
def _english_words() -> dict[str, Decimal]:
    spelled = {word: Decimal(number) for number, word in enumerate(_EN_UNITS + _EN_TEENS, 1)}
    return spelled | {ten: Decimal(number * 10) for number, ten in enumerate(_EN_TENS, 2)} | {"hundred": Decimal(100)}


@cache
def _english() -> Phrases[Decimal]:
    spelled = {word: value for word, value in _english_words().items() if word != "hundred"}
    small = list(enumerate(_EN_UNITS[:9], 1))
    for number, ten in enumerate(_EN_TENS, 2):
        spelled |= {f"{ten} {unit}": Decimal(number * 10 + ones) for ones, unit in small}
    spelled |= {f"{unit} and a half": number + _HALF for number, unit in small}
    spelled |= {f"{unit} hundred": Decimal(number * 100) for number, unit in small}
    return Phrases(spelled)


_GERMAN_PARTS = Phrases(
    {word: Decimal(1) for word in words("ein eine einen einem einer eines")}
    | {f"{article} {half}": _HALF for article in ("ein", "eine", "einer") for half in ("halbe", "halben", "halbes")}
    | dict.fromkeys(("halbe", "halben", "halber", "halbes"), _HALF)
)
_ENGLISH_PARTS = Phrases(
    {"a": Decimal(1), "a hundred": Decimal(100)}
    | dict.fromkeys(("half a", "a half", "one half", "half", "half of a"), _HALF)
    | dict.fromkeys(("quarter of a", "a quarter of a"), _HALF / 2)
    | dict.fromkeys(("three quarters of a",), 3 * _HALF / 2)
)
