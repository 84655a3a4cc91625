"""Every amount that a text prints, with its exact words.

One idea: walk the tokens once; at each place try the longer readings before the shorter ones; go on behind what was
read. Amounts therefore never overlap and stand in order. Read alone, an amount's words give the same amount again;
the exceptions leave scale or unit to another of their sentence: the first of a change ("von 6 auf 7 Milliarden") or
of a comparison in brackets ("3,59 (3,42) Mrd. €"), and a large figure after a sum of money ("$200 billion, Alphabet
185 billion"). A small whole number in brackets ("12 (11) Prozent") is read only behind the number it is compared with.
"""

from collections.abc import Iterator

from knowledge.amount import PrintedAmount
from knowledge.reading.bounds import bound_after, bound_before, firmer
from knowledge.reading.changes import read_compared, read_elided
from knowledge.reading.counts import is_count, with_thing
from knowledge.reading.figures import read_figure
from knowledge.reading.headers import read_headed
from knowledge.reading.inherited import with_inherited
from knowledge.reading.multiples import read_multiple
from knowledge.reading.ranges import read_elided_range, read_range, read_tolerance
from knowledge.reading.ratios import denominator_first, with_denominator
from knowledge.reading.reading import Reading, printed, single
from knowledge.reading.tokens import Tokens
from knowledge.value import Language


def read_amounts(text: str, language: Language) -> tuple[PrintedAmount, ...]:
    """Every amount in `text`, in order and without overlap, in base units; any text is accepted.

    `language` decides decimal marks and what a "Billion" is, unless the phrase itself proves the other language.
    """
    tokens = Tokens(text)
    readings = with_inherited(tokens, _walk(tokens, language))
    return tuple(printed(tokens, reading) for reading in readings)


def _walk(tokens: Tokens, language: Language) -> Iterator[Reading]:
    index = 0
    while index < len(tokens):
        reading = _read_ratio(tokens, index, language) or _read_bounded(tokens, index, language)
        if reading:
            yield reading
        index = reading.end if reading else index + 1


def _read_ratio(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """A ratio with its denominator first: "für jeden eingenommenen Dollar 2 Dollar"."""
    denominator = denominator_first(tokens, index)
    if denominator is None:
        return None
    for place in denominator.places(tokens):
        reading = _read_bounded(tokens, place, language)
        if reading and reading.unit and len(reading.unit) == len(denominator.currency):
            return reading._replace(start=index, unit=f"{reading.unit}/{denominator.currency}")
    return None


def _read_bounded(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """The amount that begins at `index`, with the words that bound it on either side."""
    before = bound_before(tokens, index)
    reading = _read_plain(tokens, before.end if before else index, index, language)
    if reading is None:
        return None
    reading = with_denominator(tokens, reading)
    after = bound_after(tokens, reading.end)
    bound = firmer(firmer(before.bound if before else None, reading.bound), after.bound if after else None)
    if reading.unit is None:
        if not is_count(tokens, reading, bounded=bound is not None):
            return None
        reading = with_thing(tokens, reading, bounded=bound is not None)
    return reading._replace(start=min(index, reading.start), end=after.end if after else reading.end, bound=bound)


def _read_plain(tokens: Tokens, index: int, origin: int, language: Language) -> Reading | None:
    elided = read_elided_range(tokens, index, origin, language) or read_elided(tokens, index, origin, language)
    special = elided or read_headed(tokens, index, language) or read_compared(tokens, index, language)
    if special:
        return special
    longer = read_range(tokens, index, origin, language) or read_tolerance(tokens, index, language)
    return longer or read_multiple(tokens, index) or _read_single(tokens, index, language)


def _read_single(tokens: Tokens, index: int, language: Language) -> Reading | None:
    figure = read_figure(tokens, index)
    quantity = figure.quantity(language) if figure else None
    return single(figure, quantity) if figure and quantity else None
