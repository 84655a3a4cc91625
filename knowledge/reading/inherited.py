"""A unit said once for several amounts of a sentence: "Amazon plans $200 billion, Alphabet 185 billion".

A figure in millions or more with nothing counted behind it has the currency of the last amount before it. The
sentence is the limit, and an amount that counts something else ends the row. Read alone, such a figure is a bare
count: its unit stands in the sentence.
"""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.reading.counts import names_nothing
from knowledge.reading.reading import Reading
from knowledge.reading.tokens import Tokens

_MILLION = 1_000_000
_SENTENCE_ENDS = (".", "!", "?")
_NO_MONEY = ("percent", "times")


def with_inherited(tokens: Tokens, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings, each bare large figure with the currency it inherits, if any."""
    last: Reading | None = None
    whole = list(readings)
    for place, found in enumerate(whole):
        reading = _with_next(tokens, found, whole[place + 1 : place + 2])
        if last and last.unit and _is_bare(tokens, reading) and _same_sentence(tokens, last.end, reading.start):
            reading = reading._replace(unit=last.unit)
        if reading.unit not in _NO_MONEY:
            last = reading if reading.unit is None or len(reading.unit) == 3 else None  # noqa: PLR2004 (a currency)
        yield reading


def _with_next(tokens: Tokens, reading: Reading, following: Sequence[Reading]) -> Reading:
    """With the currency of the amount that it leads to: "um zehn Milliarden auf 85 Milliarden Dollar"."""
    for after in following:
        leads = after.start == reading.end + 1 and tokens[reading.end].key in ("auf", "to")
        bounded = after.start == reading.end + 1 + (after.bound is not None)
        money = after.unit is not None and after.unit not in _NO_MONEY and len(after.unit) == 3  # noqa: PLR2004
        if (leads or (bounded and tokens[reading.end].key in ("auf", "to"))) and money and _is_bare(tokens, reading):
            return reading._replace(unit=after.unit)
    return reading


def _is_bare(tokens: Tokens, reading: Reading) -> bool:
    """Whether it ends with a scale in words, counts nothing and has no unit."""
    if reading.unit or reading.low < _MILLION or tokens[reading.end - 1].kind == "number":
        return False
    return not tokens.is_hyphen(reading.end) and names_nothing(tokens, reading.end)


def _same_sentence(tokens: Tokens, first: int, end: int) -> bool:
    return not any(tokens[place].kind == "break" or tokens[place].text in _SENTENCE_ENDS for place in range(first, end))
