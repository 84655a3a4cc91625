"""Quarters that share their noun: "erstes bis drittes Quartal 2025", "1. bis 3. Quartal"."""

from datetime import date

from knowledge.reading.dates import Dated
from knowledge.reading.days import from_to, part_of_year
from knowledge.reading.parts import read_part
from knowledge.reading.time_words import read_ordinal
from knowledge.reading.tokens import Tokens

_TO = ("bis", "to", "through", "-", "–")


def read_part_span(tokens: Tokens, index: int, on: date) -> Dated | None:
    """The stretch from one quarter to another by ordinals at `index`; None without one."""
    first = read_ordinal(tokens, index)
    if first is None or tokens[first[1]].key not in _TO or read_ordinal(tokens, first[1] + 1) is None:
        return None
    last = read_part(tokens, first[1] + 1, on)
    if last is None or last.stretch.kind != "quarter" or last.stretch.start is None or last.stretch.end is None:
        return None
    start = part_of_year("quarter", last.stretch.start.year, first[0]).start
    return last._replace(stretch=from_to(start, last.stretch.end)) if start and start < last.stretch.start else None
