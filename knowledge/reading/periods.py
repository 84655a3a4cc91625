"""Every period that a text names, with its exact words, resolved to days as seen from one day.

One idea: walk the tokens once, at each place the longest reading first, and go on behind it; so periods never overlap
and stand in order. A word that opens a period ("im", "during the", "by") belongs to its words and not to its meaning.
Words that date nothing ("seit der Einführung", "pro Jahr", "30 Tage") are not read.
"""

from collections.abc import Iterator
from datetime import date

from knowledge.period import Period
from knowledge.reading.ages import read_age
from knowledge.reading.dates import Dated
from knowledge.reading.days import label_of
from knowledge.reading.endings import read_ended
from knowledge.reading.phrases import Phrases, either
from knowledge.reading.stretches import read_stretch
from knowledge.reading.tokens import Tokens
from knowledge.value import Language, Passage

__all__ = ["PrintedPeriod", "label_of", "read_periods"]

_OPENERS = Phrases(
    dict.fromkeys(
        either(
            "im|in|in der|in den|in dem|in the|am|an|on|on the|during|during the|während|während des|over|over the|"
            "within|within the|innerhalb der|innerhalb des|binnen der|for|for the|für|für das|by|by the|by the end of|"
            "by end of|by mid|by late|by early|bis|bis zum|bis ende|bis mitte|bis anfang|bis ende des|bis ins|until|"
            "until the|ende|anfang|mitte|early|late|mid|in early|in late|in mid|end of|the end of|at the end of|"
            "ende des|zu beginn des|zum|zum ende des|the|den|die|das|der|dem|des|diese|of|im laufe des|throughout|"
            "im gesamten|vom|aus dem|aus"
        ),
        True,
    )
)
_OWN_OPENERS = ("in", "vor")
"""Words that open a stretch of their own ("in fünf Jahren"); a word before them opens nothing."""


class PrintedPeriod(Passage):
    """A period and the words that print it: `text` begins at `start` in the text read. `period.words` is the text."""

    period: Period


def read_periods(text: str, language: Language, on: date) -> tuple[PrintedPeriod, ...]:
    """Every period named in `text`, in order and without overlap; any text is accepted.

    Relative ones ("this year") are resolved as seen from `on`: an article's date or the day of asking. A quarter, half,
    month or day without a year is the latest that has begun by `on`. The words tell their language themselves;
    `language` is taken so that both readers are asked alike.
    """
    del language
    tokens = Tokens(text)
    return tuple(_printed(tokens, first, dated) for first, dated in _walk(tokens, on))


def _walk(tokens: Tokens, on: date) -> Iterator[tuple[int, Dated]]:
    index = 0
    while index < len(tokens):
        dated = _read_at(tokens, index, on)
        if dated:
            yield index, dated
        index = dated.end if dated else index + 1


def _read_at(tokens: Tokens, index: int, on: date) -> Dated | None:
    if dated := _named_at(tokens, index, on):
        return dated
    opener = _OPENERS.find(tokens, index)
    if opener is None:
        return None
    place = tokens.past_hyphen(opener[1])
    if tokens[place].key in _OWN_OPENERS:
        return None
    return _named_at(tokens, place, on)


def _named_at(tokens: Tokens, index: int, on: date) -> Dated | None:
    dated = read_stretch(tokens, index, on) or read_age(tokens, index)
    return read_ended(tokens, index, dated, on) or dated


def _printed(tokens: Tokens, first: int, dated: Dated) -> PrintedPeriod:
    start, text = tokens.printed(first, dated.end)
    stretch = dated.stretch
    period = Period(
        start=stretch.start, end=stretch.end, label=stretch.label, kind=stretch.kind, words=" ".join(text.split())
    )
    return PrintedPeriod(start=start, text=text, period=period)
